import { isFilledCell } from '../read/rows.ts';
import type { SheetCell, SheetTableColumn, SheetRow } from './table.ts';

export const BLANK_CELL: SheetCell = { text: '', kind: 'text', appearance: '', affix: '' };

/** A number as programs write it: no separators, no unit, half-width. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** True for a cell that holds a number and nothing else; in an Excel file, a number as a text is none. */
export function isNumberCell({ text, kind }: Pick<SheetCell, 'text' | 'kind'>, grid: boolean): boolean {
  return grid ? kind === 'number' : NUMBER.test(text);
}

/** True for the text of a number, however the cell holds it. */
export const looksLikeNumber = (text: string): boolean => NUMBER.test(text);

/** What stands for a value that is missing, not counted or kept back. */
const MARK =
  /^(?:[-－‐―ー−–—]+|…+|\.{2,}|・{2,}|[xXχＸｘ*＊※△▲×○●◎☆★]+|[nN]\/?[aA]|不明|不詳|非公表|秘匿|該当なし)$/u;

/** True for a mark in the place of a value. */
export const isMissingMark = (text: string): boolean => MARK.test(text.trim());

/** What says that a value is that of the row above. */
const DITTO = /^(?:同上|同左|同前|同じ|上に?同じ|〃|々|仝|″|”|"|'')$/u;

/** True for what stands for the value above. */
export const isDittoMark = (text: string): boolean => DITTO.test(text.trim());

/** True for prose, which may hold anything: it has whole sentences, or is long. */
export const isProseText = (text: string): boolean => /[。！？]|[.!?]\s/u.test(text) || [...text].length > 60;

/** True for what is no text but an address of a page. */
export const isUrlText = (text: string): boolean => /^(?:https?:\/\/|mailto:|\/[\w/-]*)/.test(text);

/** The cells of a column in which something stands. */
export const listFilledCells = (column: SheetTableColumn): SheetTableColumn['cells'] =>
  column.cells.filter(({ text }) => isFilledCell(text));

/** A share of cells from which on a column counts as being of one kind. */
const MOST = 0.6;

/** True where most of what stands in a column passes a test. */
export function matchesMostCells(column: SheetTableColumn, test: (text: string) => boolean): boolean {
  const cells = listFilledCells(column);
  return cells.length > 0 && cells.filter(({ text }) => test(text)).length >= MOST * cells.length;
}

/** True for a column of numbers: it is described so or, without a description, holds mostly numbers. */
export function isNumericColumn(column: SheetTableColumn): boolean {
  if (column.described) return ['integer', 'number'].includes(column.described.type);
  return matchesMostCells(column, looksLikeNumber);
}

/** How many cells of a row have something in them. */
export const countFilledCells = ({ cells }: SheetRow): number =>
  cells.filter(({ text }) => isFilledCell(text)).length;
