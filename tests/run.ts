import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/*
 * Everything that the project is checked by, one step after another: a step that fails does not hide the next. The
 * last line counts them all.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = '.work/vitest.json';
const report = `${ROOT}/${REPORT}`;

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

/** What is counted where the tests ended before they could tell. */
const NOTHING = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 0 };

const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['formatting', 'prettier', '--check', '.', '--log-level', 'warn'],
  ['types', 'astro', 'check', '--minimumSeverity', 'warning'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
];

function run(command: string, args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  });
  if (error) console.error(error);
  return status === 0;
}

let passed = 0;
let failed = 0;
for (const [title, command, ...args] of steps) {
  const ok = run(command, args);
  console.log(`${ok ? '✓' : '✗'} ${title}`);
  if (ok) passed++;
  else failed++;
}

mkdirSync(`${ROOT}/.work`, { recursive: true });
// What an earlier run left would be counted where this one ends before it has written anything.
rmSync(report, { force: true });
const ok = run('vitest', [
  'run',
  '--project',
  'unit',
  '--project',
  'e2e',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
]);
const counted = existsSync(report) ? Report.parse(JSON.parse(readFileSync(report, 'utf8'))) : NOTHING;
passed += counted.numPassedTests;
failed += counted.numFailedTests;
// A suite that could not even start has no failed test of its own.
if (!ok && counted.numFailedTests === 0) failed += Math.max(1, counted.numFailedTestSuites);

const skipped = counted.numPendingTests > 0 ? `, ${counted.numPendingTests} skipped` : '';
console.log(`\n${passed} passed, ${failed} failed${skipped}`);
if (failed > 0 || passed === 0) process.exitCode = 1;
