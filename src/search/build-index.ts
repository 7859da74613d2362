import type { SiteData } from '../site-data/site-data.ts';
import type { EverydayPhrase } from '../tables/everyday-phrases.ts';
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

/** Returns a test for words that at least one text contains. */
function createTextTest(texts: readonly string[]): (word: string) => boolean {
  const results = new Map<string, boolean>();
  return (word) => {
    const isContained = results.get(word) ?? texts.some((text) => text.includes(normalizeSearchText(word)));
    results.set(word, isContained);
    return isContained;
  };
}

/**
 * Returns phrases of residents, each followed by the words of plans that the texts contain; phrases without such a word
 * are left out, because they would find nothing.
 * @param texts in the form of searched texts
 */
export function selectEverydayPhrases(
  phrases: readonly Pick<EverydayPhrase, 'phrase' | 'planWords'>[],
  texts: readonly string[],
): string[][] {
  const isContained = createTextTest(texts);
  return phrases.flatMap(({ phrase, planWords }) => {
    const usefulWords = planWords.filter(isContained);
    return usefulWords.length > 0 ? [[phrase, ...usefulWords]] : [];
  });
}

/** Returns the suggestions besides documents: everyday words that a document contains. */
function listExtraSuggestions(siteData: SiteData, texts: readonly string[]): ExtraSuggestion[] {
  const { urls, terms, everydayWords } = siteData;
  const termTitles = new Set(terms.map(({ title }) => title));
  const isContained = createTextTest(texts);
  return [
    ...everydayWords
      .filter(({ title }) => !termTitles.has(title) && isContained(title))
      .map(({ title, reading, aliases }): ExtraSuggestion => {
        return { title, url: urls.search(title), kind: 'word', names: [title, reading, ...aliases] };
      }),
  ];
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
 * @param phrases the rows of data/everyday-phrases.csv, which are the same for every site
 */
export function buildSiteIndex(
  siteData: SiteData,
  documents: readonly SearchDocument[],
  phrases: readonly EverydayPhrase[],
): Iterable<IndexFile> {
  const { terms, topics, version, everydayWords } = siteData;
  const texts = documents.map(getSearchableText);
  const words = [...terms, ...everydayWords];
  return writeIndex(documents, {
    version,
    synonyms: {
      spellings: words.map(({ title, aliases }) => [title, ...aliases]),
      readings: words.flatMap(({ title, reading }) => (reading ? [[reading, title]] : [])),
      everyday: selectEverydayPhrases(phrases, texts),
      topics: topics.map((topic) => [topic.title, ...topic.words]),
      cities: listSearchCities(siteData),
    },
    extraSuggestions: listExtraSuggestions(siteData, texts),
    pageTitles: listPageTitles(siteData),
  });
}
