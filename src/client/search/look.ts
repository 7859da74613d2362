import type { DocumentKind } from '../../search/documents.ts';
import { fetchFrom } from '../../search/fetch.ts';
import { wordsOfQuery } from '../../search/normal.ts';
import { openIndex } from '../../search/reader.ts';
import type { Filters, Index } from '../../search/results.ts';
import { make } from '../dom.ts';
import type { Asked } from './address.ts';
import { busy } from './busy.ts';
import { entriesOf } from './entries.ts';
import { resultLine, type Entry } from './list.ts';
import { clear, names, page, putBelow, showCounts } from './page.ts';
import { proseSection } from './prose.ts';
import { lookedThrough, otherWords, outcome } from './words.ts';

/** Lines that are shown at once. */
const PART = 30;

const { list, count, start, tool } = page;
const title = document.title;

let index: Promise<Index> | null = null;

/** Opens the index once; where that failed, anew. */
export function opened(): Promise<Index> {
  index ??= openIndex(fetchFrom(tool.dataset.index ?? '')).catch((error: unknown) => {
    index = null;
    throw error;
  });
  return index;
}

const filtersOf = ({ city, kind, theme }: Asked): Filters => ({
  city: city || null,
  kind: kind === '' ? null : (kind as DocumentKind),
  theme: theme || null,
});

/** Makes the lines that follow those that are shown. */
type Next = (shown: number, signal: AbortSignal) => Promise<HTMLLIElement[]>;

function nextOf(from: Index, entries: readonly Entry[], words: readonly string[], marking: boolean): Next {
  return async (shown, signal) => {
    const some = entries.slice(shown, shown + PART);
    const rows = await from.rows(
      some.map(({ document }) => document),
      signal,
    );
    return rows.flatMap((row, place) => {
      const entry = some[place];
      return entry ? [resultLine(entry, row, words, marking, names)] : [];
    });
  };
}

/** The button that shows more lines; it is hidden while there are none. */
function moreButton(next: Next, all: number): HTMLElement {
  const more = make('button', { type: 'button', 'data-more': '' }, 'もっと見る');
  more.hidden = list.children.length >= all;
  more.addEventListener('click', () => {
    void busy(async (signal) => {
      const lines = await next(list.children.length, signal);
      list.append(...lines);
      more.hidden = list.children.length >= all;
      // Reading goes on where the list grew.
      lines[0]?.querySelector('a')?.focus();
    });
  });
  return make('p', { class: 'buttons' }, more);
}

/** Finds what is asked for, and shows it. */
async function answer(asked: Asked, q: string, signal: AbortSignal): Promise<void> {
  const from = await opened();
  const filters = filtersOf(asked);
  const results = await from.search(q, filters, signal);
  const { exact, related, alsoSearched, counts } = results;
  const entries = await entriesOf(from, q, filters, asked.view === 'kind', results, names, signal);
  const words = [...results.words, ...alsoSearched.flatMap(wordsOfQuery)];
  const next = nextOf(from, entries, words, asked.mark !== '0');
  const lines = await next(0, signal);
  if (signal.aborted) return;
  list.replaceChildren(...lines);
  const below = [moreButton(next, entries.length)];
  if (exact.length === 0) {
    const others = related.length === 0 ? otherWords(alsoSearched) : '';
    const filtered = [asked.city, asked.kind, asked.theme].some((value) => value !== '');
    below.push(make('p', {}, lookedThrough(from.size, filtered) + others));
  }
  putBelow(...below, proseSection(tool.dataset.pagefind ?? '', q));
  count.dataset.exact = String(exact.length);
  count.value = outcome(q, exact.length, related.length);
  showCounts(counts);
  start.hidden = exact.length > 0;
}

const paused = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Looks for what is asked for; where nothing is, shows what could be.
 * @param pause milliseconds to wait whether something else is asked for
 */
export function look(asked: Asked, pause = 0): void {
  const q = asked.q.trim();
  document.title = q ? `「${q}」の${title}` : title;
  void busy(async (signal) => {
    if (pause > 0) await paused(pause);
    signal.throwIfAborted();
    if (wordsOfQuery(q).length === 0) {
      clear();
      start.hidden = false;
      return;
    }
    try {
      await answer(asked, q, signal);
    } catch (error) {
      if (!signal.aborted) clear();
      throw error;
    }
  });
}
