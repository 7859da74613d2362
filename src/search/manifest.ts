import { SearchError } from './results.ts';

/** The version of the format that this reader reads and this builder writes: docs/search.md. */
export const FORMAT_VERSION = 2;

/** Where an index begins: the only file whose name stays while its content changes. */
export const MANIFEST_NAME = 'manifest.json';

/** What the manifest says. */
export interface IndexManifest {
  readonly format: number;
  /** The data's version, as in `/api/v1/index.json`. */
  readonly version: string;
  readonly documents: number;
  /** The folder of the index's files, named for their bytes; ends in `/`. */
  readonly folder: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Reads a manifest.
 * @throws SearchError where it is none, or one of a later format
 */
export function readManifest(bytes: Uint8Array): IndexManifest {
  let value: unknown = null;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // What is no JSON is told below, as what is no manifest.
  }
  if (isObject(value)) {
    const { format, version, documents, folder } = value;
    if (typeof format === 'number' && format > FORMAT_VERSION)
      throw new SearchError('newer-format', `索引の形式 ${format} は、この画面より新しいものです。`);
    if (
      format === FORMAT_VERSION &&
      typeof version === 'string' &&
      typeof folder === 'string' &&
      Number.isSafeInteger(documents)
    )
      return { format, version, documents: Number(documents), folder };
  }
  throw new SearchError('damaged', '索引の目録を読めません。');
}
