import { keysOf } from '../model/keys.ts';
import { kinds, type Kind } from '../model/kind.ts';
import type { Node } from '../model/node.ts';
import type { Prefecture } from './many.ts';
import { oncePer } from './once.ts';
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

/** How many nodes there are of one kind. */
interface KindCount {
  readonly kind: Kind;
  readonly title: string;
  readonly count: number;
}

/** Counts nodes by kind, in the order of the value list; a kind that none has is left out. */
export function countKinds(nodes: readonly Node[]): KindCount[] {
  return keysOf(kinds.words)
    .map((kind) => ({
      kind,
      title: kinds.words[kind],
      count: nodes.filter((node) => node.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

const cell = (theme: string, municipality: string, kind: Kind) => `${theme}/${municipality}/${kind}`;

/** How many nodes there are by theme, municipality and kind. */
const counted = oncePer((portal) => {
  const counts = new Map<string, number>();
  for (const { themes, municipality, kind } of portal.nodes)
    for (const theme of themes) {
      const key = cell(theme, municipality, kind);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
});

/** How many nodes of a kind a municipality has with a theme. */
export function countWith(portal: Portal, theme: string, municipality: string, kind: Kind): number {
  return counted(portal).get(cell(theme, municipality, kind)) ?? 0;
}

/** How many nodes of a kind the municipalities of a prefecture have with a theme. */
export function countInPrefecture(
  portal: Portal,
  theme: string,
  { municipalities }: Prefecture,
  kind: Kind,
): number {
  return municipalities.reduce((sum, { id }) => sum + countWith(portal, theme, id, kind), 0);
}

/** How many actions of a municipality have a theme. */
export function actionsWith(portal: Portal, theme: string, municipality: string): number {
  return countWith(portal, theme, municipality, 'action');
}

/** The kinds of nodes that carry themes anywhere on the site, in the order of the value list. */
export const kindsWithThemes = oncePer((portal): readonly Kind[] => {
  const found = new Set(portal.nodes.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  return keysOf(kinds.words).filter((kind) => found.has(kind));
});
