import { describe, expect, test, vi } from 'vitest';
import { importItems, readPlanTree } from '../../../../src/authoring/import/item-import.ts';
import { readItemSheet } from '../../../../src/authoring/import/item-sheet.ts';
import { listRows } from '../../../../src/input/input-rows.ts';
import { openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import { createWorkbook, type WorkbookCell } from '../../../support/create-workbook.ts';
import { createMemoryFolder } from '../../../support/fixture-site.ts';

const PLAN = 'mihon-keikaku';
const LEVELS = '政策, 施策, 取組';
const TREE = 'コード,親コード,階層,種別,名称,出典ID\n';

/** Imports a sheet into a plan with these levels and rows. Rows are in one line each: code, kind, name and departments. */
function importSheet(
  rows: readonly (readonly WorkbookCell[])[],
  { levels = LEVELS, tree = '', merged = [] }: { levels?: string; tree?: string; merged?: readonly string[] } = {},
) {
  const front = `---\ntitle: 計画\nshortTitle: 計画\nmunicipality: mihon\nkind: 総合計画\nlevels: [${levels}]\nsource: ${PLAN}\n---\n`;
  const folder = createMemoryFolder({
    [`content/plans/${PLAN}/index.mdx`]: front,
    [`data/plans/${PLAN}/tree.csv`]: TREE + tree,
  });
  const opened = openWorkbook(createWorkbook([{ rows, merged }]));
  if (!opened.ok) throw new Error(opened.issue.code);
  const plan = readPlanTree(folder, PLAN);
  const sheet = readItemSheet(listRows(opened.rows), plan.levels);
  if (!sheet) return null;
  const { rows: added, notices, issues, ...read } = importItems(sheet, opened.rows.issues, plan, PLAN);
  return {
    items: added.map(({ cells: c }) => [c.コード, c.種別, c.名称, c.担当].filter(Boolean).join(' ')),
    parents: added.map(({ cells }) => cells.親コード),
    places: added.map(({ cells }) => cells.出典箇所),
    levels: [...new Set(added.map(({ cells }) => cells.階層))],
    notices: notices.map(({ row, text }) => `${row.line}: ${text}`),
    issues: issues.map(({ row, index, issue }) => `${row.line}:${index + 1} ${issue.code}`),
    unknown: [...read.unknownDepartments],
    known: read.known,
  };
}

const ITEMS = [
  '1 政策 まち',
  '1_1 施策 広報',
  '1_1_1 取組 広報紙',
  '1_1_2 取組 SNS',
  '1_2 施策 広聴',
  '1_2_1 取組 会議',
];

describe('a sheet with a column for each level', () => {
  const HEAD = ['政策', '施策', '取組'];

  test.each([
    [
      'merged or empty cells',
      [
        ['1 まち', '1-1 広報', '(1) 広報紙'],
        [null, null, '(2) SNS'],
        [null, '1-2 広聴', '(1) 会議'],
      ],
    ],
    [
      'repeated names',
      [
        ['まち', '広報', '広報紙'],
        ['まち', '広報', 'SNS'],
        ['まち', '広聴', '会議'],
      ],
    ],
    [
      'numbers of each kind',
      [
        ['第１章 まち', '施策１　広報', '①広報紙'],
        [null, null, '②SNS'],
        [null, '施策２　広聴', '①会議'],
      ],
    ],
    [
      'Roman and kanji numbers',
      [
        ['Ⅰ まち', '一 広報', '１．広報紙'],
        [null, null, '２．SNS'],
        [null, '二 広聴', '１．会議'],
      ],
    ],
    [
      'full-width numbers and line breaks',
      [
        ['政策１\nまち', '１－１　広報', '１\n広報紙'],
        [null, null, '２ SNS'],
        [null, '１－２　広聴', '１ 会議'],
      ],
    ],
  ])('is read with %s', (_form, rows) => {
    const read = importSheet([HEAD, ...rows]);
    expect([read?.items, read?.issues]).toEqual([ITEMS, []]);
    expect(read?.parents).toEqual(['', '1', '1_1', '1_1', '1', '1_2']);
  });

  test.each([
    ['with headings', ['番号', '政策', 'コード', '施策', 'No.', '取組']],
    ['without headings', ['', '政策', '', '施策', '', '取組']],
    ['below one heading', ['政策', '', '施策', '', '取組', '']],
  ])('is read with codes in columns of their own, %s', (_form, head) => {
    const rows = [
      ['1', 'まち', 1, '広報', '(1)', '広報紙'],
      [null, null, null, null, '(2)', 'SNS'],
      [null, null, 2, '広聴', '(1)', '会議'],
    ];
    expect(importSheet([head, ...rows])?.items).toEqual(ITEMS);
  });

  test('is read with a single column of codes, those of the lowest names', () => {
    const rows = [
      ['1-1-1', 'まち', '広報', '広報紙'],
      ['1-1-2', null, null, 'SNS'],
      ['1-2-1', null, '広聴', '会議'],
    ];
    expect(importSheet([['コード', ...HEAD], ...rows])?.items).toEqual(ITEMS);
  });

  test('is read between titles, notes, sums and columns of indicators, which it names', () => {
    const read = importSheet([
      ['見本市の施策体系'],
      ['令和６年４月現在'],
      [...HEAD, 'KPI', '現状値'],
      ['まち', '広報', '広報紙', '読む人', '5人'],
      ['※1 令和7年度から。'],
      ['合計', '1', '1'],
    ]);
    expect(read?.items).toEqual(ITEMS.slice(0, 3));
    expect(read?.notices).toEqual([
      '3: 使わない列：「KPI」（D列）「現状値」（E列）。',
      '5: 「※1 令和7年度から。」は注か合計の行とみて、項目にしません。',
      '6: 「合計」は注か合計の行とみて、項目にしません。',
    ]);
  });

  test('skips repeated headings, and reports a title above them', () => {
    const rows = [
      HEAD,
      ['まち', '広報', '広報紙'],
      HEAD,
      [null, null, 'SNS'],
      ['基本目標2'],
      HEAD,
      [null, '広聴', '会議'],
    ];
    const read = importSheet(rows);
    expect([read?.items, read?.issues]).toEqual([ITEMS, ['5:1 unplaced-item']]);
  });

  test('is the table with the most known columns; those of another one below it are read by their headings', () => {
    const small = [HEAD.slice(0, 2), ['1 まち', '1 広報']];
    const large = [HEAD, ['1 まち', '1 広報', '(1) 広報紙']];
    expect(importSheet([...large, ...small])).toMatchObject({ items: ITEMS.slice(0, 3), notices: [], issues: [] });
    const { items, notices } = importSheet([...small, ...large]) ?? {};
    expect(items).toEqual(ITEMS.slice(0, 3));
    expect(notices).toEqual(['1: 3行めより上の表は、使いません。1つの表にしてください。']);
    expect(importSheet([HEAD.slice(0, 2), ...large])?.notices).toEqual([]);
  });

  test('does not make a second item of a repeated one, nor of those below it', () => {
    const read = importSheet([
      [...HEAD, '備考'],
      ['1 まち', '1 広報', '(1) 広報紙'],
      [null, '2 広聴', '(1) 広報紙（再掲）'],
      [null, null, '(2) 会議', '再掲'],
      [null, '3 【再掲】広報', '(1) SNS'],
    ]);
    expect(read?.items).toEqual([...ITEMS.slice(0, 3), '1_2 施策 広聴']);
    expect(read?.notices.filter((text) => text.includes('再掲')).map((text) => text[0])).toEqual(['3', '4', '5', '5']);
  });

  test('names the row of a lowest item that it already has, and adds it once', () => {
    const rows = ['まち', '広報', '広報紙'];
    const other = ['くらし', '防災', '訓練'];
    const read = importSheet([HEAD, rows, other, rows]);
    expect(read?.items.map((item) => item.split(' ')[2])).toEqual([...rows, ...other]);
    expect(read?.notices).toEqual(['4: 2行めの項目と同じなので、2回は加えません。']);
  });

  test('reports a skipped level at its cell, unless a dash says that it is skipped', () => {
    const create = (cell: string | null) => importSheet([HEAD, ['まち', cell, '広報紙']]);
    expect(create(null)?.issues).toEqual(['2:2 unplaced-item']);
    expect([create('－')?.issues, create('－')?.items]).toEqual([[], ['1 政策 まち', '1_1 取組 広報紙']]);
  });

  test('reports neither the names below an unplaced one nor a code that it would share', () => {
    const levels = '政策, 施策, 取組, 事業';
    const skipped = importSheet([levels.split(', '), ['1 まち', null, '1 広報', '(1) 広報紙']], { levels });
    expect(skipped?.issues).toEqual(['2:2 unplaced-item']);
    const tree = '1,,政策,政策,まち,mihon-keikaku\n3_1,,施策,施策,広聴,mihon-keikaku\n';
    expect(importSheet([HEAD, ['1 まち', '3-1 健康', '(1) 健診']], { tree })?.issues).toEqual(['2:2 unplaced-item']);
  });

  test('takes no note for an item, but a sentence or a word of notes in the name of one', () => {
    const read = importSheet([
      HEAD,
      ['まち', '広報', '広報紙を配る。'],
      [null, null, '資料館でも配る。'],
      ['※1 新しい政策', '※2 新しい施策'],
      ['資料：見本市の総合計画'],
      ['令和7年度の体系です。'],
    ]);
    expect(read?.items.slice(2)).toEqual(['1_1_1 取組 広報紙を配る。', '1_1_2 取組 資料館でも配る。']);
    expect(read?.notices.map((text) => text[0])).toEqual(['4', '5', '6']);
  });

  test('reports a name without a number among numbered ones, and a number that two items have', () => {
    expect(importSheet([HEAD, ['1 まち', '1 広報', '(1) 広報紙'], [null, null, 'SNS']])?.issues).toEqual([
      '3:3 unplaced-item',
    ]);
    expect(importSheet([HEAD, ['まち', '広報', '(1) 広報紙'], [null, null, '(1) SNS']])?.issues).toEqual([
      '3:3 other-item',
    ]);
  });

  test.each([
    ['of another item', [['1 まち', '2-1 広報', '2-1-1 広報紙']], ['2:2 unplaced-item']],
    ['that skips a level', [['1 まち', '－', '1-1-1 広報紙']], []],
    ['that repeats only the number above', [['7 まち', '33 広報', '33-1 広報紙']], []],
  ])('reports a number only if it does not fit the item above: one %s', (_what, rows, issues) => {
    expect(importSheet([HEAD, ...rows])?.issues).toEqual(issues);
  });

  test('adds the last part of a number that repeats the number above', () => {
    const read = importSheet([HEAD, ['1 まち', '2 広報', '2-1 広報紙']]);
    expect(read?.items).toEqual(['1 政策 まち', '1_2 施策 広報', '1_2_1 取組 広報紙']);
  });

  test('has the pages beside each level, of the lowest one behind it', () => {
    const head = ['政策', '掲載ページ', '施策', '取組', '頁'];
    const rows = [
      ['まち', 'p.3', '広報', '広報紙', 12],
      ['', '', '', 'SNS', '13～14ページ'],
      ['', '', '広聴', '会議', ''],
    ];
    expect(importSheet([head, ...rows])?.places).toEqual(['p.3', '', '12ページ', '13～14ページ', '', '']);
  });

  test.each([
    [
      'a hyphen',
      [
        ['A-1 広報', 'A-1-1 広報紙'],
        ['', 'A-1-2 SNS'],
        ['Ｂ－１　水', 'Ｂ－１－１　管'],
      ],
    ],
    [
      'a number',
      [
        ['A1 広報', 'A1-1 広報紙'],
        ['', 'A1-2 SNS'],
        ['Ｂ１　水', 'Ｂ１－１　管'],
      ],
    ],
  ])('has codes that begin with a letter and %s', (_what, rows) => {
    const { items, parents } = importSheet([['施策', '取組'], ...rows]) ?? {};
    expect(items).toEqual(['a_1 施策 広報', 'a_1_1 取組 広報紙', 'a_1_2 取組 SNS', 'b_1 施策 水', 'b_1_1 取組 管']);
    expect(parents).toEqual(['', 'a_1', 'a_1', '', 'b_1']);
  });

  test('has the departments beside each level, also from merged cells', () => {
    const head = ['政策', '施策', '担当課', '取組', '所管課'];
    const rows = [
      ['まち', '広報', '企画課', '広報紙', '企画課・情報課'],
      [null, null, null, 'SNS', null],
      [null, '広聴', null, '会議', '財政課'],
    ];
    const read = importSheet([head, ...rows], { merged: ['E2:E3'] });
    const both = 'mihon-kikaku;mihon-joho';
    expect(read?.items.slice(1, 4)).toEqual([
      `1_1 施策 広報 mihon-kikaku`,
      `1_1_1 取組 広報紙 ${both}`,
      `1_1_2 取組 SNS ${both}`,
    ]);
    expect(read?.unknown).toEqual(['財政課']);
  });

  test.each([
    ['基本目標, 政策, 施策, 施策の方向, 主な取組', ['政策', '政策', '施策', '施策', '取組']],
    ['章, 分野, 基本施策, 主な事業', ['政策', '政策', '施策', undefined]],
    ['考え方, 分野, 取組', [undefined, undefined, '取組']],
  ])('has the kinds that follow from the levels %s', (levels, kinds) => {
    const head = levels.split(', ');
    const read = importSheet([head, head.map((_, at) => `名前${'あいうえお'[at]}`)], { levels });
    expect(read?.items.map((item) => /(?<= )\S+(?= )/.exec(item)?.[0])).toEqual(kinds);
    expect(read?.levels).toEqual(head);
  });
});

describe('a list', () => {
  const HEAD = ['コード', '階層', '名称'];

  test('has the parents that its codes say', () => {
    const rows = [
      ['1', '政策', 'まち'],
      ['1-1', '施策', '広報'],
      ['1-1-1', '取組', '広報紙'],
      ['1-1-2', '取組', 'SNS'],
      ['1-2', '施策', '広聴'],
      ['1-2-1', '取組', '会議'],
    ];
    expect(importSheet([HEAD, ...rows])?.items).toEqual(ITEMS);
    const bare = rows.map(([code = '', , name = '']) => [code, name]);
    expect(importSheet([['コード', '名称'], ...bare])?.items).toEqual(ITEMS);
  });

  test('has our codes with letters', () => {
    const rows = [
      ['1', '政策', 'まち'],
      ['1_o1', '施策', '市民が話す'],
      ['1_o1_2', '取組', '会議'],
    ];
    expect(importSheet([HEAD, ...rows])?.items).toEqual(['1 政策 まち', '1_o1 施策 市民が話す', '1_o1_2 取組 会議']);
  });

  test('has the parents of a column, or of the rows above', () => {
    const rows = [
      ['7', '', '政策', 'まち'],
      ['33', '7', '施策', '広報'],
    ];
    expect(importSheet([['番号', '親コード', '区分', '項目名'], ...rows])?.parents).toEqual(['', '7']);
    const read = importSheet([
      ['区分', '名称'],
      ['政策', 'まち'],
      ['施策', '広報'],
      ['取組', '広報紙'],
    ]);
    expect(read?.items).toEqual(ITEMS.slice(0, 3));
  });

  test('reports an unknown level and a skipped one', () => {
    const rows = [
      ['', '政策', 'まち'],
      ['', '大綱', '広報'],
      ['', '取組', '広報紙'],
    ];
    expect(importSheet([HEAD, ...rows])?.issues).toEqual(['3:3 unknown-level', '4:3 unplaced-item']);
  });
});

describe('items that the plan has', () => {
  const SHEET = [
    ['政策', '施策'],
    ['1 まち', '1 広報'],
    [null, '2 広聴'],
  ];
  const CITY = '1,,政策,政策,まち,mihon-keikaku\n';

  test('are not added again, and give new ones the next code', () => {
    const read = importSheet(SHEET, { tree: `${CITY}1_1,1,施策,施策,広報,mihon-keikaku\n` });
    expect([read?.items, read?.known]).toEqual([['1_2 施策 広聴'], 2]);
    const bare = [
      ['政策', '施策'],
      ['まち', '広聴'],
      [null, '広報'],
    ];
    const without = importSheet(bare, { tree: `${CITY}1_1,1,施策,施策,広報,mihon-keikaku\n` });
    expect([without?.items, without?.known]).toEqual([['1_2 施策 広聴'], 2]);
  });

  test('are reported if their code has another name, or their name another code', () => {
    expect(importSheet(SHEET, { tree: `${CITY}1_1,1,施策,施策,会議,mihon-keikaku\n` })?.issues).toEqual([
      '2:2 other-item',
    ]);
    expect(importSheet(SHEET, { tree: `${CITY}1_5,1,施策,施策,広聴,mihon-keikaku\n` })?.issues).toEqual([
      '3:2 other-item',
    ]);
  });
});

test.each(['action', '取り組み'])('new items have the word for a kind that the plan writes as %s', (kind) => {
  const tree = `1,,政策,政策,まち,mihon-keikaku\n1_1,1,施策,施策,広報,mihon-keikaku\n1_1_1,1_1,事務,${kind},広報紙,mihon-keikaku\n`;
  const rows = [
    ['政策', '施策', '事務'],
    ['まち', '広報', 'SNS'],
  ];
  expect(importSheet(rows, { levels: '政策, 施策, 事務', tree })?.items).toEqual(['1_1_2 取組 SNS']);
});

test('the code of each of many items without numbers is found without a look at all codes before it', () => {
  const names = Array.from({ length: 200 }, (_, at) => [null, null, `取組の${at}番め`]);
  const rows = [['政策', '施策', '取組'], ['まち', '広報', '広報紙'], ...names];
  const has = vi.spyOn(Map.prototype, 'has');
  const items = importSheet(rows)?.items ?? [];
  const looks = has.mock.calls.filter(([key]) => /^1_1_\d+$/.test(String(key)));
  has.mockRestore();
  expect(items.at(-1)).toBe('1_1_201 取組 取組の199番め');
  expect(looks.length).toBeLessThan(5 * names.length);
});

test('a sheet of indicators has no plan items', () => {
  const head = ['施策', '指標名', '目標値'];
  expect(importSheet([head, ['広報', '読む人', '5人']])).toBeNull();
});
