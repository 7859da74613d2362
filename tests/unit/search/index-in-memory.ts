import { gzipSync } from 'node:zlib';
import { listSiteDocuments } from '../../../src/open-data/api/api-index.ts';
import { createIndexSource, writeIndex } from '../../../src/search/build-index.ts';
import type { IndexFile } from '../../../src/search/format/index-files.ts';
import { openIndex, SearchError } from '../../../src/search/query-index.ts';
import type { FileLoader, SearchCity, SearchIndex } from '../../../src/search/query-index.ts';
import type { SearchDocument } from '../../../src/search/search-documents.ts';
import { readEverydayWords } from '../../../src/site-data/project-files.ts';
import { memoizeBySite } from '../../../src/site-data/site-data.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

/** The files of an index by their names. */
export type MemoryFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export const NO_FILTERS = { city: null, kind: null, theme: null };

/** What an index is built from besides documents, with nothing in it. */
export const EMPTY_SOURCE = {
  version: 'v',
  wordTable: { rows: [], cities: [] },
  wordSuggestions: [],
  pageTitles: new Map<string, string>(),
};

/** Creates a document: a plan item, unless `more` says another kind. */
export const createDocument = (
  index: number,
  title: string,
  text: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  id: String(index),
  kind: 'node',
  plan: null,
  municipality: null,
  themes: [],
  names: [],
  url: `/${index}/`,
  title,
  text,
  ...more,
});

/** Keeps the files of an index in memory. */
export function keepInMemory(files: Iterable<IndexFile>): MemoryFiles {
  return new Map([...files].map(({ name, bytes }) => [name, bytes]));
}

/** Builds the index of a site in memory, once for all tests. */
export const buildSiteFiles = memoizeBySite((siteData): MemoryFiles => {
  const words = readEverydayWords(REPOSITORY_FOLDER, siteData.everydayWords);
  return keepInMemory(writeIndex(listSiteDocuments(siteData), createIndexSource(siteData, words)));
});

/** Hosts compress JSON. Each query of a test asks for the same files. */
const compressedSizes = new WeakMap<Uint8Array, number>();

/** Returns the number of bytes of a file that a host sends: the other files are packed already. */
function measureTransfer(name: string, bytes: Uint8Array<ArrayBuffer>): number {
  if (!name.endsWith('.json')) return bytes.length;
  const size = compressedSizes.get(bytes) ?? gzipSync(bytes).length;
  compressedSizes.set(bytes, size);
  return size;
}

function createMemoryLoader(files: MemoryFiles, onLoad?: (bytes: number) => void): FileLoader {
  return (name) => {
    const bytes = files.get(name);
    if (bytes) onLoad?.(measureTransfer(name, bytes));
    return bytes ? Promise.resolve(bytes) : Promise.reject(new SearchError('unreachable', `no file ${name}`));
  };
}

/**
 * Opens an index in memory.
 * @param onLoad is called with the number of bytes of each loaded file
 * @param cities the cities that queries may name
 */
export function openInMemory(
  files: MemoryFiles,
  onLoad?: (bytes: number) => void,
  cities?: readonly SearchCity[],
): Promise<SearchIndex> {
  return openIndex(createMemoryLoader(files, onLoad), cities);
}
