import type { DocumentKind } from '../../search/documents.ts';
import { fetchFrom } from '../../search/fetch.ts';
import { wordsOfQuery } from '../../search/normal.ts';
import { openIndex } from '../../search/reader.ts';
import type { Filters, Index } from '../../search/results.ts';
import { make } from '../dom.ts';
import type { Asked } from './address.ts';
import { busy } from './busy.ts';
import { exactEntries, relatedEntries } from './entries.ts';
import { resultLine, type Entry } from './list.ts';
import { begin, clear, names, page, putBelow, showCounts } from './page.ts';
import { proseSection } from './prose.ts';
import { lookedThrough, otherWords, outcome } from './words.ts';

/** Lines that are shown at once; of these, the ones that are shown before the texts of the others have come. */
const [PART, FIRST] = [30, 6];

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

/**
 * @param words what is marked in every line
 * @param others what is marked besides in those that came by other words
 */
function linesOf(
  index: Index,
  entries: readonly Entry[],
  words: readonly string[],
  others: readonly string[],
  marking: boolean,
): Lines {
  const all = [...words, ...others];
  return async (from, most, signal) => {
    const some = entries.slice(from, from + most);
    const rows = await index.rows(
      some.map(({ document }) => document),
      signal,
    );
    signal.throwIfAborted();
    return rows.flatMap((row, place) => {
      const entry = some[place];
      return entry ? [resultLine(entry, row, entry.tier === 'exact' ? words : all, marking, names)] : [];
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

/** Finds what is asked for, and shows it: what contains the words first, since other words take longer to look for. */
async function answer(asked: Asked, q: string, signal: AbortSignal): Promise<void> {
  const from = await opened();
  const filters = filtersOf(asked);
  const marking = asked.mark !== '0';
  const exactly = await from.exactly(q, filters, signal);
  const { words, counts, exact } = exactly;
  const found = await exactEntries(from, q, filters, asked.view === 'kind', exactly, names, signal);
  const show = async (entries: readonly Entry[], others: readonly string[], related: number) => {
    const lines = linesOf(from, entries, words, others, marking);
    list.replaceChildren(...(await lines(0, FIRST, signal)));
    putBelow();
    count.dataset.exact = String(exact.length);
    count.value = outcome(q, exact.length, related);
    showCounts(counts);
  };
  if (found.length > 0) await show(found, [], 0);
  const results = await from.search(q, filters, signal);
  const { related, alsoSearched } = results;
  const entries = [...found, ...relatedEntries(results)];
  const others = alsoSearched.flatMap(wordsOfQuery);
  const lines = linesOf(from, entries, words, others, marking);
  if (found.length === 0) await show(entries, others, related.length);
  else if (related.length > 0) count.value = outcome(q, exact.length, related.length);
  list.append(...(await lines(list.children.length, PART - list.children.length, signal)));
  const below: Node[] = [moreButton(lines, entries.length), proseSection(tool.dataset.pagefind ?? '', q)];
  if (exact.length === 0) {
    const tried = related.length === 0 ? otherWords(alsoSearched) : '';
    const filtered = [asked.city, asked.kind, asked.theme].some((value) => value !== '');
    below.push(make('p', {}, lookedThrough(from.size, filtered) + tried), begin());
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
