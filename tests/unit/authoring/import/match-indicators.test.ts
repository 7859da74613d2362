import { describe, expect, test } from 'vitest';
import type { FixtureFiles } from '../../../support/fixture-site.ts';
import { BOOKS, importSheetCells } from '../../../support/import-sheet.ts';

const HEAD = '指標名,単位,基準値（令和4年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）';

describe('an existing indicator', () => {
  test('by its name, however spaced, is not written again', () => {
    const { indicators, notices } = importSheetCells([HEAD, '本を借りた人の数,人,5,,,6'], BOOKS);
    expect(indicators).toEqual([]);
    expect(notices[0]).toBe('2:1 この指標はすでにあります。その行は変えず、まだない実績などを加えます。');
  });

  test('by its id is not written again, whatever its name', () => {
    const { indicators, notices } = importSheetCells(['指標ID,指標名,現状値,目標値', 'books,本,5,6'], BOOKS);
    expect(indicators).toEqual([]);
    expect(notices[0]).toMatch(/^2:7 指標「books」（本）はすでにあります。計画での名前は「本を借りた 人の数」です。/);
  });

  test('gets only new results, with the given source', () => {
    const line = '本を借りた人の数,人,5,6人,7人,9';
    const { observations, notices } = importSheetCells([HEAD, line], BOOKS, 'mihon-kekka');
    expect(observations).toEqual([{ 指標ID: 'books', 時点: '令和6年度', 値: '7人', 出典ID: 'mihon-kekka' }]);
    expect(notices).toContain('2:14 令和5年度の実績はすでにあるので、書きません。');
  });
});

describe('an existing indicator with its unit', () => {
  const list = (...rows: readonly string[]): FixtureFiles => ({
    'data/plans/mihon-keikaku/indicators.csv': `指標ID,名称,単位,現状値,目標値,出典ID\n${rows.map((row, at) => `i-${at},${row},5,6,mihon-keikaku\n`).join('')}`,
  });
  const find = (files: FixtureFiles, ...rows: readonly string[]) => {
    const { observations, sentences } = importSheetCells(['指標名,単位,令和6年度実績', ...rows], files);
    return { ids: observations.map(({ 指標ID: id }) => id), sentences };
  };

  test.each([
    ['苦情の件数,件', '苦情の件数（件）,件'],
    ['都市計画道路整備率,%', '都市計画道路整備率（％）,%'],
    ['苦情の件数,件', '苦情の件数［件］,（件）'],
    ['苦情の件数,件', '苦情の件数（件）,'],
    ['苦情の件数（件）,件', '苦情の件数,件'],
  ])('is the one whose name is written with or without the unit: %s, %s', (existing, row) => {
    expect(find(list(existing), `${row},7`)).toEqual({ ids: ['i-0'], sentences: [] });
  });

  test.each([
    ['苦情の件数,件', '苦情の件数（人）,人'],
    ['苦情の件数,件', '苦情の件数（件）,人'],
    ['苦情の件数（件）,件', '苦情の件数,'],
  ])('is another one with another unit: %s, %s', (existing, row) => {
    expect(find(list(existing), `${row},7`).ids).toEqual(['indicator-1']);
  });

  test('is another one beside a row with exactly its name', () => {
    expect(find(list('苦情の件数,件'), '苦情の件数,件,7', '苦情の件数（件）,件,8').ids).toEqual(['i-0', 'indicator-1']);
  });
});

describe('the existing indicators that a sheet lacks', () => {
  const list = (titles: readonly string[]): FixtureFiles => ({
    'data/plans/mihon-keikaku/indicators.csv': `指標ID,名称,現状値,目標値,出典ID\n${titles.map((title, at) => `i-${at},${title},5,6,x\n`).join('')}`,
  });

  test('are named, also if another one is there by its id or is one of two with its name', () => {
    const lines = ['指標ID,指標名,令和6年度実績', 'i-0,改めた名,7', ',紙の 量,8', ',道路,9'];
    const { sentences } = importSheetCells(lines, list(['本', '紙の量', '人', '道路', '道路']));
    expect(sentences).toEqual(['この計画の指標のうち1件は、この表にありません（「人」）。今のまま残します。']);
  });

  test('are counted if there are many', () => {
    const { sentences } = importSheetCells(['指標名,令和6年度実績', '本,7'], list('本あいうえおか'.split('')));
    expect(sentences).toEqual([
      'この計画の指標のうち6件は、この表にありません（「あ」「い」「う」「え」「お」など）。今のまま残します。',
    ]);
  });

  test('are not named if the sheet has none of the plan, or all', () => {
    const files = list(['本', '紙']);
    expect(importSheetCells(['指標ID,指標名,現状値', 'x,人,7'], files).sentences).toEqual([]);
    expect(importSheetCells(['指標名,令和6年度実績', '本,7', '紙,8'], files).sentences).toEqual([]);
  });
});

describe('two indicators of one name', () => {
  const SAME: FixtureFiles = {
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,現状値,目標値,出典ID\nroads,満足度,60%,70%,x\nparks,満 足 度,50%,60%,x\n',
  };

  test('in the plan take no value from a row that has only their name', () => {
    const { indicators, observations, issues } = importSheetCells(['指標名,令和6年度実績', '満足度,71%'], SAME);
    expect([indicators, observations]).toEqual([[], []]);
    expect(issues).toEqual(['2:1 name-of-several {"value":"満足度","count":2,"known":"「roads」「parks」"}']);
  });

  test('in the plan do not prevent the import of others', () => {
    const { indicators, issues } = importSheetCells(['指標名,現状値,目標値', '本,5,6'], SAME);
    expect([indicators.length, issues]).toEqual([1, []]);
  });

  test('in the sheet are issues, each at its row, with the existing id', () => {
    const { indicators, observations, issues } = importSheetCells(
      ['指標名,令和6年度実績', '本を借りた人の数,7人', '本を 借りた人の数,8人', '紙,3'],
      BOOKS,
    );
    expect([indicators.map((one) => one['名称']), observations.length]).toEqual([['紙'], 1]);
    expect(issues.map((one) => /^\d:1 repeated-name .*"where":"2行め、3行め".*「books」/.exec(one)?.index)).toEqual([
      0, 0,
    ]);
    expect(issues.map((one) => one[0])).toEqual(['2', '3']);
  });

  test('are distinguished by their ids, in whatever order', () => {
    const lines = ['指標ID,指標名,令和6年度実績', 'parks,満足度,58%', 'roads,満足度,71%'];
    const { indicators, observations, issues } = importSheetCells(lines, SAME);
    expect([indicators, issues]).toEqual([[], []]);
    expect(observations.map((one) => [one['指標ID'], one['値']])).toEqual([
      ['parks', '58%'],
      ['roads', '71%'],
    ]);
  });

  test('are an error only at the row without an id', () => {
    const { indicators, issues } = importSheetCells(['指標ID,指標名,現状値,目標値', 'a,本,5,6', ',本,7,8']);
    expect(indicators.map((one) => one['指標ID'])).toEqual(['a']);
    expect(issues).toEqual([expect.stringMatching(/^3:2 repeated-name /)]);
  });

  test('count only if they have values', () => {
    const { indicators, issues } = importSheetCells(['指標名,単位,現状値,目標値', '本,冊,,', '本,冊,5,6']);
    expect([indicators.length, issues]).toEqual([1, []]);
  });
});

describe('an id of the sheet', () => {
  test('whose indicator has another name is reported with that name', () => {
    const { notices } = importSheetCells(['指標ID,指標名,現状値,目標値', 'books,紙,5,6'], BOOKS);
    expect(notices[0]).toContain('計画での名前は「本を借りた 人の数」です。');
  });

  test('with an id that is new for an existing name is reported', () => {
    const { indicators, notices } = importSheetCells(['指標ID,指標名,現状値,目標値', 'b,本を借りた人の数,5,6'], BOOKS);
    expect([indicators.length, notices.length]).toEqual([1, 1]);
    expect(notices[0]).toContain('同じ名前の指標「books」');
  });
});

describe('a name like that of an existing indicator', () => {
  const SIMILAR: FixtureFiles = {
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,単位,現状値,目標値,出典ID\nroads,都市計画道路整備率,%,50%,60%,x\n',
  };

  test.each([
    '都市計画道路の整備率',
    '都市計画道路・整備率',
    '①都市計画道路整備率',
    '２ 都市計画道路整備率',
    '（2）都市計画道路整備率',
    '1-2 都市計画道路整備率',
    '指標3：都市計画道路整備率',
    '都市計画道路整備率（ポイント）',
    '都市計画道路整備率［ポイント］',
    '都市計画道路整備率（ｋｍ）',
  ])('%s is offered as the same one, and added', (title) => {
    const { indicators, notices } = importSheetCells(['指標名,単位,現状値,目標値', `${title},%,5,6`], SIMILAR);
    expect(indicators).toHaveLength(1);
    expect(notices).toContain(
      `2:1 「${title}」は、すでにある指標「roads」（都市計画道路整備率）と名前が似ています。同じ指標なら、表に「指標ID」の列を加えて「roads」と書いてください。このままでは、新しい指標として加えます。`,
    );
  });

  test('a name without the footnote of the existing one is offered as the same one', () => {
    const planned = '指標ID,名称,現状値,目標値,出典ID\nwoods,森林の率※1,5,6,x\n';
    const files = { 'data/plans/mihon-keikaku/indicators.csv': planned };
    const { notices } = importSheetCells(['指標名,現状値,目標値', '森林率,5,6'], files);
    expect(notices.join()).toContain('すでにある指標「woods」（森林の率※1）と名前が似ています');
  });

  test('a name with other people counted is offered as the same one', () => {
    const planned = '指標ID,名称,単位,現状値,目標値,出典ID\njoins,参加した市民の割合,%,5%,9%,mihon-keikaku\n';
    const files = { 'data/plans/mihon-keikaku/indicators.csv': planned };
    const { notices } = importSheetCells(['指標名,単位,現状値,目標値', '参加した世帯の割合,%,5,9'], files);
    expect(notices.join()).toContain('すでにある指標「joins」（参加した市民の割合）と名前が似ています');
  });

  test.each(['都市計画公園整備率', '都市計画道路改良率', '2都市計画道路整備率', '道路'])('is not %s', (title) => {
    expect(importSheetCells(['指標名,単位,現状値,目標値', `${title},%,5,6`], SIMILAR).notices).toEqual([]);
  });

  test.each([
    ['待機児童数', ['学童の待機児童数'], true],
    ['4月の保育所等の待機児童数', ['学童の待機児童数'], true],
    ['待機児童数', ['本を借りた人の数'], false],
    ['待機児童数', ['学童の待機児童数', '保育所等の待機児童数'], false],
    ['児童', ['学童の待機児童数'], false],
  ])(
    '%s beside %j is offered as the only one with these words that the sheet lacks: %s',
    (title, others, isOffered) => {
      const planned = ['保育所等の待機児童数', '学童の待機児童数', '本を借りた人の数'];
      const files = {
        'data/plans/mihon-keikaku/indicators.csv': `指標ID,名称,現状値,目標値,出典ID\n${planned.map((one, at) => `i-${at},${one},5,6,x\n`).join('')}`,
      };
      const lines = ['指標名,現状値,目標値', ...[title, ...others].map((one) => `${one},5,6`)];
      const offered = 'すでにある指標「i-0」（保育所等の待機児童数）と名前が似ています';
      expect(importSheetCells(lines, files).notices.join().includes(offered)).toBe(isOffered);
    },
  );

  test.each([
    ['森率', '森の率', false],
    ['森林率', '森林の率', true],
    ['森林率', '市の森林の率', true],
    ['市の森林率', '森林率', false],
    ['市の森林面積', '森林面積', true],
    ['水道管（基幹管路）の耐震化率', '水道管の耐震化率', true],
    ['水道管の耐震化率', '水道管（基幹管路）の耐震化率', true],
    ['水道管の更新率', '水道管の耐震化率', false],
    ['公園面積', '森林面積', false],
  ])('%s is offered as %s: %s, for very short names say little', (title, planned, isOffered) => {
    const files = {
      'data/plans/mihon-keikaku/indicators.csv': `指標ID,名称,現状値,目標値,出典ID\nwoods,${planned},5,6,x\nbooks,本,5,6,x\n`,
    };
    const { notices } = importSheetCells(['指標名,現状値,目標値', `${title},5,6`, '本,5,6'], files);
    expect(notices.filter((notice) => notice.includes('名前が似ています'))).toHaveLength(isOffered ? 1 : 0);
  });
});

test.each([
  ['市内バスの年間利用者数,千人,120千人,150千人', true],
  ['市内バスの年間利用者数,千人,120,150', true],
  ['市内バスの年間利用者数,千人,120千人,140千人', false],
  ['市内バスの年間利用者数,千人,120千人,', false],
])('an indicator with the values of one that the sheet lacks may be the same: %s: %s', (row, isOffered) => {
  const files = {
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,単位,現状値,目標値,出典ID\nrides,バスに乗った人,千人,120千人,150千人,x\nbooks,本,千人,120千人,150千人,x\n',
  };
  const { notices } = importSheetCells(['指標名,単位,現状値,目標値', row, '本,千人,120千人,150千人'], files);
  const offered = 'すでにある指標「rides」（バスに乗った人）と現状値と目標値が同じです。';
  expect(notices.join().includes(offered)).toBe(isOffered);
});

test('an indicator with the same values may be the same, with commas in them or without', () => {
  const files = {
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,単位,現状値,目標値,出典ID\nrides,バスに乗った人,人,12000,"15,000人",x\nbooks,本,冊,1,2,x\n',
  };
  const rows = ['指標名,単位,現状値,目標値', '市内バスの年間利用者数,人,"12,000","15,000"', '本,冊,1,2'];
  expect(importSheetCells(rows, files).notices.join()).toContain('現状値と目標値が同じです。');
});

test('a message about many rows of one name lists the first ones', () => {
  const { issues } = importSheetCells(['指標名,現状値,目標値', ...Array.from({ length: 9 }, () => '本,5,6')]);
  expect(issues[0]).toContain('"where":"2行め、3行め、4行め、5行め、6行めなど9行"');
});
