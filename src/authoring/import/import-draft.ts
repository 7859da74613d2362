import { createColumnMatcher } from '../../validation/table-header.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import { observationsTable } from '../../tables/observations.ts';
import { targetsTable } from '../../tables/targets.ts';
import { getTableFile, type SourceTable } from '../../tables/table-schema.ts';
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { WriteDraft, type FileWrite } from '../write-draft.ts';
import type { DraftRow, ImportResult } from './import-rows.ts';

/** The files to write, and their diagnostics with locations in the sheet. */
export interface ImportDraft {
  readonly writes: readonly FileWrite[];
  readonly diagnostics: readonly Diagnostic[];
  /** The site with the new files. */
  readonly folder: SiteFolder;
}

interface Part {
  readonly table: SourceTable;
  readonly file: string;
  readonly rows: readonly DraftRow[];
}

/** Returns a diagnostic of a written row with the location of the cell in the sheet. */
function relocated(
  problem: Diagnostic,
  sheet: string,
  parts: readonly Part[],
  written: readonly FileWrite[],
): Diagnostic {
  const part = parts.find(({ file }) => file === problem.file);
  const firstLine = written.find(({ file }) => file === problem.file)?.firstLine ?? 0;
  const drafted = part?.rows[problem.line - firstLine];
  if (!part || !drafted) return problem;
  const [heading = ''] = createColumnMatcher(part.table.columns)(problem.field);
  const index = drafted.sourceIndexes[heading] ?? drafted.sourceIndexes['名称'] ?? drafted.sourceIndexes['値'] ?? 0;
  return { ...problem, ...drafted.row.locate(index), file: sheet };
}

/**
 * Drafts the files that an imported sheet changes, and validates the site with them.
 * @param sheet the name of the sheet's file, which diagnostics quote
 */
export function draftImport(folder: SiteFolder, plan: string, sheet: string, imported: ImportResult): ImportDraft {
  const part = (table: SourceTable, rows: readonly DraftRow[]): Part => ({
    table,
    file: getTableFile(table, plan),
    rows,
  });
  const parts = [
    part(indicatorsTable, imported.indicators),
    part(observationsTable, imported.observations),
    part(targetsTable, imported.targets),
  ];
  const draft = new WriteDraft(folder);
  for (const { table, rows } of parts)
    draft.addRows(
      table,
      rows.map(({ cells }) => cells),
      plan,
    );
  const { writes } = draft;
  return {
    writes,
    folder: draft.folder,
    diagnostics: [
      ...imported.issues.map(({ row, index, field, issue }) =>
        createDiagnostic({ file: sheet, ...row.locate(index), field }, issue),
      ),
      ...draft.findDiagnostics().map((one) => relocated(one, sheet, parts, writes)),
    ],
  };
}
