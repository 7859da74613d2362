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

/** Returns the numbers in a word; a letter l or o alone is probably a 1 or a 0. */
const listNumbers = (characters: readonly string[]): string =>
  characters
    .join('')
    .replace(/(?<![a-z])l(?![a-z])/g, '1')
    .replace(/(?<![a-z])o(?![a-z])/g, '0')
    .replace(/\D+/g, ' ')
    .trim();

const hasLetters = (characters: readonly string[]): boolean => /\p{L}/u.test(characters.join(''));

/**
 * Returns the choice that is most similar to a misspelt word, or an empty text if none is: at most a third of the
 * word's characters (and at least one) may differ, but no number, because 1_2 and a1_1 are not misspelt 1_1. Of equally
 * similar choices, it returns the first.
 */
export function suggestChoice(word: string, choices: Iterable<string>): string {
  if (word.length > MAX_SUGGESTED_LENGTH) return '';
  const limit = Math.max(1, Math.floor([...word].length / 3));
  const wanted = normalizeWord(word);
  const numbers = listNumbers(wanted);
  const isNumber = numbers !== '' && !hasLetters(wanted);
  let best = { choice: '', distance: limit + 1 };
  for (const choice of choices) {
    const other = normalizeWord(choice);
    // A difference in length needs at least as many edits.
    if (Math.abs(wanted.length - other.length) >= best.distance) continue;
    const distance = countEdits(wanted, other);
    if (distance >= best.distance || listNumbers(other) !== numbers || (isNumber && hasLetters(other))) continue;
    best = { choice, distance };
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
