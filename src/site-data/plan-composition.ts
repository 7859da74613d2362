import { itemKinds, type ItemKind } from '../model/value-lists.ts';
import type { PlanItem } from '../tables/tree.ts';
import { sdgGoals } from '../model/sdg-goals.ts';
import type { SiteData } from './site-data.ts';

/** A goal of the SDGs with the plan items that name it. */
interface Goal {
  readonly goal: number;
  readonly items: readonly PlanItem[];
}

/** Groups plan items by the goals that they name, in the order of the goals. An item with two goals is in both groups. */
export function groupByGoal(items: readonly PlanItem[]): Goal[] {
  return sdgGoals
    .map(({ goal }) => ({ goal, items: items.filter((item) => item.sdgs.includes(goal)) }))
    .filter((one) => one.items.length > 0);
}

/** Returns the word for plan items: their kind, or 項目 if they have several kinds. */
export function getKindWord(items: readonly PlanItem[]): string {
  const found = new Set(items.map(({ kind }) => kind));
  const [only] = found;
  return only !== undefined && found.size === 1 ? itemKinds.words[only] : '項目';
}

interface DepartmentShare {
  /** The name; null for items without a department. */
  readonly department: string | null;
  readonly items: readonly PlanItem[];
}

/** The items of a plan by department. */
interface DepartmentDivision {
  /** The counted kinds: measures and actions, if the plan names departments for them. */
  readonly kinds: readonly ItemKind[];
  /** In the order in which the plan first names the departments; the items without one are last. */
  readonly shares: readonly DepartmentShare[];
}

/** The kinds that are grouped by department. Outcomes and programmes belong to the measures and actions beside them. */
const GROUPED_KINDS: readonly ItemKind[] = ['measure', 'action'];

/**
 * Groups the measures and actions of a plan by department. An item of several departments counts for each of them.
 * Returns null if the plan names no department.
 */
export function groupByDepartment(siteData: SiteData, plan: string): DepartmentDivision | null {
  const all = siteData.planItemsOf(plan);
  const counted = GROUPED_KINDS.filter((kind) => all.some((item) => item.kind === kind && item.departments.length > 0));
  if (counted.length === 0) return null;
  const items = all.filter(({ kind }) => counted.includes(kind));
  const named = [...new Set(items.flatMap(({ departments }) => departments))];
  const unnamed = items.filter(({ departments }) => departments.length === 0);
  return {
    kinds: counted,
    shares: [
      ...named.map((id) => ({
        department: siteData.department(id).title,
        items: items.filter(({ departments }) => departments.includes(id)),
      })),
      ...(unnamed.length > 0 ? [{ department: null, items: unnamed }] : []),
    ],
  };
}
