import { findShardIndex } from '../format/byte-encoding.ts';
import { MAX_FORM_LENGTH } from '../format/json-shards.ts';
import type { SearchSuggestion } from '../search-results.ts';
import { normalizeSearchText, toHiragana } from '../search-text.ts';
import type { IndexReader } from './index-reader.ts';

/** Returns suggestions that begin as typed: first places and whole names, then names with a word that begins so. */
export async function findSuggestions(
  reader: IndexReader,
  typed: string,
  most: number,
  signal?: AbortSignal,
): Promise<SearchSuggestion[]> {
  const prefix = normalizeSearchText(typed).slice(0, MAX_FORM_LENGTH);
  if (prefix === '') return [];
  const byUrl = new Map<string, SearchSuggestion & { readonly isWholeName: boolean }>();
  // The forms that begin so may continue from the end of one shard to the beginning of the next.
  for (let index = Math.max(0, findShardIndex(prefix, reader.header.suggestionSeparators)); ; index++) {
    const rows = await reader.readSuggestions(index, signal);
    for (const [form, title, url, kind] of rows)
      if (form.startsWith(prefix)) {
        const isWholeName = kind === 'city' || kind === 'prefecture' || normalizeSearchText(title).startsWith(form);
        const other = byUrl.get(url);
        if (!other || (isWholeName && !other.isWholeName)) byUrl.set(url, { title, url, kind, isWholeName });
      }
    const lastForm = rows.at(-1)?.[0];
    if (lastForm === undefined || lastForm.slice(0, prefix.length) > prefix || byUrl.size >= most) break;
  }
  // Readings are in hiragana.
  if (byUrl.size === 0 && toHiragana(prefix) !== prefix)
    return findSuggestions(reader, toHiragana(prefix), most, signal);
  return [...byUrl.values()]
    .sort((a, b) => Number(b.isWholeName) - Number(a.isWholeName))
    .slice(0, most)
    .map(({ title, url, kind }) => ({ title, url, kind }));
}
