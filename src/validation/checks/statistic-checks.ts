import { createIssue } from '../../diagnostics/diagnostic.ts';
import { statisticComparisons, statisticValueStates, type StatisticComparison } from '../../model/value-lists.ts';
import { isNegativeCount } from '../../notation/number-and-unit.ts';
import { choosePeriod } from '../cell-period.ts';
import type { SiteCheck } from '../parsed-site.ts';
import { listStatisticSeries, listStatisticUnits } from '../value-series.ts';

/** The comparisons that divide the values by another statistic. */
const DIVIDING: readonly StatisticComparison[] = ['per-person', 'share'];

/** Reports statistics with a divisor that they need or don't need, or with only a part of a threshold. */
export const checkStatistics: SiteCheck = ({ statistics }, report) => {
  for (const { fields, locate } of statistics.rows) {
    const { id, comparison, divisor, adjusted, thresholdValue, thresholdTitle, thresholdSource } = fields;
    if (DIVIDING.includes(comparison) !== (divisor !== null))
      report.addIssue(
        locate('割る統計ID'),
        divisor === null
          ? createIssue('missing-divisor', { value: statisticComparisons.words[comparison] })
          : createIssue('needless-divisor', { value: divisor, comparison: statisticComparisons.words[comparison] }),
      );
    for (const [heading, other] of Object.entries({ 割る統計ID: divisor, 参考の統計ID: adjusted }))
      if (other === id) report.add(locate(heading), 'own-statistic', { value: id, heading });
    const threshold = { 基準値: thresholdValue, 基準の名称: thresholdTitle || null, 基準の出典ID: thresholdSource };
    const empty = Object.entries(threshold).flatMap(([heading, cell]) => (cell === null ? [heading] : []));
    const [heading] = empty;
    if (heading !== undefined && empty.length < Object.keys(threshold).length)
      report.add(locate(heading), 'incomplete-threshold', { heading: empty.join('と') });
  }
};

/** Reports values that are not numbers in the unit of the statistic (nor 算定なし), counts below 0, and unclear periods. */
export const checkStatisticValues: SiteCheck = (context, report) => {
  const units = listStatisticUnits(context);
  const statistics = new Map(context.statistics.rows.map(({ fields }) => [fields.id, fields]));
  const none = statisticValueStates.words['not-calculated'];
  for (const { fields, locate } of context.folders.flatMap(({ statisticValues }) => statisticValues.rows)) {
    const { text: value, value: number, unit: got, approximate, period } = fields.value;
    const time = choosePeriod(fields.period, period);
    const { title = '', unit = '' } = statistics.get(fields.statistic) ?? {};
    if (time.end === null) report.add(locate('時点'), 'not-a-period', { value: time.text });
    if (value === none) continue;
    if (number === null || approximate) report.add(locate('値'), 'not-a-statistic-value', { value, none });
    else if (units.get(fields.statistic)?.isCompatible(got) === false)
      report.add(locate('値'), 'other-unit', { value, got, expected: unit, what: '統計' });
    else if (isNegativeCount(number, unit, title)) report.add(locate('値'), 'negative-count', { value, unit });
  }
};

/** Reports a value of a statistic whose period has days in common with that of another value. */
export const checkStatisticPeriods: SiteCheck = (context, report) => {
  for (const points of listStatisticSeries(context))
    points.forEach(({ period, row }, index) => {
      const before = points[index - 1];
      // The points are sorted by their last days: of all earlier points, the one before has the latest last day.
      if (!before?.period.end || !period.start || period.start > before.period.end) return;
      const { line } = before.row.locate('時点');
      report.add(row.locate('時点'), 'overlapping-periods', { value: period.text, before: before.period.text, line });
    });
};
