import { hasPage } from '../../model/node.ts';
import { near } from '../../problems/near.ts';
import { flaw } from '../../problems/problem.ts';
import type { TreeRow } from '../files/tree.ts';
import type { Rule } from '../rule.ts';

/** A body stands beside a node that has a page to show it. */
export const bodies: Rule = (known, report) => {
  for (const { tree, bodies: texts } of known.plans) {
    const rows = new Map(tree.rows.map(({ value }) => [value.code, value]));
    const parentOf = (row: TreeRow) => (row.parent === null ? undefined : rows.get(row.parent));
    const onPage = (row: TreeRow) => hasPage(row.kind, parentOf(row)?.kind ?? null);
    for (const { slug, file } of texts) {
      const place = { file, line: 1, column: 1, field: '' };
      const row = rows.get(slug);
      if (!row) {
        if (!tree.keys.has(slug))
          report.add(place, flaw('body-without-node', { value: slug, near: near(slug, tree.keys) }));
      } else if (!onPage(row)) {
        const seen = new Set<TreeRow>();
        let above = parentOf(row);
        while (above && !onPage(above) && !seen.has(above)) {
          seen.add(above);
          above = parentOf(above);
        }
        report.add(place, flaw('body-without-page', { value: slug, near: above?.code ?? '' }));
      }
    }
  }
};
