import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareObservations,
  findLatestResult,
  findLatestRow,
  type Observation,
} from '../../../src/tables/observations.ts';
import { createDayPeriod } from '../../support/progress-input.ts';

const NONE = { text: '', start: null, end: null };

function result(end: string | null, value: number | null, given: Partial<Observation> = {}): Observation {
  return {
    indicator: 'mihon-plan/a',
    role: 'result',
    zone: null,
    value,
    text: value === null ? '集計中' : String(value),
    period: createDayPeriod(end),
    certainty: 'final',
    sample: null,
    rating: '',
    note: '',
    source: { id: 'mihon', place: '' },
    ...given,
  };
}

const latest = (...results: Observation[]) =>
  findLatestResult(results.toSorted(compareObservations), createDayPeriod('2023-03-31'))?.value;

describe('the latest result', () => {
  test('has the latest period', () => {
    expect(latest(result('2026-03-31', 3), result('2024-03-31', 1), result('2025-03-31', 2))).toBe(3);
  });

  test('is the last of a survey that is made every few years', () => {
    expect(latest(result('2024-03-31', 1), result('2027-03-31', 4))).toBe(4);
  });

  test('is the 確報 of a period, or the 速報 of a later period', () => {
    const hurried = { certainty: 'provisional' } as const;
    expect(latest(result('2024-03-31', 2), result('2024-03-31', 1, hurried))).toBe(2);
    expect(latest(result('2024-03-31', 2), result('2025-03-31', 3, hurried))).toBe(3);
  });

  test('is not a result without a number or of a zone', () => {
    expect(
      latest(result('2024-03-31', 1), result('2025-03-31', null), result('2025-03-31', 9, { zone: 'mihon/hill' })),
    ).toBe(1);
  });

  test.each([
    ['before the baseline', '2022-03-31'],
    ['at the time of the baseline', '2023-03-31'],
  ])('is not a result %s', (_words, end) => {
    expect(latest(result(end, 5))).toBeUndefined();
  });

  test('may be after the target', () => {
    expect(latest(result('2040-03-31', 5))).toBe(5);
  });

  test('may have an unknown period if there is no other', () => {
    expect(latest(result(null, 5))).toBe(5);
    expect(latest(result(null, 5), result('2024-03-31', 6))).toBe(6);
    expect(findLatestResult([result('2020-03-31', 7)], NONE)?.value).toBe(7);
  });
});

test('the latest row may contain only a symbol', () => {
  const rows = [
    result('2024-03-31', 1, { rating: 'B' }),
    result('2025-03-31', null, { rating: 'Y' }),
    result('2026-03-31', null),
  ];
  expect(findLatestRow(rows)?.rating).toBe('Y');
  expect(findLatestRow([result('2026-03-31', null)])).toBeNull();
  const unrated = [result('2025-03-31', 1, { rating: 'X' }), result('2026-03-31', 2, { rating: '' })];
  expect(findLatestRow(unrated)?.value).toBe(2);
});

test('results without a day are in the order of the years in their texts', () => {
  const texts = ['平成30', 'R元', 'R2', 'Ｒ９', '令和10', '2029'];
  const results = texts.map((text) => result(null, 1, { period: { text, start: null, end: null } }));
  const sorted = results.toReversed().toSorted(compareObservations);
  expect(sorted.map(({ period }) => period.text)).toEqual(texts);
});

test('the order of rows does not change the result', () => {
  const any = fc.record({
    end: fc.constantFrom(null, '2023-03-31', '2024-03-31', '2025-03-31'),
    value: fc.option(fc.nat({ max: 3 })),
    certainty: fc.constantFrom('provisional' as const, 'final' as const),
    start: fc.constantFrom(null, '2020-01-01', '2021-01-01'),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (rows, draws) => {
      const results = rows.map(({ end, value, certainty, start }) =>
        result(end, value, { certainty, period: { text: '', start, end } }),
      );
      const keys = new Map(results.map((one) => [one, draws.next().value ?? 0]));
      const shuffled = results.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      expect(shuffled.toSorted(compareObservations)).toEqual(results.toSorted(compareObservations));
    }),
  );
});
