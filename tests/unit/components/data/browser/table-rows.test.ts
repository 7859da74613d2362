import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
  formatCsv,
  filterRows,
  sortRows,
  type TableRow,
} from '../../../../../src/components/data/browser/table-rows.ts';
import { serializeCsv } from '../../../../../src/open-data/formats/table-formats.ts';
import { publishedTables } from '../../../../../src/open-data/tables/published-tables.ts';
import { openSharedSite } from '../../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../../support/source-modules.ts';

const rows: readonly TableRow[] = [
  ['mihon/1_10', '窓口のＤＸ', 3, true],
  ['mihon/1_2', 'SNSの活用', null, false],
  ['mihon/1_1', '広報紙', -2.5, true],
];
const ids = (some: readonly TableRow[]) => some.map(([id]) => id);

describe('rows', () => {
  test.each([
    ['', ['mihon/1_10', 'mihon/1_2', 'mihon/1_1']],
    ['sns', ['mihon/1_2']],
    ['dx 窓', ['mihon/1_10']],
    ['ｓｎｓ　活用', ['mihon/1_2']],
    ['true', ['mihon/1_10', 'mihon/1_1']],
    ['mihon/1_10 sns', []],
    ['dx3', []],
  ])('with “%s” in their cells are found', (query, expected) => {
    expect(ids(filterRows(rows, query))).toEqual(expected);
  });

  test.each([
    [0, 'ascending', ['mihon/1_1', 'mihon/1_2', 'mihon/1_10']],
    [0, 'descending', ['mihon/1_10', 'mihon/1_2', 'mihon/1_1']],
    [2, 'ascending', ['mihon/1_1', 'mihon/1_10', 'mihon/1_2']],
    [2, 'descending', ['mihon/1_10', 'mihon/1_1', 'mihon/1_2']],
  ] as const)('sort by column %i, %s, with unknown values last', (column, way, order) => {
    expect(ids(sortRows(rows, { column, way }))).toEqual(order);
  });

  test('keep their order by default', () => {
    expect(sortRows(rows, null)).toEqual(rows);
  });

  test('are never lost, added or changed by sorting', () => {
    const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
    const order = fc.record({
      column: fc.nat(2),
      way: fc.constantFrom('ascending' as const, 'descending' as const),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value)), order, (some, by) => {
        const after = sortRows(some, by);
        expect(after).toHaveLength(some.length);
        expect(new Set(after)).toEqual(new Set(some));
      }),
    );
  });
});

describe('the CSV of the shown rows', () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);

  test.each(publishedTables.map((table) => [table.id, table] as const))(
    'equals the published file for all rows of %s',
    (_id, table) => {
      const headings = table.columns.map(({ title }) => title);
      expect(formatCsv(headings, table.rows(siteData))).toBe(serializeCsv(table, siteData));
    },
  );

  test('contains the same values when it is read again', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('"', ',', '\r', '\n', ' ', '=', '\ufeff'), fc.string({ unit: 'grapheme' })),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (some) => {
        const { data, errors } = Papa.parse<string[]>(formatCsv(['a', 'b'], some).slice(1), {
          delimiter: ',',
          newline: '\r\n',
        });
        expect([errors, data.slice(1, -1)]).toEqual([[], some]);
      }),
    );
  });
});
