import type { Portal } from '../../portal/portal.ts';
import { recordFiles } from '../api/files.ts';
import { codes } from '../codes.ts';
import type { Download } from '../download.ts';
import type { Table } from '../table.ts';
import { tables } from '../tables/index.ts';
import { csvw, csvwGroup, type CsvFile } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import { catalog, type Described } from './dcat.ts';
import { printed, type Json } from './json-ld.ts';

const CSVM = 'application/csvm+json';

/** The CSVs that are described: those of whole tables and code lists. Extracts have the columns of their table. */
const csvFiles: readonly CsvFile[] = [
  ...tables.map((table) => ({ path: `${table.id}.csv`, table })),
  ...codes.map((table) => ({ path: `codes/${table.id}.csv`, table })),
];

/** Files of the API that hold what a table holds: its list, and for zones the shapes of each city. */
function apiFiles(id: string, portal: Portal): Download[] {
  const isOf = (path: string) =>
    path === `v1/${id}.json` || (id === 'zones' && /^v1\/zones\/[^/]+\.geojson$/.test(path));
  return [...recordFiles(portal)]
    .filter(([path]) => isOf(path))
    .map(([path, body]) => ({ path: `/api/${path}`, type: 'application/json', body }));
}

/** A table with its files, at their paths from the site's root. */
function described(table: Table, files: readonly Download[], portal: Portal): Described {
  const isCodeList = codes.includes(table);
  const stem = isCodeList ? `codes/${table.id}` : table.id;
  const own = files
    .filter(({ path }) => path.slice(0, path.lastIndexOf('.')) === stem)
    .map((file) => ({ ...file, path: `/data/${file.path}` }));
  return {
    table,
    isCodeList,
    files: isCodeList ? own : [...own, ...apiFiles(table.id, portal)],
    schema: `/data/${stem}.csv-metadata.json`,
  };
}

/** Every table and code list with its files, in the order of the catalogue. */
export function describedTables(files: readonly Download[], portal: Portal): Described[] {
  return [...tables, ...codes].map((table) => described(table, files, portal));
}

/**
 * The documents that describe the files below `/data/`. They tell bytes and checksums of what is there, so that they are
 * made last, and tell nothing of themselves.
 * @param files every table and code list in every format
 */
export function descriptions(files: readonly Download[], portal: Portal): Download[] {
  const bodies = new Map(files.map(({ path, body }) => [path, body]));
  const bodyOf = (path: string) => {
    const body = bodies.get(path);
    if (body === undefined) throw new Error(`no file ${path} to describe`);
    return body;
  };
  const document = (path: string, type: string, json: Json): Download => ({
    path,
    type,
    body: printed(json),
  });
  return [
    ...csvFiles.map((file) => document(`${file.path}-metadata.json`, CSVM, csvw(file, portal))),
    document('csv-metadata.json', CSVM, csvwGroup(csvFiles, portal)),
    document('datapackage.json', 'application/json', dataPackage(csvFiles, bodyOf, portal)),
    document('catalog.jsonld', 'application/ld+json', catalog(describedTables(files, portal), portal)),
  ];
}
