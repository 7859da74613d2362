import { isFilledCell, type InputRow } from '../input/input-rows.ts';
import { listKeys } from '../model/value-lists.ts';
import { sourceTables, type SourceTableName } from '../tables/source-tables.ts';
import { getFileName, type TableSchema } from '../tables/table-schema.ts';
import { MAX_LEADING_ROWS, findHeaderRow, createColumnMatcher, splitByOtherSeparators } from './table-header.ts';

/** Returns the source table whose files have a name, without its ending; null if no table has it. */
export function findTableByFileName(fileName: string): SourceTableName | null {
  const name = listKeys(sourceTables).find((key) => getFileName(sourceTables[key]) === fileName);
  return name ?? null;
}

/** Returns how well a row fits the headings of a table: the known headings minus foreign and missing headings. */
function scoreHeadings(cells: readonly string[], columns: TableSchema): number {
  const findColumns = createColumnMatcher(columns);
  const headings = cells.filter(isFilledCell).map((cell) => findColumns(cell));
  const foreign = headings.filter((names) => names.length === 0).length;
  const present = new Set(headings.flat());
  const missing = Object.entries(columns).filter(([name, { required }]) => required && !present.has(name));
  return present.size - foreign - missing.length;
}

/** Returns the table whose headings one of these rows fits best; null if no table has such headings. */
function findBestTable(rows: readonly Pick<InputRow, 'cells'>[]): SourceTableName | null {
  let best: { readonly name: SourceTableName | null; readonly score: number } = { name: null, score: -Infinity };
  for (const name of listKeys(sourceTables)) {
    const { columns } = sourceTables[name];
    const header = rows[findHeaderRow(rows, columns)];
    const score = header ? scoreHeadings(header.cells, columns) : -Infinity;
    if (score > best.score) best = { name, score };
  }
  return best.name;
}

/**
 * Returns the source table of a file: the one that its name belongs to, or else the one that its headings fit best,
 * even if a wrong separator divides them. Null if no table has such headings.
 * @param name the file's name, with or without a path
 * @param rows the file's rows; only the first ones matter
 * @example detectTable('data/Tree.CSV', []) // → 'tree'
 */
export function detectTable(name: string, rows: readonly InputRow[]): SourceTableName | null {
  const fileName = /([^/\\]+)\.(?:csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const leadingRows = rows.slice(0, MAX_LEADING_ROWS);
  const separations = [leadingRows, ...splitByOtherSeparators(leadingRows).map((split) => split.rows)];
  return findTableByFileName(fileName) ?? separations.map(findBestTable).find((table) => table !== null) ?? null;
}
