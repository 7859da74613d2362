import { near } from '../../problems/near.ts';
import { flaw } from '../../problems/problem.ts';
import { placesOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** A body stands beside a node that has a page to show it. */
export const bodies: Rule = (known, report) => {
  for (const { tree, bodies: texts } of known.plans) {
    const rows = tree.rows.map(({ value }) => value);
    const { pageOf } = placesOf(rows);
    for (const { slug, file } of texts) {
      const place = { file, line: 1, column: 1, field: '' };
      if (!tree.keys.has(slug) && !tree.unread)
        report.add(place, flaw('body-without-node', { value: slug, near: near(slug, tree.keys) }));
      else if (rows.some(({ code }) => code === slug) && pageOf(slug) !== slug)
        report.add(place, flaw('body-without-page', { value: slug, near: pageOf(slug) ?? '' }));
    }
  }
};
