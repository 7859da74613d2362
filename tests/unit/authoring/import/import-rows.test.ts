import { describe, expect, test } from 'vitest';
import { joinArchive, packFile } from '../../../../src/input/xlsx/zip-archive.ts';
import type { FixtureFiles } from '../../../support/fixture-site.ts';
import { BOOKS, importSheetCells } from '../../../support/import-sheet.ts';

const HEAD = '指標名,単位,基準値（令和4年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）';

describe('a row of a sheet', () => {
  test('is an indicator and a result for each year', () => {
    const { indicators, observations, sentences } = importSheetCells([
      HEAD,
      '本を借りた人の数,人,"5,000","5,500",,6000',
    ]);
    expect(indicators).toEqual([
      {
        指標ID: 'indicator-1',
        名称: '本を借りた人の数',
        単位: '人',
        現状値: '5,000',
        現状値の時点: '令和4年度',
        目標値: '6000',
        目標値の時点: '令和9年度',
        良い方向: '増加',
        出典ID: 'mihon-keikaku',
      },
    ]);
    expect(observations).toEqual([{ 指標ID: 'indicator-1', 時点: '令和5年度', 値: '5,500', 出典ID: '' }]);
    expect(sentences).toEqual([expect.stringContaining('1件のIDをつくりました')]);
  });

  test('has its source behind the cells of the sheet, as the preview shows them', () => {
    const { indicators } = importSheetCells(['指標名,現状値,目標値', '本,5,6']);
    expect(Object.keys(indicators[0] ?? {}).at(-1)).toBe('出典ID');
  });

  test('keeps the id in the sheet', () => {
    const { indicators, sentences } = importSheetCells(['指標ID,指標名,現状値,目標値', 'books,本,5,6', ',紙,7,8']);
    expect(indicators.map((one) => one['指標ID'])).toEqual(['books', 'indicator-1']);
    expect(sentences).toEqual([expect.stringContaining('1件のIDをつくりました')]);
  });

  test('is named with its new id if the plan has other indicators, of which it may be one', () => {
    const rows = ['本を借りた人の数,人,5人,6人', ...'あいうえおか'.split('').map((name) => `${name}の数,人,1人,2人`)];
    const { sentences } = importSheetCells(['指標名,単位,現状値,令和6年度実績', ...rows.slice(0, 2)], BOOKS);
    expect(sentences).toEqual([
      'サイトにない名前の指標があるので、1件のIDをつくりました：「あの数」（indicator-1）。名前が変わっただけなら、表に「指標ID」の列を加えて、今のIDを書いてください。新しい指標は、公開する前なら、意味のわかるIDに変えられます。',
    ]);
    const all = importSheetCells(['指標名,単位,現状値,令和6年度実績', ...rows], BOOKS).sentences.join('');
    expect(all).toContain('6件のIDをつくりました：「あの数」（indicator-1）');
    expect(all).toContain('「おの数」（indicator-5）など。');
  });

  test('gets an id that neither the plan nor the sheet has', () => {
    const there = {
      'data/plans/mihon-keikaku/indicators.csv': '指標ID,名称,現状値,目標値,出典ID\nindicator-1,あ,1,2,x\n',
    };
    const { indicators } = importSheetCells(['指標ID,指標名,現状値,目標値', ',本,5,6', 'indicator-2,紙,7,8'], there);
    expect(indicators.map((one) => one['指標ID'])).toEqual(['indicator-3', 'indicator-2']);
  });

  test('gets an id that no indicator of the plan had before', () => {
    const getId = (files: FixtureFiles, id = 'books') => {
      const path = 'data/plans/mihon-keikaku/indicators.csv';
      const there = { [path]: `指標ID,名称,現状値,目標値,出典ID\n${id},あ,1,2,x\n` };
      return importSheetCells(['指標名,現状値,目標値', '本,5,6'], { ...there, ...files }).indicators[0]?.['指標ID'];
    };
    const changes = '日付,対象,項目,前\n2026-01-01,mihon-keikaku/books,IDの変更,mihon-keikaku/indicator-4\n';
    const table = packFile(new TextEncoder().encode('ID,名称\nmihon-keikaku/indicator-8,い\nother/indicator-9,う\n'));
    const release = { 'data/releases/2026-01-01/tables.zip': joinArchive({ 'indicators.csv': table }) };
    expect(getId({}, 'indicator-2')).toBe('indicator-3');
    expect(getId({ 'data/changes.csv': changes })).toBe('indicator-5');
    expect(getId({ 'data/changes.csv': changes, ...release })).toBe('indicator-9');
    expect(getId({ 'data/releases/2026-01-01/tables.zip': 'damaged' })).toBe('indicator-1');
    const renamed = '日付,対象,項目,前\n2026-01-01,mihon-keikaku,IDの変更,other\n';
    expect(getId({ 'data/changes.csv': renamed, ...release })).toBe('indicator-10');
    const own = '日付,対象,項目,前\n2026-01-01,mihon-keikaku/books,IDの変更,other/indicator-6\n';
    expect(getId({ 'data/changes.csv': own })).toBe('indicator-1');
    expect(getId({ 'data/changes.csv': `${renamed}${own.split('\n')[1]}\n` })).toBe('indicator-7');
  });

  test('takes the time from its own column before the heading', () => {
    const { indicators } = importSheetCells(['指標名,基準値（令和4年度）,基準年度,目標値', '本,5,令和3年度,6']);
    expect(indicators[0]?.['現状値の時点']).toBe('令和3年度');
  });

  test('has no time for a value that is not there', () => {
    expect(importSheetCells([HEAD, '本,冊,,5,,6']).indicators[0]).not.toHaveProperty('現状値の時点');
  });

  test.each([
    ['↑', '増加'],
    ['減', '減少'],
    ['→', '維持'],
    ['増加', '増加'],
    ['ふえる', 'ふえる'],
  ])('with the direction %s is written as %s', (typed, direction) => {
    const { indicators } = importSheetCells(['指標名,目指す方向,現状値,目標値', `本,${typed},5,6`]);
    expect(indicators[0]?.['良い方向']).toBe(direction);
  });

  test('has the source that was asked for, in the sheet first', () => {
    const lines = ['指標名,現状値,目標値,出典ID,令和5年度実績', '本,5,6,,7', '紙,5,6,mihon-tokei,8'];
    const { indicators, observations } = importSheetCells(lines, {}, 'mihon-kekka');
    expect(indicators.map((one) => one['出典ID'])).toEqual(['mihon-kekka', 'mihon-tokei']);
    // Results without a source have that of their indicator.
    expect(observations.map((one) => one['出典ID'])).toEqual(['', '']);
  });

  test('has its further targets', () => {
    const { targets } = importSheetCells(['指標名,現状値,令和7年度目標値,令和9年度目標値', '本,5,6,7', '紙,5,,7']);
    expect(targets).toEqual([{ 指標ID: 'indicator-1', 目標値: '6', 目標値の時点: '令和7年度', 種類: '中間' }]);
  });
});

describe('a row that is not used', () => {
  test('is reported if it has a name but no values', () => {
    const { indicators, notices } = importSheetCells([HEAD, '基本目標1,,,,,', '本,冊,5,,,6']);
    const text =
      '「基本目標1」の行には値がないので、使いません。上や下の行の名前の一部なら、1つのセルにまとめてください。';
    expect([indicators.length, notices]).toEqual([1, [`2:1 ${text}`]]);
  });

  test.each([
    ['a name that may be a part of another', ['保健指導', '本,冊,5,,,6'], ['2:1 name-alone {"value":"保健指導"}']],
    ['brackets', ['本,冊,5,,,6', '（電子の本）'], ['3:1 name-alone {"value":"（電子の本）"}']],
    ['the rest of a name', ['指導の対象者,人,5,,,6', 'における受診率'], ['2:1 nameless-row {"value":"指導の対象者"}']],
    ['the rest of an open name', ['本を借りた,％,5,,,6', '市民の割合'], ['2:1 nameless-row {"value":"本を借りた"}']],
    ['the name of a plan item', ['建物を長く使う', '本,冊,5,,,6'], []],
    ['the title of a section', ['保健指導の推進', '本,冊,5,,,6', '※1 市の調べ'], []],
  ])('with nothing but %s may be a part of a name', (_what, lines, issues) => {
    expect(importSheetCells([HEAD, ...lines]).issues).toEqual(issues);
  });

  test.each(['-', '－', 'なし', '成果目標なし', '成果指標なし', '指標の設定なし'])(
    'is reported if its name is %s',
    (title) => {
      const { indicators, notices } = importSheetCells([HEAD, `${title},,－,,,－`]);
      expect([indicators, notices]).toEqual([[], [`2:1 「${title}」は指標の名前ではないので、使いません。`]]);
    },
  );

  test('is reported if it has a unit but neither name nor value', () => {
    const { notices } = importSheetCells([HEAD, '受診率,,5,,,6', ',％,,,,']);
    expect(notices).toEqual([expect.stringMatching(/^3:1 「％」の行には、名前も値もないので、使いません。/)]);
  });

  test('is an error if it has values but no name', () => {
    const { indicators, issues } = importSheetCells([HEAD, '本,冊,5,,,6', ',冊,,7,,8']);
    expect([indicators.length, issues]).toEqual([1, ['3:1 nameless-row {"value":""}']]);
  });
});

describe('a row that adds up the others', () => {
  test.each([
    '合計',
    '合　計',
    ' 計 ',
    '計（A）',
    '総計',
    '平均',
    '（合計）',
    '【平均】',
    '全体平均',
    '総数',
    '県平均',
    '（参考）全国',
  ])('called %s is left out and reported with its line', (title) => {
    const { indicators, observations, notices, issues } = importSheetCells([
      HEAD,
      '本,冊,5,6,,8',
      `${title},冊,,9,,`,
      `${title},冊,,9,,`,
    ]);
    expect([indicators.length, observations.length, issues]).toEqual([1, 1, []]);
    expect(notices.map((one) => /^[34]:1 「.+」は、合計や参考の行とみて、指標にしません。/.test(one))).toEqual([
      true,
      true,
    ]);
  });

  test.each(['合計特殊出生率', '平均寿命', '計画の数', '県平均との差', '国保の受診率', '参考図書の数'])(
    'is not %s',
    (title) => {
      expect(importSheetCells([HEAD, `${title},,1.3,,,1.4`]).indicators).toHaveLength(1);
    },
  );

  test('is an indicator if the sheet has its id', () => {
    const { indicators } = importSheetCells(['指標ID,指標名,現状値,目標値', 'average,平均,5,6']);
    expect(indicators.map((one) => one['名称'])).toEqual(['平均']);
  });
});

test('a new indicator with neither baseline nor target is reported, one with either is not', () => {
  const { indicators, notices } = importSheetCells([HEAD, '本,冊,,6,,', '紙,枚,,6,,9', '筆,本,3,,,']);
  expect(indicators).toHaveLength(3);
  expect(notices).toEqual(['2:1 「本」には現状値も目標値もありません。指標でない行なら、表から除いてください。']);
});

describe('a mark of a footnote', () => {
  test.each(['本を借りた人の数※1', '本を借りた人の数（注2）', '本を借りた人の数 ＊', '本を借りた人の数※1 ※2'])(
    'is no part of the name %s',
    (title) => {
      const { indicators, notices } = importSheetCells(['指標名,単位,現状値,目標値', `${title},人,5,9`]);
      expect(indicators.map((one) => one['名称'])).toEqual(['本を借りた人の数']);
      const mark = title.slice('本を借りた人の数'.length).trim();
      expect(notices.join()).toContain(`「${mark}」は注の番号とみて、名前に入れません。`);
    },
  );

  test('is no part of a name that has the same mark before', () => {
    const { indicators } = importSheetCells(['指標名,現状値,目標値', '貸出※1の本※1,5,9']);
    expect(indicators.map((one) => one['名称'])).toEqual(['貸出※1の本']);
  });

  test('is no part of a name behind its unit', () => {
    const { indicators } = importSheetCells(['指標名（単位）,現状値,目標値', '本（冊）注1,5,9', '注1：延べ']);
    expect(indicators).toMatchObject([{ 名称: '本（冊）', 注記: '延べ' }]);
  });

  test.each(['本を借りた人の数※1', '本を借りた人の数'])('in neither table hides that %s exists', (title) => {
    const there = '指標ID,名称,単位,現状値,目標値,出典ID\nbooks,本を借りた人の数（注1）,人,5人,9人,mihon-keikaku\n';
    const files = { 'data/plans/mihon-keikaku/indicators.csv': there };
    const { indicators, observations } = importSheetCells(['指標名,令和6年度実績', `${title},7人`], files);
    expect([indicators, observations.map((one) => one['指標ID'])]).toEqual([[], ['books']]);
  });

  test.each(['受注2', '二酸化炭素（CO2）', '入場者（延べ）'])('is not in the name %s', (title) => {
    expect(importSheetCells(['指標名,現状値,目標値', `${title},5,9`]).indicators[0]?.['名称']).toBe(title);
  });
});

test.each([
  ['令和4年', '令和5年度実績', 1],
  ['令和4年4月1日', '令和5年度実績', 1],
  ['令和4年度', '令和5年度末実績', 0],
  ['令和5年3月31日', '令和5年度実績', 0],
  ['令和5年3月末', '令和5年度実績', 0],
  ['R5.3.31現在', '令和5年度実績', 0],
  ['令和4年度', 'R5実績', 0],
  ['令和4年', '令和5年度実績', 0, '7人（令和5年）'],
])('a baseline of %s beside a column %s has %i notices', (time, heading, count, result = '7人') => {
  const there = `指標ID,名称,単位,現状値,現状値の時点,目標値,出典ID\nbooks,本,人,5人,${time},9人,mihon-keikaku\n`;
  const files = { 'data/plans/mihon-keikaku/indicators.csv': there };
  const { notices } = importSheetCells([`指標名,${heading}`, `本,${result}`], files);
  expect(notices.filter((notice) => notice.includes('同じ期間の数か'))).toHaveLength(count);
});

test('a provisional result has its certainty', () => {
  const { observations } = importSheetCells([
    '指標名,R5年度実績,R6年度実績（速報値）,R7年度実績',
    '本,5,6,7（暫定値）',
  ]);
  expect(observations.map((one) => one['確度'])).toEqual([undefined, '速報', '速報']);
});

test('a result that is printed again below a later year is written once', () => {
  const { observations, notices, issues } = importSheetCells([
    '指標名,単位,良い方向,令和2年度実績,令和4年度実績',
    '本,%,増加,10.2%,10.2%（令和2年度）',
  ]);
  expect([observations.map((one) => one['時点']), issues]).toEqual([['令和2年度'], []]);
  expect(notices).toContain('2:14 令和2年度の実績「10.2%（令和2年度）」は、2行めの「10.2%」と同じなので、書きません。');
});

test('a total whose word is in another column is left out and reported', () => {
  const { indicators, notices, issues } = importSheetCells(['分野,指標名,現状値,目標値', 'x,本,5,6', '合計,,9,10']);
  expect([indicators.length, issues]).toEqual([1, []]);
  expect(notices).toContain(
    '3:4 「合計」は、合計や参考の行とみて、指標にしません。指標なら、指標IDの列にIDを書いてください。',
  );
});

test.each(['目標値（令和5～9年度）', '目標値（5か年）', '目標値（5年間合計）'])(
  'the only targets below %s are reported as a sum',
  (heading) => {
    expect(importSheetCells([`指標名,現状値,${heading}`, '本,4,5']).issues).toEqual([
      `2:5 unread-target {"heading":"${heading}","sum":1}`,
    ]);
  },
);

describe('an empty unit below another one', () => {
  const NOTE = '単位が空です。上の行と同じ「人」なら、この行にも書いてください。';
  const HEADINGS = '指標名,単位,現状値,目標値';

  test.each([
    ['is repeated', [HEADINGS, '本,人,5,6', '紙,,7,8', '筆,,9,10'], [`3:3 ${NOTE}`, `4:3 ${NOTE}`]],
    ['is that above a mark', [HEADINGS, '本,人,5,6', '紙,〃,7,8', '筆,,9,10'], [`4:3 ${NOTE}`]],
    ['is none below a mark alone', [HEADINGS, '紙,同上,7,8', '筆,,9,10'], []],
    ['is none beside a value with its unit', [HEADINGS, '本,人,5,6', '紙,,7枚,8枚'], []],
    ['is none beside words', [HEADINGS, '本,人,5,6', '紙,,低い,高い'], []],
    ['is none if it is a mark', [HEADINGS, '本,人,5,6', '紙,－,7,8'], []],
    ['is none above the first unit', [HEADINGS, '紙,,7,8', '本,人,5,6'], []],
  ])('%s', (_what, lines, notices) => {
    expect(importSheetCells(lines).notices.filter((one) => one.includes('単位が空'))).toEqual(notices);
  });

  test('is not reported for an indicator that the plan has', () => {
    const lines = [HEADINGS, '鉛筆,人,5,6', '本を借りた人の数,,5,9'];
    expect(importSheetCells(lines, BOOKS).notices.filter((one) => one.includes('単位が空'))).toEqual([]);
  });
});
