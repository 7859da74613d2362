import { SLUG, ID_LENGTH } from '../../model/id.ts';
import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

const good = (name: string) => SLUG.test(name) && name.length <= ID_LENGTH;

/** Folders and texts become addresses by their names, so that the names must be fit for one. */
export const names: Rule = (known, report) => {
  const name = (file: string, value: string) => {
    if (!good(value)) report.add({ file, line: 1, column: 1, field: '' }, flaw('bad-slug', { value }));
  };
  // A plan whose introduction could not be read has a name all the same; it is told at the first of its files.
  for (const id of known.planIds) {
    const file = known.folder.files.find(
      (path) => /^(?:content|data)\/plans\//.test(path) && path.split('/')[2] === id,
    );
    name(file ?? '', id);
  }
  for (const plan of known.plans) for (const { file, slug } of plan.texts) name(file, slug);
  for (const { file, slug } of known.guides) name(file, slug);
};
