import type { Results } from '../../search/results.ts';
import type { Names } from './list.ts';
import { otherWords } from './words.ts';

const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join('');

/** Why what comes near was taken: whose documents were looked through, by which other words, and what it may lack. */
export function reason(
  { related, alsoSearched, cities, optional }: Results,
  { city }: Pick<Names, 'city'>,
): string {
  const where = cities.map((id) => city[id] ?? id).join('、');
  const only =
    related.length > 0
      ? `近い言葉での結果は、${where}のものだけです。`
      : `近い言葉のものも、${where}にはありませんでした。`;
  return [
    where === '' ? '' : only,
    otherWords(alsoSearched),
    optional.length > 0 ? `${quoted(optional)}は、含まないものもあります。` : '',
  ].join('');
}
