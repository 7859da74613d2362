import { draftSheetRows, formatColumnUses, formatDraftRows } from '../authoring/import/import-preview.ts';
import { formatSheetNotices, type ImportDraft } from '../authoring/import/import-preview.ts';
import { locateIssues } from '../authoring/import/indicator-import.ts';
import {
  findSheetYear,
  readFiscalYear,
  readSheetSources,
  readStatisticSheet,
  sheetStatistics,
  importStatisticRows,
  readExistingStatistics,
} from '../authoring/import/statistic-sheet.ts';
import type { StatisticSheet, StatisticRows } from '../authoring/import/statistic-sheet.ts';
import {
  formatColumnLetters,
  createDiagnostic,
  createIssue,
  type Diagnostic,
  DiagnosticsError,
  locateFile,
} from '../diagnostics/diagnostic.ts';
import { type InputRows, listRows } from '../input/input-rows.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { formatNumber } from '../notation/format.ts';
import { statisticValuesTable } from '../tables/statistic-values.ts';
import { getTableFile } from '../tables/table-schema.ts';
import { UsageError } from './command-runner.ts';

/** A sheet to import: the site that it is for, the name of its file, and its rows. */
export type OpenedSheet = Readonly<{ folder: SiteFolder; file: string; rows: InputRows }>;

/** What a sheet becomes: in words, and as files to write. */
export type ImportPreview = Readonly<{ text: string; draft: ImportDraft; diagnostics: readonly Diagnostic[] }>;

/** Returns the error that names the source which the sheet probably is, or says how to add it. */
function createSourceError(folder: SiteFolder, { year, text }: { year: number; text: string }): UsageError {
  const near = readSheetSources(folder, undefined).find((source) => readFiscalYear(source.year)?.year === year);
  return new UsageError(
    near
      ? `--source がありません。--source ${near.id} ではありませんか（${near.title}）。`
      : `--source がありません。資料名「全市町村の主要財政指標（${text}）」、年度「${text}」の行を data/sources.csv に加え、その出典IDを --source に書いてください。`,
  );
}

function readYear(
  { file }: OpenedSheet,
  { above }: StatisticSheet,
  sources: ReturnType<typeof readSheetSources>,
  period: string | undefined,
): { year: number; text: string } {
  const typed = period === undefined ? null : readFiscalYear(period);
  if (period !== undefined && !typed)
    throw new UsageError(`--period の「${period}」は年度として読めません。令和6年度 のように書いてください。`);
  const ofSources = sources.flatMap((source) => {
    const read = readFiscalYear(source.year);
    return read ? [{ ...read, where: `出典「${source.id}」` }] : [];
  });
  const found = findSheetYear(above, [...(typed ? [{ ...typed, where: '--period' }] : []), ...ofSources]);
  if (found.ok) return found;
  const { line = 1, column = 1 } = found.row?.locate(found.index) ?? {};
  throw new DiagnosticsError([createDiagnostic(locateFile(file, line, column), found.issue)]);
}

const formatColumns = ({ columns }: StatisticSheet, year: number): string =>
  formatColumnUses(
    [...columns].map(([heading, index]) => {
      const statistic = sheetStatistics.find(({ title }) => title === heading);
      const use = statistic ? `${statistic.id}（${statistic.formatPeriod(year)}）` : '市区町村を見分けます';
      return [formatColumnLetters(index + 1), heading, use];
    }),
  );

function describeRows(file: string, sheet: StatisticSheet, imported: StatisticRows): string {
  const { rows, notices, used, same } = imported;
  const parts = [...rows].map(
    ([id, own]) => `${getTableFile(statisticValuesTable, id)} に足す${own.length}行\n${formatDraftRows(own)}`,
  );
  if (same > 0) parts.push(`同じ値がすでにある${formatNumber(same)}件は、書きません。`);
  const others = sheet.rows.length - used.length;
  if (others > 0)
    parts.push(`ほかの${formatNumber(others)}行は、このサイトにない市区町村や、平均や注の行なので、使いません。`);
  if (notices.length > 0) parts.push(`知っておくこと\n${formatSheetNotices(file, notices)}`);
  return parts.join('\n\n');
}

/** Returns the issues of merged, hidden and other doubtful cells in the used rows and columns. */
function listSheetIssues({ file, rows }: OpenedSheet, { columns }: StatisticSheet, { used }: StatisticRows) {
  const lines = new Set(used.map(({ line }) => line));
  const indexes = new Set(columns.values());
  return rows.issues
    .filter(({ line, column }) => lines.has(line) && indexes.has(column - 1))
    .map(({ line, column, issue }) => createDiagnostic(locateFile(file, line, column), issue));
}

/**
 * Reads the ministry's sheet 全市町村の主要財政指標 for the municipalities of a site.
 * @throws UsageError for a missing or wrong option, DiagnosticsError for a sheet without headings or of another year
 */
export function previewStatistics(
  opened: OpenedSheet,
  options: { readonly period?: string | undefined; readonly source?: string | undefined },
): ImportPreview {
  const { folder, file } = opened;
  const sources = options.source === undefined ? [] : readSheetSources(folder, options.source);
  if (options.source !== undefined && sources.length === 0)
    throw new UsageError(`--source の「${options.source}」という出典IDが data/sources.csv にありません。`);
  const sheet = readStatisticSheet(listRows(opened.rows));
  if (!sheet) {
    const columns = ['団体コード', '団体名', ...sheetStatistics.map(({ title }) => title)].join('、');
    throw new DiagnosticsError([createDiagnostic(locateFile(file), createIssue('no-statistic-headings', { columns }))]);
  }
  const year = readYear(opened, sheet, sources, options.period);
  if (options.source === undefined) throw createSourceError(folder, year);
  const imported = importStatisticRows(sheet, year.year, readExistingStatistics(folder), options.source);
  const parts = [...imported.rows].map(([owner, rows]) => ({ table: statisticValuesTable, owner, rows }));
  const draft = draftSheetRows(folder, file, parts, imported.issues);
  const columns = `${file} の列（見出しは${sheet.header.line}行め、${year.text}）\n${formatColumns(sheet, year.year)}`;
  const text = `${columns}\n\n${describeRows(file, sheet, imported)}`;
  const ofSheet = [...listSheetIssues(opened, sheet, imported), ...locateIssues(file, imported.issues)];
  return { text, draft, diagnostics: [...ofSheet, ...draft.diagnostics] };
}
