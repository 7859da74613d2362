import type { SiteData } from '../../site-data/site-data.ts';
import { buildRecordFiles } from '../api/api-responses.ts';
import { codeLists } from '../tables/published-code-lists.ts';
import type { PublishedFile } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { createCsvwTable, createCsvwTableGroup, type CsvFile } from './csvw-metadata.ts';
import { createDataPackage } from './data-package-metadata.ts';
import { createDcatCatalog, type CatalogEntry } from './dcat-catalog.ts';
import { formatJsonDocument, type JsonValue } from './json-document.ts';

const CSVM = 'application/csvm+json';

/** The CSVs that are described: those of whole tables and code lists. Extracts have the columns of their table. */
const csvFiles: readonly CsvFile[] = [
  ...publishedTables.map((table) => ({ path: `${table.id}.csv`, table })),
  ...codeLists.map((table) => ({ path: `codes/${table.id}.csv`, table })),
];

/** Files of the API that hold what a table holds: its list, and for zones the shapes of each city. */
function apiFiles(id: string, siteData: SiteData): PublishedFile[] {
  const isOf = (path: string) =>
    path === `v1/${id}.json` || (id === 'zones' && /^v1\/zones\/[^/]+\.geojson$/.test(path));
  return [...buildRecordFiles(siteData)]
    .filter(([path]) => isOf(path))
    .map(([path, body]) => ({ path: `/api/${path}`, type: 'application/json', body }));
}

/** A table with its files, at their paths from the site's root. */
function described(table: PublishedTable, files: readonly PublishedFile[], siteData: SiteData): CatalogEntry {
  const isCodeList = codeLists.includes(table);
  const stem = isCodeList ? `codes/${table.id}` : table.id;
  const own = files
    .filter(({ path }) => path.slice(0, path.lastIndexOf('.')) === stem)
    .map((file) => ({ ...file, path: `/data/${file.path}` }));
  return {
    table,
    isCodeList,
    files: isCodeList ? own : [...own, ...apiFiles(table.id, siteData)],
    schemaPath: `/data/${stem}.csv-metadata.json`,
  };
}

/** Every table and code list with its files, in the order of the catalogue. */
export function listCatalogEntries(files: readonly PublishedFile[], siteData: SiteData): CatalogEntry[] {
  return [...publishedTables, ...codeLists].map((table) => described(table, files, siteData));
}

/**
 * The documents that describe the files below `/data/`. They tell bytes and checksums of what is there, so that they are
 * made last, and tell nothing of themselves.
 * @param files every table and code list in every format
 */
export function createMetadataFiles(files: readonly PublishedFile[], siteData: SiteData): PublishedFile[] {
  const bodies = new Map(files.map(({ path, body }) => [path, body]));
  const bodyOf = (path: string) => {
    const body = bodies.get(path);
    if (body === undefined) throw new Error(`no file ${path} to describe`);
    return body;
  };
  const document = (path: string, type: string, json: JsonValue): PublishedFile => ({
    path,
    type,
    body: formatJsonDocument(json),
  });
  return [
    ...csvFiles.map((file) => document(`${file.path}-metadata.json`, CSVM, createCsvwTable(file, siteData))),
    document('csv-metadata.json', CSVM, createCsvwTableGroup(csvFiles, siteData)),
    document('datapackage.json', 'application/json', createDataPackage(csvFiles, bodyOf, siteData)),
    document('catalog.jsonld', 'application/ld+json', createDcatCatalog(listCatalogEntries(files, siteData), siteData)),
  ];
}
