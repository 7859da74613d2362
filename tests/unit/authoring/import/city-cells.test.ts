import { describe, expect, test } from 'vitest';
import { importSheetCells, importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

/* Cells of sheets as cities publish them. All names and numbers are invented. */

const HEAD = '指標名,単位,現状値（令和4年度）,令和5年度実績,目標値（令和9年度）';
const LONE = '本 冊 増加 5@令和4年度→9@令和9年度';

describe('a row with other cells than were meant', () => {
  const head = '指標名,単位,R4年度実績,R5年度実績,R9年度目標,担当課';

  test.each([
    ['a quote that takes the rows below', ['本,冊,5,"6,9,図書館', '紙,枚,7,8,9,文書課'], 'bad-quote 2'],
    ['quotes inside a name', ['"本の"冊"数",冊,5,6,9,図書館'], 'bad-quote 2'],
    ['a number that its comma divides', ['紙,枚,7,8,9,文書課', '本,冊,900,1,200,1500,図書館'], 'ragged-row 3'],
    ['a number in wide digits that its comma divides', ['本,冊,９００,１,２００,１５００,図書館'], 'ragged-row 2'],
    ['several numbers that their commas divide', ['本,冊,1,200,1,300,1,500,図書館'], 'ragged-row 2'],
  ])('is refused: %s', (_what, lines, issue) => {
    expect(importSheetLines([head, ...lines])).toMatchObject({ indicators: [], results: [], issues: [issue] });
  });

  test('is not seen in numbers below two rows of headings, the lower one shorter', () => {
    const heads = ['指標名,実績,,,,目標値（R9年度）', ',R1年度,R2年度,R3年度,R4年度'];
    expect(importSheetLines([...heads, '本（冊）,1,130,14,15,16']).issues).toEqual([]);
  });
});

test.each([
  ['上段：目標', '下段：実績'],
  ['◆目標', '◇実績'],
  ['目', '実'],
])('%s and %s are markers of targets and results', (target, result) => {
  const rows = ['指標名,単位,,R5年度,R6年度', `本,冊,${target},5,6`, `,,${result},7,8`];
  expect(importSheetLines(rows)).toMatchObject({
    indicators: ['本 冊 →6@R6年度'],
    results: ['本 R5年度: 7', '本 R6年度: 8'],
    targets: ['本 R5年度: 5'],
    issues: [],
  });
});

describe('a cell', () => {
  test.each(['〃', '同上'])('with %s as its unit is refused', (unit) => {
    const head = ['指標名', '単位', '現状値（令和4年度）', '目標値（令和9年度）'];
    const { diagnostics } = importWorkbookSheet({ rows: [head, ['本', '冊', 5, 9], ['紙', unit, 5, 9]] });
    expect(diagnostics).toContain('ditto 3');
  });

  test('with a number keeps the commas that it displays, but a year has none', () => {
    const format = '#,##0';
    const head = ['指標名', '単位', '現状値', '現状値の時点', { number: 2023, format }, '目標値（令和9年度）'];
    const numbers = [21540, 2022, 26110, 30000].map((number) => ({ number, format }));
    const { indicators, results } = importWorkbookSheet({ rows: [head, ['本', '冊', ...numbers]] });
    expect([indicators, results]).toEqual([['本 冊 増加 21,540@2022→30,000@令和9年度'], ['本 2023: 26,110']]);
    const dated = ['指標名', '単位', '目標値（令和9年度）', '実績年度', '実績値'];
    const row = ['本', '冊', 9, { number: 2022, format }, 8];
    expect(importWorkbookSheet({ rows: [dated, row] }).results).toEqual(['本 2022年度: 8']);
  });

  test('with a mark, but no footnote below the table, is reported', () => {
    const rows = [HEAD.split(','), ['本', '冊', '5※1', 6, 9]];
    expect(importWorkbookSheet({ rows }).diagnostics).toEqual(['companion-not-read 2']);
    const footnote = ['※1 市の内と外の図書館で借りた本のうち、絵本だけを数えた数です。'];
    expect(importWorkbookSheet({ rows: [...rows, footnote] }).diagnostics).toEqual([]);
  });

  test('with a date has neither a unit nor another time', () => {
    const { indicators, results } = importSheetLines([HEAD, '開館,,未定,令和5年12月25日,令和9年4月1日']);
    expect([indicators, results]).toEqual([
      ['開館 未定@令和4年度→令和9年4月1日@令和9年度'],
      ['開館 令和5年度: 令和5年12月25日'],
    ]);
  });

  test.each(['未定', '検討中', '見直し中', '集計中', '後日公表', '－'])('with %s is no interim target', (word) => {
    const head = '指標名,現状値,中間目標（令和7年度）,目標値（令和9年度）';
    expect(importSheetLines([head, `本,5,${word},9`])).toMatchObject({ targets: [], issues: [], warnings: [] });
  });

  test('with 未定 may end the target before a revision', () => {
    const head = '指標名,現状値,目標値（R9年度）,見直し後目標値（R9年度）,改定日';
    const { targets } = importSheetLines([head, '本,5,9,未定,2025-04-01', '紙,5,9,－,']);
    expect(targets).toEqual(['本 R9年度: 未定']);
  });

  test.each([
    ['現状値の時点', '2024/4/1', true],
    ['現状値の時点', '2024-03-31', true],
    ['年度', '2024/10/15', true],
    ['現状値の時点', '2024/10/15', false],
    ['現状値の時点', '令和6年4月1日', false],
    ['現状値の時点', '令和6年度', false],
  ])('below %s with %s may be a year that became a day: %s', (heading, time, isNamed) => {
    const { notices, indicators } = importSheetLines([
      `指標名,単位,現状値,${heading},目標値（R9年度）`,
      `本,冊,5,${time},9`,
    ]);
    expect(indicators).toEqual([`本 冊 増加 5@${time}→9@R9年度`]);
    expect(notices.join().includes(`「${heading}」の列の「${time}」は、その日の値と読みます。`)).toBe(isNamed);
  });

  test('of a date above results may be a year that became a day', () => {
    const { notices } = importSheetLines(['指標名,現状値,2024/4/1,目標値（R9年度）', '本,5,6,9']);
    expect(notices.join()).toContain('「2024/4/1」の列の「2024/4/1」は、その日の値と読みます。');
  });

  test.each([
    ['2026/4/1', '2026年度'],
    ['2024-03-31', '2023年度'],
    ['2020/1/1', '2019年度'],
  ])('of the day %s may be a year, which is %s', (day, year) => {
    const { notices } = importSheetLines([`指標名,現状値,${day},目標値（R9年度）`, '本,5,6,9']);
    expect(notices.join()).toContain(`年度の値なら、「${year}」のように書いてください。`);
  });
});

describe('a name', () => {
  test.each([
    ['its end, which has no values', ['健診の,％,5,6,9', '受診率,,,,'], 'nameless-row 2'],
    ['its beginning, which has no values', ['健診の,,,,', '受診率,％,5,6,9'], 'nameless-row 3'],
    ['the end of its brackets', ['受診率（国保,％,5,6,9', '加入者）,,,,'], 'nameless-row 2'],
  ])('in two rows is refused without %s', (_what, lines, issue) => {
    expect(importSheetLines([HEAD, ...lines])).toMatchObject({ indicators: [], issues: [issue] });
  });

  test('in two rows is refused beside the merged cells of its values', () => {
    const { diagnostics } = importWorkbookSheet({
      rows: [['指標名', '現状値（令和4年度）', '目標値（令和9年度）'], ['健診事業の対象者', 5, 9], ['受診率']],
      merged: ['B2:B3', 'C2:C3'],
    });
    expect(diagnostics).toEqual(['merged-cells 2', 'merged-cells 2', 'name-alone 3']);
  });

  test.each(['「住みよい」と答えたもの', 'たけのこ', '緑のまちづくり（北）'])('is whole: %s', (name) => {
    expect(importSheetLines([HEAD, `${name},本,5,6,9`])).toMatchObject({
      indicators: [expect.any(String)],
      issues: [],
    });
  });

  test.each(['男性', '女', '男子', '男性（20～60歳代）'])(
    'is refused if another column says that the values are of %s',
    (sex) => {
      const head = '指標名,性別,単位,現状値,目標値';
      expect(importSheetLines([head, `健康寿命,${sex},歳,80,81`])).toMatchObject({
        indicators: [],
        issues: ['nameless-row 2'],
      });
      expect(importSheetLines([head, `健康寿命（${sex}）,${sex},歳,80,81`]).issues).toEqual([]);
    },
  );
});

describe('a column of the people or areas that a row counts', () => {
  const head = '指標名,地区,単位,現状値,目標値';

  test('is a doubt if the name does not say them', () => {
    expect(importSheetLines([head, '参加者,全市,人,5,9', '受診者,北部,人,5,9']).warnings).toEqual(['unused-values 2']);
  });

  test.each(['受診者（北部）,北部', '受診者,市全体', '受診者,'])('is none beside %s', (cells) => {
    expect(importSheetLines([head, `${cells},人,5,9`, '参加者,全域,人,5,9']).warnings).toEqual([]);
  });
});

describe('figures for reference at the right of a table', () => {
  const expected = { indicators: [LONE], results: ['本 令和5年度: 6'], issues: [] };

  test.each([
    ['below a heading', [`${HEAD},,参考,R3年度,R6年度`, '本,冊,5,6,9,,県,3,4']],
    ['below a title', ['指標一覧,,,,,,（参考）県の値', `${HEAD},,R3年度,R6年度実績`, '本,冊,5,6,9,,3,4']],
  ])('%s are not results, which a notice says', (_what, lines) => {
    const { warnings, ...imported } = importSheetLines(lines);
    expect(imported).toMatchObject(expected);
    expect(warnings).toHaveLength(2);
  });

  test.each([
    ['the label of the document', ['指標一覧,,,,参考資料3', HEAD, '本,冊,5,6,9']],
    ['a column between', [HEAD.replace('令和5年度', '参考（全国値）,令和5年度'), '本,冊,5,4,6,9']],
  ])('are not seen in %s', (_what, lines) => {
    expect(importSheetLines(lines)).toMatchObject(expected);
  });
});

describe('further figures', () => {
  test('of a schedule with arrows are refused at the first arrow', () => {
    const lines = ['指標名,現状値,R5年度,R6年度,目標値', '本,5,6,7,9', '紙,5,実施,→,9'];
    expect(importSheetLines(lines)).toMatchObject({ results: [], issues: ['unreadable-layout 3'] });
  });

  test('are not seen in a target that is an arrow', () => {
    expect(importSheetLines(['指標名,現状値,R5年度,目標値', '本,5,6,→']).issues).toEqual([]);
  });

  test('below the same heading of names are refused', () => {
    expect(importSheetLines([HEAD, '本,冊,5,6,9', '指標名,R5年度実績,,,', '紙,6,,,']).issues).toEqual([
      'unreadable-layout 3',
    ]);
  });

  test('below groups that are not read, and with the same heading, are refused', () => {
    const lines = ['指標名,北部,,市全体,', ',現状値,目標値,現状値,目標値', '本,4,5,10,11'];
    expect(importSheetLines(lines)).toMatchObject({ indicators: [], issues: ['second-indicator 3'] });
  });

  test.each(['28年度', '令和5年2月30日現在', '令和5年度実績（達成率）'])(
    'below %s are not read silently',
    (heading) => {
      const { warnings } = importSheetLines([`指標名,現状値,${heading},目標値`, '本,5,6,9']);
      expect(warnings).toEqual(['unused-values 2']);
    },
  );

  test('below a result with its share of the target are no target', () => {
    const heading = '令和5年度実績値（目標値に対する割合）';
    const { issues } = importSheetCells([`指標名,目標値（R8年度）,${heading}`, '本,9,8（89%）']);
    expect(issues).toEqual([`2:5 unused-values ${JSON.stringify({ heading })}`]);
  });

  test('without a heading are not read silently', () => {
    const { notices } = importSheetLines(['指標名,現状値,,目標値', '本,5,ほか,9']);
    expect(notices).toContain('2: 見出しのない列に数や言葉がありますが、何を表すかわからないので使いません。');
  });
});
