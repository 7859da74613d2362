import { describe, expect, test } from 'vitest';
import {
  chooseColumns,
  formatTableQuery,
  parseTableQuery,
  type TableQuery,
} from '../../../../../src/components/data/browser/table-query.ts';

const table = { all: ['title', 'kind', 'summary', 'id'], main: ['title', 'kind'] };
const usual: TableQuery = { words: '', columns: table.main, order: null, isWhole: false };

describe('the URL of a table', () => {
  test.each<[string, Partial<TableQuery>]>([
    ['', {}],
    ['?q=%E7%AA%93%E5%8F%A3', { words: '窓口' }],
    ['?columns=title%2Cid', { columns: ['title', 'id'] }],
    ['?sort=kind', { order: { column: 'kind', way: 'ascending' } }],
    ['?sort=-title', { order: { column: 'title', way: 'descending' } }],
    ['?rows=all', { isWhole: true }],
    [
      '?q=a+b&columns=id&sort=-id&rows=all',
      { words: 'a b', columns: ['id'], order: { column: 'id', way: 'descending' }, isWhole: true },
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
