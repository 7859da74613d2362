import { createColumnMatcher } from '../../validation/table-header.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import { observationsTable } from '../../tables/observations.ts';
import { targetsTable } from '../../tables/targets.ts';
import { getTableFile, type SourceTable } from '../../tables/table-schema.ts';
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { WriteDraft, type FileWrite } from '../write-draft.ts';
import type { DraftRow, ImportResult } from './import-rows.ts';

/** What would be written, and the problems that it would have, told at the places of the sheet. */
export interface ImportDraft {
  readonly writes: readonly FileWrite[];
  readonly diagnostics: readonly Diagnostic[];
  /** The site as it would be. */
  readonly folder: SiteFolder;
}

interface Part {
  readonly table: SourceTable;
  readonly file: string;
  readonly rows: readonly DraftRow[];
}

/** A problem of a row that was written, at the cell of the sheet that it comes from. */
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
  const index =
    drafted.sourceIndexes[heading] ?? drafted.sourceIndexes['名称'] ?? drafted.sourceIndexes['値'] ?? 0;
  return { ...problem, ...drafted.row.locate(index), file: sheet };
}

/**
 * Drafts what an imported sheet adds to a plan, and checks the site as it would be then.
 * @param sheet the name of the sheet's file, which problems quote
 */
export function draftImport(
  folder: SiteFolder,
  plan: string,
  sheet: string,
  imported: ImportResult,
): ImportDraft {
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
      ...imported.faults.map(({ row, index, field, flaw }) =>
        createDiagnostic({ file: sheet, ...row.locate(index), field }, flaw),
      ),
      ...draft.findDiagnostics().map((one) => relocated(one, sheet, parts, writes)),
    ],
  };
}
