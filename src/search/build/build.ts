import { createHash } from 'node:crypto';
import { deflateSync } from 'fflate';
import { checksum, stampOf } from '../checksum.ts';
import { searchedText, type Document } from '../documents.ts';
import { FORMAT, MANIFEST } from '../manifest.ts';
import { normal } from '../normal.ts';
import type { Kin } from '../kin.ts';
import type { Texts } from './grams.ts';
import { rowsOf } from './rows.ts';
import { shardsOf, type Raw } from './shards.ts';
import { startOf } from './start.ts';
import { suggestionsOf, type Names, type Offered } from './suggestions.ts';

/** A file of an index: its name below the index's folder, and its bytes. */
export interface File {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What an index is built from besides the documents. */
export interface Source {
  /** The data's version. */
  readonly version: string;
  /** Words that mean the same, for related results. */
  readonly kin: Kin;
  /** By term, its other spellings and its reading. */
  readonly names: Names;
  /** What is suggested besides documents. */
  readonly offered: readonly Offered[];
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
interface Cut {
  /** About how many bytes a shard of keys has before it is packed. */
  readonly size: number;
  /** About how many characters a file of rows has. */
  readonly rows: number;
  /** At how many places a key may stand before longer ones are made. */
  readonly most: number;
}

/** How an index of so many documents is best cut. */
function cutFor(documents: number): Cut {
  const share = documents / USUAL;
  const size = Math.round(SIZE * (share < 1 ? Math.max(LEAST, Math.sqrt(share)) : Math.cbrt(share)));
  return { size, rows: size, most: MOST };
}

/** The searched texts of documents behind one another. */
function textsOf(documents: readonly Document[]): Texts {
  const forms = documents.map(searchedText);
  const starts = new Uint32Array(forms.length + 1);
  for (const [document, form] of forms.entries())
    starts[document + 1] = (starts[document] ?? 0) + form.length;
  const units = new Uint16Array(starts.at(-1) ?? 0);
  for (const [document, form] of forms.entries()) {
    const start = starts[document] ?? 0;
    for (let at = 0; at < form.length; at++) units[start + at] = form.charCodeAt(at);
  }
  return { units, starts, titles: Uint32Array.from(documents, ({ title }) => normal(title).length) };
}

/** Words that belong together in the form in which texts are searched, so that readers need not bring them there. */
function searched({ spellings, readings, everyday, topics, cities }: Kin): Kin {
  const forms = (groups: Kin['topics']) => groups.map((group) => group.map(normal));
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
  head.setUint32(0, stampOf(folder, name), true);
  head.setUint32(4, checksum(packed), true);
  bytes.set(packed, 8);
  return bytes;
}

/**
 * Builds the index of documents: every file that `openIndex` in `src/search/reader.ts` may ask for. The same
 * documents give the same files, byte for byte, on any machine.
 * @param cut how it is cut; what is found does not depend on it
 * @returns the manifest first, then the files it leads to
 */
export function* buildIndex(
  documents: readonly Document[],
  { version, kin, names, offered, pages }: Source,
  { size, rows: length, most }: Cut = cutFor(documents.length),
): Generator<File> {
  const packed: File[] = [];
  const hash = createHash('sha256');
  const pack = ({ name, bytes }: Raw) => {
    const small = deflateSync(bytes, { level: 4 });
    hash.update(`${name}\n${small.length}\n`).update(small);
    packed.push({ name, bytes: small });
  };
  /** Packs what a generator gives, and hands on what it returns. */
  const packAll = <T>(files: Generator<Raw, T>): T => {
    for (let step = files.next(); ; step = files.next()) {
      if (step.done === true) return step.value;
      pack(step.value);
    }
  };
  const keys = packAll(shardsOf(textsOf(documents), size, most));
  const rows = packAll(rowsOf(documents, pages, length));
  const suggestions = packAll(suggestionsOf(documents, names, offered));
  pack({ name: 'start.bin', bytes: startOf(documents, { keys, suggestions, rows }) });
  pack({ name: 'kin.bin', bytes: new TextEncoder().encode(JSON.stringify(searched(kin))) });
  const folder = `files/${hash.digest('hex').slice(0, 16)}/`;
  const manifest = { format: FORMAT, version, documents: documents.length, folder };
  yield { name: MANIFEST, bytes: new TextEncoder().encode(`${JSON.stringify(manifest)}\n`) };
  for (const { name, bytes } of packed) yield { name: folder + name, bytes: sealed(folder, name, bytes) };
}
