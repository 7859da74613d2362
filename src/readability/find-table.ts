import { max } from 'd3';
import { isFilledCell } from '../input/input-rows.ts';
import { describesColumns, findHeadingRows, isDirective, joinHeadings } from './heading-rows.ts';
import {
  BLANK_CELL,
  countFilledCells,
  findFirstFilled,
  findLastFilled,
  isMissingMark,
  listFilledCells,
  looksLikeNumber,
  type MetadataLookup,
  type SheetContent,
  type SheetRow,
  type SheetTable,
  type SheetTableColumn,
} from './sheet-table.ts';

/** The share of the widest row's cells that a row of headings must fill at least. */
const HEADING_SHARE = 0.5;

/** Beginnings of the notes of a table. */
const NOTE = /^[（(［[]?(?:※|＊|\*|(?:注|備考|資料|出典|出所|単位|note)(?:[\d０-９]{0,2}[)）\]］．.:：、,\s]|$))/iu;

/**
 * Finds the table of a sheet: the headings are the first row that is filled at least half as far as the fullest one,
 * with the rows of headings above and below it.
 * @param grid true for an Excel file, whose rows are numbered
 * @returns null for an empty sheet
 */
export function findTable(sheet: SheetContent, grid: boolean, getMetadata: MetadataLookup): SheetTable | null {
  const widest = max(sheet.rows, countFilledCells) ?? 0;
  const at = findFullestHeading(sheet.rows, widest);
  if (at < 0) return null;
  const { first, last } = findHeadingRows(sheet, at);
  const headings = sheet.rows.slice(first, last + 1);
  const heading = sheet.rows[last];
  if (!heading) return null;
  const { records, notes, otherTable, gaps } = classifyRows(sheet.rows.slice(last + 1), heading, grid);
  const titles = joinHeadings(headings);
  const metadata = getMetadata(titles);
  const beside = findTablesBeside(titles, records);
  const width = beside[0] ?? (max([...headings, ...records], findLastFilled) ?? -1) + 1;
  const columns = Array.from({ length: width }, (_, index): SheetTableColumn => {
    const title = titles[index] ?? '';
    const cells = records.map((row) => {
      const cell = row.cells[index] ?? BLANK_CELL;
      return { row, cell, text: cell.text };
    });
    return { index, title, cells, metadata: metadata?.columns.find((column) => column.title === title) ?? null };
  });
  return {
    sheet,
    headings,
    heading,
    records,
    notes: [...(widest > 1 ? sheet.rows.slice(0, first) : []), ...notes],
    otherTables: [
      ...(otherTable ? [{ row: otherTable, index: findFirstFilled(otherTable) }] : []),
      ...beside.map((index) => ({ row: heading, index: index + 1 })),
    ],
    gaps,
    columns,
    metadata,
  };
}

/** Returns the index of the first row that is filled at least half as far as the fullest one, or -1. */
function findFullestHeading(rows: readonly SheetRow[], widest: number): number {
  const directives = rows.findIndex((row) => !isDirective(row));
  return rows.findIndex((row, at) => {
    const filled = countFilledCells(row);
    // One line with # as wide as the table can be its headings: #id,name.
    const isAbove = isDirective(row) && at < directives && (directives > 1 || filled < widest);
    return !isAbove && filled >= Math.max(widest * HEADING_SHARE, 1);
  });
}

/** Finds the empty columns, without headings, that other columns follow. */
export function findEmptyColumns({ columns }: SheetTable): SheetTableColumn[] {
  const isEmpty = (column: SheetTableColumn) => !isFilledCell(column.title) && listFilledCells(column).length === 0;
  const last = columns.findLastIndex((column) => !isEmpty(column));
  return columns.slice(0, Math.max(last, 0)).filter(isEmpty);
}

/** Separates the rows below the headings into records and notes, up to another table. */
function classifyRows(rows: readonly SheetRow[], heading: SheetRow, grid: boolean) {
  const width = findLastFilled(heading) + 1;
  const records: SheetRow[] = [];
  const notes: SheetRow[] = [];
  const gaps: number[] = [];
  let last = getLastLine(heading, grid);
  // Empty lines are gaps only if a record follows.
  let emptyLines: number[] = [];
  for (const [at, row] of rows.entries()) {
    const afterGap = row.line > last + 1;
    const next = rows[at + 1];
    // A single cell behind a gap may be the title of a table that begins below it.
    const isTitle = afterGap && next && countFilledCells(row) === 1 && beginsTable(next, heading, records, true);
    const otherTable = isTitle ? next : beginsTable(row, heading, records, afterGap) ? row : null;
    if (otherTable) return { records, notes, gaps, otherTable };
    for (let line = last + 1; line < row.line; line++) emptyLines.push(line);
    last = getLastLine(row, grid);
    if (isNote(row, width, afterGap) || (records.length === 0 && describesColumns(row))) notes.push(row);
    else {
      records.push(row);
      for (const line of emptyLines) gaps.push(line);
      emptyLines = [];
    }
  }
  return { records, notes, gaps, otherTable: null };
}

/** True for a row that begins another table: the same headings again, or words below a column of numbers. */
function beginsTable(row: SheetRow, heading: SheetRow, records: readonly SheetRow[], afterGap: boolean): boolean {
  const texts = getTexts(row);
  if (countFilledCells(row) < 2) return false;
  if (getTexts(heading).every((title, at) => title === (texts[at] ?? ''))) return true;
  if (!afterGap || texts.some(looksLikeNumber)) return false;
  return texts.some((text, at) => {
    const above = records.map(({ cells }) => cells[at]?.text.trim() ?? '').filter((cell) => cell !== '');
    return text !== '' && !isMissingMark(text) && above.length > 0 && above.every(looksLikeNumber);
  });
}

/** True for a single cell below a table that explains it. */
function isNote(row: SheetRow, width: number, afterGap: boolean): boolean {
  if (countFilledCells(row) !== 1 || width < 2) return false;
  const text = row.cells[findFirstFilled(row)]?.text.trim() ?? '';
  return NOTE.test(text) || (width > 2 && (afterGap || text.endsWith('。')));
}

/** Returns the empty columns before another table. That table repeats a heading of the first table. */
function findTablesBeside(titles: readonly string[], records: readonly SheetRow[]): number[] {
  const empty = titles.flatMap((title, at) =>
    title === '' && !records.some(({ cells }) => isFilledCell(cells[at]?.text)) ? [at] : [],
  );
  return empty.filter((at) => titles.slice(at + 1).some((title) => title !== '' && titles.indexOf(title) < at));
}

const getTexts = ({ cells }: SheetRow) => cells.map(({ text }) => text.trim());

/** Returns the last line of a row: a quoted cell may contain line breaks. */
function getLastLine({ line, cells }: SheetRow, grid: boolean): number {
  return grid ? line : line + cells.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
}
