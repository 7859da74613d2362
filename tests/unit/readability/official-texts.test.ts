import { describe, expect, test } from 'vitest';
import { judgeReadability } from '../../../src/readability/judge-readability.ts';
import type { VerdictCode } from '../../../src/readability/readability-rule.ts';
import { createWorkbook } from '../../support/create-workbook.ts';

const alone = () => null;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Returns the ids of the rules with a verdict for a file without a description. */
const rulesOf = (verdict: VerdictCode, bytes: Uint8Array): string[] =>
  judgeReadability(bytes, alone)
    .filter((one) => one.verdict === verdict)
    .map(({ rule }) => rule.id);

const failedIn = (text: string) => rulesOf('failed', bytesOf(text));

describe('what the official texts leave open is for a person', () => {
  test.each([
    ['rows without their last commas', 'L1-14', '名称,面積（km2）,備考\n北,1,あ\n南,2\n東,3\n'],
    ['commas after the last column', 'L1-15', '名称,備考\n北,あ,,\n南,い,,\n'],
    ['headings of coordinates', 'L1-05', '名称,X,Y\n北,1.5,2.5\n'],
    ['a name in a list of names', 'L2-05', '費目,金額（円）\n人件費,1\nその他（繰出金等）,2\n'],
    ['a name that occurs again and again', 'L2-05', '費目,年\nその他（税）,2024\nその他（税）,2025\n市税,2024\n'],
  ])('%s', (_what, rule, text) => {
    expect([failedIn(text), rulesOf('person', bytesOf(text)).includes(rule)]).toEqual([[], true]);
  });

  test('line breaks between sentences and hidden sheets in an Excel file', () => {
    const rows = [
      ['名称', '説明'],
      ['北', '9時からです。\n券が要ります。'],
    ];
    const bytes = createWorkbook([{ rows }, { name: '一覧', hidden: true, rows: [['コード']] }]);
    expect(rulesOf('failed', bytes)).toEqual([]);
    expect(rulesOf('person', bytes)).toEqual(expect.arrayContaining(['L1-06', 'L1-13']));
  });

  test('but the rest of a record in the next line is an error', () => {
    expect(failedIn('名称,備考\n北,駅前\n（東口）\n南,市役所\n')).toEqual(['L1-14']);
    expect(failedIn('取組,状況\nア,済\nイ,済\nウ,その他（協議中）\n')).toEqual(['L2-05']);
  });
});

test('finds headings that only count the columns', () => {
  expect(failedIn('001,002\nあ,い\n')).toEqual(['L1-05']);
});

test('takes the lines below a source for footnotes', () => {
  const judged = judgeReadability(bytesOf('市町村,人口（人）,年\n北市,1,2024\n出典：市,,\n作成者：市,,\n'), alone);
  const broken = judged.filter(({ verdict }) => verdict === 'failed');
  expect(broken.map(({ rule, violations }) => [rule.id, violations.length])).toEqual([['L1-04', 2]]);
});
