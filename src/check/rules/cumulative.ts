import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { listSeries, listNumericPoints } from '../series.ts';

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
