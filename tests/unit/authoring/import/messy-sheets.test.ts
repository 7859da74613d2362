import { describe, expect, test } from 'vitest';
import { importSheetCells, importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

/* Sheets as departments keep them. 架空市 does not exist; all names and numbers are invented. */

const TITLE = '架空市総合計画　指標一覧（架空の市の、つくりものの数値です）';
const HEAD = '指標名,単位,現状値（令和4年度）,令和5年度実績,目標値（令和9年度）';
const VISITORS = '来館者数,人,"12,340","13,005","15,000"';
const VISITORS_READ = '来館者数 人 増加 12,340@令和4年度→15,000@令和9年度';

describe('a time and a unit in one pair of brackets', () => {
  test.each([
    '現状値（令和4年度・％）,目標値（令和9年度・％）',
    '現状値（令和4年度、％）,目標値（令和9年度、％）',
    '現状値（令和4年度／％）,目標値（令和9年度：％）',
    '現状値（％・令和4年度）,目標値（％、令和9年度）',
    '現状値（令和4年度 単位：％）,目標値（単位：％、令和9年度）',
    '現状値【令和4年度・％】,目標値［令和9年度・％］',
  ])('are read: %s', (headings) => {
    expect(importSheetLines([TITLE, `指標名,${headings}`, '健診の受診率,38.5,60'])).toMatchObject({
      indicators: ['健診の受診率 ％ 増加 38.5@令和4年度→60@令和9年度'],
      issues: [],
      warnings: [],
    });
  });

  test('are read with a year without 年度, which is reported', () => {
    const lines = ['指標名,現状値（R4・人）,R5実績（人）,目標値（R9・人）', '講座の参加者数,385,390,600'];
    expect(importSheetLines(lines)).toMatchObject({
      indicators: ['講座の参加者数 人 増加 385@R4→600@R9'],
      warnings: ['unclear-column-year 2', 'unclear-column-year 2', 'unclear-column-year 2'],
    });
  });

  test('may differ: each value has the unit of its heading', () => {
    const lines = ['指標名,現状値（令和4年度・千人）,目標値（令和9年度・人）', '来館者数,38,50000'];
    expect(importSheetLines(lines).indicators).toEqual(['来館者数 増加 38千人@令和4年度→50000人@令和9年度']);
  });

  test.each(['現状値（令和4年度・見込）', '現状値（令和4・5年度・人）'])(
    'are not read with further words: %s',
    (heading) => {
      const { indicators, warnings } = importSheetLines([`指標名,${heading},目標値（令和9年度）`, '来館者数,38,50']);
      expect([indicators, warnings]).toEqual([[expect.stringMatching(/^来館者数 →/)], ['unused-values 2']]);
    },
  );
});

describe('the targets of both halves of a plan', () => {
  test.each([
    '前期基本計画目標値（R7年度）,後期基本計画目標値（R12年度）',
    '前期実施計画目標値（R7年度）,後期実施計画目標値（R12年度）',
  ])('are read: %s', (headings) => {
    const lines = [TITLE, `指標名,単位,現状値（R2年度）,${headings}`, '健診の受診率,％,38.5,50,60'];
    expect(importSheetLines(lines)).toMatchObject({
      indicators: ['健診の受診率 ％ 増加 38.5@R2年度→60@R12年度'],
      targets: ['健診の受診率 R7年度: 50'],
      issues: [],
      warnings: [],
    });
  });

  test('are read below groups', () => {
    const lines = [
      '指標名,単位,現状値,前期基本計画,後期基本計画',
      ',,R2年度,目標値（R7年度）,目標値（R12年度）',
      '健診の受診率,％,38.5,50,60',
    ];
    expect(importSheetLines(lines)).toMatchObject({ targets: ['健診の受診率 R7年度: 50'], warnings: [] });
  });

  test('are refused without the year of the later half: that of the earlier one is not the final one', () => {
    const headings = '前期基本計画目標値（R7年度）,後期基本計画目標値';
    const lines = [`指標名,単位,現状値（R2年度）,${headings}`, '健診の受診率,％,38.5,50,60'];
    const { indicators, targets, issues } = importSheetCells(lines);
    expect([indicators[0]?.目標値, targets[0]?.目標値]).toEqual([undefined, '50']);
    expect(issues).toEqual(['2:18 unread-target {"heading":"後期基本計画目標値"}']);
  });
});

describe('a row below an indicator', () => {
  test.each([
    '達成率,％,,65,100',
    '達成率（％）,％,64.2,65.0,100.0%',
    '累計達成率,％,,60,100',
    '進捗率,％,－,55,100',
    '対前年比,％,,101.3,100',
    '前年比,％,,101.3,',
    '前年同期比,％,,101.3,',
    '対R4比,％,,101.3,',
    '対令和4年度比,％,,101.3,',
    '基準年比,％,,101.3,',
    '対前年度増減,人,,665,',
    '前年度比増減,,,+665,',
    '対前年度増減数,人,,665,',
    '増減数,人,,665,',
    '前年度実績,人,,"12,340",',
  ])('that only compares it is left out with a notice: %s', (row) => {
    const { indicators, results, notices, issues } = importSheetLines([HEAD, VISITORS, row]);
    expect([indicators, results, issues]).toEqual([[VISITORS_READ], ['来館者数 令和5年度: 13,005'], []]);
    expect(notices).toContainEqual(expect.stringMatching(/^3: .*比率、評価、費用などの行とみて、指標にしません/));
  });

  test.each(['市全体', '市全域', '県全体'])('with the figures of %s is left out with a notice', (name) => {
    const { indicators, notices } = importSheetLines([HEAD, VISITORS, `${name},人,"22,340","23,005","25,000"`]);
    expect(indicators).toEqual([VISITORS_READ]);
    expect(notices).toContainEqual(expect.stringMatching(/^3: .*合計や参考の行とみて、指標にしません/));
  });

  test.each(['進捗率,％,55,60,100', '達成率,％,20,21,45', '市全体の利用者数,人,5,6,9', '増減数の割合,％,5,6,9'])(
    'is an indicator if it has its own course: %s',
    (row) => {
      expect(importSheetLines([HEAD, VISITORS, row]).indicators).toHaveLength(2);
    },
  );
});

describe('a final target in words beside an interim one in numbers', () => {
  test.each([
    ['目標値（R6年度）,目標値（R9年度）', '増加'],
    ['R6年度目標,目標値（R9年度）', '現状維持'],
    ['前期目標（R6年度）,後期目標（R9年度）', '維持'],
    ['R6年度目標,最終目標（R9年度）', '未定'],
  ])('is the target: %s', (headings, word) => {
    const lines = [`指標名,単位,現状値（R4年度）,${headings}`, `市民の満足度,％,55.1,58,${word}`];
    expect(importSheetLines(lines)).toMatchObject({
      indicators: [`市民の満足度 ％ 55.1@R4年度→${word}@R9年度`],
      targets: ['市民の満足度 R6年度: 58'],
    });
  });

  test('is not a sentence without a year', () => {
    const lines = ['指標名,単位,現状値（R4年度）,R6年度目標,目標', '市民の満足度,％,55.1,58,住みやすいまち'];
    expect(importSheetLines(lines).indicators).toEqual(['市民の満足度 ％ 増加 55.1@R4年度→58@R6年度']);
  });
});

describe('the advice on an unused column leads to right data', () => {
  const importRows = (rows: readonly (readonly (string | number)[])[]) => importWorkbookSheet({ rows });

  test('if a row of plans has a later year: that is the target', () => {
    const importPlans = (last: string) =>
      importRows([
        ['指標名', '区分', '令和5年度実績', '令和6年度実績', last],
        ['開館日数', '計画', '290日', '291日', '292日'],
        ['', '実績', '288日', '289日', ''],
      ]);
    expect(importPlans('令和7年度計画').hints.join()).toContain(
      'その年度の目標なら、見出しを「令和5年度目標」のように',
    );
    expect(importPlans('令和7年度目標')).toMatchObject({
      indicators: ['開館日数 日 →292日@令和7年度'],
      targets: ['開館日数 令和5年度: 290日', '開館日数 令和6年度: 291日'],
    });
  });

  test('if each year has a plan: the last one is the target', () => {
    const importPlans = (word: string) =>
      importRows([
        ['指標名', `令和5年度${word}`, '令和5年度実績', `令和6年度${word}`, '令和6年度実績'],
        ['移住者', '10人', '8人', '12人', '11人'],
      ]);
    const { hints } = importPlans('計画');
    expect(hints.join()).toContain('「令和5年度目標」');
    expect(hints.join()).not.toContain('中間目標');
    expect(importPlans('目標')).toMatchObject({
      indicators: ['移住者 人 →12人@令和6年度'],
      targets: ['移住者 令和5年度: 10人'],
    });
  });

  test.each(['基準値（H30～R4の平均）', '策定時（H30～R4平均）', '現状値（年平均）'])(
    'if the heading is of a baseline: %s',
    (heading) => {
      const importBaseline = (first: string, value: string) =>
        importRows([
          ['指標名', first, 'R5年度', '目標値（R9年度）'],
          ['交通事故', value, '140件', '100件以下'],
        ]);
      const { warnings, hints } = importBaseline(heading, '152件');
      expect([warnings, hints.join()]).toEqual([['unused-values 2'], expect.stringContaining('見出しを「基準値」')]);
      expect(importBaseline('基準値', '152件（H30～R4年度の平均）')).toMatchObject({
        indicators: ['交通事故 件 減少 152件（H30～R4年度の平均）@H30～R4年度の平均→100件以下@R9年度'],
        results: ['交通事故 R5年度: 140件'],
      });
    },
  );
});

describe('an interim target after the target', () => {
  const LATE = expect.stringContaining('中間の目標の時点が、目標値の時点より後です。') as string;
  const importTargets = (headings: string, values: string) =>
    importSheetLines([`指標名,単位,${headings}`, `開館日数,日,${values}`]);

  test.each([
    ['目標値（令和6年度）,中間目標（令和7年度）', '291,292'],
    ['目標値,目標値の時点,中間目標（令和7年度）', '291,令和6年度,292'],
    ['目標値（令和6年度）,中間目標', '291,292日（令和7年度）'],
  ])('is reported: %s', (headings, values) => {
    expect(importTargets(headings, values).notices).toContainEqual(LATE);
  });

  test('is the target with the heading of the advice', () => {
    expect(importTargets('目標値（令和6年度）,令和7年度目標', '291,292')).toMatchObject({
      indicators: ['開館日数 日 →292@令和7年度'],
      targets: ['開館日数 令和6年度: 291'],
      notices: expect.not.arrayContaining([LATE]) as string[],
    });
  });

  test.each([
    ['目標値（令和9年度）,中間目標（令和7年度）', '291,292'],
    ['目標値,中間目標（令和7年度）', '291,292'],
    ['目標値（令和6年度）,中間目標', '291,292'],
    ['当初目標値（令和6年度）,中間目標（令和7年度）,見直し後目標値（令和9年度）', '291,292,293'],
  ])('is not reported: %s', (headings, values) => {
    expect(importTargets(headings, values).notices).not.toContainEqual(LATE);
  });
});
