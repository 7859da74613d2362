import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { addChecksums, FORMAT_VERSION, HEADER_NAME, MANIFEST_NAME, WORDS_NAME } from '../format/index-files.ts';
import type { IndexFile, IndexManifest } from '../format/index-files.ts';
import { writeHeader } from '../format/index-header.ts';
import { createPairFilter } from '../format/pair-filter.ts';
import type { WordTable } from '../format/word-file.ts';
import type { SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';
import { markWords } from '../word-marks.ts';
import { createTextCorpus } from './extract-ngrams.ts';
import { buildRowShards, buildSuggestionShards, type ExtraSuggestion } from './json-shard-builder.ts';
import { buildKeyShards } from './key-shard-builder.ts';
import { buildWordShards } from './word-shard-builder.ts';

/** The data from which an index is built, besides the documents. */
export interface IndexSource {
  readonly version: string;
  readonly wordTable: WordTable;
  /** Suggestions that are not documents. The index has a suggestion only if a document contains its title. */
  readonly wordSuggestions: readonly ExtraSuggestion[];
  /** For a document without a page of its own, the title of the page that shows it. */
  readonly pageTitles: ReadonlyMap<string, string>;
}

/** The sizes by which an index is divided into files. They do not change the results of a query. */
interface ShardSizes {
  /** The approximate size of a shard before it is packed: bytes for keys, characters for rows. */
  readonly size: number;
  /** Number of occurrences of a key above which longer keys are made: it limits the positions of one key. */
  readonly maxOccurrences: number;
}

/**
 * Shards of an index of USUAL_SIZE documents have about USUAL_BYTES before they are packed. For other numbers of
 * documents they grow and shrink with the cube root, so a query fetches little more or less: docs/performance.md.
 */
const USUAL_SIZE = 10_000;
const USUAL_BYTES = 5400;

/** How much smaller the shards of rows of a small index are: three results lie in as many shards of any such size. */
const SMALL_ROW_SHARE = 0.25;

/** From this number of documents on, the filter of pairs would be larger than the files that it saves. */
const MANY_DOCUMENTS = 5000;

/** Returns the table of words in the form of searched texts, so that readers need not normalize it. */
function normalizeWords({ rows, cities }: WordTable): WordTable {
  const normalize = (words: readonly string[]) =>
    [...new Set(words.map(normalizeSearchText))].filter((word) => word !== '');
  return {
    rows: rows.map((row) => ({ ...row, forms: normalize(row.forms), planWords: normalize(row.planWords) })),
    cities,
  };
}

/** The sizes of blocks from which each file of a small index takes the best: a block suits one part of a file. */
const MEMORY_LEVELS = [4, 5, 6, 8];

/** Packs bytes, as small as possible or fast. */
function packBytes(bytes: Uint8Array, isSmall: boolean): Uint8Array {
  const packed = (isSmall ? MEMORY_LEVELS : [8]).map((memLevel) => deflateRawSync(bytes, { memLevel }));
  return packed.reduce((best, one) => (one.length < best.length ? one : best));
}

/**
 * Builds the index of documents: every file that the reader can load. The same documents give the same content in a
 * folder of the same name on any machine, and the same bytes with the same version of Node.
 * @returns the manifest first, then the files of its folder
 */
export function* writeIndex(
  documents: readonly SearchDocument[],
  { version, wordTable, wordSuggestions, pageTitles }: IndexSource,
  {
    size = Math.round(USUAL_BYTES * Math.cbrt(documents.length / USUAL_SIZE)),
    maxOccurrences = 8000,
  }: Partial<ShardSizes> = {},
): Generator<IndexFile> {
  const corpus = createTextCorpus(documents);
  const words = normalizeWords(wordTable);
  const isSmall = documents.length < MANY_DOCUMENTS;
  const keys = buildKeyShards(corpus, size, maxOccurrences);
  const rows = buildRowShards(documents, pageTitles, isSmall ? SMALL_ROW_SHARE * size : size);
  const extraSuggestions = wordSuggestions.filter(({ title }) => corpus.contains(markWords(title)));
  const suggestions = buildSuggestionShards(documents, extraSuggestions);
  const queries = words.rows.flatMap(({ forms }) => forms);
  const pairFilter = isSmall ? createPairFilter(keys.pairs, queries) : new Uint8Array();
  const files: IndexFile[] = [
    ...keys.files,
    ...rows.files,
    ...suggestions.files,
    { name: HEADER_NAME, bytes: writeHeader(documents, { ...keys, ...rows, ...suggestions, pairFilter }) },
    ...buildWordShards(documents, words, size, isSmall),
  ];
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  const contents = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const folder = `files/${hash.digest('hex').slice(0, 16)}/`;
  const pack = (name: string, bytes: Uint8Array) => addChecksums(folder, name, packBytes(bytes, isSmall));
  /** Moves a file of a small index into the manifest: returns its bytes in base64. */
  const embedFile = (name: string): string | undefined => {
    const bytes = contents.get(name);
    if (!isSmall || !bytes) return undefined;
    contents.delete(name);
    return Buffer.from(pack(name, bytes)).toString('base64');
  };
  const manifest: IndexManifest = {
    format: FORMAT_VERSION,
    version,
    documents: documents.length,
    folder,
    start: embedFile(HEADER_NAME),
    words: embedFile(WORDS_NAME),
  };
  yield { name: MANIFEST_NAME, bytes: new TextEncoder().encode(`${JSON.stringify(manifest)}\n`) };
  for (const [name, bytes] of contents) yield { name: folder + name, bytes: pack(name, bytes) };
}
