import { describe, expect, test, vi } from 'vitest';
import { isOtherFigure } from '../../../../src/authoring/import/row-markers.ts';
import { importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

/** What every layout of two rows becomes: the sheet has 健診 and 広場 with yearly targets and results. */
const EXPECTED = {
  indicators: ['健診受診率 % 増加 38.2@令和3年度→50@令和9年度', '広場の数 箇所 増加 3@令和3年度→8@令和9年度'],
  results: [
    '健診受診率 令和4年度: 39.5',
    '健診受診率 令和5年度: 41.1',
    '広場の数 令和4年度: 3',
    '広場の数 令和5年度: 5',
  ],
  targets: ['健診受診率 令和4年度: 40', '健診受診率 令和5年度: 42', '広場の数 令和4年度: 4', '広場の数 令和5年度: 5'],
  issues: [],
};

const HEAD = '指標名,単位,現状値（令和3年度）,目標値（令和9年度）';
const YEARS = '令和4年度,令和5年度';

const LAYOUTS: readonly (readonly [string, readonly string[]])[] = [
  ...['区分', '項目', '目標・実績', '目標/実績', '内訳', '種類', ''].map(
    (heading) =>
      [
        `a column of markers called 「${heading}」, with a blank name`,
        [
          `${HEAD},${heading},${YEARS}`,
          '健診受診率,%,38.2,50,目標,40,42',
          ',,,,実績,39.5,41.1',
          '広場の数,箇所,3,8,目標,4,5',
          ',,,,実績,3,5',
        ],
      ] as const,
  ),
  [
    'a repeated name',
    [
      `${HEAD},区分,${YEARS}`,
      '健診受診率,%,38.2,50,目標値,40,42',
      '健診受診率,%,38.2,50,実績値,39.5,41.1',
      '広場の数,箇所,3,8,目標値,4,5',
      '広場の数,箇所,3,8,実績値,3,5',
    ],
  ],
  [
    'the markers of sheets of ministries, in a column without a heading',
    [
      `${HEAD},,${YEARS}`,
      '健診受診率,%,38.2,50,成果実績,39.5,41.1',
      ',,,,目標値,40,42',
      '広場の数,箇所,3,8,活動実績,3,5',
      ',,,,目標値,4,5',
    ],
  ],
  [
    'the results first',
    [
      `${HEAD},区分,${YEARS}`,
      '健診受診率,%,38.2,50,実績,39.5,41.1',
      ',,,,計画,40,42',
      '広場の数,箇所,3,8,実績,3,5',
      ',,,,計画,4,5',
    ],
  ],
  [
    'the markers before the names',
    [
      `区分,${HEAD},${YEARS}`,
      '目標,健診受診率,%,38.2,50,40,42',
      '実績,,,,,39.5,41.1',
      '目標,広場の数,箇所,3,8,4,5',
      '実績,,,,,3,5',
    ],
  ],
  [
    'all targets before all results',
    [
      `${HEAD},区分,${YEARS}`,
      '健診受診率,%,38.2,50,目標,40,42',
      '広場の数,箇所,3,8,目標,4,5',
      '健診受診率,%,38.2,50,実績,39.5,41.1',
      '広場の数,箇所,3,8,実績,3,5',
    ],
  ],
  [
    'the markers at the end of the names',
    [
      `${HEAD},${YEARS}`,
      '健診受診率（目標）,%,38.2,50,40,42',
      '健診受診率（実績）,%,38.2,50,39.5,41.1',
      '広場の数（目標）,箇所,3,8,4,5',
      '広場の数（実績）,箇所,3,8,3,5',
    ],
  ],
  [
    'the markers behind the names, before a unit or without brackets',
    [
      `${HEAD},${YEARS}`,
      '健診受診率 目標値,%,38.2,50,40,42',
      '健診受診率 実績値,%,38.2,50,39.5,41.1',
      '広場の数目標,箇所,3,8,4,5',
      '広場の数実績,箇所,3,8,3,5',
    ],
  ],
  [
    'the markers below the name',
    [
      `${HEAD},${YEARS}`,
      '健診受診率,%,38.2,50,,',
      '　目標,,,,40,42',
      '　実績,,,,39.5,41.1',
      '広場の数,箇所,3,8,,',
      '　目標,,,,4,5',
      '　実績,,,,3,5',
    ],
  ],
  [
    'years in a second row of headings',
    [
      `${HEAD},区分,年度別,`,
      ',,,,,令和4年度,令和5年度',
      '健診受診率,%,38.2,50,目標,40,42',
      ',,,,実績,39.5,41.1',
      '広場の数,箇所,3,8,目標,4,5',
      ',,,,実績,3,5',
    ],
  ],
];

describe('two rows for each indicator', () => {
  test.each(LAYOUTS)('are read with %s', (_what, lines) => {
    expect(importSheetLines(lines)).toMatchObject(EXPECTED);
  });

  test('are read if the cells of the name are merged', () => {
    const { diagnostics, ...imported } = importWorkbookSheet({
      rows: [
        ['指標名', '単位', '現状値（令和3年度）', '目標値（令和9年度）', '区分', '令和4年度', '令和5年度'],
        ['健診受診率', '%', 38.2, 50, '目標', 40, 42],
        [null, null, null, null, '実績', 39.5, 41.1],
        ['広場の数', '箇所', 3, 8, '目標', 4, 5],
        [null, null, null, null, '実績', 3, 5],
      ],
      merged: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'A4:A5', 'B4:B5'],
    });
    expect(imported).toMatchObject(EXPECTED);
    expect(diagnostics.filter((code) => code.startsWith('merged'))).toEqual([]);
  });

  test('are read even if formulas fail in the unused rates below them', () => {
    const { diagnostics, results } = importWorkbookSheet({
      rows: [
        ['指標名', '単位', '良い方向', '区分', '令和5年度', '令和9年度'],
        ['広場の数', '箇所', '増加', '目標', 4, 8],
        [null, null, null, '実績', { formula: '1+2', result: 3 }, null],
        [null, null, null, '達成率', { formula: 'E3/E2', result: 0.75 }, { mistake: '#DIV/0!' }],
      ],
    });
    const isOfCell = (code: string) => /^(?:formula|error)-cell/.test(code);
    expect([results, diagnostics.filter(isOfCell)]).toEqual([['広場の数 令和5年度: 3'], ['formula-cell 3']]);
  });

  test('may share merged cells with rows that are left out', () => {
    const { diagnostics, results } = importWorkbookSheet({
      rows: [
        ['指標名', '単位', '方向', '区分', '令和5年度', '令和9年度'],
        ['広場の数', '箇所', '増加', '目標', 4, 8],
        [null, null, null, '実績', 3, null],
        [null, null, null, '達成率', 75, null],
      ],
      merged: ['A2:A4', 'B2:B4', 'C2:C4'],
    });
    expect([results, diagnostics.filter((code) => code.startsWith('merged'))]).toEqual([['広場の数 令和5年度: 3'], []]);
  });

  test('have the latest target of the row as target if no column has one', () => {
    expect(importSheetLines(['指標名,区分,R8,令和4年度,2025', '本,目標,60,40,50', ',実績,,39,'])).toMatchObject({
      indicators: ['本 →60@R8'],
      results: ['本 令和4年度: 39'],
      targets: ['本 令和4年度: 40', '本 2025: 50'],
    });
  });

  test('say if a yearly target contradicts the target of its year', () => {
    const { targets, notices } = importSheetLines([
      '指標名,目標値（令和5年度）,区分,令和4年度,令和5年度',
      '本,50,目標,40,45',
      ',,実績,39,44',
    ]);
    expect(targets).toEqual(['本 令和4年度: 40']);
    expect(notices).toContain('2: 「本」の目標値は「50」を使い、同じ時点の「45」は使いません。');
  });
});

describe('three rows for each indicator', () => {
  test.each([
    '達成率',
    '達成率（％）',
    '達成率%',
    '【達成率】',
    '達成',
    '進捗率',
    '達成度',
    'B/A',
    'b/a(%)',
    'Ｂ／Ａ',
    'B÷A×100',
  ])('leave out the row of %s and say so', (rate) => {
    const { indicators, results, targets, notices, issues } = importSheetLines([
      '施策,指標名,単位,区分,令和4年度,令和5年度',
      'x,健診受診率,%,目標,40,42',
      ',,,実績,39.5,41.1',
      `,,,${rate},98.8,97.9`,
    ]);
    expect([indicators, results.length, targets, issues]).toEqual([
      ['健診受診率 % →42@令和5年度'],
      2,
      ['健診受診率 令和4年度: 40'],
      [],
    ]);
    expect(notices).toContain(`4: 「${rate}」の行は、目標でも実績でもないので使いません。`);
  });

  test('may have numbers, by which the last row says how it is computed', () => {
    const lines = ['指標名,区分,令和4年度,令和5年度', '本,①目標,40,42', ',②実績,39,41', ',②/①,98,98'];
    const { results, targets, issues } = importSheetLines(lines);
    expect([results.length, targets, issues]).toEqual([2, ['本 令和4年度: 40'], []]);
  });
});

describe('a table of two rows reports', () => {
  const HEADINGS = '指標名,区分,令和4年度,令和5年度';

  test('a row without a marker', () => {
    const { issues, results } = importSheetLines([
      HEADINGS,
      '本,目標,1,2',
      ',実績,1,1',
      '紙,,3,',
      '筆,目標,5,6',
      ',実績,5,5',
    ]);
    expect([issues, results.length]).toEqual([['unclear-row-kind 4'], 4]);
  });

  test.each([['【目標】'], ['目標値', '【実績】'], ['＜数値目標＞'], ['年次計画'], ['年度別計画値']])(
    'rows below a row %s, if years head the values',
    (...above) => {
      const lines = ['本,1,2', ...above.map((marker) => `${marker},,`), '紙,3,4'];
      const { issues, results } = importSheetLines(['指標名,令和4年度,令和5年度', ...lines]);
      expect([issues, results]).toEqual([['unclear-row-kind 2', `unclear-row-kind ${above.length + 3}`], []]);
    },
  );

  test.each(['目標', '実績'])('a row without a name and a marker below a row of %s', (marker) => {
    const { issues } = importSheetLines([HEADINGS, `本,${marker},1,2`, ',,3,4', '紙,目標,5,6', ',実績,5,5']);
    expect(issues).toEqual(['nameless-row 3']);
  });

  test.each([
    ['of targets, which has only the beginning', '健診の', '受診率', ['nameless-row 2', 'nameless-row 3']],
    ['of results, which has the rest', '健診', '受診率', ['nameless-row 3']],
  ])('a name over the rows, at the row %s', (_what, first, second, expected) => {
    const { issues } = importSheetLines([HEADINGS, `${first},目標,1,2`, `${second},実績,1,1`]);
    expect(issues).toEqual(expected);
  });

  test('a second pair of rows below one name', () => {
    const { issues } = importSheetLines([HEADINGS, '本,目標,1,2', ',実績,1,1', ',目標,3,4', ',実績,5,5']);
    expect(issues).toEqual(['nameless-row 4', 'nameless-row 5']);
  });

  test('two indicators of one name', () => {
    const { issues } = importSheetLines([HEADINGS, '本,目標,1,2', '本,実績,1,1', '本,目標,3,4', '本,実績,5,5']);
    expect(issues).toEqual(['repeated-name 2', 'repeated-name 4']);
  });

  test.each([
    ['本,冊,目標,36,40,50', ',,実績,35,38,51'],
    ['本,冊,実績,35,38,51', ',,目標,36,40,50'],
  ])('a result below the target, which is of its year: %s', (...rows) => {
    const head = '指標名,単位,区分,令和4年度,令和5年度,目標値（令和6年度）';
    const { indicators, results, notices } = importSheetLines([head, ...rows]);
    expect(indicators).toEqual(['本 冊 →50@令和6年度']);
    expect(results).toEqual(['本 令和4年度: 35', '本 令和5年度: 38', '本 令和6年度: 51']);
    expect(notices.filter((one) => one.includes('「50」を使い、「51」は令和6年度の実績とします。'))).toHaveLength(1);
    const undated = importSheetLines([head.replace('（令和6年度）', ''), ...rows]);
    expect([undated.indicators, undated.results.length]).toEqual([['本 冊 →50'], 2]);
    expect(undated.notices.join()).toContain('の「50」を使い、「51」は使いません。');
  });

  test('cells in both rows that differ', () => {
    const { notices } = importSheetLines(['指標名,単位,区分,令和4年度', '本,冊,実績,1', ',人,目標,2']);
    expect(notices[0]).toBe('3: 「本」の「単位」は、2行めの「冊」を使い、「人」は使いません。');
  });

  test.each([
    ['人', '千人', ['本 令和4年度: 5千人']],
    ['千人', '人', ['本 令和4年度: 5人']],
    ['％', '%', ['本 令和4年度: 5']],
    ['人', '', ['本 令和4年度: 5']],
    ['人', '－', ['本 令和4年度: 5']],
  ])('results keep the unit of their row: %s of targets, "%s" of results', (target, result, results) => {
    const lines = ['指標名,単位,区分,令和4年度', `本,${target},目標,6`, `,${result},実績,5`];
    expect(importSheetLines(lines)).toMatchObject({ results });
  });
});

describe('rows with a word that is no marker', () => {
  const head = ['指標名', '区分', '単位', '令和4年度', '令和5年度'];

  test.each([
    ['the same name', '当初目標', '実績', '本', 'repeated-name 2'],
    ['the same name', '計画値（当初）', '実績値（確定）', '本', 'repeated-name 2'],
    ['the same name', '見直し後の目標値', '実績（見込）', '本', 'repeated-name 2'],
    ['an empty name', '当初目標', '実績', null, 'nameless-row 3'],
    ['an empty name', '計画値（当初）', '実績値（確定）', null, 'nameless-row 3'],
  ])('and with %s are advised to have a marker: %s, %s', (_what, first, second, name, code) => {
    const rows = [head, ['本', first, '冊', 5, 6], [name, second, '冊', 4, 5]];
    const { diagnostics, hints } = importWorkbookSheet({ rows });
    expect(diagnostics).toContain(code);
    expect(hints.join()).toMatch(/「区分」の列に(?:、行ごとに)?「目標」か「実績」とだけ書きます/);
    const followed = [head, ['本', '目標', '冊', 5, 6], [name, '実績', '冊', 4, 5]];
    expect(importWorkbookSheet({ rows: followed }).results).toEqual(['本 令和4年度: 4', '本 令和5年度: 5']);
  });
});

test('the name of a row is folded once for all forms of markers, however often it occurs', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  const count = (title: string) => {
    normalize.mockClear();
    isOtherFigure(title);
    return normalize.mock.calls.length;
  };
  // The first form fits ◆◇目標, and none fits the other name.
  const counts = ['◆◇目標', '広報紙を読む人', '広報紙を読む人'].map(count);
  normalize.mockRestore();
  expect(counts).toEqual([counts[0], counts[0], 0]);
});
