import { listKeys } from '../model/value-lists.ts';
import { listFilePaths } from '../site-data/page-redirects.ts';
import { makesPath } from '../site-data/part-of-path.ts';
import { endStage } from '../site-data/running-build.ts';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { ARCHIVE_CONTENTS, createArchive } from './data-archive.ts';
import { listReleaseFiles } from './draft-release.ts';
import { createMetadataFiles } from './metadata/metadata-files.ts';
import { listTableSources } from './metadata/source-terms.ts';
import { createPartitions, isPartitioned } from './parquet-partitions.ts';
import { createFileOnRead, formatChecksums, type PublishedFile } from './published-file.ts';
import { splitTable, type PublishedTable } from './published-table.ts';
import { createQualityReport } from './quality-report.ts';
import { createTableFiles, figureFormats, tableFormats } from './table-formats.ts';
import { listFigureTables } from './tables/figure-tables.ts';
import { describedTables, isCodeList } from './tables/published-code-lists.ts';
import { publishedSources } from './tables/published-record-tables.ts';
import { publishedTables } from './tables/published-tables.ts';

/** Returns the sources of a municipality: its own documents, and those that the rows of its other tables come from. */
function joinSourceRows(municipality: string, tables: readonly PublishedTable[]): PublishedTable {
  const listRows = (siteData: SiteData) => {
    const used = new Set(listTableSources(siteData, tables));
    const isListed = siteData.sources.map((source) => source.municipality === municipality || used.has(source));
    return publishedSources.rows(siteData).filter((_row, at) => isListed[at]);
  };
  return { ...publishedSources, rows: listRows };
}

/** Returns the parts of the tables for each plan and each municipality. */
function listExtracts(siteData: SiteData): PublishedTable[] {
  const getPlan = (value: string) => value.split('/')[0] ?? value;
  const partsByPlan = publishedTables.map((table) => splitTable(siteData, table, table.planColumn, getPlan));
  const partsByCode = publishedTables.map((table) => splitTable(siteData, table, 'municipality_code'));
  const find = (parts: readonly ReadonlyMap<string, PublishedTable>[], key: string) =>
    parts.flatMap((tables) => tables.get(key) ?? []);
  const list = (folder: string, tables: readonly PublishedTable[]) =>
    tables.map((table) => ({ ...table, path: `${folder}/${table.id}` }));
  return [
    ...siteData.plans.flatMap(({ id }) => list(`plans/${id}`, find(partsByPlan, id))),
    ...siteData.municipalities.flatMap(({ id, code }) => {
      const others = find(partsByCode, code).filter((table) => table.id !== publishedSources.id);
      return list(`municipalities/${id}`, [...others, joinSourceRows(id, others)]);
    }),
  ];
}

/** Returns the files of the whole tables. */
export const listTableFiles = memoizeBySite((siteData): readonly PublishedFile[] =>
  describedTables.flatMap((table) =>
    createTableFiles(siteData, table, isCodeList(table) ? ['csv', 'json'] : listKeys(tableFormats), { isKept: true }),
  ),
);

/** Returns the files below `/data/` except pages, or those of a part of the site. Memoized: many pages list them. */
export const buildOpenData = memoizeBySite((siteData): PublishedFile[] => {
  endStage('pages');
  const files = [...listTableFiles(siteData)];
  for (const table of listExtracts(siteData)) files.push(...createTableFiles(siteData, table, ['csv']));
  const isComplete = makesPath(siteData, 'data/');
  if (isComplete) {
    for (const table of publishedTables.filter(isPartitioned)) files.push(...createPartitions(siteData, table));
    files.push({ path: 'quality.json', body: createQualityReport(siteData, files) });
    files.push(...createMetadataFiles(siteData, files));
    files.push(createArchive(siteData, files, { path: 'all.zip', contents: ARCHIVE_CONTENTS }));
  }
  for (const table of listFigureTables(siteData)) files.push(...createTableFiles(siteData, table, figureFormats));
  if (isComplete) files.push(...listReleaseFiles(siteData));
  // The last file: when it is made, the checksums of those that were written before are known.
  const listPaths = (path: string) => listFilePaths(siteData, `data/${path}`).map((one) => one.slice('data/'.length));
  const sums = createFileOnRead('SHA256SUMS', () => formatChecksums(files, listPaths));
  endStage('tables');
  return isComplete ? [...files, sums] : files;
});
