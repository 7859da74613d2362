import { describe, expect, test } from 'vitest';
import { completeYear, isUndatedResult, readSheetHeading } from '../../../../src/authoring/import/sheet-heading.ts';

describe('a heading of a column', () => {
  test.each([
    ['指標名', '名称'],
    ['成果指標名', '名称'],
    ['重要業績評価指標（KPI）', '名称'],
    ['KPI（重要業績評価指標）', '名称'],
    ['ＫＰＩ', '名称'],
    ['KPI指標', '名称'],
    ['指標（KPI）', '名称'],
    ['重要業績評価指標 KPI', '名称'],
    ['指標名（単位）', '名称'],
    [' 単 位 ', '単位'],
    ['基準値', '現状値'],
    ['計画策定時', '現状値'],
    ['基準年度', '現状値の時点'],
    ['目標', '目標値'],
    ['目標年度', '目標値の時点'],
    ['現状値（年度）', '現状値の時点'],
    ['現状値年度', '現状値の時点'],
    ['現状値値', '現状値'],
    ['基準値（基準年）', '現状値の時点'],
    ['目標（年次）', '目標値の時点'],
    ['目標値数値', '目標値'],
    ['目標値（年）', '目標値'],
    ['目指す方向', '良い方向'],
    ['備考', '注記'],
    ['指標ID', '指標ID'],
  ])('%s is %s', (text, heading) => {
    expect(readSheetHeading(text)).toEqual({ becomes: 'column', heading, period: '' });
  });

  test.each([
    ['基準値（令和4年度）', '現状値', '令和4年度'],
    ['現状値\n(R4)', '現状値', 'R4'],
    ['令和９年度目標値', '目標値', '令和9年度'],
    ['目標値【2027年度】', '目標値', '2027年度'],
    ['令和9年度末の目標値', '目標値', '令和9年度末'],
    ['現状値（令和5年10月時点）', '現状値', '令和5年10月時点'],
    ['現状値（令和4年度）※1', '現状値', '令和4年度'],
    ['目標値（令和9年度）注2', '目標値', '令和9年度'],
    ['計画最終年度目標値（R9年度）', '目標値', 'R9年度'],
    ['目標値（単年度）（R9年度）', '目標値', 'R9年度'],
    ['単年度目標（R9年度）', '目標値', 'R9年度'],
  ])('%s is %s of %s', (text, heading, period) => {
    expect(readSheetHeading(text)).toEqual({ becomes: 'column', heading, period });
  });
});

describe('a heading of results', () => {
  test.each([
    ['令和5年度実績', '令和5年度'],
    ['令和５年度', '令和5年度'],
    ['実績値（令和6年度）', '令和6年度'],
    ['R5実績値', 'R5'],
    ['2023年度 実績', '2023年度'],
    ['2023(令和5)年度実績', '2023(令和5)年度'],
    ['令和元年度実績', '令和元年度'],
    ['令和5年度末実績', '令和5年度末'],
    ['令和6年度実績（速報値）', '令和6年度'],
    ['R6年度実績※2', 'R6年度'],
    ['R6年度（確定値）', 'R6年度'],
    ['R5.4.1', 'R5.4.1'],
    ['H30.4.1現在', 'H30.4.1現在'],
    ['2023/4/1実績', '2023/4/1'],
    ['2023-04-01', '2023-04-01'],
    ['FY2023', 'FY2023'],
    ['KPI実績（R5年度）', 'R5年度'],
    ['令和5年度実績（単年）', '令和5年度'],
  ])('%s is of %s', (text, period) => {
    expect(readSheetHeading(text)).toEqual({ becomes: 'result', period });
  });
});

describe('nothing is made of', () => {
  test.each([
    '',
    '番号',
    '担当課',
    '令和5年度達成率',
    '令和5年度見込み',
    '令和5年度決算額',
    '達成率',
    '12023',
    '1800',
    '実績値',
    '令和5年13月実績',
    '中間値（R4年度）',
    '見直し後目標値（R9年度）',
    '実績値（令和3～5年度）',
    '令和3～5年度',
    '目標値（令和5～9年度累計）',
    '目標値（累計）（R9年度）',
    'KPI（R5年度）',
    '単年度収支（R5年度）',
  ])('%j', (text) => {
    expect(readSheetHeading(text)).toBeNull();
  });
});

describe('a year without 年度 or 年', () => {
  test.each([
    ['R5', '年度', 'R5年度'],
    ['2023', '年', '2023年'],
    ['令和5', '年度', '令和5年度'],
    ['R5', null, 'R5'],
    ['令和5年', '年度', '令和5年'],
    ['令和5年度末', '年', '令和5年度末'],
    ['', '年度', ''],
    ['不明', '年度', '不明'],
  ] as const)('%s is completed with %s only if it needs it', (period, kind, expected) => {
    expect(completeYear(period, kind)).toBe(expected);
  });
});

test.each(['実績', '実績値（％）', '実績(B)', '最新の実績※1'])('%s is a result without its time', (heading) => {
  expect(isUndatedResult(heading)).toBe(true);
});
