import type { SiteData } from '../../site-data/site-data.ts';
import { buildIndex, type IndexFile } from './build-index.ts';
import type { ExtraSuggestion } from './build-json-shards.ts';
import { listCityNames, type SearchCity } from '../city-names.ts';
import { listSearchDocuments, getSearchableText } from '../search-documents.ts';
import { selectEverydayWords } from './everyday-words.ts';
import { normalizeSearchText } from '../search-text.ts';

/** The cities of a site, as queries may name them. */
export function listSearchCities({ municipalities }: Pick<SiteData, 'municipalities'>): SearchCity[] {
  return municipalities.map(({ id, title, reading, english, url }) => ({
    id,
    title,
    url,
    forms: listCityNames(title, reading, english),
  }));
}

/** Cities, and the words of everyday life that a document holds: what is suggested besides documents. */
function offeredOf(siteData: SiteData, texts: readonly string[]): ExtraSuggestion[] {
  const { urls, terms, everydayWords } = siteData;
  const known = new Set(terms.map(({ title }) => title));
  return [
    ...listSearchCities(siteData).map(({ title, url, forms }): ExtraSuggestion => ({
      title,
      url,
      kind: 'city',
      names: forms,
    })),
    ...everydayWords
      .filter(
        ({ title }) => !known.has(title) && texts.some((text) => text.includes(normalizeSearchText(title))),
      )
      .map(({ title, reading, aliases }): ExtraSuggestion => ({
        title,
        url: urls.search(title),
        kind: 'word',
        names: [title, reading, ...aliases],
      })),
  ];
}

/** By node that has no page of its own, the title of the page that shows it. */
function pagesOf(siteData: SiteData): Map<string, string> {
  return new Map(
    siteData.planItems.flatMap((node) => {
      const page = siteData.hasOwnPage(node) ? null : siteData.pageItemOf(node);
      return page ? [[node.id, `${page.number} ${page.title}`.trim()]] : [];
    }),
  );
}

/** The index of a site: its documents, the other names of its terms and cities, everyday words and topics. */
export function buildSiteIndex(siteData: SiteData): Iterable<IndexFile> {
  const { terms, topics, version, everydayWords } = siteData;
  const all = listSearchDocuments(siteData);
  const texts = all.map(getSearchableText);
  return buildIndex(all, {
    version,
    kin: {
      spellings: [...terms, ...everydayWords].map(({ title, aliases }) => [title, ...aliases]),
      readings: [...terms, ...everydayWords].flatMap(({ title, reading }) =>
        reading ? [[reading, title]] : [],
      ),
      everyday: selectEverydayWords(texts),
      topics: topics.map(({ title, words: own }) => [title, ...own]),
      cities: listSearchCities(siteData),
    },
    names: new Map(terms.map(({ id, aliases, reading }) => [id, [...aliases, reading]])),
    offered: offeredOf(siteData, texts),
    pages: pagesOf(siteData),
  });
}
