import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** Everything that is published stands in the project's own folder; what a link elsewhere leads to was never meant to be. */
export const leaving: Rule = ({ folder }, report) => {
  for (const file of folder.leaving ?? [])
    report.add({ file, line: 1, column: 1, field: '' }, flaw('path-leaves-folder', { file }));
};
