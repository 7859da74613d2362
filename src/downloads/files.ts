import { oncePer } from '../portal/once.ts';
import type { Portal } from '../portal/portal.ts';
import { archive } from './archive.ts';
import { codes } from './codes.ts';
import { csv } from './csv.ts';
import { descriptions } from './describe/documents.ts';
import { sha256, type Download } from './download.ts';
import { json } from './json.ts';
import { parquet } from './parquet.ts';
import { quality } from './quality.ts';
import { partsBy, type Table } from './table.ts';
import { tables } from './tables/index.ts';
import { xlsx } from './xlsx.ts';

/** How a table is made in one format. */
interface Format {
  readonly type: string;
  readonly make: (table: Table, portal: Portal) => Download['body'] | Promise<Download['body']>;
}

/** The formats that tables come in, by the ending of the file's name. */
const formats = {
  csv: { type: 'text/csv; charset=utf-8', make: csv },
  json: { type: 'application/json; charset=utf-8', make: json },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', make: xlsx },
  parquet: { type: 'application/vnd.apache.parquet', make: parquet },
} as const satisfies Readonly<Record<string, Format>>;
type Ending = keyof typeof formats;

/** A file that is still to be made. */
type Order = () => Promise<Download>;

function inFormats(path: string, table: Table, portal: Portal, endings: readonly Ending[]): Order[] {
  return endings.map((ending) => async () => {
    const { type, make } = formats[ending];
    return { path: `${path}.${ending}`, type, body: await make(table, portal) };
  });
}

/** The parts of the tables that belong to one plan, or to one municipality, where there are such rows. */
function extracts(portal: Portal): Order[] {
  const planOf = (value: string) => value.split('/')[0] ?? value;
  const ofPlans = tables.map((table) => partsBy(table, portal, table.planColumn, planOf));
  const ofCities = tables.map((table) => partsBy(table, portal, 'municipality_code'));
  const files = (folder: string, parts: readonly ReadonlyMap<string, Table>[], key: string) =>
    parts.flatMap((part) => {
      const own = part.get(key);
      return own ? inFormats(`${folder}/${own.id}`, own, portal, ['csv']) : [];
    });
  return [
    ...portal.plans.flatMap(({ id }) => files(`plans/${id}`, ofPlans, id)),
    ...portal.municipalities.flatMap(({ id, code }) => files(`municipalities/${id}`, ofCities, code)),
  ];
}

/** A line for each file: its SHA-256 and its path, as `sha256sum -c` reads them. */
function checksums(files: readonly Download[]): string {
  return files
    .map(({ path, body }) => `${sha256(body)}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

async function make(portal: Portal): Promise<Download[]> {
  const orders = [
    ...tables.flatMap((table) => inFormats(table.id, table, portal, ['csv', 'json', 'xlsx', 'parquet'])),
    ...codes.flatMap((table) => inFormats(`codes/${table.id}`, table, portal, ['csv', 'json'])),
    ...extracts(portal),
  ];
  const files: Download[] = [];
  for (const order of orders) files.push(await order());
  files.push({ path: 'quality.json', type: formats.json.type, body: await quality(portal, files) });
  const described = [...files, ...descriptions(files, portal)];
  const all = [...described, archive(described, portal)];
  return [...all, { path: 'SHA256SUMS', type: 'text/plain; charset=utf-8', body: checksums(all) }];
}

/**
 * Every file below `/data/` but its pages: tables, code lists, extracts, what describes them, one archive, and the
 * checksums of all. Made once for a portal, because many pages tell their sizes.
 */
export const downloads = oncePer(make);
