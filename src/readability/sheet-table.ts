import { type InputRow, isFilledCell, type LocatedIssue } from '../input/input-rows.ts';
import type { SheetObject } from '../input/xlsx/sheet-objects.ts';
import { countValues, memoizeByObject } from '../model/collections.ts';
import { ERA_LETTERS, ERA_NAMES } from '../notation/calendar.ts';
import { findBrokenCharacter, isDittoMark } from '../tables/cells/cell-issues.ts';

export interface SheetTableCell {
  readonly text: string;
  /** True for a number, but not for a date; a CSV contains only texts. */
  readonly isNumber: boolean;
  /** Its colours and emphases in words; empty in a CSV. */
  readonly appearance: string;
  /** The text that its number format adds to the number, such as a unit; empty if there is none. */
  readonly affix: string;
}

/** A row that is not empty. */
export type SheetRow = Omit<InputRow, 'cells'> & Readonly<{ cells: readonly SheetTableCell[] }>;

/** A sheet as it was read, before a table is found in it; a CSV is one sheet without a name. */
export interface SheetContent {
  readonly name: string;
  /** True for an Excel file, whose rows are numbered. */
  readonly grid: boolean;
  readonly rows: readonly SheetRow[];
  /** The issues of the reader of Excel files: merged, hidden and computed cells. */
  readonly issues: readonly LocatedIssue[];
  readonly objects: readonly SheetObject[];
}

/** A description of a column that is not in the file itself. */
export interface ColumnMetadata {
  readonly title: string;
  /** Its name in Latin letters. */
  readonly name: string;
  readonly description: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'date';
  /** True if a value may be unknown. */
  readonly nullable: boolean;
  /** The allowed values; null if there is no fixed list. */
  readonly choices: readonly string[] | null;
  /** The code list below `/data/codes/` that explains the values, or null. */
  readonly codeList: string | null;
  /** The unit of all values; null if they have none or different ones. */
  readonly unit: string | null;
  /** The column of the same table with the unit of each value, or null. */
  readonly unitColumn: string | null;
  /** True if its values are names, numbers and notations, copied as another document prints them. */
  readonly printed: boolean;
}

/** A description of a table that is not in the file itself. Tables of the site have one, files of a person do not. */
export interface TableMetadata {
  readonly columns: readonly ColumnMetadata[];
  /** The code lists that are published with the table. */
  readonly codeLists: readonly string[];
}

/** Returns the description of the table with these headings, or null if there is none. */
export type MetadataLookup = (headings: readonly string[]) => TableMetadata | null;

/** A column of a table: its heading and the cells below it. */
export interface SheetTableColumn {
  readonly index: number;
  /** Its heading; from several rows of headings, all words for it. */
  readonly title: string;
  readonly cells: readonly { readonly row: SheetRow; readonly cell: SheetTableCell; readonly text: string }[];
  readonly metadata: ColumnMetadata | null;
}

/** The table that was found in a sheet. */
export interface SheetTable {
  readonly sheet: SheetContent;
  /** The rows of headings, from the top; a good table has one. */
  readonly headings: readonly SheetRow[];
  /** The last row of headings. */
  readonly heading: SheetRow;
  /** The rows below the headings, except footnotes and other tables. */
  readonly records: readonly SheetRow[];
  /** The title above the headings and the footnotes. */
  readonly textRows: readonly SheetRow[];
  /** The cells at which other tables begin. */
  readonly otherTables: readonly { readonly row: SheetRow; readonly index: number }[];
  /** The lines of empty rows between records. */
  readonly gaps: readonly number[];
  readonly columns: readonly SheetTableColumn[];
  readonly metadata: TableMetadata | null;
}

/** A CSV or Excel file that could be read. */
export interface ReadableFile {
  readonly format: 'csv' | 'xlsx';
  /** The name of the encoding; empty for an Excel file. */
  readonly encoding: string;
  /** True for a CSV that begins with a byte order mark. */
  readonly hasBom: boolean;
  readonly tables: readonly SheetTable[];
  readonly hiddenSheets: readonly string[];
}

/** True if there is a description of the file's table, which is always its first one. */
export const hasMetadata = ({ tables }: ReadableFile): boolean => Boolean(tables[0]?.metadata);

export const BLANK_CELL: SheetTableCell = { text: '', isNumber: false, appearance: '', affix: '' };

/** A number as programs write it: without separators and units, in half-width digits. */
const PROGRAM_NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** True for the text of a number, in a cell of any kind. */
export const looksLikeNumber = (text: string): boolean => PROGRAM_NUMBER.test(text);

/** Marks for a value that is missing, not counted or withheld. */
const MISSING_MARK =
  /^(?:[-－‐―ー−–—]+|…+|\.{2,}|・{2,}|[xXχＸｘ*＊※△▲×○●◎☆★]+|[nN]\/?[aA]|不明|不詳|非公表|秘匿|該当なし)$/u;

/** True for a mark instead of a value. */
export const isMissingMark = (text: string): boolean => MISSING_MARK.test(text.trim());

/** True for a mark that repeats the value above it or beside it. */
export const isRepeatMark = (text: string): boolean => isDittoMark(text) || text.trim() === '同左';

/** True for a text with lost characters, whose other characters mean nothing. */
export const isDamagedText = (text: string): boolean => findBrokenCharacter(text)?.issue.code === 'damaged-character';

/** True for prose, which may contain any characters: whole sentences, or a long text. */
export const isProseText = (text: string): boolean => /[。！？]|[.!?]\s/u.test(text) || [...text].length > 60;

/** True for a URL or the path of a page. */
export const isUrlText = (text: string): boolean => /^(?:https?:\/\/|mailto:|\/[\w/-]*)/.test(text);

/** Lists the cells of a column that are not blank. */
export const listFilledCells = memoizeByObject(({ cells }: SheetTableColumn) =>
  cells.filter(({ text }) => isFilledCell(text)),
);

/** Counts each text of a column: the same text again keeps the same rules. */
export const countTexts = memoizeByObject(({ cells }: SheetTableColumn) => countValues(cells.map(({ text }) => text)));

/** The minimum share of such cells in a column of numbers, dates, …. */
export const MIN_KIND_SHARE = 0.6;

/** True if most of the filled cells of a column pass a test. */
export function matchesMostCells(column: SheetTableColumn, test: (text: string) => boolean): boolean {
  let matching = 0;
  for (const [text, count] of countTexts(column)) if (isFilledCell(text) && test(text)) matching += count;
  const { length } = listFilledCells(column);
  return length > 0 && matching >= MIN_KIND_SHARE * length;
}

/** True for a column of numbers, by its description or, without a description, by most of its cells. */
export function isNumericColumn(column: SheetTableColumn): boolean {
  if (column.metadata) return ['integer', 'number'].includes(column.metadata.type);
  return matchesMostCells(column, looksLikeNumber);
}

/** Counts the cells of a row that are not blank. */
export const countFilledCells = ({ cells }: SheetRow): number => cells.filter(({ text }) => isFilledCell(text)).length;

/** Returns the index of the first cell of a row that is not blank. */
export const findFirstFilled = ({ cells }: SheetRow): number => cells.findIndex(({ text }) => isFilledCell(text));

/** Returns the index of the last cell of a row that is not blank. */
export const findLastFilled = ({ cells }: SheetRow): number => cells.findLastIndex(({ text }) => isFilledCell(text));

/** The pattern of a Western year: 1868, 2026. */
export const WESTERN_YEAR = '(?:1[89]|2[01])\\d\\d';
const ONLY_YEAR = new RegExp(`^${WESTERN_YEAR}$`, 'u');

export const isWesternYear = (text: string): boolean => ONLY_YEAR.test(text);

/** The years, months and numbers in which headings of one series differ, each with the fewest columns of a series. */
const SERIES_FORMS: readonly (readonly [form: RegExp, label: string, fewest: number])[] = [
  [new RegExp(`${WESTERN_YEAR}(?:年度?)?`, 'u'), '年', 2],
  [new RegExp(`(?:${ERA_NAMES}|(?<![A-Za-z])[${ERA_LETTERS}])(?:\\d{1,2}|元)(?:年度?)?`, 'u'), '年', 2],
  [/(?<!\d)(?:1[0-2]|[1-9])月/u, '月', 3],
  [/(?<=\D)\d{1,2}$/u, '番号', 3],
];

/** Returns a heading without its year, month or number, or null if it has none. */
function removeSeriesPart(title: string, form: RegExp): string | null {
  const normalized = title.normalize('NFKC');
  return form.test(normalized) ? normalized.replace(form, '') : null;
}

/** Groups columns by their headings without the part of each form. */
const groupSeries = memoizeByObject((columns: readonly SheetTableColumn[]) =>
  SERIES_FORMS.map(([form]) => Map.groupBy(columns, ({ title }) => removeSeriesPart(title, form))),
);

/** The end of a heading whose number is a level, not a repetition: 説明L1, 分類2. */
const LEVEL = /(?:L|Lv\.?|level|レベル|階層|段階|分類|カテゴリー?|category)$/iu;

/** Counts the columns whose headings differ from this heading only in a year, a month or a number. */
export function findSeries(
  { title }: SheetTableColumn,
  columns: readonly SheetTableColumn[],
): { label: string; count: number } | null {
  for (const [at, [form, label, fewest]] of SERIES_FORMS.entries()) {
    const stem = removeSeriesPart(title, form);
    if (stem === null || (label === '番号' && LEVEL.test(stem.trim()))) continue;
    const count = groupSeries(columns)[at]?.get(stem)?.length ?? 0;
    if (count >= fewest) return { label, count };
  }
  return null;
}
