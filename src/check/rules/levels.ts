import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** Every level is one of the plan's own, a child stands lower than its parent, and numbers match levels. */
export const checkPlanLevels: SiteCheck = (known, report) => {
  for (const { index, tree } of known.plans) {
    const { levels: names, numbers } = index.front;
    if (numbers && numbers.length !== names.length)
      report.add(
        index.locate('numbers'),
        createIssue('numbers-do-not-match-levels', { got: numbers.length, expected: names.length }),
      );
    const levelOf = new Map(tree.rows.map(({ fields }) => [fields.code, fields.level]));
    for (const { fields, locate } of tree.rows) {
      if (fields.level === '') continue;
      const depth = names.indexOf(fields.level);
      const above = fields.parent === null ? undefined : levelOf.get(fields.parent);
      if (depth < 0)
        report.add(
          locate('階層'),
          createIssue('unknown-level', { value: fields.level, choices: names.join('、') }),
        );
      else if (above && names.indexOf(above) > depth)
        report.add(locate('階層'), createIssue('level-order', { value: fields.level, parent: above }));
    }
  }
};
