import { expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/** Names that Astro asks for: what a route, or the file of collections, is known by. */
const BY_ASTRO = /^src\/(?:pages\/.*|content\.config)\.ts$/;

/** The file that vitest starts the browser tests with. */
const BY_VITEST = 'tests/e2e/setup.ts';

const files = readModules('src/**/*.{ts,astro}', 'tests/**/*.ts', '*.{ts,mjs}');

test('every export is imported somewhere', () => {
  const used = new Map<string, Set<string>>();
  for (const { imports } of files)
    for (const { from, names } of imports) {
      const own = used.get(from) ?? new Set();
      used.set(from, own);
      for (const name of names) own.add(name);
    }
  const unused = files
    .filter(({ path }) => /^(?:src|tests)\//.test(path) && path.endsWith('.ts'))
    .filter(({ path }) => !BY_ASTRO.test(path) && path !== BY_VITEST)
    .flatMap(({ path, exports }) => {
      const names = used.get(path);
      if (names?.has('*')) return [];
      return exports.filter((name) => !names?.has(name)).map((name) => `${path}: ${name}`);
    });
  expect(unused).toEqual([]);
});
