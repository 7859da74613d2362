import { once } from 'node:events';
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { hasErrors, formatLocation, replaceControls } from '../diagnostics/diagnostic.ts';
import {
  formatGithubAnnotations,
  formatDiagnosticsJson,
  formatDiagnostics,
  type TerminalStyle,
} from '../diagnostics/format-diagnostics.ts';
import { openSiteFolder, readBounded } from '../input/site-folder.ts';
import { findTableByHeadings } from '../open-data/quality-report.ts';
import { countVerdicts, judgeReadability, type RuleJudgement } from '../readability/judge-readability.ts';
import { verdictLabels, type VerdictCode, type Violation } from '../readability/readability-rule.ts';
import { describeRecognition } from '../validation/detect-table.ts';
import { validateFile } from '../validation/validate-file.ts';
import { createSiteMemory, type SiteMemory, validateSite } from '../validation/validate-site.ts';
import { parseArguments, runCli, runCommand, UsageError, type Command, type CommandStreams } from './command-runner.ts';
import { findExistingPath, resolvePaths, isPathBelow, readNamedFile } from './resolve-paths.ts';
import { flagOption, readRootOption, rootOptions } from './site-options.ts';
import { createTerminalStyle } from './terminal.ts';

type FileJudgement = Readonly<{ file: string; judgements: readonly RuleJudgement[] }>;

const MAX_PRINTED_VIOLATIONS = 20;

const colours: Readonly<Record<VerdictCode, TerminalStyle>> = { passed: 'dim', failed: 'red', person: 'yellow' };

type Paint = (style: TerminalStyle, text: string) => string;

function formatJudgements(files: readonly FileJudgement[], paint: Paint): string {
  const lines = files.flatMap(({ file, judgements }) => {
    const { passed, failed, person } = countVerdicts(judgements);
    return [
      paint('bold', replaceControls(file)),
      ...judgements.flatMap((judgement) => formatJudgement(file, judgement, paint)),
      `${verdictLabels.passed} ${passed}、${verdictLabels.failed} ${failed}、${verdictLabels.person} ${person}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Returns the lines about a rule: its verdict, its reason and its first violations. */
function formatJudgement(file: string, { rule, applies, verdict, reason, violations }: RuleJudgement, paint: Paint) {
  const rest = violations.length - MAX_PRINTED_VIOLATIONS;
  return [
    `  ${rule.id} ${paint(colours[verdict], verdictLabels[verdict])} ${rule.title}${applies ? '' : paint('dim', `（${reason.replace(/。$/u, '')}）`)}`,
    ...(verdict === 'passed' ? [] : [`      ${replaceControls(reason)}`]),
    ...violations.slice(0, MAX_PRINTED_VIOLATIONS).flatMap((violation) => formatViolation(file, violation, paint)),
    ...(rest > 0 ? [`      ほかに${rest}か所あります。`] : []),
  ];
}

function formatViolation(file: string, violation: Violation, paint: Paint): string[] {
  const { sheet, line, column, heading, value, wrong, instead } = violation;
  const location = [
    formatLocation(replaceControls(file), line, column),
    sheet && `シート「${replaceControls(sheet)}」`,
  ];
  const cell = [heading && `見出し「${replaceControls(heading)}」`, value && `値「${replaceControls(value)}」`];
  return [
    `      ${paint('bold', location.filter(Boolean).join(' '))} ${cell.filter(Boolean).join(' ')}`.trimEnd(),
    `        ${replaceControls(wrong)}`,
    `        → ${replaceControls(instead)}`,
  ];
}

/** Formats the judgements of files as JSON: an array with one object per file. */
function formatJudgementsJson(files: readonly FileJudgement[]): string {
  const objects = files.map(({ file, judgements }) => ({
    file,
    ...countVerdicts(judgements),
    verdicts: judgements.map(({ rule: { id, title }, verdict, reason, violations }) => {
      return { rule: id, title, verdict, reason, cells: violations };
    }),
  }));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** What to check, and how to print it: the site in a folder, or named files. */
type CheckRequest = Readonly<{ root: string; names: readonly string[]; format: string }>;

/**
 * `npm run check -- --rules`: judges files by the thirty official rules, prints the judgements, and returns the exit
 * code: 1 if a file breaks a rule. A file with the headings of a published table is judged with that table's schema.
 * @throws UsageError for a name that is not a file, and for an unknown format
 */
function reportReadability({ root, names, format }: CheckRequest, stdout: CommandStreams['stdout']): number {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--rules では、--format の「${format}」は使えません。text か json にしてください。`);
  if (names.length === 0)
    throw new UsageError('--rules のあとに、調べるファイル（CSV か Excel ブック）を書いてください。');
  const files = names.map((name) => ({
    file: name,
    judgements: judgeReadability(readNamedFile(name, root), findTableByHeadings),
  }));
  const paint: Paint = (style, text) => styleText(style, text, { stream: stdout });
  stdout.write(format === 'json' ? formatJudgementsJson(files) : formatJudgements(files, paint));
  return files.some(({ judgements }) => judgements.some(({ verdict }) => verdict === 'failed')) ? 1 : 0;
}

const FORMATS: readonly string[] = ['text', 'json', 'github'];

/** Checks the named files, or the whole site. Prints the diagnostics and returns 1 if one of them is an error. */
function checkOnce(request: CheckRequest, stdout: CommandStreams['stdout'], memory: SiteMemory): number {
  const { root, names, format } = request;
  const folder = openSiteFolder(root);
  const { sitePaths, otherFiles } = resolvePaths(root, folder, names);
  const otherBytes = new Map(otherFiles.map(({ name, path }) => [name, readBounded(path)]));
  const otherResults = [...otherBytes].map(([name, bytes]) => {
    const { diagnostics, ...found } = validateFile(name, bytes);
    const sheet = found.sheet === undefined ? '' : `シート「${replaceControls(found.sheet)}」を読みました。`;
    return { diagnostics, sentence: `${replaceControls(name)}：${sheet}${describeRecognition(found)}\n` };
  });
  // Files outside the site are checked without the site, and the site without them.
  const siteDiagnostics =
    otherFiles.length > 0 && sitePaths.length === 0 ? [] : validateSite(folder, memory).diagnostics;
  const diagnostics = [
    ...siteDiagnostics.filter(({ file }) => names.length === 0 || sitePaths.some((path) => isPathBelow(file, path))),
    ...otherResults.flatMap((result) => result.diagnostics),
  ];
  if (format === 'json') stdout.write(formatDiagnosticsJson(diagnostics));
  else if (format === 'github') stdout.write(formatGithubAnnotations(diagnostics));
  else {
    const sentences = otherResults.map(({ sentence }) => sentence).join('');
    stdout.write(sentences + formatDiagnostics(diagnostics, createTerminalStyle(stdout, folder, otherBytes)));
  }
  return hasErrors(diagnostics) ? 1 : 0;
}

/** Milliseconds without a change before the callback: saving one file causes several events. */
const DELAY = 150;
const SOURCE_FOLDERS = ['content', 'data'];

/** Calls back when files of a site, or other files, change, until the person presses Ctrl+C. */
async function watchFiles(root: string, otherFiles: readonly string[], onChange: () => void): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: NodeJS.Timeout | undefined;
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, DELAY);
  };
  const inner: FSWatcher[] = [];
  // A watcher stays at its folder, also if another folder replaces it.
  const watchSources = () => {
    for (const watcher of inner.splice(0)) watcher.close();
    const folders = SOURCE_FOLDERS.map((name) => join(root, name)).filter((folder) => existsSync(folder));
    inner.push(...folders.map((folder) => watch(folder, { recursive: true }, schedule).on('error', schedule)));
  };
  // Watches the folder of the files: editors replace a file instead of changing it.
  const watchNames = (folder: string, names: readonly string[]) =>
    watch(folder, { signal }, (_event, name) => {
      if (name !== null && !names.includes(name)) return;
      if (folder === root) watchSources();
      schedule();
    });
  const watchers = [
    watchNames(root, ['site.config.json', ...SOURCE_FOLDERS]),
    ...otherFiles.map((file) => watchNames(dirname(file), [basename(file)])),
  ];
  // The removal of a watched folder is also a change.
  for (const watcher of watchers) watcher.on('error', schedule);
  watchSources();
  await once(process, 'SIGINT');
  clearTimeout(timer);
  controller.abort();
  for (const watcher of inner) watcher.close();
}

async function checkOnChange({ root, names }: CheckRequest, check: Command, streams: CommandStreams): Promise<void> {
  let lastCheck = Promise.resolve();
  // A check begins after the one before it has ended, so that their outputs do not mix.
  const checkAgain = () => {
    lastCheck = lastCheck.then(async () => {
      if (streams.stdout.isTTY) streams.stdout.write('\u001b[2J\u001b[3J\u001b[H');
      await runCommand(check, [], streams);
      streams.stdout.write('ファイルが変わるのを待っています（終えるには Ctrl+C）。\n');
    });
  };
  checkAgain();
  const files = names.flatMap((name) => findExistingPath(name, root) ?? []);
  await watchFiles(root, files, checkAgain);
}

/** `npm run check`: checks the site or single files; with `--rules` against the thirty official rules. */
export async function main(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = {
    ...rootOptions,
    format: { type: 'string', default: 'text' },
    watch: flagOption,
    rules: flagOption,
  } as const;
  const { values, positionals: names } = parseArguments({ args, allowPositionals: true, options });
  const { format, watch } = values;
  const readRequest = () => ({ root: readRootOption(values.example, values.root), names, format });
  if (values.rules) {
    if (watch) throw new UsageError('--watch は --rules といっしょには使えません。');
    return reportReadability(readRequest(), streams.stdout);
  }
  if (!FORMATS.includes(format))
    throw new UsageError(`--format の「${format}」は使えません。text、json、github のどれかにしてください。`);
  if (watch && format !== 'text') throw new UsageError('--watch は --format text のときだけ使えます。');
  const request = readRequest();
  const memory = createSiteMemory();
  const check = () => checkOnce(request, streams.stdout, memory);
  if (!watch) return check();
  await checkOnChange(request, check, streams);
  return 0;
}

if (import.meta.main) await runCli(main);
