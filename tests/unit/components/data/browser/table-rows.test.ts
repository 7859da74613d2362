import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createFileRows,
  filterRecords,
  formatNamed,
  isLongText,
  sortRecords,
  type ShownColumn,
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

  test('is long if its text needs more than three lines', () => {
    expect(['文'.repeat(65), '文'.repeat(66), 'a'.repeat(130), 'a'.repeat(131)].map(isLongText)).toEqual([
      false,
      true,
      false,
      true,
    ]);
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
