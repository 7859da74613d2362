import { listKeys } from '../model/keys.ts';
import { itemKinds, type ItemKind } from '../model/kind.ts';
import type { PlanItem } from '../model/node.ts';
import type { PrefectureGroup } from './many.ts';
import { memoizeBySite } from './once.ts';
import type { SiteData } from './portal.ts';

/** All nodes below a node, in the order of the plan. */
export function listDescendants(portal: SiteData, node: PlanItem): PlanItem[] {
  return portal.childrenOf(node.id).flatMap((child) => [child, ...listDescendants(portal, child)]);
}

/** How many actions stand below a node. */
export function countDescendantActions(portal: SiteData, node: PlanItem): number {
  return listDescendants(portal, node).filter(({ kind }) => kind === 'action').length;
}

/** The nodes of a plan that have pages, in the order of the plan. */
export function listPlanItemsWithPages(portal: SiteData, plan: string): PlanItem[] {
  return portal.planItemsOf(plan).filter(portal.hasOwnPage);
}

/**
 * The parts by which a plan is shown at a glance: its measures right below the policies; where there is only one
 * policy above others (蕨市's chapter), the policies below it.
 */
export function listOverviewItems(portal: SiteData, plan: string): PlanItem[] {
  const policies = portal.rootItemsOf(plan).filter(({ kind }) => kind === 'policy');
  const below = policies
    .flatMap((one) => portal.childrenOf(one.id))
    .filter(({ kind }) => kind === 'policy' || kind === 'measure');
  const [only] = policies;
  if (policies.length === 1 && only) return below;
  const deeper = below.flatMap((one) => (one.kind === 'policy' ? portal.childrenOf(one.id) : [one]));
  return deeper.filter(({ kind }) => kind === 'measure');
}

/** How many nodes there are of one kind. */
interface KindCount {
  readonly kind: ItemKind;
  readonly title: string;
  readonly count: number;
}

/** Counts nodes by kind, in the order of the value list; a kind that none has is left out. */
export function countByKind(nodes: readonly PlanItem[]): KindCount[] {
  return listKeys(itemKinds.words)
    .map((kind) => ({
      kind,
      title: itemKinds.words[kind],
      count: nodes.filter((node) => node.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

const cell = (theme: string, municipality: string, kind: ItemKind) => `${theme}/${municipality}/${kind}`;

/** How many nodes there are by theme, municipality and kind. */
const counted = memoizeBySite((portal) => {
  const counts = new Map<string, number>();
  for (const { themes, municipality, kind } of portal.planItems)
    for (const theme of themes) {
      const key = cell(theme, municipality, kind);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
});

/** How many nodes of a kind a municipality has with a theme. */
export function countPlanItems(
  portal: SiteData,
  theme: string,
  municipality: string,
  kind: ItemKind,
): number {
  return counted(portal).get(cell(theme, municipality, kind)) ?? 0;
}

/** How many nodes of a kind the municipalities of a prefecture have with a theme. */
export function countPlanItemsInPrefecture(
  portal: SiteData,
  theme: string,
  { municipalities }: PrefectureGroup,
  kind: ItemKind,
): number {
  return municipalities.reduce((sum, { id }) => sum + countPlanItems(portal, theme, id, kind), 0);
}

/** How many actions of a municipality have a theme. */
export function countActions(portal: SiteData, theme: string, municipality: string): number {
  return countPlanItems(portal, theme, municipality, 'action');
}

/** The kinds of nodes that carry themes anywhere on the site, in the order of the value list. */
export const listKindsWithThemes = memoizeBySite((portal): readonly ItemKind[] => {
  const found = new Set(portal.planItems.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  return listKeys(itemKinds.words).filter((kind) => found.has(kind));
});
