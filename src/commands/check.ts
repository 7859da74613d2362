import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from '../check/check.ts';
import { checkLoose } from '../check/loose.ts';
import { printGithub, printJson, printText } from '../problems/print.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';
import { openFolder } from '../read/folder.ts';
import { readArguments } from './arguments.ts';
import { lookOf } from './look.ts';
import { findNamed, isBelow } from './named.ts';
import { readRoot, siteOptions } from './options.ts';
import { checkRules } from './rules.ts';
import { run, UsageError } from './run.ts';
import { watchFiles } from './watch.ts';

type Printer = (problems: readonly Problem[], bytesOf: (file: string) => Uint8Array | undefined) => string;

const printers = {
  text: (problems, bytesOf) => printText(problems, lookOf(bytesOf)),
  json: printJson,
  github: printGithub,
} as const satisfies Record<string, Printer>;

function isFormat(format: string): format is keyof typeof printers {
  return Object.hasOwn(printers, format);
}

/** Checks what is named, or the whole site; prints the problems and says by the exit code if one is an error. */
async function checkOnce(root: string, names: readonly string[], print: Printer): Promise<void> {
  const folder = openFolder(root);
  const { inside, loose } = findNamed(root, folder, names);
  const bytes = new Map(loose.map(({ name, path }) => [name, readFileSync(path)]));
  const alone = await Promise.all([...bytes].map(([name, content]) => checkLoose(name, content)));
  // Files that are not the site's say nothing of it, and it nothing of them.
  const problems = loose.length > 0 && inside.length === 0 ? [] : check(folder).problems;
  const named = (file: string) => names.length === 0 || inside.some((path) => isBelow(file, path));
  const shown = [...problems.filter(({ file }) => named(file)), ...alone.flatMap((one) => one.problems)];
  process.stdout.write(
    print(shown, (file) => bytes.get(file) ?? (folder.has(file) ? folder.bytes(file) : undefined)),
  );
  process.exitCode = hasErrors(shown) ? 1 : 0;
}

/** Checks again on each change, on a clear screen, until Ctrl+C. */
async function checkAgain(root: string, names: readonly string[], once: () => Promise<void>): Promise<void> {
  const again = () => {
    if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    void run(once).then(() => {
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

await run(async () => {
  const { root: rootOption, example } = siteOptions;
  const { values, positionals } = readArguments({
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
    await checkRules(readRoot(values.example, values.root), positionals, format);
    return;
  }
  if (!isFormat(format))
    throw new UsageError(`--format の「${format}」は使えません。text、json、github のどれかにしてください。`);
  if (values.watch && format !== 'text')
    throw new UsageError('--watch は --format text のときだけ使えます。');
  const root = readRoot(values.example, values.root);
  const once = () => checkOnce(root, positionals, printers[format]);
  if (values.watch) await checkAgain(root, positionals, once);
  else await once();
});
