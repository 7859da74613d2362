import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import { observationsTable } from '../../tables/observations.ts';
import { getTableFile, type SourceTable } from '../../tables/table-schema.ts';
import { targetsTable } from '../../tables/targets.ts';
import { createColumnMatcher } from '../../validation/table-header.ts';
import { WriteDraft, type FileWrite } from '../write-draft.ts';
import type { ImportResult } from './import-rows.ts';
import { isCellYear } from './indicator-rows.ts';
import type { CellIssue, DraftRow } from './sheet-cells.ts';

const getCells = ({ cells }: DraftRow) => cells;

/** Rows of a sheet for one file of a plan or municipality. */
type SheetPart = Readonly<{ table: SourceTable; owner: string; rows: readonly DraftRow[] }>;

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

/**
 * Drafts the files that the rows of a sheet change. Returns them (`writes`), the site with them (`folder`), and its
 * diagnostics, with locations in the sheet.
 * @param sheet the name of the sheet's file, which diagnostics quote
 * @param issues the issues of the sheet itself
 */
export function draftSheetRows(
  folder: SiteFolder,
  sheet: string,
  parts: readonly SheetPart[],
  issues: readonly CellIssue[],
) {
  const draft = new WriteDraft(folder);
  for (const { table, rows, owner } of parts) draft.addRows(table, rows.map(getCells), owner);
  const { writes } = draft;
  return {
    writes,
    folder: draft.folder,
    diagnostics: [
      ...issues.map(({ row, index, field, issue }) =>
        createDiagnostic({ file: sheet, ...row.locate(index), field }, issue),
      ),
      ...draft.findDiagnostics().map((one) => relocate(one, sheet, parts, writes)),
    ],
  };
}

export type ImportDraft = ReturnType<typeof draftSheetRows>;

/** Drafts the files of a plan that an imported sheet of indicators changes. */
export function draftImport(folder: SiteFolder, plan: string, sheet: string, imported: ImportResult): ImportDraft {
  const parts = [
    { table: indicatorsTable, owner: plan, rows: imported.indicators },
    { table: observationsTable, owner: plan, rows: imported.observations },
    { table: targetsTable, owner: plan, rows: imported.targets },
  ];
  const draft = draftSheetRows(folder, sheet, parts, imported.issues);
  const rest = draft.diagnostics.filter((one) => one.file !== sheet || !isCellYear(one, imported.issues));
  return { ...draft, diagnostics: rest };
}
