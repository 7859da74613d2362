import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { sameTime, seriesOf } from '../series.ts';

/** An indicator has one value a time and zone; a 速報 and the 確報 that follows it may stand side by side. */
export const repeatedObservations: Rule = (known, report) => {
  for (const { results } of known.plans.flatMap(seriesOf))
    results.forEach((point, index) => {
      const before = results[index - 1];
      if (before?.rank !== point.rank || !sameTime(before, point)) return;
      const { line } = before.row.at('値');
      report.add(
        point.row.at('値'),
        flaw('repeated-observation', { line, before: before.text, value: point.text }),
      );
    });
};
