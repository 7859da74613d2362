import { DiagnosticReport, type MessageView } from '../../diagnostics/diagnostic-report.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type InputRows, listRows } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { planTables } from '../../tables/source-tables.ts';
import type { SourceTable } from '../../tables/table-schema.ts';
import type { RowChanges } from '../csv-text.ts';
import { listDoubtfulCells } from './doubtful-cells.ts';
import { importRows } from './import-rows.ts';
import type { SourceIds } from './indicator-drafts.ts';
import { readIndicatorSheet } from './indicator-sheet.ts';
import { readExistingIndicators } from './match-indicators.ts';
import type { CellIssue, DraftRow } from './sheet-cells.ts';
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
