import { getPlanItemPath } from '../model/routes.ts';
import { formatItemNumber } from '../notation/format.ts';
import type { Term } from '../tables/glossary.ts';
import { createPageFinder, type PlanItem, type PlanItemRow } from '../tables/tree.ts';
import type { ParsedPlan } from '../validation/parsed-site.ts';
import { findTerms } from './term-occurrences.ts';
import type { SiteUrls } from './urls.ts';

/** Returns the rows of a tree, each followed by those below it; siblings keep the order of their rows. */
function sortByTree(rows: readonly PlanItemRow[]): PlanItemRow[] {
  const children = Map.groupBy(rows, (row) => row.parent);
  const listBelow = (parent: string | null): PlanItemRow[] =>
    (children.get(parent) ?? []).flatMap((row) => [row, ...listBelow(row.code)]);
  return listBelow(null);
}

function buildPlanItems(plan: ParsedPlan, terms: readonly Term[], urls: SiteUrls): PlanItem[] {
  const rows = sortByTree(plan.tree.rows.map(({ fields }) => fields));
  const findPage = createPageFinder(rows);
  const { municipality, levels, numbers, state } = plan.index.front;
  const createId = (code: string) => `${plan.id}/${code}`;

  /** The number of children so far, by the code of the parent. */
  const childCounts = new Map<string | null, number>();
  return rows.map(({ place, ...row }) => {
    const order = (childCounts.get(row.parent) ?? 0) + 1;
    childCounts.set(row.parent, order);
    return {
      id: createId(row.code),
      plan: plan.id,
      municipality,
      ...row,
      number: formatItemNumber(numbers?.[levels.indexOf(row.level)] ?? '', row.code),
      parent: row.parent === null ? null : createId(row.parent),
      order,
      terms: findTerms(`${row.title}\n${row.summary}`, terms).map(({ id }) => id),
      related: row.related.map(createId),
      planState: state,
      source: { id: row.source, place },
      url: urls.withBase(getPlanItemPath(plan.id, findPage(row.code), row.code)),
    };
  });
}

/** The items of a plan, and what they were built from. While a site is edited, most plans stay as they were parsed. */
const builtItems = new WeakMap<ParsedPlan, { readonly inputs: string; readonly items: readonly PlanItem[] }>();

/** Builds the items of all plans, each plan's in its order. */
export function buildAllPlanItems(plans: readonly ParsedPlan[], terms: readonly Term[], urls: SiteUrls): PlanItem[] {
  const inputs = JSON.stringify([urls.home(), terms]);
  return plans.flatMap((plan) => {
    const built = builtItems.get(plan);
    if (built?.inputs === inputs) return built.items;
    const items = buildPlanItems(plan, terms, urls);
    builtItems.set(plan, { inputs, items });
    return items;
  });
}
