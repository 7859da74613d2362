import type { Portal } from '../portal/portal.ts';
import { objects, type Table } from './table.ts';

/** A table as a JSON array of objects with the columns' English names, a row a line; unknown values are null. */
export function json(table: Table, portal: Portal): string {
  const rows = objects(table, portal).map((row) => JSON.stringify(row));
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}
