import { describe, expect, test } from 'vitest';
import { importSheetCells, importSheetLines } from '../../../support/import-sheet.ts';

describe('the unit', () => {
  test.each([
    ['精密検査受診率（％）', '％'],
    ['年間観光入込客数（万人）', '万人'],
    ['相談の件数[件]', '件'],
    ['寄附の額（千円）', '千円'],
    ['資源ごみの量（ｇ）', 'ｇ'],
    ['利用者数（単位：人日）', '人日'],
    ['健康寿命（男性）（歳）', '歳'],
  ])('is in the name %s', (title, unit) => {
    const { indicators, notices } = importSheetLines(['指標名,現状値,目標値', `${title},5,6`]);
    expect(indicators).toEqual([`${title} ${unit} 増加 5→6`]);
    expect(notices).toContain(`2: 名前の中の「${unit}」を、単位とします。`);
  });

  test.each([
    ['寄附の額', '', '寄附の額 千円'],
    ['寄附の額', '円', '寄附の額 円'],
    ['寄附（件）', '', '寄附（件） 件'],
  ])('of %s with the unit %j is that of 単位（千円） only if it has none', (title, unit, expected) => {
    const { indicators, notices } = importSheetLines(['指標名,単位（千円）,現状値,目標値', `${title},${unit},5,6`]);
    expect(indicators).toEqual([`${expected} 増加 5→6`]);
    expect(notices.includes('2: 見出しの中の「千円」を、単位とします。')).toBe(expected.endsWith('千円'));
  });

  test.each(['移住者数（人・累計）', '移住者数（累計・人）'])('is in the name %s, beside the counting', (title) => {
    const { indicators, notices } = importSheetLines(['指標名,現状値,目標値', `${title},5,6`]);
    expect(indicators).toEqual([`${title} 人 増加 5→6`]);
    expect(notices).toContain('2: 名前の中の「人」を、単位とします。');
  });

  test('beside the counting in a heading does not make the total a usual target', () => {
    const { indicators } = importSheetLines(['指標名,現状値,目標値（人・累計）', '移住者数,5,6']);
    expect(indicators).toEqual(['移住者数 5→']);
  });

  test.each(['健康寿命（男性）', '満足度（市民意識調査）', '施設の数（累計）'])('is not in the name %s', (title) => {
    expect(importSheetLines(['指標名,現状値,目標値', `${title},5,6`]).indicators).toEqual([`${title} 増加 5→6`]);
  });

  test('may be in the headings', () => {
    const { indicators, notices } = importSheetLines([
      '指標名,現状値（％）,目標値（％）,令和5年度（％）',
      '受診率,5,6,5',
    ]);
    expect(indicators).toEqual(['受診率 ％ 増加 5→6']);
    expect(notices).toContain('2: 見出しの中の「％」を、単位とします。');
  });

  test('stays empty if the headings contradict each other, and is written beside each number', () => {
    const { indicators, notices } = importSheetLines(['指標名,現状値（人）,目標値（％）', '受診率,5,6']);
    expect(indicators).toEqual(['受診率 5人→6％']);
    expect(notices).toContain('2: 見出しの単位が「人」と「％」でちがうので、単位は空のままにします。');
  });

  test.each([
    ['500円', '1千円', '円'],
    ['', '10件以上', '件'],
    ['40', '50%', '%'],
  ])('may be beside the values %j and %s', (baseline, target, unit) => {
    const { indicators, notices } = importSheetLines([
      '指標名,良い方向,現状値,目標値',
      `本,増加,${baseline},${target}`,
    ]);
    expect(indicators).toEqual([`本 ${unit} 増加 ${baseline}→${target}`]);
    expect(notices).toEqual([`2: 値についている「${unit}」を、単位とします。`]);
  });

  test.each([
    ['12', '回'],
    ['月1回', '回/月'],
  ])('of 月2回 beside a result %s is %s', (result, unit) => {
    const lines = ['指標名,良い方向,現状値,令和5年度実績,目標値', `会,増加,月1回,${result},月2回`];
    expect(importSheetLines(lines).indicators).toEqual([`会 ${unit} 増加 月1回→月2回`]);
  });

  test.each([
    ['100,2倍', '客 増加 100→2倍'],
    ['100人,2倍', '客 人 増加 100人→2倍'],
    ['1.1倍,1.3倍', '客 倍 増加 1.1倍→1.3倍'],
  ])('is not 倍 if the target alone is a multiple: %s', (values, indicator) => {
    expect(importSheetLines(['指標名,良い方向,現状値,目標値', `客,増加,${values}`]).indicators).toEqual([indicator]);
  });

  test('stays empty if the values have several', () => {
    expect(importSheetLines(['指標名,良い方向,現状値,目標値', '本,増加,5人,6件']).indicators).toEqual([
      '本 増加 5人→6件',
    ]);
  });

  test('of its own column comes first', () => {
    expect(importSheetLines(['指標名,単位,現状値,目標値', '受診率（％）,人,5,6']).indicators).toEqual([
      '受診率（％） 人 増加 5→6',
    ]);
  });
});

describe('a bare number', () => {
  const createPlan = (unit: string) => ({
    'data/plans/mihon-keikaku/indicators.csv': `指標ID,名称,単位,現状値,目標値,出典ID\nb,収支,${unit},1${unit},2${unit},mihon-keikaku\n`,
  });

  test.each([
    ['億円', '百万円', '▲2.8億円'],
    ['千円', '円', '▲2.8千円'],
    ['指数', '円', '▲2.8指数'],
    ['％', '%', '▲2.8'],
    ['億円', '億円', '▲2.8'],
    ['億円', '', '▲2.8'],
    ['', '百万円', '▲2.8'],
  ])('of a sheet in %j is written for an indicator in %j as %s', (inSheet, unit, value) => {
    const lines = ['指標名,単位,令和5年度実績', `収支,${inSheet},▲2.8`];
    const { results, notices } = importSheetLines(lines, createPlan(unit));
    expect(results).toEqual([`収支 令和5年度: ${value}`]);
    expect(notices.filter((notice) => notice.includes('とします。'))).toEqual(
      value === '▲2.8'
        ? []
        : [`2: 指標の単位は「${unit}」ですが、表では「${inSheet}」の値なので、「▲2.8」を「${value}」とします。`],
    );
  });

  test('beside a number with another unit is in the unit of the indicator', () => {
    const { results } = importSheetLines(
      ['指標名,令和4年度実績,令和5年度実績', '収支,1億円,2800'],
      createPlan('百万円'),
    );
    expect(results).toEqual(['収支 令和4年度: 1億円', '収支 令和5年度: 2800']);
  });

  test('below a heading in another unit than the column of units has that of the heading', () => {
    const { indicators, results } = importSheetLines([
      '指標名,単位,良い方向,現状値（千人）,令和5年度実績（千人）,目標値',
      '客,人,増加,12,13,20000',
    ]);
    expect(indicators).toEqual(['客 人 増加 12千人→20000']);
    expect(results).toEqual(['客 令和5年度: 13千人']);
  });
});

describe('the column of units', () => {
  const head = '指標名,単位,現状値,R5年度実績,中間目標（R7年度）,目標値';

  test.each([
    ['％以上', '受診率 ％ 増加 38→60以上', '50以上'],
    ['％（以上）', '受診率 ％ 増加 38→60以上', '50以上'],
    ['以上', '受診率 増加 38→60以上', '50以上'],
    ['人（65歳以上）以上', '受診率 人（65歳以上） 増加 38→60以上', '50以上'],
    ['点（5点満点）以上', '受診率 点（5点満点） 増加 38→60以上', '50以上'],
    ['位以内', '受診率 位 38→60以内', '50以内'],
    ['（％）', '受診率 ％ 増加 38→60', '50'],
    ['【％】', '受診率 ％ 増加 38→60', '50'],
    ['(単位：％)', '受診率 ％ 増加 38→60', '50'],
    ['（　）', '受診率 増加 38→60', '50'],
    ['－', '受診率 増加 38→60', '50'],
    ['なし', '受診率 増加 38→60', '50'],
  ])('may contain more or less than a unit: %s', (unit, indicator, target) => {
    const { indicators, results, targets, notices } = importSheetLines([head, `受診率,${unit},38,40,50,60`]);
    expect([indicators, results]).toEqual([[indicator], ['受診率 R5年度: 40']]);
    expect(targets).toEqual([`受診率 R7年度: ${target}`]);
    expect(notices.join('\n')).toContain(`単位の「${unit}」は、`);
  });

  test.each([
    '点（5点満点）',
    '点以上（5点満点）',
    '人以上/年',
    '人/年',
    '人・日',
    '(人)/(日)',
    '人（65歳以上）',
    '事業所(20人以下)',
    '人〔3歳未満〕',
    '(人（65歳以上）)',
    '人（65歳以上',
  ])('is not changed if it has a unit alone: %s', (unit) => {
    const { indicators } = importSheetLines([head, `受診率,${unit},38,40,50,60`]);
    expect(indicators).toEqual([`受診率 ${unit} 増加 38→60`]);
  });

  test.each(['70以上', '60～70', '増加', '未定'])('gives no second bound to a target: %s', (target) => {
    const { indicators } = importSheetLines([head, `受診率,％以上,38,40,50,${target}`]);
    expect(indicators[0]).toMatch(new RegExp(`→${target}$`));
  });
});

describe('集計', () => {
  test.each([
    ['指標名,現状値,目標値', '植えた木の数（累計）,5,9', '累計', true],
    ['指標名,現状値,目標値', '植えた木の数,5,9', undefined, false],
    ['指標名,現状値,目標値', '累積赤字の額,9,5', undefined, false],
    ['指標名,集計,現状値,目標値', '植えた木の数（累計）,時点,5,9', '時点', false],
  ])('below %s of %s is %s', (head, row, aggregation, isSaid) => {
    expect(importSheetCells([head, row]).indicators[0]?.集計).toBe(aggregation);
    expect(importSheetLines([head, row]).notices.includes('2: 名前から、集計を「累計」とします。')).toBe(isSaid);
  });
});

describe('the year in a cell', () => {
  test('comes before that of the heading, and both are named', () => {
    const { indicators, results, notices } = importSheetLines([
      '指標名,単位,良い方向,現状値（2015年度）,令和4年度実績,目標値（令和9年度）',
      '本,%,増加,70.7%(2012年度),10.2%（令和2年度）,80%（令和10年度）',
    ]);
    expect(indicators).toEqual(['本 % 増加 70.7%(2012年度)@2012年度→80%（令和10年度）@令和10年度']);
    expect(results).toEqual(['本 令和2年度: 10.2%（令和2年度）']);
    expect(notices).toEqual([
      '2: 「70.7%(2012年度)」のセルの時点「2012年度」が、見出しや列の時点「2015年度」とちがいます。セルの時点で書きます。どちらが正しいか、資料で確かめてください。',
      '2: 「80%（令和10年度）」のセルの時点「令和10年度」が、見出しや列の時点「令和9年度」とちがいます。セルの時点で書きます。どちらが正しいか、資料で確かめてください。',
      '2: 「10.2%（令和2年度）」のセルの時点「令和2年度」が、見出しや列の時点「令和4年度」とちがいます。セルの時点で書きます。どちらが正しいか、資料で確かめてください。',
    ]);
  });

  test('is the time of a value without another', () => {
    expect(importSheetLines(['指標名,単位,現状値,目標値', '本,%,50%(2010年度),60%（R9年度）']).indicators).toEqual([
      '本 % 増加 50%(2010年度)@2010年度→60%（R9年度）@R9年度',
    ]);
  });

  test('comes before that of the column of times', () => {
    expect(
      importSheetLines(['指標名,単位,現状値,基準年度,目標値', '本,%,50%(2010年度),2019年度,60%']).indicators,
    ).toEqual(['本 % 増加 50%(2010年度)@2010年度→60%']);
  });

  test.each([
    ['令和4年度', '5人(R4)', '令和4年度'],
    ['令和4年度', '5人(令和4年10月1日現在)', '令和4年10月1日現在'],
    ['R4', '5人(令和4年度)', '令和4年度'],
    ['令和4年10月1日', '5人(令和4年度)', '令和4年10月1日'],
    ['2022年度', '5人(令和4年度)', '令和4年度'],
  ])('in a column of %s, %s contradicts nothing', (heading, cell, time) => {
    const { results, notices } = importSheetLines([`指標名,単位,良い方向,${heading}実績`, `本,人,増加,${cell}`]);
    expect(results).toEqual([`本 ${time}: ${cell}`]);
    expect(notices.filter((notice) => notice.includes('ちがいます'))).toEqual([]);
  });
});

test.each([
  ['特記事項', 'x'],
  ['コメント', 'x'],
  ['補足', 'x'],
  ['特記事項,備考', 'y'],
  ['備考,特記事項', 'x'],
])('the column %s may have the note: %s', (headings, note) => {
  const { indicators } = importSheetCells([`指標名,現状値,目標値,${headings}`, '本,5,9,x,y']);
  expect(indicators[0]?.注記).toBe(note);
});

test.each([
  ['本（累計）,冊', 'R4年度累計', 'split-heading 2'],
  ['本,冊（累計）', 'R4年度累計', 'split-heading 2'],
  ['本,冊', 'R4年度累計', 'unused-values 2'],
  ['本（累計）,冊', 'R4～R6累計', 'unused-values 2'],
])(
  'a column of sums beside the numbers of the years is a fault if the indicator is a sum: %s, %s',
  (name, heading, issue) => {
    const lines = [`指標名,単位,現状値,R4年度単年,${heading},目標値`, `${name},2,4,6,30`];
    const { issues, warnings } = importSheetLines(lines);
    expect([...issues, ...warnings]).toContain(issue);
    expect(issues.length).toBe(issue.startsWith('split') ? 1 : 0);
  },
);
