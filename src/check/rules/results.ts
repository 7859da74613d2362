import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { seriesOf } from '../series.ts';

/** A result that was over before the baseline began is no result of the plan. */
export const resultsAfterBaseline: Rule = (known, report) => {
  for (const { baseline, results } of known.plans.flatMap(seriesOf)) {
    const from = baseline?.period.start;
    if (!from) continue;
    for (const { period, row } of results)
      if (period.end !== null && period.end < from)
        report.add(
          row.at('時点'),
          flaw('result-before-baseline', { value: period.text, baseline: baseline.period.text }),
        );
  }
};
