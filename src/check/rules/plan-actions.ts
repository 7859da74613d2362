import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** A plan says what is done. One whose tree holds no action was most likely typed with wrong kinds. */
export const planActions: Rule = (known, report) => {
  for (const { id, tree } of known.plans) {
    const isWhole = tree.rows.length === tree.keys.size;
    if (isWhole && tree.rows.length > 0 && !tree.rows.some(({ value }) => value.kind === 'action'))
      report.add(
        { file: tree.file, line: 1, column: 1, field: '' },
        flaw('plan-without-actions', { value: id }),
      );
  }
};
