import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { isSamePeriod, listSeries } from '../series.ts';

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
