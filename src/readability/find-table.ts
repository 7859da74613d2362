import { max } from 'd3';
import { isFilledCell } from '../input/input-rows.ts';
import {
  BLANK_CELL,
  countFilledCells,
  isMissingMark,
  listFilledCells,
  looksLikeNumber,
  type MetadataLookup,
  type SheetContent,
  type SheetRow,
  type SheetTable,
  type SheetTableColumn,
  type TableMetadata,
} from './sheet-table.ts';

/** How much of the widest row a row must fill to be that of the headings. */
const HEADING = 0.5;

/** How the notes of a table begin. */
const NOTE =
  /^[（(［[]?(?:※|＊|\*|(?:注|備考|資料|出典|出所|単位|note)(?:[\d０-９]{0,2}[)）\]］．.:：、,\s]|$))/iu;

const textsOf = ({ cells }: SheetRow) => cells.map(({ text }) => text.trim());
const lastFilled = ({ cells }: SheetRow) => cells.findLastIndex(({ text }) => isFilledCell(text));

/** The last line of a row: a quoted cell may break over several. */
function endOf({ line, cells }: SheetRow, grid: boolean): number {
  return grid ? line : line + cells.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
}

/** True for a single cell below or beside a table that tells something about it. */
function isNote(line: SheetRow, width: number, behindGap: boolean): boolean {
  if (countFilledCells(line) !== 1 || width < 2) return false;
  const text = line.cells.find((cell) => isFilledCell(cell.text))?.text.trim() ?? '';
  return NOTE.test(text) || (width > 2 && (behindGap || text.endsWith('。')));
}

/** True for a row that begins another table: the same headings again, or words where the rows before have numbers. */
function begins(line: SheetRow, heading: SheetRow, before: readonly SheetRow[], behindGap: boolean): boolean {
  const own = textsOf(line);
  if (countFilledCells(line) > 1 && textsOf(heading).every((text, at) => text === (own[at] ?? '')))
    return true;
  if (!behindGap || countFilledCells(line) < 2 || own.some(looksLikeNumber)) return false;
  return own.some((text, at) => {
    const above = before.map(({ cells }) => cells[at]?.text.trim() ?? '').filter((one) => one !== '');
    return text !== '' && !isMissingMark(text) && above.length > 0 && above.every(looksLikeNumber);
  });
}

/** Where a second table begins beside the first: behind an empty column, with a heading that stood before. */
function besides(heading: SheetRow, records: readonly SheetRow[]): number[] {
  const titles = textsOf(heading);
  const empty = titles.flatMap((title, at) =>
    title === '' && !records.some(({ cells }) => isFilledCell(cells[at]?.text)) ? [at] : [],
  );
  return empty.filter((at) =>
    titles.slice(at + 1).some((title) => title !== '' && titles.indexOf(title) < at),
  );
}

/** What the rows below the headings are. */
function sorted(rows: readonly SheetRow[], heading: SheetRow, grid: boolean) {
  const width = lastFilled(heading) + 1;
  const found = {
    records: [] as SheetRow[],
    notes: [] as SheetRow[],
    others: [] as SheetRow[],
    gaps: [] as number[],
  };
  let last = endOf(heading, grid);
  let waiting: number[] = [];
  for (const [at, row] of rows.entries()) {
    const gap = row.line - last - 1;
    const next = rows[at + 1];
    // A single cell behind a gap may be the title of a table that begins below it.
    if (gap > 0 && next && countFilledCells(row) === 1 && begins(next, heading, found.records, true))
      found.others.push(next);
    else if (begins(row, heading, found.records, gap > 0)) found.others.push(row);
    if (found.others.length > 0) break;
    for (let line = last + 1; line < row.line; line++) waiting.push(line);
    last = endOf(row, grid);
    if (isNote(row, width, gap > 0)) found.notes.push(row);
    else {
      found.records.push(row);
      for (const line of waiting) found.gaps.push(line);
      waiting = [];
    }
  }
  return found;
}

function columnOf(
  index: number,
  heading: SheetRow,
  records: readonly SheetRow[],
  described: TableMetadata | null,
): SheetTableColumn {
  const title = heading.cells[index]?.text ?? '';
  return {
    index,
    title,
    cells: records.map((line) => {
      const cell = line.cells[index] ?? BLANK_CELL;
      return { line, cell, text: cell.text };
    }),
    described: described?.columns.find((one) => one.title === title) ?? null,
  };
}

/**
 * Finds the table of a sheet: the headings are the first row that is filled at least half as far as the fullest one.
 * @param grid true for an Excel file, whose rows are as they are numbered
 * @param describe tells what is known of the table from outside
 * @returns null for a sheet without anything
 */
export function findTable(sheet: SheetContent, grid: boolean, describe: MetadataLookup): SheetTable | null {
  const widest = max(sheet.rows, countFilledCells) ?? 0;
  const at = sheet.rows.findIndex((line) => countFilledCells(line) >= Math.max(widest * HEADING, 1));
  const heading = sheet.rows[at];
  if (!heading) return null;
  const { records, notes, others, gaps } = sorted(sheet.rows.slice(at + 1), heading, grid);
  const described = describe(textsOf(heading));
  const beside = besides(heading, records);
  const reach = (max([heading, ...records], lastFilled) ?? -1) + 1;
  const width = beside[0] ?? reach;
  const columns = Array.from({ length: width }, (_, index) => columnOf(index, heading, records, described));
  const above = sheet.rows.slice(0, at);
  return {
    sheet,
    above,
    heading,
    records,
    notes: [...above.filter((line) => countFilledCells(line) === 1 && widest > 1), ...notes],
    otherTables: [
      ...others.map((line) => ({ line, index: line.cells.findIndex(({ text }) => isFilledCell(text)) })),
      ...beside.map((index) => ({ line: heading, index: index + 1 })),
    ],
    gaps,
    columns,
    described,
  };
}

/** The columns of a table that stand empty, heading and all, though it goes on behind them. */
export function findEmptyColumns({ columns }: SheetTable): SheetTableColumn[] {
  const isEmpty = (column: SheetTableColumn) =>
    !isFilledCell(column.title) && listFilledCells(column).length === 0;
  return columns.filter(
    (column, at) => isEmpty(column) && columns.slice(at + 1).some((one) => !isEmpty(one)),
  );
}
