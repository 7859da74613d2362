import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import writeXlsxFile from 'write-excel-file/universal';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseArguments, runCli } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';
import { TEXT_PLACEHOLDER } from '../src/model/chapter.ts';
import { loadServedPage } from './served-site.ts';

/*
 * `npm run try:package`: packs the program and, in an empty folder with an empty npm cache, follows the README of a new
 * site to a site with a plan of its own, without the example; then runs the steps of its workflows. Prints each command
 * with its seconds. The packages come from the npm registry.
 */

const folder = mkdtempSync(join(tmpdir(), 'package-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const site = join(folder, 'mytown');
// npm added the folders of packages to the PATH of this script.
const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
const env = {
  ...process.env,
  PATH: [dirname(process.execPath), ...path].join(delimiter),
  npm_config_cache: join(folder, 'cache'),
  npm_config_fetch_retries: '5',
};
const started = performance.now();

const secondsSince = (start: number) => ((performance.now() - start) / 1000).toFixed(1);

function report(ok: boolean, start: number, command: string): void {
  console.log(
    `${ok ? '✓' : '✗'} ${secondsSince(start).padStart(6)} s  ${command.trim().replaceAll('\n', '\n            ')}`,
  );
  if (!ok) process.exitCode = 1;
}

/** Runs a command line. If it does not end as expected, prints its output. Returns the output. */
function runLine(command: string, cwd: string, extra: Readonly<Record<string, string>> = {}, expected = 0): string {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', command], {
    cwd,
    env: { ...env, ...extra },
    encoding: 'utf8',
  });
  report(status === expected, start, command);
  if (status !== expected) console.log(stdout + stderr);
  return stdout;
}

/** Runs `npm start` or `npm run dev` until it prints its URL, and loads the home page. */
async function loadFirstPage(command: string): Promise<void> {
  const start = performance.now();
  await loadServedPage('bash', ['-c', command], { cwd: site, env }, (ok, url) => {
    const since = url && `   （${secondsSince(started)} s after the first command: ${url}）`;
    report(ok, start, `${command}${since ?? ''}`);
  });
}

/** Changes the text of a file of the site, as a person does in an editor. */
function editFile(file: string, change: (text: string) => string): void {
  writeFileSync(join(site, file), change(readFileSync(join(site, file), 'utf8')));
}

/** Writes the words of a plan instead of the placeholders, and a sheet of indicators as a city has it. */
async function writeOwnPlan(): Promise<void> {
  for (const file of globSync('{content,data}/plans/mytown-plan/*', { cwd: site }))
    editFile(file, (text) =>
      text
        .split('\n')
        .map((line, at) => line.replaceAll(new RegExp(`${TEXT_PLACEHOLDER}[^,。]*`, 'g'), `わたしの市の言葉${at}`))
        .join('\n'),
    );
  const rows = [
    ['指標名', '単位', '現状値（令和4年度）', '目標値（令和9年度）', '令和5年度実績'],
    ['図書館で本を借りた人', '人', '1,200', '2,000', '1,350'],
  ].map((row) => row.map((value) => ({ value, type: String })));
  const sheet = await writeXlsxFile(rows).toBlob();
  writeFileSync(join(site, '指標.xlsx'), new Uint8Array(await sheet.arrayBuffer()));
}

const WorkflowStep = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.object({ path: z.string().optional() }).optional(),
  'working-directory': z.string().optional(),
});
const Workflow = z.object({ jobs: z.record(z.string(), z.object({ steps: z.array(WorkflowStep) })) });

/** Runs the steps of a workflow in a new folder. A checkout is a copy of the site; nothing is published. */
function runWorkflow(file: string, expected: number, change: (checkout: string) => void): string {
  const { jobs } = Workflow.parse(parse(readFileSync(join(site, '.github', 'workflows', file), 'utf8')));
  const cwd = mkdtempSync(join(folder, 'runner-'));
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const last = steps.findLast(({ run }) => run !== undefined);
  let output = '';
  console.log(`  ${file}`);
  for (const step of steps) {
    const { uses = '', run, with: inputs, 'working-directory': inside = '' } = step;
    if (uses.startsWith('actions/checkout')) {
      const checkout = join(cwd, inputs?.path ?? '');
      mkdirSync(checkout, { recursive: true });
      for (const name of globSync('*', { cwd: site, exclude: ['node_modules', 'dist'] }).concat('.npmrc', '.github'))
        cpSync(join(site, name), join(checkout, name), { recursive: true });
      if (inputs?.path !== 'base') change(checkout);
    }
    const names = { OWNER: 'MyTown', REPOSITORY: 'plans' };
    if (run !== undefined) output = runLine(run, join(cwd, inside), names, step === last ? expected : 0);
    else console.log(`            （${uses}）`);
  }
  return output;
}

/** Reports whether a text contains what it must. */
function expectText(text: string, expected: string): void {
  report(text.includes(expected), performance.now(), `the output contains ${expected}`);
}

async function main(): Promise<void> {
  parseArguments({ options: {} });
  const [packed = ''] = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: PROJECT_FOLDER,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .slice(-1);
  runLine(`npx --yes ./${packed} new-site ${basename(site)} --package ${packed}`, folder);
  const readme = readFileSync(join(site, 'README.md'), 'utf8');
  const commands = [...readme.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .map((line) => line.trim());
  for (const command of commands) {
    if (command === 'npm start') await loadFirstPage(command);
    // Nothing newer is published.
    else if (!command.includes('@latest')) runLine(command, site);
    if (command.startsWith('npm run new -- plan')) await writeOwnPlan();
  }
  expectText(runLine('npm run build 2>&1', site, {}, 1), '仮の文が残っている');
  editFile('content/guides/index.mdx', (text) => text.replace(/^のせてあるのは.*$/m, '総合計画をのせています。'));
  expectText(runLine('npm run check', site), 'まちがい 0件');
  await loadFirstPage('npm run dev');
  const misspellKind = (checkout: string) => {
    const file = join(checkout, 'data', 'plans', 'mytown-plan', 'tree.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(',施策,', ',せさく,'));
  };
  expectText(
    runWorkflow('check-pull-request.yml', 1, misspellKind),
    '::error file=data/plans/mytown-plan/tree.csv,line=3',
  );
  runWorkflow('check-pull-request.yml', 0, () => undefined);
  expectText(
    runWorkflow('publish.yml', 0, () => undefined),
    'dist に書きました',
  );
}

await runCli(main);
