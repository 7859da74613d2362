import { describe, expect, test } from 'vitest';
import { judgeReadability } from '../../../src/readability/judge-readability.ts';
import type { VerdictCode } from '../../../src/readability/readability-rule.ts';

/** Returns the ids of the rules with a verdict for a CSV without a description. */
const rulesOf = (verdict: VerdictCode, text: string) =>
  judgeReadability(new TextEncoder().encode(text), () => null).flatMap((one) =>
    one.verdict === verdict ? one.rule.id : [],
  );

const failedIn = (text: string) => rulesOf('failed', text);

test('a count of another column is no Western year', () => {
  const judged = judgeReadability(
    new TextEncoder().encode('年度,件数（件）\n令和5年度,2050\n令和6年度,30\n'),
    () => null,
  );
  expect(judged.find(({ rule }) => rule.id === 'L3-05')?.violations.map(({ line }) => line)).toEqual([2, 3]);
});

describe('area codes', () => {
  test.each([
    ['112232', []],
    ['112233', ['L3-06']],
    ['11223', []],
    ['12025', ['L3-06']],
    ['48', ['L3-06']],
    ['13', []],
    ['00000', []],
    ['1223', ['L3-06']],
    ['埼玉', ['L3-06']],
  ])('judges %s', (code, broken) => {
    expect(failedIn(`団体コード,名称\n${code},あ\n`)).toEqual(broken);
  });

  test('may be left out beside the full name', () => {
    const names = (name: string) => failedIn(`市区町村名,件数（件）\n${name},1\n`);
    expect([names('見本市'), names('見本')]).toEqual([[], ['L3-06']]);
  });

  test.each(['全国', '特別区部', '石狩郡', '渡島総合振興局', '合計'])('knows the name %s', (name) => {
    expect(failedIn(`市区町村名,件数（件）\n${name},1\n`)).toEqual([]);
  });

  test('of prefectures must be whole', () => {
    expect(failedIn('都道府県,件数（件）\n京都府,1\n京都,2\n東京都,3\n')).toEqual(['L3-06']);
  });

  test('may be those that a survey already has', () => {
    const table = '地域コード,名称\nA01,北\nA02,南\n';
    expect([rulesOf('failed', table), rulesOf('person', table).includes('L3-06')]).toEqual([[], true]);
  });
});

describe('without a description of the columns', () => {
  test('a mark instead of a number is for a person', () => {
    expect(rulesOf('person', '名称,件数（件）\nあ,5\nい,-\nう,7\nえ,8\n')).toContain('L3-03');
  });

  test('numbers without marks pass', () => {
    expect(rulesOf('passed', '名称,件数（件）\nあ,5\nい,6\nう,7\nえ,8\n')).toContain('L3-03');
  });

  test('a number of the row needs no unit, an area does', () => {
    expect(rulesOf('passed', '番号,件数（件）\n1,50\n2,60\n3,70\n')).toContain('L3-04');
    expect(rulesOf('person', '番号,面積\n1,50\n2,60\n3,70\n')).toContain('L3-04');
  });
});
