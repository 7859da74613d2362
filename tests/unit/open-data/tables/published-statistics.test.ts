import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listRowObjects } from '../../../../src/open-data/published-table.ts';
import { serializeCsv, serializeJson, serializeParquet } from '../../../../src/open-data/table-formats.ts';
import { listFigureTables } from '../../../../src/open-data/tables/figure-tables.ts';
import {
  publishedStatistics,
  publishedStatisticValues,
} from '../../../../src/open-data/tables/published-statistics.ts';
import { readApiFiles } from '../../../support/metadata/published-files.ts';
import { openFixtureSite, openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);

/** One row of a format, with texts instead of numbers. */
interface ReadRow {
  readonly statistic: string;
  readonly municipality: string;
  readonly period: string;
  readonly value: string;
  readonly text: string;
  readonly state: string;
}

const show = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');

/** Returns the rows of the table of values as a reader of each format sees them. */
async function readFormats(): Promise<(readonly [format: string, rows: readonly ReadRow[]])[]> {
  const { columns } = publishedStatisticValues;
  const headings = new Map(columns.map(({ name, title }) => [title, name]));
  const csv = Papa.parse<Record<string, unknown>>(serializeCsv(siteData, publishedStatisticValues).slice(1), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (title) => headings.get(title) ?? title,
  }).data;
  const json = JSON.parse(serializeJson(siteData, publishedStatisticValues)) as Record<string, unknown>[];
  const { buffer } = Uint8Array.from(serializeParquet(siteData, publishedStatisticValues));
  const parquet = await parquetReadObjects({ file: buffer });
  return Object.entries({ csv, json, parquet }).map(([format, rows]) => [
    format,
    rows.map(({ statistic, municipality, period, value, text, state }) => ({
      statistic: show(statistic),
      municipality: show(municipality),
      period: show(period),
      value: show(value),
      text: show(text),
      state: show(state),
    })),
  ]);
}

describe.each(await readFormats())('the values of statistics as %s', (_format, rows) => {
  const find = (municipality: string, period: string) =>
    rows
      .filter((row) => row.statistic === 'future-burden-ratio')
      .filter((row) => row.municipality === municipality && row.period === period)
      .map(({ value, text, state }) => [value, text, state]);

  test('are all there, with their sum', () => {
    const sum = (list: readonly { readonly value: number | string | null }[]) =>
      list.reduce((total, { value }) => total + Number(value), 0);
    expect(rows).toHaveLength(siteData.statisticValues.length);
    expect(sum(rows)).toBe(sum(siteData.statisticValues));
  });

  test('distinguish 0.0, 算定なし and a missing value', () => {
    expect(find('hiratsuka', '2015年度')).toEqual([['0', '0.0', 'calculated']]);
    expect(find('hiratsuka', '2013年度')).toEqual([['', '', 'not-calculated']]);
    expect(find('hiratsuka', '2007年度')).toEqual([]);
  });
});

test('the figures of a page have the note of their statistic in each row', () => {
  const listNotes = (id: string) => {
    const table = listFigureTables(siteData).find(({ path }) => path === `statistics/${id}`) ?? expect.fail(id);
    return [...new Set(listRowObjects(siteData, table).map((row) => row.statistic_note))];
  };
  expect(listNotes('administrative-staff')).toEqual([siteData.statistic('administrative-staff').note]);
  expect(listNotes('pay-index')).toEqual([expect.stringContaining('ほかの年の日は、それに合わせました。')]);
  expect(listNotes('census-households')).toEqual(['']);
});

test('a value that was read from a copy says so in its row', () => {
  const list = (site: typeof siteData) =>
    new Set(listRowObjects(site, publishedStatisticValues).map((row) => row.from_copy));
  expect([list(siteData), list(openFixtureSite())]).toEqual([new Set([true]), new Set([false])]);
});

test('the table of statistics contains the threshold, or nothing', () => {
  const rows = new Map(listRowObjects(siteData, publishedStatistics).map((row) => [row.id, row]));
  expect(rows.size).toBe(siteData.statistics.length);
  expect(rows.get('future-burden-ratio')).toMatchObject({ threshold_value: 350, threshold_title: '早期健全化基準' });
  expect(rows.get('debt-service-ratio')).toMatchObject({ threshold_value: 25 });
  expect(rows.get('revenue')).toMatchObject({
    threshold_value: null,
    threshold_source: null,
    divisor: 'resident-population',
  });
});

describe('the files of single pages', () => {
  const tables = new Map(listFigureTables(siteData).map((table) => [table.path, table]));
  const listRows = (path: string) => {
    const table = tables.get(path);
    return table ? listRowObjects(siteData, table) : [];
  };

  test('contain every value once by statistic and once by municipality', () => {
    const count = (list: readonly string[]) => list.reduce((total, path) => total + listRows(path).length, 0);
    expect(count(siteData.statistics.map(({ id }) => `statistics/${id}`))).toBe(siteData.statisticValues.length);
    expect(count(siteData.municipalities.map(({ id }) => `cities/${id}/statistics`))).toBe(
      siteData.statisticValues.length,
    );
  });

  test('need no other table to be understood', () => {
    expect(listRows('statistics/future-burden-ratio').find(({ state }) => state === '算定なし')).toMatchObject({
      title: '将来負担比率',
      municipality: '蕨市',
      value: null,
      source: expect.stringMatching(/^総務省「地方公共団体の主要財政指標一覧」/) as string,
      from_copy: true,
    });
  });
});

test('the API has one record for each statistic with all its values', () => {
  const text = readApiFiles(siteData).get('v1/statistics/future-burden-ratio.json') ?? '';
  const { data } = JSON.parse(text) as { data: { title: string; values: Record<string, unknown>[] } };
  expect(data.title).toBe('将来負担比率');
  expect(data.values).toHaveLength(siteData.statisticValuesOf('future-burden-ratio').length);
  expect(data.values.find(({ state }) => state === 'not-calculated')).toEqual({
    municipality: 'warabi',
    value: null,
    text: '算定なし',
    period: { text: '2018年度', start: '2018-04-01', end: '2019-03-31' },
    state: 'not-calculated',
    note: '',
    source: 'mic-finance-2018',
    fromCopy: true,
  });
});

describe('the file of a statistic has what its chart shows, and by which number the published value is divided', () => {
  const Row = z.object({
    municipality: z.string(),
    period: z.string(),
    value: z.number(),
    divisor_value: z.number().nullable(),
    compared_value: z.number().nullable(),
    compared_unit: z.string().nullable(),
    divisor_statistic: z.string(),
    divisor_period: z.string(),
    divisor_source: z.string(),
  });
  const listRows = (id: string) => {
    const table = listFigureTables(siteData).find(({ path }) => path === `statistics/${id}`);
    return table ? z.array(Row).parse(listRowObjects(siteData, table)) : [];
  };

  test.each([
    ['local-tax', '万円', (value: number) => value / 10],
    ['census-under-15', '%', (value: number) => value * 100],
    ['projected-population', '', (value: number) => value * 100],
  ])('%s, in %s', (id, unit, scale) => {
    const shown = listRows(id).filter(({ compared_value: value }) => value !== null);
    expect(shown.length).toBeGreaterThan(10);
    for (const row of shown) {
      expect(row.compared_value).toBeCloseTo(Number(scale(row.value / Number(row.divisor_value)).toFixed(1)), 9);
      expect(row.compared_unit ?? '').toBe(unit);
    }
  });

  test.each([
    ['local-tax', '2022年度', '住民基本台帳人口', '2023年1月1日'],
    ['projected-population', '2050年10月1日', '将来推計人口（令和5年推計）', '2025年10月1日'],
  ])('%s of %s, divided by %s of %s', (id, time, title, divisorTime) => {
    const rows = listRows(id).filter(({ period }) => period === time);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect([row.divisor_statistic, row.divisor_period]).toEqual([title, divisorTime]);
      expect(row.divisor_source).toMatch(/^(?:総務省|国立社会保障・人口問題研究所)/);
    }
  });

  test('nothing without a divisor or a chart, and the published value itself if that is compared', () => {
    const early = listRows('local-tax').filter(({ period }) => period === '2010年度');
    expect(early.length).toBeGreaterThan(0);
    for (const row of [...early, ...listRows('area')])
      expect([row.divisor_value, row.compared_value, row.compared_unit ?? '']).toEqual([null, null, '']);
    for (const row of listRows('financial-strength'))
      expect([row.divisor_value, row.divisor_source, row.compared_value]).toEqual([null, '', row.value]);
  });
});
