import { separateCities, type FacetCounts } from '../../../search/query-index.ts';
import { createElement, getElement } from '../../browser/dom-elements.ts';
import { formatSearchParams, type SearchParams } from './search-params.ts';
import type { DisplayNames } from './result-list.ts';
import { splitQuery } from '../../../search/search-text.ts';

const WIDER = '絞り込みをはずす';

/** The parts of the page /search/ that its script works on. */
export const pageElements = {
  main: getElement('main', HTMLElement),
  form: getElement('search-form', HTMLFormElement),
  box: getElement('q', HTMLInputElement),
  suggestions: getElement('search-suggestions', HTMLUListElement),
  /** Everything that does something only with the script. */
  tool: getElement('search-tool', HTMLElement),
  filters: getElement('search-filters', HTMLDetailsElement),
  mark: getElement('search-mark', HTMLInputElement),
  /** What was found, in words. It changes at every letter, so it is not announced. */
  count: getElement('result-count', HTMLOutputElement),
  /** What is on of the filters, told where they are folded away. */
  narrowed: getElement('search-narrowed', HTMLElement),
  /** Takes the filters off. */
  widen: getElement('search-widen', HTMLButtonElement),
  /** What is announced of it. */
  said: getElement('result-said', HTMLElement),
  again: getElement('search-again', HTMLButtonElement),
  list: getElement('results', HTMLOListElement),
  start: getElement('search-start-template', HTMLTemplateElement),
};

/** What kinds, cities and plans are called. */
export const displayNames = ((): DisplayNames => {
  const given = JSON.parse(getElement('search-names', HTMLElement).textContent) as Omit<DisplayNames, 'city'>;
  return { ...given, city: Object.fromEntries(given.cities.map(({ id, title }) => [id, title])) };
})();

/** Shows how many there are by each filter; null takes the numbers away. */
export function showFacetCounts(counts: FacetCounts | null): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-count]')) {
    const [name, id = ''] = place.dataset.count?.split(':') ?? [];
    const own: ReadonlyMap<string, number> | undefined = counts?.[name as keyof FacetCounts];
    const number = own && id ? String(own.get(id) ?? 0) : '';
    if (place instanceof HTMLOptionElement) place.label = number ? `${place.text}（${number}）` : place.text;
    else place.textContent = number;
  }
}

/** What is shown where there is nothing to list: what can be looked for. */
export function createStartContent(): Node {
  return pageElements.start.content.cloneNode(true);
}

/** Puts something below the list: in an element of its own, because one that was there would be seen to move. */
export function replaceContentBelow(...parts: readonly Node[]): void {
  getElement('search-below', HTMLElement).replaceWith(createElement('div', { id: 'search-below' }, ...parts));
}

/** What filters are on, by the names of what they let through; tells it beside the filters, too. */
export function showActiveFilters(asked: SearchParams): string[] {
  const on = (['city', 'kind', 'theme'] as const).flatMap((name) => displayNames[name][asked[name]] ?? []);
  pageElements.narrowed.textContent = on.length > 0 ? `：${on.join('・')}` : '';
  return on;
}

/** Offers to take the filters off, with the number of what is found then; null takes the offer away. */
export function offerFilterReset(found: number | null): void {
  pageElements.widen.hidden = found === null;
  pageElements.widen.textContent = found === 0 ? WIDER : `${WIDER}（${found}件）`;
}

/** Takes the last answer away. */
export function clearResults(): void {
  getElement('search-offer', HTMLUListElement).replaceChildren();
  pageElements.list.replaceChildren();
  replaceContentBelow();
  pageElements.count.dataset.exact = '0';
  showFacetCounts(null);
  offerFilterReset(null);
}

/**
 * Offers, above the results, what a query that names a city most likely is after: what is left of it among that city's
 * documents or everybody's, and the city's page. Nothing where it names none.
 */
export function showCityLinks(asked: SearchParams): void {
  const { cities, words } = separateCities(splitQuery(asked.q), displayNames.cities);
  const q = words.join(' ');
  const link = (href: string, text: string) => createElement('li', {}, createElement('a', { href }, text));
  const to = (city: string) => location.pathname + formatSearchParams({ ...asked, q, city });
  const isNarrow = q !== '' && asked.city === '';
  const links = cities.flatMap(({ id, title, url }) => [
    ...(isNarrow ? [link(to(id), `${title}に絞って「${q}」をさがす`)] : []),
    link(url, `${title}のページ`),
  ]);
  if (cities.length > 0 && q !== '') links.push(link(to(''), `すべての市区町村で「${q}」をさがす`));
  getElement('search-offer', HTMLUListElement).replaceChildren(...links);
}
