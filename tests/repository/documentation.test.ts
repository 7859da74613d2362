import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFileText, readModules, REPOSITORY_FOLDER } from '../support/source-modules.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileText('package.json') ?? ''));
const readme = readFileText('README.md') ?? '';
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: REPOSITORY_FOLDER })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path !== 'CHANGELOG.md');
const docs = documents.map((path) => readFileText(path) ?? '').join('\n');

describe('README.md', () => {
  test.each(Object.keys(scripts))('names the script %s', (script) => {
    const command = script === 'start' || script === 'test' ? `npm ${script}` : `npm run ${script}`;
    expect(readme).toMatch(new RegExp(`${command}(?![\\w:-])`));
  });

  test('names only scripts that exist', () => {
    const names = [...docs.matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name]) => name ?? '');
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test.each(documents)('%s names files and folders that exist', (document) => {
  const text = readFileText(document) ?? '';
  const named = text.matchAll(
    /`((?:src|tests|tools|examples|docs|content|data(?!\/catalog)|public|\.github)\/[\w./[\]-]*)`/g,
  );
  const missing = [...named].filter(([, path = '']) => !existsSync(join(REPOSITORY_FOLDER, path)));
  expect(missing.map(([path]) => path)).toEqual([]);
});

describe('the documents', () => {
  const sources = readModules('src/cli/*.ts', 'tools/*.ts');
  const isOfPackage = (path: string) => path === 'src/cli/new-site-command.ts';
  const commands = sources.filter(({ path, text }) => text.includes('await runCli(') && !isOfPackage(path));
  const options = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?<![\w.])([a-z]+): \{ type: '(?:string|boolean)'/g)].map(([, option]) => option),
  );

  test.each(commands.map(({ path }) => path))('name one script that runs %s', (path) => {
    expect(Object.values(scripts).filter((script) => script.includes(path))).toHaveLength(1);
  });

  test.each(['README.md', 'README.ja.md'])('%s starts a new site with the command of the package', (path) => {
    expect(readFileText(path)).toContain('npx keikaku-hiroba new-site mytown\ncd mytown\nnpm install\nnpm start\n');
  });

  test.each([...new Set(options)])('explain --%s', (option) => {
    expect(docs).toContain(`--${option}`);
  });
});

describe('data/README.md', () => {
  const text = readFileText('data/README.md') ?? '';
  const files = globSync('data/**/*.*', { cwd: REPOSITORY_FOLDER })
    .map((path) => path.replaceAll('\\', '/').replace(/^data\//, ''))
    .filter((path) => path !== 'README.md');

  test.each(files)('names the source of %s', (path) => {
    expect(text).toContain(path);
  });
});
