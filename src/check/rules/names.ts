import { SLUG, ID_LENGTH } from '../../model/id.ts';
import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

const good = (name: string) => SLUG.test(name) && name.length <= ID_LENGTH;

/** Folders and texts become addresses by their names, so that the names must be fit for one. */
export const names: Rule = (known, report) => {
  const name = (file: string, value: string) => {
    if (!good(value)) report.add({ file, line: 1, column: 1, field: '' }, flaw('bad-slug', { value }));
  };
  for (const plan of known.plans) {
    name(plan.index.file, plan.id);
    for (const { file, slug } of plan.texts) name(file, slug);
  }
  for (const { file, slug } of known.guides) name(file, slug);
};
