import { quantile } from 'd3';
import { describe, expect, test } from 'vitest';
import { createMadeUpChart, type MadeUpValues, createPoints } from '../../../examples/design/made-up-statistic.ts';
import {
  createLineFrame,
  listTimes,
  type ValueSummary,
  summarizeValues,
} from '../../../src/charts/line-chart-frame.ts';

const readDomain = (...chart: Parameters<typeof createMadeUpChart>) => {
  const { low, high } = createLineFrame(createMadeUpChart(...chart));
  return [low, high];
};

test('the times that begin on one day are one time with both names', () => {
  const { series } = createMadeUpChart({ 架空市: [1, 2], 例示市: [3, 4] });
  const [first, other] = series;
  if (!first || !other) return expect.fail();
  const points = other.points.map((point) => ({ ...point, time: point.time.replace('年度', '年4月1日') }));
  const times = listTimes({ series: [first, { ...other, points }] });
  expect(times.map(({ time }) => time)).toEqual(['2010年度・2010年4月1日', '2011年度・2011年4月1日']);
});

describe('the axis of values', () => {
  const lines = { 架空市: [40, 60] };
  const threshold = (value: number) => ({ threshold: { value, title: '架空の基準' } });
  const [point] = createMadeUpChart({ 架空市: [50] }).series[0]?.points ?? [];
  const summaries: ValueSummary[] = point
    ? [{ ...point, numbers: 30, notCalculated: 0, decimals: 0, middle: { low: -20, median: 50, high: 100 } }]
    : [];

  test.each([
    ['begins at 0', readDomain(lines), [0, 60]],
    ['is as declared', readDomain(lines, { domain: [30, 70] }), [30, 70]],
    ['is wider than declared for a higher value', readDomain(lines, { domain: [40, 50] }), [40, 60]],
    ['contains the quartiles of all municipalities', readDomain(lines, { summaries }), [-20, 100]],
    ['contains a threshold that is near', readDomain(lines, threshold(90)), [0, 100]],
    ['leaves out a threshold that is far above', readDomain(lines, threshold(91)), [0, 60]],
    [
      'contains a threshold if no value is a number',
      readDomain({ 架空市: ['算定なし', '算定なし'] }, threshold(90)),
      [0, 100],
    ],
    ['is as declared beside a threshold', readDomain(lines, { domain: [0, 60], ...threshold(70) }), [0, 60]],
    ['has a height without other values than 0', readDomain({ 架空市: [0, 0] }), [0, 1]],
  ])('%s', (_, domain, expected) => {
    expect(domain).toEqual(expected);
  });

  test('has a number at its lowest value, and even ticks', () => {
    const chart = { ...createMadeUpChart({ 架空市: [86, 114] }, { domain: [85, 115] }), size: 'small' } as const;
    expect(createLineFrame(chart).numbers).toEqual([85, 90, 95, 100, 105, 110, 115]);
  });

  test('has no number that would touch the lowest one, and keeps 0 above a negative one', () => {
    const listNumbers = (domain: readonly [number, number]) =>
      createLineFrame(createMadeUpChart({ 架空市: [100, 110] }, { domain })).numbers;
    expect(listNumbers([94, 115])).toEqual([94, 100, 105, 110, 115]);
    expect(listNumbers([-10, 300])).toContain(0);
  });

  test.each([[[16.5, 124.7]], [[3, 14.2]], [[-20, 130]]])('is the same on charts of both sizes', (values) => {
    const chart = createMadeUpChart({ 架空市: values });
    const [page, small] = (['page', 'small'] as const).map((size) => createLineFrame({ ...chart, size }));
    expect([small?.low, small?.high, small?.numbers]).toEqual([page?.low, page?.high, page?.numbers]);
  });

  test('contains dashed values, and so does the axis of time', () => {
    const chart = createMadeUpChart({ 架空市: [40] });
    const [later] = createMadeUpChart({ 架空市: [null, 80] }).series;
    const series = chart.series.map((one) => ({ ...one, dashed: later?.points.slice(1) ?? [] }));
    const { high, times } = createLineFrame({ ...chart, series });
    expect([high, times.map(({ year }) => year)]).toEqual([80, [2010, 2011]]);
  });
});

describe('the rows of 算定なし', () => {
  const createFrame = (count: number, isMain: (at: number) => boolean) => {
    const lines = Array.from({ length: count }, (_, at): [string, MadeUpValues] => [`${at}番市`, [at, '算定なし']]);
    const chart = createMadeUpChart(Object.fromEntries(lines));
    return createLineFrame({ ...chart, series: chart.series.map((one, at) => ({ ...one, isMain: isMain(at) })) });
  };

  test('are below a line, which is below the axis, and so far apart that their names do not touch', () => {
    const { bottom, stripTop, rows, toShare } = createFrame(3, () => false);
    const heights = [bottom, stripTop ?? 0, ...rows.values()];
    const distances = heights.slice(1).map((height, at) => (height - (heights[at] ?? 0)) / toShare(1));
    expect(distances).toEqual([12, 12, 14, 14].map((pixels): unknown => expect.closeTo(pixels, 6)));
  });

  test('are of all lines up to eight, and of many only of those that are highlighted', () => {
    expect([...createFrame(8, (at) => at === 3).rows.keys()]).toHaveLength(8);
    expect([...createFrame(9, (at) => at === 3).rows.keys()]).toEqual(['kakuu-4']);
    expect(createFrame(9, () => false)).toMatchObject({ stripTop: null, bottom: 100, rows: new Map() });
  });
});

const createLines = (count: number) =>
  Array.from({ length: count }, (_, at) => createPoints(2020, [(at * 37) % 101, at === 0 ? '算定なし' : at]));

describe('the middle half of values', () => {
  test('is between the rounded quartiles of d3, with the median inside', () => {
    const [first] = summarizeValues(createLines(31));
    const values = Array.from({ length: 31 }, (_, at) => (at * 37) % 101);
    const [low, median, high] = [0.25, 0.5, 0.75].map((share) => Math.round(quantile(values, share) ?? 0));
    expect(first?.middle).toEqual({ low, median, high });
  });

  test('needs 30 numbers at a time; 算定なし is not a number, and is counted', () => {
    expect(summarizeValues(createLines(29))).toEqual([]);
    const [first, second] = summarizeValues(createLines(30));
    const middle = { low: expect.any(Number) as number };
    expect(first).toMatchObject({ time: '2020年度', numbers: 30, notCalculated: 0, middle });
    expect(second).toMatchObject({ time: '2021年度', numbers: 29, notCalculated: 1, middle: null });
    expect(summarizeValues(createLines(31))[1]).toMatchObject({ middle });
  });

  test('has as many decimals as the numbers', () => {
    const [first] = summarizeValues(createLines(30).map((points) => points.map((one) => ({ ...one, text: '1.25%' }))));
    expect([first?.decimals, summarizeValues(createLines(30))[0]?.decimals]).toEqual([2, 0]);
    const halves = Array.from({ length: 30 }, (_, at) => createPoints(2020, [at < 15 ? 12.3 : 12.4]));
    const [half] = summarizeValues(halves.map((points) => points.map((one) => ({ ...one, text: '12.3%' }))));
    expect(half?.middle).toEqual({ low: 12.3, median: 12.4, high: 12.4 });
  });

  test('is in the order of time', () => {
    const days = summarizeValues(createLines(40).map((points) => points.toReversed())).map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });
});
