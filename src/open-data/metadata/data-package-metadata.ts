import type { SiteData } from '../../site-data/site-data.ts';
import { countBytes, computeSha256, type PublishedFile } from '../published-file.ts';
import type { PublishedColumn, PublishedTable } from '../published-table.ts';
import type { CsvFile } from './csvw-metadata.ts';
import { getLicenceUrl, describeTable, describeRights, getAbsoluteUrl, getStandardType } from './table-facts.ts';
import { omitEmpty, type JsonValue } from './json-document.ts';

/*
 * A Data Package (version 2): the CSVs of all tables and code lists as one package, with bytes, hashes and keys. Its
 * fields must be named as the heading row names them, so that they are Japanese here; `englishName` is what a column is
 * called in the other formats.
 */

const PROFILES = 'https://datapackage.org/profiles/2.0';

function constraints({ required, choices }: PublishedColumn, isKey: boolean): JsonValue {
  return omitEmpty({ required, unique: isKey ? true : null, enum: choices });
}

function field(column: PublishedColumn, { primaryKey }: PublishedTable): JsonValue {
  const { name, title, description, type, unit, example } = column;
  const isKey = primaryKey.length === 1 && primaryKey[0] === name;
  return omitEmpty({
    name: title,
    title,
    type: getStandardType(type),
    description,
    example: String(example),
    constraints: constraints(column, isKey),
    englishName: name,
    unit,
  });
}

/** The heading of a column in a table that has it. */
function heading({ columns }: PublishedTable, name: string): string {
  return columns.find((column) => column.name === name)?.title ?? name;
}

/** Which field of which resource each value must stand in. */
function foreignKeys(table: PublishedTable, files: readonly CsvFile[]): JsonValue[] {
  return table.columns.flatMap(({ title, references, codeList }) => {
    const [path, column] =
      references === null ? [`codes/${codeList ?? ''}.csv`, 'code'] : [`${references.table}.csv`, references.column];
    const to = files.find((file) => file.path === path);
    if (!to?.table.columns.some(({ name }) => name === column)) return [];
    // A table that its own rows name has no name of its own in its keys.
    const resource = to.table === table ? {} : { resource: nameOf(to) };
    return [{ fields: [title], reference: { ...resource, fields: [heading(to.table, column)] } }];
  });
}

const nameOf = ({ path }: CsvFile): string => path.replace(/\.csv$/, '').replaceAll('/', '-');

function resource(
  file: CsvFile,
  files: readonly CsvFile[],
  body: PublishedFile['body'],
  siteData: SiteData,
): JsonValue {
  const { path, table } = file;
  const key = table.primaryKey.map((name) => heading(table, name));
  const whole = table.primaryKey.every((name) =>
    table.columns.some((column) => column.name === name && column.required),
  );
  return {
    name: nameOf(file),
    path,
    type: 'table',
    title: table.title,
    description: describeTable(table, siteData),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: countBytes(body),
    hash: `sha256:${computeSha256(body)}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: omitEmpty({
      fields: table.columns.map((column) => field(column, table)),
      missingValues: [''],
      // No part of a primary key may be unknown; where one can be, the columns still tell a row from all others.
      primaryKey: whole ? key : null,
      uniqueKeys: whole ? null : [key],
      foreignKeys: foreignKeys(table, files),
    }),
  };
}

function sources({ sources: all }: SiteData): JsonValue[] {
  return all.map(({ title, website, year }) =>
    omitEmpty({ title, path: website === '' ? null : website, version: year === '' ? null : year }),
  );
}

/**
 * The Data Package of the CSVs.
 * @param files each CSV with its table
 * @param bodyOf what is in the file at a path
 */
export function createDataPackage(
  files: readonly CsvFile[],
  bodyOf: (path: string) => PublishedFile['body'],
  siteData: SiteData,
): JsonValue {
  const { site, version, updated } = siteData;
  return omitEmpty({
    $schema: `${PROFILES}/datapackage.json`,
    name: new URL(site.site).hostname,
    id: getAbsoluteUrl(siteData, '/data/datapackage.json'),
    title: site.name,
    description: `${site.description}${describeRights(siteData)}`,
    homepage: getAbsoluteUrl(siteData, '/data/'),
    version,
    created: updated === null ? null : `${updated}T00:00:00+09:00`,
    keywords: ['市町村の計画', '行政', 'オープンデータ', ...siteData.municipalities.map(({ title }) => title)],
    licenses: [{ name: site.licence.id, title: site.licence.name, path: getLicenceUrl(siteData) }],
    contributors: [{ title: site.publisher, path: getAbsoluteUrl(siteData, '/'), roles: ['publisher'] }],
    sources: sources(siteData),
    resources: files.map((file) => resource(file, files, bodyOf(file.path), siteData)),
  });
}
