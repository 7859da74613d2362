import type { SiteData } from '../../site-data/site-data.ts';
import { csvDialect, ENCODING, getStandardType } from '../csv-dialect.ts';
import { type FileDigest, omitEmpty, type JsonValue } from '../published-file.ts';
import type { PublishedColumn, PublishedTable } from '../published-table.ts';
import { listForeignKeys } from './csvw-metadata.ts';
import { listSourceTerms } from './source-terms.ts';
import { getLicenceUrl, describeTable, describeRights, getAbsoluteUrl, listKeywords } from './table-facts.ts';

/*
 * A Data Package (version 2) describes the CSV files of all tables and code lists: sizes, hashes, columns and keys. The
 * standard requires field names equal to the headings, which are Japanese; `englishName` is the name in other formats.
 */

const PROFILES = 'https://datapackage.org/profiles/2.0';

function describeField(siteData: SiteData, column: PublishedColumn, table: PublishedTable): JsonValue {
  const { name, title, description, type, unit, example, required, choices } = column;
  const isKey = table.primaryKey.length === 1 && table.primaryKey[0] === name;
  // The URL in the definition is one of the original site.
  const url = name === 'url' ? table.rows(siteData)[0]?.[table.columns.indexOf(column)] : null;
  return omitEmpty({
    name: title,
    title,
    type: getStandardType(type),
    description,
    example: String(url ?? example),
    constraints: omitEmpty({ required, unique: isKey ? true : null, enum: choices }),
    englishName: name,
    unit,
  });
}

const describeForeignKeys = (table: PublishedTable, tables: readonly PublishedTable[]): JsonValue[] =>
  listForeignKeys(table, tables).map(({ column, target, targetColumn }) => {
    // The standard omits the resource of a key to the same table.
    const resource = target === table ? {} : { resource: getResourceName(target) };
    return { fields: [column.title], reference: { ...resource, fields: [targetColumn.title] } };
  });

const getResourceName = ({ path }: PublishedTable): string => path.replaceAll('/', '-');

const describeLicence = (siteData: SiteData): JsonValue => ({
  name: siteData.site.licence.id,
  title: siteData.site.licence.name,
  path: getLicenceUrl(siteData),
});

function describeResource(
  siteData: SiteData,
  table: PublishedTable,
  tables: readonly PublishedTable[],
  { bytes, sha256 }: FileDigest,
): JsonValue {
  const keyColumns = table.primaryKey.flatMap((name) => table.columns.filter((column) => column.name === name));
  const key = keyColumns.map(({ title }) => title);
  const hasRequiredKey = keyColumns.every(({ required }) => required);
  const terms = listSourceTerms(siteData, table);
  const licences = table.isCopied ? [] : [describeLicence(siteData)];
  return omitEmpty({
    name: getResourceName(table),
    path: `${table.path}.csv`,
    type: 'table',
    title: table.title,
    description: describeTable(siteData, table),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: ENCODING,
    bytes,
    hash: `sha256:${sha256}`,
    // A resource without its own licences and sources has those of the package.
    licenses: terms.length === 0 ? [] : [...licences, ...terms.map(({ title, url }) => ({ title, path: url }))],
    sources: terms.flatMap(({ credits }) => credits.map(({ text, url }) => ({ title: text, path: url }))),
    dialect: csvDialect,
    schema: omitEmpty({
      fields: table.columns.map((column) => describeField(siteData, column, table)),
      missingValues: [''],
      // The columns of a primary key must never be empty. If they can be empty, the key is only unique.
      primaryKey: hasRequiredKey ? key : null,
      uniqueKeys: hasRequiredKey ? null : [key],
      foreignKeys: describeForeignKeys(table, tables),
    }),
  });
}

/** Returns the Data Package of the CSV files: the present ones, or those of a release, by the URL of its page. */
export function createDataPackage(
  siteData: SiteData,
  tables: readonly PublishedTable[],
  findDigest: (path: string) => FileDigest,
  page?: string,
): JsonValue {
  const { site, version, updated } = siteData;
  return omitEmpty({
    $schema: `${PROFILES}/datapackage.json`,
    name: new URL(site.site).hostname,
    id: page ?? getAbsoluteUrl(siteData, '/data/datapackage.json'),
    title: site.name,
    description: `${site.description}${describeRights(siteData)}`,
    homepage: page ?? getAbsoluteUrl(siteData, '/data/'),
    version,
    created: updated === null ? null : `${updated}T00:00:00+09:00`,
    keywords: listKeywords(siteData),
    licenses: [describeLicence(siteData)],
    contributors: [{ title: site.publisher, path: getAbsoluteUrl(siteData, '/'), roles: ['publisher'] }],
    sources: siteData.sources.map(({ title, website, year }) =>
      omitEmpty({ title, path: website || null, version: year || null }),
    ),
    resources: tables.map((table) => describeResource(siteData, table, tables, findDigest(`${table.path}.csv`))),
  });
}
