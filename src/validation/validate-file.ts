import { DiagnosticReport, type MessageView } from '../diagnostics/diagnostic-report.ts';
import { compareLocations, type Diagnostic, locateFile } from '../diagnostics/diagnostic.ts';
import { listRows, type InputRow, type InputRows } from '../input/input-rows.ts';
import { openTableRows } from '../input/open-table.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { isWorkbook, openWorkbook } from '../input/xlsx/open-workbook.ts';
import { municipalityTables, planTables, siteTables, sourceTables } from '../tables/source-tables.ts';
import type { SourceTableName } from '../tables/source-tables.ts';
import type { SourceTable, TableSchema } from '../tables/table-schema.ts';
import { checkCounts } from './checks/number-checks.ts';
import { checkUnknownCodes } from './checks/reference-checks.ts';
import { tableChecks } from './checks/table-checks.ts';
import { describeForeignTable, findPublishedColumn, findYearColumn, recognizeTable } from './detect-table.ts';
import type { TableRecognition } from './detect-table.ts';
import { createUnreadableTable, parseTable, readTableFile } from './parse-table.ts';
import { parseTables, type ParsedPlan, registerTitles, type ValidationContext } from './parsed-site.ts';
import { MAX_LEADING_ROWS, findHeaderRow } from './table-header.ts';

/** The result of validating one file by itself. */
export interface FileValidation extends TableRecognition {
  /** True for a published table, a sheet of indicators, or any other table that is not a source table. */
  readonly isForeign: boolean;
  /** The sheet of a workbook that was read instead of the first one. */
  readonly sheet: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The rows that are not empty, including the headings; none if the file can't be read. */
  readonly rows: readonly InputRow[];
  /** The index of the row of headings in `rows`; -1 if there is none. */
  readonly headerIndex: number;
  /** A plan that contains only this file. */
  readonly plan: ParsedPlan;
}

/** A check that compares one table of a plan with the other files of the plan. */
export type PlanFileCheck = (
  context: ValidationContext,
  report: DiagnosticReport,
  table: SourceTableName,
  planFiles: Pick<PlanFiles, 'folder' | 'plan'>,
) => void;

/** The files of a plan as the site has them, beside which a file is checked. */
export interface PlanFiles {
  readonly plan: string;
  readonly municipality: string;
  readonly folder: SiteFolder;
  /** The checks that compare a table with the other files: `planFileChecks`. A browser loads them with the files. */
  readonly checks: readonly PlanFileCheck[];
}

/** Returns the context of a site that has one table and one plan, which the table may belong to. */
function createContext(
  file: string,
  rows: InputRows | null,
  tableName: SourceTableName,
  report: DiagnosticReport,
  beside: PlanFiles | null,
): ValidationContext & { readonly plan: ParsedPlan } {
  const parse = <S extends TableSchema>(table: SourceTable<S>, name: string) => {
    if (name === tableName) return parseTable(rows, file, table.columns, report, beside?.plan ?? null);
    if (!beside) return createUnreadableTable(file);
    // The site has checked its own files.
    const owner = name in planTables ? beside.plan : beside.municipality;
    const parsed = readTableFile(beside.folder, table, owner);
    registerTitles(report, name, { table, parsed });
    return parsed;
  };
  // The checked file may contain the names of their rows.
  const siteFiles = parseTables(siteTables, parse);
  const municipalityFiles = parseTables(municipalityTables, parse);
  const municipality = beside?.municipality ?? '';
  const plan: ParsedPlan = {
    id: beside?.plan ?? 'loose',
    index: {
      file: '',
      front: { title: '', shortTitle: '', municipality, kind: '', state: 'unknown', levels: [], source: '' },
      markup: '',
      parts: [],
      text: '',
      locate: () => locateFile(''),
    },
    ...parseTables(planTables, parse),
    bodies: [],
    texts: [],
  };
  return {
    // Of the other files of a site, nothing is known to be missing.
    folder: { files: [file], has: () => true, readBytes: () => new Uint8Array() },
    planIds: new Set([plan.id]),
    plan,
    plans: [plan],
    ...siteFiles,
    folders: [{ municipality, ...municipalityFiles, outlines: null, outline: null }],
    guides: [],
    releases: [],
    today: '',
  };
}

/** The codes of sheets of indicators, which an import can read. */
export const importableCodes: readonly string[] = ['years-side-by-side', 'indicator-sheet'];

/** The codes of tables that are not source tables. */
const FOREIGN_CODES: readonly string[] = ['published-table', 'foreign-table', ...importableCodes];

/** Reports a table that is not a source table, and returns true. Published tables have their own message. */
function reportForeignTable(
  file: string,
  rows: readonly InputRow[],
  { table, nearest }: TableRecognition,
  report: DiagnosticReport,
): boolean {
  const leadingRows = rows.slice(0, MAX_LEADING_ROWS).map((row) => ({ ...row, start: 0 }));
  if (table || findPublishedColumn(leadingRows) || findYearColumn(leadingRows, sourceTables.indicators.columns))
    return false;
  const found = describeForeignTable(leadingRows, nearest && sourceTables[nearest]);
  if (!found) return false;
  const row = rows.find(({ line }) => line === found.column.row.line);
  const field = row?.cells[found.column.index]?.trim() ?? '';
  report.addIssue({ file, ...(row?.locate(found.column.index) ?? { line: 1, column: 1 }), field }, found.issue);
  return true;
}

/**
 * Validates one file by itself: every cell, and the checks that need no other file. With the files of
 * its plan, it also checks if the ids in the file exist. A browser can run it, because it needs only bytes. Diagnostics
 * are sorted. If the first sheet of a workbook is a cover, the only other sheet that can be imported is read instead.
 * @param as the source table, if the user selected one
 * @param planFiles the other files of the plan that the file belongs to; they count for tables of a plan only
 * @param shownIn what shows the messages
 * @param sheet the name of the sheet of a workbook; if left out, the first visible one, or the one behind a cover
 */
export function validateFile(
  name: string,
  bytes: Uint8Array,
  as: SourceTableName | null = null,
  planFiles: PlanFiles | null = null,
  shownIn: MessageView = 'terminal',
  sheet?: string,
): FileValidation {
  const report = new DiagnosticReport(shownIn);
  // Messages quote the name of the file without its folders.
  const file = name.split(/[/\\]/).at(-1) ?? name;
  const inputRows = openTableRows(bytes, file, report, sheet);
  const rows = inputRows ? listRows(inputRows) : [];
  const recognition: TableRecognition = as
    ? { table: as, by: 'choice', shared: [], nearest: as }
    : recognizeTable(name, rows);
  const isReported = reportForeignTable(file, rows, recognition, report);
  // An unknown table is validated as the one that people check most often.
  const tableName = recognition.table ?? 'indicators';
  const beside = tableName in planTables ? planFiles : null;
  const context = createContext(file, isReported ? null : inputRows, tableName, report, beside);
  for (const check of tableChecks) check(context, report);
  if (beside) for (const check of beside.checks) check(context, report, tableName, beside);
  else checkUnknownCodes(context, report);
  // The title of the indicator decides whether a number may be negative.
  if (!beside && tableName === 'indicators') checkCounts(context, report);
  const headerIndex = findHeaderRow(rows.slice(0, MAX_LEADING_ROWS), sourceTables[tableName].columns);
  const diagnostics = report.diagnostics
    .filter((found) => found.file === file)
    .sort(compareLocations)
    .map((found) => ({ ...found, file: name }));
  const plan = tableName === 'indicators' ? context.plan : { ...context.plan, indicators: createUnreadableTable(file) };
  const isForeign = diagnostics.some(({ code }) => FOREIGN_CODES.includes(code));
  const isCover = diagnostics.some(({ code }) => code === 'foreign-table' || code === 'empty-file');
  const opened = isCover && sheet === undefined && isWorkbook(bytes) && openWorkbook(bytes);
  const others = opened && opened.ok ? opened.sheets.filter((one) => !one.hidden && one.name !== opened.sheet) : [];
  const [importable, another] = others
    .map((one) => validateFile(name, bytes, as, planFiles, shownIn, one.name))
    .filter((found) => found.diagnostics.some(({ code }) => importableCodes.includes(code)));
  if (importable && !another) return importable;
  return { ...recognition, isForeign, sheet, diagnostics, rows, headerIndex, plan };
}
