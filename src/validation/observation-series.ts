import { compareCodeUnits } from '../model/japanese-text.ts';
import type { Period } from '../model/quantity-schema.ts';
import { choosePeriod } from './cell-period.ts';
import type { ParsedQuantity } from '../notation/quantity.ts';
import type { ParsedPlan } from './parsed-site.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import type { ParsedRow } from './parse-table.ts';
import { createUnitConversion, type UnitConversion } from './numeric-cells.ts';

/** One value of a series. */
export interface SeriesPoint {
  readonly text: string;
  /** The number in the indicator's unit, or null. */
  readonly value: number | null;
  readonly period: Period;
  /** The priority among values of one period: baseline, 速報, 確報. */
  readonly rank: number;
  readonly row: ParsedRow<unknown>;
  readonly heading: string;
}

/** The values of an indicator for the whole municipality or one zone, sorted by time. */
export interface ObservationSeries {
  /** Null if the indicator is missing or invalid. */
  readonly indicator: IndicatorRow | null;
  /** The indicator's baseline; null for a zone. */
  readonly baseline: SeriesPoint | null;
  readonly results: readonly SeriesPoint[];
}

/** Compares points by time. Points of an unknown time come first, sorted by their texts. */
export function compareByTime(a: SeriesPoint, b: SeriesPoint): number {
  const time = compareCodeUnits(a.period.end, b.period.end) || compareCodeUnits(a.period.start, b.period.start);
  return time || (a.period.end === null ? compareCodeUnits(a.period.text, b.period.text) : 0) || a.rank - b.rank;
}

/** Returns true for two points of the same days or, if these are unknown, of the same text. */
export function isSamePeriod(a: SeriesPoint, b: SeriesPoint): boolean {
  if (a.period.end === null) return b.period.end === null && a.period.text === b.period.text;
  return a.period.end === b.period.end && a.period.start === b.period.start;
}

function makeSeries(plan: ParsedPlan): ObservationSeries[] {
  const point = (
    { text, value, unit, period }: ParsedQuantity,
    column: Period,
    rank: number,
    row: ParsedRow<unknown>,
    heading: string,
    conversion: UnitConversion | undefined,
  ): SeriesPoint => ({
    text,
    value: conversion ? conversion.convert(value, unit) : value,
    period: choosePeriod(column, period),
    rank,
    row,
    heading,
  });
  const byId = new Map(
    plan.indicators.rows.map((row) => {
      const { id, unit, baseline, baselinePeriod } = row.fields;
      const conversion = createUnitConversion(unit);
      const first = point(baseline.value, baselinePeriod.value, 0, row, '現状値', conversion);
      return [id, { indicator: row.fields, conversion, first }];
    }),
  );
  const groups = new Map<string, Map<string | null, SeriesPoint[]>>();
  for (const row of plan.observations.rows) {
    const { indicator, zone, value: read, period, certainty } = row.fields;
    const rank = certainty === 'provisional' ? 1 : 2;
    const zones = groups.get(indicator) ?? new Map<string | null, SeriesPoint[]>();
    const points = zones.get(zone) ?? [];
    points.push(point(read.value, period.value, rank, row, '値', byId.get(indicator)?.conversion));
    groups.set(indicator, zones.set(zone, points));
  }
  return [...groups].flatMap(([id, zones]) => {
    const { indicator = null, first = null } = byId.get(id) ?? {};
    return [...zones].map(([zone, points]) => ({
      indicator,
      baseline: zone === null ? first : null,
      results: points.sort(compareByTime),
    }));
  });
}

const made = new WeakMap<ParsedPlan, ObservationSeries[]>();

/** Returns the series of a plan that have results, computed once for all checks. */
export function listSeries(plan: ParsedPlan): readonly ObservationSeries[] {
  const series = made.get(plan) ?? makeSeries(plan);
  made.set(plan, series);
  return series;
}

/** A point with a number and a known period. */
export type NumericPoint = SeriesPoint & { readonly value: number };

/** Returns the numbers of a series including its baseline, one for each period: the one with the highest priority. */
export function listNumericPoints({ baseline, results }: ObservationSeries): NumericPoint[] {
  const points = baseline?.period.end ? [baseline, ...results].sort(compareByTime) : results;
  const known = points.filter((point): point is NumericPoint => point.value !== null && point.period.end !== null);
  return known.filter((point, index) => {
    const next = known[index + 1];
    return !next || !isSamePeriod(point, next);
  });
}
