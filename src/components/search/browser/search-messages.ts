import { SearchError } from '../../../search/query-index.ts';

/** Shown while a search takes long. */
export const LOADING_SLOWLY = '読みこみに時間がかかっています…';

/** Shown if only the first results could be shown. */
export const CUT_SHORT = '続きは表示できませんでした。';

/** Returns the message for a reader, by the code of a `SearchError`. */
export function describeError(error: unknown): string {
  const code = error instanceof SearchError ? error.code : null;
  if (code === 'unreachable')
    return '検索のデータを読みこめませんでした。ネットワークにつながっているか確かめてください。';
  if (code === 'no-script') return '検索のプログラムを読みこめませんでした。ページを読みこみ直してください。';
  if (code === 'newer-format' || code === 'mismatched')
    return '検索のデータが新しくなっています。ページを読みこみ直してください。';
  if (code === 'damaged') return '検索のデータがこわれています。';
  return '検索できませんでした。';
}

/** Describes the results, with the active filters, in one sentence, which screen readers announce. */
export function describeResults(query: string, exact: number, related: number, filterNames: readonly string[]): string {
  const subject = `${filterNames.length > 0 ? `${filterNames.join('・')}の中に` : ''}「${query}」`;
  const more = related > 0 ? `近い言葉での結果が${related}件あります。` : '';
  return exact > 0 ? `${subject}を含むものは${exact}件です。${more}` : `${more}${subject}を含むものはありません。`;
}

/** Describes a search without results. @param size the number of searched documents */
export const describeNoResults = (size: number, isFiltered: boolean): string =>
  `${size}の項目、指標、用語、文章などを調べました。${
    isFiltered ? 'しぼりこみをはずすと、見つかることがあります。' : '短い言葉や、別の書き方でも試してください。'
  }`;
