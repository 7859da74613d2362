import type { PlanDraft } from '../check/draft.ts';
import type { TreeRow } from '../check/files/tree.ts';
import { placesOf } from '../check/places.ts';
import type { Node } from '../model/node.ts';
import type { Term } from '../model/term.ts';
import { printedNumber } from '../notation/ordinal.ts';
import type { Addresses } from './address.ts';
import { termsIn } from './terms.ts';

/** The rows of a tree with every node's children right behind it, siblings in the order of their rows. */
function inTreeOrder(rows: readonly TreeRow[]): TreeRow[] {
  const children = Map.groupBy(rows, (row) => row.parent);
  const below = (parent: string | null): TreeRow[] =>
    (children.get(parent) ?? []).flatMap((row) => [row, ...below(row.code)]);
  return below(null);
}

/** Makes the nodes of a plan from its tree, in the order of the plan. */
export function makeNodes(plan: PlanDraft, terms: readonly Term[], address: Addresses): Node[] {
  const rows = inTreeOrder(plan.tree.rows.map(({ value }) => value));
  const { pageOf } = placesOf(rows);
  const { municipality, levels, numbers } = plan.index.front;
  const id = (code: string) => `${plan.id}/${code}`;

  const url = ({ code }: TreeRow): string => {
    const page = pageOf(code);
    if (page === code) return address.node(plan.id, code);
    return `${page === null ? address.plan(plan.id) : address.node(plan.id, page)}#${code}`;
  };

  const seen = new Map<string | null, number>();
  return rows.map((row) => {
    const order = (seen.get(row.parent) ?? 0) + 1;
    seen.set(row.parent, order);
    return {
      id: id(row.code),
      plan: plan.id,
      municipality,
      code: row.code,
      number: printedNumber(numbers?.[levels.indexOf(row.level)] ?? '', row.code),
      level: row.level,
      kind: row.kind,
      parent: row.parent === null ? null : id(row.parent),
      order,
      title: row.title,
      summary: row.summary,
      themes: row.themes,
      departments: row.departments,
      sdgs: row.sdgs,
      terms: termsIn(`${row.title}\n${row.summary}`, terms),
      related: row.related.map(id),
      marks: row.marks,
      examples: row.examples,
      note: row.note,
      source: { id: row.source, place: row.place },
      url: url(row),
    };
  });
}
