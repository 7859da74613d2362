import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { draftImport } from '../authoring/import/import-draft.ts';
import { readExistingIndicators } from '../authoring/import/match-indicators.ts';
import { listRows } from '../input/input-rows.ts';
import { openTableRows } from '../input/open-table.ts';
import { formatMapping, formatSheetNotes, formatDraftRows } from '../authoring/import/import-preview.ts';
import { listDoubtfulCells } from '../authoring/import/column-mapping.ts';
import { importRows, type ImportResult } from '../authoring/import/import-rows.ts';
import { readIndicatorSheet } from '../authoring/import/indicator-sheet.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { hasErrors, DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { openSiteFolder, type SiteFolder } from '../input/site-folder.ts';
import { readExistingRecords } from '../authoring/existing-records.ts';
import { parseArguments } from './parse-arguments.ts';
import { createTerminalStyle } from './terminal-style.ts';
import { readRootOption, createCommandFormatter, siteOptions } from './site-options.ts';
import { describeWrites, applyWrites } from './apply-writes.ts';
import { runCli, UsageError } from './command-runner.ts';

/** The file that is named, from where the person stands. */
function findFile(name: string): string {
  const places = [process.env.INIT_CWD ?? '', process.cwd()].map((start) => resolve(start, name));
  const path = places.find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  if (path === undefined) throw new UsageError(`「${name}」というファイルはありません。`);
  return path;
}

/** The 出典ID for what is imported: the one that is asked for, or the plan's own. */
function findSources(folder: SiteFolder, plan: string, asked: string | undefined, called: (command: string) => string) {
  const known = readExistingRecords(folder);
  if (!known.hasPlan(plan))
    throw new UsageError(
      `計画「${plan}」はありません。先に ${called(`npm run new -- plan ${plan}`)} で加えてください。`,
    );
  if (asked !== undefined && !known.sources.has(asked))
    throw new UsageError(`--source の「${asked}」という出典IDが data/sources.csv にありません。`);
  return { plan: known.findPlanSource(plan), sheet: asked ?? '' };
}

function preview(name: string, imported: ImportResult): string {
  const { indicators, observations, targets, made } = imported;
  const parts = Object.entries({ indicators, observations, targets })
    .filter(([, rows]) => rows.length > 0)
    .map(([file, rows]) => `${file}.csv に足す${rows.length}行\n${formatDraftRows(rows)}`);
  if (made > 0)
    parts.push(`指標IDの列がないか空なので、${made}件のIDをつくりました。公開する前に、意味のわかるIDにできます。`);
  const notes = formatSheetNotes(name, imported);
  if (notes !== '') parts.push(`知っておくこと\n${notes}`);
  return parts.join('\n\n');
}

await runCli(async () => {
  const { values, positionals } = parseArguments({
    allowPositionals: true,
    options: {
      root: siteOptions.root,
      example: siteOptions.example,
      plan: { type: 'string' },
      sheet: { type: 'string' },
      source: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const [name, ...more] = positionals;
  const { plan } = values;
  if (name === undefined || more.length > 0 || plan === undefined)
    throw new UsageError(
      'ファイルをひとつと計画を書いてください。例: npm run import -- 指標.xlsx --plan warabi-jiritsu',
    );
  const root = readRootOption(values.example, values.root);
  const folder = openSiteFolder(root);
  const called = createCommandFormatter(values);
  const sources = findSources(folder, plan, values.source, called);
  const file = basename(name);
  const bytes = readFileSync(findFile(name));
  const report = new DiagnosticReport();
  const rows = await openTableRows(bytes, file, report, values.sheet);
  if (!rows) throw new DiagnosticsError(report.diagnostics);
  const sheet = readIndicatorSheet(listRows(rows));
  if (!sheet)
    throw new UsageError(
      `${file} に見出しの行が見つかりません。「指標名」と、「現状値」「目標値」か「令和5年度実績」のような列がいります。`,
    );
  const imported = importRows(sheet, readExistingIndicators(folder, plan), sources);
  const drafted = draftImport(folder, plan, file, imported);
  const problems = [...report.diagnostics, ...listDoubtfulCells(file, rows.issues, sheet), ...drafted.diagnostics];
  console.log(`${file} の列（見出しは${sheet.headerLine}行め）\n${formatMapping(sheet)}\n`);
  console.log(`${preview(file, imported)}\n`);
  const { folder: then, writes } = drafted;
  const bytesOf = (one: string) => (one === file ? bytes : then.has(one) ? then.readBytes(one) : undefined);
  if (problems.length > 0) process.stdout.write(`${formatDiagnostics(problems, createTerminalStyle(bytesOf))}\n`);
  if (hasErrors(problems)) throw new UsageError('まちがいがあるので、何も書いていません。');
  if (writes.length === 0) console.log('書くものはありません。');
  else if (values.write) {
    applyWrites(root, writes);
    console.log(
      `書きました。\n${describeWrites(writes)}\n${called('npm run check')} で確かめ、${called('npm run dev')} で見ます。`,
    );
  } else console.log('まだ何も書いていません。--write をつけると、上の行を足します。');
});
