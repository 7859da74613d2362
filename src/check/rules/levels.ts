import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** Every level is one of the plan's own, a child stands lower than its parent, and numbers match levels. */
export const levels: Rule = (known, report) => {
  for (const { index, tree } of known.plans) {
    const { levels: names, numbers } = index.front;
    if (numbers && numbers.length !== names.length)
      report.add(
        index.at('numbers'),
        flaw('numbers-do-not-match-levels', { got: numbers.length, expected: names.length }),
      );
    const levelOf = new Map(tree.rows.map(({ value }) => [value.code, value.level]));
    for (const { value, at } of tree.rows) {
      if (value.level === '') continue;
      const depth = names.indexOf(value.level);
      const above = value.parent === null ? undefined : levelOf.get(value.parent);
      if (depth < 0)
        report.add(at('階層'), flaw('unknown-level', { value: value.level, choices: names.join('、') }));
      else if (above && names.indexOf(above) > depth)
        report.add(at('階層'), flaw('level-order', { value: value.level, parent: above }));
    }
  }
};
