import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // No test changes what a module holds, so that each need not be loaded anew for every file: that took a third of the time.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          // Else Vitest empties style sheets, and the colours of pictures come from one (src/charts/picture-style.ts).
          css: { include: [/tokens\.css/] },
          exclude: ['tests/e2e/**'],
        },
      },
      {
        test: {
          // The same tests as in `unit`, with ten times the runs.
          name: 'long',
          environment: 'node',
          include: ['tests/fuzz/**/*.test.ts'],
          env: { LONG: '1' },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          // One built site and one browser at a time: two cores have no room for more.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
