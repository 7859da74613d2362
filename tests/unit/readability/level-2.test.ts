import { describe, expect, test } from 'vitest';
import { judgeReadability } from '../../../src/readability/judge-readability.ts';

/** Returns the violations of a rule in a CSV without a description. */
const listViolations = (id: string, text: string) =>
  judgeReadability(new TextEncoder().encode(text), () => null)
    .filter(({ rule }) => rule.id === id)
    .flatMap(({ violations }) => violations);
const linesOf = (id: string, text: string) => listViolations(id, text).map(({ line }) => line);

describe('an amount with its unit', () => {
  test('is no number in a column of amounts', () => {
    expect(linesOf('L2-01', '名称,人数\nあ,5人\nい,6人\nう,7人\nえ,8人\n')).toEqual([2, 3, 4, 5]);
  });

  test('is not what begins a version: 38303759 in 38303759aeef', () => {
    expect(linesOf('L2-01', '名称,データの版\nあ,38303759aeef\nい,38303759aeef\n')).toEqual([]);
  });

  test('is a word among words', () => {
    expect(linesOf('L2-01', '名称,備考\nあ,5人\nい,検討中\nう,要確認\nえ,改修中\n')).toEqual([]);
  });
});

describe('another spelling of a value', () => {
  test('is reported in a column of choices', () => {
    expect(linesOf('L2-04', '名称,型\nあ,A型\nい,A型\nう,A型\nえ,Ａ型\n')).toEqual([5]);
  });

  test('is not reported in so few rows that none is usual', () => {
    expect(linesOf('L2-04', '名称,型\nあ,A型\nい,Ａ型\n')).toEqual([]);
  });
});

test('the advice about values with semicolons names the national standard that may ask for them', () => {
  const [found] = listViolations('L1-07', '名称,科\nあ,内科;外科\nい,小児科\n');
  expect(found?.instead).toContain('国の標準データセットの「診療科目」');
});
