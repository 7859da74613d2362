import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { SiteData } from '../site-data/site-data.ts';
import type { EverydayWord } from '../tables/words.ts';
import type { IndexSource } from './build/index-writer.ts';
import type { ExtraSuggestion } from './build/json-shard-builder.ts';
import { listCityNames, type SearchCity } from './city-names.ts';
import type { IndexFile } from './format/index-files.ts';
import { toNewForms } from './query/word-variants.ts';
import type { SearchDocument } from './search-documents.ts';

/*
 * The only file below src/search/ that code outside imports to build an index. For queries there is `query-index.ts`.
 */
export { MANIFEST_NAME, type IndexManifest } from './format/index-files.ts';
export { writeIndex } from './build/index-writer.ts';
export { listSearchDocuments, SearchDocument } from './search-documents.ts';
export { getSearchableText, markWords } from './word-marks.ts';

/** Returns the cities of a site, with the names that a query may use: 四条畷市 and 茅ケ崎市 for 四條畷市 and 茅ヶ崎市 too. */
export const listSearchCities = (siteData: SiteData): SearchCity[] =>
  siteData.municipalities.map(({ id, title, reading, english, prefecture, url }) => ({
    id,
    title: siteData.nameMunicipality(id),
    url,
    forms: listCityNames(title, reading, english, prefecture)
      .flatMap((name) => [name, toNewForms(name), name.replaceAll('ヶ', 'ケ')])
      .filter((name, index, all) => all.indexOf(name) === index),
  }));

/** Returns everyday words as suggestions besides documents. */
function listWordSuggestions(siteData: SiteData, everydayWords: readonly EverydayWord[]): ExtraSuggestion[] {
  const { urls, terms } = siteData;
  const termTitles = new Set(terms.map(({ title }) => title));
  return everydayWords
    .filter(({ title, role }) => role === 'subject' && !termTitles.has(title))
    .map(({ title, reading, aliases }): ExtraSuggestion => {
      return { title, url: urls.search(title), kind: 'word', names: [title, reading, ...aliases] };
    });
}

/** Returns, by plan item without a page of its own, the title of the page that shows it. */
const listPageTitles = (siteData: SiteData): Map<string, string> =>
  new Map(
    siteData.planItems.flatMap((item) => {
      const page = siteData.hasOwnPage(item) ? null : siteData.pageItemOf(item);
      return page ? [[item.id, `${page.number} ${page.title}`.trim()]] : [];
    }),
  );

/**
 * Returns what the search index of a site is built from, besides the documents: plain data that a thread can receive.
 * @param everydayWords the words of residents: `readEverydayWords`
 */
export function createIndexSource(siteData: SiteData, everydayWords: readonly EverydayWord[]): IndexSource {
  const { terms, version } = siteData;
  return {
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
    wordSuggestions: listWordSuggestions(siteData, everydayWords),
    pageTitles: listPageTitles(siteData),
  };
}

const Answer = z.tuple([z.array(z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) }))]);

/** Builds the index of documents as `writeIndex` does, in a thread beside the tables and pages. */
export async function writeIndexInThread(
  documents: readonly SearchDocument[],
  source: IndexSource,
  projectFolder: string,
): Promise<readonly IndexFile[]> {
  const worker = new Worker(join(projectFolder, 'src', 'search', 'build', 'index-worker.ts'));
  worker.postMessage([documents, source]);
  const [files] = Answer.parse(await once(worker, 'message'));
  return files;
}
