import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { seriesOf, settled } from '../series.ts';

/** What is summed up never falls. */
export const cumulative: Rule = (known, report) => {
  for (const series of known.plans.flatMap(seriesOf)) {
    if (series.indicator?.aggregation !== 'cumulative') continue;
    const points = settled(series);
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (!before || point.value >= before.value) return;
      const { file, line } = before.row.at(before.heading);
      report.add(
        point.row.at(point.heading),
        flaw('falling-cumulative', { before: before.text, file, line, value: point.text }),
      );
    });
  }
};
