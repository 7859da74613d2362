import { createCsv, formatAddedRows, type RowCells } from '../../../authoring/csv-text.ts';
import { listColumnUses } from '../../../authoring/import/column-mapping.ts';
import { listDoubtfulCells } from '../../../authoring/import/doubtful-cells.ts';
import { describeIndicators, importRows } from '../../../authoring/import/import-rows.ts';
import { isCellYear } from '../../../authoring/import/indicator-rows.ts';
import { readIndicatorSheet, type SheetBlock } from '../../../authoring/import/indicator-sheet.ts';
import { readExistingIndicators } from '../../../authoring/import/match-indicators.ts';
import type { SheetNotice } from '../../../authoring/import/sheet-cells.ts';
import type { YearKind } from '../../../authoring/import/sheet-heading.ts';
import { explainUnreadableSheet } from '../../../authoring/import/unreadable-layout.ts';
import { DiagnosticReport } from '../../../diagnostics/diagnostic-report.ts';
import { createDiagnostic, extendIssue } from '../../../diagnostics/diagnostic.ts';
import { listRows } from '../../../input/input-rows.ts';
import { openTableRows } from '../../../input/open-table.ts';
import { overlayFolder } from '../../../input/overlay-folder.ts';
import { decodeText } from '../../../input/text-decoding.ts';
import { planTables } from '../../../tables/source-tables.ts';
import { getTableFile } from '../../../tables/table-schema.ts';
import { validateFile, type PlanFiles } from '../../../validation/validate-file.ts';
import { encodeWithBom } from './checker-report.ts';
import { describeDiagnostic, SHEET_TITLE, type FileOffer, type OfferedFile } from './offered-files.ts';
import type { UploadedTable } from './uploaded-table.ts';

/** The tables that a sheet of indicators becomes. Later tables refer to earlier ones. */
const IMPORTED = ['indicators', 'observations', 'targets'] as const;

/** Describes what becomes of each column of a sheet, one sentence for each table in it. */
const describeColumns = (blocks: readonly SheetBlock[]): string[] =>
  blocks.map((block) => {
    const uses = listColumnUses(block).map(([letters, heading, use]) => `${letters}列「${heading}」→ ${use}`);
    return `見出しは${block.headerLine}行め：${uses.join('。')}。`;
  });

/** Describes notices, one sentence for all with the same text. */
const describeNotices = (notices: readonly SheetNotice[]): string[] =>
  [...Map.groupBy(notices, ({ text }) => text)].map(([text, same]) => {
    const rest = same.length > 1 ? `（同じことが、ほかに${same.length - 1}か所）` : '';
    return `${same[0]?.row.line ?? ''}行め：${text}${rest}`;
  });

/** Returns the bytes of a file with further rows, in UTF-8, or a sentence that says why they can't be added. */
function addRows(
  name: (typeof IMPORTED)[number],
  { plan, folder }: PlanFiles,
  rows: readonly RowCells[],
): Uint8Array<ArrayBuffer> | string {
  const { columns } = planTables[name];
  const path = getTableFile(planTables[name], plan);
  if (!folder.has(path)) return new Uint8Array(createCsv(columns, rows));
  const present = decodeText(folder.readBytes(path));
  if (!present.ok) return `${path} の文字コードを読み取れません。`;
  const added = formatAddedRows(path, present.text, columns, rows);
  return added.ok ? encodeWithBom(present.text.replace(/^\ufeff/, '') + added.text) : added.why;
}

/**
 * Makes source files from a sheet of indicators, as `npm run import` does; null if the file has no rows.
 * @param planFiles the files of the plan that the sheet belongs to
 * @param source the 出典ID of the plan
 * @param years what years without 年度 or 年 are, if the user said so
 */
export function importSheet(
  { name, bytes }: UploadedTable,
  planFiles: PlanFiles,
  source: string,
  years: YearKind | null,
): FileOffer | null {
  const rows = openTableRows(bytes, name, new DiagnosticReport());
  if (!rows) return null;
  const list = listRows(rows);
  const sheet = readIndicatorSheet(list, years);
  if (!sheet) {
    const problems = [describeDiagnostic(explainUnreadableSheet(name, list))];
    return { title: SHEET_TITLE, notices: [], problems, files: [] };
  }
  const existing = readExistingIndicators(planFiles.folder, planFiles.plan);
  const imported = importRows(sheet, existing, { plan: source, sheet: '' });
  const doubtful = listDoubtfulCells(name, rows.issues, sheet);
  const issues = imported.issues.map(({ row, index, field, issue }) =>
    createDiagnostic({ file: name, ...row.locate(index), field }, extendIssue(issue, { inBrowser: 1 })),
  );
  const levels = Map.groupBy([...doubtful.diagnostics, ...issues], ({ level }) => level);
  const problems = (levels.get('error') ?? []).map(describeDiagnostic);
  const made = IMPORTED.flatMap((table) => {
    const rows = imported[table].map(({ cells }) => cells);
    const bytes = rows.length === 0 ? null : addRows(table, planFiles, rows);
    if (typeof bytes === 'string') problems.push(bytes);
    return bytes === null || typeof bytes === 'string'
      ? []
      : [{ table, path: getTableFile(planTables[table], planFiles.plan), bytes, rows }];
  });
  const files = made.map((one): OfferedFile => {
    const { table, bytes, rows: added } = one;
    // A target may contradict the results that come with it.
    const others = new Map(made.filter((other) => other !== one).map(({ path, bytes: own }) => [path, own]));
    const beside = { ...planFiles, folder: overlayFolder(others, planFiles.folder) };
    const checked = validateFile(`${table}.csv`, bytes, table, beside);
    // An issue of the sheet reports unclear years for the whole column.
    const first = checked.rows.at(-added.length)?.line ?? 0;
    const diagnostics = checked.diagnostics.filter(
      (other) => other.line < first || !isCellYear(other, imported.issues),
    );
    const sentences = [`サイトの今のファイルに、${added.length}行を足しました。足した行：`];
    return { ...one, sentences, validation: { ...checked, diagnostics } };
  });
  return {
    title: SHEET_TITLE,
    notices: [
      ...describeColumns(sheet),
      ...describeIndicators(imported),
      ...describeNotices([...imported.notices, ...doubtful.hiddenNotices]),
      ...(levels.get('warning') ?? []).map(describeDiagnostic),
      ...(files.length === 0 ? ['足す行はありません。'] : []),
    ],
    problems,
    files,
  };
}
