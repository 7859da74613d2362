import { kinds, type Kind } from '../model/kind.ts';
import type { Node } from '../model/node.ts';
import type { Portal } from './portal.ts';

/** All nodes below a node, in the order of the plan. */
export function descendantsOf(portal: Portal, node: Node): Node[] {
  return portal.childrenOf(node.id).flatMap((child) => [child, ...descendantsOf(portal, child)]);
}

/** How many actions stand below a node. */
export function actionsBelow(portal: Portal, node: Node): number {
  return descendantsOf(portal, node).filter(({ kind }) => kind === 'action').length;
}

/** The nodes of a plan that have pages, in the order of the plan. */
export function pagesOf(portal: Portal, plan: string): Node[] {
  return portal.nodesOf(plan).filter(portal.isPage);
}

/**
 * The parts by which a plan is shown at a glance: its measures right below the policies; where there is only one
 * policy above others (蕨市's chapter), the policies below it.
 */
export function fieldsOf(portal: Portal, plan: string): Node[] {
  const policies = portal.rootsOf(plan).filter(({ kind }) => kind === 'policy');
  const below = policies
    .flatMap((one) => portal.childrenOf(one.id))
    .filter(({ kind }) => kind === 'policy' || kind === 'measure');
  const [only] = policies;
  if (policies.length === 1 && only) return below;
  const deeper = below.flatMap((one) => (one.kind === 'policy' ? portal.childrenOf(one.id) : [one]));
  return deeper.filter(({ kind }) => kind === 'measure');
}

/** How many nodes of a kind a municipality has with a theme. */
export function countWith(portal: Portal, theme: string, municipality: string, kind: Kind): number {
  return portal
    .nodesWithTheme(theme)
    .filter((node) => node.kind === kind && node.municipality === municipality).length;
}

/** How many actions of a municipality have a theme. */
export function actionsWith(portal: Portal, theme: string, municipality: string): number {
  return countWith(portal, theme, municipality, 'action');
}

/** The kinds of nodes that carry themes anywhere on the site, in the order of the value list. */
export function kindsWithThemes(portal: Portal): Kind[] {
  const found = new Set(portal.nodes.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  return (Object.keys(kinds.words) as Kind[]).filter((kind) => found.has(kind));
}
