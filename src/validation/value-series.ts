import { memoizeByObject } from '../model/collections.ts';
import { compareCodeUnits } from '../model/japanese-text.ts';
import { hasNumber, isSameTime, type Period } from '../model/quantity-schema.ts';
import type { ParsedQuantity } from '../notation/quantity.ts';
import type { ParsedTarget } from '../notation/target.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import { readCertainty } from '../tables/observations.ts';
import { choosePeriod } from './cell-period.ts';
import { createUnitConversion, type NumericCell } from './numeric-cells.ts';
import type { ParsedPlan, ParsedSite } from './parsed-site.ts';
import { type IndicatorConversion, createIndicatorConversion } from './rates-and-totals.ts';
import type { ParsedRow } from './row-parser.ts';

/** A value of an indicator or a statistic, with its time and the row that contains it. */
export interface SeriesPoint extends Pick<NumericCell, 'text' | 'period' | 'row' | 'heading'> {
  /** The number in the indicator's unit; null if there is none, or if it counts over another time than the others. */
  readonly value: number | null;
  /** True for 約12,000. */
  readonly approximate: boolean;
  /** The priority among values of one period, from low to high: baseline, 速報, 確報. */
  readonly rank: number;
}

/** The values of an indicator for the whole municipality or one zone, sorted by time. */
export interface ObservationSeries {
  /** Null if the indicator is missing or invalid. */
  readonly indicator: IndicatorRow | null;
  /** The indicator's baseline; null for a zone. */
  readonly baseline: SeriesPoint | null;
  /** The indicator's own target; null for a zone. */
  readonly target: SeriesPoint | null;
  readonly results: readonly SeriesPoint[];
}

/** Compares points by time. Points of an unknown time come first, sorted by their texts. */
function compareByTime(a: SeriesPoint, b: SeriesPoint): number {
  const time = compareCodeUnits(a.period.end, b.period.end) || compareCodeUnits(a.period.start, b.period.start);
  return time || (a.period.end === null ? compareCodeUnits(a.period.text, b.period.text) : 0) || a.rank - b.rank;
}

function createPoint(
  row: ParsedRow<unknown>,
  heading: string,
  { approximate = false, ...cell }: Pick<ParsedTarget, 'text' | 'value' | 'unit' | 'period'> & Partial<ParsedQuantity>,
  column: Period,
  convert: IndicatorConversion | undefined,
  rank = 0,
): SeriesPoint {
  const { text, unit } = cell;
  const period = choosePeriod(column, cell.period);
  const value = convert ? convert(cell.value, unit, text, period) : cell.value;
  return { text, value, approximate, period, rank, row, heading };
}

/** Returns the series of a plan that have results, computed once for all checks. */
export const listSeries = memoizeByObject((plan: ParsedPlan): readonly ObservationSeries[] => {
  const byId = new Map(
    plan.indicators.rows.map((row) => {
      const { id, baseline, baselinePeriod, target, targetPeriod } = row.fields;
      const convert = createIndicatorConversion(plan, row.fields);
      const first = createPoint(row, '現状値', baseline, baselinePeriod, convert);
      const last = createPoint(row, '目標値', target, targetPeriod, convert);
      return [id, { indicator: row.fields, convert, first, last }];
    }),
  );
  const groups = Map.groupBy(plan.observations.rows, ({ fields }) => fields.indicator);
  return [...groups].flatMap(([id, rows]) => {
    const { indicator = null, first = null, last = null, convert } = byId.get(id) ?? {};
    const createResult = (row: (typeof rows)[number]) => {
      const { value, period } = row.fields;
      return createPoint(row, '値', value, period, convert, readCertainty(row.fields) === 'provisional' ? 1 : 2);
    };
    const zones = Map.groupBy(rows, ({ fields }) => fields.zone);
    return [...zones].map(([zone, own]) => ({
      indicator,
      baseline: zone === null ? first : null,
      target: zone === null ? last : null,
      results: own.map(createResult).sort(compareByTime),
    }));
  });
});

/** Returns the conversion into the unit of each statistic, by its id. */
export const listStatisticUnits = ({ statistics }: Pick<ParsedSite, 'statistics'>) =>
  new Map(statistics.rows.map(({ fields: { id, unit } }) => [id, createUnitConversion(unit)]));

/** Returns the values of each statistic in each municipality with a known period, sorted by time. */
export function listStatisticSeries(site: Pick<ParsedSite, 'statistics' | 'folders'>): SeriesPoint[][] {
  const units = listStatisticUnits(site);
  return site.folders.flatMap(({ statisticValues: { rows } }) =>
    [...Map.groupBy(rows, ({ fields }) => fields.statistic)].map(([statistic, group]) =>
      group
        .map((row) => {
          const { value, period } = row.fields;
          return createPoint(row, '値', value, period, units.get(statistic)?.convert);
        })
        .filter(({ period }) => period.end !== null)
        .sort(compareByTime),
    ),
  );
}

/** A point with a number and a known period. */
export type NumericPoint = SeriesPoint & { readonly value: number };

/** Returns the numbers of a series including its baseline, one for each period: the one with the highest priority. */
export function listNumericPoints({ baseline, results }: ObservationSeries): NumericPoint[] {
  const points = baseline?.period.end ? [baseline, ...results].sort(compareByTime) : results;
  const known = points.filter(hasNumber).filter(({ period }) => period.end !== null);
  return known.filter((point, index) => {
    const next = known[index + 1];
    return !next || !isSameTime(point.period, next.period);
  });
}
