import type { SiteData } from '../../site-data/site-data.ts';
import { buildRecordFiles } from '../api/api-responses.ts';
import { getPartitionFolder } from '../parquet-partitions.ts';
import { formatJsonDocument, getDigest, type JsonValue, type PublishedFile } from '../published-file.ts';
import type { PublishedTable } from '../published-table.ts';
import { describedTables, isCodeList } from '../tables/published-code-lists.ts';
import { createCsvwTable, createCsvwTableGroup } from './csvw-metadata.ts';
import { createDataPackage } from './data-package-metadata.ts';
import { createDcatCatalog, type CatalogEntry, type CatalogFile } from './dcat-catalog.ts';

/** Returns the API files with the content of a table: its list, and the outlines of municipalities or zones. */
const findApiFiles = (siteData: SiteData, id: string): PublishedFile[] =>
  buildRecordFiles(siteData).filter(
    ({ path }) => path === `v1/${id}.json` || (path.startsWith(`v1/${id}/`) && path.endsWith('.geojson')),
  );

/** Returns the folder of a partition, or the path of any other file without its extension. */
const getStem = ({ path }: PublishedFile): string =>
  /^parquet\/[^/]+\//.exec(path)?.[0] ?? path.slice(0, path.lastIndexOf('.'));

/** Returns every table and code list with its files, in the order of the catalogue. */
export function listCatalogEntries(siteData: SiteData, files: readonly PublishedFile[]): CatalogEntry[] {
  const filesByStem = Map.groupBy(files, getStem);
  const describeFile = (folder: string, file: PublishedFile): CatalogFile => ({
    path: `/${folder}/${file.path}`,
    ...getDigest(file),
  });
  const listFiles = (stem: string) => (filesByStem.get(stem) ?? []).map((file) => describeFile('data', file));
  const listApiFiles = (table: PublishedTable) =>
    isCodeList(table) ? [] : findApiFiles(siteData, table.id).map((file) => describeFile('api', file));
  return describedTables.map((table) => ({
    table,
    files: [...listFiles(table.path), ...listApiFiles(table)],
    partitions: listFiles(getPartitionFolder(table)),
  }));
}

const createFile = (path: string, json: JsonValue): PublishedFile => ({ path, body: formatJsonDocument(json) });

/**
 * Returns the two documents that describe all CSV files and the keys between them.
 * @param files every table and code list, at least as CSV
 * @param url the URL of the release that the files are of
 */
export function createPackageFiles(siteData: SiteData, files: readonly PublishedFile[], url?: string): PublishedFile[] {
  const filesByPath = new Map(files.map((file) => [file.path, file]));
  const findDigest = (path: string) => {
    const file = filesByPath.get(path);
    if (file === undefined) throw new Error(`no file ${path} to describe`);
    return getDigest(file);
  };
  return [
    createFile('csv-metadata.json', createCsvwTableGroup(siteData, describedTables)),
    createFile('datapackage.json', createDataPackage(siteData, describedTables, findDigest, url)),
  ];
}

/**
 * Returns the documents that describe the files below `/data/`. They contain the sizes and checksums of these files, so
 * that they come last and do not describe themselves.
 * @param files every table and code list in every format
 */
export function createMetadataFiles(siteData: SiteData, files: readonly PublishedFile[]): PublishedFile[] {
  return [
    ...describedTables.map((table) => createFile(`${table.path}.csv-metadata.json`, createCsvwTable(siteData, table))),
    ...createPackageFiles(siteData, files),
    createFile('catalog.jsonld', createDcatCatalog(siteData, listCatalogEntries(siteData, files))),
  ];
}
