import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLinearScale, listFiscalYearTicks } from '../../../src/charts/chart-frame.ts';

test('a stretch without length goes to the middle', () => {
  expect(createLinearScale([5, 5], [0, 100])(5)).toBe(50);
});

test('numbers go where d3-scale puts them', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(number, number, number, number, number, (from, to, start, end, value) => {
      expect(createLinearScale([from, to], [start, end])(value)).toBeCloseTo(
        scaleLinear([from, to], [start, end])(value),
        3,
      );
    }),
  );
});

test('fiscal years are named by era and by the Western year they begin in', () => {
  const ticks = listFiscalYearTicks('2018-03-31', '2020-03-31', 8);
  expect(ticks.map(({ era, western }) => [era, western])).toEqual([
    ['平成29', '2017'],
    ['平成30', '2018'],
    ['令和元', '2019'],
  ]);
});

test('no more than asked for are given, and the last is among them', () => {
  const ticks = listFiscalYearTicks('2000-03-31', '2040-03-31', 8);
  expect(ticks.length).toBeLessThanOrEqual(8);
  expect(ticks.at(-1)?.western).toBe('2039');
});

test('a year whose last day is outside the span is left out', () => {
  expect(listFiscalYearTicks('2023-10-31', '2024-03-30', 8)).toEqual([]);
});
