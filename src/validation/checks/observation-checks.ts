import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import { choosePeriod, isSamePeriod, listNumericPoints, listSeries } from '../observation-series.ts';

/** What is summed up never falls. */
export const checkCumulativeResults: SiteCheck = (known, report) => {
  for (const series of known.plans.flatMap(listSeries)) {
    if (series.indicator?.aggregation !== 'cumulative') continue;
    const points = listNumericPoints(series);
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (!before || point.value >= before.value) return;
      const { file, line } = before.row.locate(before.heading);
      report.add(
        point.row.locate(point.heading),
        createIssue('falling-cumulative', { before: before.text, file, line, value: point.text }),
      );
    });
  }
};

/**
 * A result is of a time that had begun when its source was read. Where no 確認日 says when that was, nothing is known.
 * A result without a source of its own has that of its indicator.
 */
export const checkEarlyResults: SiteCheck = (known, report) => {
  const checked = new Map(known.sources.rows.map(({ fields }) => [fields.id, fields.checked]));
  for (const { indicators, observations } of known.plans) {
    const sources = new Map(indicators.rows.map(({ fields }) => [fields.id, fields.source]));
    for (const { fields, locate } of observations.rows) {
      const source = fields.source ?? sources.get(fields.indicator) ?? '';
      const day = checked.get(source);
      const { text, start } = choosePeriod(fields.period.value, fields.value.value.period);
      if (day && start && start > day)
        report.add(locate('時点'), createIssue('result-not-yet', { value: text, source, day }));
    }
  }
};

/** An indicator has one value a time and zone; a 速報 and the 確報 that follows it may stand side by side. */
export const checkRepeatedObservations: SiteCheck = (known, report) => {
  for (const { results } of known.plans.flatMap(listSeries))
    results.forEach((point, index) => {
      const before = results[index - 1];
      if (before?.rank !== point.rank || !isSamePeriod(before, point)) return;
      const { line } = before.row.locate('値');
      report.add(
        point.row.locate('値'),
        createIssue('repeated-observation', { line, before: before.text, value: point.text }),
      );
    });
};

/** A result that was over before the baseline began is no result of the plan. */
export const checkResultsBeforeBaseline: SiteCheck = (known, report) => {
  for (const { baseline, results } of known.plans.flatMap(listSeries)) {
    const from = baseline?.period.start;
    if (!from) continue;
    for (const { period, row } of results)
      if (period.end !== null && period.end < from)
        report.add(
          row.locate('時点'),
          createIssue('result-before-baseline', { value: period.text, baseline: baseline.period.text }),
        );
  }
};
