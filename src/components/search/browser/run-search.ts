import { createFetchLoader, openIndex } from '../../../search/query-index.ts';
import type { DocumentKind, SearchFilters, SearchIndex, SearchResults } from '../../../search/query-index.ts';
import { splitQuery } from '../../../search/search-text.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { readFirstCity } from './first-city.ts';
import { createLineLoader, createMoreButton, PAGE_SIZE, type LineLoader } from './load-more.ts';
import { explainRelated, listExactEntries, listRelatedEntries, type ResultEntry } from './result-list.ts';
import { restoreScroll, type ScrollPosition } from './scroll-restore.ts';
import { CUT_SHORT, describeNoResults, describeResults } from './search-messages.ts';
import {
  clearResults,
  createStartContent,
  describeUnknownFilters,
  displayNames,
  listAskedCities,
  offerFilterReset,
  pageElements,
  replaceContentBelow,
  replaceResults,
  listActiveFilters,
  showCityLinks,
  showFacetCounts,
} from './search-page-elements.ts';
import type { SearchParams } from './search-params.ts';
import { resetStatus, runWithStatus, showStatus } from './search-status.ts';

/** Number of lines shown before the texts of the other lines are loaded. */
const FIRST_LINES = 3;

const { list, count, tool, again, firstCity } = pageElements;
const title = document.title;

let index: Promise<SearchIndex> | null = null;

/** Opens the index once, and again after a failure. */
export function getSearchIndex(): Promise<SearchIndex> {
  index ??= openIndex(createFetchLoader(tool.dataset.index ?? ''), displayNames.cities).catch((error: unknown) => {
    index = null;
    throw error;
  });
  return index;
}

const NO_FILTERS: SearchFilters = { city: null, kind: null, theme: null };

const toFilters = ({ city, kind, theme }: SearchParams): SearchFilters => ({
  firstCity: readFirstCity(),
  city: city || null,
  kind: kind === '' ? null : (kind as DocumentKind),
  theme: theme || null,
});

/** Loads what the page says about cities and words; null if its script can't be loaded: the results do not need it. */
const loadNotes = () => import('./city-notes.ts').catch(() => null);

/** Loads the part of the page that searches prose. If its script can't be loaded, that part is missing. */
const loadProseSection = (query: string) =>
  import('./prose-results.ts').then(
    (script) => [script.createProseSection(tool.dataset.pagefind ?? '', query)],
    () => [],
  );

/** Shows which city comes first, or narrows the results; `isMissing` is true if that city has no exact result. */
function showFirstCityNote(params: SearchParams, isMissing = false): void {
  firstCity.hidden = readFirstCity() === null && params.city === '';
  if (firstCity.hidden) return;
  void loadNotes().then((notes) => {
    firstCity.hidden ||= notes === null;
    notes?.showFirstCity(params.city, isMissing, () => {
      void runSearch(params);
      count.focus();
    });
  });
}

/** Creates what is below the results: links for words and cities with few results, why there are none, and prose. */
async function createContentBelow(
  params: SearchParams,
  searchIndex: SearchIndex,
  results: SearchResults,
  loadingProse: ReturnType<typeof loadProseSection>,
  signal: AbortSignal,
): Promise<Node[]> {
  const isFiltered = listActiveFilters(params).length > 0;
  const { exact, related } = results;
  const hasNone = exact.length === 0;
  const isEmpty = hasNone && related.length === 0;
  const isUnknown = isEmpty && !isFiltered;
  const namesCity = listAskedCities(params).length > 0;
  const notes = isUnknown || (hasNone && namesCity) ? await loadNotes() : null;
  const wordLinks = isUnknown && (await notes?.createWordLinks(searchIndex, params.q.trim(), signal));
  const cityGaps = namesCity && (await notes?.createCityGaps(params, searchIndex, isEmpty, signal));
  // A word with so few results may be in parts of the plans that the site does not have.
  const sites = !namesCity && exact.length < FIRST_LINES && pageElements.sites.content.cloneNode(true);
  const explanation = isUnknown ? explainRelated(results, displayNames) : '';
  const why = hasNone && createElement('p', {}, describeNoResults(searchIndex.size, isFiltered) + explanation);
  const parts = [wordLinks, cityGaps, sites, why, await loadingProse, hasNone && createStartContent()];
  return parts.flat().filter((part) => part instanceof Node);
}

/**
 * Searches, and shows the results: the exact results first, because related ones take longer.
 * @param lineCount the least number of lines to show
 * @param describe shows the results so far in words
 */
async function showSearchResults(
  params: SearchParams,
  q: string,
  lineCount: number,
  signal: AbortSignal,
  describe: (message: string) => void,
): Promise<void> {
  const filterNames = listActiveFilters(params);
  const searchIndex = await getSearchIndex();
  const filters = toFilters(params);
  const exactResults = await searchIndex.searchExact(q, filters, signal);
  const { words, counts, exact } = exactResults;
  const searchKind = (kind: DocumentKind) => searchIndex.searchExact(q, { ...filters, kind }, signal);
  const grouping = params.view === 'kind' ? searchKind : null;
  const exactEntries = await listExactEntries(exactResults, displayNames, filters, grouping);
  // Guides and datasets mention everything: what is near the words comes before them.
  const comesLast = exactResults.isAside;
  const hidesAll = filterNames.length > 0 && exact.length === 0;
  const unfiltered = hidesAll ? await searchIndex.searchExact(q, NO_FILTERS, signal) : null;
  const createLoader = (entries: readonly ResultEntry[], otherWords: readonly string[]) =>
    createLineLoader(searchIndex, entries, words, otherWords, params.mark !== '0');
  const showFirst = async (loadLines: LineLoader, relatedCount: number) => {
    replaceResults(...(await loadLines(0, FIRST_LINES, signal)));
    showCityLinks(params, exact.length + relatedCount > 0);
    count.dataset.exact = String(exact.length);
    describe(describeResults(q, exact.length, relatedCount, filterNames));
    showFacetCounts(counts);
    showFirstCityNote(params, exact.length > 0 && !counts.city.has(readFirstCity() ?? ''));
    offerFilterReset(unfiltered?.exact.length ?? null);
  };
  // Related results are fewer at first: each line may need a file.
  const shownCount = exact.length > 0 ? Math.max(PAGE_SIZE, lineCount) : lineCount;
  const showMore = async (loadLines: LineLoader) => {
    list.append(...(await loadLines(list.children.length, shownCount - list.children.length, signal)));
  };
  if (exactEntries.length > 0 && !comesLast) {
    const loadExactLines = createLoader(exactEntries, []);
    await showFirst(loadExactLines, 0);
    // They are shown even if related results fail to load.
    await showMore(loadExactLines);
  }
  const results = await searchIndex.search(q, filters, signal);
  const { related, alsoSearched, cities } = results;
  const loadingProse = loadProseSection(q);
  const relatedEntries = listRelatedEntries(results, displayNames);
  const entries = comesLast ? [...relatedEntries, ...exactEntries] : [...exactEntries, ...relatedEntries];
  // The value of a named city begins the excerpt of a statistic.
  const named = cities.map((id) => displayNames.city[id] ?? '');
  const loadLines = createLoader(entries, [...alsoSearched, ...named].flatMap(splitQuery));
  if (exactEntries.length === 0 || comesLast) await showFirst(loadLines, related.length);
  else if (related.length > 0) describe(describeResults(q, exact.length, related.length, filterNames));
  await showMore(loadLines);
  const below = await createContentBelow(params, searchIndex, results, loadingProse, signal);
  signal.throwIfAborted();
  replaceContentBelow(createMoreButton(list, loadLines, entries.length), ...below);
}

/**
 * Runs a search and shows its results; without a query, shows what readers can search for.
 * @param pause milliseconds to wait for another search
 * @param position the saved position of this history entry
 */
export async function runSearch(params: SearchParams, pause = 0, position?: ScrollPosition): Promise<void> {
  const q = params.q.trim();
  showFirstCityNote(params);
  resetStatus();
  document.title = q ? `「${q}」の${title}` : title;
  /** The description of the results that are shown. */
  let description = '';
  const work = async (signal: AbortSignal, onFirstResults: () => void) => {
    if (pause > 0) await new Promise((resolve) => void setTimeout(resolve, pause));
    signal.throwIfAborted();
    if (splitQuery(q).length === 0) {
      clearResults();
      showStatus(describeUnknownFilters());
      replaceContentBelow(createStartContent());
      return;
    }
    try {
      const lineCount = Math.max(FIRST_LINES, position?.rows ?? 0);
      await showSearchResults(params, q, lineCount, signal, (message) => {
        onFirstResults();
        showStatus((description = message + describeUnknownFilters()));
      });
    } catch (error) {
      if (!signal.aborted) {
        // Results that are shown stay: they are right, only the rest is missing.
        if (description === '') {
          clearResults();
          replaceContentBelow(createStartContent());
        }
        // After a redeploy the old index files are gone.
        index = null;
      }
      throw error;
    }
  };
  const isDone = await runWithStatus(work, (message) => {
    showStatus(description === '' ? message : `${description}${CUT_SHORT}${message}`);
  });
  if (isDone === null) return;
  if (again === document.activeElement) count.focus();
  again.hidden = isDone;
  again.onclick = () => void runSearch(params, 0, position);
  if (isDone && position) restoreScroll(position);
}
