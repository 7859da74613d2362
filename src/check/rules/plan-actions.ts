import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** A plan says what is done. One whose tree holds no action was most likely typed with wrong kinds. */
export const checkPlanActions: SiteCheck = (known, report) => {
  for (const { id, tree } of known.plans) {
    const isWhole = tree.rows.length === tree.keys.size;
    if (isWhole && tree.rows.length > 0 && !tree.rows.some(({ fields }) => fields.kind === 'action'))
      report.add(
        { file: tree.file, line: 1, column: 1, field: '' },
        createIssue('plan-without-actions', { value: id }),
      );
  }
};
