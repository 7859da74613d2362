import { memoizeByObject, memoizeByValue } from '../model/collections.ts';
import { MAX_COMPARISONS, MAX_SUGGESTED_LENGTH } from '../model/input-limits.ts';

/** Counts the edits (insert, delete, replace, swap) between two words: the optimal string alignment distance. */
function countEdits(from: readonly string[], to: readonly string[]): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (const [i, x] of from.entries()) {
    const row = [i + 1];
    for (const [j, y] of to.entries()) {
      let best = Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, (above[j] ?? 0) + (x === y ? 0 : 1));
      if (x === to[j - 1] && from[i - 1] === y) best = Math.min(best, (before[j - 1] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[to.length] ?? 0;
}

/** Returns the characters of a word for comparison. The three circles 〇, ◯ and ○ look the same. */
const normalizeWord = (text: string): string[] =>
  [...text.normalize('NFKC').toLowerCase().trim()].map((one) => (/[〇◯]/.test(one) ? '○' : one));

/** Returns the numbers in a word; a letter l or o alone is probably a 1 or a 0. */
const listNumbers = (characters: readonly string[]): string =>
  characters
    .join('')
    .replace(/(?<![a-z])l(?![a-z])/g, '1')
    .replace(/(?<![a-z])o(?![a-z])/g, '0')
    .replace(/\D+/g, ' ')
    .trim();

const hasLetters = (characters: readonly string[]): boolean => /\p{L}/u.test(characters.join(''));
const splitPath = (text: string): string[] => text.split(/[/-]/).filter(Boolean);

const createSuggester = memoizeByObject((choices: Iterable<string>): ((word: string) => string) => {
  const prepared = Array.from(choices, (choice) => {
    const characters = normalizeWord(choice);
    return { choice, characters, numbers: listNumbers(characters) };
  });
  let comparisons = 0;
  // The same mistake may occur in thousands of rows.
  return memoizeByValue((word) => {
    if (word.length > MAX_SUGGESTED_LENGTH || comparisons > MAX_COMPARISONS) return '';
    const wanted = normalizeWord(word);
    const ownNumbers = listNumbers(wanted);
    const isNumber = !hasLetters(wanted.filter((one) => !'lo'.includes(one)));
    // A single character has no similar one: B is no misspelt A.
    const most = wanted.length < 2 ? 0 : Math.max(1, Math.floor([...word].length / 3));
    let best = { choice: '', distance: most + 1 };
    comparisons += prepared.length;
    for (const { choice, characters, numbers } of prepared) {
      // A difference in length needs at least as many edits.
      if (Math.abs(wanted.length - characters.length) >= best.distance) continue;
      if (numbers !== ownNumbers || (numbers !== '' && isNumber === hasLetters(characters))) continue;
      comparisons += wanted.length * characters.length;
      const distance = countEdits(wanted, characters);
      if (distance < best.distance) best = { choice, distance };
    }
    // Compares part by part: beside a long equal part, different short ones would count as few edits.
    const [parts, others] = [splitPath(word), splitPath(best.choice)];
    const isSimilar = (part: string, at: number) => suggestChoice(part, [others[at] ?? '']) !== '';
    return parts.length < 2 || parts.length !== others.length || parts.every(isSimilar) ? best.choice : '';
  });
});

/**
 * Returns the choice most similar to a misspelt word, or an empty text: at most a third of its characters (and at least
 * one, if it has more) may differ, but no number: 1_2 is no misspelt 1_1. Results are cached: a list must not change.
 */
export const suggestChoice = (word: string, choices: Iterable<string>): string => createSuggester(choices)(word);
