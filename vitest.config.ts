import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * What all tests have: their limits while other work slows the machine down, and what refuses tables without cases and
 * tests without assertions.
 */
const SHARED = {
  testTimeout: 120_000,
  hookTimeout: 300_000,
  expect: { requireAssertions: true, poll: { timeout: 60_000 } },
  setupFiles: ['tests/support/empty-tables.ts'],
  // Node itself runs the code, as in the commands: no test needs Vite to transform it.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--import', new URL('tests/support/raw-imports.mjs', import.meta.url).href],
};

/** Tests that take long, look at details, or measure times: other work on the machine changes times. */
const exclude = process.env.FULL ? [] : ['tests/**/*.full.test.ts'];

/** Tests of the project unit that try more cases if FULL is set: one of these modules tells them. */
const MORE_CASES = globSync('tests/unit/**/*.test.ts')
  .filter((path) => /\/(?:test-scope|fuzz-runs)\.ts'/.test(readFileSync(path, 'utf8')))
  .map((path) => path.replaceAll('\\', '/'));

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    projects: [
      {
        test: {
          name: 'unit',
          // No test changes the state of a module, so that modules are loaded once and not for every file.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/e2e/**', ...exclude],
          ...SHARED,
        },
      },
      {
        test: {
          // The tests of random texts and files, with fifty times the runs, those that try more cases, and slow ones.
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts', 'tests/unit/**/*.full.test.ts', ...MORE_CASES],
          env: { FULL: '1' },
          ...SHARED,
        },
      },
      {
        test: {
          // Reads the files of built sites.
          name: 'site',
          isolate: false,
          include: ['tests/site/**/*.test.ts'],
          exclude,
          globalSetup: ['tests/site/build-sites.ts'],
          ...SHARED,
          // Some tests build a site three times, which takes 40 seconds while only the other tests run.
          testTimeout: 300_000,
        },
      },
      {
        test: {
          // Opens the pages of built sites in a browser.
          name: 'e2e',
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          exclude,
          globalSetup: ['tests/site/build-sites.ts', 'tests/e2e/start-browser.ts'],
          ...SHARED,
        },
      },
    ],
  },
});
