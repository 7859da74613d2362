import { expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../../examples/design/made-up-indicator.ts';
import { createZoneRows } from '../../../../src/components/map/zone-rows.ts';
import type { Indicator } from '../../../../src/tables/indicators.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';

const zones = openSharedSite(EXAMPLE_SITE).zones.slice(0, 2);
const [first, second] = zones.map(({ title }) => title);
const { indicator: plain, observations } = createMadeUpIndicator({
  baseline: [2022, 0],
  target: [2030, 1],
  results: [[2025, 1]],
});
const [observation] = observations;

/** Returns an indicator's values of the two zones at a time. */
const createValues = (indicator: Indicator, period: string, values: readonly (number | null)[]) => ({
  indicator,
  period,
  minimumSample: 400,
  results: values.map((value) => (value === null || !observation ? null : { ...observation, value, text: `${value}` })),
});
const people = { ...plain, id: 'a', unit: '人', title: '利用者数' };

test('a row says what the map shows, with the unit of each value', () => {
  const [row] = createZoneRows([createValues(people, '令和5年度', [40, null])], zones);
  expect(row?.title).toBe('利用者数の地域ごとの値（令和5年度）');
  expect(row?.description).toBe(`${row?.title}：${first} 40人、${second} 値なし`);
  expect(row?.looks.map(({ classes }) => classes)).toEqual(['', 'none']);
});

test('the circles of all times of an indicator have one scale, and other indicators have their own', () => {
  const rows = createZoneRows(
    [
      createValues(people, '令和5年度', [25, 25]),
      createValues(people, '令和6年度', [100, 100]),
      createValues({ ...people, id: 'b' }, '令和6年度', [900, 900]),
    ],
    zones,
  );
  const [before = 0, after = 0, other] = rows.map(({ looks }) => looks[0]?.radius);
  expect(after / before).toBeCloseTo(2);
  expect(after).toBe(other);
  expect(rows.map(({ all }) => all.length)).toEqual([4, 4, 2]);
});

test('a value in words is no missing value', () => {
  const values = createValues(people, '令和5年度', [40, 0]);
  const words = values.results.map((one, at) => (one && at > 0 ? { ...one, value: null, text: '集計中' } : one));
  const [row] = createZoneRows([{ ...values, results: words }], zones);
  expect(row?.description).toBe(`${row?.title}：${first} 40人、${second} 集計中`);
});

test('rates have colours only if no sample is smaller than the plan asks for', () => {
  const values = createValues({ ...plain, unit: '%' }, '令和5年度', [40, 48]);
  const listClasses = (sample: number | null, minimumSample: number | null = 400) => {
    const results = values.results.map((one, at) => one && { ...one, sample: at > 0 ? sample : 400 });
    return createZoneRows([{ ...values, minimumSample, results }], zones)[0]?.looks.map(({ classes }) => classes);
  };
  expect(listClasses(399)).toEqual(['', '']);
  expect(listClasses(400)).toEqual(['step-1', 'step-5']);
  expect(listClasses(null)).toEqual(['step-1', 'step-5']);
  expect(listClasses(30, null)).toEqual(['step-1', 'step-5']);
});
