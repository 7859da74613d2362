import { describe, expect, test } from 'vitest';
import { importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

/* Headings in the sheets of cities. All names and numbers are invented. */

describe('a heading', () => {
  test.each([
    ['従前値', '指標名,従前値,（単位）,R5年度,目標値', '本,5,冊,6,9', '本 冊 増加 5→9'],
    ['環境指標', '環境指標,基準値,目標値', '緑（ha）,5,9', '緑（ha） ha 増加 5→9'],
    [
      '基準年度 and 目標年度 with their years',
      '環境指標,単位,基準年度（2013年度）,目標年度（2030年度）',
      '緑,ha,5,9',
      '緑 ha 増加 5@2013年度→9@2030年度',
    ],
  ])('%s is read', (_what, head, row, indicator) => {
    expect(importSheetLines([head, row])).toMatchObject({ indicators: [indicator], issues: [], warnings: [] });
  });

  test.each([
    ['with two digits of a year', "指標名,単位,'22,目標値", '本,冊,5,9', ['unused-values 2']],
    ['of plans, if there is no target', '指標名,単位,R5年度計画,R5年度実績', '本,冊,5,9', ['unused-values 2']],
    ['of plans beside a target', '指標名,単位,R5年度計画,目標値', '本,冊,5,9', []],
    ['of amounts in a year', '指標名,単位,効果額（R5年度）,目標値', '本,冊,5,9', []],
  ])('%s is not read silently', (_what, head, row, warnings) => {
    expect(importSheetLines([head, row])).toMatchObject({ issues: [], warnings });
  });

  test('計 beside 男 and 女 has the values of the group above them', () => {
    const lines = ['指標名,現状値,,,目標値', ',男,女,計,', '本,5,4,9,12'];
    expect(importSheetLines(lines)).toMatchObject({ indicators: ['本 増加 9→12'], issues: [] });
  });

  test('of a time with its year has no values beside a heading of values', () => {
    const lines = ['指標名,単位,基準年度（2013年度）,基準値,目標値（2030年度）', '本,冊,2013,5,9'];
    expect(importSheetLines(lines)).toMatchObject({
      indicators: ['本 冊 増加 5→9@2030年度'],
      warnings: ['unused-values 2'],
    });
  });
});

test('目標項目 has the names beside an unknown column', () => {
  const { indicators } = importSheetLines(['目標項目,担当課,現状値,目標値（R9年度）', '本,図書館,5,9']);
  expect(indicators).toEqual(['本 増加 5→9@R9年度']);
});

test('a trend of results is no direction', () => {
  const { indicators } = importSheetLines(['指標名,現状値,目標値,増減の傾向', '待機児童,5,0,↑']);
  expect(indicators).toEqual(['待機児童 減少 5→0']);
});

test('the baseline is the earlier value, whatever the order of the columns', () => {
  const { indicators, results } = importSheetLines(['指標名,現状値（R5年度）,基準値（R1年度）,目標値', '本,6,5,9']);
  expect([indicators, results]).toEqual([['本 増加 5@R1年度→9'], ['本 R5年度: 6']]);
});

test('達成目標 without targets behind it contains no names', () => {
  expect(() => importSheetLines(['達成目標,現状値,進め方', '本,5,配る'])).toThrow('no headings');
});

describe('a time above the headings at the right', () => {
  const head = '指標名,単位,現状値,R5年度実績,目標値';
  const indicators = ['本 冊 増加 5→9'];

  test.each([
    ['a day', '指標一覧,,,,令和6年4月1日現在'],
    ['a day alone', ',,,,（令和6年3月末現在）'],
    ['a day in few characters', ',,,,R6.4.1'],
    ['a day above the last two', ',,,令和6年4月1日現在,'],
    ['a year', '指標一覧,,,,令和6年度'],
    ['a year beside a unit', ',,（単位：冊）,,令和6年度'],
  ])('is the time of no column: %s', (_what, remark) => {
    expect(importSheetLines([remark, head, '本,冊,5,6,9'])).toMatchObject({ indicators, results: ['本 R5年度: 6'] });
  });

  test('is repeated if it is alone above the last column, because it may be the time of that column', () => {
    const { notices } = importSheetLines([',,,,令和9年度', head, '本,冊,5,6,9']);
    expect(notices.join('\n')).toContain('「令和9年度」は、表の上の注とみて、どの列の時点にもしません。');
  });

  test('leaves two rows of headings below it', () => {
    const lines = ['指標一覧,,,,,令和6年度', '指標名,単位,現状値,実績,,目標値', ',,R3年度,R4年度,R5年度,R9年度'];
    expect(importSheetLines([...lines, '本,冊,5,6,7,9'])).toMatchObject({
      indicators: ['本 冊 増加 5@R3年度→9@R9年度'],
      results: ['本 R4年度: 6', '本 R5年度: 7'],
      issues: [],
    });
  });

  test.each([
    ['several columns', ',,令和6年度,', '指標名,単位,目標値,実績値', '本 冊 →5@令和6年度', ['本 令和6年度: 6']],
    ['each column', ',,R4年度,R9年度', '指標名,単位,実績値,目標値', '本 冊 →6@R9年度', ['本 R4年度: 5']],
  ])('is a group if it is above %s', (_what, groups, parts, indicator, results) => {
    expect(importSheetLines([groups, parts, '本,冊,5,6'])).toMatchObject({ indicators: [indicator], results });
  });
});

describe('years below a title', () => {
  const head = '指標名,単位,現状値（R4年度）,R5年度,R6年度';

  test.each([
    ...['年度別目標', '量の見込み', '見込量', '事業費の推移（千円）', '表2 達成率'],
    ...['計画', '成果指標の年次計画', '年度別計画値（人）'],
  ])('are no results: %s', (title) => {
    const { results, warnings } = importSheetLines([title, head, '本,冊,5,6,7']);
    expect([results, warnings]).toEqual([[], ['unused-values 3', 'unused-values 3']]);
  });

  test('are no results below 年度別目標, also beside their targets', () => {
    const { results, warnings } = importSheetLines(['年度別目標', `${head},目標値（R9年度）`, '本,冊,5,6,7,9']);
    expect([results, warnings]).toEqual([[], ['unused-values 3', 'unused-values 3']]);
  });

  test.each([
    ['with their targets', '成果指標と目標', `${head},目標値（R9年度）`],
    ['of another word', '受診率の推移', head],
    ['with the name of a plan', '第2次健康増進計画', head],
    ['that call them results', '年度別目標', head.replaceAll('年度,', '年度実績,').concat('実績')],
  ])('are results %s', (_what, title, headings) => {
    expect(importSheetLines([title, headings, '本,冊,5,6,7']).results).toEqual(['本 R5年度: 6', '本 R6年度: 7']);
  });
});

describe('years below a group', () => {
  test.each([
    '近隣市の状況',
    '他市の実績',
    'コストの推移',
    '類似団体の値',
    '偏差値',
    '標準値',
    '累計値',
    '実績（累計）',
    '前年度値',
    '年次展開',
    '年度別予定',
    '年度別実施内容',
  ])('of others are no results: %s', (group) => {
    const rows = [`指標名,単位,${group},,目標値`, ',,R4年度,R5年度,R9年度', '本,冊,5,6,9'];
    expect(importSheetLines(rows)).toMatchObject({
      indicators: ['本 冊 →9@R9年度'],
      results: [],
      warnings: ['unused-values 3', 'unused-values 3'],
    });
  });

  test.each(['達成度', '年度別進捗度'])('of shares of targets are no results: %s', (group) => {
    const rows = [`指標名,単位,${group},,目標値`, ',,R4年度,R5年度,R9年度', '本,冊,50,60,9'];
    expect(importSheetLines(rows).results).toEqual([]);
  });

  test.each(['調査実施年度', '実施年度別実績'])('of %s are results', (group) => {
    const rows = [`指標名,単位,${group},,目標値`, ',,R4年度,R5年度,R9年度', '本,冊,5,6,9'];
    expect(importSheetLines(rows).results).toEqual(['本 R4年度: 5', '本 R5年度: 6']);
  });

  test('of the city are results, beside those of others', () => {
    const rows = ['指標名,単位,市,,県,,目標値', ',,R4年度,R5年度,R4年度,R5年度,R9年度', '本,冊,5,6,7,8,9'];
    expect(importSheetLines(rows)).toMatchObject({
      results: ['本 R4年度: 5', '本 R5年度: 6'],
      warnings: ['unused-values 3', 'unused-values 3'],
    });
  });

  test('of unknown groups are not lost', () => {
    const rows = ['指標名,単位,東,,目標値（R9年度）', ',,R4年度,R5年度,', '本,冊,5,6,9'];
    expect(importSheetLines(rows).warnings).toEqual(['unused-values 3', 'unused-values 3']);
  });

  test('of sums are not results, even if each is called 実績', () => {
    const rows = ['指標名,単位,累計,,目標値', ',,R4年度実績,R5年度実績,R9年度', '本,冊,5,11,9'];
    expect(importSheetLines(rows)).toMatchObject({ results: [], warnings: ['unused-values 3', 'unused-values 3'] });
  });

  test.each([',,目標(A),実績(B),達成率(B/A)', ',,目標(a),実績(b),達成率(b/a)'])(
    'are read with letters: %s',
    (heads) => {
      const rows = ['指標名,単位,令和5年度,,', heads, '本,冊,5,6,120%'];
      expect(importSheetLines(rows)).toMatchObject({
        indicators: ['本 冊 →5@令和5年度'],
        results: ['本 令和5年度: 6'],
        issues: [],
      });
    },
  );

  test('are read with アール if no other column has a letter', () => {
    const rows = ['指標名,基準値（R4年度）（a）,目標値（R9年度）（a）', '畑,5,6'];
    expect(importSheetLines(rows).indicators).toEqual(['畑 a 増加 5@R4年度→6@R9年度']);
  });

  test('are read with a circled number', () => {
    const rows = ['指標名,単位,①基準値（R4年度）,②R5年度実績,②／①', '本,冊,5,6,120%'];
    expect(importSheetLines(rows)).toMatchObject({
      indicators: ['本 冊 5@R4年度→'],
      results: ['本 R5年度: 6'],
      issues: [],
    });
  });
});

test.each([
  ['numbers', '本,5,9', '本 冊 増加 5→9'],
  ['words', '目録,なし,あり', '目録 冊 なし→あり'],
])('a row of units below the headings belongs to them, above %s', (_what, row, indicator) => {
  const imported = importSheetLines(['指標名,現状値,目標値', ',（冊）,（冊）', row]);
  expect(imported).toMatchObject({ indicators: [indicator], issues: [] });
});

test('a part of one group is not a part of the next', () => {
  const lines = ['指標名,単位,実績,,目標', ',,速報,,', ',,R5年度,R6年度,R9年度', '本,冊,5,6,9'];
  expect(importSheetLines(lines)).toMatchObject({ indicators: ['本 冊 →9@R9年度'], issues: [] });
});

test('grades, and the marks of a schedule, below a year are no results', () => {
  const lines = ['指標名,現状値,R5年度,R6年度,R7年度,目標値', '本,5,◎,順調,●,9', '紙,5,△,やや遅れ,,9'];
  const { results, notices } = importSheetLines(lines);
  expect(results).toEqual([]);
  expect(notices.join()).toContain('使わない列：「R5年度」（C列）「R6年度」（D列）「R7年度」（E列）。');
  expect(importSheetLines(['指標名,R5年度,目標値', '本,○,9', '紙,6,9']).results).toHaveLength(2);
});

test('the latest value beside a baseline is a result', () => {
  const lines = ['指標名,現状値（計画策定時）,直近値,目標値', '本,5（R3年度）,6（R5年度）,9'];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: ['本 増加 5（R3年度）@R3年度→9'],
    results: ['本 R5年度: 6（R5年度）'],
    warnings: [],
  });
});

test('the latest value beside a baseline has the time in the column beside it', () => {
  const lines = ['指標名,策定時,策定時の年度,直近値,直近値の年度,目標,目標年度', '本,5,R3年度,6,R5年度,9,R9年度'];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: ['本 増加 5@R3年度→9@R9年度'],
    results: ['本 R5年度: 6'],
    warnings: [],
  });
});

describe('項目', () => {
  test.each([
    ['項目,目標値（期限）,計画策定時の数値,最新値', '本,9（R9年度）,5（R1年度）,6（R5年度）'],
    ['区分,項　目,計画策定時（R1年度）,R5年度実績,目標値（R9年度）', '図書館,本,5,6,9'],
    ['達成目標,単位,現状値（R1年度）,R5年度実績,目標値（R9年度）', '本,冊,5,6,9'],
  ])('has the names if no other column has them: %s', (head, row) => {
    const { indicators, results } = importSheetLines([head, row]);
    expect([indicators.join(), results.join()]).toEqual([
      expect.stringMatching(/^本 .*増加 5.*@R1年度→9.*@R9年度$/),
      expect.stringContaining('本 R5年度: 6'),
    ]);
  });

  test('has the names below 数値目標, too', () => {
    const heads = ['数値目標,,基準値,,目標値,,実績値', '項目,単位,年度,値,年度,値,令和5年度'];
    const { indicators, results } = importSheetLines([...heads, '本,冊,R1年度,5,R9年度,9,6']);
    expect([indicators, results]).toEqual([['本 冊 増加 5@R1年度→9@R9年度'], ['本 令和5年度: 6']]);
    expect(importSheetLines(['指標名,現況値,目標値,実績値,', '項目,R1,R9,R4,R5', '本,5,9,6,7'])).toMatchObject({
      indicators: ['本 増加 5@R1→9@R9'],
      results: ['本 R4: 6', '本 R5: 7'],
    });
  });

  test('is a group beside 指標', () => {
    expect(importSheetLines(['分野,項目,指標,現状値,目標値', '図書館,資料,本,5,9']).indicators).toEqual([
      '本 増加 5→9',
    ]);
  });

  test.each(['項目,指標の内容,現状値,目標値', '項目,令和5年度予算,令和6年度予算'])('has no names: %s', (head) => {
    expect(() => importSheetLines([head, '資料,本,5,9'])).toThrow('no headings');
  });
});

test('the last year of a plan has the target, also in two rows', () => {
  expect(importSheetLines(['指標名,現状値,R5年度,R9年度（最終）', '本,5,6,9']).indicators).toEqual([
    '本 増加 5→9@R9年度',
  ]);
  const lines = ['指標名,,現状値,R5年度,R9年度（最終）', '本,目標,5,6,9', ',実績,,7,'];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: ['本 増加 5→9@R9年度'],
    results: ['本 R5年度: 7'],
    targets: ['本 R5年度: 6'],
  });
});

test.each([
  ['R6年度最終,目標値（R9年度）', '7,9', '本 →9@R9年度'],
  ['R5年度最終,R6年度最終,目標値（R9年度）', '6,7,9', '本 →9@R9年度'],
  ['現状値,R5年度（最終）,R6年度（最終）', '5,6,7', '本 5→'],
  ['現状値,最終R6年度,R7年度実績', '5,7,8', '本 5→'],
])('the final value of a year is no target beside another target or a later year: %s', (heads, values, indicator) => {
  const { indicators, targets, warnings } = importSheetLines([`指標名,${heads}`, `本,${values}`]);
  expect([indicators, targets]).toEqual([[indicator], []]);
  expect(warnings).toContain('unused-values 2');
});

test.each(['令和6年度計画値', '令和6年度（計画値）'])('what to do with %s is said, and works', (heading) => {
  const [values, head] = [
    ['本', 5, 7, 9],
    ['指標名', '現状値', heading, '目標値（令和9年度）'],
  ];
  const hint = 'その年度の目標なら、見出しを「令和5年度目標」のように直すと読めます。';
  const { targets, hints } = importWorkbookSheet({ rows: [head, values] });
  expect([targets, hints.some((one) => one.startsWith(hint))]).toEqual([[], true]);
  const followed = importWorkbookSheet({ rows: [head.with(2, '令和6年度目標'), values] });
  expect(followed.targets).toEqual(['本 令和6年度: 7']);
});

describe('planned values of years beside results and a target', () => {
  const targets = ['本 R4年度: 6', '本 R5年度: 7'];

  test.each([
    ['計画', '指標名,現状値（R3年度）,R4年度計画,R4年度実績,R5年度計画,R5年度実績,目標値（R8年度）'],
    ['計画値', '指標名,現状値（R3年度）,R4年度計画値,R4年度実績,R5年度計画値,R5年度実績,目標値（R8年度）'],
    ['目標', '指標名,現状値（R3年度）,R4年度目標,R4年度実績,R5年度目標,R5年度実績,目標値（R8年度）'],
    [
      '計画 beside a target without a year',
      '指標名,現状値（R3年度）,R4年度計画,R4年度実績,R5年度計画,R5年度実績,目標値',
    ],
  ])('are targets of these years: %s', (_what, head) => {
    const read = importSheetLines([head, '本,5,6,8,7,9,10']);
    expect([read.targets.toSorted(), read.issues, read.warnings]).toEqual([targets, [], []]);
  });

  test('are targets of these years below groups', () => {
    const rows = [
      ['指標名', '現状値', 'R4年度', null, 'R5年度', null, '目標値'],
      [null, 'R3年度', '計画', '実績', '計画', '実績', 'R8年度'],
      ['本', 5, 6, 8, 7, 9, 10],
    ];
    const read = importWorkbookSheet({ rows, merged: ['A1:A2', 'C1:D1', 'E1:F1'] });
    expect(read).toMatchObject({ targets, results: ['本 R4年度: 8', '本 R5年度: 9'] });
  });

  test.each([
    ['of no year with a result', '指標名,R7年度計画,R5年度実績,目標値（R8年度）'],
    ['of a year after that of the target', '指標名,R9年度計画,R5年度実績,目標値（R8年度）'],
  ])('are reported, if they are %s', (_what, head) => {
    expect(importSheetLines([head, '本,6,8,10'])).toMatchObject({ targets: [], warnings: ['unused-values 2'] });
  });
});

describe('基準年度 and 目標年度 above values', () => {
  const HEAD = '指標名,単位,基準年度,令和4年度,令和5年度,目標年度';

  test.each([
    ['本,冊,50,60,66,100', '紙,枚,20,22,24,－'],
    ['本,冊,20,22,24,30', '紙,枚,2010,2012,2015,2030'],
    ['本,冊,－,22,24,2030', '紙,枚,10%,12%,15%,20%'],
  ])('stop the import, and are read below other headings: %s', (...rows) => {
    const { issues } = importSheetLines([HEAD, ...rows]);
    expect(issues).toEqual([expect.stringMatching(/^unread-target [23]$/)]);
    const clear = HEAD.replace('基準年度', '現状値（令和3年度）').replace('目標年度', '目標値（令和9年度）');
    expect(importSheetLines([clear, ...rows])).toMatchObject({ issues: [], warnings: [] });
  });

  test('are headings of times above times', () => {
    const { indicators, issues } = importSheetLines([HEAD, '本,冊,2019,60,66,2030']);
    expect([indicators, issues]).toEqual([[expect.stringMatching(/^本 冊 @?2019.*2030/)], []]);
  });
});

describe('最終目標 beside 目標値', () => {
  const HEAD = '指標名,現状値,令和6年度実績,目標値,最終目標';

  test('is the target, and the one of an earlier year is an interim target', () => {
    expect(importSheetLines([HEAD, '家,100,175,200（R6年度）,250（R8年度）'])).toMatchObject({
      indicators: ['家 増加 100→250（R8年度）@R8年度'],
      targets: ['家 R6年度: 200（R6年度）'],
      warnings: [],
    });
  });

  test('is reported if the years are unknown or the same', () => {
    for (const row of ['家,100,175,200,250', '家,100,175,200（R8年度）,250（R8年度）', '家,100,175,200（R6年度）,'])
      expect(importSheetLines([HEAD, row]).targets).toEqual([]);
    expect(importSheetLines([HEAD, '家,100,175,200,250']).warnings).toEqual(['unused-values 2']);
  });
});

test('what to do with planned values is said, if no column has targets', () => {
  const { warnings, hints } = importWorkbookSheet({
    rows: [
      ['指標名', '令和5年度計画', '令和5年度実績'],
      ['本', 5, 6],
    ],
  });
  expect(warnings).toEqual(['unused-values 2']);
  expect(hints.join()).toContain('その年度の目標なら');
});
