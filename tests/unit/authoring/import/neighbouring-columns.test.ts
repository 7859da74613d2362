import { describe, expect, test } from 'vitest';
import { importSheetCells, importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

describe('a column beside another one', () => {
  test('is its time in brackets', () => {
    expect(importSheetLines(['指標名,現状値,（時点）,目標値,（年度）', '本,5,R4年度,9,R9年度']).indicators).toEqual([
      '本 増加 5@R4年度→9@R9年度',
    ]);
  });

  test.each(['指標値', '計画値'])('is the time of %s, which is the target if no other column is', (heading) => {
    const lines = [`指標名,現状値,${heading},目標年度,目標設定の考え方`, '本,5,9,R9年度,多いほどよい'];
    expect(importSheetLines(lines).indicators).toEqual(['本 増加 5→9@R9年度']);
  });

  test.each([
    ['基準年,,目標年,', '年度,値,年度,値'],
    ['基準年度,,目標年度,', '年度,実績値,年度,数値'],
  ])('is its time below %s', (groups, heads) => {
    const lines = [`指標名,単位,${groups}`, `,,${heads}`, '本,冊,R4年度,5,R9年度,9'];
    expect(importSheetLines(lines).indicators).toEqual(['本 冊 増加 5@R4年度→9@R9年度']);
  });

  test('is no time but the value with its year if no other column has the value', () => {
    const lines = ['指標名,現状値（年度）,目標値（時期）', '本,5冊（R4年度）,9冊（R9年度）'];
    expect(importSheetLines(lines).indicators).toEqual(['本 冊 増加 5冊（R4年度）@R4年度→9冊（R9年度）@R9年度']);
    expect(importSheetLines(['指標名,現状値,目標値（年度）', '本,5,9（R9年度）']).indicators).toEqual([
      '本 増加 5→9（R9年度）@R9年度',
    ]);
  });

  test.each([
    ['目標値（R6年度）,最終値（2024年度）', '9,8', ['本 2024年度: 8']],
    ['実績,,目標値（R6年度）|最終値（R6年度）,備考,', '8,,9', ['本 R6年度: 8']],
    // It may repeat the target, or be the target itself.
    ['目標値（R6年度）,最終値（R6年度）', '9,9', []],
    ['目標値（R6年度）,最終値（R6年度）', '80,80%', []],
    ['目標値（R6年度）,最終値（R6年度）', '80.0,80', []],
    ['目標値（R6年度）,最終値（R6年度）', '"1,200人",１２００', []],
    ['現状値,目標値（R6年度）,最終値（R6年度）', '5,,8', []],
    ['目標値（R6年度）,最終値（R6年度）', '－,8', []],
    ['目標値（R6年度）,最終値（R8年度）', '9,8', []],
    ['目標値,最終値（R6年度）', '9,8', []],
    ['R5年度実績,最終値（R6年度）', '8,9', ['本 R5年度: 8']],
  ])('decides whether 最終値 is a result: %s', (headings, cells, results) => {
    const [upper = '', lower] = headings.split('|');
    const sheet = importSheetLines([`指標名,${upper}`, ...(lower ? [`,${lower}`] : []), `本,${cells}`]);
    expect(sheet.results).toEqual(results);
    const isUsed = results.some((result) => !result.includes('R5'));
    expect(sheet.warnings).toEqual(isUsed ? [] : ['unused-values 2']);
  });

  test.each(['現状値（単位）,目標値（単位）', '現況値(単位),目標値(単位)'])(
    'has units in its cells: %s',
    (headings) => {
      expect(importSheetLines([`指標名,${headings}`, '本,5冊,9冊']).indicators).toEqual(['本 冊 増加 5冊→9冊']);
    },
  );

  test('is its time below 年度', () => {
    expect(importSheetLines(['指標名,現状値,年度,目標値,年度', '本,5,R4,9,R9']).indicators).toEqual([
      '本 増加 5@R4年度→9@R9年度',
    ]);
  });

  test.each(['年度,現状値,年度,目標値', '時点,現状値,時点,目標値'])('is its time before each value: %s', (heads) => {
    const { indicators } = importSheetLines([`指標名,単位,${heads}`, '本,冊,R4年度,5,R9年度,9']);
    expect(indicators).toEqual(['本 冊 増加 5@R4年度→9@R9年度']);
  });

  test.each([
    ['年度,現状値,年度,実績,年度,目標値', 'R4年度,5,R5年度,6,R9年度,9', ['本 冊 増加 5@R4年度→9@R9年度']],
    ['時点,現状値,時点,最新値,目標値', 'R4年度,5,R5年度,6,9', ['本 冊 増加 5@R4年度→9']],
  ])('is its time before each value, also of results: %s', (heads, cells, indicators) => {
    const sheet = importSheetLines([`指標名,単位,${heads}`, `本,冊,${cells}`]);
    expect(sheet).toMatchObject({ indicators, results: ['本 R5年度: 6'] });
  });

  test('is no time of results if a result has none', () => {
    const sheet = importSheetLines(['指標名,現状値,実績,年度,目標値', '本,5,6,R5年度,9', '店,5,6,,9']);
    expect(sheet).toMatchObject({
      results: [],
      notices: expect.arrayContaining(['2: 使わない列：「年度」（D列）。']) as string[],
    });
    expect(sheet.warnings).toContain('unused-values 2');
  });

  test('is its time behind each value, also if the last value has none', () => {
    const lines = ['指標名,基準値,年度,現状値,年度,目標値', '本,5,R2年度,6,R5年度,9'];
    expect(importSheetLines(lines).indicators).toEqual(['本 増加 5@R2年度→9']);
  });

  test('is the time of neither value if it is the only one behind both', () => {
    const lines = ['指標名,現状値,目標値,時点', '本,5,9,R4年度'];
    expect(importSheetLines(lines).indicators).toEqual(['本 増加 5→9']);
  });

  test('is the time of the value before it if the other has its time', () => {
    const lines = ['指標名,現状値（R4年度）,目標値,時点', '本,5,9,R9年度'];
    expect(importSheetLines(lines).indicators).toEqual(['本 増加 5@R4年度→9@R9年度']);
  });

  test.each(['策定時点,現状値', '現状値,策定時点'])('is no value if it is a time: %s', (headings) => {
    const cells = headings.startsWith('現') ? '5,R4年度' : 'R4年度,5';
    expect(importSheetLines([`指標名,${headings},目標値`, `本,${cells},9`]).indicators).toEqual(['本 増加 5→9']);
  });

  test('below 年度 is not a time before a single value', () => {
    const lines = ['指標名,年度,現状値,目標値', '本,R6年度,5,9'];
    expect(importSheetLines(lines).indicators).toEqual(['本 増加 5→9']);
  });

  test.each(['本をふやす', '本を3割ふやす'])('is no target if it has words only: %s', (words) => {
    expect(importSheetLines(['目標,指標名,現状値,目標値（R9年度）', `${words},本,5,9`])).toMatchObject({
      indicators: ['本 増加 5→9@R9年度'],
      targets: [],
    });
  });

  test.each([
    ['基準値,現状値,現状年度,目標値', '本,5,6,R5年度,9', '本 増加 5→9'],
    ['基準値,現状年度,現状値,目標値', '本,5,R5年度,6,9', '本 増加 5→9'],
    ['策定時（R2年度）,現状値,現状値の時点,目標値', '本,5,6,R5年度,9', '本 増加 5@R2年度→9'],
    ['基準値,現況値,年度,目標値,年度', '本,5,6,R5年度,9,R9年度', '本 増加 5→9@R9年度'],
  ])('is not the time of another value: %s', (heads, row, indicator) => {
    expect(importSheetLines([`指標名,${heads}`, row]).indicators).toEqual([indicator]);
  });

  test('is its time before that of its heading, and both are named', () => {
    const { indicators, notices } = importSheetLines(['指標名,現状値,目標値（R9年度）,目標年度', '本,5,9,R10年度']);
    expect(indicators).toEqual(['本 増加 5→9@R10年度']);
    expect(notices.join('\n')).toContain('「目標値」の見出しの「R9年度」と、列の「R10年度」がちがいます。');
  });

  test.each([
    ['達成年度', 'R6年度', []],
    ['達成年度', 'R9年度', []],
    ['達成年度', 'R10年度', ['unused-values 2']],
    ['目標達成年度', 'R9年度', []],
    ['目標達成年度', 'R10年度', ['unused-values 2']],
    ['目標達成年度', 'R6年度', ['unused-values 2']],
  ])('is not its time beside that of its heading if the target is reached then: %s, %s', (heading, year, expected) => {
    const { indicators, warnings } = importSheetLines([`指標名,現状値,目標値（R9年度）,${heading}`, `本,5,9,${year}`]);
    expect([indicators, warnings]).toEqual([['本 増加 5→9@R9年度'], expected]);
  });

  test.each(['達成目標年度', '達成目標年次', '目標達成年度', '達成年度'])(
    'is its time if its heading has none: %s',
    (heading) => {
      const { indicators, warnings } = importSheetLines([`指標名,現状値,目標値,${heading}`, '本,5,9,R9年度']);
      expect([indicators, warnings]).toEqual([['本 増加 5→9@R9年度'], []]);
    },
  );

  test.each(['－', '未定'])('is that of its heading beside %s', (mark) => {
    const heads = '指標名,現状値（R3年度）,基準年度,目標値（R9年度）,目標年度';
    expect(importSheetLines([heads, `本,5,${mark},9,${mark}`]).indicators).toEqual(['本 増加 5@R3年度→9@R9年度']);
  });

  test('whose heading is unknown is called a time', () => {
    const { issues } = importSheetCells(['指標名,現状値,目標値,目標とする年', '本,5,9,R9年度']);
    expect(issues).toEqual(['2:7 unused-values {"heading":"目標とする年","time":1}']);
  });
});

test('an undated 現状値 beside 基準値 may be a result, unlike a second target', () => {
  const issues = (head: string) => importSheetCells([head, '本,冊,5,6,9']).issues;
  expect(issues('指標名,単位,基準値,現状値,目標値')).toEqual([
    '2:7 unused-values {"heading":"現状値","used":"基準値","year":1}',
  ]);
  expect(issues('指標名,単位,基準値,到達目標,目標値').join()).not.toContain('year');
});

describe('a dated 現状値 behind a baseline', () => {
  test.each([
    ['指標名,基準値（R1年度）,現状値（R5年度）,目標値（R9年度）', '本 増加 5@R1年度→9@R9年度'],
    ['指標名,基準値,現状値（R5年度）,目標値（R9年度）', '本 増加 5→9@R9年度'],
    ['指標名,策定時の現状値（R1年度）,現在（R5年度）,目標値（R9年度）', '本 増加 5@R1年度→9@R9年度'],
    ['指標名,2013年度（基準年度）,R5年度（現状）,R9年度（目標）', '本 増加 5@2013年度→9@R9年度'],
    ['指標名,基準年度（2013年度）,現況年度（R5年度）,目標年度（R9年度）', '本 増加 5@2013年度→9@R9年度'],
  ])('is a result: %s', (head, indicator) => {
    expect(importSheetLines([head, '本,5,6,9'])).toMatchObject({
      indicators: [indicator],
      results: ['本 R5年度: 6'],
      issues: [],
      warnings: [],
    });
  });

  test.each([
    ['of an earlier year', '指標名,基準値（R5年度）,現状値（R1年度）,目標値（R9年度）', '本,5,6,9'],
    ['without a year', '指標名,基準値（R1年度）,現状値,目標値（R9年度）', '本,5,6,9'],
    ['behind another 現状値', '指標名,現状値（R1年度）,現状値（R5年度）,目標値（R9年度）', '本,5,6,9'],
  ])('%s is a warning, and no result', (_what, head, row) => {
    expect(importSheetLines([head, row])).toMatchObject({ results: [], issues: [], warnings: ['unused-values 2'] });
  });

  test('above the two rows of targets and results is neither', () => {
    const lines = ['指標名,基準値（R1年度）,現状値（R4年度）,区分,R5年度,R6年度', '本,5,6,目標,7,8', ',,,実績,6,7'];
    expect(importSheetLines(lines)).toMatchObject({
      indicators: ['本 増加 5@R1年度→8@R6年度'],
      results: ['本 R5年度: 6', '本 R6年度: 7'],
      targets: ['本 R5年度: 7'],
      warnings: ['unused-values 2'],
    });
  });
});

describe('a column of arrows', () => {
  test.each(['性質', '指標の性質', '指標の性格', '優位性', '望ましい傾向', '目標の向き'])(
    '%s has the directions',
    (heading) => {
      const lines = [`指標名,${heading},現状値,目標値`, '排出量,↓,5,6', '本,↑,5,9', '紙,,5,9'];
      expect(importSheetLines(lines).indicators).toEqual(['排出量 減少 5→6', '本 増加 5→9', '紙 増加 5→9']);
    },
  );

  test.each(['動向', '推移', '今後の方向性', '前年度からの傾向'])('%s says nothing about directions', (heading) => {
    const { indicators, notices } = importSheetLines([`指標名,${heading},現状値,目標値`, '本,↓,5,9']);
    expect(indicators).toEqual(['本 増加 5→9']);
    expect(notices.join()).toContain(`使わない列：「${heading}」`);
  });

  test.each([
    ['性質', 'アウトカム'],
    ['優位性', '―'],
    ['指標の性格', '改善'],
    ['方向', '改善'],
    ['方向性', '継続'],
    ['期待される変化', '理解が深まる'],
  ])('%s is read beside %s, which is reported', (heading, other) => {
    const rows = [
      ['指標名', heading, '現状値', '目標値'],
      ...[
        ['本', '↓'],
        ['紙', other],
      ].map((row) => [...row, 5, 9]),
    ];
    const { indicators, diagnostics } = importWorkbookSheet({ rows });
    expect(indicators).toEqual(['本 減少 5→9', `紙 ${other} 5→9`]);
    expect(diagnostics).toContain('bad-choice 3');
  });

  test.each([
    ['性質', 'アウトカム', 'アウトプット'],
    ['方向', '拡充', '縮小'],
    ['方向性', '継続', '→'],
    ['期待される変化', '参加者が増える', '理解が深まる'],
    ['めざす方向', '子育てしやすいまち', '減災のまち'],
    ['目指す方向性', 'にぎわいのあるまち', '高齢者の安心'],
    ['期待する方向性', '拡充', '継続'],
    ['向き', '東向き', '西向き'],
  ])('%s without a clear direction says nothing: %s, %s', (heading, first, second) => {
    const lines = [`指標名,${heading},現状値,目標値`, `本,${first},5,9`, `紙,${second},9,5`];
    expect(importSheetLines(lines).indicators).toEqual(['本 増加 5→9', '紙 減少 9→5']);
  });

  test.each(['増減の方向', '望ましい傾向', '目標の向き', '望ましい方向'])(
    '%s is one, even if no word can be read',
    (heading) => {
      const rows = [
        ['指標名', heading, '現状値', '目標値'],
        ['本', 'マイナス', 5, 9],
      ];
      expect(importWorkbookSheet({ rows }).diagnostics).toContain('bad-choice 2');
    },
  );

  test.each([
    ['低いほど良い', '減少'],
    ['少ない方がよい', '減少'],
    ['高いほど望ましい', '増加'],
    ['上向き', '増加'],
    ['削減', '減少'],
    ['下降', '減少'],
    ['減少をはかる', '減少'],
    ['向上をはかるもの', '増加'],
  ])('may have %s', (words, direction) => {
    expect(importSheetLines(['指標名,性質,現状値,目標値', `本,${words},5,9`]).indicators).toEqual([
      `本 ${direction} 5→9`,
    ]);
  });
});

/** Imports lines as CSV, and as a workbook with merged cells. */
function importBoth(lines: readonly string[], merged: readonly string[] = []) {
  const rows = lines.map((line) => line.split(',').map((cell) => cell || null));
  return [importSheetLines(lines), importWorkbookSheet({ rows, merged })] as const;
}

describe('a group whose columns are unclear', () => {
  test.each([
    [',,,実績,,,目標,', '指標名,単位,R4年度,R5年度,R6年度,R7年度,R8年度,R9年度', '本,冊,1,2,3,7,8,9'],
    ['指標名,単位,,実績,,,目標,', ',,R4年度,R5年度,R6年度,R7年度,R8年度,R9年度', '本,冊,1,2,3,7,8,9'],
    ['指標名,現状値,,実績,,,目標,', ',R3年度,R4年度,R5年度,R6年度,R7年度,R8年度,R9年度', '本,0,1,2,3,7,8,9'],
    [',,,R4年度,,,R5年度,', '指標名,単位,目標,実績,達成率,目標,実績,達成率', '本,冊,1,2,3,7,8,9'],
    [
      '指標名,現状値,,,R4年度,,,R5年度,',
      ',年度,値,中間目標,実績値,達成率,中間目標,実績値,達成率',
      '本,R3年度,1,2,3,4,7,8,9',
    ],
    [',,,R4年度,,', '指標名,目標値（R8年度）,目標,実績,達成率,担当課', '本,9,1,2,3,架空課'],
    ['指標名,中間目標,,,実績の推移,', ',R6年度,R7年度,R2年度,R3年度,R4年度', '本,7,9,2,3,4'],
    ['指標名,基準値,目標値,,実績の推移,', ',R元年度,R8年度,R2年度,R3年度,R4年度', '本,1,9,2,3,4'],
    [',,,実績,,,目標', '指標名,単位,R4年度,R5年度,R6年度,R7年度,R8年度', '本,冊,1,2,3,4,7'],
    // Targets of some years only are no sign of results before these.
    ['指標名,単位,,,年度別目標,', ',,R6年度,R7年度,R9年度,R11年度', '本,冊,1,2,3,7'],
    ['指標名,単位,,,目標,', ',,R7年度,R8年度,R10年度,R12年度', '本,冊,1,2,3,7'],
    ['指標名,現状値（R5年度）,,,目標,', ',,R6年度,R7年度,R9年度,R11年度', '本,0,1,2,3,7'],
    ['指標名,単位,,,目標,', ',,R4年度,R5年度,R7年度,R8年度', '本,冊,1,2,3,7'],
  ])('is an error if its name is in the middle of cells: %s', (...lines) => {
    for (const { issues, results, targets } of importBoth(lines))
      expect([issues, results, targets]).toEqual([['split-heading 3'], [], []]);
  });

  test('is an error if a merged group ends before a year, unless that has no numbers', () => {
    const lines = (last: string) => ['指標名,単位,実績,,,目標', ',,R4年度,R5年度,R6年度,R7年度', `本,冊,1,2,${last},7`];
    const [, sheet] = importBoth(lines('3'), ['C1:D1']);
    expect([sheet.issues, sheet.results]).toEqual([['split-heading 3'], []]);
    const results = ['本 R4年度: 1', '本 R5年度: 2'];
    expect(importBoth(lines(''), ['C1:D1'])[1]).toMatchObject({ issues: [], results });
    expect(importBoth(lines('3'), ['C1:E1'])[1].results).toEqual([...results, '本 R6年度: 3']);
  });

  test('is clear if its cells are merged: the years before 目標 are results', () => {
    const lines = ['指標名,単位,,,目標,', ',,R4年度,R5年度,R6年度,R7年度', '本,冊,1,2,3,7'];
    const [csv, sheet] = importBoth(lines, ['A1:A2', 'B1:B2', 'E1:F1']);
    expect(csv.issues).toEqual(['split-heading 3']);
    expect(sheet).toMatchObject({ issues: [], results: ['本 R4年度: 1', '本 R5年度: 2'], targets: ['本 R6年度: 3'] });
  });

  test('is clear if its cells are merged and a baseline is before the years before it', () => {
    const lines = ['指標名,現状値,,,目標,', ',R3年度,R4年度,R5年度,R6年度,R7年度', '本,0,1,2,3,7'];
    const results = ['本 R4年度: 1', '本 R5年度: 2'];
    expect(importBoth(lines, ['A1:A2', 'E1:F1'])[1]).toMatchObject({ issues: [], results, targets: ['本 R6年度: 3'] });
  });

  test.each([
    ['R4年度,R5年度,R6年度,R7年度,R8年度', ['見出しの「目標」は、F列から右にかかると読みます。E列にもかかるなら']],
    ['R4年度,R5年度,R6年度,R8年度,R9年度', []],
    ['R4年度,R5年度,R6年度,R5年度,R6年度', []],
  ])('is said if targets follow several results without a break: %s', (years, expected) => {
    const lines = ['指標名,単位,実績,,,目標,', `,,${years}`, '本,冊,1,2,3,7,8'];
    for (const { notices, results } of importBoth(lines)) {
      expect(results).toHaveLength(3);
      expect(notices.flatMap((text) => /見出しの「目標」.*かかるなら/.exec(text) ?? [])).toEqual(expected);
    }
    expect(importBoth(lines, ['C1:E1', 'F1:G1'])[1].notices.join()).not.toContain('かかると読みます');
  });
});

test('advises on two columns of units, and on years without an era', () => {
  const { issues } = importSheetCells(['指標名,単位,現状値,単位,目標値', '本,人,5,人以上,9']);
  expect(issues.join()).toContain('"unit":"人以上"');
  const years = importSheetCells(['指標名,単位,H30年度,R元年度,2,3年度,目標値', '本,人,5,6,7,8,10']).issues;
  expect(years.filter((issue) => issue.includes('"era":1'))).toHaveLength(2);
  const all = importSheetCells(['指標名,単位,3年度,4年度,目標値', '本,人,5,6,10']).issues;
  expect(all.filter((issue) => issue.includes('"era":1'))).toHaveLength(2);
});

test.each(['前回調査', '今回', '前回（H30年度）', '今回の調査結果'])(
  'warns of values below %s, which may be results',
  (heading) => {
    const { warnings } = importSheetLines([`指標名,単位,${heading},目標値（R9年度）`, '本,人,5,10']);
    expect(warnings).toEqual(['unused-values 2']);
  },
);

test('a year below a group of other figures is no result, also if the years alone are known', () => {
  const lines = [',,実績,,累計目標', '指標名,現状値,R4年度,R5年度,R6年度', '本,1,2,3,7'];
  for (const { results, issues } of importBoth(lines, ['C1:D1'])) {
    expect(results).toEqual(['本 R4年度: 2', '本 R5年度: 3']);
    expect(issues).toEqual(['unread-target 3']);
  }
});

test.each([
  ['中間評価時（H29年度）,目標値（R4年度）', '6,8', ['本 H29年度: 6']],
  ['最終評価時 実績値（R4年度）,目標値（R4年度）', '6,8', ['本 R4年度: 6']],
  ['現在の値,目標値（R4年度）', '6（R3年度）,8', ['本 R3年度: 6（R3年度）']],
  // Without a target, it may be one. Without a year, its time is unknown.
  ['中間評価時（H29年度）', '6', []],
  ['現在の値,目標値（R4年度）', '6,8', []],
])('reads the values between the baseline and the target: %s', (headings, cells, results) => {
  for (const sheet of importBoth([`指標名,単位,基準値（H24年度）,${headings}`, `本,人,5,${cells}`])) {
    expect(sheet.results).toEqual(results);
    expect(sheet.warnings).toEqual(results.length > 0 ? [] : ['unused-values 2']);
  }
});

test.each([
  ['実績（年）', '本,人,5,9', '本 R4: 5'],
  ['実績（冊）', '本,冊,5,9', '本 R4: 5'],
])('%s above R4 %s says what the year or the value is', (group, row, result) => {
  const { results, diagnostics } = importWorkbookSheet({
    rows: [['指標名', '単位', group, '目標値（令和9年度）'], [null, null, 'R4', null], row.split(',')],
  });
  expect([results, diagnostics.filter((line) => line.startsWith('other-unit'))]).toEqual([[result], []]);
});
