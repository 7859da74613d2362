import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { findFractionPercentages } from '../shares.ts';

/** Numbers in % are typed as 38.2, not as the share of 1 that a spreadsheet keeps behind the cell. */
export const checkFractionPercentages: SiteCheck = (known, report) => {
  for (const plan of known.plans) {
    const { slips, uniform } = findFractionPercentages(plan);
    for (const { slipped, near } of slips) {
      const percent = `${Number((slipped.value * 100).toPrecision(12))}%`;
      report.add(
        slipped.row.locate(slipped.heading),
        createIssue('slipped-percent', {
          value: slipped.text,
          heading: near.heading,
          near: near.text,
          percent,
        }),
      );
    }
    for (const { row, heading, text, indicator } of uniform)
      report.add(
        row.locate(heading),
        createIssue('percent-as-fraction', { value: text, title: indicator?.title ?? '' }),
      );
  }
};
