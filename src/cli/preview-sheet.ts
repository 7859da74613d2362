import { adviseId, readExistingRecords } from '../authoring/existing-records.ts';
import * as previews from '../authoring/import/import-preview.ts';
import { importIndicatorSheet, locateIssues } from '../authoring/import/indicator-import.ts';
import { importItems, readPlanTree } from '../authoring/import/item-import.ts';
import { readItemSheet } from '../authoring/import/item-sheet.ts';
import { yearKinds } from '../authoring/import/sheet-times.ts';
import * as statistics from '../authoring/import/statistic-sheet.ts';
import type { StatisticSheet, StatisticRows } from '../authoring/import/statistic-sheet.ts';
import { type CommandFormatter, describeMissingPlan } from '../authoring/recipe.ts';
import { createDiagnostic, createIssue, type Diagnostic, DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { formatColumnLetters, locateFile } from '../diagnostics/diagnostic.ts';
import { type InputRows, listRows } from '../input/input-rows.ts';
import { overlayFolder } from '../input/overlay-folder.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { decodeText } from '../input/text-decoding.ts';
import { TEXT_PLACEHOLDER } from '../model/chapter.ts';
import { formatNumber } from '../notation/format.ts';
import { statisticValuesTable } from '../tables/statistic-values.ts';
import { getTableFile } from '../tables/table-schema.ts';
import { treeTable } from '../tables/tree.ts';
import { UsageError } from './command-runner.ts';

/** A sheet to import: the site that it is for, the name of its file, its rows, and what the file as a whole reports. */
type OpenedSheet = Readonly<{
  folder: SiteFolder;
  file: string;
  rows: InputRows;
  diagnostics: readonly Diagnostic[];
}>;

/** What a sheet becomes: in words, and as files to write; the diagnostics of its file and its cells, and why not to write. */
type ImportPreview = Readonly<{
  text: string;
  draft: previews.ImportDraft;
  diagnostics: readonly Diagnostic[];
  obstacle?: string | undefined;
}>;

/** The options of a sheet for a plan. */
type PlanOptions = Readonly<{ source?: string | undefined; years?: string | undefined; all: boolean }>;

/** Reads a sheet for a plan. */
type PlanPreview = (
  opened: OpenedSheet,
  plan: string,
  options: PlanOptions,
  formatCommand: CommandFormatter,
) => ImportPreview;

/** Returns the 出典ID of the plan and the 出典ID of the sheet: the option `--source`, or an empty text. */
function findSourceIds(folder: SiteFolder, plan: string, source: string | undefined, formatCommand: CommandFormatter) {
  const records = readExistingRecords(folder);
  if (!records.plans.has(plan)) throw new UsageError(describeMissingPlan(plan, records, formatCommand));
  if (source !== undefined && !records.sources.has(source))
    throw new UsageError(
      `--source の「${source}」という出典IDが data/sources.csv にありません。${adviseId(source, records.sources, '')}`,
    );
  return { plan: records.findPlanIds(plan).source, sheet: source ?? '' };
}

/**
 * Reads a sheet of indicators for a plan.
 * @throws UsageError for a wrong option, DiagnosticsError for a sheet without headings of indicators
 */
export const previewIndicators: PlanPreview = (opened, plan, { source, years, all }, formatCommand) => {
  const { folder, file, rows, diagnostics } = opened;
  const sources = findSourceIds(folder, plan, source, formatCommand);
  const kind = years === undefined ? null : yearKinds.get(years);
  if (kind === undefined) throw new UsageError(`--years の「${years}」は使えません。年度 か 暦年 にしてください。`);
  const read = importIndicatorSheet(file, rows, folder, { plan, sources, years: kind });
  if (!read.ok) throw new DiagnosticsError([...diagnostics, read.problem]);
  const { sheet, imported, parts } = read;
  const draft = previews.draftSheetRows(folder, file, parts, imported.issues);
  const columns = `${file} の列（見出しは${sheet[0]?.headerLine ?? 1}行め）\n${previews.formatMapping(sheet)}`;
  const text = `${columns}\n\n${previews.formatImport(file, imported, all ? Infinity : undefined)}`;
  return { text, draft, diagnostics: [...diagnostics, ...read.diagnostics, ...draft.diagnostics] };
};

/** True for a diagnostic of a cell that no sheet has: a person writes it afterwards. */
const isForPerson = ({ code, field }: Diagnostic) =>
  code === 'missing-summary' || code === 'missing-theme' || (code === 'empty-cell' && field === '種別');

/** Returns a site without the examples in the tree of a new plan, and what to do about them: a command deletes no row. */
function removeExamples(folder: SiteFolder, plan: string) {
  const file = getTableFile(treeTable, plan);
  const decoded = folder.has(file) ? decodeText(folder.readBytes(file)) : null;
  const lines = decoded?.ok ? decoded.text.split(/(?<=\n)/) : [];
  const isExample = (line: string) => line.includes(`,${TEXT_PLACEHOLDER}（`);
  const examples = lines.flatMap((line, at) => (isExample(line) ? `${at + 1}` : []));
  if (examples.length === 0) return { folder };
  const others = new TextEncoder().encode(lines.filter((line) => !isExample(line)).join(''));
  const obstacle = `まだ何も書いていません。${file} の${examples.join('、')}行めは、「${TEXT_PLACEHOLDER}」とある見本です。この${examples.length}行を消してから、もう一度実行してください。`;
  return { folder: overlayFolder(new Map([[file, others]]), folder), obstacle };
}

/**
 * Reads a sheet of plan items for a plan.
 * @throws UsageError for a wrong option, DiagnosticsError for a sheet without headings of items
 */
export const previewItems: PlanPreview = (opened, plan, { source, all }, formatCommand) => {
  const { file, rows } = opened;
  const sources = findSourceIds(opened.folder, plan, source, formatCommand);
  const { folder, obstacle } = removeExamples(opened.folder, plan);
  const tree = readPlanTree(folder, plan);
  const sheet = readItemSheet(listRows(rows), tree.levels);
  if (!sheet) {
    const example = '「基本目標、政策、施策、主な取組、担当課」や「コード、階層、名称、担当課」';
    const advice = `1つの行に、階層ごとの列の見出し（${tree.levels.join('、')}など）を書いてください`;
    const values = { layout: '計画の項目の見出しがない表', advice, example };
    throw new DiagnosticsError([createDiagnostic(locateFile(file), createIssue('unreadable-layout', values))]);
  }
  const { rows: added, ...found } = importItems(sheet, rows.issues, tree, sources.sheet || sources.plan);
  const draft = previews.draftSheetRows(folder, file, [{ table: treeTable, owner: plan, rows: added }], found.issues);
  const uses = sheet.columns.flatMap(({ index, heading, becomes, level }) => {
    const [kind = '', isLevel] = [found.kinds.get(level), !sheet.isList && level !== ''];
    const use = isLevel ? `階層「${level}」（種別は${kind === '' ? '人が書く' : kind}）` : becomes;
    return use === '' ? [] : [[formatColumnLetters(index + 1), heading, use] as const];
  });
  const names = [...found.unknownDepartments].join('」「');
  const notices = previews.formatSheetNotices(file, found.notices);
  const parts = [
    `${file} の列（見出しは${sheet.header.line}行め）\n${previews.formatColumnUses(uses)}`,
    added.length > 0 &&
      `tree.csv に足す${added.length}行\n${previews.formatDraftRows(added, all ? Infinity : undefined)}\n\n要約（事業のほか）、テーマ（施策と取組）と、空の種別は、書いたあとに tree.csv で人が書きます。それまで、npm run check はまちがいを示し、サイトはつくれません。`,
    found.known > 0 && `すでにある${found.known}件の項目は、足しません。`,
    names &&
      `担当の「${names}」は、data/departments.csv にこの市の部署としてないので、書きません。先にその行を足すと、担当も取りこめます。`,
    notices && `知っておくこと\n${notices}`,
  ];
  const ofDraft = draft.diagnostics.filter((one) => !isForPerson(one));
  const text = parts.flatMap((part) => part || []).join('\n\n');
  const diagnostics = [...opened.diagnostics, ...locateIssues(file, found.issues), ...ofDraft];
  return { text, draft, diagnostics, obstacle };
};

/** Returns the error that names the source which the sheet probably is, or says how to add it. */
function createSourceError(folder: SiteFolder, { year, text }: { year: number; text: string }): UsageError {
  const near = statistics
    .readSheetSources(folder, undefined)
    .find((source) => statistics.readFiscalYear(source.year)?.year === year);
  return new UsageError(
    near
      ? `--source がありません。--source ${near.id} ではありませんか（${near.title}）。`
      : `--source がありません。資料名「全市町村の主要財政指標（${text}）」、年度「${text}」の行を data/sources.csv に加え、その出典IDを --source に書いてください。`,
  );
}

/** Returns the fiscal year that the sheet, the source and the option `--period` agree on. */
function readYear(
  { file }: OpenedSheet,
  { above }: StatisticSheet,
  sources: ReturnType<typeof statistics.readSheetSources>,
  period: string | undefined,
): { year: number; text: string } {
  const typed = period === undefined ? null : statistics.readFiscalYear(period);
  if (period !== undefined && !typed)
    throw new UsageError(`--period の「${period}」は年度として読めません。令和6年度 のように書いてください。`);
  const ofSources = sources.flatMap((source) => {
    const read = statistics.readFiscalYear(source.year);
    return read ? [{ ...read, where: `出典「${source.id}」` }] : [];
  });
  const found = statistics.findSheetYear(above, [...(typed ? [{ ...typed, where: '--period' }] : []), ...ofSources]);
  if (found.ok) return found;
  const { line = 1, column = 1 } = found.row?.locate(found.index) ?? {};
  throw new DiagnosticsError([createDiagnostic(locateFile(file, line, column), found.issue)]);
}

const formatStatisticColumns = ({ columns }: StatisticSheet, year: number): string =>
  previews.formatColumnUses(
    [...columns].map(([heading, index]) => {
      const statistic = statistics.sheetStatistics.find(({ title }) => title === heading);
      const use = statistic ? `${statistic.id}（${statistic.formatPeriod(year)}）` : '市区町村を見分けます';
      return [formatColumnLetters(index + 1), heading, use];
    }),
  );

function describeStatisticRows(file: string, sheet: StatisticSheet, imported: StatisticRows): string {
  const { rows, notices, used, same } = imported;
  const parts = [...rows].map(
    ([id, own]) => `${getTableFile(statisticValuesTable, id)} に足す${own.length}行\n${previews.formatDraftRows(own)}`,
  );
  if (same > 0) parts.push(`同じ値がすでにある${formatNumber(same)}件は、書きません。`);
  const others = sheet.rows.length - used.length;
  if (others > 0)
    parts.push(`ほかの${formatNumber(others)}行は、このサイトにない市区町村や、平均や注の行なので、使いません。`);
  if (notices.length > 0) parts.push(`知っておくこと\n${previews.formatSheetNotices(file, notices)}`);
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
  const sources = options.source === undefined ? [] : statistics.readSheetSources(folder, options.source);
  if (options.source !== undefined && sources.length === 0)
    throw new UsageError(`--source の「${options.source}」という出典IDが data/sources.csv にありません。`);
  const sheet = statistics.readStatisticSheet(listRows(opened.rows));
  if (!sheet) {
    const columns = ['団体コード', '団体名', ...statistics.sheetStatistics.map(({ title }) => title)].join('、');
    throw new DiagnosticsError([createDiagnostic(locateFile(file), createIssue('no-statistic-headings', { columns }))]);
  }
  const year = readYear(opened, sheet, sources, options.period);
  if (options.source === undefined) throw createSourceError(folder, year);
  const imported = statistics.importStatisticRows(
    sheet,
    year.year,
    statistics.readExistingStatistics(folder),
    options.source,
  );
  const parts = [...imported.rows].map(([owner, rows]) => ({ table: statisticValuesTable, owner, rows }));
  const draft = previews.draftSheetRows(folder, file, parts, imported.issues);
  const columns = `${file} の列（見出しは${sheet.header.line}行め、${year.text}）\n${formatStatisticColumns(sheet, year.year)}`;
  const text = `${columns}\n\n${describeStatisticRows(file, sheet, imported)}`;
  const ofSheet = [...listSheetIssues(opened, sheet, imported), ...locateIssues(file, imported.issues)];
  return { text, draft, diagnostics: [...opened.diagnostics, ...ofSheet, ...draft.diagnostics] };
}
