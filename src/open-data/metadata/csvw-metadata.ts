import type { SiteData } from '../../site-data/site-data.ts';
import { csvDialect, ENCODING, getStandardType } from '../csv-dialect.ts';
import { omitEmpty, type JsonValue } from '../published-file.ts';
import type { PublishedColumn, PublishedTable } from '../published-table.ts';
import { isCodeList } from '../tables/published-code-lists.ts';
import { describeSourceTerms, getSourceTermsUrl, listSourceTerms } from './source-terms.ts';
import { getLicenceUrl, describeTable, getAbsoluteUrl } from './table-facts.ts';

/*
 * CSV on the Web (W3C, 2015) describes the columns of each CSV. Its readers first look for `{file}.csv-metadata.json`,
 * then for `csv-metadata.json`. Only the second describes all tables, so only it can contain foreign keys.
 */

const CONTEXT: JsonValue = ['http://www.w3.org/ns/csvw', { '@language': 'ja' }];

/** How the CSV files are written. Other properties have the default values of CSVW. */
const DIALECT: JsonValue = {
  encoding: ENCODING,
  lineTerminators: [csvDialect.lineTerminator],
  quoteChar: csvDialect.quoteChar,
  doubleQuote: csvDialect.doubleQuote,
  header: csvDialect.header,
  headerRowCount: 1,
  skipInitialSpace: false,
  trim: false,
};

const createCsvwColumn = (
  siteData: SiteData,
  { name, title, description, type, required, unit, codeList }: PublishedColumn,
): JsonValue =>
  omitEmpty({
    name,
    titles: { ja: title, en: name },
    'dc:description': description,
    datatype: getStandardType(type),
    required,
    'schema:unitText': unit,
    'rdfs:seeAlso': codeList === null ? null : { '@id': getAbsoluteUrl(siteData, `/data/codes/${codeList}.csv`) },
  });

/** A column whose values must be in a column of the target. */
export type ForeignKey = Readonly<{ column: PublishedColumn; target: PublishedTable; targetColumn: PublishedColumn }>;

/** Returns the foreign keys of a table to other tables, or to itself. */
export const listForeignKeys = (table: PublishedTable, tables: readonly PublishedTable[]): ForeignKey[] =>
  table.columns.flatMap((column) => {
    const { references, codeList } = column;
    const targetPath = references === null ? `codes/${codeList ?? ''}` : references.table;
    const target = tables.find(({ path }) => path === targetPath);
    const targetColumn = target?.columns.find(({ name }) => name === (references?.column ?? 'code'));
    const isOwnCode = references === null && targetPath === table.path;
    return target && targetColumn && !isOwnCode ? [{ column, target, targetColumn }] : [];
  });

function describeTableSchema(
  siteData: SiteData,
  table: PublishedTable,
  url: string,
  foreignKeys: readonly ForeignKey[] = [],
): Record<string, JsonValue> {
  const { urls } = siteData;
  const termsUrl = getSourceTermsUrl(siteData, table);
  const rights = describeSourceTerms(listSourceTerms(siteData, table));
  return omitEmpty({
    '@type': 'Table',
    url,
    'dc:title': table.title,
    'dc:description': describeTable(siteData, table),
    'dc:license': termsUrl === null ? null : { '@id': termsUrl },
    'dc:rights': rights === '' ? null : rights,
    'dcat:landingPage': isCodeList(table) ? null : { '@id': urls.absolute(urls.dataset(table.id)) },
    tableSchema: omitEmpty({
      columns: table.columns.map((column) => createCsvwColumn(siteData, column)),
      primaryKey: table.primaryKey,
      foreignKeys: foreignKeys.map(({ column, target, targetColumn }) => ({
        columnReference: column.name,
        reference: { resource: `${target.path}.csv`, columnReference: targetColumn.name },
      })),
      rowTitles: table.columns.some(({ name }) => name === 'title') ? ['title'] : null,
    }),
  });
}

function describePublication(siteData: SiteData): Record<string, JsonValue> {
  const { site, version, updated } = siteData;
  return omitEmpty({
    'dc:publisher': { 'schema:name': site.publisher, 'schema:url': { '@id': getAbsoluteUrl(siteData, '/') } },
    'dc:license': { '@id': getLicenceUrl(siteData) },
    'dc:modified': updated === null ? null : { '@value': updated, '@type': 'xsd:date' },
    'schema:version': { '@value': version },
  });
}

/** Returns the description of a table's CSV, for the file beside it. */
export const createCsvwTable = (siteData: SiteData, table: PublishedTable): JsonValue => ({
  '@context': CONTEXT,
  ...describePublication(siteData),
  ...describeTableSchema(siteData, table, `${table.id}.csv`),
  'dc:isPartOf': { '@id': getAbsoluteUrl(siteData, '/data/csv-metadata.json') },
  dialect: DIALECT,
});

/** Returns the description of all CSV files, with the foreign keys between them. */
export const createCsvwTableGroup = (siteData: SiteData, tables: readonly PublishedTable[]): JsonValue => ({
  '@context': CONTEXT,
  '@type': 'TableGroup',
  'dc:title': siteData.site.name,
  ...describePublication(siteData),
  dialect: DIALECT,
  tables: tables.map((table) =>
    describeTableSchema(siteData, table, `${table.path}.csv`, listForeignKeys(table, tables)),
  ),
});
