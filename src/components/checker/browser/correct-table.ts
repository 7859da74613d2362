import Papa from 'papaparse';
import { createColumnMatcher } from '../../../validation/table-header.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { sourceTables } from '../../../tables/source-tables.ts';
import { decodeText } from '../../../input/text-decoding.ts';
import { isFilledCell, type InputRow } from '../../../input/input-rows.ts';
import { isWorkbook } from '../../../input/xlsx/open-workbook.ts';
import type { UploadedTable } from './uploaded-table.ts';
import { findCellAnchor } from './diagnostic-list.ts';

/** A file in which what is sure has been put right. */
export interface TableCorrection {
  /** CSV with CRLF, without the byte order mark; null for a file that can't be read. */
  readonly text: string | null;
  /** What was changed, one sentence each. */
  readonly changes: readonly string[];
}

/** One cell that is written anew. */
interface CellEdit {
  /** Indexes, from 0, among the rows that are not empty and the cells of the row. */
  readonly row: number;
  readonly cell: number;
  readonly to: string;
  readonly words: string;
}

/** The headings in their documented form, where it is clear which is meant. */
function headingEdits({ table, rows, headerIndex }: FileValidation): CellEdit[] {
  const cells = rows[headerIndex]?.cells ?? [];
  const names = createColumnMatcher(sourceTables[table ?? 'indicators'].columns);
  const meant = cells.map((cell) => names(cell));
  return cells.flatMap((cell, at) => {
    const [to, ...others] = meant[at] ?? [];
    const once = meant.filter((found) => found.length === 1 && found[0] === to).length === 1;
    if (to === undefined || others.length > 0 || !once || cell === to) return [];
    return [{ row: headerIndex, cell: at, to, words: `見出し「${cell}」を「${to}」にしました。` }];
  });
}

/** The first 0 of a 団体コード, which a spreadsheet drops. */
function codeEdits(loose: FileValidation): CellEdit[] {
  return loose.diagnostics.flatMap((problem) => {
    const mark = problem.code === 'municipality-code-lost-zero' ? findCellAnchor(problem, loose) : null;
    const row = mark && loose.rows[mark.row];
    if (!row || mark.cell === null) return [];
    const from = row.cells[mark.cell]?.trim() ?? '';
    const words = `${row.line}行めの団体コード「${from}」を「0${from}」にしました。`;
    return [{ row: mark.row, cell: mark.cell, to: `0${from}`, words }];
  });
}

/** A workbook's table as CSV. Every row gets as many cells as the widest one. */
function csvOf(rows: readonly InputRow[], edits: readonly CellEdit[]): string {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(isFilledCell) + 1), 0);
  const edited = new Map(edits.map(({ row, cell, to }) => [`${row} ${cell}`, to]));
  const cells = rows.map((row, at) =>
    Array.from({ length: width }, (_, index) => edited.get(`${at} ${index}`) ?? row.cells[index] ?? ''),
  );
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** Writes one cell anew where it stands in the text, plain or in quotes, and leaves all else as it is. */
function rewrite(lines: string[], { cells, locate }: InputRow, { cell, to }: CellEdit): void {
  const { line, column } = locate(cell);
  const text = [...(lines[line - 1] ?? '')];
  const after = text.slice(column - 1).join('');
  const plain = cells[cell] ?? '';
  const form = [`"${plain.replaceAll('"', '""')}"`, plain].find((one) => after.startsWith(one));
  if (form === undefined) return;
  lines[line - 1] = text.slice(0, column - 1).join('') + Papa.unparse([[to]]) + after.slice(form.length);
}

/** The lines that end inside a cell, by their numbers from 1: their break is part of a text. */
function innerLines(rows: readonly InputRow[]): Set<number> {
  const inner = new Set<number>();
  for (const { line, cells } of rows) {
    const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    for (let at = 0; at < breaks; at++) inner.add(line + at);
  }
  return inner;
}

const MARK = [0xef, 0xbb, 0xbf];

const UNREAD: TableCorrection = { text: null, changes: ['このファイルは読めないので、直せません。'] };

function correctText(
  bytes: Uint8Array,
  { rows }: FileValidation,
  edits: readonly CellEdit[],
): TableCorrection {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return UNREAD;
  const lines = decoded.text.replace(/\r\n?/g, '\n').split('\n');
  // From the right, so that the places of the cells to the left stay.
  for (const edit of edits.toSorted((a, b) => b.cell - a.cell)) {
    const row = rows[edit.row];
    if (row) rewrite(lines, row, edit);
  }
  const inner = innerLines(rows);
  const ends = lines.slice(1).map((_, at) => (inner.has(at + 1) ? '\n' : '\r\n'));
  const before = decoded.text.match(/\r\n?|\n/g) ?? [];
  const isCp932 = decoded.encoding === 'cp932';
  const changes = [
    ...(isCp932 ? ['文字コードを Shift_JIS から UTF-8 にしました。'] : []),
    ...(isCp932 || MARK.every((byte, at) => bytes[at] === byte)
      ? []
      : ['Excel で文字化けしないように、先頭に BOM をつけました。']),
    ...(before.some((end, at) => end !== ends[at]) ? ['改行を CRLF にそろえました。'] : []),
  ];
  return { text: lines.map((line, at) => line + (ends[at] ?? '')).join(''), changes };
}

/**
 * Puts right in a file what is sure, and nothing in which the meaning could change: encoding, line ends, headings, the
 * first 0 of a 団体コード. A workbook becomes a CSV.
 */
export function correctTable({ bytes }: UploadedTable, loose: FileValidation): TableCorrection {
  if (loose.rows.length === 0) return UNREAD;
  const edits = [...headingEdits(loose), ...codeEdits(loose)];
  const { text, changes } = isWorkbook(bytes)
    ? { text: csvOf(loose.rows, edits), changes: ['Excel の表を CSV にしました。'] }
    : correctText(bytes, loose, edits);
  const all = text === null ? changes : [...changes, ...edits.map(({ words }) => words)];
  return { text, changes: all.length > 0 ? all : ['直すところはありませんでした。'] };
}
