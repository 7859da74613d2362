import { describe, expect, test } from 'vitest';
import { findPlanOfFile } from '../../../src/validation/own-ids.ts';
import { planFileChecks } from '../../../src/validation/checks/plan-file-checks.ts';
import { validateFile } from '../../../src/validation/validate-file.ts';
import { createMemoryFolder } from '../../support/fixture-site.ts';

const encoder = new TextEncoder();
const planFiles = {
  plan: 'mihon-keikaku',
  municipality: 'mihon',
  folder: createMemoryFolder({}),
  checks: planFileChecks,
};
const check = async (known: typeof planFiles | null, ...lines: string[]) => {
  const { diagnostics } = await validateFile('observations.csv', encoder.encode(lines.join('\n')), null, known);
  return diagnostics.map(({ line, code, hint }) => `${line} ${code} ${hint}`);
};

test('the plan of a file is the folder of its path', () => {
  expect(findPlanOfFile('data/plans/a-plan/tree.csv')).toBe('a-plan');
  expect(findPlanOfFile('tree.csv')).toBeNull();
});

describe('an id as pages print it', () => {
  test('is accepted in a table of its plan', async () => {
    const rows = ['指標ID,時点,値', 'mihon-keikaku/online,令和5年度,25%', 'waste,令和5年度,910t'];
    expect(await check(null, ...rows)).toEqual([]);
    expect(await check(planFiles, ...rows)).toEqual([]);
  });

  test('of another plan is an error, if the plan is known or the file has ids of two plans', async () => {
    const row = 'mihon-midori/online,令和5年度,25%';
    expect((await check(planFiles, '指標ID,時点,値', row)).join()).toContain('2 id-of-other-plan');
    const two = await check(null, '指標ID,時点,値', 'mihon-keikaku/online,令和4年度,24%', row);
    expect(two.join()).toContain('3 id-of-other-plan');
  });
});

describe('beside the files of a plan, a table', () => {
  test('has its ids compared with those of the plan', async () => {
    expect(await check(null, '指標ID,時点,値', 'onlin,令和5年度,25%')).toEqual([]);
    expect(await check(planFiles, '指標ID,時点,値', 'onlin,令和5年度,25%')).toEqual([
      '2 unknown-reference 「online」ではありませんか。',
    ]);
  });

  test('has its names and units compared with those of the indicators', async () => {
    const found = await check(
      planFiles,
      '指標ID,名称,単位,時点,値',
      'online,家からできる手続きの割合,人,令和5年度,25%',
    );
    expect(found.map((one) => one.split(' ', 2).join(' '))).toEqual(['2 name-of-other-indicator']);
  });
});
