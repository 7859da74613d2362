import { compareCodeUnits } from '../model/japanese-text.ts';
import { statisticValueStates } from '../model/value-lists.ts';
import type { Statistic, statisticsTable } from '../tables/statistics.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';
import type { SchemaRow } from '../tables/table-schema.ts';
import { createUnitConversion } from '../validation/numeric-cells.ts';
import { choosePeriod } from '../validation/cell-period.ts';
import type { ParsedTable } from '../validation/parse-table.ts';
import type { ParsedSite } from '../validation/parsed-site.ts';
import type { SiteUrls } from './urls.ts';

/** Returns the statistics in the order of their file, with their URLs. */
export function buildStatistics(
  { rows }: ParsedTable<SchemaRow<typeof statisticsTable.columns>>,
  urls: SiteUrls,
): Statistic[] {
  return rows.map(({ fields: { thresholdValue, thresholdTitle, thresholdSource, ...row } }) => ({
    ...row,
    threshold:
      thresholdValue === null || thresholdSource === null
        ? null
        : { value: thresholdValue, title: thresholdTitle, source: thresholdSource },
    url: urls.statistic(row.id),
  }));
}

/** Compares values of one statistic and one municipality by time: their last days, then their first. */
function compareTimes({ period: a }: StatisticValue, { period: b }: StatisticValue): number {
  return compareCodeUnits(a.end, b.end) || compareCodeUnits(a.start, b.start);
}

/**
 * Returns the values of all statistics in their units: by statistic, municipality and time.
 * @param municipalities in the order of the values
 */
export function buildStatisticValues(
  { statistics, folders }: Pick<ParsedSite, 'statistics' | 'folders'>,
  municipalities: readonly { readonly id: string }[],
): StatisticValue[] {
  const byMunicipality = new Map(folders.map((one) => [one.municipality, one.statisticValues.rows]));
  const series = new Map(
    statistics.rows.map(({ fields: { id, unit } }) => [
      id,
      { conversion: createUnitConversion(unit), values: [] as StatisticValue[] },
    ]),
  );
  for (const { id: municipality } of municipalities) {
    const groups = Map.groupBy(byMunicipality.get(municipality) ?? [], ({ fields }) => fields.statistic);
    for (const [statistic, rows] of groups) {
      const { conversion, values } = series.get(statistic) ?? {};
      const built = rows.map(({ fields: { value, period, note, source } }): StatisticValue => {
        const { text, unit, period: inCell } = value.value;
        return {
          statistic,
          municipality,
          value: conversion?.convert(value.value.value, unit) ?? null,
          text,
          period: choosePeriod(period.value, inCell),
          state: text === statisticValueStates.words['not-calculated'] ? 'not-calculated' : 'calculated',
          note,
          source,
        };
      });
      for (const one of built.sort(compareTimes)) values?.push(one);
    }
  }
  return [...series.values()].flatMap(({ values }) => values);
}
