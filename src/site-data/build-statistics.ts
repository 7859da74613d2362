import { compareCodeUnits } from '../model/japanese-text.ts';
import { statisticValueStates } from '../model/value-lists.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';
import type { Statistic } from '../tables/statistics.ts';
import { choosePeriod } from '../validation/cell-period.ts';
import type { ParsedSite } from '../validation/parsed-site.ts';
import { listStatisticUnits } from '../validation/value-series.ts';
import type { SiteUrls } from './urls.ts';

type StatisticTables = Pick<ParsedSite, 'statistics' | 'folders' | 'sources'>;

/** Returns the statistics in the order of their file. One without values has no page; its URL is that of the list. */
export function buildStatistics({ statistics, folders }: StatisticTables, urls: SiteUrls): Statistic[] {
  const withValues = new Set(folders.flatMap((one) => one.statisticValues.rows.map(({ fields }) => fields.statistic)));
  return statistics.rows.map(({ fields: { thresholdValue, thresholdTitle, thresholdSource, ...row } }) => ({
    ...row,
    threshold:
      thresholdValue === null || thresholdSource === null
        ? null
        : { value: thresholdValue, title: thresholdTitle, source: thresholdSource },
    url: withValues.has(row.id) ? urls.statistic(row.id) : urls.statistics(),
  }));
}

/** Returns the values of all statistics in their units: by statistic, municipality (in the given order) and time. */
export function buildStatisticValues(
  { statistics, folders, sources }: StatisticTables,
  municipalities: readonly { readonly id: string }[],
): StatisticValue[] {
  const rowsOf = new Map(folders.map(({ municipality, statisticValues }) => [municipality, statisticValues.rows]));
  const conversions = listStatisticUnits({ statistics });
  const copies = new Set(sources.rows.flatMap(({ fields: { id, copy } }) => (copy === '' ? [] : id)));
  const values = municipalities.flatMap(({ id: municipality }) => {
    const own = (rowsOf.get(municipality) ?? []).map(({ fields }): StatisticValue => {
      const { statistic, value, period, note, source } = fields;
      const { text, unit, period: inCell } = value;
      return {
        statistic,
        municipality,
        value: conversions.get(statistic)?.convert(value.value, unit) ?? null,
        text,
        period: choosePeriod(period, inCell),
        state: text === statisticValueStates.words['not-calculated'] ? 'not-calculated' : 'calculated',
        note,
        source,
        fromCopy: copies.has(source),
      };
    });
    return own.sort(
      ({ period: a }, { period: b }) => compareCodeUnits(a.end, b.end) || compareCodeUnits(a.start, b.start),
    );
  });
  const byStatistic = Map.groupBy(values, ({ statistic }) => statistic);
  return statistics.rows.flatMap(({ fields: { id } }) => byStatistic.get(id) ?? []);
}
