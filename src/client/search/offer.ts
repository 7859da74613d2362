import { matchCities } from '../../search/cities.ts';
import { splitQuery } from '../../search/normal.ts';
import { createElement, getElement } from '../dom.ts';
import { formatSearchParams, type SearchParams } from './address.ts';
import { displayNames } from './page.ts';

/**
 * Offers, above the results, what a query that names a city most likely is after: what is left of it among that city's
 * documents or everybody's, and the city's page. Nothing where it names none.
 */
export function showCityLinks(asked: SearchParams): void {
  const words = splitQuery(asked.q);
  const named = words.map((word) => matchCities(word, displayNames.cities));
  const cities = new Set(named.flatMap((one) => one?.cities ?? []));
  const q = words
    .map((word, place) => named[place]?.rest ?? word)
    .filter((word) => word !== '')
    .join(' ');
  const link = (href: string, text: string) => createElement('li', {}, createElement('a', { href }, text));
  const to = (city: string) => location.pathname + formatSearchParams({ ...asked, q, city });
  const isNarrow = q !== '' && asked.city === '';
  const links = [...cities].flatMap(({ id, title, url }) => [
    ...(isNarrow ? [link(to(id), `${title}に絞って「${q}」をさがす`)] : []),
    link(url, `${title}のページ`),
  ]);
  if (cities.size > 0 && q !== '') links.push(link(to(''), `すべての市区町村で「${q}」をさがす`));
  getElement('search-offer', HTMLUListElement).replaceChildren(...links);
}
