import { describe, expect, test } from 'vitest';
import { importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

describe('the direction', () => {
  test.each([
    ['5', '9', '件', '増加'],
    ['9', '5', '件', '減少'],
    ['500円', '1千円', '円', '増加'],
    ['5件', '3件以下', '件', '減少'],
    ['▲3', '0', '%', '増加'],
    ['約40%', '50%以上', '%', '増加'],
  ])('from %s to %s in %s is %s, which a notice says', (baseline, target, unit, direction) => {
    const { indicators, notices } = importSheetLines(['指標名,単位,現状値,目標値', `本,${unit},${baseline},${target}`]);
    expect(indicators).toEqual([`本 ${unit} ${direction} ${baseline}→${target}`]);
    expect(notices).toContain(
      `2: 良い方向が書かれていないので、現状値から目標値への動きをみて「${direction}」とします。ちがうときは、表に「良い方向」の列を加えてください。`,
    );
  });

  test.each([
    ['0件', '0件'],
    ['－', '10件'],
    ['', '10件'],
    ['5件', ''],
    ['5人', '6件'],
  ])('from %j to %j is unknown, which is reported once', (baseline, target) => {
    const { indicators, notices, diagnostics } = importWorkbookSheet({
      rows: [
        ['指標名', '単位', '現状値', '目標値'],
        ['本', '件', baseline, target],
      ],
    });
    expect([indicators, notices]).toEqual([[`本 件 ${baseline}→${target}`], []]);
    expect(diagnostics.filter((line) => line.startsWith('no-direction'))).toEqual(['no-direction 2']);
  });

  test('is unknown if a population may be meant to fall slowly', () => {
    const lines = ['指標名,単位,現状値,目標値', '架空町の総人口,人,5200,5000', '空き家,軒,52,50'];
    expect(importSheetLines(lines).indicators).toEqual(['架空町の総人口 人 5200→5000', '空き家 軒 減少 52→50']);
  });

  test('is unknown, with a warning, if a burden may be meant to grow slowly', () => {
    const { indicators, notices, diagnostics } = importWorkbookSheet({
      rows: [
        ['指標名', '単位', '現状値', '目標値'],
        ['要介護認定率', '%', '18%', '20%'],
      ],
    });
    expect([indicators, notices]).toEqual([['要介護認定率 % 18%→20%'], []]);
    expect(diagnostics).toContain('no-direction 2');
  });

  test('is unknown if the baseline is of half a year, and the target of a year', () => {
    const lines = ['指標名,単位,現状値の時点,現状値,目標値の時点,目標値', '本,件,令和5年度上半期,30件,令和9年度,50件'];
    expect(importSheetLines(lines).notices.join('\n')).not.toContain('良い方向');
    expect(importSheetLines([lines[0] ?? '', '本,件,令和5年度,30件,令和9年度,50件']).notices.join('\n')).toContain(
      '「増加」',
    );
  });

  test.each([
    ['5件', '3件以上'],
    ['0件', '0件を維持'],
    ['5件', '増加'],
    ['－', '10件以上'],
    ['97件', '95件を維持'],
    ['97件', '概ね95件を維持'],
  ])('from %s to %s is left to the words of the target', (baseline, target) => {
    const unit = '件';
    const { indicators, notices } = importSheetLines(['指標名,単位,現状値,目標値', `本,${unit},${baseline},${target}`]);
    expect([indicators, notices]).toEqual([[`本 ${unit} ${baseline}→${target}`], []]);
  });

  test('of the sheet comes first', () => {
    const { indicators, notices } = importSheetLines(['指標名,指標の方向,現状値,目標値', '本,↓,5,6']);
    expect([indicators, notices]).toEqual([['本 減少 5→6'], []]);
  });

  test.each([
    ['増加を目指す', '増加'],
    ['増加させる', '増加'],
    ['現状維持をめざす', '維持'],
    ['低下を目指す', '減少'],
    ['検討を目指す', '検討を目指す'],
  ])('of the sheet may be the sentence %s', (text, direction) => {
    const lines = ['指標名,方向性,現状値,目標値', `本,${text},5,6`];
    expect(importSheetLines(lines).indicators).toEqual([`本 ${direction} 5→6`]);
  });
});

test('no direction is proposed from the number of a year to that of a day', () => {
  expect(importSheetLines(['指標名,単位,現状値,目標値', '利用者,人,3000,1日20人']).indicators).toEqual([
    '利用者 人 3000→1日20人',
  ]);
  expect(importSheetLines(['指標名,単位,現状値,目標値', '1日平均利用者数,人,20,1日30人']).indicators).toEqual([
    '1日平均利用者数 人 増加 20→1日30人',
  ]);
});

test('方向性 with the outlook of a project is not a direction', () => {
  const lines = ['指標名,方向性,現状値,目標値', '本,現状維持,5,9', '紙,拡充,9,5'];
  expect(importSheetLines(lines).indicators).toEqual(['本 増加 5→9', '紙 減少 9→5']);
});

test('no direction is proposed from the number of a year to that of several', () => {
  const lines = ['指標名,単位,現状値,現状値の時点,目標値,目標値の時点', '家,棟,10,令和4年度,60,令和5～9年度'];
  expect(importSheetLines(lines).indicators).toEqual(['家 棟 10@令和4年度→60@令和5～9年度']);
});
