import Papa from 'papaparse';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serializeCsv } from '../../../src/downloads/csv.ts';
import type { PublishedTable } from '../../../src/downloads/table.ts';
import { publishedTables } from '../../../src/downloads/tables/index.ts';
import { openSiteData } from '../../../src/portal/open.ts';
import { FIXTURE_SITES } from '../../support/town.ts';

const portal = openSiteData({ root: join(FIXTURE_SITES, 'sound') });
const bytesOf = (table: PublishedTable) => new TextEncoder().encode(serializeCsv(table, portal));

function tableOf(...rows: ReturnType<PublishedTable['rows']>): PublishedTable {
  const columns = ['a', 'b'].map((name) => ({
    name,
    title: `列${name}`,
    description: '列',
    type: 'text' as const,
    nullable: true,
    required: false,
    choices: null,
    unit: null,
    unitColumn: null,
    example: 'a',
    codeList: null,
    printed: false,
    references: null,
  }));
  return {
    id: 'test',
    title: '表',
    description: '表',
    rowSchema: z.object({ a: z.string(), b: z.string() }),
    columns,
    primaryKey: ['a'],
    planColumn: null,
    rows: () => rows,
  };
}

describe.each(publishedTables.map((table) => [table.id, table] as const))('%s.csv', (_id, table) => {
  const text = serializeCsv(table, portal);

  test('begins with a byte order mark, so that Excel reads Japanese', () => {
    expect([...bytesOf(table).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('breaks its lines with CR and LF alone', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('ends with a line break', () => {
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('has one row of Japanese headings, each once', () => {
    const [headings = []] = Papa.parse<string[]>(text.slice(1)).data;
    expect([headings, new Set(headings).size]).toEqual([
      table.columns.map(({ title }) => title),
      headings.length,
    ]);
  });

  test('has a cell for every column in every row', () => {
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
    expect([errors, data.filter((row) => row.length !== table.columns.length)]).toEqual([[], []]);
  });
});

describe('a cell', () => {
  test.each([
    ['a comma', '5,587人', '"5,587人"'],
    ['a quote', 'いう"声"', '"いう""声"""'],
    ['a line break', '一\n二', '"一\n二"'],
    ['plain words', '広報', '広報'],
  ])('with %s is quoted as RFC 4180 says', (_what, value, cell) => {
    expect(serializeCsv(tableOf([value, '1']), portal)).toBe(`\ufeff列a,列b\r\n${cell},1\r\n`);
  });

  test.each([
    [null, ''],
    [0, '0'],
    [-3.2, '-3.2'],
    [true, 'true'],
    [false, 'false'],
  ])('of %s is %s', (value, cell) => {
    expect(serializeCsv(tableOf([value, 'x']), portal)).toBe(`\ufeff列a,列b\r\n${cell},x\r\n`);
  });
});

test('a table without rows has its headings', () => {
  expect(serializeCsv(tableOf(), portal)).toBe('\ufeff列a,列b\r\n');
});
