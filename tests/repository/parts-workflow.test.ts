import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { readPartOption } from '../../src/cli/part-folders.ts';
import { readFileText } from '../support/source-modules.ts';

const Step = z.object({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  run: z.string().optional(),
});
const Job = z.object({ steps: z.array(Step) });
const Workflow = z.object({
  on: z.literal('workflow_dispatch'),
  permissions: z.strictObject({ contents: z.literal('read') }),
  env: z.strictObject({ PARTS: z.int() }),
  jobs: z.strictObject({
    part: Job.extend({
      strategy: z.strictObject({ matrix: z.strictObject({ part: z.array(z.int()) }) }),
      env: z.strictObject({ PART: z.string() }),
    }),
    join: Job.extend({ needs: z.literal('part') }),
  }),
});
const { env, jobs } = Workflow.parse(parse(readFileText('.github/workflows/build-in-parts.yml') ?? ''));
const listRuns = (steps: z.infer<typeof Job>['steps']) => steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

describe('the build in parts', () => {
  test('builds every part once, and then joins them', () => {
    const numbers = Array.from({ length: env.PARTS }, (_, at) => at + 1);
    expect(jobs.part.strategy.matrix.part).toEqual(numbers);
    for (const number of numbers)
      expect(readPartOption(`${number}/${env.PARTS}`)).toMatchObject({ number, count: env.PARTS });
    expect(jobs.part.env.PART).toBe('${{ matrix.part }}');
  });

  test('runs commands of this project', () => {
    expect(listRuns(jobs.part.steps)).toEqual([
      'npm ci --ignore-scripts',
      'npm run -s build -- --part "$PART/$PARTS" --out "parts/$PART"',
    ]);
    expect(listRuns(jobs.join.steps)).toEqual(['npm ci --ignore-scripts', 'npm run -s build -- --join parts/*']);
    expect(packageFile.scripts.build).toContain('src/cli/build-command.ts');
  });

  test('hands the folders of all parts to the last job, and keeps the whole site', () => {
    const uploads = [...jobs.part.steps, ...jobs.join.steps].filter(({ uses = '' }) =>
      uses.includes('upload-artifact'),
    );
    expect(uploads.map((step) => [step.with.name, step.with.path])).toEqual([
      ['part-${{ matrix.part }}', 'parts/'],
      ['site', 'dist/'],
    ]);
    // Without it, the site has no /.well-known/.
    expect(uploads[1]?.with['include-hidden-files']).toBe(true);
    const download = jobs.join.steps.find(({ uses = '' }) => uses.includes('download-artifact'));
    expect(download?.with).toEqual({ pattern: 'part-*', path: 'parts', 'merge-multiple': true });
  });
});
