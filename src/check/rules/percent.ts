import { flaw } from '../../problems/problem.ts';
import { eachFigure } from '../figures.ts';
import type { Rule } from '../rule.ts';
import { conversionTo } from '../units.ts';

/** A share of more than 100 % is most often a slip of the point; some shares may be, so that it is only asked. */
export const percent: Rule = (known, report) => {
  const inPercent = conversionTo('%');
  for (const plan of known.plans)
    eachFigure(plan, 'high', ({ text, value, unit, row, heading }) => {
      if (unit === '' || (inPercent.value(value, unit) ?? 0) <= 100) return;
      report.add(row.at(heading), flaw('over-100-percent', { value: text }));
    });
};
