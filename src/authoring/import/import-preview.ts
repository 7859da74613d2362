import stringWidth from 'string-width';
import { type Diagnostic, formatLocation, replaceControls } from '../../diagnostics/diagnostic.ts';
import { createExcerpt } from '../../diagnostics/format-diagnostics.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { getTableFile } from '../../tables/table-schema.ts';
import { createColumnMatcher } from '../../validation/table-header.ts';
import { type FileWrite, WriteDraft } from '../write-draft.ts';
import { listColumnUses } from './column-mapping.ts';
import { describeIndicators, type ImportResult } from './import-rows.ts';
import type { SheetPart } from './indicator-import.ts';
import { isCellYear } from './indicator-rows.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import type { CellIssue, DraftRow, SheetNotice } from './sheet-cells.ts';

/** The maximum width of a cell and number of rows in a preview. */
const [MAX_WIDTH, MAX_ROWS] = [24, 20];

/** The maximum number of locations that the preview lists for notices of the same text. */
const MAX_LOCATIONS = 5;

/** Formats rows as columns of a terminal, where a full-width character takes two cells. */
function alignRows(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => row.map((cell) => createExcerpt(replaceControls(cell), 1, MAX_WIDTH).text));
  const widths = (cut[0] ?? []).map((_, at) => Math.max(...cut.map((row) => stringWidth(row[at] ?? ''))));
  const padded = (cell: string, at: number) => cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell));
  return cut.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd());
}

/** Formats the letters, the headings and the uses of columns, one line each; the uses are never cut. */
export function formatColumnUses(
  columns: readonly (readonly [letters: string, heading: string, use: string])[],
): string {
  const cut = alignRows(columns.map(([letters, heading]) => [letters, heading, '→']));
  return cut.map((line, at) => `${line} ${columns[at]?.[2] ?? ''}`).join('\n');
}

/** Describes the use of each column of a sheet, one line each. Further tables with the same headings have one line. */
export function formatMapping(blocks: readonly SheetBlock[]): string {
  const formatted = blocks.map((block) => ({ line: block.headerLine, text: formatColumnUses(listColumnUses(block)) }));
  return formatted
    .map(({ line, text }, at) => {
      const same = formatted.slice(0, at).find((other) => other.text === text);
      if (at === 0) return text;
      return `  ${line}行めからの表${same ? `は、${same.line}行めの見出しと同じ` : `\n${text}`}`;
    })
    .join('\n');
}

/** Formats the rows to write into one file, or the first of them, with the headings that have values. */
export function formatDraftRows(drafted: readonly DraftRow[], limit = MAX_ROWS): string {
  // The id is always the first column, even if it is a later column in the sheet.
  const all = new Set(['指標ID', ...drafted.flatMap(({ cells }) => Object.keys(cells))]);
  const headings = [...all].filter((heading) => drafted.some(({ cells }) => (cells[heading] ?? '') !== ''));
  const rows = drafted.slice(0, limit).map(({ cells }) => headings.map((heading) => cells[heading] ?? ''));
  const rest = drafted.length - rows.length;
  const more = rest > 0 ? [`  ほかに${rest}行（--all をつけると、すべて見せます）`] : [];
  return [...alignRows([headings, ...rows]), ...more].join('\n');
}

/** Formats the notices about the sheet, one line for each text, with their locations; all of those that name indicators. */
export const formatSheetNotices = (file: string, notices: readonly SheetNotice[]): string =>
  [...Map.groupBy(notices, ({ text }) => text)]
    .map(([text, same]) => {
      const [first = '', ...others] = same.map(({ row, index, title }) => {
        const { line, column } = row.locate(index);
        const location = formatLocation(replaceControls(file), line, column);
        return title === undefined ? location : `${location}「${replaceControls(title)}」`;
      });
      const limit = same[0]?.title === undefined ? MAX_LOCATIONS : others.length;
      const lines = others.slice(0, limit).map((location) => location.slice(replaceControls(file).length + 1));
      const more = others.length > lines.length ? ' など' : '';
      const rest = others.length > 0 ? `（ほかに${others.length}か所: ${lines.join('、')}${more}）` : '';
      return `  ${first} ${replaceControls(text)}${rest}`;
    })
    .join('\n');

/** Formats what a sheet becomes: the rows to add to each file, at most `limit`, and the notices. */
export function formatImport(file: string, imported: ImportResult, limit?: number): string {
  const { indicators, observations, targets } = imported;
  const parts = Object.entries({ indicators, observations, targets })
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => `${table}.csv に足す${rows.length}行\n${formatDraftRows(rows, limit)}`);
  parts.push(...describeIndicators(imported).map(replaceControls));
  const notices = formatSheetNotices(file, imported.notices);
  if (notices !== '') parts.push(`知っておくこと\n${notices}`);
  return parts.join('\n\n');
}

/** Returns a diagnostic of a written row, located at the cell of the sheet that it comes from. */
function relocate(diagnostic: Diagnostic, sheet: string, parts: readonly SheetPart[], written: readonly FileWrite[]) {
  const part = parts.find(({ table, owner }) => getTableFile(table, owner) === diagnostic.file);
  const firstLine = written.find(({ file }) => file === diagnostic.file)?.firstLine ?? 0;
  const drafted = part?.rows[diagnostic.line - firstLine];
  if (!part || !drafted) return diagnostic;
  const [heading = ''] = createColumnMatcher(part.table.columns)(diagnostic.field);
  const { origins } = drafted;
  const { row, index } = origins[heading] ?? origins['名称'] ?? origins['値'] ?? { row: drafted.row, index: 0 };
  return { ...diagnostic, ...row.locate(index), file: sheet };
}

/** Returns what a diagnostic is about: all rows that are made from a row of a sheet have its 指標ID. */
const getSubject = ({ file, line, column, field, code, message }: Diagnostic): string =>
  [file, line, field === '指標ID' ? '' : column, code, message].join('\n');

/**
 * Drafts the files that the rows of a sheet change. Returns them (`writes`), the site with them (`folder`), and its
 * diagnostics, with locations in the sheet.
 * @param sheet the name of the sheet's file, which diagnostics quote
 * @param issues the issues of the sheet itself, of which one may name the year of a whole column
 */
export function draftSheetRows(
  folder: SiteFolder,
  sheet: string,
  parts: readonly SheetPart[],
  issues: readonly CellIssue[],
) {
  const draft = new WriteDraft(folder);
  const getCells = ({ cells }: DraftRow) => cells;
  for (const { table, rows, owner, changes } of parts) draft.addRows(table, rows.map(getCells), owner, changes);
  const { writes } = draft;
  const diagnostics = draft
    .findDiagnostics()
    .map((one) => relocate(one, sheet, parts, writes))
    .filter((one) => one.file !== sheet || !isCellYear(one, issues));
  const subjects = Map.groupBy(diagnostics, getSubject);
  return { writes, folder: draft.folder, diagnostics: [...subjects.values()].flatMap((same) => same.slice(0, 1)) };
}

export type ImportDraft = ReturnType<typeof draftSheetRows>;
