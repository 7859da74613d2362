import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/input/text-decoding.ts';
import { readFileText, readModules, REPOSITORY_FOLDER } from '../support/source-modules.ts';

/** Words that this file itself may not hold are put together here. */
const words = (...parts: readonly string[]) => parts.join('');

const NOT_OURS = /^(?:node_modules|dist|\.astro|\.work|\.git)(?:[/\\]|$)/;
const BINARY = /\.(?:png|jpe?g|ico|woff2?|parquet|xlsx|zip)$/;

/** Every text file of the project, by its path. */
const texts = globSync('**/*', { cwd: REPOSITORY_FOLDER, exclude: (path) => NOT_OURS.test(path) })
  .filter((path) => statSync(join(REPOSITORY_FOLDER, path)).isFile() && !BINARY.test(path))
  .map((path) => {
    const decoded = decodeText(readFileSync(join(REPOSITORY_FOLDER, path)));
    return { path: path.replaceAll('\\', '/'), text: decoded.ok ? decoded.text : '' };
  });
const code = readModules('src/**/*.{ts,astro}', 'tests/**/*.ts', '*.{ts,mjs}');

function holding(word: string, files: readonly { path: string; text: string }[] = texts): string[] {
  return files.filter(({ text }) => text.includes(word)).map(({ path }) => path);
}

test('no file names a folder of somebody’s machine', () => {
  const homes = new RegExp(words('(?:/home|/Users|/roo', 't|[A-Z]:\\\\Users)[/\\\\][\\w.-]+'));
  const named = texts.filter(({ text }) => homes.test(text) || text.includes(REPOSITORY_FOLDER));
  expect(named.map(({ path }) => path)).toEqual([]);
});

describe('the code asks for no exception', () => {
  test.each([
    words('eslint', '-disable'),
    words('@ts', '-ignore'),
    words('@ts', '-expect-error'),
    words('@ts', '-nocheck'),
    words('prettier', '-ignore'),
  ])('by %s', (word) => {
    expect(holding(word, code)).toEqual([]);
  });

  test('by a type that takes anything', () => {
    const anywhere = code.filter(({ source }) => {
      const isAny = (node: ts.Node): boolean =>
        node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, isAny) ?? false);
      return isAny(source);
    });
    expect(anywhere.map(({ path }) => path)).toEqual([]);
  });

  test('by a test that is left out or alone', () => {
    const left = new RegExp(words('\\b(?:test|describe|it)\\.', '(?:only|todo|fails)\\b'));
    expect(code.filter(({ text }) => left.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

/** Tables alone may be longer. */
const TABLES = ['tests/unit/notation/published-notations.ts', 'tests/unit/notation/invented-notations.ts'];

test('files of code have at most 300 lines', () => {
  const long = code.filter(({ path, text }) => text.split('\n').length > 301 && !TABLES.includes(path));
  expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`)).toEqual([]);
});

test('the lockfile holds no address to download from', () => {
  expect(readFileText('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
});

test('every version in package.json is exact', () => {
  const manifest = JSON.parse(readFileText('package.json') ?? '{}') as Record<string, Record<string, string>>;
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((list) =>
    Object.entries(manifest[list] ?? {}),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lockfile asks for no Node: npm would leave out optional packages on an older one (npm run lockfile)', () => {
  const lockfile = texts.find(({ path }) => path === 'package-lock.json')?.text ?? '';
  expect(lockfile).toContain('node_modules/astro');
  expect(lockfile.match(/"engines"/g) ?? []).toHaveLength(1);
});
