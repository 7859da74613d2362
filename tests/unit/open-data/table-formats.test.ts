import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DiagnosticReport } from '../../../src/diagnostics/diagnostic-report.ts';
import { listRows } from '../../../src/input/input-rows.ts';
import { openTableRows } from '../../../src/input/open-table.ts';
import { MAX_INTEGER } from '../../../src/model/quantity-schema.ts';
import { listRowObjects, type PublishedTable, type PublishedValue } from '../../../src/open-data/published-table.ts';
import { serializeCsv, serializeJson, serializeParquet, tableFormats } from '../../../src/open-data/table-formats.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { findTable } from '../../support/metadata/published-files.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';

const siteData = openFixtureSite();
const bytesOf = (table: PublishedTable) => new TextEncoder().encode(serializeCsv(siteData, table));

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
    path: 'test',
    title: '表',
    description: '表',
    rowSchema: z.object({ a: z.string(), b: z.string() }),
    columns,
    primaryKey: ['a'],
    mainColumns: ['a'],
    planColumn: null,
    isCopied: false,
    unnamedSources: () => [],
    rows: () => rows,
  };
}

describe.each(publishedTables.map((table) => [table.id, table] as const))('%s.csv', (_id, table) => {
  const text = serializeCsv(siteData, table);

  test('starts with a byte order mark, so that Excel reads Japanese', () => {
    expect([...bytesOf(table).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('has only CRLF as line breaks', () => {
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('ends with a line break', () => {
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('has one row of different Japanese headings', () => {
    const [headings = []] = Papa.parse<string[]>(text.slice(1)).data;
    expect([headings, new Set(headings).size]).toEqual([table.columns.map(({ title }) => title), headings.length]);
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
    ['a space at its beginning', ' 広報', '" 広報"'],
    ['a space at its end', '広報 ', '"広報 "'],
    ['plain words', '広報', '広報'],
    ['a space between words', '第1章 広報', '第1章 広報'],
  ])('with %s is quoted by RFC 4180', (_what, value, cell) => {
    expect(serializeCsv(siteData, tableOf([value, '1']))).toBe(`\ufeff列a,列b\r\n${cell},1\r\n`);
  });

  test.each([
    [null, ''],
    [0, '0'],
    [-3.2, '-3.2'],
    [true, 'true'],
    [false, 'false'],
  ])('of %s is %s', (value, cell) => {
    expect(serializeCsv(siteData, tableOf([value, 'x']))).toBe(`\ufeff列a,列b\r\n${cell},x\r\n`);
  });
});

test('a table contains the same texts when it is read again', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('"', ',', '\r', '\n', ' ', '=', '\ufeff'), fc.string({ unit: 'grapheme' })),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (some) => {
      const { data, errors } = Papa.parse<string[]>(serializeCsv(siteData, tableOf(...some)).slice(1), {
        delimiter: ',',
        newline: '\r\n',
      });
      expect([errors, data.slice(1, -1)]).toEqual([[], some]);
    }),
  );
});

test('a table without rows has its headings', () => {
  expect(serializeCsv(siteData, tableOf())).toBe('\ufeff列a,列b\r\n');
});

const towns = [
  ['見本市', openSharedSite(EXAMPLE_SITE)],
  ['the sound town', openFixtureSite()],
] as const;
const cases = towns.flatMap(([town, siteData]) =>
  publishedTables.map((table) => [`${table.id} of ${town}`, table, siteData] as const),
);

/** Returns a value as every format has it: null and an empty text are the same. */
const formatValue = (value: PublishedValue | Date | undefined) =>
  value instanceof Date ? value.toISOString().replace('T00:00:00.000Z', '') : String(value ?? '');
const names = ({ columns }: PublishedTable) => columns.map(({ name }) => name);

describe.each(cases)('the formats of %s contain the same values', (_title, table, siteData) => {
  const rows = listRowObjects(siteData, table);
  const expected = rows.map((row) => names(table).map((name) => formatValue(row[name])));

  test('CSV', () => {
    const [, ...read] = Papa.parse<string[]>(serializeCsv(siteData, table).slice(1), {
      skipEmptyLines: true,
    }).data;
    expect(read).toEqual(expected);
  });

  test('JSON, with their types', () => {
    expect(JSON.parse(serializeJson(siteData, table))).toEqual(rows);
  });

  test('Excel', async () => {
    const [sheet] = await readXlsxFile(Buffer.from(tableFormats.xlsx.serialize(siteData, table)));
    const [, ...read] = sheet?.data ?? [];
    const cells = read.map((row) => table.columns.map((_, at) => formatValue(row[at] as PublishedValue | Date)));
    expect(cells).toEqual(expected);
    const days = table.columns.flatMap(({ type }, at) => (type === 'date' ? read.map((row) => row[at] ?? null) : []));
    expect(days.filter((day) => day !== null && !(day instanceof Date))).toEqual([]);
  });

  test('Parquet, with their types', async () => {
    const bytes = serializeParquet(siteData, table);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const read = rows.length === 0 ? [] : await parquetReadObjects({ file });
    const days = new Set(table.columns.flatMap(({ name, type }) => (type === 'date' ? [name] : [])));
    const typed = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          days.has(name) && typeof value === 'string' ? new Date(value) : value,
        ]),
      ),
    );
    expect(read).toEqual(typed);
  });
});

test('Parquet has the largest whole number that a table may have', async () => {
  const table = tableOf([MAX_INTEGER, 1]);
  const whole = { ...table, columns: table.columns.map((column) => ({ ...column, type: 'integer' as const })) };
  const file = new Uint8Array(serializeParquet(siteData, whole)).buffer;
  expect(await parquetReadObjects({ file })).toEqual([{ a: MAX_INTEGER, b: 1 }]);
});

describe('a workbook', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('can contain the text %s', async (text) => {
    const bytes = tableFormats.xlsx.serialize(siteData, { ...findTable('themes'), rows: () => [[text, '甲']] });
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(sheet?.data[1]?.slice(0, 2)).toEqual([text, '甲']);
  });

  test('has a default style, which other programs look for', () => {
    const table = findTable('municipalities');
    const styles = unzipSync(tableFormats.xlsx.serialize(siteData, table))['xl/styles.xml'];
    expect(strFromU8(styles ?? new Uint8Array())).toMatch(
      /<cellStyleXfs count="1">.*<cellXfs.*<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"\/>/s,
    );
  });

  test('can have very many rows', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => (at === 0 ? ['a'] : []));
    expect(tableFormats.xlsx.serialize(siteData, { ...findTable('themes'), rows: () => rows }).length).toBeGreaterThan(
      1000,
    );
  });

  test('has days that our own reader, which staff use, reads as the texts of the CSV', () => {
    const table = findTable('sources');
    const report = new DiagnosticReport();
    const readRows = (bytes: Uint8Array, file: string) =>
      listRows(openTableRows(bytes, file, report) ?? expect.fail()).map(({ cells }) => cells);
    const rows = readRows(tableFormats.xlsx.serialize(siteData, table), 'sources.xlsx');
    expect(rows).toEqual(readRows(bytesOf(table), 'sources.csv'));
    expect(rows.flat()).toEqual(expect.arrayContaining(['2023-04-01', '2026-11-20']));
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['unread-sheets']);
  });

  test('has filters over the headings and rows of its data, but not of its facts', () => {
    const table = findTable('themes');
    const files = unzipSync(tableFormats.xlsx.serialize(siteData, { ...table, rows: () => [['a'], ['b']] }));
    const read = (number: number) => strFromU8(files[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array());
    expect(table.columns).toHaveLength(7);
    expect(read(1)).toContain('</sheetData><autoFilter ref="A1:G3"/><pageSetup ');
    expect(read(2)).not.toContain('autoFilter');
  });

  test('contains facts and the terms of use in its second sheet', async () => {
    const table = findTable('municipalities');
    const sheets = await readXlsxFile(Buffer.from(tableFormats.xlsx.serialize(siteData, table)));
    const text = JSON.stringify(sheets[1]?.data);
    for (const said of [table.title, siteData.version, siteData.site.licence.name, '架空'])
      expect(text).toContain(said);
  });
});
