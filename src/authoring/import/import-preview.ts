import stringWidth from 'string-width';
import { formatColumnLetters, formatLocation } from '../../diagnostics/cell-reference.ts';
import { createExcerpt, replaceControls } from '../../diagnostics/line-excerpt.ts';
import { describeMapping, mapColumns } from './column-mapping.ts';
import type { DraftRow } from './import-rows.ts';
import type { SheetNote } from './indicator-rows.ts';
import type { IndicatorSheet } from './indicator-sheet.ts';

/** The maximum width of a cell and number of rows in a preview. */
const [WIDEST, MOST] = [24, 20];

/** Formats rows as columns of a terminal, where a full-width character takes two cells. */
function alignRows(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => row.map((cell) => createExcerpt(replaceControls(cell), 1, WIDEST).text));
  const widths = (cut[0] ?? []).map((_, at) => Math.max(...cut.map((row) => stringWidth(row[at] ?? ''))));
  const padded = (cell: string, at: number) => cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell));
  return cut.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}

/** Formats the letters, the headings and the uses of columns, one line each; the uses are never cut. */
export function formatColumnUses(
  columns: readonly (readonly [letters: string, heading: string, use: string])[],
): string {
  const cut = alignRows(columns.map(([letters, heading]) => [letters, heading]));
  const width = Math.max(...cut.map((line) => stringWidth(line)));
  return cut
    .map((line, at) => `${line}${' '.repeat(width - stringWidth(line))}  → ${columns[at]?.[2] ?? ''}`)
    .join('\n');
}

/** Describes the use of each column of a sheet, one line each. */
export function formatMapping(sheet: IndicatorSheet): string {
  const columns = mapColumns(sheet);
  return formatColumnUses(
    sheet.columns.map((column) => [
      formatColumnLetters(column.index + 1),
      column.text,
      describeMapping(column, columns) ?? '（使いません）',
    ]),
  );
}

/** Formats the rows to write into one file, with the headings that have values. */
export function formatDraftRows(drafted: readonly DraftRow[]): string {
  const all = new Set(drafted.flatMap(({ cells }) => Object.keys(cells)));
  // The id is always the first column, even if it is a later column in the sheet.
  const headings = ['指標ID', ...[...all].filter((heading) => heading !== '指標ID')].filter((heading) =>
    drafted.some(({ cells }) => (cells[heading] ?? '') !== ''),
  );
  const rows = drafted.slice(0, MOST).map(({ cells }) => headings.map((heading) => cells[heading] ?? ''));
  const rest = drafted.length - rows.length;
  return [...alignRows([headings, ...rows]), ...(rest > 0 ? [`  ほかに${rest}行`] : [])].join('\n');
}

/** Formats the notes about the sheet, one line each, with their locations. */
export function formatSheetNotes(file: string, { notes }: { readonly notes: readonly SheetNote[] }): string {
  return notes
    .map(({ row, index, text }) => {
      const { line, column } = row.locate(index);
      return `  ${formatLocation(replaceControls(file), line, column)} ${replaceControls(text)}`;
    })
    .join('\n');
}
