import type { SheetObject } from '../input/xlsx/sheet-survey.ts';
import { type InputPosition, isFilledCell, type LocatedIssue } from '../input/input-rows.ts';

/** What a value of a cell is; a CSV holds texts alone. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean';

/** A cell of a record. */
export interface SheetCell {
  readonly text: string;
  readonly kind: CellKind;
  /** Colours and letters that are set off, in words; empty in a CSV. */
  readonly appearance: string;
  /** What its format puts around its number, such as a unit; empty where nothing is put. */
  readonly affix: string;
}

/** A row that is not empty. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly SheetCell[];
  /** The index of the cell from which on its quotes do not pair; null where they do. */
  readonly brokenFrom: number | null;
  /** Where the cell with this index (from 0) begins. */
  readonly locate: (index: number) => InputPosition;
}

/** A sheet as it was read, before anyone looks for a table in it; a CSV is one sheet without a name. */
export interface SheetContent {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** What the reader of Excel files doubts: merged, hidden and computed cells. */
  readonly issues: readonly LocatedIssue[];
  readonly objects: readonly SheetObject[];
}

/** What is known of a column from outside of the file. */
export interface ColumnMetadata {
  readonly title: string;
  /** Its name in Latin letters. */
  readonly name: string;
  readonly description: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'date';
  readonly nullable: boolean;
  readonly choices: readonly string[] | null;
  /** The code list that says what the values mean. */
  readonly codeList: string | null;
  readonly unit: string | null;
  readonly unitColumn: string | null;
  /** True where its values are names, numbers and notations, copied as another document prints them. */
  readonly printed: boolean;
}

/** What is known of a table from outside of the file: the site's own tables come with it, a person's file does not. */
export interface TableMetadata {
  readonly columns: readonly ColumnMetadata[];
  /** The code lists that are published with the table. */
  readonly codeLists: readonly string[];
  /** What the special marks in its columns of numbers mean, where there are any. */
  readonly marks: Readonly<Record<string, string>>;
}

/** Tells what is known of a table by its headings; null where nothing is. */
export type MetadataLookup = (headings: readonly string[]) => TableMetadata | null;

/** A column of a table: its heading and the cells below it. */
export interface SheetTableColumn {
  readonly index: number;
  readonly title: string;
  readonly cells: readonly { readonly line: SheetRow; readonly cell: SheetCell; readonly text: string }[];
  readonly described: ColumnMetadata | null;
}

/** A sheet in which the table was found. */
export interface SheetTable {
  readonly sheet: SheetContent;
  /** The rows above the headings. */
  readonly above: readonly SheetRow[];
  readonly heading: SheetRow;
  /** The records: the rows below the headings that are neither notes nor another table. */
  readonly records: readonly SheetRow[];
  /** Rows that are no records, but notes. */
  readonly notes: readonly SheetRow[];
  /** The rows in which another table begins. */
  readonly otherTables: readonly { readonly line: SheetRow; readonly index: number }[];
  /** Numbers of rows that are empty though the table goes on behind them. */
  readonly gaps: readonly number[];
  readonly columns: readonly SheetTableColumn[];
  readonly described: TableMetadata | null;
}

/** A file that was read, or what forbids reading it. */
export type FileReading =
  | {
      readonly ok: true;
      readonly format: 'csv' | 'xlsx';
      /** The encoding in words; empty for an Excel file. */
      readonly encoding: string;
      /** True for a CSV that begins with a byte order mark. */
      readonly mark: boolean;
      readonly tables: readonly SheetTable[];
      /** Sheets that can't be seen. */
      readonly hiddenSheets: readonly string[];
    }
  | { readonly ok: false; readonly wrong: string; readonly instead: string; readonly spot: InputPosition };

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
