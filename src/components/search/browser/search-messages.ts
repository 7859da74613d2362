import { SearchError } from '../../../search/query-index.ts';

/** What is said while an answer takes long. */
export const LOADING_SLOWLY = '読み込みに時間がかかっています…';

/** What is said where an answer is shown, but not to its end. */
export const CUT_SHORT = '続きは表示できませんでした。';

/** What is said of an answer that could not be given. */
export function describeError(error: unknown): string {
  const code = error instanceof SearchError ? error.code : null;
  if (code === 'unreachable')
    return '検索のデータを読み込めませんでした。ネットワークにつながっているか確かめてください。';
  if (code === 'newer-format' || code === 'mismatched')
    return '検索のデータが新しくなっています。ページを読み込みなおしてください。';
  if (code === 'damaged') return '検索のデータがこわれています。';
  return '検索できませんでした。';
}

/**
 * What was found, in one sentence: it is announced.
 * @param within the names of the filters that are on: nothing is said of what they leave out
 */
export function describeResults(query: string, exact: number, related: number, within: readonly string[]): string {
  const sought = `${within.length > 0 ? `${within.join('・')}の中に` : ''}「${query}」`;
  const beside = related > 0 ? `近い言葉での結果 ${related}件。` : '';
  return exact > 0 ? `${sought}を含むもの ${exact}件。${beside}` : `${sought}を含むものはありません。${beside}`;
}

/** By which other words was looked: 「サーバー」でも探しました。 Empty where there were none. */
export function describeOtherWords(words: readonly string[]): string {
  return words.length > 0 ? `${words.map((word) => `「${word}」`).join('、')}でも探しました。` : '';
}

/** What was looked through where nothing was found. */
export function describeNoResults(size: number, filtered: boolean): string {
  return `${size}の項目、指標、用語、文章などを調べました。${
    filtered ? '絞り込みをはずすと、見つかることがあります。' : '短い言葉や、別の書き方でもためしてください。'
  }`;
}
