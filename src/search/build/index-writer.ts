import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import {
  addChecksums,
  FORMAT_VERSION,
  HEADER_NAME,
  MANIFEST_NAME,
  SYNONYMS_NAME,
  type IndexFile,
  type IndexManifest,
} from '../format/index-files.ts';
import { writeHeader } from '../format/index-header.ts';
import type { SynonymGroups } from '../format/json-shards.ts';
import { getSearchableText, type SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';
import type { TextCorpus } from './extract-ngrams.ts';
import { buildRowShards, buildSuggestionShards, createJsonFile, type ExtraSuggestion } from './json-shard-builder.ts';
import { buildKeyShards } from './key-shard-builder.ts';

/** The data from which an index is built, besides the documents. */
export interface IndexSource {
  /** The version of the data. */
  readonly version: string;
  readonly synonyms: SynonymGroups;
  /** Suggestions besides documents. */
  readonly extraSuggestions: readonly ExtraSuggestion[];
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
 * Shards of an index of USUAL_SIZE documents have about USUAL_BYTES before they are packed. For more documents they grow
 * with the cube root of the number of documents, so that a query fetches little more. For fewer they shrink with the
 * square root: the header is small then, and a query of many words reads many shards. docs/performance.md has figures.
 */
const USUAL_SIZE = 10_000;
const USUAL_BYTES = 5400;

/** The smallest share of USUAL_BYTES; smaller shards would be too many files. */
const MIN_SHARE = 0.064;

function chooseShardSizes(documents: number): ShardSizes {
  const ratio = documents / USUAL_SIZE;
  const share = ratio < 1 ? Math.max(MIN_SHARE, Math.sqrt(ratio)) : Math.cbrt(ratio);
  return { size: Math.round(USUAL_BYTES * share), maxOccurrences: 8000 };
}

function createCorpus(documents: readonly SearchDocument[]): TextCorpus {
  const texts = documents.map(getSearchableText);
  const starts = new Uint32Array(texts.length + 1);
  for (const [document, text] of texts.entries()) starts[document + 1] = (starts[document] ?? 0) + text.length;
  const units = new Uint16Array(starts.at(-1) ?? 0);
  for (const [document, text] of texts.entries()) {
    const start = starts[document] ?? 0;
    for (let index = 0; index < text.length; index++) units[start + index] = text.charCodeAt(index);
  }
  const nameLengths = documents.map(({ title, names }) =>
    [title, ...names].map((name) => normalizeSearchText(name).length),
  );
  return { units, starts, nameLengths };
}

/** Returns synonyms in the form of searched texts, so that readers need not normalize them. */
function normalizeSynonyms({ spellings, readings, everyday, topics, cities }: SynonymGroups): SynonymGroups {
  const normalize = (groups: SynonymGroups['topics']) => groups.map((group) => group.map(normalizeSearchText));
  return {
    spellings: normalize(spellings),
    readings: normalize(readings),
    everyday: normalize(everyday),
    topics: normalize(topics),
    cities,
  };
}

/**
 * Builds the index of documents: every file that the reader can load. The same documents give the same files, byte
 * for byte, on any machine.
 * @returns the manifest first, then the files of its folder
 */
export function* writeIndex(
  documents: readonly SearchDocument[],
  { version, synonyms, extraSuggestions, pageTitles }: IndexSource,
  { size, maxOccurrences }: ShardSizes = chooseShardSizes(documents.length),
): Generator<IndexFile> {
  const packedFiles: IndexFile[] = [];
  const hash = createHash('sha256');
  const pack = ({ name, bytes }: IndexFile) => {
    const packed = deflateSync(bytes, { level: 4 });
    hash.update(`${name}\n${packed.length}\n`).update(packed);
    packedFiles.push({ name, bytes: packed });
  };
  /** Packs the files of a generator, and returns what the generator returns. */
  const packAll = <T>(files: Generator<IndexFile, T>): T => {
    for (let step = files.next(); ; step = files.next()) {
      if (step.done === true) return step.value;
      pack(step.value);
    }
  };
  const keys = packAll(buildKeyShards(createCorpus(documents), size, maxOccurrences));
  const rowFileStarts = packAll(buildRowShards(documents, pageTitles, size));
  const suggestionSeparators = packAll(buildSuggestionShards(documents, extraSuggestions));
  const header = writeHeader(documents, { ...keys, rowFileStarts, suggestionSeparators });
  pack({ name: HEADER_NAME, bytes: header });
  pack(createJsonFile(SYNONYMS_NAME, normalizeSynonyms(synonyms)));
  const folder = `files/${hash.digest('hex').slice(0, 16)}/`;
  const manifest: IndexManifest = { format: FORMAT_VERSION, version, documents: documents.length, folder };
  yield { name: MANIFEST_NAME, bytes: new TextEncoder().encode(`${JSON.stringify(manifest)}\n`) };
  for (const { name, bytes } of packedFiles) yield { name: folder + name, bytes: addChecksums(folder, name, bytes) };
}
