import { memoizeByObject } from '../model/collections.ts';
import { findCountedTime, findUsualTime } from '../notation/counted-time.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import { type NumericCell, visitNumericCells } from './numeric-cells.ts';
import type { ParsedPlan } from './parsed-site.ts';

/** The numbers of an indicator that count over one time, such as a month. */
interface TimeGroup {
  readonly time: string;
  readonly first: NumericCell;
  /** True for the time that the unit, the name or 集計 says; empty if they say none. */
  readonly usual: boolean;
  /** The texts of the cells; empty for the usual time. */
  readonly texts: Set<string>;
}

/** Most numbers are of a year, which few cells say. */
const omitYear = (time: string) => (time === '年' ? '' : time);

const getUsualTime = memoizeByObject(({ title, unit, aggregation }: IndicatorRow) =>
  omitYear(findUsualTime(title, unit) || (aggregation === 'cumulative' ? '累計' : '')),
);

function getTime({ text, unit }: NumericCell, usual: string, aggregation: IndicatorRow['aggregation']): string {
  const own = findCountedTime(text, unit);
  // A number of a day is the sum of all before it, and every sum can be one of a cumulative indicator.
  const isUsualSum = own === '累計' ? aggregation === 'point' || usual === '累計' : usual === '累計' && own.length > 1;
  return own === '' || isUsualSum ? usual : omitYear(own);
}

/**
 * Returns the indicators of a plan whose numbers can't be compared, because they count over different times: 月2回 and
 * 18回, or 1,000本（5年間累計） and the 240本 of a year. Each has its groups of numbers, by the indicator's id.
 */
export const findMixedTimes = memoizeByObject((plan: ParsedPlan): ReadonlyMap<string, readonly TimeGroup[]> => {
  const groups = new Map<string, Map<string, TimeGroup>>();
  visitNumericCells(plan, 'low', (cell) => {
    if (!cell.indicator) return;
    const usual = getUsualTime(cell.indicator);
    const time = getTime(cell, usual, cell.indicator.aggregation);
    const times = groups.get(cell.indicator.id) ?? new Map<string, TimeGroup>();
    const group = times.get(time) ?? { time, first: cell, usual: time === usual, texts: new Set() };
    if (time !== usual) group.texts.add(cell.text);
    groups.set(cell.indicator.id, times.set(time, group));
  });
  const mixed = [...groups].filter(([, times]) => times.size > 1);
  return new Map(mixed.map(([id, times]) => [id, [...times.values()]]));
});
