import { describe, expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/*
 * The folders and files of src/ in order: an import points to an earlier one or stays inside. Imports of types count.
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
  'open-data',
  'search',
  'api',
  'components',
  'layouts',
  'content-security-policy.ts',
  'pages',
  'cli',
  'astro-integration.ts',
  'content.config.ts',
];

/** The folders that run without Astro, so that commands, tests and browsers can use them. */
const WITHOUT_ASTRO = ORDER.slice(0, ORDER.indexOf('components'));

/** Modules of Node that reach files, processes and the network. */
const DISK = /^node:(?:fs|child_process|net|http)/;

/** The examples of components; the page of the design shows them. */
const EXAMPLES = 'examples/design/';
const DESIGN_PAGE = 'src/pages/about/design.astro';

const sources = readModules('src/**/*.{ts,astro}');
const outside = readModules('tools/**/*.ts', 'examples/design/**/*.{ts,astro}', '*.{ts,mjs}');
const paths = new Set([...sources, ...outside].map(({ path }) => path));
const folderOf = (path: string) => path.split('/')[1] ?? '';
const rank = (path: string) => ORDER.indexOf(folderOf(path));
const isWithoutAstro = ({ path }: { readonly path: string }) => WITHOUT_ASTRO.includes(folderOf(path));

/** Lists the imports of some files that a condition finds, as `importer → imported`. */
function listImports(files: typeof sources, condition: (from: string, importer: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => condition(from, path)).map(({ from }) => `${path} → ${from}`),
  );
}

test('every folder of src/ is in the order', () => {
  const folders = new Set(sources.map(({ path }) => folderOf(path)));
  expect([...folders].sort()).toEqual(ORDER.toSorted());
});

test('every import points to an earlier folder or stays inside its own', () => {
  const isLater = (from: string, importer: string) =>
    from.startsWith('src/') && paths.has(from) && rank(from) > rank(importer);
  expect(listImports(sources, isLater)).toEqual([]);
});

test('every import of a module finds its file', () => {
  const isLost = (from: string) => /^(?:src|tools|examples)\/.*\.(?:ts|astro)$/.test(from) && !paths.has(from);
  expect(listImports([...sources, ...outside], isLost)).toEqual([]);
});

test('nothing outside tests/ imports a test, and nothing in src/ a tool', () => {
  expect(listImports([...sources, ...outside], (from) => from.startsWith('tests/'))).toEqual([]);
  expect(listImports(sources, (from) => from.startsWith('tools/'))).toEqual([]);
});

test('the page of the design alone imports the examples of components', () => {
  const isExample = (from: string, importer: string) => from.startsWith(EXAMPLES) && importer !== DESIGN_PAGE;
  expect(listImports(sources, isExample)).toEqual([]);
});

test('no file imports itself over others', () => {
  const targets = new Map(
    [...sources, ...outside].map(({ path, imports }) => [
      path,
      imports.map(({ from }) => from).filter((from) => paths.has(from)),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) cycles.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const next of targets.get(path) ?? []) walk(next, [...way, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  expect(cycles).toEqual([]);
});

describe('the folders before components/', () => {
  test('import nothing of Astro', () => {
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
