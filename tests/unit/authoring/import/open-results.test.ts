import { describe, expect, test } from 'vitest';
import { BOOKS, importSheetCells, importSheetLines } from '../../../support/import-sheet.ts';

const HEAD = '指標名,単位,現状値（令和4年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）,備考';
const ROW = '本,冊,100,110,90,150,';
const GROUPS = ['指標名,単位,現状値,実績値※1,,目標値,備考', ',,R4年度,R5年度,R6年度,R9年度,'];

/** Returns the positions and the words of the warnings that a result may not be final. */
const listDoubts = (lines: readonly string[], files = {}) =>
  importSheetCells(lines, files)
    .issues.filter((issue) => issue.includes(' open-result '))
    .map((issue) => issue.replace(/ open-result .*"words":"([^"]*)".*/, ' $1'));

describe('words that call a result not final', () => {
  test.each([
    ['in a title', ['指標（令和6年度は12月末現在の値）', HEAD, ROW], ['3:13 指標（令和6年度は12月末現在の値）']],
    ['in a date above the table', [',,,,,,令和6年12月末現在', HEAD, ROW], ['3:13 令和6年12月末現在']],
    ['in a note', [HEAD, `${ROW}R6は見込値`], ['2:13 R6は見込値']],
    ['in an unused column', [HEAD.replace('備考', '課の考え'), `${ROW}令和6年度は暫定値`], ['2:13 令和6年度は暫定値']],
    ['below the table', [HEAD, ROW, '※令和5年度は推計値です。'], ['2:9 ※令和5年度は推計値です。']],
    ['for several years', [HEAD, ROW, '※R5・R6は速報値'], ['2:9 ※R5・R6は速報値', '2:13 ※R5・R6は速報値']],
    [
      'for one of two years',
      [HEAD, ROW, '令和5年度は確定値、令和6年度は速報値'],
      ['2:13 令和5年度は確定値、令和6年度は速報値'],
    ],
    ['at a mark', [HEAD.replace('6年度実績', '6年度実績※1'), ROW, '※1　1月末時点の値'], ['2:13 1月末時点の値']],
    ['at a mark before a heading', [HEAD.replace('令和6', '※1令和6'), ROW, '※1 速報値'], ['2:13 速報値']],
    ['at a mark within a heading', [HEAD.replace('6年度実績', '6年度※1実績'), ROW, '※1 速報値'], ['2:13 速報値']],
    ['at a mark of a group', [...GROUPS, ROW, '※1 速報値'], ['3:9 速報値', '3:13 速報値']],
    ['for one year of a marked group', [...GROUPS, ROW, '※1 R6は速報値'], ['3:13 R6は速報値']],
    ['in a numbered note above the table', ['※1 R6は速報値', HEAD, ROW], ['3:13 ※1 R6は速報値']],
    [
      'beside the row of results',
      ['指標名,区分,R5年度,R6年度,備考', '本,目標,5,6,', ',実績,4,5,R6年度は見込み'],
      ['3:7 R6年度は見込み'],
    ],
  ])('%s are quoted at the result', (_where, lines, doubts) => {
    expect(listDoubts(lines)).toEqual(doubts);
  });

  test.each([
    '※1 令和6年度は速報値',
    '※１　令和６年度は速報値',
    '※1令和6年度は速報値',
    '※1 R6は速報値',
    '※1 2024年度は速報値',
    '※1 令和6年度は12月末現在',
    '※1 R5は確報 ※2 R6は速報',
    '注1 令和6年度は速報値',
    '*1 2024は速報値',
    '① 令和6年度は速報値',
  ])('are in a note with a number: %s', (note) => {
    expect(listDoubts([HEAD, ROW, note])).toEqual([`2:13 ${note}`]);
    expect(listDoubts([HEAD, `${ROW}${note}`])).toEqual([`2:13 ${note}`]);
  });

  test.each([
    ['R6は目標', ['2:13']],
    ['R5年度以降は目標値', ['2:9', '2:13']],
    ['令和6年度は全て計画値です。', ['2:13']],
    ['※令和6年度は予定', ['2:13']],
    ['R6年度：当初予算額', ['2:13']],
    ['指標一覧（R6年度は目標値）', ['2:13']],
    ['R6年度は12月までの実績', ['2:13']],
    ['令和6年度の数値は４月～１２月の実績です。', ['2:13']],
    ['R6年度は4～12月', ['2:13']],
    ['R6年度は9月末までの来館者数', ['2:13']],
    ['R6年度は上半期のみ', ['2:13']],
    ['R6年度は第3四半期までの実績', ['2:13']],
    ['令和7年1月までの実績', ['2:13']],
    ['実績は各年度12月末現在', ['2:9', '2:13']],
  ])('are those of a target, a plan or a part of the year: %s', (note, places) => {
    const doubts = places.map((place) => `${place} ${note}`);
    expect(listDoubts([HEAD, `${ROW}${note}`])).toEqual(doubts);
    expect(listDoubts([HEAD, ROW, note])).toEqual(doubts);
    const above = places.map((place) => `${place.replace('2', '3')} ${note}`);
    expect(listDoubts([note, HEAD, ROW])).toEqual(above);
  });

  test('are quoted in a notice if no result is of their time', () => {
    const { notices } = importSheetCells([HEAD, ROW, '※R4年度は12月までの実績']);
    expect(notices.filter((one) => one.includes('わからないので、読みません'))).toHaveLength(1);
  });

  test('at the mark of a heading may be 目標値 alone', () => {
    expect(listDoubts([HEAD.replace('6年度実績', '6年度※'), ROW, '※目標値'])).toEqual(['2:13 目標値']);
  });

  test('of brackets are quoted at a number in them, or else the number', () => {
    const legend = '【注】〔　〕は見込値、［　］は速報値';
    const rows = [ROW.replace('90', '〔90〕'), '紙,枚,1,[2],3,4,'];
    expect(listDoubts([HEAD, ...rows, legend])).toEqual([`2:13 ${legend}`, `3:7 ${legend}`]);
    expect(listDoubts([HEAD, ...rows])).toEqual(['2:13 〔90〕', '3:7 [2]']);
    expect(listDoubts([HEAD, ROW.replace('90', '90〔速報値〕'), legend])).toEqual([]);
  });

  test('are quoted once for a column', () => {
    expect(listDoubts([HEAD, ROW, '紙,枚,1,2,3,4,', '※令和6年度は速報値'])).toHaveLength(1);
    expect(listDoubts([HEAD, ROW, '紙,枚,1,2,3,4,令和6年度は速報値'])).toEqual(['3:9 令和6年度は速報値']);
  });

  test.each([
    ['速報値', ['3:15 速報値']],
    ['市の推計による', ['3:15 市の推計による']],
    ['令和6年度は速報値', ['3:15 令和6年度は速報値']],
    ['R5は速報', ['3:11 R5は速報']],
    ['市内だけの数', []],
  ])('at the mark of a name are about its row, without a time about its latest result: %s', (words, doubts) => {
    expect(listDoubts([HEAD, '紙,枚,1,2,3,4,', ROW.replace('本', '本※1'), `※1 ${words}`])).toEqual(doubts);
  });

  test('alone in the remarks of a row are about its latest number', () => {
    expect(listDoubts([HEAD, `${ROW}速報値です。`])).toEqual(['2:13 速報値です。']);
    expect(listDoubts([HEAD, `${ROW.replace('90', '－')}見込み`])).toEqual(['2:9 見込み']);
    expect(listDoubts([HEAD, `${ROW}推計人口を使う`])).toEqual([]);
    expect(listDoubts([HEAD, '本,冊,100,110,90（速報値）,150,速報値'])).toEqual([]);
  });

  test.each([
    '速報値',
    '12月末現在',
    '12月末現在の数値',
    '令和6年度は、12月末現在の数値です。',
    '4月～12月の実績',
    '上半期のみ',
    '年度途中の値',
    '概数',
    '参考値です。',
    '集計中',
    '未確定',
    '推計です',
  ])('are a whole remark in any column of a row: %s', (words) => {
    for (const heading of ['備考', '特記事項', 'コメント', '増減の理由'])
      expect(listDoubts([HEAD.replace('備考', heading), `${ROW}${words}`])).toEqual([`2:13 ${words}`]);
  });

  test.each([
    '目標',
    '計画',
    '時点',
    '現在',
    '推計人口を使う',
    '概数のため合計と一致しない',
    '4月1日現在',
    '年度末現在',
    '12月まで休館',
  ])('are not a remark that says something else: %s', (words) => {
    expect(listDoubts([HEAD, `${ROW}${words}`])).toEqual([]);
    expect(listDoubts([HEAD, ROW.replace('90', `90（${words}）`)])).toEqual([]);
  });

  test('may be in brackets behind the value', () => {
    const rows = ['概数', '推計値', '参考値', '集計中', '未確定'].map((words) => ROW.replace('90', `90（${words}）`));
    expect(listDoubts([HEAD, ...rows.map((row, at) => row.replace('本', `本${at}冊め`))])).toEqual([
      '2:16 概数',
      '3:16 推計値',
      '4:16 参考値',
      '5:16 集計中',
      '6:16 未確定',
    ]);
    expect(listDoubts([HEAD, ROW.replace('90', '90※1'), '※1 概数'])).toEqual(['2:13 概数']);
  });

  test.each(['概数', '推計'])('may be in brackets in the heading: %s', (words) => {
    const head = HEAD.replace('令和6年度実績', `令和6年度実績（${words}）`).replace('5年度実績', '5年度実績（確定数）');
    expect(listDoubts([head, ROW])).toEqual([`2:13 ${words}`]);
  });

  test('of several indicators are quoted for each, at the value', () => {
    const rows = [ROW.replace('本', '本※1'), '紙※1,枚,1,2,3,4,', '※1 速報値'];
    expect(listDoubts([HEAD, ...rows])).toEqual(['2:15 速報値', '3:11 速報値']);
  });

  test('do not matter if the result is marked, is no number, or exists already', () => {
    const note = '※令和6年度は速報値です。';
    expect(listDoubts([HEAD.replace('令和6年度実績', '令和6年度実績（速報値）'), ROW, note])).toEqual([]);
    expect(listDoubts([HEAD, '本,冊,100,110,90（速報値）,150,', note])).toEqual([]);
    expect(listDoubts([HEAD, '本,冊,100,110,90（見込み）,150,', note])).toEqual([]);
    expect(listDoubts(['指標名,2023年度実績,備考', '本を借りた人の数,6人,2023年度は速報値'], BOOKS)).toEqual([]);
  });

  test.each([
    '令和6年度から対象を広げた',
    '令和7年3月31日現在',
    '令和6年度は4月1日現在',
    '令和6年度末時点の値',
    '毎年10月1日現在',
    '令和9年度の見込みから目標を決めた',
    '令和6年度は推計人口を上回る',
    '令和6年度に増加を見込む',
    '令和5年度の目標は令和2年度の推計による',
    '令和6年5月1日現在',
    '令和6年7月1日現在',
    '令和6年10月1日現在',
    '令和6年度途中から開始',
    'R6は年度途中の休館あり',
    '令和6年度の途中に移転',
    '令和5年度から推計方法を変更',
    '令和6年度の緊急速報メール訓練を含む',
    '令和6年度に概算払いを導入',
    '令和6年度は見込みどおり',
    '令和6年度の見込みより多い',
    '令和5年度は速報値から確報値に修正した',
    '令和6年度は目標を見直した',
    'R6年度は目標値を達成',
    'R6年度は計画どおり',
    'R6年度は計画、実施、評価を行う',
    'R6年度は7月に開催予定',
    'R6年度は12月まで休館',
    'R6年度は4月から12月まで休館',
    'R6年度は12月までに調査',
    '令和6年度の調査は10月～11月',
    '調査時期：令和6年10月～11月',
    'R6年度は4月～翌年3月の実績',
    '令和7年3月までの実績',
    'R6年度は上半期と下半期の合計',
    'R6年度は上半期に集中',
    '実績は各年度4月1日現在',
    'R7年度以降は目標値',
  ])('are not in %s', (note) => {
    expect(listDoubts([HEAD, `${ROW}${note}`])).toEqual([]);
  });

  test.each([
    '令和6年度は年度途中の値',
    '令和6年度は途中です',
    '令和6年度は推計',
    '令和6年度は概算',
    '令和6年12月31日現在',
    '令和6年度は11月1日現在',
    '令和6年度は速報値から計算した推計値',
  ])('are in %s', (note) => {
    expect(listDoubts([HEAD, `${ROW}${note}`])).toEqual([`2:13 ${note}`]);
  });
});

test('the headings that the advice names are read', () => {
  const lines = [
    '指標名,令和5年度実績（速報値）,令和6年12月末現在,備考',
    '本,5,6,令和6年度は12月末現在、令和5年度は速報値',
  ];
  const { results, warnings } = importSheetLines(lines);
  expect([results, warnings]).toEqual([['本 令和5年度: 5', '本 令和6年12月末現在: 6'], []]);
});

describe('words for the other kind of year', () => {
  const [FISCAL, CALENDAR] = [HEAD, HEAD.replaceAll('年度', '年')];
  const listOther = (lines: readonly string[], files = {}) =>
    importSheetCells(lines, files)
      .issues.filter((issue) => issue.includes(' other-year-kind '))
      .map((issue) => issue.replace(/.*"words":"([^"]*)".*/, '$1'));

  test.each([
    ['暦年', FISCAL, `${ROW}暦年`],
    ['年次', FISCAL, `${ROW}年次`],
    ['1月～12月の件数', FISCAL, `${ROW}1月～12月の件数`],
    ['１～１２月', FISCAL, `${ROW}１～１２月`],
    ['冊（暦年）', FISCAL, ROW.replace('冊', '冊（暦年）')],
    ['本（1月から12月）', FISCAL, ROW.replace('本', '本（1月から12月）')],
    ['会計年度', CALENDAR, `${ROW}会計年度`],
    ['4月～翌年3月', CALENDAR, `${ROW}4月～翌年3月`],
  ])('are quoted once for an indicator: %s', (words, head, row) => {
    expect(listOther([head, row])).toEqual([words]);
  });

  test('are at the first value, with the times of all that are written', () => {
    expect(importSheetCells([FISCAL, `${ROW}暦年`]).issues).toEqual([
      '2:5 other-year-kind {"words":"暦年","value":"「令和4年度」「令和5年度」「令和6年度」","other":"年度"}',
    ]);
  });

  test.each([
    [FISCAL, `${ROW}会計年度`],
    [FISCAL, `${ROW}暦年ではなく年度の値`],
    [FISCAL, `${ROW}年次計画を見直した`],
    [FISCAL, ROW.replace('本', '年次有給休暇をとった日数')],
    [FISCAL, `${ROW}11月～12月に調査`],
    [CALENDAR, `${ROW}暦年`],
    [CALENDAR, `${ROW}令和8年度に見直し`],
    [CALENDAR, ROW.replace('本', '会計年度任用職員の数')],
    [`施策,${FISCAL}`, `1月～12月の取組,${ROW}`],
    [FISCAL, '本,冊,100（令和4年）,110（令和5年）,90（令和6年）,150,暦年'],
  ])('are not in %s: %s', (head, row) => {
    expect(listOther([head, row, '※備考欄に「暦年」とあるものは、1月から12月までの値'])).toEqual([]);
  });

  test('matter for a new result of an indicator that the plan has, not for the others', () => {
    const lines = (year: string) => [`指標名,${year}年度実績,備考`, '本を借りた人の数,6人,暦年'];
    expect(listOther(lines('2023'), BOOKS)).toEqual([]);
    expect(listOther(lines('2024'), BOOKS)).toEqual(['暦年']);
  });
});
