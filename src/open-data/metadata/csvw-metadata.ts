import type { SiteData } from '../../site-data/site-data.ts';
import type { PublishedColumn, PublishedTable } from '../published-table.ts';
import { getLicenceUrl, describeTable, getAbsoluteUrl, getStandardType } from './table-facts.ts';
import { omitEmpty, type JsonValue } from './json-document.ts';

/*
 * CSV on the Web (W3C, 2015): what the columns of each CSV are. `{file}.csv-metadata.json` is where a reader of a CSV
 * looks for it. Keys between tables can only be told in a group that holds both tables; that is `csv-metadata.json`,
 * where a reader looks next.
 */

/** A table and the CSV that holds it, by its path below `/data/`. */
export interface CsvFile {
  readonly path: string;
  readonly table: PublishedTable;
}

const CONTEXT: JsonValue = ['http://www.w3.org/ns/csvw', { '@language': 'ja' }];

/** How the CSVs are written; what is not said is as CSVW takes it for granted. */
const DIALECT: JsonValue = {
  encoding: 'utf-8',
  lineTerminators: ['\r\n'],
  quoteChar: '"',
  doubleQuote: true,
  header: true,
  headerRowCount: 1,
  skipInitialSpace: false,
  trim: false,
};

function column(
  { name, title, description, type, required, unit, codeList }: PublishedColumn,
  siteData: SiteData,
): JsonValue {
  return omitEmpty({
    name,
    titles: { ja: title, en: name },
    'dc:description': description,
    datatype: getStandardType(type),
    required,
    'schema:unitText': unit,
    'rdfs:seeAlso': codeList === null ? null : { '@id': getAbsoluteUrl(siteData, `/data/codes/${codeList}.csv`) },
  });
}

/** Which column of which CSV each value of a column must stand in. */
function foreignKeys({ path, table }: CsvFile, files: readonly CsvFile[]): JsonValue[] {
  const key = (name: string, to: CsvFile | undefined, column: string): JsonValue[] =>
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
  siteData: SiteData,
  keys: readonly JsonValue[],
): Record<string, JsonValue> {
  return {
    '@type': 'Table',
    url,
    'dc:title': table.title,
    'dc:description': describeTable(table, siteData),
    ...(path.startsWith('codes/')
      ? {}
      : { 'dcat:landingPage': { '@id': getAbsoluteUrl(siteData, `/data/${table.id}/`) } }),
    tableSchema: omitEmpty({
      columns: table.columns.map((one) => column(one, siteData)),
      primaryKey: table.primaryKey,
      foreignKeys: keys,
      rowTitles: table.columns.some(({ name }) => name === 'title') ? ['title'] : null,
    }),
  };
}

/** What holds for every CSV: who published it, under which licence, and which data it is. */
function about(siteData: SiteData): Record<string, JsonValue> {
  const { site, version, updated } = siteData;
  return omitEmpty({
    'dc:publisher': { 'schema:name': site.publisher, 'schema:url': { '@id': getAbsoluteUrl(siteData, '/') } },
    'dc:license': { '@id': getLicenceUrl(siteData) },
    'dc:modified': updated === null ? null : { '@value': updated, '@type': 'xsd:date' },
    'schema:version': { '@value': version },
  });
}

/** The description of one CSV, as it stands beside it. */
export function createCsvwTable(file: CsvFile, siteData: SiteData): JsonValue {
  const name = file.path.split('/').at(-1) ?? file.path;
  return {
    '@context': CONTEXT,
    ...tableOf(file, name, siteData, []),
    ...about(siteData),
    'dc:isPartOf': { '@id': getAbsoluteUrl(siteData, '/data/csv-metadata.json') },
    dialect: DIALECT,
  };
}

/** All CSVs of a folder and below, with the keys that tie them together. */
export function createCsvwTableGroup(files: readonly CsvFile[], siteData: SiteData): JsonValue {
  return {
    '@context': CONTEXT,
    '@type': 'TableGroup',
    'dc:title': siteData.site.name,
    ...about(siteData),
    dialect: DIALECT,
    tables: files.map((file) => tableOf(file, file.path, siteData, foreignKeys(file, files))),
  };
}
