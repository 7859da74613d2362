import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { listSeries } from '../series.ts';

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
