import { getTimeKey, isSameTime } from '../model/quantity-schema.ts';
import { isWithin } from '../notation/calendar.ts';
import { fixDecimals, roundDecimal } from '../notation/decimal.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';
import type { Statistic } from '../tables/statistics.ts';

/** A value of a statistic at one time. Only `not-calculated` has no number; validation reports every other one. */
export interface StatisticPoint extends Pick<StatisticValue, 'period' | 'value' | 'state'> {
  /** The number as it was published, or with the decimals to which it is computed: 102.0. Empty without a number. */
  readonly text: string;
}

/** The values of a statistic for one municipality, in the order of time. */
export interface MunicipalitySeries<P extends StatisticPoint = StatisticPoint> {
  readonly municipality: string;
  /** The name of the municipality. */
  readonly title: string;
  readonly points: readonly P[];
}

/** Values that may be compared across municipalities, with their unit. */
export interface ComparedStatistic {
  readonly unit: string;
  readonly series: readonly MunicipalitySeries[];
  /** The time at which every index is 100; null for other comparisons. */
  readonly base: StatisticPoint['period'] | null;
}

/** The units of money in the data, in 円. */
export const YEN: Readonly<Record<string, number>> = { 千円: 1e3, 万円: 1e4, 百万円: 1e6, 億円: 1e8 };

/** Amounts from 1万円 on are read in 万円. */
const TEN_THOUSAND = 10_000;

/** The number of years that show how values change at present. */
const RECENT_YEARS = 5;

/** Returns the latest of sorted times that is at least five years before another time; undefined if there is none. */
export function findRecentStart<T extends { readonly period: StatisticPoint['period'] }>(
  points: readonly T[],
  { start: last }: StatisticPoint['period'],
): T | undefined {
  if (last === null) return undefined;
  const limit = `${Number(last.slice(0, 4)) - RECENT_YEARS}${last.slice(4)}`;
  return points.findLast(({ period }) => period.start !== null && period.start <= limit);
}

/** Rounds to one decimal: the sources of a quotient support no more. */
const toOneDecimal = (value: number) => fixDecimals(value, 1);

/** Rounds to three significant digits, but never to more than a whole number: 0.00265 doctors a person are not 0.00. */
const toThreeDigits = (one: number) => fixDecimals(one, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(one) || 1))));

/** Replaces the numbers of a series by their new texts; a point without one is left out, and 算定なし stays. */
const mapNumbers = (
  { points, ...rest }: MunicipalitySeries,
  convert: (value: number, point: StatisticPoint) => string | null,
): MunicipalitySeries => ({
  ...rest,
  points: points.flatMap((point) => {
    if (point.value === null) return [point];
    const { period, state } = point;
    const text = convert(point.value, point);
    return text === null ? [] : [{ period, state, value: Number(text), text }];
  }),
});

/** Returns the latest number of a series whose time is within a period: 1 January 2016 is within 2015年度. */
export const findNumberWithin = <P extends StatisticPoint>(points: readonly P[], within: P['period']): P | undefined =>
  points.findLast(({ period, value }) => value !== null && isWithin(period, within));

/** Divides every number by the divisor's number of the same municipality and time; without one, it is left out. */
function divide(
  series: readonly MunicipalitySeries[],
  divisors: readonly MunicipalitySeries[],
  compute: (quotient: number) => string,
): MunicipalitySeries[] {
  const byMunicipality = new Map(divisors.map(({ municipality, points }) => [municipality, points]));
  return series.map((one) =>
    mapNumbers(one, (value, { period }) => {
      const divisor = findNumberWithin(byMunicipality.get(one.municipality) ?? [], period)?.value ?? 0;
      return divisor <= 0 ? null : compute(value / divisor);
    }),
  );
}

/** Returns the first time at which the most series have a number above 0 and a later value; or any, if none has two. */
function findBaseTime(series: readonly MunicipalitySeries[]): StatisticPoint['period'] | null {
  const listNumbers = (end?: number) =>
    series.flatMap(({ points }) => points.slice(0, end).filter(({ value }) => (value ?? 0) > 0));
  const followed = listNumbers(-1);
  const numbers = followed.length > 0 ? followed : listNumbers();
  const times = [...Map.groupBy(numbers, ({ period }) => getTimeKey(period))].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  return times[0]?.[1][0]?.period ?? null;
}

/** Returns each series from the base on, with its number there as 100; without one above 0 it has no points. */
const indexSeries = (series: readonly MunicipalitySeries[], base: ComparedStatistic['base']): MunicipalitySeries[] =>
  series.map((one) => {
    const from = one.points.findIndex(({ period }) => base && isSameTime(period, base));
    const first = one.points[from]?.value ?? 0;
    const points = first <= 0 ? [] : one.points.slice(from);
    return mapNumbers({ ...one, points }, (value) => toOneDecimal((value / first) * 100));
  });

/**
 * Converts the values of a statistic to values that may be compared across municipalities of unlike sizes.
 *
 * - per-person: value ÷ the divisor at the latest time within the value's period; amounts of money in 円, or in 万円 with
 *   one decimal if all are at least 1万円
 * - share: the same quotient, in % with one decimal
 * - index: value ÷ the value at the base (`findBaseTime`) × 100, with one decimal; values before the base are left out
 * - value, none: unchanged
 *
 * 算定なし stays 算定なし. A value without a divisor is left out.
 * @param series one series for each municipality, in the order of time, in the unit of the statistic
 */
export function compareStatistic(
  { comparison, unit }: Pick<Statistic, 'comparison' | 'unit'>,
  series: readonly MunicipalitySeries[],
  divisors: readonly MunicipalitySeries[] = [],
): ComparedStatistic {
  switch (comparison) {
    case 'per-person': {
      const yen = YEN[unit];
      if (!yen) return { unit, series: divide(series, divisors, toThreeDigits), base: null };
      const amounts = divide(series, divisors, (quotient) => String(roundDecimal(quotient * yen)));
      const numbers = amounts.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
      const isLarge = numbers.every((value) => Math.abs(value) >= TEN_THOUSAND);
      const compute = (value: number) => (isLarge ? toOneDecimal(value / TEN_THOUSAND) : toThreeDigits(value));
      return { unit: isLarge ? '万円' : '円', series: amounts.map((one) => mapNumbers(one, compute)), base: null };
    }
    case 'share':
      return { unit: '%', series: divide(series, divisors, (quotient) => toOneDecimal(quotient * 100)), base: null };
    case 'index': {
      const base = findBaseTime(series);
      return { unit: '', series: indexSeries(series, base), base };
    }
    case 'value':
    case 'none':
      return { unit, series, base: null };
  }
}
