import { suggestChoice } from '../../problems/near.ts';
import { createIssue } from '../../problems/problem.ts';
import { createPageLookup } from '../places.ts';
import type { SiteCheck } from '../rule.ts';

/** A body stands beside a node that has a page to show it. */
export const checkTextBodies: SiteCheck = (known, report) => {
  for (const { tree, bodies: texts } of known.plans) {
    const rows = tree.rows.map(({ fields }) => fields);
    const { findPage } = createPageLookup(rows);
    for (const { slug, file } of texts) {
      const place = { file, line: 1, column: 1, field: '' };
      if (!tree.keys.has(slug) && !tree.unread)
        report.add(
          place,
          createIssue('body-without-node', { value: slug, near: suggestChoice(slug, tree.keys) }),
        );
      else if (rows.some(({ code }) => code === slug) && findPage(slug) !== slug)
        report.add(place, createIssue('body-without-page', { value: slug, near: findPage(slug) ?? '' }));
    }
  }
};
