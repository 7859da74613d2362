/** Edits (insert, delete, replace, swap of neighbours) between two words, by the optimal string alignment distance. */
function edits(from: readonly string[], to: readonly string[]): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (const [i, x] of from.entries()) {
    const row = [i + 1];
    for (const [j, y] of to.entries()) {
      const cost = x === y ? 0 : 1;
      let best = Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, (above[j] ?? 0) + cost);
      if (i > 0 && j > 0 && x === to[j - 1] && from[i - 1] === y)
        best = Math.min(best, (before[j - 1] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[to.length] ?? 0;
}

/** The characters of a word for comparison. */
const folded = (text: string): string[] => [...text.normalize('NFKC').toLowerCase().trim()];

/**
 * The choice that a misspelt word most likely meant, or an empty text where none is near: at most a third of the
 * word's characters (and at least one) may differ. Equal distances go to the choice that comes first.
 */
export function suggestChoice(word: string, choices: Iterable<string>): string {
  const limit = Math.max(1, Math.floor([...word].length / 3));
  const wanted = folded(word);
  let best = { choice: '', distance: limit + 1 };
  for (const choice of choices) {
    const other = folded(choice);
    // So many characters too many or too few take as many edits, whatever they are.
    if (Math.abs(wanted.length - other.length) >= best.distance) continue;
    const distance = edits(wanted, other);
    if (distance < best.distance) best = { choice, distance };
  }
  return best.choice;
}

/**
 * The same for many words and one list, which must not change meanwhile: each word is looked for once, for one slip may
 * stand in thousands of rows.
 */
export function createSuggester(choices: Iterable<string>): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? suggestChoice(word, choices);
    known.set(word, found);
    return found;
  };
}
