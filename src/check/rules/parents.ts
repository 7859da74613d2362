import { suggestChoice } from '../../problems/near.ts';
import { createIssue } from '../../problems/problem.ts';
import type { PlanItemRow } from '../files/tree.ts';
import type { SiteCheck } from '../rule.ts';
import type { ParsedRow } from '../table.ts';

/** The codes of the loop that a row stands in, from its own back to itself; null where its way leads to the top. */
function loopFrom(start: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const way = [start];
  for (let code = parents.get(start); code; code = parents.get(code)) {
    if (code === start) return [...way, start];
    // A loop further up is told at its own rows.
    if (way.includes(code)) return null;
    way.push(code);
  }
  return null;
}

/** The tree is a tree: every parent exists, no row is its own ancestor. */
export const checkParentCodes: SiteCheck = (known, report) => {
  for (const { tree } of known.plans) {
    const above = new Map(tree.rows.map(({ fields }) => [fields.code, fields.parent]));
    const check = ({ fields: { code, parent }, locate }: ParsedRow<PlanItemRow>) => {
      if (parent === null) return;
      const place = locate('親コード');
      if (parent === code) report.add(place, createIssue('own-parent', { value: code }));
      else if (!tree.keys.has(parent))
        report.add(
          place,
          createIssue('unknown-parent', { value: parent, near: suggestChoice(parent, tree.keys) }),
        );
      else {
        const loop = loopFrom(code, above);
        if (loop) report.add(place, createIssue('parent-loop', { loop: loop.join(' → ') }));
      }
    };
    tree.rows.forEach(check);
  }
};
