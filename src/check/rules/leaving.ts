import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** Everything that is published stands in the project's own folder; what a link elsewhere leads to was never meant to be. */
export const checkOutsidePaths: SiteCheck = ({ folder }, report) => {
  for (const file of folder.outsideLinks ?? [])
    report.add({ file, line: 1, column: 1, field: '' }, createIssue('path-leaves-folder', { file }));
};
