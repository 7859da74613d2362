import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeReadability, type RuleJudgement } from '../../src/rules/judge.ts';
import { readabilityRules } from '../../src/rules/rules.ts';
import type { TableMetadata } from '../../src/rules/table.ts';

/*
 * Tables of a fictional town. `bad/` has one for each rule that the program can find broken: it breaks that rule and no
 * other, and `expected.json` beside it says where and why (`npx vitest run tests/rules -u` writes it). `good/` breaks
 * none. Where the description of a table matters, `described.json` is what is known of it.
 */

const HERE = import.meta.dirname;

const Column = z.strictObject({
  title: z.string(),
  name: z.string(),
  description: z.string(),
  type: z.enum(['text', 'integer', 'number', 'boolean', 'date']),
  nullable: z.boolean(),
  choices: z.array(z.string()).nullable(),
  codeList: z.string().nullable(),
  unit: z.string().nullable(),
  unitColumn: z.string().nullable(),
  printed: z.boolean(),
});
const DescribedFile = z.strictObject({
  columns: z.array(Column),
  codeLists: z.array(z.string()),
  marks: z.record(z.string(), z.string()),
});

/** The cases of a folder: their names and what the rules say of their tables. */
async function casesIn(folder: string) {
  const names = readdirSync(join(HERE, folder)).sort();
  return Promise.all(
    names.map(async (name) => {
      const at = (file: string) => join(HERE, folder, name, file);
      const file = ['table.csv', 'table.xlsx'].find((one) => existsSync(at(one))) ?? '';
      const described: TableMetadata | null = existsSync(at('described.json'))
        ? DescribedFile.parse(JSON.parse(readFileSync(at('described.json'), 'utf8')))
        : null;
      return { name, at, described, judged: await judgeReadability(readFileSync(at(file)), () => described) };
    }),
  );
}

const failedIn = (judged: readonly RuleJudgement[]) => judged.filter(({ verdict }) => verdict === 'failed');

const bad = await casesIn('bad');
const good = await casesIn('good');

describe.each(bad)('the bad table of $name', ({ name, at, judged }) => {
  test('breaks this rule and no other', () => {
    expect(failedIn(judged).map(({ rule }) => rule.id)).toEqual([name]);
  });

  test('is told as expected', async () => {
    const told = failedIn(judged).map(({ reason, violations }) => ({ reason, cells: violations }));
    await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot(at('expected.json'));
  });

  test('is told in whole words, with a place and what to write instead', () => {
    const faults = failedIn(judged).flatMap((one) => one.violations);
    expect(faults.length).toBeGreaterThan(0);
    for (const { line, column, wrong, instead } of faults) {
      expect([line > 0, column > 0]).toEqual([true, true]);
      expect(`${wrong}${instead}`).not.toMatch(/undefined|null|NaN|\[object/);
      expect([wrong, instead].map((words) => words.endsWith('。'))).toEqual([true, true]);
    }
  });
});

test('every rule that the program judges has a bad table, and no other', () => {
  const judgedByProgram = readabilityRules.filter((rule) => rule.judge !== 'person').map(({ id }) => id);
  expect(bad.map(({ name }) => name)).toEqual(judgedByProgram);
});

describe.each(good)('the good table $name', ({ judged, described }) => {
  test('breaks no rule', () => {
    expect(failedIn(judged)).toEqual([]);
  });

  test('keeps every rule that the program judges by itself', () => {
    const open = judged.filter(({ rule, verdict }) => rule.judge === 'machine' && verdict !== 'passed');
    expect(open).toEqual([]);
  });

  test('leaves to a person what its description would tell', () => {
    const left = judged.filter(({ verdict }) => verdict === 'person').map(({ rule }) => rule.id);
    expect(left).toEqual(described ? ['L3-07', 'L3-08'] : ['L2-04', 'L3-02', 'L3-07', 'L3-08']);
  });
});
