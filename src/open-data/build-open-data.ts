import { endStage } from '../model/build-stages.ts';
import { listKeys } from '../model/value-lists.ts';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { createArchive } from './data-archive.ts';
import { codeLists } from './tables/published-code-lists.ts';
import { getContentType, tableFormats, type TableExtension } from './formats/table-formats.ts';
import { createMetadataFiles } from './metadata/metadata-files.ts';
import { computeSha256, type PublishedFile } from './published-file.ts';
import { createQualityReport } from './quality-report.ts';
import { splitTable, type PublishedTable } from './published-table.ts';
import { listFigureTables } from './tables/figure-tables.ts';
import { publishedTables } from './tables/published-tables.ts';

function createTableFiles(
  path: string,
  table: PublishedTable,
  siteData: SiteData,
  extensions: readonly TableExtension[],
): PublishedFile[] {
  return extensions.map((extension) => {
    const format = tableFormats[extension];
    return { path: `${path}.${extension}`, type: getContentType(format), body: format.serialize(table, siteData) };
  });
}

/** Returns the parts of the tables for each plan and each municipality, by the path of their file. */
function listExtracts(siteData: SiteData): (readonly [path: string, table: PublishedTable])[] {
  const getPlan = (value: string) => value.split('/')[0] ?? value;
  const partsByPlan = publishedTables.map((table) => splitTable(table, siteData, table.planColumn, getPlan));
  const partsByCode = publishedTables.map((table) => splitTable(table, siteData, 'municipality_code'));
  const list = (folder: string, parts: readonly ReadonlyMap<string, PublishedTable>[], key: string) =>
    parts.flatMap((tables) => {
      const table = tables.get(key);
      return table ? [[`${folder}/${table.id}`, table] as const] : [];
    });
  return [
    ...siteData.plans.flatMap(({ id }) => list(`plans/${id}`, partsByPlan, id)),
    ...siteData.municipalities.flatMap(({ id, code }) => list(`municipalities/${id}`, partsByCode, code)),
  ];
}

/** Returns a line for each file with its SHA-256 and its path, in the format of `sha256sum -c`. */
function formatChecksums(files: readonly PublishedFile[]): string {
  return files
    .map(({ path, body }) => `${computeSha256(body)}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

/**
 * Returns every file below `/data/` except the pages: tables, code lists, extracts, their descriptions, one archive, and
 * the checksums of all. Memoized, because many pages show the sizes of the files.
 */
export const buildOpenData = memoizeBySite(async (siteData): Promise<PublishedFile[]> => {
  endStage('pages');
  const files: PublishedFile[] = [];
  for (const table of publishedTables)
    files.push(...createTableFiles(table.id, table, siteData, listKeys(tableFormats)));
  for (const table of codeLists) files.push(...createTableFiles(`codes/${table.id}`, table, siteData, ['csv', 'json']));
  for (const [path, table] of listExtracts(siteData)) files.push(...createTableFiles(path, table, siteData, ['csv']));
  const report = await createQualityReport(siteData, files);
  files.push({ path: 'quality.json', type: getContentType(tableFormats.json), body: report });
  files.push(...createMetadataFiles(files, siteData));
  files.push(createArchive(files, siteData));
  for (const [path, table] of listFigureTables(siteData))
    files.push(...createTableFiles(path, table, siteData, ['csv', 'json', 'xlsx']));
  files.push({ path: 'SHA256SUMS', type: 'text/plain; charset=utf-8', body: formatChecksums(files) });
  endStage('tables');
  return files;
});
