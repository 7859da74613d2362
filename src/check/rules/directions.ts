import { directions as list, type Direction } from '../../model/kind.ts';
import { convert } from '../../notation/unit.ts';
import type { ReadTarget } from '../../notation/target.ts';
import { flaw, type Flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** The comparators that say the opposite of 良い方向. */
const AGAINST: Readonly<Record<Direction, readonly ReadTarget['comparator'][]>> = {
  increase: ['<=', '<', 'within'],
  decrease: ['>=', '>', 'within'],
  maintain: [],
  range: [],
};

/** True for a number that can be passed on one side only, so that nothing is left open: all of 100 %, none of 0件. */
function isLimit({ value, unit: typed }: ReadTarget, expected: string): boolean {
  const unit = typed || expected;
  return value === 0 || (value !== null && unit !== '' && convert(value, unit, '%') === 100);
}

function flawOf(target: ReadTarget, direction: Direction, unit: string): Flaw | null {
  const { comparator, value, text } = target;
  if (AGAINST[direction].includes(comparator))
    return flaw('comparator-against-direction', { value: text, direction: list.words[direction] });
  if (value === null) return null;
  if (direction === 'maintain' && comparator === null && !isLimit(target, unit))
    return flaw('maintain-needs-bound', { value: text });
  return direction === 'range' ? flaw('range-needs-ends', { value: text }) : null;
}

/** 良い方向 is stated, and every target of the indicator goes with it. */
export const directions: Rule = (known, report) => {
  for (const { indicators, targets } of known.plans) {
    const rows = new Map(indicators.rows.map(({ value }) => [value.id, value]));
    for (const { value, at } of indicators.rows) {
      const { direction, title, unit, target } = value;
      const found = direction && flawOf(target.value, direction, unit);
      if (!direction) report.add(at('良い方向'), flaw('no-direction', { value: title }));
      else if (found) report.add(at('目標値'), found);
    }
    for (const { value, at } of targets.rows) {
      const { direction = null, unit = '' } = rows.get(value.indicator) ?? {};
      const found = direction && flawOf(value.target.value, direction, unit);
      if (found) report.add(at('目標値'), found);
    }
  }
};
