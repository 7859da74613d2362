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

/** The source table of a file, and how it was recognized. */
export interface TableRecognition {
  /** Null if neither the file's name nor its headings identify a table. */
  readonly table: SourceTableName | null;
  readonly by: 'name' | 'headings' | 'choice';
  /** The headings, as the file writes them, that the table shares with it. */
  readonly shared: readonly string[];
  /** The table that shares the most headings, even if they identify none; null if no table shares any. */
  readonly nearest: SourceTableName | null;
}

/** A table compared with the headings of a file. */
interface TableFit {
  readonly name: SourceTableName;
  readonly shared: readonly string[];
  readonly score: number;
  readonly isSure: boolean;
}

/** Columns that tie a row to others of the site. Tables of other origin have none of them. */
const LINK = /ID$|^コード$/u;

/**
 * Compares a row with the headings of a table. One shared heading proves nothing, because 名称 or URL is in many
 * tables: most of the required headings must be there, one of them an id, and at least half of all headings be known.
 */
function compareHeadings(cells: readonly string[], name: SourceTableName): TableFit {
  const columns: TableSchema = sourceTables[name].columns;
  const findColumns = createColumnMatcher(columns);
  const headings = cells.filter(isFilledCell);
  const shared = headings.filter((cell) => findColumns(cell).length > 0);
  const foreign = headings.length - shared.length;
  const present = new Set(shared.flatMap(findColumns));
  const required = Object.keys(columns).filter((heading) => columns[heading]?.required);
  const found = required.filter((heading) => present.has(heading));
  const links = required.filter((heading) => LINK.test(heading));
  return {
    name,
    shared: shared.map((heading) => heading.trim()),
    score: present.size - foreign - (required.length - found.length),
    isSure:
      shared.length > 1 &&
      found.length > required.length / 2 &&
      foreign <= shared.length &&
      (links.length === 0 || links.some((heading) => present.has(heading))),
  };
}

/** Compares rows with the headings of all tables; the best fit is first. */
function compareTables(rows: readonly Pick<InputRow, 'cells'>[]): TableFit[] {
  return listKeys(sourceTables)
    .flatMap((name) => {
      const header = rows[findHeaderRow(rows, sourceTables[name].columns)];
      return header ? [compareHeadings(header.cells, name)] : [];
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * Recognizes the source table of a file: the one that its name belongs to, or else the one that its headings fit best,
 * even if a wrong separator divides them.
 * @param name the file's name, with or without a path
 * @param rows the file's rows; only the first ones matter
 * @example recognizeTable('data/Tree.CSV', []).table // → 'tree'
 */
export function recognizeTable(name: string, rows: readonly InputRow[]): TableRecognition {
  const fileName = /([^/\\]+)\.(?:csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = findTableByFileName(fileName);
  if (named) return { table: named, by: 'name', shared: [], nearest: named };
  const leadingRows = rows.slice(0, MAX_LEADING_ROWS);
  const separations = [leadingRows, ...splitByOtherSeparators(leadingRows).map((split) => split.rows)];
  const fit = separations.map((split) => compareTables(split).find(({ isSure }) => isSure)).find((best) => best);
  const nearest = compareTables(leadingRows).toSorted((a, b) => b.shared.length - a.shared.length)[0];
  return {
    table: fit?.name ?? null,
    by: 'headings',
    shared: fit?.shared ?? [],
    nearest: fit?.name ?? nearest?.name ?? null,
  };
}

/** Says in a sentence as which table a file was checked, and why. */
export function describeRecognition({ table, by, shared }: TableRecognition): string {
  if (!table) return 'どの表かわかりませんでした。';
  const title = `${sourceTables[table].title}（${getFileName(sourceTables[table])}.csv）`;
  const headings = shared.map((heading) => `「${heading}」`).join('');
  const why = { name: 'ファイルの名前から、', headings: `見出し${headings}から、`, choice: '' }[by];
  return `${why}${title}の表として調べました。`;
}
