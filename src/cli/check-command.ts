import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validateSite } from '../validation/validate-site.ts';
import { validateFile } from '../validation/validate-file.ts';
import {
  formatGithubAnnotations,
  formatDiagnosticsJson,
  formatDiagnostics,
} from '../diagnostics/format-diagnostics.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { EVERYDAY_PHRASES_FILE, openSiteFolder } from '../input/site-folder.ts';
import { validateEverydayPhrases } from '../site-data/everyday-phrases.ts';
import { parseArguments } from './parse-arguments.ts';
import { createTerminalStyle } from './terminal-style.ts';
import { resolvePaths, isPathBelow } from './resolve-paths.ts';
import { PROJECT_FOLDER, readRootOption, siteOptions } from './site-options.ts';
import { reportReadability } from './readability-report.ts';
import { runCli, UsageError } from './command-runner.ts';
import { watchFiles } from './watch-files.ts';

type Printer = (problems: readonly Diagnostic[], bytesOf: (file: string) => Uint8Array | undefined) => string;

const printers = {
  text: (problems, bytesOf) => formatDiagnostics(problems, createTerminalStyle(bytesOf)),
  json: formatDiagnosticsJson,
  github: formatGithubAnnotations,
} as const satisfies Record<string, Printer>;

function isFormat(format: string): format is keyof typeof printers {
  return Object.hasOwn(printers, format);
}

/** The words of the search engine belong to the project and not to a site, so that they are checked apart. */
const EVERYDAY_PHRASES = join(PROJECT_FOLDER, EVERYDAY_PHRASES_FILE);

/** Checks what is named, or the whole site; prints the problems and says by the exit code if one is an error. */
async function checkOnce(root: string, names: readonly string[], print: Printer): Promise<void> {
  const folder = openSiteFolder(root);
  const { sitePaths, otherFiles } = resolvePaths(root, folder, names);
  const bytes = new Map(otherFiles.map(({ name, path }) => [name, readFileSync(path)]));
  const alone = await Promise.all(
    otherFiles.map(async ({ name, path }) => {
      if (resolve(path) === EVERYDAY_PHRASES) return validateEverydayPhrases(PROJECT_FOLDER);
      return validateFile(name, bytes.get(name) ?? new Uint8Array());
    }),
  );
  if (names.length === 0 && resolve(root) === resolve(PROJECT_FOLDER))
    alone.push(validateEverydayPhrases(PROJECT_FOLDER));
  // Files that are not the site's say nothing of it, and it nothing of them.
  const problems = otherFiles.length > 0 && sitePaths.length === 0 ? [] : validateSite(folder).diagnostics;
  const named = (file: string) => names.length === 0 || sitePaths.some((path) => isPathBelow(file, path));
  const shown = [...problems.filter(({ file }) => named(file)), ...alone.flatMap((one) => one.diagnostics)];
  process.stdout.write(
    print(shown, (file) => bytes.get(file) ?? (folder.has(file) ? folder.readBytes(file) : undefined)),
  );
  process.exitCode = hasErrors(shown) ? 1 : 0;
}

/** Checks again on each change, on a clear screen, until Ctrl+C. */
async function checkAgain(root: string, names: readonly string[], once: () => Promise<void>): Promise<void> {
  const again = () => {
    if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    void runCli(once).then(() => {
      console.log('ファイルが変わるのを待っています（終えるには Ctrl+C）。');
    });
  };
  again();
  await watchFiles(
    root,
    names.map((name) => resolve(name)).filter((path) => existsSync(path)),
    again,
  );
  process.exitCode = 0;
}

await runCli(async () => {
  const { root: rootOption, example } = siteOptions;
  const { values, positionals } = parseArguments({
    allowPositionals: true,
    options: {
      root: rootOption,
      example,
      format: { type: 'string', default: 'text' },
      watch: { type: 'boolean', default: false },
      rules: { type: 'boolean', default: false },
    },
  });
  const { format } = values;
  if (values.rules) {
    if (values.watch) throw new UsageError('--watch は --rules といっしょには使えません。');
    await reportReadability(readRootOption(values.example, values.root), positionals, format);
    return;
  }
  if (!isFormat(format))
    throw new UsageError(`--format の「${format}」は使えません。text、json、github のどれかにしてください。`);
  if (values.watch && format !== 'text') throw new UsageError('--watch は --format text のときだけ使えます。');
  const root = readRootOption(values.example, values.root);
  const once = () => checkOnce(root, positionals, printers[format]);
  if (values.watch) await checkAgain(root, positionals, once);
  else await once();
});
