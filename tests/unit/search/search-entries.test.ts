import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

/** The only files of the search engine that other folders import. */
const ENTRIES = ['src/search/build-index.ts', 'src/search/query-index.ts', 'src/search/search-text.ts'];

/** Lists the imports of files, relative imports as paths from the root of the repository. */
function listImports(pattern: string): { readonly path: string; readonly from: string }[] {
  return globSync(pattern, { cwd: REPOSITORY_FOLDER }).flatMap((file) => {
    const path = file.replaceAll('\\', '/');
    const text = readFileSync(join(REPOSITORY_FOLDER, path), 'utf8');
    return [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, from = '']) => ({
      path,
      from: from.startsWith('.') ? posix.join(dirname(path), from) : from,
    }));
  });
}

test('other folders import the search engine only through its entries', () => {
  const imports = ['src', 'tools', 'examples']
    .flatMap((folder) => listImports(`${folder}/**/*.{ts,astro}`))
    .filter(({ path, from }) => from.startsWith('src/search/') && !path.startsWith('src/search/'));
  expect(imports.filter(({ from }) => !ENTRIES.includes(from))).toEqual([]);
  expect(new Set(imports.map(({ from }) => from))).toEqual(new Set(ENTRIES));
});

test('the engine imports neither the published tables nor the disk', () => {
  const imports = listImports('src/search/**/*.ts').map(({ from }) => from);
  expect(imports.filter((from) => /^(?:node:fs|src\/open-data\/)/.test(from))).toEqual([]);
});
