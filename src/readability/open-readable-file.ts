import { createIssue } from '../diagnostics/diagnostic.ts';
import { type InputPosition, isFilledCell, listRows, type LocatedIssue } from '../input/input-rows.ts';
import { openCsv } from '../input/open-table.ts';
import { hasByteOrderMark } from '../input/text-decoding.ts';
import { createSheetOpener, isWorkbook } from '../input/xlsx/open-workbook.ts';
import { PLAIN_STYLE, type ReadCell } from '../input/xlsx/sheet-reader.ts';
import { writtenAppearances, type WrittenSheet } from '../input/xlsx/written-workbook.ts';
import { memoizeByValue } from '../model/collections.ts';
import { formatPlainDecimal } from '../notation/decimal.ts';
import { findTable } from './find-table.ts';
import { quoteIssue, type ViolationMessage } from './readability-rule.ts';
import { BLANK_CELL, type MetadataLookup, type ReadableFile, type SheetTableCell } from './sheet-table.ts';

/** A file for the rules, or the reason why it can't be read. */
export type FileResult =
  | (ReadableFile & { readonly ok: true })
  | (ViolationMessage & { readonly ok: false; readonly position: InputPosition });

/** Opens a CSV or an Excel file for the rules. */
export const openReadableFile = (bytes: Uint8Array, getMetadata: MetadataLookup): FileResult =>
  isWorkbook(bytes) ? openExcelFile(bytes, getMetadata) : openCsvFile(bytes, getMetadata);

function openCsvFile(bytes: Uint8Array, getMetadata: MetadataLookup): FileResult {
  const csv = openCsv(bytes);
  if (!csv.ok) return refuseFile(csv);
  const wrong = describeOtherFormat(csv.text);
  if (wrong !== null) {
    const instead = 'この検査で調べるには、CSV か Excel ブック（.xlsx）で保存してください。';
    return { ok: false, wrong, instead, doubtful: true, position: { line: 1, column: 1 } };
  }
  const createCell = memoizeByValue((text: string): SheetTableCell => ({ ...BLANK_CELL, text }));
  const rows = listRows(csv.rows).map((row) => ({ ...row, cells: row.cells.map((text) => createCell(text)) }));
  const table = findTable({ name: '', grid: false, rows, issues: [], objects: [] }, getMetadata);
  if (!table) return refuseFile(EMPTY_FILE);
  const encoding = csv.encoding === 'utf-8' ? 'UTF-8' : 'Shift_JIS（CP932）';
  return { ok: true, format: 'csv', encoding, hasBom: hasByteOrderMark(bytes), tables: [table], hiddenSheets: [] };
}

function openExcelFile(bytes: Uint8Array, getMetadata: MetadataLookup): FileResult {
  const openSheet = createSheetOpener(bytes);
  const first = openSheet();
  if (!first.ok) return refuseFile(first);
  const tables = [];
  for (const { name, hidden } of first.sheets) {
    if (hidden) continue;
    const opened = name === first.sheet ? first : openSheet(name);
    if (!opened.ok) return refuseFile(opened);
    const rows = listRows(opened.rows).map((row) => ({
      ...row,
      cells: row.cells.map((_, at) => createSheetCell(opened.cells.get(row.line)?.[at])),
    }));
    // Only the first sheet has the description. The other sheets explain it.
    const lookup = opened === first ? getMetadata : () => null;
    const table = findTable({ name, grid: true, rows, issues: opened.rows.issues, objects: opened.objects }, lookup);
    if (table) tables.push(table);
  }
  if (tables.length === 0) return refuseFile(EMPTY_FILE);
  const hiddenSheets = first.sheets.flatMap(({ name, hidden }) => (hidden ? [name] : []));
  return { ok: true, format: 'xlsx', encoding: '', hasBom: false, tables, hiddenSheets };
}

/** Opens a workbook for the rules before it is written: nothing is packed, unpacked or parsed. */
export function openWrittenSheets(sheets: readonly WrittenSheet[], getMetadata: MetadataLookup): FileResult {
  const tables = sheets.flatMap(({ name, headings, rows: written }, at) => {
    const createRows = (rows: WrittenSheet['rows'], start: number, appearance: string) => {
      const createCell = memoizeByValue((value: string | number | boolean) => createWrittenCell(value, appearance));
      return rows.map((values, row) => {
        const line = start + row;
        const cells = values.map((value) => createCell(value ?? ''));
        return { line, cells, brokenFrom: null, locate: (index: number) => ({ line, column: index + 1 }) };
      });
    };
    const top = headings ? createRows([headings], 1, writtenAppearances.heading) : [];
    const rows = [...top, ...createRows(written, top.length + 1, writtenAppearances.cell)];
    const filled = rows.filter(({ cells }) => cells.some(({ text }) => isFilledCell(text)));
    const lookup = at === 0 ? getMetadata : () => null;
    return findTable({ name, grid: true, rows: filled, issues: [], objects: [] }, lookup) ?? [];
  });
  return { ok: true, format: 'xlsx', encoding: '', hasBom: false, tables, hiddenSheets: [] };
}

const EMPTY_FILE: LocatedIssue = { issue: createIssue('empty-file'), line: 1, column: 1 };

const refuseFile = ({ issue, line, column }: LocatedIssue): FileResult => ({
  ok: false,
  ...quoteIssue(issue),
  // The rule allows them too.
  doubtful: /XML|OpenDocument/u.test(String(issue.values.format)),
  position: { line, column },
});

/** Returns the other format of a text that is not separated by commas; null if it can be a CSV. */
function describeOtherFormat(text: string): string | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (/^\s*[{[]\s*["{[\]}]/.test(text)) return 'JSON のファイルです。';
  const isSeparator = (sign: string) => lines.length > 0 && lines.every((line) => line.includes(sign));
  if (!isSeparator(',') && isSeparator('\t')) return 'コンマではなくタブで区切られています。';
  if (!isSeparator(',') && isSeparator(';')) return 'コンマではなくセミコロンで区切られています。';
  return null;
}

/** Creates a cell of a sheet, with a number as it is stored, without the words that its format adds. */
function createSheetCell(cell: ReadCell | undefined): SheetTableCell {
  if (!cell) return BLANK_CELL;
  const { text, number, style } = cell;
  const { format, appearance } = style;
  if (number === null || format.kind === 'date') return { ...BLANK_CELL, text, appearance };
  const affix = format.kind === 'number' ? `${format.before}${format.after}`.replace('%', '') : '';
  return { text: number, isNumber: true, appearance, affix };
}

/** Creates a cell of a written sheet as it will be read. */
function createWrittenCell(value: string | number | boolean, appearance: string): SheetTableCell {
  const number = typeof value === 'number' ? formatPlainDecimal(value) : null;
  const text = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  return createSheetCell({ text, number, style: { ...PLAIN_STYLE, appearance } });
}
