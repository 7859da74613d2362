import { near } from '../../problems/near.ts';
import { flaw } from '../../problems/problem.ts';
import type { TreeRow } from '../files/tree.ts';
import type { Rule } from '../rule.ts';
import type { Read } from '../table.ts';

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
export const parents: Rule = (known, report) => {
  for (const { tree } of known.plans) {
    const above = new Map(tree.rows.map(({ value }) => [value.code, value.parent]));
    const check = ({ value: { code, parent }, at }: Read<TreeRow>) => {
      if (parent === null) return;
      const place = at('親コード');
      if (parent === code) report.add(place, flaw('own-parent', { value: code }));
      else if (!tree.keys.has(parent))
        report.add(place, flaw('unknown-parent', { value: parent, near: near(parent, tree.keys) }));
      else {
        const loop = loopFrom(code, above);
        if (loop) report.add(place, flaw('parent-loop', { loop: loop.join(' → ') }));
      }
    };
    tree.rows.forEach(check);
  }
};
