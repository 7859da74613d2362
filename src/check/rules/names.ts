import { MADE_GUIDES } from '../../model/chapter.ts';
import { SLUG, ID_LENGTH } from '../../model/id.ts';
import { flaw } from '../../problems/problem.ts';
import { firstFiles } from '../files-by.ts';
import type { Rule } from '../rule.ts';

const good = (name: string) => SLUG.test(name) && name.length <= ID_LENGTH;

/** Folders and texts become addresses by their names, so that the names must be fit for one, and nothing else's. */
export const names: Rule = (known, report) => {
  const name = (file: string, value: string) => {
    if (!good(value)) report.add({ file, line: 1, column: 1, field: '' }, flaw('bad-slug', { value }));
  };
  // A plan whose introduction could not be read has a name all the same; it is told at the first of its files.
  const files = firstFiles(known.folder);
  for (const id of known.planIds) name(files.get(id) ?? '', id);
  for (const plan of known.plans) for (const { file, slug } of plan.texts) name(file, slug);
  for (const { file, slug } of known.guides) {
    name(file, slug);
    if (MADE_GUIDES.includes(slug))
      report.add(
        { file, line: 1, column: 1, field: '' },
        flaw('reserved-name', { value: slug, names: MADE_GUIDES.join('、') }),
      );
  }
};
