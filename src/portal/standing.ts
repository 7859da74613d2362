import type { Indicator } from '../model/indicator.ts';
import type { PlanItem } from '../model/node.ts';
import { countStatuses } from '../model/status-counts.ts';
import type { ProgressStatus } from '../model/progress.ts';
import { listDescendants } from './counts.ts';
import type { SiteData } from './portal.ts';

/**
 * The indicators of a node and of all that stands below it, in the order of the plan. One that belongs to several of
 * these nodes is there once.
 */
export function listIndicatorsBelow(portal: SiteData, node: PlanItem): Indicator[] {
  const own = new Set([node, ...listDescendants(portal, node)].map(({ id }) => id));
  return portal.indicatorsOf(node.plan).filter(({ nodes }) => nodes.some((id) => own.has(id)));
}

/** The indicators of all plans of a municipality, plan by plan. */
export function listCityIndicators(portal: SiteData, municipality: string): Indicator[] {
  return portal.plansOf(municipality).flatMap(({ id }) => portal.indicatorsOf(id));
}

/** How many of these indicators are in each state, by the state's English name. */
export function countIndicatorsByStatus(indicators: readonly Indicator[]): Record<ProgressStatus, number> {
  const counts = countStatuses(indicators.map(({ progress }) => progress));
  return Object.fromEntries(counts.map(({ status, count }) => [status, count])) as Record<
    ProgressStatus,
    number
  >;
}
