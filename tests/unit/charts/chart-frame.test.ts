import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChartFrame, drawAxes, locateAxisBreak } from '../../../src/charts/chart-frame.ts';
import { toDayNumber } from '../../../src/model/quantity-schema.ts';

const createFrame = (...days: number[]) =>
  createChartFrame(
    days.map((day) => ({ day, value: 1, text: '1' })),
    'wide',
  );

describe('the scale of the days', () => {
  test('draws equal days in the middle', () => {
    const { x, left, right } = createFrame(5, 5);
    expect(x(5)).toBe((left + 12 + right) / 2);
  });

  test('agrees with d3', () => {
    const day = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(day, day, day, (first, last, between) => {
        const { x, left, right } = createFrame(first, last);
        const [low, high] = [Math.min(first, last), Math.max(first, last)];
        expect(x(between)).toBeCloseTo(scaleLinear([low, high], [left + 12, right])(between), 3);
      }),
    );
  });
});

describe('the scale of the values', () => {
  const createValueFrame = (values: readonly number[]) =>
    createChartFrame(
      values.map((value, day) => ({ day, value, text: '' })),
      'wide',
    );
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 5 });

  test('keeps every value between the axis of time and the unit above the chart', () => {
    fc.assert(
      fc.property(values, (all) => {
        const { y, bottom } = createValueFrame(all);
        // The picture is 300 high; the unit takes the upper 44, the years the lower 56.
        expect(bottom).toBe(300 - 56);
        for (const value of all) {
          expect(y(value)).toBeLessThanOrEqual(bottom);
          expect(y(value)).toBeGreaterThan(44);
        }
      }),
    );
  });

  test('has space below a negative value, and begins at zero or above it without one', () => {
    fc.assert(
      fc.property(values, (all) => {
        const low = Math.min(...all);
        const { lowest } = createValueFrame(all);
        if (low < 0) expect(lowest).toBeLessThan(low);
        else expect(lowest).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test.each([
    [[0.5, 0.6], 1],
    [[40, 50], 1],
    [[0, 50], 0],
    [[-5, 50], 0],
  ])('marks that the axis of %j does not begin at zero: %i', (all, count) => {
    expect(locateAxisBreak(createValueFrame(all))).toHaveLength(count);
  });
});

describe('the fiscal years of an axis', () => {
  /** Returns the years below the axis: for each the Japanese, then the Western one. */
  const listYears = (start: string, end: string) => {
    const svg = drawAxes(createFrame(toDayNumber(start), toDayNumber(end)), '');
    return [...svg.matchAll(/text-anchor="middle"[^>]*>([^<]*)</g)].map((match) => match[1]);
  };

  test('have the name of the era and the Western year in which they begin, marked as a fiscal year', () => {
    expect(listYears('2018-03-31', '2020-03-31')).toEqual([
      '平成29',
      '2017年度',
      '平成30',
      '2018年度',
      '令和元',
      '2019年度',
    ]);
  });

  test.each([2008, 2009, 2010, 2015, 2019, 2040])(
    'are at most eight, with the first and the last one (to %i)',
    (last) => {
      const years = listYears('2000-03-31', `${last}-03-31`).filter((_, index) => index % 2 === 1);
      expect(years.length).toBeLessThanOrEqual(8);
      expect([years[0], years.at(-1)]).toEqual(['1999年度', `${last - 1}年度`]);
      const gaps = years.slice(1).map((year, index) => parseInt(year ?? '', 10) - parseInt(years[index] ?? '', 10));
      expect(Math.min(...gaps)).toBe(Math.ceil((last - 1999) / 8));
    },
  );

  test('do not include a year that ends outside the period', () => {
    expect(listYears('2023-10-31', '2024-03-30')).toEqual([]);
  });
});
