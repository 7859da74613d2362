import { getFiscalYearSpan } from '../../src/notation/calendar.ts';
import type { StatisticPoint, MunicipalitySeries } from '../../src/site-data/compare-statistic.ts';

/** A number, 算定なし as the ministry writes it, or null for a year without a row. */
export type YearValue = number | '-' | null;

const createPoint = (period: StatisticPoint['period'], value: number | '-'): StatisticPoint => ({
  period,
  value: value === '-' ? null : value,
  text: value === '-' ? '' : String(value),
  state: value === '-' ? 'not-calculated' : 'calculated',
});

/** Returns the series of a municipality with one value for each fiscal year from the first on. */
export function createYearSeries(title: string, first: number, values: readonly YearValue[]): MunicipalitySeries {
  const points = values.flatMap((value, at) => {
    const year = first + at;
    return value === null ? [] : [createPoint({ text: `${year}年度`, ...getFiscalYearSpan(year) }, value)];
  });
  return { municipality: title, title, points };
}

/** Returns the series of a municipality with values of days: `{ '2025-10-01': 435302 }`. */
export function createDaySeries(title: string, values: Readonly<Record<string, number>>): MunicipalitySeries {
  const points = Object.entries(values).map(([day, value]) => createPoint({ text: day, start: day, end: day }, value));
  return { municipality: title, title, points };
}
