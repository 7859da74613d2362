import { createIssue } from '../../problems/problem.ts';
import { visitNumericCells } from '../figures.ts';
import type { SiteCheck } from '../rule.ts';
import { createUnitConversion } from '../units.ts';

/** A share of more than 100 % is most often a slip of the point; some shares may be, so that it is only asked. */
export const checkLargePercentages: SiteCheck = (known, report) => {
  const inPercent = createUnitConversion('%');
  for (const plan of known.plans)
    visitNumericCells(plan, 'high', ({ text, value, unit, row, heading }) => {
      if (unit === '' || (inPercent.convert(value, unit) ?? 0) <= 100) return;
      report.add(row.locate(heading), createIssue('over-100-percent', { value: text }));
    });
};
