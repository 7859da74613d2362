import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseColumns,
  createFileRows,
  describeCell,
  filterRecords,
  formatNamed,
  formatTableQuery,
  parseTableQuery,
  sortRecords,
  type ShownColumn,
  type TableQuery,
  type CellValue,
  type TableRecord,
} from '../../../../../src/components/data/browser/table-rows.ts';

const column = (name: string, title: string, names: ShownColumn['names'] = null): ShownColumn => ({
  name,
  title,
  isLink: false,
  names,
});
const kinds = new Map([
  ['action', '取組'],
  ['measure', '施策'],
  ['issue', '課題'],
]);
const columns = [
  column('title', '名称'),
  column('id', 'ID'),
  column('kind', '種別', kinds),
  column('count', '数'),
  column('listed', '掲載'),
];
const records: readonly TableRecord[] = [
  { id: 'mihon/1_10', title: '窓口のＤＸ', kind: 'action', count: 3, listed: true, note: '見えない列' },
  { id: 'mihon/1_2', title: 'SNSの活用', kind: 'measure', count: null, listed: false, note: '' },
  { id: 'mihon/1_1', title: '広報紙', kind: 'issue', count: -2.5, listed: true, note: '' },
];
const ids = (some: readonly TableRecord[]) => some.map(({ id }) => id);

describe('rows', () => {
  test.each([
    ['', ['mihon/1_10', 'mihon/1_2', 'mihon/1_1']],
    ['sns', ['mihon/1_2']],
    ['dx 窓', ['mihon/1_10']],
    ['ｓｎｓ　活用', ['mihon/1_2']],
    ['true', ['mihon/1_10', 'mihon/1_1']],
    ['取組', ['mihon/1_10']],
    ['action', ['mihon/1_10']],
    ['mihon/1_10 sns', []],
    ['dx3', []],
    ['見えない', []],
  ])('with “%s” in their shown cells are found', (query, expected) => {
    expect(ids(filterRecords(records, columns, query))).toEqual(expected);
  });

  test.each([
    ['id', 'ascending', ['mihon/1_1', 'mihon/1_2', 'mihon/1_10']],
    ['id', 'descending', ['mihon/1_10', 'mihon/1_2', 'mihon/1_1']],
    ['count', 'ascending', ['mihon/1_1', 'mihon/1_10', 'mihon/1_2']],
    ['count', 'descending', ['mihon/1_10', 'mihon/1_1', 'mihon/1_2']],
  ] as const)('sort by the column %s, %s, with unknown values last', (name, way, order) => {
    expect(ids(sortRecords(records, columns, { column: name, way }))).toEqual(order);
  });

  test('sort numbers by their size', () => {
    const numbers = [0.5, 0.25, -2, -10, 10].map((count) => ({ count }));
    const sorted = sortRecords(numbers, columns, { column: 'count', way: 'ascending' });
    expect(sorted.map(({ count }) => count)).toEqual([-10, -2, 0.25, 0.5, 10]);
  });

  test('sort by the names of values, not by their codes', () => {
    const sorted = sortRecords(records, columns, { column: 'kind', way: 'ascending' });
    expect(sorted.map(({ kind }) => kind)).toEqual(
      [...kinds].toSorted(([, a], [, b]) => a.localeCompare(b, 'ja')).map(([kind]) => kind),
    );
  });

  test.each([null, { column: 'note', way: 'ascending' }] as const)('keep their order with the order %j', (order) => {
    expect(sortRecords(records, columns, order)).toEqual(records);
  });

  test('are never lost, added or changed by sorting', () => {
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
    const order = fc.record({
      column: fc.constantFrom('title', 'id', 'count'),
      way: fc.constantFrom('ascending' as const, 'descending' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ title: value, id: value, count: value })), order, (some, by) => {
        const after = sortRecords(some, columns, by);
        expect(after).toHaveLength(some.length);
        expect(new Set(after)).toEqual(new Set(some));
      }),
    );
  });
});

describe('a cell', () => {
  test.each([
    ['action', '取組（action）'],
    ['other', 'other'],
    ['', ''],
    [null, ''],
    [3, '3'],
  ])('with the value %j shows %s', (value, expected) => {
    expect(formatNamed(kinds, value)).toBe(expected);
  });
});

test('a file of the shown rows has the name of a value in a column of its own, before the value', () => {
  const { headings, rows } = createFileRows([column('title', '名称'), column('kind', '種別', kinds)], records);
  expect([headings, ...rows]).toEqual([
    ['名称', '種別（名称）', '種別'],
    ['窓口のＤＸ', '取組', 'action'],
    ['SNSの活用', '施策', 'measure'],
    ['広報紙', '課題', 'issue'],
  ]);
});

describe('a cell', () => {
  const describeFirst = (value: CellValue) => describeCell(column('title', '名称'), value, '/plans/a/');

  test('at the beginning of a row is its heading, with a link to the page of the record', () => {
    const attributes = { scope: 'row', 'data-head': '名称' };
    expect(describeFirst('計画')).toEqual({ tag: 'th', attributes, text: '計画', href: '/plans/a/' });
  });

  test('with a URL is a link, and others are text', () => {
    const website = { ...column('website', 'サイト'), isLink: true };
    expect(describeCell(website, 'https://a.example/').href).toBe('https://a.example/');
    expect(describeCell(website, null).href).toBe('');
    expect(describeCell(column('count', '数'), 3)).toMatchObject({
      ...{ tag: 'td', href: '', text: '3' },
      attributes: { class: 'num', 'data-head': '数' },
    });
  });

  test('of an English name says so, on the built page as in its script', () => {
    expect(describeCell(column('title_en', '英語名'), 'Plan').attributes).toMatchObject({ lang: 'en' });
    expect(describeFirst('計画').attributes).not.toHaveProperty('lang');
  });
});

const table = { all: ['title', 'kind', 'summary', 'id'], main: ['title', 'kind'] };
const usual: TableQuery = { words: '', columns: table.main, order: null, showsAllRows: false };

describe('the URL of a table', () => {
  test.each<[string, Partial<TableQuery>]>([
    ['', {}],
    ['?q=%E7%AA%93%E5%8F%A3', { words: '窓口' }],
    ['?columns=title%2Cid', { columns: ['title', 'id'] }],
    ['?sort=kind', { order: { column: 'kind', way: 'ascending' } }],
    ['?sort=-title', { order: { column: 'title', way: 'descending' } }],
    ['?rows=all', { showsAllRows: true }],
    [
      '?q=a+b&columns=id&sort=-id&rows=all',
      { words: 'a b', columns: ['id'], order: { column: 'id', way: 'descending' }, showsAllRows: true },
    ],
  ])('%s means one query, and the query this URL', (search, part) => {
    const query = { ...usual, ...part };
    expect(parseTableQuery(search, table)).toEqual(query);
    expect(formatTableQuery(query, table)).toBe(search);
  });

  test.each(['?columns=', '?columns=nothing', '?sort=nothing', '?sort=', '?sort=summary', '?rows=2', '?other=1'])(
    'ignores what it does not know: %s',
    (search) => {
      expect(parseTableQuery(search, table)).toEqual(usual);
    },
  );
});

test('chosen columns are in the order of the page, and the main ones if there are none', () => {
  expect(chooseColumns(table, ['id', 'title'])).toEqual(['title', 'id']);
  expect(chooseColumns(table, [])).toEqual(table.main);
});
