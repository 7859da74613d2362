import { createUnitConversion, type UnitConversion } from './numeric-cells.ts';
import { choosePeriod } from './cell-period.ts';
import { compareByTime, type SeriesPoint } from './observation-series.ts';
import type { ParsedSite } from './parsed-site.ts';

/** Returns the conversion into the unit of each statistic, by its id. */
export function listStatisticUnits({
  statistics,
}: Pick<ParsedSite, 'statistics'>): ReadonlyMap<string, UnitConversion> {
  return new Map(statistics.rows.map(({ fields: { id, unit } }) => [id, createUnitConversion(unit)]));
}

/** Returns the values of each statistic in each municipality with a known period, sorted by time. */
export function listStatisticSeries(site: Pick<ParsedSite, 'statistics' | 'folders'>): SeriesPoint[][] {
  const units = listStatisticUnits(site);
  return site.folders.flatMap(({ statisticValues: { rows } }) =>
    [...Map.groupBy(rows, ({ fields }) => fields.statistic)].map(([statistic, group]) => {
      const unit = units.get(statistic);
      const points = group.map((row): SeriesPoint => {
        const { text, value, unit: typed, period } = row.fields.value.value;
        return {
          text,
          value: unit ? unit.convert(value, typed) : value,
          period: choosePeriod(row.fields.period.value, period),
          rank: 0,
          row,
          heading: '値',
        };
      });
      return points.filter(({ period }) => period.end !== null).sort(compareByTime);
    }),
  );
}
