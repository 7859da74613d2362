import { max } from 'd3';
import { haveSplitHeadings } from '../authoring/import/heading-groups.ts';
import { isFilledCell, type InputRow } from '../input/input-rows.ts';
import { parseCellReference } from '../input/xlsx/sheet-reader.ts';
import {
  BLANK_CELL,
  countFilledCells,
  findFirstFilled,
  findLastFilled,
  isMissingMark,
  isWesternYear,
  listFilledCells,
  looksLikeNumber,
  MIN_KIND_SHARE,
} from './sheet-table.ts';
import type { MetadataLookup, SheetContent, SheetRow, SheetTable, SheetTableColumn } from './sheet-table.ts';

/** The share of the widest row's cells that a row of headings must fill at least. */
const HEADING_SHARE = 0.5;

/** Beginnings of the footnotes of a table. */
const NOTE_ROW = /^[（(［[]?(?:※|＊|\*|(?:注|備考|資料|出典|出所|単位|note)(?:[\d０-９]{0,2}[)）\]］．.:：、,\s]|$))/iu;

/** The first cell of a line about the file, as LinkData writes it: #lang, #license. #property is its headings. */
const DIRECTIVE = /^#(?!property$)[a-z_]{2,}/iu;

/** True for a line about the file, not a record: #lang,ja. */
const isDirective = (row: SheetRow): boolean => DIRECTIVE.test(textAt(row, 0));

const TYPE_NAME =
  /^(?:string|text|number|numeric|integer|int|float|double|decimal|boolean|bool|date|datetime|time|uri|url)(?::\w+)?$/iu;

/** True for a row below the headings that describes the columns: a line with #, or the types of the values. */
function describesColumns(row: SheetRow): boolean {
  const texts = getTexts(row).filter(isFilledCell);
  return isDirective(row) || (texts.length > 1 && texts.every((text) => TYPE_NAME.test(text)));
}

const textAt = (row: SheetRow | undefined, index: number): string => row?.cells[index]?.text.trim() ?? '';

/** A value, not a heading: 59, 5,587人, ▲3.2. Years and numbered items can be headings: 2023, 令和4年度, 問1. */
function looksLikeValue(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  if (isWesternYear(plain)) return false;
  return (
    isMissingMark(plain) || looksLikeNumber(plain) || /^[▲△+-]?\d+(?:\.\d+)?(?![^\d]*[年月])[^\d\s]{0,3}$/u.test(plain)
  );
}

/** The number of rows below the headings that show which columns contain numbers. */
const SAMPLE = 50;

/** Returns the first and last row of headings: groups (令和4年度) may be above the fullest, parts below it. */
function findHeadingRows(sheet: SheetContent, row: SheetRow, at: number) {
  const { rows } = sheet;
  const [upper, lower] = [rows[at - 1], rows[at + 1]];
  const hasUpper = upper?.line === row.line - 1 && isGroupRow(upper, row);
  const rest = rows.slice(at + 2, at + 2 + SAMPLE);
  const hasLower =
    lower?.line === row.line + 1 &&
    (isPartRow(sheet, row, lower, rest) || haveSplitHeadings(toInputRow(row), toInputRow(lower)));
  return { first: hasUpper ? at - 1 : at, last: hasLower ? at + 1 : at };
}

const toInputRow = (row: SheetRow): InputRow => ({ ...row, cells: row.cells.map(({ text }) => text) });

/** True for a row of groups above a fuller row of headings: unlike a title, it begins after the first heading. */
function isGroupRow(upper: SheetRow, row: SheetRow): boolean {
  const first = findFirstFilled(upper);
  if (countFilledCells(upper) < 2 || isDirective(upper)) return false;
  return first > findFirstFilled(row) || textAt(row, first) === '';
}

/**
 * True for a row below the headings with the parts of their groups, or with the units of all columns of numbers. A
 * record has a value in the column of labels, or numbers.
 */
function isPartRow(sheet: SheetContent, row: SheetRow, lower: SheetRow, rest: readonly SheetRow[]): boolean {
  const words = lower.cells.flatMap(({ text }, index) => (isFilledCell(text) ? [{ index, text: text.trim() }] : []));
  if (words.length < 2 || isDirective(lower) || words.some(({ text }) => looksLikeValue(text))) return false;
  const numbers = row.cells.flatMap((_, index) => (isNumberColumn(rest, index) ? [index] : []));
  const overNumbers = words.filter(({ index }) => numbers.includes(index)).length;
  const isGroup = (index: number) => {
    const own = textAt(row, index);
    const isRepeated = [index - 1, index + 1].some((beside) => textAt(row, beside) === own);
    return own === '' || isRepeated || (textAt(row, index + 1) === '' && textAt(lower, index + 1) !== '');
  };
  const groups = words.filter(({ index }) => isGroup(index)).length;
  const first = findFirstFilled(row);
  const hasNoLabel = !isGroup(first) && textAt(lower, first) === '' && rest.some((next) => textAt(next, first) !== '');
  const areAboveNumbers = groups > 1 || (hasNoLabel && overNumbers === numbers.length);
  if (overNumbers > 1 && areAboveNumbers) return true;
  const areParts = groups > 1 && words.every(({ index, text }) => isGroup(index) || textAt(row, index) === text);
  return areParts && (hasNoLabel || hasWideCell(sheet, row.line));
}

/** True for a column whose cells below the headings are mostly numbers. */
function isNumberColumn(rest: readonly SheetRow[], index: number): boolean {
  const texts = rest.map((row) => textAt(row, index)).filter((text) => text !== '');
  return texts.length > 0 && texts.filter(looksLikeNumber).length >= MIN_KIND_SHARE * texts.length;
}

/** True if cells of a line are merged across columns only, and include the column, if there is one. */
export const hasWideCell = ({ issues }: SheetContent, line: number, index?: number): boolean =>
  issues.some(({ line: at, column, issue: { code, values } }) => {
    if (code !== 'merged-cells' || at !== line) return false;
    const end = parseCellReference(String(values.range).split(':')[1] ?? '');
    const includes = index === undefined || (index + 1 >= column && index < end.column);
    return end.line === line && end.column > column && includes;
  });

/** Returns the headings of all columns, each with its group: 令和4年度 実績. Merged cells have the group only once. */
function joinHeadings(rows: readonly SheetRow[]): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const groups = rows.map(() => '');
  return Array.from({ length: width }, (_, index) => {
    const words = rows.map((row, at) => {
      const own = textAt(row, index);
      const hasPart = rows.slice(at + 1).some((below) => textAt(below, index) !== '');
      if (own !== '') groups[at] = own;
      return hasPart ? (groups[at] ?? '') : own;
    });
    return [...new Set(words.filter((word) => word !== ''))].join(' ');
  });
}

/** True if the headings of a described table are in this row alone, whatever words its first record contains. */
function hasKnownHeadings(row: SheetRow, getMetadata: MetadataLookup): boolean {
  const titles = row.cells.map(({ text }) => text);
  const columns = getMetadata(titles)?.columns;
  return columns?.length === titles.length && columns.every(({ title }, index) => title === titles[index]);
}

/**
 * Finds the table of a sheet: the headings are the first row that is filled at least half as far as the fullest one,
 * with the rows of headings above and below it.
 * @returns null for an empty sheet
 */
export function findTable(sheet: SheetContent, getMetadata: MetadataLookup): SheetTable | null {
  const widest = max(sheet.rows, countFilledCells) ?? 0;
  const at = findFullestHeading(sheet.rows, widest);
  const row = sheet.rows[at];
  if (!row) return null;
  const { first, last } = hasKnownHeadings(row, getMetadata)
    ? { first: at, last: at }
    : findHeadingRows(sheet, row, at);
  const headings = sheet.rows.slice(first, last + 1);
  const heading = headings.at(-1) ?? row;
  const { records, footnotes, otherTable, gaps } = classifyRows(sheet.rows.slice(last + 1), heading, sheet.grid);
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
    textRows: [...(widest > 1 ? sheet.rows.slice(0, first) : []), ...footnotes],
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
  const directiveCount = rows.findIndex((row) => !isDirective(row));
  return rows.findIndex((row, at) => {
    const filled = countFilledCells(row);
    // A cell with # alone is about the file: # 作成 企画課. One line as wide as the table can be its headings: #id,name.
    const isRemark = /^#\s*\S/.test(textAt(row, 0)) && filled === 1 && widest > 1;
    const isAbove = isRemark || (isDirective(row) && at < directiveCount && (directiveCount > 1 || filled < widest));
    return !isAbove && filled >= Math.max(widest * HEADING_SHARE, 1);
  });
}

/** Finds the empty columns, without headings, that other columns follow. */
export function findEmptyColumns({ columns }: SheetTable): SheetTableColumn[] {
  const isEmpty = (column: SheetTableColumn) => !isFilledCell(column.title) && listFilledCells(column).length === 0;
  const last = columns.findLastIndex((column) => !isEmpty(column));
  return columns.slice(0, Math.max(last, 0)).filter(isEmpty);
}

/** Separates the rows below the headings into records and footnotes, up to another table. */
function classifyRows(rows: readonly SheetRow[], heading: SheetRow, grid: boolean) {
  const width = findLastFilled(heading) + 1;
  const records: SheetRow[] = [];
  const footnotes: SheetRow[] = [];
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
    if (otherTable) return { records, footnotes, gaps, otherTable };
    for (let line = last + 1; line < row.line; line++) emptyLines.push(line);
    last = getLastLine(row, grid);
    const isNext = records.length > 0 && rows[at - 1] === footnotes.at(-1);
    const isType = records.length === 0 && describesColumns(row);
    if (isType || isFootnote(row, width, afterGap || isNext)) footnotes.push(row);
    else {
      records.push(row);
      for (const line of emptyLines) gaps.push(line);
      emptyLines = [];
    }
  }
  return { records, footnotes, gaps, otherTable: null };
}

/** True for a row that begins another table: the same headings again, or words below a column of numbers. */
function beginsTable(row: SheetRow, heading: SheetRow, records: readonly SheetRow[], afterGap: boolean): boolean {
  if (countFilledCells(row) < 2) return false;
  if (heading.cells.every((_, at) => textAt(heading, at) === textAt(row, at))) return true;
  const texts = getTexts(row);
  if (!afterGap || texts.some(looksLikeNumber)) return false;
  return texts.some((text, at) => {
    const above = records.map((record) => textAt(record, at)).filter((cell) => cell !== '');
    return text !== '' && !isMissingMark(text) && above.length > 0 && above.every(looksLikeNumber);
  });
}

/** True for a single cell below a table that explains it. */
function isFootnote(row: SheetRow, width: number, afterGap: boolean): boolean {
  if (countFilledCells(row) !== 1 || width < 2) return false;
  const text = textAt(row, findFirstFilled(row));
  return NOTE_ROW.test(text) || (width > 2 && (afterGap || text.endsWith('。')));
}

/** Returns the empty columns before another table. That table repeats a heading of the first table. */
function findTablesBeside(titles: readonly string[], records: readonly SheetRow[]): number[] {
  const empty = titles.flatMap((title, at) =>
    title === '' && !records.some(({ cells }) => isFilledCell(cells[at]?.text)) ? [at] : [],
  );
  return empty.filter((at) => titles.slice(at + 1).some((title) => title !== '' && titles.indexOf(title) < at));
}

/** Returns the texts of a row without the white space around them. */
export const getTexts = ({ cells }: SheetRow) => cells.map(({ text }) => text.trim());

/** Returns the last line of a row: a quoted cell may contain line breaks. */
const getLastLine = ({ line, cells }: SheetRow, grid: boolean): number =>
  grid ? line : line + cells.reduce((sum, { text }) => sum + (text.match(/\n/g)?.length ?? 0), 0);
