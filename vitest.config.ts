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

/** Tests of pages that take long, look at details, or measure times: other work on the machine changes times. */
const FULL_ONLY = [
  'tests/e2e/alignment.test.ts',
  'tests/e2e/checker-offers.test.ts',
  'tests/e2e/embed-pages.test.ts',
  'tests/e2e/home-squares.test.ts',
  'tests/e2e/indicator-lists.test.ts',
  'tests/e2e/interactive-charts.test.ts',
  'tests/e2e/keyboard-navigation.test.ts',
  'tests/e2e/many-municipalities.test.ts',
  'tests/e2e/page-timing.test.ts',
  'tests/e2e/pictures-and-frames.test.ts',
  'tests/e2e/plan-in-browser.test.ts',
  'tests/e2e/ruby-switch.test.ts',
  'tests/e2e/search-announcements.test.ts',
  'tests/e2e/search-by-municipality.test.ts',
  'tests/e2e/search-highlights.test.ts',
  'tests/e2e/search-interrupted.test.ts',
  'tests/e2e/search-page-states.test.ts',
  'tests/e2e/search-scroll-restore.test.ts',
  'tests/e2e/search-small-screen.test.ts',
  'tests/e2e/site-header.test.ts',
  'tests/e2e/statistics-in-browser.test.ts',
  'tests/e2e/visual-faults.test.ts',
  'tests/e2e/yearly-round.test.ts',
  'tests/site/cached-build.test.ts',
  'tests/site/dev-server.test.ts',
  'tests/site/empty-site.test.ts',
  'tests/site/hostile-site.test.ts',
  'tests/site/libreoffice.test.ts',
  'tests/site/nationwide-site.test.ts',
  'tests/site/reproducible-build.test.ts',
  'tests/site/killed-commands.test.ts',
  'tests/site/site-in-parts.test.ts',
];

/** Tests without pages that take long: each runs a command many times or opens packed files. */
const SLOW_UNIT = [
  'tests/unit/cli/launch.test.ts',
  'tests/unit/open-data/parquet-in-duckdb.test.ts',
  'tests/unit/tools/standards/standard-checks.test.ts',
];

/** Tests of the project unit that try more cases if FULL is set. */
const MORE_CASES = [
  'tests/unit/authoring/import/sheet-layouts.test.ts',
  'tests/unit/cli/command-runner.test.ts',
  'tests/unit/input/xlsx/open-workbook.test.ts',
  'tests/unit/open-data/quality-report.test.ts',
  'tests/unit/open-data/time-zones.test.ts',
  'tests/unit/search/query/exact-completeness.test.ts',
  'tests/unit/search/query/exact-search.test.ts',
  'tests/unit/search/query/search-relevance.test.ts',
  'tests/unit/tools/benchmark.test.ts',
];
const exclude = process.env.FULL ? [] : FULL_ONLY;

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
          exclude: ['tests/site/**', 'tests/e2e/**', ...(process.env.FULL ? [] : SLOW_UNIT)],
          ...SHARED,
        },
      },
      {
        test: {
          // The tests of random texts and files, with fifty times the runs, those that try more cases, and slow ones.
          name: 'fuzz',
          include: ['tests/fuzz/**/*.test.ts', ...MORE_CASES, ...SLOW_UNIT],
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
