import { describe, expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/*
 * The order of the house: an import may only point up this list, to a folder above or to the same one. Imports of
 * types count. See docs/architecture.md.
 */
const ORDER = [
  'model',
  'problems',
  'notation',
  'read',
  'check',
  'write',
  'import',
  'siteData',
  'draw',
  'charts',
  'maps',
  'rules',
  'downloads',
  'search',
  'api',
  'client',
  'gallery',
  'components',
  'layouts',
  'csp.ts',
  'pages',
  'commands',
  'integration.ts',
  'content.config.ts',
];

/** The folders that know nothing of Astro, so that they can be used alone, and in a browser. */
const ALONE = ORDER.slice(0, ORDER.indexOf('components'));

const files = readModules('src/**/*.{ts,astro}');
const known = new Set(files.map(({ path }) => path));
const folderOf = (path: string) => path.split('/')[1] ?? '';
const rank = (path: string) => ORDER.indexOf(folderOf(path));

test('every folder of src/ has its place in the order', () => {
  expect([...new Set(files.map(({ path }) => folderOf(path)))].filter((name) => !ORDER.includes(name))).toEqual([]);
});

test('imports only point up', () => {
  const down = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => from.startsWith('src/') && rank(from) > rank(path))
      .map(({ from }) => `${path} → ${from}`),
  );
  expect(down).toEqual([]);
});

test('imports lead to files that are there', () => {
  const lost = files.flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => /^src\/.*\.(?:ts|astro)$/.test(from) && !known.has(from))
      .map(({ from }) => `${path} → ${from}`),
  );
  expect(lost).toEqual([]);
});

test('nothing outside the tests imports them', () => {
  const outside = [...files, ...readModules('*.{ts,mjs}')].flatMap(({ path, imports }) =>
    imports.filter(({ from }) => from.startsWith('tests/')).map(({ from }) => `${path} → ${from}`),
  );
  expect(outside).toEqual([]);
});

test('there are no cycles', () => {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.map(({ from }) => from).filter((from) => known.has(from))]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, way: readonly string[]) => {
    const before = way.indexOf(path);
    if (before >= 0) cycles.push([...way.slice(before), path].join(' → '));
    if (before >= 0 || done.has(path)) return;
    for (const next of targets.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  expect(cycles).toEqual([]);
});

describe('the folders down to client/', () => {
  test('import nothing from Astro', () => {
    const fromAstro = files
      .filter(({ path }) => ALONE.includes(folderOf(path)))
      .flatMap(({ path, imports }) =>
        imports.filter(({ from }) => /^(?:astro\b|@astrojs\/)/.test(from)).map(({ from }) => `${path} → ${from}`),
      );
    expect(fromAstro).toEqual([]);
  });

  test('hold no Astro files', () => {
    const astro = files.filter(({ path }) => ALONE.includes(folderOf(path)) && path.endsWith('.astro'));
    expect(astro.map(({ path }) => path)).toEqual([]);
  });
});

test('only read/ and commands/ touch the disk', () => {
  const touching = files
    .filter(({ path }) =>
      ['model', 'problems', 'notation', 'check', 'write', 'import', 'rules', 'downloads', 'draw', 'charts'].includes(
        folderOf(path),
      ),
    )
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => /^node:(?:fs|child_process|net|http)/.test(from))
        .map(({ from }) => `${path} → ${from}`),
    );
  expect(touching).toEqual([]);
});
