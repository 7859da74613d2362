import { GENERATED_GUIDES } from '../../model/chapter.ts';
import { SLUG_PATTERN, MAX_ID_LENGTH } from '../../model/id.ts';
import { createIssue } from '../../problems/problem.ts';
import { findPlanEntryFiles } from '../files-by.ts';
import type { SiteCheck } from '../rule.ts';

const good = (name: string) => SLUG_PATTERN.test(name) && name.length <= MAX_ID_LENGTH;

/** Folders and texts become addresses by their names, so that the names must be fit for one, and nothing else's. */
export const checkPathNames: SiteCheck = (known, report) => {
  const name = (file: string, value: string) => {
    if (!good(value)) report.add({ file, line: 1, column: 1, field: '' }, createIssue('bad-slug', { value }));
  };
  // A plan whose introduction could not be read has a name all the same; it is told at the first of its files.
  const files = findPlanEntryFiles(known.folder);
  for (const id of known.planIds) name(files.get(id) ?? '', id);
  for (const plan of known.plans) for (const { file, slug } of plan.texts) name(file, slug);
  for (const { file, slug } of known.guides) {
    name(file, slug);
    if (GENERATED_GUIDES.includes(slug))
      report.add(
        { file, line: 1, column: 1, field: '' },
        createIssue('reserved-name', { value: slug, names: GENERATED_GUIDES.join('、') }),
      );
  }
};
