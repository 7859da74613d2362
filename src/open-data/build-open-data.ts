import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { createArchive } from './data-archive.ts';
import { codeLists } from './tables/published-code-lists.ts';
import { serializeCsv, serializeJson, serializeParquet, serializeXlsx } from './formats/table-formats.ts';
import { createMetadataFiles } from './metadata/metadata-files.ts';
import { computeSha256, type PublishedFile } from './published-file.ts';
import { createQualityReport } from './quality-report.ts';
import { splitTable, type PublishedTable } from './published-table.ts';
import { publishedTables } from './tables/published-tables.ts';

/** How a table is made in one format. */
interface Format {
  readonly type: string;
  readonly make: (table: PublishedTable, siteData: SiteData) => PublishedFile['body'] | Promise<PublishedFile['body']>;
}

/** The formats that tables come in, by the ending of the file's name. */
const formats = {
  csv: { type: 'text/csv; charset=utf-8', make: serializeCsv },
  json: { type: 'application/json; charset=utf-8', make: serializeJson },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: serializeXlsx },
  parquet: { type: 'application/vnd.apache.parquet', make: serializeParquet },
} as const satisfies Readonly<Record<string, Format>>;
type Ending = keyof typeof formats;

/** A file that is still to be made. */
type Order = () => Promise<PublishedFile>;

function inFormats(path: string, table: PublishedTable, siteData: SiteData, endings: readonly Ending[]): Order[] {
  return endings.map((ending) => async () => {
    const { type, make } = formats[ending];
    return { path: `${path}.${ending}`, type, body: await make(table, siteData) };
  });
}

/** The parts of the tables that belong to one plan, or to one municipality, where there are such rows. */
function extracts(siteData: SiteData): Order[] {
  const planOf = (value: string) => value.split('/')[0] ?? value;
  const ofPlans = publishedTables.map((table) => splitTable(table, siteData, table.planColumn, planOf));
  const ofCities = publishedTables.map((table) => splitTable(table, siteData, 'municipality_code'));
  const files = (folder: string, parts: readonly ReadonlyMap<string, PublishedTable>[], key: string) =>
    parts.flatMap((part) => {
      const own = part.get(key);
      return own ? inFormats(`${folder}/${own.id}`, own, siteData, ['csv']) : [];
    });
  return [
    ...siteData.plans.flatMap(({ id }) => files(`plans/${id}`, ofPlans, id)),
    ...siteData.municipalities.flatMap(({ id, code }) => files(`municipalities/${id}`, ofCities, code)),
  ];
}

/** A line for each file: its SHA-256 and its path, as `sha256sum -c` reads them. */
function checksums(files: readonly PublishedFile[]): string {
  return files
    .map(({ path, body }) => `${computeSha256(body)}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

async function make(siteData: SiteData): Promise<PublishedFile[]> {
  const orders = [
    ...publishedTables.flatMap((table) => inFormats(table.id, table, siteData, ['csv', 'json', 'xlsx', 'parquet'])),
    ...codeLists.flatMap((table) => inFormats(`codes/${table.id}`, table, siteData, ['csv', 'json'])),
    ...extracts(siteData),
  ];
  const files: PublishedFile[] = [];
  for (const order of orders) files.push(await order());
  files.push({
    path: 'quality.json',
    type: formats.json.type,
    body: await createQualityReport(siteData, files),
  });
  const described = [...files, ...createMetadataFiles(files, siteData)];
  const all = [...described, createArchive(described, siteData)];
  return [...all, { path: 'SHA256SUMS', type: 'text/plain; charset=utf-8', body: checksums(all) }];
}

/**
 * Every file below `/data/` but its pages: tables, code lists, extracts, what describes them, one archive, and the
 * checksums of all. Made once for a siteData, because many pages tell their sizes.
 */
export const buildOpenData = memoizeBySite(make);
