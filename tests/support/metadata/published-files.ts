import { buildApiFiles } from '../../../src/open-data/api/api-index.ts';
import { buildOpenData } from '../../../src/open-data/build-open-data.ts';
import { computeSha256, type PublishedFile } from '../../../src/open-data/published-file.ts';
import type { PublishedTable } from '../../../src/open-data/published-table.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import type { SiteData } from '../../../src/site-data/site-data.ts';
import type { ReadPublished } from './data-package-faults.ts';
import type { CatalogFile } from './dcat-faults.ts';

/** The files that a site publishes below `/data/`. */
export interface PublishedFiles {
  readonly siteData: SiteData;
  readonly files: readonly PublishedFile[];
  /** Returns the text of a file below `/data/`, or null if there is none. */
  readonly textOf: ReadPublished;
  /** Returns a new copy of a JSON document below `/data/`. */
  readonly document: (path: string) => unknown;
  /** Every file that a catalogue may name, by full URL. */
  readonly known: ReadonlyMap<string, CatalogFile>;
}

const published = new WeakMap<SiteData, PublishedFiles>();

/** Returns the published files of a site. They are created once for all tests. */
export function createPublishedFiles(siteData: SiteData): PublishedFiles {
  const files = published.get(siteData) ?? publishSite(siteData);
  published.set(siteData, files);
  return files;
}

/** Returns the texts of the files of the API by their path below `/api/`. */
export const readApiFiles = (siteData: SiteData): ReadonlyMap<string, string> =>
  new Map(buildApiFiles(siteData).map(({ path, body }) => [path, body.toString()]));

function publishSite(siteData: SiteData): PublishedFiles {
  const files = buildOpenData(siteData);
  const { urls } = siteData;
  const textOf: ReadPublished = (path) => {
    const body = files.find((file) => file.path === path)?.body;
    return typeof body === 'string' ? body : null;
  };
  const bodies = [
    ...files.map(({ path, body }) => [`/data/${path}`, body] as const),
    ...buildApiFiles(siteData).map(({ path, body }) => [`/api/${path}`, body] as const),
  ];
  return {
    siteData,
    files,
    textOf,
    document: (path) => JSON.parse(textOf(path) ?? 'null') as unknown,
    known: new Map(
      bodies.map(([path, body]) => [
        urls.absolute(urls.withBase(path)),
        { bytes: Buffer.byteLength(body), sha256: computeSha256(body) },
      ]),
    ),
  };
}

/** Returns a published table by its id. */
export function findTable(id: string): PublishedTable {
  const table = publishedTables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

type Step = string | number;

/**
 * Returns a copy of a document with a changed value.
 * @param way the keys that lead to the value
 * @param value the new value; undefined deletes the old value
 */
export function replaceValue(document: unknown, way: readonly Step[], value?: unknown): unknown {
  const copy = structuredClone(document);
  const last = way.at(-1);
  let parent = copy as Record<Step, unknown> | undefined;
  for (const step of way.slice(0, -1)) parent = parent?.[step] as Record<Step, unknown> | undefined;
  if (parent === undefined || last === undefined || !(last in parent)) throw new Error(`no value at ${way.join('.')}`);
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}
