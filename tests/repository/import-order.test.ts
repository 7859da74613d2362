import { describe, expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/*
 * The folders and files of src/ in order: an import leads to an earlier entry or to its own. Imports of types count.
 * See docs/architecture.md.
 */
const ORDER = [
  'model',
  'diagnostics',
  'notation',
  'input',
  'tables',
  'progress',
  'validation',
  'site-data',
  'authoring',
  'charts',
  'maps',
  'readability',
  'search',
  'open-data',
  'content-security-policy.ts',
  'components',
  'layouts',
  'pages',
  'cli',
  'astro-integration.ts',
  'content.config.ts',
  'untyped-packages.d.ts',
];

/** The folders that run without Astro, so that commands, tests and browsers can use them. */
const WITHOUT_ASTRO = ORDER.slice(0, ORDER.indexOf('content-security-policy.ts'));

/** Node modules for files, processes and the network. */
const DISK = /^node:(?:fs|child_process|net|http)/;

/** The examples of components, which the design page shows. */
const EXAMPLES = 'examples/design/';
const DESIGN_PAGE = 'src/pages/about/design.astro';

const sources = readModules('src/**/*.{ts,astro}');
const outside = readModules('tools/**/*.ts', 'examples/{data-use,design}/**/*.{ts,astro}', '*.{ts,mjs}');
const paths = new Set([...sources, ...outside].map(({ path }) => path));
const folderOf = (path: string) => path.split('/')[1] ?? '';
const rank = (path: string) => ORDER.indexOf(folderOf(path));
const isWithoutAstro = ({ path }: { readonly path: string }) => WITHOUT_ASTRO.includes(folderOf(path));

/** Lists the imports of some files that meet a condition, as `importer → imported`. */
function listImports(files: typeof sources, condition: (from: string, importer: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => condition(from, path)).map(({ from }) => `${path} → ${from}`),
  );
}

test('every folder of src/ is in the order', () => {
  const folders = new Set(sources.map(({ path }) => folderOf(path)));
  expect([...folders].sort()).toEqual(ORDER.toSorted());
});

test('every import leads to an earlier folder or to its own', () => {
  const isLater = (from: string, importer: string) =>
    from.startsWith('src/') && paths.has(from) && rank(from) > rank(importer);
  expect(listImports(sources, isLater)).toEqual([]);
});

test('every imported file exists', () => {
  const isMissing = (from: string) => /^(?:src|tools|examples)\/.*\.(?:ts|astro)$/.test(from) && !paths.has(from);
  expect(listImports([...sources, ...outside], isMissing)).toEqual([]);
});

test('no file outside tests/ imports a test, and no file in src/ imports a tool', () => {
  expect(listImports([...sources, ...outside], (from) => from.startsWith('tests/'))).toEqual([]);
  expect(listImports(sources, (from) => from.startsWith('tools/'))).toEqual([]);
});

test('only the design page imports the examples of components', () => {
  const isExample = (from: string, importer: string) => from.startsWith(EXAMPLES) && importer !== DESIGN_PAGE;
  expect(listImports(sources, isExample)).toEqual([]);
});

test('no import cycle exists', () => {
  const targets = new Map(
    [...sources, ...outside].map(({ path, imports }) => [
      path,
      imports.map(({ from }) => from).filter((from) => paths.has(from)),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, importers: readonly string[]) => {
    const start = importers.indexOf(path);
    if (start >= 0) cycles.push([...importers.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const next of targets.get(path) ?? []) walk(next, [...importers, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  expect(cycles).toEqual([]);
});

describe('the folders before components/', () => {
  test('do not import Astro', () => {
    const isAstro = (from: string) => /^(?:astro\b|@astrojs\/)/.test(from) || from.endsWith('.astro');
    expect(listImports(sources.filter(isWithoutAstro), isAstro)).toEqual([]);
  });

  test('contain no Astro files', () => {
    expect(sources.filter((file) => isWithoutAstro(file) && file.path.endsWith('.astro'))).toEqual([]);
  });

  test('use the disk, processes and the network only in input/', () => {
    const files = sources.filter((file) => isWithoutAstro(file) && folderOf(file.path) !== 'input');
    expect(listImports(files, (from) => DISK.test(from))).toEqual([]);
  });
});
