import { SearchError, type SearchSuggestion } from '../search-results.ts';
import { RANKED_KINDS } from './index-header.ts';

/** The version of the format (docs/search.md). It increases if an older program would misread the files. */
export const FORMAT_VERSION = 10;

/** The file that an index begins with: the only one whose name stays the same while its content changes. */
export const MANIFEST_NAME = 'manifest.json';

/** A file of an index: its name below the folder of the index, and its bytes. */
export type IndexFile = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;

/** The names of the other files below the folder of the index. A small index has the first two in its manifest. */
export const HEADER_NAME = 'start.bin';
export const WORDS_NAME = 'words.bin';
export const formatShardName = (kind: 'keys' | 'rows' | 'suggestions' | 'table' | 'words', index: number) =>
  `${kind}/${index}.bin`;

export interface IndexManifest {
  readonly format: number;
  /** The version of the data, as in `/api/v1/index.json`. */
  readonly version: string;
  readonly documents: number;
  /** The folder of the other files, named for their bytes; ends in `/`. */
  readonly folder: string;
  /** The files `start.bin` and `words.bin` in base64, if the index is small: then a query needs two requests less. */
  readonly start?: string | undefined;
  readonly words?: string | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a manifest. Throws a SearchError for another format (`newer-format` or `damaged`) or another file. */
export function readManifest(bytes: Uint8Array): IndexManifest {
  let value: unknown = null;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Anything that is not JSON is reported below as no manifest.
  }
  const { format, version, documents, folder, start, words } = isRecord(value) ? value : {};
  const isTextOrMissing = (text: unknown): text is string | undefined => text === undefined || typeof text === 'string';
  if (typeof format === 'number' && format > FORMAT_VERSION)
    throw new SearchError('newer-format', `索引の形式 ${format} は、この画面より新しいものです。`);
  if (format === FORMAT_VERSION && typeof version === 'string' && typeof folder === 'string')
    if (Number.isSafeInteger(documents) && isTextOrMissing(start) && isTextOrMissing(words))
      return { format, version, documents: Number(documents), folder, start, words };
  throw new SearchError('damaged', '索引の目録を読めません。');
}

const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** Returns the CRC-32 of bytes (IEEE 802.3, as in gzip and PNG). */
export function computeChecksum(bytes: Uint8Array): number {
  let rest = -1;
  for (let index = 0, end = bytes.length; index < end; index++)
    rest = (rest >>> 8) ^ (table[(rest ^ (bytes[index] ?? 0)) & 255] ?? 0);
  return ~rest >>> 0;
}

const computePathChecksum = (folder: string, name: string) => computeChecksum(new TextEncoder().encode(folder + name));

/** Every `.bin` file begins with two checksums of four bytes, little-endian: of its path, and of the packed bytes. */
const CHECKSUMS_LENGTH = 8;

/** Returns the bytes of a file: the two checksums, then the packed content. */
export function addChecksums(folder: string, name: string, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CHECKSUMS_LENGTH + packed.length);
  const checksums = new DataView(bytes.buffer);
  checksums.setUint32(0, computePathChecksum(folder, name), true);
  checksums.setUint32(4, computeChecksum(packed), true);
  bytes.set(packed, CHECKSUMS_LENGTH);
  return bytes;
}

/** Returns the packed content of a file. Throws a SearchError if one of the checksums is wrong. */
export function verifyChecksums(folder: string, name: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const checksums = new DataView(bytes.buffer, bytes.byteOffset);
  const packed = bytes.subarray(CHECKSUMS_LENGTH);
  if (bytes.length < CHECKSUMS_LENGTH || checksums.getUint32(4, true) !== computeChecksum(packed))
    throw new SearchError('damaged', `索引のファイル ${name} がこわれています。`);
  if (checksums.getUint32(0, true) !== computePathChecksum(folder, name))
    throw new SearchError('mismatched', `索引のファイル ${name} は、別の索引のものです。`);
  return packed;
}

/** Returns by unit its two bytes in EUC-JP as a number, as browsers decode them; 0 for a unit that it lacks. */
function listJapaneseCodes(): Uint16Array {
  const decoder = new TextDecoder('euc-jp');
  const codes = new Uint16Array(0x10000);
  for (let code = 0xa1a1; code < 0xffff; code++) {
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
    if (text.length === 1 && text !== '\ufffd') codes[text.charCodeAt(0)] ||= code;
  }
  return codes;
}
let japaneseCodes: Uint16Array | undefined;

/**
 * Returns a value as JSON in EUC-JP: Japanese packs a tenth smaller than as UTF-16, and more than as UTF-8. Characters
 * that it lacks are escaped (`\u0000`). Only Node writes an index.
 */
export function encodeJson(value: unknown): Uint8Array<ArrayBuffer> {
  const codes = (japaneseCodes ??= listJapaneseCodes());
  const json = JSON.stringify(value);
  const bytes = Buffer.alloc(json.length * 6);
  let length = 0;
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index);
    const code = codes[unit] ?? 0;
    if (unit < 0x80) bytes[length++] = unit;
    else if (code > 0) length = bytes.writeUInt16BE(code, length);
    else length += bytes.write(`\\u${unit.toString(16).padStart(4, '0')}`, length);
  }
  return new Uint8Array(bytes.subarray(0, length));
}

/** Returns the value of `encodeJson`; throws a SearchError for any other content. */
export function decodeJson<T>(bytes: Uint8Array, isExpected: (value: unknown) => value is T): T {
  let cause: unknown;
  try {
    const value: unknown = JSON.parse(new TextDecoder('euc-jp').decode(bytes));
    if (isExpected(value)) return value;
  } catch (error) {
    cause = error;
  }
  throw new SearchError('damaged', '索引のファイルを読めません。', { cause });
}

export const isString = (value: unknown): value is string => typeof value === 'string';
const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(isItem);
export const isStringList = (value: unknown): value is string[] => isList(value, isString);

/** Maximum number of characters in the form of a suggestion. */
export const MAX_FORM_LENGTH = 16;

/** What results show of a document besides the columns of the header. */
export type RowTuple = readonly [
  id: string,
  plan: string | null,
  url: string,
  title: string,
  names: string[],
  text: string,
  page: string | null,
];

/** One suggestion: the form that must begin with the typed text, its title, URL and kind. */
export type SuggestionTuple = readonly [form: string, title: string, url: string, kind: SearchSuggestion['kind']];

function isRowTuple(value: unknown): value is RowTuple {
  const cells: readonly unknown[] = Array.isArray(value) ? value : [];
  const [id, plan, url, title, names, text, page] = cells;
  return isStringList([id, plan ?? '', url, title, text, page ?? '']) && isStringList(names);
}

const isSuggestionTuple = (value: unknown): value is SuggestionTuple =>
  isStringList(value) && value.length === 4 && (value[3] === 'word' || RANKED_KINDS.some((kind) => kind === value[3]));

/** Reads a shard of rows. */
export const readRowShard = (bytes: Uint8Array) => decodeJson(bytes, (value) => isList(value, isRowTuple));
/** Reads a shard of suggestions. */
export const readSuggestionShard = (bytes: Uint8Array) =>
  decodeJson(bytes, (value) => isList(value, isSuggestionTuple));
