import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareStatistic,
  findNumberWithin,
  findRecentStart,
  type MunicipalitySeries,
} from '../../../src/site-data/compare-statistic.ts';
import { readFileText } from '../../support/source-modules.ts';
import { createDaySeries, createYearSeries } from '../../support/statistic-series.ts';

const listValues = (series: readonly MunicipalitySeries[]) =>
  series.map(({ points }) => points.map(({ period, value }) => `${period.text} ${value ?? '算定なし'}`));

describe('the comparison per person', () => {
  const population = [createDaySeries('蕨市', { '2013-03-31': 72241, '2014-01-01': 72249 })];

  test('divides by the divisor within the period, and large amounts are in 万円', () => {
    const tax = [createYearSeries('蕨市', 2012, [10960648, 11062844])];
    const compared = compareStatistic({ comparison: 'per-person', unit: '千円' }, tax, population);
    expect(compared.unit).toBe('万円');
    expect(listValues(compared.series)).toEqual([['2012年度 15.2', '2013年度 15.3']]);
  });

  test('divides by the later of two divisors within the period', () => {
    const tax = [createYearSeries('蕨市', 2018, [11755748])];
    const people = [createDaySeries('蕨市', { '2018-10-01': 1, '2019-01-01': 75261, '2019-04-01': 2 })];
    const { series } = compareStatistic({ comparison: 'per-person', unit: '千円' }, tax, people);
    expect(listValues(series)).toEqual([['2018年度 15.6']]);
  });

  test('is in 円 if an amount is below 1万円', () => {
    const tax = [createYearSeries('蕨市', 2012, [10960648, 110628])];
    const { unit, series } = compareStatistic({ comparison: 'per-person', unit: '千円' }, tax, population);
    expect([unit, listValues(series)]).toEqual(['円', [['2012年度 151723', '2013年度 1531']]]);
  });

  test('leaves out a value without a divisor, and keeps 算定なし', () => {
    const values = [createYearSeries('蕨市', 2011, [5, 5, '-']), createYearSeries('柏市', 2012, [5])];
    const { series } = compareStatistic({ comparison: 'per-person', unit: '億円' }, values, population);
    expect(listValues(series)).toEqual([['2012年度 6921', '2013年度 算定なし'], []]);
  });

  test('rounds a quotient to three digits', () => {
    const values = [createYearSeries('甲市', 2020, [12345, 123, 1])];
    const people = [createYearSeries('甲市', 2020, [1000, 1000, 1000])];
    const { unit, series } = compareStatistic({ comparison: 'per-person', unit: 'm2' }, values, people);
    expect(unit).toBe('m2');
    expect(listValues(series)).toEqual([['2020年度 12.3', '2021年度 0.123', '2022年度 0.001']]);
  });

  test('has no decimals from 100 on and one from 10 on, and 0 has no sign', () => {
    const values = [createYearSeries('甲市', 2020, [100, 10, 9.99, 0.002654, -0])];
    const people = [createYearSeries('甲市', 2020, [1, 1, 1, 1, 1])];
    const { series } = compareStatistic({ comparison: 'per-person', unit: '件' }, values, people);
    const [points = []] = series.map((one) => one.points);
    expect(points.map(({ text }) => text)).toEqual(['100', '10.0', '9.99', '0.00265', '0.00']);
    expect(points.at(-1)?.value).toBe(0);
  });

  test.each([
    ['千円', 1000],
    ['万円', 100],
    ['百万円', 1],
    ['億円', 0.01],
  ])('knows that %s × %d for 100 people is 1万円 each', (unit, amount) => {
    const people = [createYearSeries('甲市', 2020, [100])];
    const amounts = [createYearSeries('甲市', 2020, [amount])];
    const compared = compareStatistic({ comparison: 'per-person', unit }, amounts, people);
    expect(compared).toMatchObject({ unit: '万円', series: [{ title: '甲市', points: [{ text: '1.0' }] }] });
  });

  test('divides by a number below 1, and not by one of another time', () => {
    const values = [createYearSeries('甲市', 2020, [6, 6])];
    const people = [createYearSeries('甲市', 2020, [0.5])];
    const { series } = compareStatistic({ comparison: 'per-person', unit: '件' }, values, people);
    expect(listValues(series)).toEqual([['2020年度 12']]);
  });
});

describe('the comparison by share', () => {
  test('is in % with one decimal, and no number is divided by 0', () => {
    const aged = [createDaySeries('蕨市', { '2010-10-01': 14650, '2020-10-01': 17247 })];
    const all = [createDaySeries('蕨市', { '2010-10-01': 0, '2020-10-01': 74283 })];
    const { unit, series } = compareStatistic({ comparison: 'share', unit: '人' }, aged, all);
    expect(unit).toBe('%');
    expect(listValues(series)).toEqual([['2020-10-01 23.2']]);
  });
});

describe('the index', () => {
  test('is 100 at the first time that all have, and leaves out earlier values', () => {
    const census = [
      createDaySeries('柏市', { '2005-10-01': 380963, '2025-10-01': 435302 }),
      createDaySeries('柏原市', { '2000-10-01': 79227, '2005-10-01': 77034, '2025-10-01': 65794 }),
    ];
    const { unit, series, base } = compareStatistic({ comparison: 'index', unit: '人' }, census);
    expect([unit, base?.text]).toEqual(['', '2005-10-01']);
    expect(listValues(series)).toEqual([
      ['2005-10-01 100', '2025-10-01 114.3'],
      ['2005-10-01 100', '2025-10-01 85.4'],
    ]);
  });

  test('has no points for a series without a number at the base, or with 0 or less', () => {
    const values = [
      createYearSeries('甲市', 2020, [1, 2]),
      createYearSeries('乙市', 2020, [0, 2]),
      createYearSeries('丙市', 2019, [4]),
    ];
    const { base, series } = compareStatistic({ comparison: 'index', unit: '人' }, values);
    expect(base?.text).toBe('2020年度');
    expect(listValues(series)).toEqual([['2020年度 100', '2021年度 200'], [], []]);
    // −200 is more than −500, but would be 40.
    const loss = [createYearSeries('甲市', 2020, [-500, -200, 100, 50])];
    expect(listValues(compareStatistic({ comparison: 'index', unit: '人' }, loss).series)).toEqual([
      ['2022年度 100', '2023年度 50'],
    ]);
    expect(compareStatistic({ comparison: 'index', unit: '人' }, []).base).toBeNull();
  });

  test('does not begin at the last time because a new municipality has no earlier value', () => {
    const values = [
      createYearSeries('甲市', 2010, [8, 6, 4]),
      createYearSeries('乙市', 2010, [5, 5, 5]),
      createYearSeries('丙市', 2012, [9]),
    ];
    const { series } = compareStatistic({ comparison: 'index', unit: '人' }, values);
    expect(listValues(series)).toEqual([
      ['2010年度 100', '2011年度 75', '2012年度 50'],
      ['2010年度 100', '2011年度 100', '2012年度 100'],
      [],
    ]);
  });

  test('begins at the earliest of the times that the most have, without 算定なし', () => {
    const values = [
      createYearSeries('甲市', 2020, ['-', 1, 2]),
      createYearSeries('乙市', 2022, [3]),
      createYearSeries('丙市', 2020, ['-', 1]),
    ];
    const { base } = compareStatistic({ comparison: 'index', unit: '人' }, values);
    expect(base?.text).toBe('2021年度');
    const tied = [createYearSeries('甲市', 2022, [1]), createYearSeries('乙市', 2021, [1])];
    expect(compareStatistic({ comparison: 'index', unit: '人' }, tied).base?.text).toBe('2021年度');
    expect(readFileText('content/guides/method.mdx')).toContain(
      'その時点と、その後の値のある市区町村がいちばん多い時点のうち、いちばん古いものを100とし、それより前はくらべません',
    );
  });

  test('has no base and no points without numbers', () => {
    const values = [createYearSeries('甲市', 2020, ['-'])];
    const { base, series } = compareStatistic({ comparison: 'index', unit: '人' }, values);
    expect([base, listValues(series)]).toEqual([null, [[]]]);
  });

  test('grows as the values do', () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(values, (numbers) => {
        const { series } = compareStatistic({ comparison: 'index', unit: '人' }, [
          createYearSeries('甲市', 2000, numbers),
        ]);
        const [first = 1] = numbers;
        const points = series[0]?.points ?? [];
        expect(points).toHaveLength(numbers.length);
        points.forEach(({ value }, at) => {
          expect(Math.abs((value ?? 0) - ((numbers[at] ?? 0) / first) * 100)).toBeLessThanOrEqual(0.05 + 1e-6);
        });
      }),
    );
  });
});

test('a number is within a period if its first and its last day are', () => {
  const [year] = createYearSeries('甲市', 2020, [1]).points;
  const days = { '2020-03-31': 1, '2020-04-01': 2, '2021-03-31': 3, '2021-04-01': 4 };
  const { points } = createDaySeries('甲市', days);
  const find = (list: typeof points) => year && findNumberWithin(list, year.period)?.value;
  expect([points, points.slice(0, 2), points.slice(0, 1), points.slice(3)].map(find)).toEqual([
    3,
    2,
    undefined,
    undefined,
  ]);
  const unknown = { text: '随時', start: null, end: null };
  expect(find(points.map((point) => ({ ...point, period: unknown })))).toBeUndefined();
  expect(findNumberWithin(points, unknown)).toBeUndefined();
  expect(find(createYearSeries('甲市', 2020, ['-']).points)).toBeUndefined();
});

test('the recent start is the latest day at least five years before, if the last day is known', () => {
  const { points } = createDaySeries('甲市', { '2018-10-01': 1, '2019-10-01': 2, '2019-10-02': 3 });
  expect(findRecentStart(points, { text: '', start: '2024-10-01', end: null })?.value).toBe(2);
  expect(findRecentStart(points, { text: '', start: '2024-09-30', end: null })?.value).toBe(1);
  expect(findRecentStart(points, { text: '随時', start: null, end: null })).toBeUndefined();
});

test('the text of a computed value has all its decimals, and that of a published one stays', () => {
  const values = [createYearSeries('甲市', 2020, [50, 100])];
  const listTexts = (comparison: 'index' | 'share' | 'per-person', unit: string) =>
    compareStatistic({ comparison, unit }, values, values).series.flatMap(({ points }) =>
      points.map(({ text }) => text),
    );
  expect(listTexts('index', '人')).toEqual(['100.0', '200.0']);
  // 100.35 is below it as a binary number.
  expect(
    compareStatistic({ comparison: 'index', unit: '人' }, [createYearSeries('甲市', 2020, [2000, 2007])]),
  ).toMatchObject({ series: [{ points: [{ text: '100.0' }, { text: '100.4', value: 100.4 }] }] });
  expect(listTexts('share', '人')).toEqual(['100.0', '100.0']);
  expect(listTexts('per-person', '億円')).toEqual(['10000.0', '10000.0']);
});

test.each(['value', 'none'] as const)('values stay as they are if the comparison is %s', (comparison) => {
  const series = [createYearSeries('甲市', 2020, [1.25, '-', 0])];
  expect(compareStatistic({ comparison, unit: '%' }, series)).toEqual({ unit: '%', series, base: null });
});
