import type { SiteData } from '../../site-data/site-data.ts';
import { buildRecordFiles } from '../api/api-responses.ts';
import { codeLists } from '../tables/published-code-lists.ts';
import { getPartitionFolder } from '../parquet-partitions.ts';
import { type PublishedFile, formatJsonDocument, type JsonValue } from '../published-file.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { createCsvwTable, createCsvwTableGroup, type CsvFile } from './csvw-metadata.ts';
import { createDataPackage } from './data-package-metadata.ts';
import { createDcatCatalog, type CatalogEntry } from './dcat-catalog.ts';

/** The described CSV files: tables and code lists. Extracts have the columns of their table. */
const csvFiles: readonly CsvFile[] = [
  ...publishedTables.map((table) => ({ path: `${table.id}.csv`, table })),
  ...codeLists.map((table) => ({ path: `codes/${table.id}.csv`, table })),
];

/** Returns the API files with the content of a table: its list, and the outlines of municipalities or zones. */
function listApiFiles(id: string, siteData: SiteData): PublishedFile[] {
  const belongsToTable = (path: string) =>
    path === `v1/${id}.json` || (path.startsWith(`v1/${id}/`) && path.endsWith('.geojson'));
  return [...buildRecordFiles(siteData)]
    .filter(([path]) => belongsToTable(path))
    .map(([path, body]) => ({ path: `/api/${path}`, body }));
}

/** Returns the folder of a partition, or the path of any other file without its extension. */
const getStem = ({ path }: PublishedFile): string =>
  /^parquet\/[^/]+\//.exec(path)?.[0] ?? path.slice(0, path.lastIndexOf('.'));

/** Returns every table and code list with its files, in the order of the catalogue. */
export function listCatalogEntries(files: readonly PublishedFile[], siteData: SiteData): CatalogEntry[] {
  const filesByStem = Map.groupBy(files, getStem);
  const listFiles = (stem: string) =>
    (filesByStem.get(stem) ?? []).map((file) => ({ ...file, path: `/data/${file.path}` }));
  return [...publishedTables, ...codeLists].map((table) => {
    const isCodeList = codeLists.includes(table);
    const stem = isCodeList ? `codes/${table.id}` : table.id;
    return {
      table,
      isCodeList,
      files: isCodeList ? listFiles(stem) : [...listFiles(stem), ...listApiFiles(table.id, siteData)],
      partitions: listFiles(getPartitionFolder(table)),
      schemaPath: `/data/${stem}.csv-metadata.json`,
    };
  });
}

/**
 * Returns the documents that describe the files below `/data/`. They contain the sizes and checksums of these files, so
 * that they come last and do not describe themselves.
 * @param files every table and code list in every format
 */
export function createMetadataFiles(files: readonly PublishedFile[], siteData: SiteData): PublishedFile[] {
  const filesByPath = new Map(files.map((file) => [file.path, file]));
  const getBody = (path: string) => {
    const file = filesByPath.get(path);
    if (file === undefined) throw new Error(`no file ${path} to describe`);
    return file.body;
  };
  const createFile = (path: string, json: JsonValue) => ({ path, body: formatJsonDocument(json) });
  return [
    ...csvFiles.map((file) => createFile(`${file.path}-metadata.json`, createCsvwTable(file, siteData))),
    createFile('csv-metadata.json', createCsvwTableGroup(csvFiles, siteData)),
    createFile('datapackage.json', createDataPackage(csvFiles, getBody, siteData)),
    createFile('catalog.jsonld', createDcatCatalog(listCatalogEntries(files, siteData), siteData)),
  ];
}
