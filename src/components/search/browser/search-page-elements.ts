import { highlightText, separateCities, type FacetCounts, type SearchCity } from '../../../search/query-index.ts';
import { splitQuery } from '../../../search/search-text.ts';
import { createElement, getElement } from '../../browser/dom-elements.ts';
import { findWritten, type DisplayNames } from './result-list.ts';
import { formatSearchParams, parseSearchParams, type SearchParams } from './search-params.ts';

const RESET_FILTERS = 'しぼりこみをはずす';

/** The elements of the page /search/ that its script uses. */
export const pageElements = {
  main: getElement('main', HTMLElement),
  form: getElement('search-form', HTMLFormElement),
  box: getElement('q', HTMLInputElement),
  suggestions: getElement('search-suggestions', HTMLElement),
  /** Everything that works only with the script. */
  tool: getElement('search-tool', HTMLElement),
  filters: getElement('search-filters', HTMLElement),
  firstCity: getElement('search-home', HTMLElement),
  mark: getElement('search-mark', HTMLInputElement),
  /** The results in words. It changes at every letter, so screen readers do not announce it. */
  count: getElement('result-count', HTMLOutputElement),
  /** Resets the filters. */
  widen: getElement('search-widen', HTMLElement),
  /** The copy of `count` that screen readers announce. */
  said: getElement('result-said', HTMLElement),
  again: getElement('search-again', HTMLElement),
  list: getElement('results', HTMLElement),
  start: getElement('search-start-template', HTMLTemplateElement),
  /** The official sites of the municipalities. */
  sites: getElement('search-sites-template', HTMLTemplateElement),
};

/** The JSON of the page: the cities' titles and other names by their ids, and one URL, because there may be many. */
type ResultLabels = Omit<DisplayNames, 'cities'> &
  Readonly<{ forms: Readonly<Record<string, readonly string[]>>; cityUrl: string }>;

export const displayNames = ((): DisplayNames => {
  const names = JSON.parse(getElement('search-names', HTMLElement).textContent) as ResultLabels;
  const cities = Object.entries(names.city).map(([id, title]) => ({
    id,
    title,
    forms: names.forms[id] ?? [],
    url: names.cityUrl.replace('{id}', id),
  }));
  return { ...names, cities };
})();

/** Shows the number of results by filter value, and only values with results; null shows all without numbers. */
export function showFacetCounts(counts: FacetCounts | null): void {
  for (const { name, options } of pageElements.filters.querySelectorAll('select')) {
    const facet: ReadonlyMap<string, number> | undefined = counts?.[name as keyof FacetCounts];
    // The first option is for all.
    for (const option of [...options].slice(1)) {
      const number = facet ? (facet.get(option.value) ?? 0) : null;
      option.label = option.text + (number === null ? '' : `（${number}）`);
      // Some browsers show hidden options.
      option.disabled = option.hidden = number === 0 && !option.selected;
    }
  }
}

/** Creates the content of the page before the first search. */
export const createStartContent = (): Node => pageElements.start.content.cloneNode(true);

/** Replaces the element below the list: if the same element got new content, it would count as a layout shift. */
export function replaceContentBelow(...parts: readonly Node[]): void {
  getElement('search-below', HTMLElement).replaceWith(createElement('div', { id: 'search-below' }, ...parts));
}

/** Replaces the lines of the results, and empties what is below. A reader who is in either goes to their description. */
export function replaceResults(...lines: readonly Node[]): void {
  const { list, count } = pageElements;
  const hasFocus = () => list.parentElement?.contains(document.activeElement);
  const hadFocus = hasFocus();
  list.replaceChildren(...lines);
  replaceContentBelow();
  if (hadFocus && !hasFocus()) count.focus();
}

const FILTERS = ['city', 'kind', 'theme'] as const;

/** Returns the names of the active filter values. */
export const listActiveFilters = (params: SearchParams): string[] =>
  FILTERS.flatMap((name) => displayNames[name][params[name]] ?? []);

/** Says if the URL has filters that the site does not have. The form and the next URL leave them out. */
export function describeUnknownFilters(): string {
  const params = parseSearchParams(location.search);
  const isUnknown = FILTERS.some((name) => params[name] !== '' && !Object.hasOwn(displayNames[name], params[name]));
  return isUnknown ? 'リンクの中の使えない条件をはずしました。' : '';
}

/** Offers to reset the filters, with the number of results then; null removes the offer. */
export function offerFilterReset(unfilteredCount: number | null): void {
  pageElements.widen.hidden = unfilteredCount === null;
  pageElements.widen.textContent = unfilteredCount ? `${RESET_FILTERS}（${unfilteredCount}件）` : RESET_FILTERS;
}

export function clearResults(): void {
  getElement('search-offer', HTMLElement).replaceChildren();
  replaceResults();
  pageElements.count.dataset.exact = '0';
  showFacetCounts(null);
  offerFilterReset(null);
}

/** Creates an entry of a list with a link. */
export const createLinkEntry = (href: string, text: string) =>
  createElement('li', {}, createElement('a', { href }, text));

/** Returns the cities that a search is about: those that its query names, or the one of its filter. */
export function listAskedCities({ q, city }: SearchParams): readonly SearchCity[] {
  const { cities } = separateCities(splitQuery(q), displayNames.cities);
  return cities.length > 0 ? cities : displayNames.cities.filter(({ id }) => id === city);
}

/** Shows links above the results of a query that names cities: the rest there or everywhere, if any, and their pages. */
export function showCityLinks(params: SearchParams, hasResults: boolean): void {
  const { cities, words } = separateCities(splitQuery(params.q), displayNames.cities);
  const q = words.map((word) => findWritten(highlightText(params.q, [word]), word)).join(' ');
  const urlFor = (city: string) => location.pathname + formatSearchParams({ ...params, q, city });
  const canSearch = hasResults && q !== '';
  const links = cities.flatMap(({ id, title, url }) => [
    ...(canSearch && params.city === '' ? [createLinkEntry(urlFor(id), `${title}にしぼって「${q}」をさがす`)] : []),
    createLinkEntry(url, `${title}のページ`),
  ]);
  if (cities.length > 0 && canSearch) links.push(createLinkEntry(urlFor(''), `すべての市区町村で「${q}」をさがす`));
  getElement('search-offer', HTMLElement).replaceChildren(...links);
}
