import { describe, expect, test } from 'vitest';
import { BOOKS, importSheetCells, importSheetLines } from '../../../support/import-sheet.ts';

describe('of several columns of targets', () => {
  test.each([
    ['R7目標,R8目標', 'R8', 'R7'],
    ['R8目標,R7目標', 'R8', 'R7'],
    ['令和7年度目標,R8目標', 'R8', '令和7年度'],
    ['R7目標,令和8年度目標', '令和8年度', 'R7'],
    ['2025目標,2028目標', '2028', '2025'],
    ['2028目標,R7目標', '2028', 'R7'],
    ['H30目標,R5目標', 'R5', 'H30'],
    ['H30目標,令和5年度目標値', '令和5年度', 'H30'],
    ['目標（2025年度）,目標（令和10年度）', '令和10年度', '2025年度'],
    ['令和元年度目標,平成30年度目標', '令和元年度', '平成30年度'],
  ])('%s the latest is the target, whatever the spelling', (headings, last, earlier) => {
    const [first = ''] = headings.split(',');
    const cells = first.includes(last) ? '60,50' : '50,60';
    expect(importSheetLines([`指標名,現状値,${headings}`, `本,40,${cells}`])).toMatchObject({
      indicators: [`本 増加 40→60@${last}`],
      targets: [`本 ${earlier}: 50`],
    });
  });

  test.each([
    '短期目標（R7年度）,長期目標（R12年度）',
    '前期目標（R7年度）,後期目標（R12年度）',
    '前期末目標（R7年度）,後期末目標（R12年度）',
    '目標値（前期：R7年度）,目標値（後期：R12年度）',
  ])('%s the latest is the target, whatever they are called', (headings) => {
    expect(importSheetLines([`指標名,現状値,${headings}`, '本,40,50,60'])).toMatchObject({
      indicators: ['本 増加 40→60@R12年度'],
      targets: ['本 R7年度: 50'],
    });
  });

  test('three are sorted', () => {
    expect(importSheetLines(['指標名,R9目標,2025目標,令和8年度目標', '本,3,1,2'])).toMatchObject({
      indicators: ['本 →3@R9'],
      targets: ['本 令和8年度: 2', '本 2025: 1'],
    });
  });

  test('beside a column of names, 数値目標 is one of them', () => {
    expect(importSheetLines(['指標名,数値目標,目標値（R12年度）', '本,5,9'])).toMatchObject({
      indicators: ['本 →5'],
      targets: ['本 R12年度: 9'],
    });
  });

  test('the latest keeps its position among the columns of a row', () => {
    const { indicators } = importSheetCells(['指標名,単位,現状値,R12年度目標,R9年度目標,備考', '本,冊,5,9,7,x']);
    expect(Object.keys(indicators[0] ?? {}).slice(0, 5)).toEqual(['名称', '単位', '現状値', '目標値', '注記']);
  });

  test('an undated one is the target', () => {
    expect(importSheetLines(['指標名,R8目標,最終目標', '本,1,2'])).toMatchObject({
      indicators: ['本 →2'],
      targets: ['本 R8: 1'],
    });
  });
});

describe('a revised target', () => {
  test.each([
    '当初目標値（R7年度）,見直し後目標値（R9年度）',
    '目標値（R7年度）,改定後の目標値（R9年度）',
    '見直し前の目標値（R7年度）,目標値（見直し後）（R9年度）',
    '変更前目標（R7年度）,変更後目標（R9年度）',
  ])('is beside the first one in targets.csv: %s', (headings) => {
    const { indicators, targets } = importSheetCells([`指標名,現状値,${headings}`, '本,5,9,12']);
    expect(indicators).toMatchObject([{ 目標値: '9', 目標値の時点: 'R7年度' }]);
    expect(targets).toMatchObject([{ 目標値: '12', 目標値の時点: 'R9年度', 種類: '最終' }]);
  });

  test('is below a group of targets', () => {
    const lines = ['指標名,現状値,目標値（R9年度）,', ',,当初,見直し後', '本,5,9,12'];
    const { indicators, targets } = importSheetCells(lines);
    expect(indicators).toMatchObject([{ 現状値: '5', 目標値: '9', 目標値の時点: 'R9年度' }]);
    expect(targets).toMatchObject([{ 目標値: '12', 目標値の時点: 'R9年度', 種類: '最終' }]);
  });

  test('has the time of the first one if it has none', () => {
    const { targets } = importSheetCells(['指標名,目標値,目標年度,見直し後目標値', '本,9,R9年度,12']);
    expect(targets).toMatchObject([{ 目標値: '12', 目標値の時点: 'R9年度' }]);
  });

  test.each(['1,200人', '1200', '変更なし', '同左', '据え置き', '－', ''])(
    'is none if the cell contains 「%s」 beside 1200人',
    (cell) => {
      const rows = ['指標名,単位,目標値,目標年度,見直し後目標値', `本,人,1200人,R9年度,"${cell}"`];
      const { targets, notices } = importSheetCells(rows);
      expect(targets).toEqual([]);
      const isSaid = notices.join().includes('目標が変わらないとみて');
      expect(isSaid).toBe(cell !== '' && cell !== '－');
    },
  );

  test('is the same number in a later year, which only its own cell may say', () => {
    const [headings, first] = ['指標名,単位,目標値（R9年度）,見直し後目標値（R9年度）', '本,人,1200人'];
    const { targets } = importSheetCells([headings, `${first},1200（R10年度）`]);
    expect(targets).toMatchObject([{ 目標値: '1200（R10年度）', 目標値の時点: 'R10年度', 種類: '最終' }]);
    expect(importSheetCells([headings, `${first}（R10年度）,1200（R10年度）`]).targets).toEqual([]);
  });

  test('is none if it has the words of the first one', () => {
    const { targets } = importSheetCells(['指標名,目標値（R9年度）,見直し後目標値（R9年度）', '本,維持,維持']);
    expect(targets).toEqual([]);
  });

  test('is an interim one if a later one is revised, too', () => {
    const headings = '当初目標値（R9年度）,見直し後目標値（R7年度）,見直し後目標値（R9年度）';
    const { targets } = importSheetCells([`指標名,${headings}`, '本,9,7,12']);
    expect(targets.map(({ 目標値, 種類 }) => [目標値, 種類])).toEqual([
      ['7', '中間'],
      ['12', '最終'],
    ]);
  });

  test.each([
    ['見直し後目標値（R9年度）,改定日', '12,令和6年3月31日', '2024-03-31'],
    ['見直し年月日,見直し後目標値（R9年度）', 'R6.3.31,12', '2024-03-31'],
    ['見直し後目標値（R9年度）,目標設定日', '12,2024-03-31', '2024-03-31'],
    // 設定日 has a day, so a year is not enough.
    ['見直し後目標値（R9年度）,見直し年度', '12,令和5年度', undefined],
    ['見直し後目標値（R9年度）,改定日', '12,－', undefined],
    // The day of the first target.
    ['目標設定日,見直し後目標値（R9年度）', '2024-03-31,12', undefined],
  ])('has its day from the sheet: %s %s', (headings, cells, day) => {
    for (const files of [{}, BOOKS]) {
      const { indicators, targets } = importSheetCells(
        [`指標名,単位,当初目標値（R9年度）,${headings}`, `本を借りた 人の数,人,9,${cells}`],
        files,
      );
      expect(targets.map((target) => [target.目標値, target.設定日])).toEqual([['12', day]]);
      expect(indicators.flatMap(Object.keys)).not.toContain('設定日');
    }
  });

  test('alone has a day in its sheet', () => {
    const { indicators, targets, notices } = importSheetCells(['指標名,目標値（R9年度）,改定日', '本,9,2024-03-31']);
    expect([indicators.flatMap(Object.keys).includes('設定日'), targets]).toEqual([false, []]);
    expect(notices.join()).toContain('使わない列：「改定日」');
  });

  test.each(['R8年度当初目標,R8年度見直し後目標,R6年度目標', '当初目標,見直し後目標,R6年度目標'])(
    'and the first one stay so beside the target of a year: %s',
    (headings) => {
      const { indicators, targets } = importSheetCells([`指標名,${headings}`, '本,9,12,7']);
      expect(indicators.map(({ 目標値 }) => 目標値)).toEqual(['9']);
      expect(targets.map(({ 目標値, 種類 }) => [目標値, 種類])).toEqual([
        ['7', '中間'],
        ['12', '最終'],
      ]);
    },
  );

  test('of the year of the target does not make that an interim one', () => {
    const headings = '目標値（R8年度）,当初目標値,見直し後目標値（R8年度）';
    const { indicators, targets } = importSheetCells([`指標名,${headings}`, '本,9,8,12']);
    expect(indicators).toMatchObject([{ 目標値: '9', 目標値の時点: 'R8年度' }]);
    expect(targets).toMatchObject([{ 目標値: '12', 目標値の時点: 'R8年度', 種類: '最終' }]);
  });

  test('is the target if the sheet has no other', () => {
    expect(importSheetLines(['指標名,現状値,見直し後目標値（R9年度）', '本,5,9'])).toMatchObject({
      indicators: ['本 増加 5→9@R9年度'],
      targets: [],
    });
  });
});

describe('an interim target', () => {
  test.each([
    ['中間目標(2019年度)', '2019年度'],
    ['中間目標値（令和元年度）', '令和元年度'],
    ['令和元年度中間目標', '令和元年度'],
    ['中間評価時目標（令和元年度）', '令和元年度'],
  ])('%s has its time', (heading, time) => {
    expect(importSheetLines([`指標名,現状値(2011年度),${heading},目標値(2023年度)`, '本,9.7,12,20'])).toMatchObject({
      indicators: ['本 増加 9.7@2011年度→20@2023年度'],
      targets: [`本 ${time}: 12`],
    });
  });

  test('may lack a time, which is reported', () => {
    const { targets, notices } = importSheetLines(['指標名,中間目標値,目標値', '本,12,20']);
    expect(targets).toEqual(['本 : 12']);
    expect(notices).toContain(
      '2: 中間の目標「12」の時点がわかりません。targets.csv の「目標値の時点」に書いてください。',
    );
  });

  test.each([
    '指標名,現状値,中間目標値,中間目標年度,最終目標値,最終目標年度',
    '指標名,現状値,中間目標,中間目標（年度）,目標,目標年度',
    '指標名,現状値,中間目標値,年度,目標値,年度',
  ])('may have its time in a column beside it: %s', (headings) => {
    const { indicators, targets, notices, warnings } = importSheetLines([
      headings,
      '本,5,12,R7,20,令和9年度',
      '紙,5,－,,20,R9',
    ]);
    expect([indicators, targets, warnings]).toEqual([
      ['本 増加 5→20@令和9年度', '紙 増加 5→20@R9年度'],
      ['本 R7年度: 12'],
      [],
    ]);
    expect(notices.filter((one) => /時点|使わない列/.test(one))).toEqual([]);
  });

  test('has no time beside two of them', () => {
    const { targets, warnings } = importSheetLines([
      '指標名,現状値,中間目標,中間目標値,中間目標年度,目標値',
      '本,5,12,13,R7,20',
    ]);
    expect([targets, warnings]).toEqual([['本 : 12', '本 : 13'], ['unused-values 2']]);
  });

  test('has the time beside it if the heading of the other has a time', () => {
    const headings = '指標名,現状値,中間目標値,中間目標年度,中間目標値（R7年度）,目標値';
    expect(importSheetLines([headings, '本,5,12,R6年度,13,20'])).toMatchObject({
      targets: ['本 R6年度: 12', '本 R7年度: 13'],
      warnings: [],
    });
  });

  test('has the time in its cell, which is reported if the heading has another', () => {
    const { targets, notices } = importSheetLines([
      '指標名,中間目標値（R7年度）,目標値（R9年度）',
      '本,7人（令和6年度）,9',
    ]);
    expect(targets).toEqual(['本 令和6年度: 7人（令和6年度）']);
    expect(notices.filter((notice) => notice.includes('見出しや列の時点「R7年度」とちがいます'))).toHaveLength(1);
  });

  test('never becomes the target', () => {
    expect(importSheetLines(['指標名,中間目標（令和12年度）,目標値（令和9年度）', '本,12,20']).indicators).toEqual([
      '本 →20@令和9年度',
    ]);
  });
});

describe('a Western year alone', () => {
  test('is the time of results', () => {
    expect(importSheetLines(['指標名,現状値(2021),2022,2023,目標(2028)', '本,5,6,7,9'])).toMatchObject({
      indicators: ['本 増加 5@2021→9@2028'],
      results: ['本 2022: 6', '本 2023: 7'],
    });
  });

  test('may be beside words', () => {
    expect(importSheetLines(['指標名,実績値(2022),2023実績,2028目標値', '本,6,7,9']).results).toEqual([
      '本 2022: 6',
      '本 2023: 7',
    ]);
  });

  test('is no heading in the first row of values', () => {
    const { indicators, results } = importSheetLines(['指標名,番号,現状値,目標値', '西暦の本,2022,2023,2030']);
    expect([indicators, results]).toEqual([['西暦の本 増加 2023→2030'], []]);
  });
});

describe('a column that is not used', () => {
  const readUnused = (headings: string, row: string) => {
    const { notices, warnings } = importSheetLines([headings, row]);
    return { notices: notices.filter((notice) => notice.includes('使わない列')), warnings };
  };

  test('is listed, if it says what part of the plan a row is of, or why a target was set', () => {
    const headings = '基本目標・施策,指標名,現状値,目標値,目標値設定の根拠,目標の考え方';
    expect(readUnused(headings, '1 架空の柱,本,5,9,年1冊,5+4')).toEqual({
      notices: ['2: 使わない列：「基本目標・施策」（A列）「目標値設定の根拠」（E列）「目標の考え方」（F列）。'],
      warnings: [],
    });
  });

  test('is listed, if it has values', () => {
    expect(readUnused('No.,指標名,現状値,目標値,担当課,予備,達成率', '1,本,5,9,図書館,,55%').notices).toEqual([
      '2: 使わない列：「No.」（A列）「担当課」（E列）「達成率」（G列）。',
    ]);
  });

  test.each([
    ['results without a time', '指標名,現状値,目標値,実績値', '本,5,9,6'],
    ['values with a further word', '指標名,現状値,目標値,目標値の平均', '本,5,9,6'],
    ['values of a group, but no known part of it', '指標名,現状値,目標値,実績値最新', '本,5,9,6'],
    ['a second baseline', '指標名,現状値（平成30年度）,目標値,現状値（令和4年度）', '本,5,9,6'],
    ['a target of the same year', '指標名,現状値,目標値（R9年度）,目標値（令和9年度）', '本,5,9,10'],
    [
      'a target before a revision beside the target',
      '指標名,現状値,当初目標値（R9年度）,目標値（R9年度）',
      '本,5,9,10',
    ],
    ['the value of a year', '指標名,現状値,目標値,R6決算値', '本,5,9,6'],
    ['the last value of a year, which may be a result', '指標名,現状値,目標値,最終値（R5年度）', '本,5,9,6'],
    ['an unknown value of a day', '指標名,現状値,目標値,2025-03-31残高', '本,5,9,6'],
    ['a value that may be a result or a target', '指標名,現状値,目標値,中間値（R4年度）', '本,5,9,6'],
    ['a value from before the plan', '指標名,現状値,目標値,計画初年度（R3年度）', '本,5,9,6'],
    ['a planned value', '指標名,現状値,目標値,R6計画値', '本,5,9,6'],
    ['a year of a plan', '指標名,現状値,目標値,第2次計画期間R6年度', '本,5,9,6'],
    ['a year of a half of a plan', '指標名,現状値,目標値,後期計画R6年度', '本,5,9,6'],
    ['a year of a part of a plan', '指標名,現状値,目標値,実施計画（R6年度）', '本,5,9,6'],
    ['a year that is called one of the plan', '指標名,現状値,目標値,計画年度R6年度', '本,5,9,6'],
    ['a value that may be a result', '指標名,現状値,指標値,目標値', '本,5,6,9'],
    ['such a value of a year', '指標名,現状値,指標値（R6年度）,目標値（R9年度）', '本,5,6,9'],
    ['a Western year with two digits', '指標名,現状値,目標値,FY21', '本,5,9,6'],
    ['the last value', '指標名,現状値,目標値,最新値', '本,5,9,6'],
    ['the first year', '指標名,現状値,目標値,元年度', '本,5,9,6'],
  ])('is a warning if it contains %s', (_, headings, row) => {
    expect(readUnused(headings, row)).toEqual({ notices: [], warnings: ['unused-values 2'] });
  });

  test('is a warning if it is a day that lost its format', () => {
    const { results, warnings } = importSheetLines(['指標名,令和5年度実績,45383,12345', '本,4,5,6']);
    expect([results, warnings]).toEqual([['本 令和5年度: 4'], ['unused-values 2']]);
  });

  test('is a warning if it is a year without its era behind another year', () => {
    const { results, warnings } = importSheetLines(['指標名,3,H29年度,30,R1年度,2,3', '本,4,5,6,7,8,9']);
    expect([results, warnings]).toEqual([
      ['本 H29年度: 5', '本 R1年度: 7'],
      ['unused-values 2', 'unused-values 2', 'unused-values 2'],
    ]);
  });

  test.each(['差（目標－実績）', '差引(目標-実績)', '対目標値', '目標まで(R4)', '目標値との差（R4）'])(
    'is no warning if it is computed: %s',
    (heading) => {
      expect(readUnused(`指標名,現状値,目標値,${heading}`, '本,5,9,4').warnings).toEqual([]);
    },
  );

  test.each(['目標値の考え方', '実績の評価', '実績値の達成率'])('is no warning below %s', (heading) => {
    expect(readUnused(`指標名,現状値,目標値,${heading}`, '本,5,9,ほかの市をみて決めました').warnings).toEqual([]);
  });

  test.each(['R7年度（見込）', 'R6年度実績（見込）', 'R6年度末見込', 'R6年度実績見込', 'R6年度 推計', 'R6年度予測値'])(
    'is a warning if it contains expected values of a year: %s',
    (heading) => {
      expect(readUnused(`指標名,現状値,R5年度実績,目標値,${heading}`, '本,5,6,9,7').warnings).toEqual([
        'unused-values 2',
      ]);
    },
  );

  test.each(['R8年度予算額', 'R5年度計画', 'R6年度決算額', 'R6年度達成率'])(
    'is no warning if it contains other figures of a year: %s',
    (heading) => {
      expect(readUnused(`指標名,現状値,目標値,${heading}`, '本,5,9,6').warnings).toEqual([]);
    },
  );

  test('is a fault if it contains the only targets', () => {
    expect(importSheetLines(['指標名,現状値,計画の目標水準', '本,5,9']).issues).toEqual(['unread-target 2']);
  });

  test('of numbers without a heading is reported', () => {
    const { notices } = importSheetLines(['指標名,現状値,目標値,備考', '本,5,9,ほか,6']);
    expect(notices).toContain('2: 見出しのない列に数や言葉がありますが、何を表すかわからないので使いません。');
  });
});

describe('years alone', () => {
  test.each([
    ['behind a group', '現状値（R4年度）,目標値（R9年度）,事業費R5年度,R6年度'],
    ['behind a group with short eras', '現状値（R4年度）,目標値（R9年度）,事業費令5,令6'],
    ['behind two years of a group', '現状値（R4年度）,類似市2020,2021,2022'],
    ['behind a target of an earlier year', '現状値（R4年度）,目標値（R7年度）,R8年度,R9年度'],
    ['behind an interim target of an earlier year', '現状値（R4年度）,中間目標R7年度,R8年度,目標値（R12年度）'],
  ])('are no results %s', (_what, heads) => {
    expect(importSheetLines([`指標名,${heads}`, '本,5,6,7,9']).results).toEqual([]);
  });

  test.each([
    ['a target of a later year', '目標値（R9年度）,R5年度,R6年度'],
    ['another column', '事業費R4年度,担当課,R6年度'],
    ['a column with a number', '備考2,R5年度,R6年度'],
    ['a year with a remark', 'R4年度（見込）,R5年度,R6年度'],
  ])('are results behind %s', (_what, heads) => {
    expect(importSheetLines([`指標名,現状値,${heads}`, '本,5,6,7,9']).results).toContain('本 R6年度: 9');
  });
});

test('years of a group of results are results behind another group with a year', () => {
  const heads = ['指標名,現状値,目標値,中間値,実績値の推移,', ',R1年度,R12年度,R3年度,R2年度,R3年度'];
  expect(importSheetLines([...heads, '本,5,9,7,6,8']).results).toEqual(['本 R2年度: 6', '本 R3年度: 8']);
});
