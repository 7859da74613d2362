import { spawnSync } from 'node:child_process';
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createEmptyFolder, writeFixture } from '../support/fixture-site.ts';
import { readFileText, REPOSITORY_FOLDER } from '../support/source-modules.ts';

const Step = z.object({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  run: z.string().optional(),
  'working-directory': z.string().optional(),
});
const Workflow = z.strictObject({
  name: z.string(),
  on: z.unknown(),
  permissions: z.unknown(),
  jobs: z.record(
    z.string(),
    z.strictObject({ 'runs-on': z.string(), 'timeout-minutes': z.number(), steps: z.array(Step) }),
  ),
});
const AnyWorkflow = z.looseObject({
  on: z.unknown(),
  permissions: z.unknown(),
  jobs: z.record(z.string(), z.looseObject({ steps: z.array(Step) })),
});
const FOLDER = '.github/workflows';
const text = readFileText(`${FOLDER}/check-pull-request.yml`) ?? '';
const { on, jobs } = Workflow.parse(parse(text));
const steps = Object.values(jobs).flatMap((job) => job.steps);
const runs = steps
  .flatMap(({ run = [], 'working-directory': folder = '' }) => ({ folder, run: String(run) }))
  .filter(({ run }) => run !== '');

describe.each(readdirSync(join(REPOSITORY_FOLDER, FOLDER)))('the workflow %s', (file) => {
  const source = readFileText(`${FOLDER}/${file}`) ?? '';
  const workflow = AnyWorkflow.parse(parse(source));

  test('names no secret', () => {
    expect(source).not.toMatch(/pull_request_target|workflow_run|secrets|github\.token/i);
  });

  test('may only read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).filter((job) => 'permissions' in job)).toEqual([]);
  });

  test('uses actions only at a fixed commit, and keeps no credentials', () => {
    const used = Object.values(workflow.jobs).flatMap((job) => job.steps.filter(({ uses }) => uses !== undefined));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(({ uses }) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(uses ?? ''))).toEqual([]);
    const checkouts = used.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with['persist-credentials'] !== false)).toEqual([]);
  });
});

describe('the tests on GitHub', () => {
  const tests = AnyWorkflow.parse(parse(readFileText(`${FOLDER}/test.yml`) ?? ''));

  test('run for each push to a branch of the repository, but not for forks', () => {
    expect(tests.on).toEqual({ push: { branches: ['**'] }, workflow_dispatch: null });
  });

  test('are those of .ci/run', () => {
    expect(tests.jobs.test?.steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
  });

  test('build the site on the other systems too', () => {
    expect(Object.keys(tests.jobs)).toEqual(['test', 'systems']);
    expect(tests.jobs.systems?.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm ci', 'npm run build']);
  });
});

describe('the check of a pull request', () => {
  test('runs for pull requests, and keeps their files apart from the target branch', () => {
    expect(on).toBe('pull_request');
    expect(steps.filter(({ uses }) => uses !== undefined).map((step) => [step.with.path, step.with.ref])).toEqual([
      ['base', '${{ github.event.pull_request.base.sha }}'],
      ['proposal', 'refs/pull/${{ github.event.pull_request.number }}/head'],
    ]);
  });

  test('runs only code and packages of the target branch', () => {
    expect(runs.filter(({ run }) => /\b(?:npm|npx|node)\b/.test(run))).toEqual([
      { folder: 'base', run: 'npm ci --ignore-scripts' },
      { folder: 'base', run: 'npm run -s check -- --root ../site --format github' },
    ]);
    // A value of the event that a stranger chooses, such as a title, would become a part of the script.
    expect(runs.filter(({ run }) => run.includes('${{'))).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the files of a pull request', () => {
  const [copy] = runs.filter(({ run }) => run.includes('cp '));
  const runCopy = (folder: string) => spawnSync('bash', ['-e', '-c', copy?.run ?? ''], { cwd: folder }).status;
  const files = {
    'proposal/site.config.json': '{}',
    'proposal/data/themes.csv': '',
    'proposal/content/guides/index.mdx': '',
    'proposal/package.json': '{}',
    'proposal/src/cli/check-command.ts': '',
    'secret.txt': '',
  };

  test('are taken without its code', () => {
    const folder = createEmptyFolder();
    writeFixture(folder, files);
    expect(runCopy(folder)).toBe(0);
    expect(readdirSync(join(folder, 'site')).sort()).toEqual(['content', 'data', 'site.config.json']);
  });

  test.each(['data/link.csv', 'content/guides/link', 'site.config.json', 'data'])('may not be links: %s', (link) => {
    const folder = createEmptyFolder();
    const { [`proposal/${link}` as keyof typeof files]: _replaced, ...others } = files;
    writeFixture(folder, link === 'data' ? { 'proposal/content/a.mdx': '', 'secret.txt': '' } : others);
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'proposal', link));
    expect(runCopy(folder)).toBe(1);
  });
});
