import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../check/check.ts';
import { printGithub, printJson, printText } from '../problems/print.ts';
import { hasErrors } from '../problems/problem.ts';
import { openFolder } from '../read/folder.ts';
import { readRoot, siteOptions } from './options.ts';
import { run, UsageError } from './run.ts';

const printers = { text: printText, json: printJson, github: printGithub } as const;

function isFormat(format: string): format is keyof typeof printers {
  return Object.hasOwn(printers, format);
}

await run(() => {
  const { root: rootOption, example } = siteOptions;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: rootOption, example, format: { type: 'string', default: 'text' } },
  });
  const { format } = values;
  if (!isFormat(format))
    throw new UsageError(`--format の「${format}」は使えません。text、json、github のどれかにしてください。`);
  const root = readRoot(values.example, values.root);
  const folder = openFolder(root);
  const wanted = positionals.map((file) => relative(resolve(root), resolve(file)).replaceAll('\\', '/'));
  const unknown = wanted.filter((file) => !folder.has(file));
  if (unknown.length > 0)
    throw new UsageError(`${unknown.join('、')} は、このサイトのファイルではありません。`);
  const { problems } = check(folder);
  const shown = wanted.length === 0 ? problems : problems.filter(({ file }) => wanted.includes(file));
  process.stdout.write(printers[format](shown));
  if (hasErrors(shown)) process.exitCode = 1;
});
