import { basename, parse } from 'node:path';
import { readExistingRecords } from '../authoring/existing-records.ts';
import { readIndicatorSheet } from '../authoring/import/indicator-sheet.ts';
import { readItemSheet } from '../authoring/import/item-sheet.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { hasErrors, DiagnosticsError, isExcelFile, replaceControls } from '../diagnostics/diagnostic.ts';
import { formatDiagnosticGroups, formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import type { InputRow } from '../input/input-rows.ts';
import { openTableRows } from '../input/open-table.ts';
import { openSiteFolder, type SiteFolder } from '../input/site-folder.ts';
import { findSheetBehindCover, isWorkbook } from '../input/xlsx/open-workbook.ts';
import { describeWrites, applyWrites } from './apply-writes.ts';
import { parseArguments, runCli, UsageError, type CommandStreams } from './command-runner.ts';
import { previewIndicators, previewItems, previewStatistics } from './preview-sheet.ts';
import { findExistingPath, findSimilarFile, readNamedFile } from './resolve-paths.ts';
import { readRootOption, createCommandFormatter, flagOption, rootOptions, textOption } from './site-options.ts';
import { createTerminalStyle } from './terminal.ts';

/** The number of plans that a message lists. */
const MAX_PLANS = 10;

/** Says that there are several files, and which plans the site, if it is found, has if the options name none. */
function describeMisuse(files: readonly string[], folder: SiteFolder | null, isNamed: boolean): string {
  const plans = folder ? [...readExistingRecords(folder).plans] : [];
  const listed = `${plans.slice(0, MAX_PLANS).join('、')}${plans.length > MAX_PLANS ? ' など' : ''}`;
  const several = files.length > 1 && files.every((file) => /\.(?:csv|tsv|xls[xm]?)$/i.test(file));
  return `${several ? 'ファイルは、1つずつ取りこみます。\n' : ''}${isNamed || plans.length === 0 ? '' : `このサイトの計画は、${listed} です。\n`}`;
}

/** Returns the file to import, the folder of the site and the options. */
function readImportRequest(args: readonly string[]) {
  const texts = { plan: textOption, sheet: textOption, source: textOption, period: textOption, years: textOption };
  const flags = { statistics: flagOption, items: flagOption, write: flagOption, all: flagOption };
  const options = { ...rootOptions, ...texts, ...flags };
  const { values, positionals } = parseArguments({ args, allowPositionals: true, options });
  const [name, ...extra] = positionals;
  const { plan, statistics, items, period } = values;
  const isFound = values.root === undefined || findExistingPath(values.root, '') !== undefined;
  const readRoot = () => readRootOption(values.example, values.root);
  if (name === undefined || extra.length > 0 || (plan === undefined) === !statistics || (items && statistics))
    throw new UsageError(
      describeMisuse(positionals, isFound ? openSiteFolder(readRoot()) : null, plan !== undefined || statistics) +
        'ファイルを1つと計画を書いてください。例: npm run import -- 指標.xlsx --plan warabi-jiritsu（import のあとの「--」も要ります）\n' +
        '施策の体系の表なら、--items も書きます。例: npm run import -- 体系.xlsx --plan warabi-jiritsu --items\n' +
        '総務省の「全市町村の主要財政指標」には、計画のかわりに --statistics を書きます。例: npm run import -- 表.xlsx --statistics --source mic-finance-2024',
    );
  if (period !== undefined && !statistics) throw new UsageError('--period は、--statistics のときだけ書けます。');
  if (values.years !== undefined && (statistics || items))
    throw new UsageError('--years は、指標の表のときだけ書けます。総務省の表の年度は --period で書きます。');
  return { name, root: readRoot(), values };
}

type ImportRequest = ReturnType<typeof readImportRequest>;

/** Opens the named sheet of the file, the only one with a table, or the first. */
function openSheet({ name, root, values: { plan, items, sheet: named } }: ImportRequest) {
  const file = basename(name);
  const bytes = readNamedFile(name, root);
  if (named !== undefined && !isWorkbook(bytes))
    throw new UsageError('--sheet は、Excel のファイルのときだけ書けます。CSV にシートはありません。');
  const report = new DiagnosticReport();
  const hasTable = (list: readonly InputRow[]) =>
    items ? readItemSheet(list, []) !== undefined : readIndicatorSheet(list) !== null;
  const sheet = named ?? (plan === undefined ? undefined : findSheetBehindCover(bytes, hasTable));
  const rows = openTableRows(bytes, file, report, sheet);
  if (rows) return { file, bytes, sheet, rows, diagnostics: report.diagnostics };
  const near = findSimilarFile(name, root);
  if (parse(near).name !== parse(file).name || isExcelFile(file)) throw new DiagnosticsError(report.diagnostics);
  throw new UsageError(`${formatDiagnostics(report.diagnostics)}同じ場所に「${near}」があります。それを使いますか。`);
}

/** `npm run import`: shows the rows that a sheet adds to a plan or to municipalities; `--write` writes them. */
export function main(args: readonly string[], { stdout }: CommandStreams): undefined {
  const request = readImportRequest(args);
  const { root, values } = request;
  const { plan, items } = values;
  const formatCommand = createCommandFormatter(values);
  const { bytes, sheet, ...input } = openSheet(request);
  if (sheet !== values.sheet)
    stdout.write(
      `${items ? '計画の項目' : '指標'}の表があるのは「${replaceControls(sheet ?? '')}」だけなので、そのシートを読みます。\n\n`,
    );
  const opened = { folder: openSiteFolder(root), ...input };
  const { text, draft, diagnostics, obstacle } =
    plan === undefined
      ? previewStatistics(opened, values)
      : (items ? previewItems : previewIndicators)(opened, plan, values, formatCommand);
  stdout.write(`${text}\n\n`);
  const style = createTerminalStyle(stdout, draft.folder, new Map([[input.file, bytes]]));
  if (diagnostics.length > 0) stdout.write(`${formatDiagnosticGroups(diagnostics, style)}\n`);
  const refusal = hasErrors(diagnostics) ? 'まちがいがあるので、何も書いていません。' : obstacle;
  if (refusal !== undefined) throw new UsageError(refusal);
  if (draft.writes.length === 0) stdout.write('書くものはありません。\n');
  else if (values.write) {
    applyWrites(root, draft.writes);
    stdout.write(
      `書きました。\n${describeWrites(draft.writes)}\n${formatCommand('npm run check')} で確かめ、${formatCommand('npm run dev')} で見ます。\n`,
    );
  } else stdout.write('まだ何も書いていません。--write をつけると、上の行を足します。\n');
}

if (import.meta.main) await runCli(main);
