import { describe, expect, test } from 'vitest';
import { arrangeColumns, readValueNames } from '../../../../src/components/data/table-columns.ts';
import { isWebUrl } from '../../../../src/model/identifiers.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const arrange = (id: string) => publishedTables.filter((table) => table.id === id).flatMap(arrangeColumns);
const findColumn = (id: string, name: string) => arrange(id).filter((column) => column.name === name);
const listNames = (id: string, name: string) => findColumn(id, name).map((column) => readValueNames(siteData, column));

describe('the page of a table', () => {
  test.each(publishedTables.map((table) => [table.id, table] as const))(
    'of %s has each column once with its index in the file, the main ones first',
    (_id, table) => {
      const columns = arrangeColumns(table);
      const inFile = columns.toSorted((one, other) => one.at - other.at);
      expect(inFile.map(({ name, at }) => [name, at])).toEqual(table.columns.map(({ name }, at) => [name, at]));
      const main = columns.filter(({ isMain }) => isMain).map(({ name }) => name);
      expect(main).toEqual(table.mainColumns);
      expect(columns.slice(0, main.length).map(({ name }) => name)).toEqual(main);
    },
  );

  test('of values of statistics shows beside an empty value that it is 算定なし, also in the file of what it shows', () => {
    const main = arrange('statistic-values').filter(({ isMain }) => isMain);
    expect(main.map(({ name }) => name).join()).toContain('value,state');
    expect(listNames('statistic-values', 'state')[0]?.get('not-calculated')).toBe('算定なし');
  });

  test.each(publishedTables.map((table) => [table.id, table] as const))(
    'of %s begins its rows with a name and shows at most ten columns',
    (_id, table) => {
      const [first] = arrangeColumns(table);
      expect(first?.name === 'title' || first?.names?.title === 'title').toBe(true);
      expect(table.mainColumns.length).toBeLessThanOrEqual(10);
    },
  );

  test.each(publishedTables.map((table) => [table.id, table] as const))(
    'of %s has links in the columns with URLs, and only there',
    (_id, table) => {
      for (const { name, at, isLink } of arrangeColumns(table)) {
        const values = table.rows(siteData).map((row) => String(row[at] ?? ''));
        const isUrl = (value: string) => isWebUrl(value) || (name === 'url' && value.startsWith('/'));
        expect(
          values.filter((value) => value !== '' && isUrl(value) !== isLink),
          name,
        ).toEqual([]);
      }
    },
  );

  test('has ids last', () => {
    const columns = arrange('nodes');
    expect(columns.slice(-8).map(({ name }) => name)).toEqual([
      'id',
      'municipality',
      'municipality_code',
      'code',
      'parent',
      'order',
      'source_id',
      'url',
    ]);
  });
});

describe('the names of values', () => {
  test('are those of the code list', () => {
    expect(listNames('nodes', 'kind')[0]?.get('measure')).toBe('施策');
    expect(listNames('plans', 'state')[0]?.get('ended')).toBe('終了');
    expect(findColumn('plans', 'state')[0]?.names?.table.path).toBe('codes/plan-states');
  });

  test('are those of the records that the values refer to, for plans the short ones', () => {
    expect(listNames('nodes', 'municipality')[0]?.get('warabi')).toBe('蕨市');
    expect(findColumn('nodes', 'municipality')[0]?.names?.table.path).toBe('municipalities');
    expect(listNames('node-links', 'municipality_code')[0]?.get('112232')).toBe('蕨市');
    expect(listNames('nodes', 'plan')[0]?.get('warabi-jiritsu')).toBe(siteData.plan('warabi-jiritsu').shortTitle);
  });

  test('are absent for texts, numbers and names in words', () => {
    for (const name of ['title', 'order', 'level']) expect(listNames('nodes', name)).toEqual([new Map()]);
    expect(findColumn('nodes', 'level')[0]?.names).toBeNull();
  });
});
