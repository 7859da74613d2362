import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseArguments, runCli, UsageError } from '../src/cli/command-runner.ts';

/*
 * Runs the checks of the project: most of them for `npm test`; every page, further builds, the packed program and
 * 100,000 texts for `npm run test:full`; both for `.ci/run`; a part for `npm run lint` and `npm run types`. A check
 * that fails hides no other. The last lines name those that failed, and count them all.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORK = join(ROOT, '.work');

const VITEST = 'node_modules/vitest/vitest.mjs';
const OXFMT = 'node_modules/oxfmt/bin/oxfmt';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const OXLINT = 'node_modules/oxlint/bin/oxlint';
const KNIP = 'node_modules/knip/bin/knip.js';
const ASTRO = 'node_modules/astro/bin/astro.mjs';

const Report = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed: titles, and the messages of tests. */
  readonly failures: readonly string[];
}

/** Lists the failed tests of a report with the start of their messages, and the files that cannot be loaded. */
function listFailures({ testResults }: z.infer<typeof Report>): string[] {
  const describeFailure = (file: string, name: string, messages: readonly string[]) =>
    [`✗ ${relative(ROOT, file)} ${name}`, ...messages.join('\n').split('\n').slice(0, 6)].join('\n  ').trimEnd();
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [describeFailure(name, '', [message])] : [];
    return failed.map(({ fullName, failureMessages }) => describeFailure(name, fullName, failureMessages ?? []));
  });
}

/** Runs a script of a package; returns whether it succeeds, with its output unless that goes to the terminal. */
function runScript(
  script: string,
  args: readonly string[],
  { quiet = true, env = {} }: { readonly quiet?: boolean; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<{ readonly ok: boolean; readonly output: string }> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ ok: code === 0, output });
    });
  });
}

type Step = readonly [title: string, script: string, ...args: string[]];

// The linter checks the types of TypeScript files in a tenth of the time.
const TYPES: readonly Step[] = [
  [
    'types of .astro files',
    ASTRO,
    'check',
    '--minimumSeverity',
    'warning',
    '--tsconfig',
    'tests/astro-files.tsconfig.json',
  ],
];
const OXLINT_STEP: Step = ['types of other files, lint', OXLINT];
// Astro writes types that the linter reads, also when it checks files or builds a site. A new clone lacks them.
const SYNC: readonly Step[] = existsSync(join(ROOT, '.astro/types.d.ts')) ? [] : [['types of Astro', ASTRO, 'sync']];
const LINT: readonly Step[] = [
  ['formatting', OXFMT, '--check', '.'],
  // Oxfmt has another style for these; for the others, Prettier takes thirty times as long.
  [
    'formatting of .astro files',
    PRETTIER,
    '--check',
    '**/*.astro',
    '--log-level',
    'warn',
    '--cache',
    '--cache-location',
    '.work/prettier-cache',
  ],
  ['unused code', KNIP, '--no-progress'],
  ['code that only tests use', KNIP, '--no-progress', '--production'],
  OXLINT_STEP,
];

/** Needs the npm registry and about two minutes. */
const PACKAGE: Step = ['the packed program in an empty folder', 'tools/try-package.ts'];

/** Runs steps one after the other, and prints the output of those that fail. */
async function runSteps(steps: readonly Step[]): Promise<Counts> {
  const failures: string[] = [];
  for (const [title, script, ...args] of steps) {
    const start = performance.now();
    const { ok, output } = await runScript(script, args);
    if (!ok) failures.push(`✗ ${title}`);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${ok ? '' : output}${ok ? '✓' : '✗'} ${title} (${seconds} s)`);
  }
  return { passed: steps.length - failures.length, failed: failures.length, skipped: 0, failures };
}

/** Runs some projects of Vitest. */
async function runTests(projects: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const report = join(WORK, 'vitest.json');
  // A run that ends early writes no report, and must not be counted by the report of an earlier one.
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters];
  const { ok } = await runScript(VITEST, args, { quiet: false, env });
  if (!existsSync(report))
    return { passed: 0, failed: 1, skipped: 0, failures: ['✗ the tests ended without a report'] };
  const counts = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
  const failures = listFailures(counts);
  // A run can also fail after its tests, for instance because of an error outside of them.
  const failed = ok ? 0 : Math.max(1, failures.length);
  return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests, failures };
}

// Astro writes the types that the linter reads. The tests leave time of the second core to both.
const runAll = () => Promise.all([runTests(['unit', 'site', 'e2e']), runSteps([...TYPES, ...LINT])]);
const runFull = () => Promise.all([runTests(['fuzz', 'site', 'e2e'], { FULL: '1' }), runSteps([PACKAGE])]);
const modes: Readonly<Record<string, () => Promise<readonly Counts[]>>> = {
  test: runAll,
  full: runFull,
  ci: async () => [...(await runAll()), ...(await runFull())],
  lint: () => Promise.all([runSteps([...SYNC, ...LINT])]),
  types: () => Promise.all([runSteps([...TYPES, OXLINT_STEP])]),
};

/** `npm test`, and the other scripts that run checks: the mode is the only argument. */
export async function main(args: readonly string[]): Promise<number> {
  const { positionals } = parseArguments({ args: [...args], allowPositionals: true });
  const [name = 'test', ...extra] = positionals;
  const run = modes[name];
  if (!run || extra.length > 0) throw new UsageError(`書けるのは ${Object.keys(modes).join('、')} のどれか1つです。`);
  mkdirSync(WORK, { recursive: true });
  const counts = await run();
  const sum = (key: 'passed' | 'failed' | 'skipped') => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`\n${failure}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

if (import.meta.main) await runCli(main);
