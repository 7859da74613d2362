import type { SearchResults } from '../../search/results.ts';
import type { DisplayNames } from './list.ts';
import { describeOtherWords } from './words.ts';

const quoted = (words: readonly string[]) => words.map((word) => `「${word}」`).join('');

/** Why what comes near was taken: whose documents were looked through, by which other words, and what it may lack. */
export function explainRelated(
  { related, alsoSearched, cities, optional }: SearchResults,
  { city }: Pick<DisplayNames, 'city'>,
): string {
  const where = cities.map((id) => city[id] ?? id).join('、');
  const only =
    related.length > 0
      ? `近い言葉での結果は、${where}のものだけです。`
      : `近い言葉のものも、${where}にはありませんでした。`;
  return [
    where === '' ? '' : only,
    describeOtherWords(alsoSearched),
    optional.length > 0 ? `${quoted(optional)}は、含まないものもあります。` : '',
  ].join('');
}
