import type { SiteData } from '../site-data/site-data.ts';
import type { EverydayWord } from '../tables/words.ts';
import { listCityNames, type SearchCity } from './city-names.ts';
import type { ExtraSuggestion } from './build/json-shard-builder.ts';
import { writeIndex } from './build/index-writer.ts';
import type { IndexFile } from './format/index-files.ts';
import { getSearchableText, type SearchDocument } from './search-documents.ts';
import { normalizeSearchText } from './search-text.ts';

/*
 * The only file below src/search/ that code outside imports to build an index. For queries there is `query-index.ts`.
 */
export { MANIFEST_NAME, type IndexFile, type IndexManifest } from './format/index-files.ts';
export { writeIndex } from './build/index-writer.ts';
export { getSearchableText, listSearchDocuments, type SearchDocument } from './search-documents.ts';

/** Returns the cities of a site, with the names that a query may use. */
export function listSearchCities({ municipalities }: Pick<SiteData, 'municipalities'>): SearchCity[] {
  return municipalities.map(({ id, title, reading, english, url }) => ({
    id,
    title,
    url,
    forms: listCityNames(title, reading, english),
  }));
}

/** Returns the suggestions besides documents: everyday words that a document contains. */
function listExtraSuggestions(
  siteData: SiteData,
  everydayWords: readonly EverydayWord[],
  texts: readonly string[],
): ExtraSuggestion[] {
  const { urls, terms } = siteData;
  const termTitles = new Set(terms.map(({ title }) => title));
  const isContained = (title: string) => {
    const form = normalizeSearchText(title);
    return texts.some((text) => text.includes(form));
  };
  return everydayWords
    .filter(({ title, role }) => role === 'subject' && !termTitles.has(title) && isContained(title))
    .map(({ title, reading, aliases }): ExtraSuggestion => {
      return { title, url: urls.search(title), kind: 'word', names: [title, reading, ...aliases] };
    });
}

/** Returns, by plan item without a page of its own, the title of the page that shows it. */
function listPageTitles(siteData: SiteData): Map<string, string> {
  return new Map(
    siteData.planItems.flatMap((item) => {
      const page = siteData.hasOwnPage(item) ? null : siteData.pageItemOf(item);
      return page ? [[item.id, `${page.number} ${page.title}`.trim()]] : [];
    }),
  );
}

/**
 * Builds the search index of a site.
 * @param documents the documents of the site: `listSearchDocuments`
 * @param everydayWords the words of residents: `getEverydayWords`
 */
export function buildSiteIndex(
  siteData: SiteData,
  documents: readonly SearchDocument[],
  everydayWords: readonly EverydayWord[],
): Iterable<IndexFile> {
  const { terms, version } = siteData;
  const texts = documents.map(getSearchableText);
  return writeIndex(documents, {
    version,
    wordTable: {
      rows: [
        ...everydayWords.map(({ title, reading, aliases, english, planWords, role }) => {
          return { forms: [title, reading, ...aliases, ...english], planWords, role };
        }),
        ...terms.map(({ title, reading, aliases }) => {
          return { forms: [title, reading, ...aliases], planWords: [], role: 'subject' as const };
        }),
      ],
      cities: listSearchCities(siteData),
    },
    extraSuggestions: listExtraSuggestions(siteData, everydayWords, texts),
    pageTitles: listPageTitles(siteData),
  });
}
