import type { Portal } from '../../portal/portal.ts';
import type { Column, Table, Type } from '../table.ts';
import { licenceUrl, meaning, whole } from './facts.ts';
import { said, type Json } from './json-ld.ts';

/*
 * CSV on the Web (W3C, 2015): what the columns of each CSV are. `{file}.csv-metadata.json` is where a reader of a CSV
 * looks for it. Keys between tables can only be told in a group that holds both tables; that is `csv-metadata.json`,
 * where a reader looks next.
 */

/** A table and the CSV that holds it, by its path below `/data/`. */
export interface CsvFile {
  readonly path: string;
  readonly table: Table;
}

const CONTEXT: Json = ['http://www.w3.org/ns/csvw', { '@language': 'ja' }];

const datatypes: Readonly<Record<Type, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** How the CSVs are written; what is not said is as CSVW takes it for granted. */
const DIALECT: Json = {
  encoding: 'utf-8',
  lineTerminators: ['\r\n'],
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  headerRowCount: 1,
  skipInitialSpace: false,
  trim: false,
};

function column({ name, title, description, type, required, unit, codeList }: Column, portal: Portal): Json {
  return said({
    name,
    titles: { ja: title, en: name },
    'dc:description': description,
    datatype: datatypes[type],
    required,
    'schema:unitText': unit,
    'rdfs:seeAlso': codeList === null ? null : { '@id': whole(portal, `/data/codes/${codeList}.csv`) },
  });
}

/** Which column of which CSV each value of a column must stand in. */
function foreignKeys({ path, table }: CsvFile, files: readonly CsvFile[]): Json[] {
  const key = (name: string, to: CsvFile | undefined, column: string): Json[] =>
    to?.table.columns.some((one) => one.name === column)
      ? [{ columnReference: name, reference: { resource: to.path, columnReference: column } }]
      : [];
  return table.columns.flatMap(({ name, references, codeList }) => [
    ...(references === null
      ? []
      : key(
          name,
          files.find((one) => one.path === `${references.table}.csv`),
          references.column,
        )),
    ...(codeList === null || path === `codes/${codeList}.csv`
      ? []
      : key(
          name,
          files.find((one) => one.path === `codes/${codeList}.csv`),
          'code',
        )),
  ]);
}

/** What a table and its columns are, without the keys that lead to other tables. */
function tableOf(
  { path, table }: CsvFile,
  url: string,
  portal: Portal,
  keys: readonly Json[],
): Record<string, Json> {
  return {
    '@type': 'Table',
    url,
    'dc:title': table.title,
    'dc:description': meaning(table, portal),
    ...(path.startsWith('codes/')
      ? {}
      : { 'dcat:landingPage': { '@id': whole(portal, `/data/${table.id}/`) } }),
    tableSchema: said({
      columns: table.columns.map((one) => column(one, portal)),
      primaryKey: table.key,
      foreignKeys: keys,
      rowTitles: table.columns.some(({ name }) => name === 'title') ? ['title'] : null,
    }),
  };
}

/** What holds for every CSV: who published it, under which licence, and which data it is. */
function about(portal: Portal): Record<string, Json> {
  const { site, version, updated } = portal;
  return said({
    'dc:publisher': { 'schema:name': site.publisher, 'schema:url': { '@id': whole(portal, '/') } },
    'dc:license': { '@id': licenceUrl(portal) },
    'dc:modified': updated === null ? null : { '@value': updated, '@type': 'xsd:date' },
    'schema:version': { '@value': version },
  });
}

/** The description of one CSV, as it stands beside it. */
export function csvw(file: CsvFile, portal: Portal): Json {
  const name = file.path.split('/').at(-1) ?? file.path;
  return {
    '@context': CONTEXT,
    ...tableOf(file, name, portal, []),
    ...about(portal),
    'dc:isPartOf': { '@id': whole(portal, '/data/csv-metadata.json') },
    dialect: DIALECT,
  };
}

/** All CSVs of a folder and below, with the keys that tie them together. */
export function csvwGroup(files: readonly CsvFile[], portal: Portal): Json {
  return {
    '@context': CONTEXT,
    '@type': 'TableGroup',
    'dc:title': portal.site.name,
    ...about(portal),
    dialect: DIALECT,
    tables: files.map((file) => tableOf(file, file.path, portal, foreignKeys(file, files))),
  };
}
