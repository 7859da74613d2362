import { createHash } from 'node:crypto';
import type { Portal } from '../portal/portal.ts';
import { codes } from './codes.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { filtered, type Table } from './table.ts';
import { tables } from './tables/index.ts';

/** A file to download: where it stands below `/data/`, what it is, and what is in it. */
export interface Download {
  readonly path: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The formats that every table comes in, by the ending of the file's name. */
const formats = {
  csv: { type: 'text/csv; charset=utf-8', make: csv },
  json: { type: 'application/json; charset=utf-8', make: json },
} as const;

function inFormats(
  path: string,
  table: Table,
  portal: Portal,
  endings: readonly (keyof typeof formats)[],
): Download[] {
  return endings.map((ending) => ({
    path: `${path}.${ending}`,
    type: formats[ending].type,
    body: formats[ending].make(table, portal),
  }));
}

/** The part of a table that belongs to one plan, or to one municipality; null where there is no such row. */
function extract(
  table: Table,
  portal: Portal,
  by: string | null,
  keeps: (value: string) => boolean,
): Table | null {
  if (by === null || !table.columns.some(({ name }) => name === by)) return null;
  const part = filtered(table, (value) => keeps(String(value)), by);
  return part.rows(portal).length > 0 ? part : null;
}

function extracts(portal: Portal): Download[] {
  const ofPlans = portal.plans.flatMap(({ id }) =>
    tables.flatMap((table) => {
      const part = extract(
        table,
        portal,
        table.planColumn,
        (value) => value === id || value.startsWith(`${id}/`),
      );
      return part ? inFormats(`plans/${id}/${table.id}`, part, portal, ['csv']) : [];
    }),
  );
  const ofCities = portal.municipalities.flatMap(({ id, code }) =>
    tables.flatMap((table) => {
      const part = extract(table, portal, 'municipality_code', (value) => value === code);
      return part ? inFormats(`municipalities/${id}/${table.id}`, part, portal, ['csv']) : [];
    }),
  );
  return [...ofPlans, ...ofCities];
}

/** A line for each file: its SHA-256 and its path, as `sha256sum -c` reads them. */
function checksums(files: readonly Download[]): string {
  return files
    .map(({ path, body }) => `${createHash('sha256').update(body).digest('hex')}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

/** Every file below `/data/` but its pages, with the checksums of all others last. */
export function downloads(portal: Portal): Download[] {
  const files = [
    ...tables.flatMap((table) => inFormats(table.id, table, portal, ['csv', 'json'])),
    ...codes.flatMap((table) => inFormats(`codes/${table.id}`, table, portal, ['csv', 'json'])),
    ...extracts(portal),
  ];
  return [...files, { path: 'SHA256SUMS', type: 'text/plain; charset=utf-8', body: checksums(files) }];
}
