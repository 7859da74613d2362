import {
  createFetchLoader,
  openIndex,
  type DocumentKind,
  type SearchFilters,
  type SearchIndex,
} from '../../../search/query-index.ts';
import { splitQuery } from '../../../search/search-text.ts';
import { createElement } from '../../browser/dom-elements.ts';
import type { SearchParams } from './search-params.ts';
import {
  clearResults,
  createStartContent,
  displayNames,
  offerFilterReset,
  pageElements,
  replaceContentBelow,
  showActiveFilters,
  showCityLinks,
  showFacetCounts,
} from './search-page-elements.ts';
import { resetStatus, runWithStatus, showStatus } from './search-status.ts';
import {
  createResultLine,
  explainRelated,
  listExactEntries,
  listRelatedEntries,
  type ResultEntry,
} from './result-list.ts';
import { createMoreButton, PAGE_SIZE, type LineLoader } from './load-more.ts';
import { restoreScroll, type ScrollPosition } from './scroll-restore.ts';
import { CUT_SHORT, describeNoResults, describeResults } from './search-messages.ts';

/** Lines that are shown before the texts of the others have come. */
const FIRST = 6;

const { list, count, tool, again } = pageElements;
const title = document.title;

let index: Promise<SearchIndex> | null = null;

/** Opens the index once; where that failed, anew. */
export function getSearchIndex(): Promise<SearchIndex> {
  index ??= openIndex(createFetchLoader(tool.dataset.index ?? '')).catch((error: unknown) => {
    index = null;
    throw error;
  });
  return index;
}

/** Nothing left out. */
const ANY: SearchFilters = { city: null, kind: null, theme: null };

const filtersOf = ({ city, kind, theme }: SearchParams): SearchFilters => ({
  city: city || null,
  kind: kind === '' ? null : (kind as DocumentKind),
  theme: theme || null,
});

/**
 * @param words what is marked in every line
 * @param others what is marked besides in those that came by other words
 */
function linesOf(
  index: SearchIndex,
  entries: readonly ResultEntry[],
  words: readonly string[],
  others: readonly string[],
  marking: boolean,
): LineLoader {
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
      return entry ? [createResultLine(entry, row, entry.tier === 'exact' ? words : all, marking, displayNames)] : [];
    });
  };
}

/** The part that asks for pages of prose. Its script is fetched apart; where it can't be had, that part is missing. */
const prose = (query: string) =>
  import('./prose-results.ts').then(
    ({ createProseSection }) => [createProseSection(tool.dataset.pagefind ?? '', query)],
    () => [],
  );

/**
 * Finds what is asked for, and shows it: what contains the words first, since other words take longer to look for.
 * @param within the names of the filters that are on
 * @param most how many lines are shown
 * @param say tells in words what was found so far
 */
async function answer(
  asked: SearchParams,
  q: string,
  within: readonly string[],
  most: number,
  signal: AbortSignal,
  say: (words: string) => void,
): Promise<void> {
  const from = await getSearchIndex();
  const filters = filtersOf(asked);
  const marking = asked.mark !== '0';
  const exactly = await from.searchExact(q, filters, signal);
  const { words, counts, exact } = exactly;
  const found = await listExactEntries(from, q, filters, asked.view === 'kind', exactly, displayNames, signal);
  const elsewhere =
    within.length > 0 && exact.length === 0 ? (await from.searchExact(q, ANY, signal)).exact.length : null;
  const show = async (entries: readonly ResultEntry[], others: readonly string[], related: number) => {
    const lines = linesOf(from, entries, words, others, marking);
    list.replaceChildren(...(await lines(0, FIRST, signal)));
    showCityLinks(asked);
    replaceContentBelow();
    count.dataset.exact = String(exact.length);
    say(describeResults(q, exact.length, related, within));
    showFacetCounts(counts);
    offerFilterReset(elsewhere);
  };
  if (found.length > 0) await show(found, [], 0);
  const results = await from.search(q, filters, signal);
  const { related, alsoSearched } = results;
  const further = prose(q);
  const entries = [...found, ...listRelatedEntries(results, displayNames)];
  const others = alsoSearched.flatMap(splitQuery);
  const lines = linesOf(from, entries, words, others, marking);
  if (found.length === 0) await show(entries, others, related.length);
  else if (related.length > 0) say(describeResults(q, exact.length, related.length, within));
  list.append(...(await lines(list.children.length, most - list.children.length, signal)));
  const none = exact.length === 0;
  const tried = related.length === 0 ? explainRelated(results, displayNames) : '';
  const pages = await further;
  signal.throwIfAborted();
  replaceContentBelow(
    createMoreButton(list, lines, entries.length),
    ...(none ? [createElement('p', {}, describeNoResults(from.size, within.length > 0) + tried)] : []),
    ...pages,
    ...(none ? [createStartContent()] : []),
  );
}

const paused = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Looks for what is asked for; where nothing is, shows what could be.
 * @param pause milliseconds to wait whether something else is asked for
 * @param place where one was when this was asked for before
 */
export async function runSearch(asked: SearchParams, pause = 0, place?: ScrollPosition): Promise<void> {
  const q = asked.q.trim();
  const within = showActiveFilters(asked);
  resetStatus(pause > 0);
  document.title = q ? `「${q}」の${title}` : title;
  /** What was told of what is shown. */
  let told = '';
  const work = async (signal: AbortSignal, hasCome: () => void) => {
    if (pause > 0) await paused(pause);
    signal.throwIfAborted();
    if (splitQuery(q).length === 0) {
      clearResults();
      showStatus('');
      replaceContentBelow(createStartContent());
      return;
    }
    try {
      await answer(asked, q, within, Math.max(PAGE_SIZE, place?.rows ?? 0), signal, (words) => {
        hasCome();
        showStatus((told = words));
      });
    } catch (error) {
      if (!signal.aborted) {
        // What is shown is right, though more would have followed.
        if (told === '') clearResults();
        // Where the site was published anew, the files of the index are no longer where they were.
        index = null;
      }
      throw error;
    }
  };
  const done = await runWithStatus(work, (words) => {
    showStatus(told === '' ? words : `${told}${CUT_SHORT}${words}`);
  });
  if (done === null) return;
  if (again === document.activeElement) count.focus();
  again.hidden = done;
  again.onclick = () => void runSearch(asked, 0, place);
  if (done && place) restoreScroll(place);
}
