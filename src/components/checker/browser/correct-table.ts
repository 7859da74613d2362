import Papa from 'papaparse';
import { describeLostRows, type NewCell, replaceCells } from '../../../authoring/csv-text.ts';
import { isFilledCell, type InputRow } from '../../../input/input-rows.ts';
import { decodeText, hasByteOrderMark } from '../../../input/text-decoding.ts';
import { isWorkbook } from '../../../input/xlsx/open-workbook.ts';
import { sourceTables, type SourceTableName } from '../../../tables/source-tables.ts';
import { createColumnMatcher } from '../../../validation/table-header.ts';
import type { FileValidation, PlanFiles } from '../../../validation/validate-file.ts';
import { findCellAnchor } from './diagnostic-display.ts';
import type { UploadedTable } from './uploaded-table.ts';

interface TableCorrection {
  /** CSV with CRLF, without the byte order mark. */
  readonly text: string;
  /** One sentence for each change. */
  readonly changes: readonly string[];
}

/** A cell to replace, in words too. */
type CellEdit = NewCell & Readonly<{ words: string }>;

/** Replaces unambiguous headings by their documented form. */
function listHeadingEdits({ rows, headerIndex }: FileValidation, table: SourceTableName): CellEdit[] {
  const row = rows[headerIndex];
  if (!row) return [];
  const matchColumn = createColumnMatcher(sourceTables[table].columns);
  const matches = row.cells.map((cell) => matchColumn(cell));
  return row.cells.flatMap((cell, index) => {
    const [to, ...others] = matches[index] ?? [];
    const isUnique = matches.filter((match) => match.length === 1 && match[0] === to).length === 1;
    if (to === undefined || others.length > 0 || !isUnique || cell === to) return [];
    return [{ row, cell: index, to, words: `見出し「${cell}」を「${to}」にしました。` }];
  });
}

/** Returns the edits that restore the first 0 of a 団体コード, which spreadsheets drop. */
const listCodeEdits = (validation: FileValidation): CellEdit[] =>
  validation.diagnostics.flatMap((diagnostic) => {
    const anchor = diagnostic.code === 'municipality-code-lost-zero' ? findCellAnchor(diagnostic, validation) : null;
    const row = anchor && validation.rows[anchor.row];
    if (!row || anchor.cell === null) return [];
    const from = row.cells[anchor.cell]?.trim() ?? '';
    const to = `0${from.replace(/,|\.0+$/g, '')}`;
    const words = `${row.line}行めの団体コード「${from}」を「${to}」にしました。`;
    return [{ row, cell: anchor.cell, to, words }];
  });

/** Converts the table of a workbook to CSV. Every row has as many cells as the widest one. */
function formatWorkbookCsv(rows: readonly InputRow[], edits: readonly CellEdit[]): string {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(isFilledCell) + 1), 0);
  const edited = Map.groupBy(edits, ({ row }) => row);
  const getEdit = (row: InputRow, index: number) => edited.get(row)?.find(({ cell }) => cell === index)?.to;
  const cells = rows.map((row) =>
    Array.from({ length: width }, (_, index) => getEdit(row, index) ?? row.cells[index] ?? ''),
  );
  return `${Papa.unparse(cells)}\r\n`;
}

/** A quoted cell, or a line break outside of such cells. */
const CELL_OR_BREAK = /(?<=^|[,\r\n])"[^"]*(?:""[^"]*)*"|\r\n?|\n/g;

function correctText(bytes: Uint8Array, edits: readonly CellEdit[]): TableCorrection | null {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return null;
  const text = decoded.text.replace(CELL_OR_BREAK, (part) =>
    part.startsWith('"') ? part.replace(/\r\n?/g, '\n') : '\r\n',
  );
  const isCp932 = decoded.encoding === 'cp932';
  const changes = [
    ...(isCp932 ? ['文字コードを Shift_JIS から UTF-8 にしました。'] : []),
    ...(isCp932 || hasByteOrderMark(bytes) ? [] : ['Excel で文字化けしないように、先頭に BOM をつけました。']),
    ...(text !== decoded.text ? ['改行を CRLF にそろえました。'] : []),
  ];
  return { text: replaceCells(text, edits), changes };
}

/** Corrects what keeps the meaning, and says what the file of the site loses to it. Returns null for no source table. */
export function correctTable({ bytes }: UploadedTable, validation: FileValidation, site: PlanFiles | null = null) {
  const { table, isForeign, rows } = validation;
  if (table === null || isForeign || rows.length === 0) return null;
  const edits = [...listHeadingEdits(validation, table), ...listCodeEdits(validation)];
  const corrected = isWorkbook(bytes)
    ? { text: formatWorkbookCsv(rows, edits), changes: ['Excel の表を CSV にしました。'] }
    : correctText(bytes, edits);
  if (!corrected) return null;
  const done = [...corrected.changes, ...edits.map(({ words }) => words)];
  const lost = describeLostRows(table, new TextEncoder().encode(corrected.text), site);
  const changes = [lost, ...(done.length > 0 ? done : ['直すところはありませんでした。'])].filter(isFilledCell);
  return { text: corrected.text, changes };
}
