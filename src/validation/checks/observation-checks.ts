import type { Location } from '../../diagnostics/diagnostic.ts';
import { getTimeKey, isSameTime } from '../../model/quantity-schema.ts';
import { mayBeRounded } from '../../notation/decimal.ts';
import { readCertainty } from '../../tables/observations.ts';
import { isProjected } from '../../tables/statistics.ts';
import { choosePeriod } from '../cell-period.ts';
import type { SiteCheck } from '../parsed-site.ts';
import { getUsualTime } from '../rates-and-totals.ts';
import { listNumericPoints, listSeries } from '../value-series.ts';

/** Reports values that decrease although 集計 or the name says 累計. */
export const checkCumulativeResults: SiteCheck = (context, report) => {
  for (const series of context.plans.flatMap(listSeries)) {
    if (series.indicator === null || getUsualTime(series.indicator) !== '累計') continue;
    const points = listNumericPoints(series);
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (!before || point.value >= before.value) return;
      const { file, line } = before.row.locate(before.heading);
      const values = { before: before.text, file, line, value: point.text };
      report.add(point.row.locate(point.heading), 'falling-cumulative', values);
    });
  }
};

/** A day in the title of an indicator. */
const DAY_IN_TITLE = /月[0-9０-９]{1,2}日/;

/**
 * Reports results, statistics, decisions and a 発行日 after the 確認日 of their source or indicator, and results of years
 * that went on then. Of a source without one, it reports the latest result that is after all days that the site knows.
 */
export const checkEarlyResults: SiteCheck = ({ sources, plans, folders, statistics, today }, report) => {
  const checked = new Map(sources.rows.map(({ fields }) => [fields.id, fields.checked]));
  type Day = string | null;
  const compare = (at: () => Location, what: string, source: string, start: Day, value = start ?? '', end = start) => {
    const day = checked.get(source);
    if (!day || !start || !end || end <= day) return;
    report.add(at(), 'result-not-yet', { value, source, day, what, begun: Number(start <= day) });
  };
  const days = sources.rows.flatMap(({ fields: { issued, checked } }) => [issued ?? '', checked ?? '']);
  const newest = [today, ...days].sort().at(-1) ?? '';
  const latest = new Map<string, { at: Location; value: string; end: string }>();
  for (const { fields, locate } of sources.rows) compare(() => locate('発行日'), '発行日', fields.id, fields.issued);
  const projected = new Set(statistics.rows.flatMap(({ fields }) => (isProjected(fields) ? fields.id : [])));
  for (const { fields, locate } of folders.flatMap(({ statisticValues }) => statisticValues.rows)) {
    const { text, start } = choosePeriod(fields.period, fields.value.period);
    if (!projected.has(fields.statistic)) compare(() => locate('時点'), '統計の時点', fields.source, start, text);
  }
  for (const { indicators, observations, targets } of plans) {
    const own = new Map(indicators.rows.map(({ fields }) => [fields.id, fields.source]));
    const timed = indicators.rows.filter(
      ({ fields: { aggregation, title } }) => aggregation === 'point' || DAY_IN_TITLE.test(title),
    );
    const ofDays = new Set(timed.map(({ fields }) => fields.id));
    for (const { fields, locate } of observations.rows) {
      const { text, start, end } = choosePeriod(fields.period, fields.value.period);
      // 速報 and the value of a day (集計 時点, 4月1日 in the title) need no whole year.
      const needsAll =
        fields.value.value !== null && readCertainty(fields) === 'final' && !ofDays.has(fields.indicator);
      const last = needsAll ? end : start;
      const source = fields.source ?? own.get(fields.indicator) ?? '';
      compare(() => locate('時点'), '実績の時点', source, start, text, last);
      if (checked.get(source) === null && last !== null && last > (latest.get(source)?.end ?? newest))
        latest.set(source, { at: locate('時点'), value: text, end: last });
    }
    for (const { fields, locate } of targets.rows)
      compare(() => locate('設定日'), '目標の設定日', fields.source ?? own.get(fields.indicator) ?? '', fields.set);
  }
  for (const [source, { at, value }] of latest)
    report.add(at, 'result-not-yet', { value, source, day: '', what: '実績の時点' });
};

/** Reports results without a value or a reason: rows that a person prepared and did not fill in. */
export const checkEmptyResults: SiteCheck = ({ plans }, report) => {
  for (const { fields, locate } of plans.flatMap(({ observations }) => observations.rows))
    if (fields.value.missing === 'empty') report.add(locate('値'), 'empty-result');
};

/** Reports a second value of an indicator for one period and zone, or for its last day; not a 速報 and its 確報. */
export const checkRepeatedObservations: SiteCheck = (context, report) => {
  for (const { results } of context.plans.flatMap(listSeries))
    results.forEach((point, index) => {
      const before = results[index - 1];
      if (before?.rank !== point.rank) return;
      const { start, end, text: period } = point.period;
      const values = { line: before.row.locate('値').line, before: before.text, value: point.text };
      if (isSameTime(before.period, point.period)) report.add(point.row.locate('値'), 'repeated-observation', values);
      else if (end !== null && start === end && before.period.end === end)
        report.add(point.row.locate('値'), 'value-of-last-day', { ...values, period, whole: before.period.text });
    });
};

/** Reports a result of a calendar year among those of fiscal years, or the other way round: 令和5年 for 令和5年度. */
export const checkYearKinds: SiteCheck = (context, report) => {
  for (const { results } of context.plans.flatMap(listSeries)) {
    const list = (days: string) => results.filter(({ period }) => getTimeKey(period).replace(/\d{4}-/g, '') === days);
    const years = [list('01-01/12-31'), list('04-01/03-31')].sort((a, b) => a.length - b.length);
    const [one, other] = years.map(([first]) => first);
    const values = { value: one?.period.text ?? '', other: other?.period.text ?? '' };
    if (one && other) report.add(one.row.locate('時点'), 'other-year-kind', values);
  }
};

/** Reports results that end before the baseline begins, and those of its period that differ from it. */
export const checkResultsBesideBaseline: SiteCheck = (context, report) => {
  for (const { baseline, results } of context.plans.flatMap(listSeries)) {
    if (!baseline) continue;
    const { period: from, text: before } = baseline;
    for (const point of results) {
      const { period, row, text: value } = point;
      if (period.end !== null && from.start !== null && period.end < from.start)
        report.add(row.locate('時点'), 'result-before-baseline', { value: period.text, baseline: from.text });
      const isApproximate = baseline.approximate || point.approximate;
      const mayEqual =
        baseline.value === null || point.value === null || mayBeRounded(baseline.value, point.value, isApproximate);
      if (!mayEqual && from.text !== '' && isSameTime(from, period))
        report.add(row.locate('値'), 'result-not-baseline', { value, period: period.text, baseline: before });
    }
  }
};
