import { itemKinds, type ItemKind } from '../model/value-lists.ts';
import type { PlanItem } from '../tables/tree.ts';
import { sdgGoals } from '../model/sdg-goals.ts';
import type { SiteData } from './site-data.ts';

/** A goal of the SDGs, and the nodes that a plan links with it. */
interface Goal {
  readonly goal: number;
  readonly nodes: readonly PlanItem[];
}

/** The goals that nodes name themselves, in the order of the goals; a node with two goals counts for both. */
export function groupByGoal(nodes: readonly PlanItem[]): Goal[] {
  return sdgGoals
    .map(({ goal }) => ({ goal, nodes: nodes.filter((node) => node.sdgs.includes(goal)) }))
    .filter((one) => one.nodes.length > 0);
}

/** The word for nodes: that of their kind, or 項目 where they are of several. */
export function getKindWord(nodes: readonly PlanItem[]): string {
  const found = new Set(nodes.map(({ kind }) => kind));
  const [only] = found;
  return only !== undefined && found.size === 1 ? itemKinds.words[only] : '項目';
}

/** What one department answers for. */
interface Share {
  /** Its name; null for what the plan names no department for. */
  readonly department: string | null;
  readonly nodes: readonly PlanItem[];
}

/** How a plan is divided among departments. */
interface Division {
  /** What is counted: measures and actions, those of them for which the plan names any department. */
  readonly kinds: readonly ItemKind[];
  /** In the order in which the plan first names them; last what no department is named for, if there is any. */
  readonly shares: readonly Share[];
}

/** What is divided. Outcomes and programmes stand beside the measures and actions that they go with. */
const DIVIDED: readonly ItemKind[] = ['measure', 'action'];

/**
 * Which department answers for which measures and actions of a plan. What several answer for counts for each of them.
 * Null where the plan names no department.
 */
export function groupByDepartment(siteData: SiteData, plan: string): Division | null {
  const all = siteData.planItemsOf(plan);
  const counted = DIVIDED.filter((kind) =>
    all.some((node) => node.kind === kind && node.departments.length > 0),
  );
  if (counted.length === 0) return null;
  const nodes = all.filter(({ kind }) => counted.includes(kind));
  const named = [...new Set(nodes.flatMap(({ departments }) => departments))];
  const unnamed = nodes.filter(({ departments }) => departments.length === 0);
  return {
    kinds: counted,
    shares: [
      ...named.map((id) => ({
        department: siteData.department(id).title,
        nodes: nodes.filter(({ departments }) => departments.includes(id)),
      })),
      ...(unnamed.length > 0 ? [{ department: null, nodes: unnamed }] : []),
    ],
  };
}
