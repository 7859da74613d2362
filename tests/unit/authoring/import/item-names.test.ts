import { describe, expect, test } from 'vitest';
import { createItemFinder, splitItemNumber } from '../../../../src/authoring/import/item-names.ts';
import { importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';
import { createInputRow } from '../../../support/input-row.ts';

const TREE = {
  'data/plans/mihon-keikaku/tree.csv': [
    'コード,親コード,階層,種別,名称,要約,テーマ,出典ID',
    '1,,分野,政策,健康,あ。,,mihon-keikaku',
    '1_1,1,施策,施策,健康づくりの推進,あ。,publicity,mihon-keikaku',
    '1_2,1,施策,施策,人材の育成,あ。,publicity,mihon-keikaku',
    '1_1_1,1_1,小施策,施策,検診を受けやすくする,あ。,publicity,mihon-keikaku',
    '2,,分野,政策,教育,あ。,,mihon-keikaku',
    '2_1,2,施策,施策,人材の育成,あ。,publicity,mihon-keikaku',
    '2_2,2,施策,施策,第1次産業を学ぶ,あ。,publicity,mihon-keikaku',
    '2_3,2,施策,施策,ICTの活用,あ。,publicity,mihon-keikaku',
    '',
  ].join('\n'),
};

const HEADINGS = '指標名,単位,良い方向,現状値,目標値';
const VALUES = '本,冊,増加,5,6';

/** Returns the codes that rows with these names of items get, and the notices on them. */
function findCodes(headings: string, ...rows: readonly string[]) {
  const { indicators, notices } = importSheetLines(
    [`${headings},${HEADINGS}`, ...rows.map((row, at) => `${row},本${at},冊,増加,5,6`)],
    TREE,
  );
  return { codes: indicators.map((line) => line.split('#')[1] ?? ''), notices };
}

test('numbers of a level and of the level below are the code of an item', () => {
  const { codes } = findCodes('章,節', '1,1', '1,2', '2,2', '2,第1次産業を学ぶ');
  expect(codes).toEqual(['1_1', '1_2', '2_2', '2_2']);
});

test.each([
  ['章,節', '1,1_1', '1_1'],
  ['章,節,小施策', '1,1_1,1', '1_1_1'],
  ['章,節,小施策', '1,1_1,1_1_1', '1_1_1'],
  ['章,節', '１,２', '1_2'],
  ['節', '１_１', '1_1'],
])('codes and numbers in %s, %s, are the item %s', (headings, row, code) => {
  expect(findCodes(headings, row).codes).toEqual([code]);
});

test('examples in the tree of a new plan are no items', () => {
  const path = 'data/plans/mihon-keikaku/tree.csv';
  const example = '1,,分野,政策,ここに書いてください（政策の名称）,あ。,,mihon-keikaku';
  const tree = { [path]: TREE[path].replace('1,,分野,政策,健康,あ。,,mihon-keikaku', example) };
  const { indicators } = importSheetLines([`分野,${HEADINGS}`, `1,${VALUES}`, `教育,紙,冊,増加,5,6`], tree);
  expect(indicators.map((line) => line.split('#')[1] ?? '')).toEqual(['', '2']);
});

describe('the name of a plan item', () => {
  test.each([
    ['分野', '健康', '1'],
    ['施策', '健康づくりの推進', '1_1'],
    ['施策名', '健康づくりの 推進', '1_1'],
    ['施策', '施策1 健康づくりの推進', '1_1'],
    ['施策', '１－１　健康づくりの推進', '1_1'],
    ['施策', '(1)健康づくりの推進', '1_1'],
    ['施策', '①健康づくりの推進', '1_1'],
    ['基本目標', '第1章 健康', '1'],
    ['小施策', '検診を受けやすくする', '1_1_1'],
    ['施策', '1_1', '1_1'],
    ['施策', '第1次産業を学ぶ', '2_2'],
    ['施策', 'ｉｃｔの活用', '2_3'],
  ])('in the column %s, %s, is the item %s, which a notice says', (heading, name, code) => {
    const { codes, notices } = findCodes(heading, name);
    expect(codes).toEqual([code]);
    expect(notices).toEqual([
      `2: 施策などの名称が tree.csv の名称と合うので、コードを決めます（「${name}」は「${code}」）。足す行の「コード」で確かめてください。`,
    ]);
  });

  test('is in the same notice for all rows, with the first one as example', () => {
    const { notices } = findCodes('施策', '健康づくりの推進', '第1次産業を学ぶ', 'ICTの活用', '人材の育成');
    const texts = notices.map((notice) => notice.replace(/^\d+: /, ''));
    expect([texts.length, new Set(texts.slice(0, 3)).size]).toEqual([4, 1]);
    expect(texts[2]).toContain('コードを決めます（「健康づくりの推進」は「1_1」）。');
  });

  test('of the narrowest level counts', () => {
    expect(
      findCodes('分野,施策,小施策', '健康,健康づくりの推進,検診を受けやすくする', '健康,健康づくりの推進,').codes,
    ).toEqual(['1_1_1', '1_1']);
  });

  test('that several items have is found by the wider names', () => {
    expect(findCodes('分野,施策', '健康,人材の育成', '教育,人材の育成').codes).toEqual(['1_2', '2_1']);
  });

  test.each(['〃', '同上', ''])('of the row above counts beside %j', (same) => {
    expect(findCodes('分野,施策', '健康,人材の育成', `${same},${same}`).codes).toEqual(['1_2', '1_2']);
  });

  test('that several items have is reported and gets no code', () => {
    const { codes, notices } = findCodes('施策', '人材の育成');
    expect(codes).toEqual(['']);
    expect(notices[0]).toContain('tree.csv にいくつもあります（1_2、2_1）。コードは空のままにします。');
  });

  test('that no item has is reported with a near one and gets no code', () => {
    const { codes, notices } = findCodes('施策', '健康づくりの推進', '健康づくりを推進', '第2次産業を学ぶ');
    expect(codes).toEqual(['1_1', '', '']);
    expect(
      notices.filter((notice) => notice.includes('tree.csv にありません。「健康づくりの推進」のことなら')),
    ).toHaveLength(1);
  });

  test('below another item is reported and gets no code', () => {
    const { codes, notices } = findCodes('分野,施策', '教育,健康づくりの推進');
    expect(codes).toEqual(['']);
    expect(notices[0]).toContain('左の列の項目の下にありません');
  });

  test('counts for the empty cells below it', () => {
    expect(findCodes('分野,施策', '健康,健康づくりの推進', ',', ',人材の育成', '教育,', ',人材の育成').codes).toEqual([
      '1_1',
      '1_1',
      '1_2',
      '2',
      '2_1',
    ]);
  });

  test('is not used beside a code', () => {
    const { indicators, notices } = importSheetLines([`コード,施策,${HEADINGS}`, `2,健康づくりの推進,${VALUES}`], TREE);
    expect([indicators, notices]).toEqual([['本 冊 増加 5→6 #2'], []]);
  });
});

test('a column without any name of the plan is reported once', () => {
  const { codes, notices } = findCodes('事業,施策', '事業A,健康づくりの推進', '事業B,');
  expect(codes).toEqual(['1_1', '']);
  expect(notices.filter((notice) => notice.startsWith('2: 「事業」の列の名称は、tree.csv に1つもない'))).toHaveLength(
    1,
  );
});

test('merged names are read for each row without an error', () => {
  const { diagnostics } = importWorkbookSheet({
    rows: [
      ['分野', ...HEADINGS.split(',')],
      ['みんなでつくるまち', '本', '冊', '増加', 5, 6],
      [null, '紙', '枚', '増加', 5, 6],
    ],
    merged: ['A2:A3'],
  });
  expect(diagnostics).toEqual([]);
});

describe('a row with a name alone', () => {
  const HEAD = `No.,${HEADINGS}`;
  const readCodes = (...lines: readonly string[]) => {
    const { indicators, warnings, notices } = importSheetLines(lines, TREE);
    return { codes: indicators.map((line) => line.split('#')[1] ?? ''), warnings, notices };
  };
  const [first, second] = [`1,本,冊,増加,5,6`, `2,紙,枚,増加,5,6`];

  test.each([
    ['above the headings and in the table', ['健康', HEAD, first, ',教育', second], ['1', '2']],
    ['only in the table', [HEAD, ',施策1 健康づくりの推進', first, ',施策2 ICTの活用', second], ['1_1', '2_3']],
    ['before the column of names', [HEAD, '健康', first, '教育', second], ['1', '2']],
    ['behind the label of an item', [HEAD, '分野：健康', first, '分野：教育', second], ['1', '2']],
    [
      'below the name of a wider item',
      ['健康', HEAD, ',人材の育成', first, ',教育', ',人材の育成', second],
      ['1_2', '2_1'],
    ],
    ['below a wider item without indicators', [HEAD, ',健康', ',教育', first], ['2']],
    ['above a kind of indicators', ['健康', HEAD, ',■成果指標', first, ',(2)活動指標', second], ['1', '1']],
    ['below the title of the document', ['総合計画の指標', HEAD, ',健康', first, ',教育', second], ['1', '2']],
  ])('is that of the item of the rows below it: %s', (_what, lines, codes) => {
    expect(readCodes(...lines)).toMatchObject({ codes, warnings: [] });
  });

  test('of no item leaves the code empty, with a warning', () => {
    const { codes, warnings } = readCodes('健康', HEAD, first, ',■スポーツの推進', second, '3,字,字,増加,5,6');
    expect([codes, warnings]).toEqual([['1', '', ''], ['name-alone 4']]);
  });

  test('of several items leaves the code empty, with a warning', () => {
    expect(readCodes(HEAD, ',人材の育成', first)).toMatchObject({ codes: [''], warnings: ['name-alone 2'] });
  });

  test('says nothing of codes if no title is an item, or if the row has another name of an item', () => {
    expect(readCodes(HEAD, first, ',■スポーツの推進', second)).toMatchObject({ codes: ['', ''], warnings: [] });
    const lines = ['健康', `施策,${HEADINGS}`, ',■スポーツの推進', `人材の育成,本,冊,増加,5,6`];
    expect(readCodes(...lines)).toMatchObject({ codes: ['1_2'], warnings: [] });
  });

  test('of an item that is used is not called unused', () => {
    const { notices } = readCodes(HEAD, ',健康づくりの推進', first);
    expect(notices.join()).not.toContain('使いません。上や下の行の名前の一部なら');
  });

  test('is not left out silently if it is hidden', () => {
    const rows = [HEADINGS.split(','), ['まちづくり'], ['本', '冊', '増加', 5, 6]];
    const [title] = rows.splice(1, 1, ['みんなでつくるまち']);
    const read = importWorkbookSheet({ rows, hiddenRows: [2] });
    expect([read.indicators, read.hiddenNotices]).toEqual([[expect.stringContaining('#')], []]);
    expect(importWorkbookSheet({ rows: rows.with(1, title ?? []), hiddenRows: [2] }).hiddenNotices).toHaveLength(1);
  });
});

describe('the name of an item above the headings', () => {
  test.each([
    ['beside its label', ['施策名,健康づくりの推進'], '1_1'],
    ['behind its label', ['施策名：健康づくりの推進'], '1_1'],
    ['beside its number', ['施策1-1,健康づくりの推進'], '1_1'],
    ['beside another label', ['施策名,,健康づくりの推進,,担当課'], '1_1'],
    ['above a department', ['施策1 健康づくりの推進', '担当課：健康課'], '1_1'],
    ['above a remark', ['健康づくりの推進', '（令和6年度末現在）'], '1_1'],
    [
      'above another label',
      ['施策評価シート', '施策名,健康づくりの推進,担当課,健康課', '施策の目的,病気をへらす'],
      '1_1',
    ],
    ['below a wider name', ['分野,教育', '施策名,人材の育成'], '2_1'],
    ['in the row of a wider name', ['分野,健康,施策名,人材の育成'], '1_2'],
  ])('is read %s', (_what, above, code) => {
    const { indicators, warnings } = importSheetLines([...above, HEADINGS, VALUES], TREE);
    expect([indicators, warnings]).toEqual([[`本 冊 増加 5→6 #${code}`], []]);
  });

  test('is read above each table of a sheet', () => {
    const lines = [
      '施策名,健康づくりの推進',
      HEADINGS,
      VALUES,
      '課題,人手',
      '施策名,ICTの活用',
      HEADINGS,
      '紙,枚,増加,5,6',
    ];
    expect(importSheetLines(lines, TREE)).toMatchObject({
      indicators: ['本 冊 増加 5→6 #1_1', '紙 枚 増加 5→6 #2_3'],
      warnings: [],
    });
  });

  test('is not that of indicators without values in the table above, which stay in that table', () => {
    const lines = ['指標名,現状値,目標値', '健康,,', '本,－,－', '指標名,現状値,目標値', '紙,5,6'];
    expect(importSheetLines(lines, TREE).indicators).toEqual(['本 －→－ #1', '紙 増加 5→6']);
  });

  test('is not that of the table above', () => {
    const { indicators } = importSheetLines(['施策名,ICTの活用', HEADINGS, VALUES, HEADINGS, '紙,枚,増加,5,6'], TREE);
    expect(indicators).toEqual(['本 冊 増加 5→6 #2_3', '紙 枚 増加 5→6']);
  });

  test.each(['スポーツの推進', '人材の育成'])('is reported if no single item has it: %s', (name) => {
    const { indicators, warnings } = importSheetLines([`施策名,${name}`, HEADINGS, VALUES], TREE);
    expect([indicators, warnings]).toEqual([['本 冊 増加 5→6'], ['name-alone 1']]);
  });
});

test.each([
  ['施策１－２　子育て', ['1', '2'], '子育て'],
  ['第３章 ひと', ['3'], 'ひと'],
  ['⑫ 見守り', ['12'], '見守り'],
  ['㉑見守り', ['21'], '見守り'],
  ['㊿80歳の集い', ['50'], '80歳の集い'],
  ['1_o1 市民が話す', ['1', 'o1'], '市民が話す'],
  ['（３）　１０年の計画', ['3'], '１０年の計画'],
  ['Ⅳ．まち', ['4'], 'まち'],
  ['十二 まち', ['12'], 'まち'],
  ['1_2', ['1', '2'], ''],
])('the number of %s is apart from its name', (text, parts, name) => {
  expect(splitItemNumber(text)).toEqual({ parts, name });
});

test.each(['100年先のまち', '3世代の家', 'ICTの活用', '子育て'])('%s has no number', (text) => {
  expect(splitItemNumber(text)).toBeNull();
});

test('all unknown names are compared with one list of titles, which is made once', () => {
  let reads = 0;
  const item = {
    code: '1',
    level: '施策',
    parent: null,
    get title() {
      reads += 1;
      return '健康づくり';
    },
  };
  const row = createInputRow(2, ['健康づくり']);
  const createCell = (text: string) => ({ row, index: 0, text, level: '施策' });
  const { proposeCode } = createItemFinder([item], [createCell('健康づくり')]);
  const before = reads;
  for (const text of ['健康つくり', '健康ずくり', '広報'])
    expect(proposeCode([createCell(text)], row).notice?.text).toContain('tree.csv にありません');
  expect(reads).toBe(before);
});
