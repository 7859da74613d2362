import { isFilledCell } from '../input/input-rows.ts';
import {
  countFilledCells,
  findFirstFilled,
  isMissingMark,
  listFilledTexts,
  looksLikeNumber,
  type SheetContent,
  type SheetRow,
} from './sheet-table.ts';

/*
 * Headings of several rows, as printed tables have them: an upper row of groups (令和4年度) and a lower row of their parts
 * (目標, 実績).
 */

/** The first cell of a line about the file, as LinkData writes it: #lang, #license. Its line of headings is #property. */
const DIRECTIVE = /^#(?!property$)[a-z_]{2,}/iu;

/** True for a line about the file, not a record: #lang,ja. */
export const isDirective = ({ cells }: SheetRow): boolean => DIRECTIVE.test(cells[0]?.text.trim() ?? '');

const TYPE_NAME =
  /^(?:string|text|number|numeric|integer|int|float|double|decimal|boolean|bool|date|datetime|time|uri|url)(?::\w+)?$/iu;

/** True for a row below the headings that describes the columns: a line with #, or the types of the values. */
export function describesColumns(row: SheetRow): boolean {
  const texts = listFilledTexts(row);
  return isDirective(row) || (texts.length > 1 && texts.every((text) => TYPE_NAME.test(text)));
}

const textAt = (row: SheetRow | undefined, index: number): string => row?.cells[index]?.text.trim() ?? '';

/** A value, not a heading: 59, 5,587人, ▲3.2. Years and numbered items can be headings: 2023, 令和4年度, 問1. */
const isValue = (text: string): boolean => {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  if (/^(?:1[89]|20|21)\d\d$/u.test(plain)) return false;
  return (
    isMissingMark(plain) || looksLikeNumber(plain) || /^[▲△+-]?\d+(?:\.\d+)?(?![^\d]*[年月])[^\d\s]{0,3}$/u.test(plain)
  );
};

/** The number of rows below the headings that show which columns contain numbers. */
const SAMPLE = 50;

/** The minimum share of numbers in a column of numbers. */
const MOST = 0.6;

/**
 * Returns the first and the last row of headings around the fullest one.
 * @param at the index of the fullest row
 */
export function findHeadingRows(sheet: SheetContent, at: number): { readonly first: number; readonly last: number } {
  const { rows } = sheet;
  const [upper, row, lower] = [rows[at - 1], rows[at], rows[at + 1]];
  if (!row) return { first: at, last: at };
  const hasUpper = upper?.line === row.line - 1 && isGroupRow(upper, row);
  const rest = rows.slice(at + 2, at + 2 + SAMPLE);
  const hasLower = lower?.line === row.line + 1 && isPartRow(sheet, row, lower, rest);
  return { first: hasUpper ? at - 1 : at, last: hasLower ? at + 1 : at };
}

/**
 * True for a row of groups above a fuller row of headings. A title begins over the first heading; the first group
 * follows it, or a heading of one row has nothing below it.
 */
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
  if (words.length < 2 || isDirective(lower) || words.some(({ text }) => isValue(text))) return false;
  const numbers = row.cells.flatMap((_, index) => (isNumberColumn(rest, index) ? [index] : []));
  const overNumbers = words.filter(({ index }) => numbers.includes(index)).length;
  const isGroup = (index: number) => {
    const own = textAt(row, index);
    const isRepeated = own !== '' && [index - 1, index + 1].some((beside) => textAt(row, beside) === own);
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
  return texts.length > 0 && texts.filter(looksLikeNumber).length >= MOST * texts.length;
}

/** True if cells of a line are merged across columns only. */
function hasWideCell({ issues }: SheetContent, line: number): boolean {
  return issues.some(({ line: at, issue: { code, values } }) => {
    const [, from, start, to, end] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(String(values.range ?? '')) ?? [];
    return code === 'merged-cells' && at === line && start === end && from !== to;
  });
}

/** Returns the headings of all columns, each with its group: 令和4年度 実績. Merged cells have the group only once. */
export function joinHeadings(rows: readonly SheetRow[]): string[] {
  const [last] = rows.slice(-1);
  if (!last || rows.length === 1) return last?.cells.map(({ text }) => text) ?? [];
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const groups = rows.map(() => '');
  return Array.from({ length: width }, (_, index) => {
    const words = rows.flatMap((row, at) => {
      const own = textAt(row, index);
      const hasPart = rows.slice(at + 1).some((below) => textAt(below, index) !== '');
      if (own !== '') groups[at] = own;
      return own === '' && hasPart ? [groups[at] ?? ''] : [own];
    });
    return [...new Set(words.filter((word) => word !== ''))].join(' ');
  });
}
