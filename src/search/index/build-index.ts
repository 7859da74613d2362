import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { computeChecksum, computePathChecksum, FORMAT_VERSION, MANIFEST_NAME } from '../index-format.ts';
import { getSearchableText, type SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';
import type { SynonymGroups } from '../index-json.ts';
import type { TextCorpus } from './extract-ngrams.ts';
import {
  type AlternativeNames,
  buildRowShards,
  buildSuggestionShards,
  type ExtraSuggestion,
} from './build-json-shards.ts';
import { buildKeyShards, type UnpackedFile } from './build-key-shards.ts';
import { buildHeader } from './build-header.ts';

/** A file of an index: its name below the index's folder, and its bytes. */
export interface IndexFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What an index is built from besides the documents. */
export interface IndexSource {
  /** The data's version. */
  readonly version: string;
  /** Words that mean the same, for related results. */
  readonly kin: SynonymGroups;
  /** By term, its other spellings and its reading. */
  readonly names: AlternativeNames;
  /** What is suggested besides documents. */
  readonly offered: readonly ExtraSuggestion[];
  /** By document, the title of the page that shows it among others. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Keys that stand at more places than this have longer ones in their stead: it bounds what one key's positions take. */
const MOST = 8000;

/**
 * Shards of an index of USUAL documents have about SIZE bytes before they are packed. For more documents they grow with
 * the third root of their number, so that what a query fetches grows slowly, and what a reader must know beforehand
 * faster, but it is fetched once: docs/performance.md. For fewer they shrink with the square root: what a reader must
 * know is little then, and a question in many words looks into many shards.
 */
const USUAL = 10_000;
const SIZE = 5400;

/** They shrink to no less than this share of SIZE, or there would be too many files. */
const LEAST = 0.064;

/** How an index is cut. */
interface ShardSizes {
  /** About how many bytes a shard of keys has before it is packed. */
  readonly size: number;
  /** About how many characters a file of rows has. */
  readonly rows: number;
  /** At how many places a key may stand before longer ones are made. */
  readonly most: number;
}

/** How an index of so many documents is best cut. */
function cutFor(documents: number): ShardSizes {
  const share = documents / USUAL;
  const size = Math.round(SIZE * (share < 1 ? Math.max(LEAST, Math.sqrt(share)) : Math.cbrt(share)));
  return { size, rows: size, most: MOST };
}

/** The searched texts of documents behind one another. */
function textsOf(documents: readonly SearchDocument[]): TextCorpus {
  const forms = documents.map(getSearchableText);
  const starts = new Uint32Array(forms.length + 1);
  for (const [document, form] of forms.entries())
    starts[document + 1] = (starts[document] ?? 0) + form.length;
  const units = new Uint16Array(starts.at(-1) ?? 0);
  for (const [document, form] of forms.entries()) {
    const start = starts[document] ?? 0;
    for (let at = 0; at < form.length; at++) units[start + at] = form.charCodeAt(at);
  }
  return {
    units,
    starts,
    titles: Uint32Array.from(documents, ({ title }) => normalizeSearchText(title).length),
  };
}

/** Words that belong together in the form in which texts are searched, so that readers need not bring them there. */
function searched({ spellings, readings, everyday, topics, cities }: SynonymGroups): SynonymGroups {
  const forms = (groups: SynonymGroups['topics']) => groups.map((group) => group.map(normalizeSearchText));
  return {
    spellings: forms(spellings),
    readings: forms(readings),
    everyday: forms(everyday),
    topics: forms(topics),
    cities,
  };
}

/** Puts the two checksums before the packed bytes. */
function sealed(folder: string, name: string, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(packed.length + 8);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, computePathChecksum(folder, name), true);
  head.setUint32(4, computeChecksum(packed), true);
  bytes.set(packed, 8);
  return bytes;
}

/**
 * Builds the index of documents: every file that `openIndex` in `src/search/query/open-index.ts` may ask for. The same
 * documents give the same files, byte for byte, on any machine.
 * @param cut how it is cut; what is found does not depend on it
 * @returns the manifest first, then the files it leads to
 */
export function* buildIndex(
  documents: readonly SearchDocument[],
  { version, kin, names, offered, pages }: IndexSource,
  { size, rows: length, most }: ShardSizes = cutFor(documents.length),
): Generator<IndexFile> {
  const packed: IndexFile[] = [];
  const hash = createHash('sha256');
  const pack = ({ name, bytes }: UnpackedFile) => {
    const small = deflateSync(bytes, { level: 4 });
    hash.update(`${name}\n${small.length}\n`).update(small);
    packed.push({ name, bytes: small });
  };
  /** Packs what a generator gives, and hands on what it returns. */
  const packAll = <T>(files: Generator<UnpackedFile, T>): T => {
    for (let step = files.next(); ; step = files.next()) {
      if (step.done === true) return step.value;
      pack(step.value);
    }
  };
  const keys = packAll(buildKeyShards(textsOf(documents), size, most));
  const rows = packAll(buildRowShards(documents, pages, length));
  const suggestions = packAll(buildSuggestionShards(documents, names, offered));
  pack({ name: 'start.bin', bytes: buildHeader(documents, { keys, suggestions, rows }) });
  pack({ name: 'kin.bin', bytes: new TextEncoder().encode(JSON.stringify(searched(kin))) });
  const folder = `files/${hash.digest('hex').slice(0, 16)}/`;
  const manifest = { format: FORMAT_VERSION, version, documents: documents.length, folder };
  yield { name: MANIFEST_NAME, bytes: new TextEncoder().encode(`${JSON.stringify(manifest)}\n`) };
  for (const { name, bytes } of packed) yield { name: folder + name, bytes: sealed(folder, name, bytes) };
}
