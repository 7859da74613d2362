import { preferredDirections as list, type PreferredDirection } from '../../model/kind.ts';
import { convertUnit } from '../../notation/unit.ts';
import type { ParsedTarget } from '../../notation/target.ts';
import { createIssue, type Issue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** The comparators that say the opposite of 良い方向. */
const AGAINST: Readonly<Record<PreferredDirection, readonly ParsedTarget['comparator'][]>> = {
  increase: ['<=', '<', 'within'],
  decrease: ['>=', '>', 'within'],
  maintain: [],
  range: [],
};

/** True for a number that can be passed on one side only, so that nothing is left open: all of 100 %, none of 0件. */
function isLimit({ value, unit: typed }: ParsedTarget, expected: string): boolean {
  const unit = typed || expected;
  return value === 0 || (value !== null && unit !== '' && convertUnit(value, unit, '%') === 100);
}

function flawOf(target: ParsedTarget, direction: PreferredDirection, unit: string): Issue | null {
  const { comparator, value, text } = target;
  if (AGAINST[direction].includes(comparator))
    return createIssue('comparator-against-direction', { value: text, direction: list.words[direction] });
  if (value === null) return null;
  if (direction === 'maintain' && comparator === null && !isLimit(target, unit))
    return createIssue('maintain-needs-bound', { value: text });
  return direction === 'range' ? createIssue('range-needs-ends', { value: text }) : null;
}

/** 良い方向 is stated, and every target of the indicator goes with it. */
export const checkTargetDirections: SiteCheck = (known, report) => {
  for (const { indicators, targets } of known.plans) {
    const rows = new Map(indicators.rows.map(({ fields }) => [fields.id, fields]));
    for (const { fields, locate } of indicators.rows) {
      const { direction, title, unit, target } = fields;
      const found = direction && flawOf(target.value, direction, unit);
      if (!direction) report.add(locate('良い方向'), createIssue('no-direction', { value: title }));
      else if (found) report.add(locate('目標値'), found);
    }
    for (const { fields, locate } of targets.rows) {
      const { direction = null, unit = '' } = rows.get(fields.indicator) ?? {};
      const found = direction && flawOf(fields.target.value, direction, unit);
      if (found) report.add(locate('目標値'), found);
    }
  }
};
