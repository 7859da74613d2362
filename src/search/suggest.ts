import { findShardIndex } from './bytes.ts';
import { toHiragana } from './kana.ts';
import { normalizeSearchText } from './normal.ts';
import type { SearchSuggestion } from './results.ts';
import type { IndexReader } from './store.ts';

/** How much of a name the index keeps. */
const LONGEST = 16;

/** What begins as typed: cities and names that do before names in which a word does. */
export async function findSuggestions(
  store: IndexReader,
  typed: string,
  most: number,
  signal?: AbortSignal,
): Promise<SearchSuggestion[]> {
  const form = normalizeSearchText(typed).slice(0, LONGEST);
  if (form === '') return [];
  const found = new Map<string, SearchSuggestion & { readonly whole: boolean }>();
  // What begins so may stand before the end of one file and behind the beginning of the next.
  for (let place = Math.max(0, findShardIndex(form, store.header.suggestionSeparators)); ; place++) {
    const rows = await store.readSuggestions(place, signal);
    for (const [own, title, url, kind] of rows)
      if (own.startsWith(form)) {
        const whole = kind === 'city' || normalizeSearchText(title).startsWith(own);
        const known = found.get(url);
        if (!known || (whole && !known.whole)) found.set(url, { title, url, kind, whole });
      }
    const last = rows.at(-1)?.[0];
    if (last === undefined || last.slice(0, form.length) > form || found.size >= most) break;
  }
  // Readings stand in hiragana.
  if (found.size === 0 && toHiragana(form) !== form)
    return findSuggestions(store, toHiragana(form), most, signal);
  return [...found.values()]
    .sort((a, b) => Number(b.whole) - Number(a.whole))
    .slice(0, most)
    .map(({ title, url, kind }) => ({ title, url, kind }));
}
