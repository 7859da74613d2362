import { citiesNamed } from '../../search/cities.ts';
import { wordsOfQuery } from '../../search/normal.ts';
import { make, part } from '../dom.ts';
import { toQuery, type Asked } from './address.ts';
import { names } from './page.ts';

/**
 * Offers, above the results, what a query that names a city most likely is after: what is left of it among that city's
 * documents or everybody's, and the city's page. Nothing where it names none.
 */
export function offerCities(asked: Asked): void {
  const words = wordsOfQuery(asked.q);
  const named = words.map((word) => citiesNamed(word, names.cities));
  const cities = new Set(named.flatMap((one) => one?.cities ?? []));
  const q = words
    .map((word, place) => named[place]?.rest ?? word)
    .filter((word) => word !== '')
    .join(' ');
  const link = (href: string, text: string) => make('li', {}, make('a', { href }, text));
  const to = (city: string) => location.pathname + toQuery({ ...asked, q, city });
  const isNarrow = q !== '' && asked.city === '';
  const links = [...cities].flatMap(({ id, title, url }) => [
    ...(isNarrow ? [link(to(id), `${title}に絞って「${q}」をさがす`)] : []),
    link(url, `${title}のページ`),
  ]);
  if (cities.size > 0 && q !== '') links.push(link(to(''), `すべての市区町村で「${q}」をさがす`));
  part('search-offer', HTMLUListElement).replaceChildren(...links);
}
