/** Edits (insert, delete, replace, swap of neighbours) between two words, by the optimal string alignment distance. */
function edits(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
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

/**
 * The choice that a misspelt word most likely meant, or an empty text where none is near: at most a third of the
 * word's characters (and at least one) may differ. Equal distances go to the choice that comes first.
 */
export function near(word: string, choices: Iterable<string>): string {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim();
  const limit = Math.max(1, Math.floor([...word].length / 3));
  let best = { choice: '', distance: limit + 1 };
  for (const choice of choices) {
    const distance = edits(fold(word), fold(choice));
    if (distance < best.distance) best = { choice, distance };
  }
  return best.choice;
}
