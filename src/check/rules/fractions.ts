import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { sharesIn } from '../shares.ts';

/** Numbers in % are typed as 38.2, not as the share of 1 that a spreadsheet keeps behind the cell. */
export const fractions: Rule = (known, report) => {
  for (const plan of known.plans) {
    const { slips, whole } = sharesIn(plan);
    for (const { slipped, near } of slips) {
      const percent = `${Number((slipped.value * 100).toPrecision(12))}%`;
      report.add(
        slipped.row.at(slipped.heading),
        flaw('slipped-percent', { value: slipped.text, heading: near.heading, near: near.text, percent }),
      );
    }
    for (const { row, heading, text, indicator } of whole)
      report.add(
        row.at(heading),
        flaw('percent-as-fraction', { value: text, title: indicator?.title ?? '' }),
      );
  }
};
