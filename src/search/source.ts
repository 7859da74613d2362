import type { Portal } from '../portal/portal.ts';
import { buildIndex, type File } from './build/build.ts';
import type { Offered } from './build/suggestions.ts';
import { formsOfCity, type City } from './cities.ts';
import { documents, searchedText } from './documents.ts';
import { everydayOf } from './everyday.ts';
import { normal } from './normal.ts';

/** The cities of a site, as queries may name them. */
export function citiesOf({ municipalities }: Pick<Portal, 'municipalities'>): City[] {
  return municipalities.map(({ id, title, reading, english, url }) => ({
    id,
    title,
    url,
    forms: formsOfCity(title, reading, english),
  }));
}

/** Cities, and the words of everyday life that a document holds: what is suggested besides documents. */
function offeredOf(portal: Portal, texts: readonly string[]): Offered[] {
  const { address, terms, words } = portal;
  const known = new Set(terms.map(({ title }) => title));
  return [
    ...citiesOf(portal).map(({ title, url, forms }): Offered => ({
      title,
      url,
      kind: 'city',
      names: forms,
    })),
    ...words
      .filter(({ title }) => !known.has(title) && texts.some((text) => text.includes(normal(title))))
      .map(({ title, reading, aliases }): Offered => ({
        title,
        url: address.search(title),
        kind: 'word',
        names: [title, reading, ...aliases],
      })),
  ];
}

/** By node that has no page of its own, the title of the page that shows it. */
function pagesOf(portal: Portal): Map<string, string> {
  return new Map(
    portal.nodes.flatMap((node) => {
      const page = portal.isPage(node) ? null : portal.pageOf(node);
      return page ? [[node.id, `${page.number} ${page.title}`.trim()]] : [];
    }),
  );
}

/** The index of a site: its documents, the other names of its terms and cities, everyday words and topics. */
export function indexOf(portal: Portal): Iterable<File> {
  const { terms, topics, version, words } = portal;
  const all = documents(portal);
  const texts = all.map(searchedText);
  return buildIndex(all, {
    version,
    kin: {
      spellings: [...terms, ...words].map(({ title, aliases }) => [title, ...aliases]),
      readings: [...terms, ...words].flatMap(({ title, reading }) => (reading ? [[reading, title]] : [])),
      everyday: everydayOf(texts),
      topics: topics.map(({ title, words: own }) => [title, ...own]),
      cities: citiesOf(portal),
    },
    names: new Map(terms.map(({ id, aliases, reading }) => [id, [...aliases, reading]])),
    offered: offeredOf(portal, texts),
    pages: pagesOf(portal),
  });
}
