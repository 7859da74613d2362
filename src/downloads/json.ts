import type { SiteData } from '../portal/portal.ts';
import { listRowObjects, type PublishedTable } from './table.ts';

/** A table as a JSON array of objects with the columns' English names, a row a line; unknown values are null. */
export function serializeJson(table: PublishedTable, portal: SiteData): string {
  const rows = listRowObjects(table, portal).map((row) => JSON.stringify(row));
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}
