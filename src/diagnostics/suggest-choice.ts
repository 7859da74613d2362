import { MAX_SUGGESTED_LENGTH, MAX_SUGGESTIONS } from '../model/input-limits.ts';

/** Counts the edits (insert, delete, replace, swap of neighbours) between two words: the optimal string alignment distance. */
function countEdits(from: readonly string[], to: readonly string[]): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (const [i, x] of from.entries()) {
    const row = [i + 1];
    for (const [j, y] of to.entries()) {
      const cost = x === y ? 0 : 1;
      let best = Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, (above[j] ?? 0) + cost);
      if (i > 0 && j > 0 && x === to[j - 1] && from[i - 1] === y) best = Math.min(best, (before[j - 1] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[to.length] ?? 0;
}

/** Returns the characters of a word for comparison. */
const normalizeWord = (text: string): string[] => [...text.normalize('NFKC').toLowerCase().trim()];

/**
 * Returns the choice that is most similar to a misspelt word, or an empty text if none is: at most a third of the
 * word's characters (and at least one) may differ. Of equally similar choices, it returns the first.
 */
export function suggestChoice(word: string, choices: Iterable<string>): string {
  if (word.length > MAX_SUGGESTED_LENGTH) return '';
  const limit = Math.max(1, Math.floor([...word].length / 3));
  const wanted = normalizeWord(word);
  let best = { choice: '', distance: limit + 1 };
  for (const choice of choices) {
    const other = normalizeWord(choice);
    // A difference in length needs at least as many edits.
    if (Math.abs(wanted.length - other.length) >= best.distance) continue;
    const distance = countEdits(wanted, other);
    if (distance < best.distance) best = { choice, distance };
  }
  return best.choice;
}

/**
 * Returns `suggestChoice` for one list, with a memory: the same mistake may occur in thousands of rows. The list must
 * not change in the meantime.
 */
export function createSuggester(choices: Iterable<string>): (word: string) => string {
  const suggestions = new Map<string, string>();
  return (word) => {
    const isKnown = suggestions.has(word) || suggestions.size >= MAX_SUGGESTIONS;
    const suggestion = isKnown ? (suggestions.get(word) ?? '') : suggestChoice(word, choices);
    if (!isKnown) suggestions.set(word, suggestion);
    return suggestion;
  };
}
