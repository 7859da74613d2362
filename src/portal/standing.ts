import type { Indicator } from '../model/indicator.ts';
import type { Node } from '../model/node.ts';
import { countStatuses } from '../model/status-counts.ts';
import type { Status } from '../model/progress.ts';
import { descendantsOf } from './counts.ts';
import type { Portal } from './portal.ts';

/**
 * The indicators of a node and of all that stands below it, in the order of the plan. One that belongs to several of
 * these nodes is there once.
 */
export function indicatorsBelow(portal: Portal, node: Node): Indicator[] {
  const own = new Set([node, ...descendantsOf(portal, node)].map(({ id }) => id));
  return portal.indicatorsOf(node.plan).filter(({ nodes }) => nodes.some((id) => own.has(id)));
}

/** The indicators of all plans of a municipality, plan by plan. */
export function indicatorsOfCity(portal: Portal, municipality: string): Indicator[] {
  return portal.plansOf(municipality).flatMap(({ id }) => portal.indicatorsOf(id));
}

/** How many of these indicators are in each state, by the state's English name. */
export function standingOf(indicators: readonly Indicator[]): Record<Status, number> {
  const counts = countStatuses(indicators.map(({ progress }) => progress));
  return Object.fromEntries(counts.map(({ status, count }) => [status, count])) as Record<Status, number>;
}
