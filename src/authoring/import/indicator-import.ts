import { DiagnosticReport, type MessageView } from '../../diagnostics/diagnostic-report.ts';
import { createDiagnostic, type Diagnostic, extendIssue, locateFile } from '../../diagnostics/diagnostic.ts';
import { type InputRow, type InputRows, listRows, type LocatedIssue } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { parseCellReference } from '../../input/xlsx/sheet-reader.ts';
import { planTables } from '../../tables/source-tables.ts';
import type { SourceTable } from '../../tables/table-schema.ts';
import type { RowChanges } from '../csv-text.ts';
import { describeMapping } from './column-mapping.ts';
import { importRows } from './import-rows.ts';
import type { SourceIds } from './indicator-drafts.ts';
import { readIndicatorSheet, type SheetBlock } from './indicator-sheet.ts';
import { readExistingIndicators } from './match-indicators.ts';
import { findFootnote, getCellText } from './sheet-cells.ts';
import type { CellIssue, DraftRow, SheetNotice } from './sheet-cells.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { readBlockEntries } from './sheet-entries.ts';
import type { YearKind } from './sheet-times.ts';
import { shareFootnotes } from './table-footnotes.ts';
import { explainUnreadableSheet } from './unreadable-layout.ts';

/** Rows of a sheet for one file of a plan or municipality, and rows of the file that it changes. */
export type SheetPart = Readonly<{
  table: SourceTable;
  owner: string;
  rows: readonly DraftRow[];
  changes?: RowChanges;
}>;

/** The tables that a sheet of indicators becomes. Later tables refer to earlier ones. */
const IMPORTED = ['indicators', 'observations', 'targets'] as const;

/** Returns the diagnostics of issues in cells of a sheet. */
export function locateIssues(file: string, issues: readonly CellIssue[], shownIn?: MessageView): readonly Diagnostic[] {
  const report = new DiagnosticReport(shownIn);
  for (const { row, index, field, issue, heading = row } of issues)
    report.addIssue({ file, ...heading.locate(index), field }, issue);
  return report.diagnostics;
}

/** A table with its indicators, and the columns that the import uses. */
type ReadBlock = ReturnType<typeof readBlockEntries> & Readonly<{ block: SheetBlock; used: readonly SheetColumn[] }>;

/** Lists the rows of a table from which nothing is imported: no value, name of a plan item or words of a footnote. */
function listUnusedRows(
  { block, entries, issues, notices, isUnclear }: ReadBlock,
  hasItem: (name: string) => boolean,
): readonly InputRow[] {
  const leftOut = new Set(notices.filter(({ leavesOut }) => leavesOut).map(({ row }) => row.line));
  const values = entries.flatMap(({ rows }) => rows.filter(({ line }) => !leftOut.has(line)));
  const levels = entries
    .flatMap((entry) => entry.levels)
    .filter(({ form, text }) => form !== 'section' || hasItem(text));
  const others = [...issues, ...levels].map(({ row }) => row);
  const used = new Set([...values, ...others].map(({ line }) => line));
  return isUnclear ? [] : block.rows.filter((row) => !used.has(row.line) && findFootnote(row) === null);
}

/** Returns the first of hidden rows that are all unused. */
function findUnusedRow({ line, issue: { values } }: LocatedIssue, unused: ReadonlyMap<number, InputRow>) {
  for (let next = line; next <= Number(values.last); next += 1) if (!unused.has(next)) return undefined;
  return values.last === undefined ? undefined : unused.get(line);
}

/** Returns the test for what makes a heading or a used cell of a table doubtful. Hidden cells are none of its business. */
function createDoubtTest(
  { block, columns, entries, notices, used, isUnclear }: ReadBlock,
  unused: ReadonlyMap<number, InputRow>,
): (finding: LocatedIssue) => boolean {
  const { headerLine } = block;
  const hasIndex = (list: readonly SheetColumn[], index: number) => list.some((column) => column.index === index);
  const isFilled = (index: number) =>
    hasIndex(block.columns, index) || block.rows.some((row) => getCellText(row, index) !== '');
  const owners = new Map(entries.flatMap((entry) => entry.rows.map(({ line }) => [line, entry] as const)));
  /** True if one indicator has both lines. */
  const hasLines = (first: number, last = first) => owners.has(first) && owners.get(first) === owners.get(last);
  return ({ line, column, issue }) => {
    // A heading that displays something else than its value may be why its column is not used.
    if (line === headerLine && isFilled(column - 1) && /^(?:error-cell|unsure-format)$/.test(issue.code)) return true;
    // Without its merged cells, an unclear table would be no clearer.
    if (!hasIndex(used, column - 1) || (isUnclear && issue.code === 'merged-cells')) return false;
    // A row may be unused because it has an error instead of its name or values.
    if (issue.code === 'error-cell') return !notices.some((one) => one.leavesOut && one.row.line === line);
    if (issue.code !== 'merged-cells') return !unused.has(line);
    const last = parseCellReference(String(issue.values.range).split(':')[1] ?? '');
    for (let index = column; index < last.column; index += 1)
      if (isFilled(index)) return line === headerLine || hasLines(line);
    const isBeside = !hasLines(line === headerLine ? last.line : line);
    return !hasIndex(columns.levels, column - 1) && !hasLines(line, last.line) && !isBeside;
  };
}

/**
 * Returns the issues of merged cells, formulas and hidden cells, except above the headings and in unused columns and rows,
 * and notices on the hidden rows that are unused. Merged names of plan items are read for each of their rows, cells merged
 * within one indicator once, and cells merged with empty columns as they are.
 * @param hasItem true for the name of a plan item
 */
function listDoubtfulCells(
  file: string,
  findings: readonly LocatedIssue[],
  blocks: readonly SheetBlock[],
  hasItem: (name: string) => boolean,
) {
  const tables = blocks.map((block): ReadBlock => {
    const read = readBlockEntries(block);
    const used = block.columns.filter((column) => describeMapping(column, read.columns, read.markers?.column) !== null);
    return { ...read, block, used };
  });
  const usedIndexes = tables.flatMap(({ used, markers }) => [markers?.column ?? -1, ...used.map(({ index }) => index)]);
  const unused = new Map(tables.flatMap((table) => listUnusedRows(table, hasItem)).map((row) => [row.line, row]));
  const hiddenNotices = findings.flatMap((finding): SheetNotice[] => {
    const row = findUnusedRow(finding, unused);
    const text = `${finding.issue.values.what}はかくれていて、取りこむものがないので、使いません。`;
    return row ? [{ row, index: 0, text }] : [];
  });
  /** True for hidden rows that are used, which are reported at their first cell, and hidden columns of which one is. */
  const hidesUsedCells = (finding: LocatedIssue) => {
    const { column, issue } = finding;
    if (issue.values.end === undefined) return !findUnusedRow(finding, unused);
    return usedIndexes.some((index) => index >= column - 1 && index < Number(issue.values.end));
  };
  const diagnostics = tables.flatMap((table, at): Diagnostic[] => {
    const { headerLine } = table.block;
    const end = blocks[at + 1]?.headerLine ?? Infinity;
    const isDoubtful = createDoubtTest(table, unused);
    return findings
      .filter((one) => one.line >= headerLine && one.line < end)
      .filter((one) => (one.issue.code === 'hidden-cells' ? hidesUsedCells(one) : isDoubtful(one)))
      .map(({ line, column, issue }) => {
        const located = line === headerLine ? extendIssue(issue, { inHeading: 1 }) : issue;
        return createDiagnostic(locateFile(file, line, column), located);
      });
  });
  return { diagnostics, hiddenNotices };
}

/** The plan that a sheet belongs to, and what the user said about its sources and its years without 年度 or 年. */
type ImportOptions = Readonly<{ plan: string; sources: SourceIds; years: YearKind | null; shownIn?: MessageView }>;

/**
 * Converts a sheet of indicators into rows for the files of a plan, one part for each file, with the diagnostics and
 * notices of the sheet; or says why it can't be read.
 * @param file the name of the sheet's file, which diagnostics quote
 * @param folder the site, or the files of the plan
 */
export function importIndicatorSheet(
  file: string,
  rows: InputRows,
  folder: SiteFolder,
  { plan, sources, years, shownIn }: ImportOptions,
) {
  const list = listRows(rows);
  const tables = readIndicatorSheet(list, years);
  if (!tables) return { ok: false, problem: explainUnreadableSheet(file, list, rows.grid) } as const;
  const sheet = shareFootnotes(tables);
  const imported = importRows(sheet, readExistingIndicators(folder, plan), sources);
  const doubtful = listDoubtfulCells(file, rows.issues, sheet, imported.hasItem);
  return {
    ok: true,
    sheet,
    imported: { ...imported, notices: [...imported.notices, ...doubtful.hiddenNotices] },
    parts: IMPORTED.map((name) => {
      const changes = name === 'observations' ? imported.changes : [];
      return { name, table: planTables[name], owner: plan, rows: imported[name], changes };
    }),
    diagnostics: [...doubtful.diagnostics, ...locateIssues(file, imported.issues, shownIn)],
  } as const;
}
