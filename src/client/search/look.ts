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
import { begin, clear, names, page, putBelow, showCounts } from './page.ts';
import { proseSection } from './prose.ts';
import { lookedThrough, otherWords, outcome } from './words.ts';

/** Lines that are shown at once; of these, the ones that are shown before the texts of the others have come. */
const [PART, FIRST] = [30, 10];

const { list, count, tool } = page;
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

/** Makes some of the lines of a list. */
type Lines = (from: number, most: number, signal: AbortSignal) => Promise<HTMLLIElement[]>;

function linesOf(index: Index, entries: readonly Entry[], words: readonly string[], marking: boolean): Lines {
  return async (from, most, signal) => {
    const some = entries.slice(from, from + most);
    const rows = await index.rows(
      some.map(({ document }) => document),
      signal,
    );
    signal.throwIfAborted();
    return rows.flatMap((row, place) => {
      const entry = some[place];
      return entry ? [resultLine(entry, row, words, marking, names)] : [];
    });
  };
}

/** The button that shows more lines; it is hidden while there are none. */
function moreButton(lines: Lines, all: number): HTMLElement {
  const more = make('button', { type: 'button', 'data-more': '' }, 'もっと見る');
  more.hidden = list.children.length >= all;
  more.addEventListener('click', () => {
    void busy(async (signal) => {
      const next = await lines(list.children.length, PART, signal);
      list.append(...next);
      more.hidden = list.children.length >= all;
      // Reading goes on where the list grew.
      next[0]?.querySelector('a')?.focus();
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
  const lines = linesOf(from, entries, words, asked.mark !== '0');
  const first = await lines(0, FIRST, signal);
  list.replaceChildren(...first);
  putBelow();
  count.dataset.exact = String(exact.length);
  count.value = outcome(q, exact.length, related.length);
  showCounts(counts);
  list.append(...(await lines(first.length, PART - first.length, signal)));
  const below: Node[] = [moreButton(lines, entries.length), proseSection(tool.dataset.pagefind ?? '', q)];
  if (exact.length === 0) {
    const others = related.length === 0 ? otherWords(alsoSearched) : '';
    const filtered = [asked.city, asked.kind, asked.theme].some((value) => value !== '');
    below.push(make('p', {}, lookedThrough(from.size, filtered) + others), begin());
  }
  putBelow(...below);
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
      putBelow(begin());
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
