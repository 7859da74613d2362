import type { Period } from '../model/period.ts';
import type { ReadQuantity } from '../notation/quantity.ts';
import type { PlanDraft } from './draft.ts';
import type { IndicatorRow } from './files/indicators.ts';
import type { Read } from './table.ts';
import { timeOf } from './times.ts';
import { conversionTo, type Conversion } from './units.ts';

/** One value of a series. */
export interface Point {
  readonly text: string;
  /** The number in the indicator's unit; null where there is none. */
  readonly value: number | null;
  readonly period: Period;
  /** What counts where several stand at one time: a baseline less than a 速報, and that less than a 確報. */
  readonly rank: number;
  readonly row: Read<unknown>;
  readonly heading: string;
}

/** The values of an indicator for the whole city, or for one zone, by their time. */
export interface Series {
  /** Null where the indicator is not there, or not sound. */
  readonly indicator: IndicatorRow | null;
  /** The indicator's baseline; null for a zone, which has none. */
  readonly baseline: Point | null;
  readonly results: readonly Point[];
}

const compare = (a: string | null, b: string | null) => {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
};

/** Orders points by time; those of an unknown time come first, by their words. */
function byTime(a: Point, b: Point): number {
  const time = compare(a.period.end, b.period.end) || compare(a.period.start, b.period.start);
  return time || (a.period.end === null ? compare(a.period.text, b.period.text) : 0) || a.rank - b.rank;
}

/** True for two points of the same time: the same days, or, where these are not known, the same words. */
export function sameTime(a: Point, b: Point): boolean {
  if (a.period.end === null) return b.period.end === null && a.period.text === b.period.text;
  return a.period.end === b.period.end && a.period.start === b.period.start;
}

function makeSeries(plan: PlanDraft): Series[] {
  const point = (
    { text, value, unit, period }: ReadQuantity,
    column: Period,
    rank: number,
    row: Read<unknown>,
    heading: string,
    conversion: Conversion | undefined,
  ): Point => ({
    text,
    value: conversion ? conversion.value(value, unit) : value,
    period: timeOf(column, period),
    rank,
    row,
    heading,
  });
  const byId = new Map(
    plan.indicators.rows.map((row) => {
      const { id, unit, baseline, baselinePeriod } = row.value;
      const conversion = conversionTo(unit);
      const first = point(baseline.value, baselinePeriod.value, 0, row, '現状値', conversion);
      return [id, { indicator: row.value, conversion, first }];
    }),
  );
  const groups = new Map<string, Map<string | null, Point[]>>();
  for (const row of plan.observations.rows) {
    const { indicator, zone, value: read, period, certainty } = row.value;
    const rank = certainty === 'provisional' ? 1 : 2;
    const zones = groups.get(indicator) ?? new Map<string | null, Point[]>();
    const points = zones.get(zone) ?? [];
    points.push(point(read.value, period.value, rank, row, '値', byId.get(indicator)?.conversion));
    groups.set(indicator, zones.set(zone, points));
  }
  return [...groups].flatMap(([id, zones]) => {
    const { indicator = null, first = null } = byId.get(id) ?? {};
    return [...zones].map(([zone, points]) => ({
      indicator,
      baseline: zone === null ? first : null,
      results: points.sort(byTime),
    }));
  });
}

const made = new WeakMap<PlanDraft, Series[]>();

/** The series of a plan that have results. They are put together once for all rules. */
export function seriesOf(plan: PlanDraft): readonly Series[] {
  const series = made.get(plan) ?? makeSeries(plan);
  made.set(plan, series);
  return series;
}

/** A point with a number at a known time. */
export type Settled = Point & { readonly value: number };

/** The numbers of a series by their time, its baseline among them, one a time: the last word on it. */
export function settled({ baseline, results }: Series): Settled[] {
  const points = baseline?.period.end ? [baseline, ...results].sort(byTime) : results;
  const known = points.filter((point): point is Settled => point.value !== null && point.period.end !== null);
  return known.filter((point, index) => {
    const next = known[index + 1];
    return !next || !sameTime(point, next);
  });
}
