import type { PlanItem } from '../model/node.ts';
import type { SiteData } from './portal.ts';

/** Nodes that one page shows, under that page's title. */
export interface PageGroup {
  readonly title: string;
  readonly url: string;
  /** The summary of the page's own node, where that node is among those gathered; else empty. */
  readonly summary: string;
  /** What is listed under the title: the page's own node and measures that only gather others are not repeated. */
  readonly planItems: readonly PlanItem[];
}

/** Gathers nodes under the page that shows each of them, in the order in which the pages first occur. */
export function groupByPage(portal: SiteData, nodes: readonly PlanItem[]): PageGroup[] {
  const pages = Map.groupBy(nodes, (node) => portal.pageItemOf(node)?.id ?? node.plan);
  return [...pages].map(([id, group]) => {
    const page = group.map(portal.pageItemOf).find((one) => one?.id === id);
    const { title, url } = page ?? portal.plan(id);
    const gathers = (node: PlanItem) => node.kind === 'measure' && portal.childrenOf(node.id).length > 0;
    return {
      title,
      url,
      summary: page && group.includes(page) ? page.summary : '',
      planItems: group.filter((node) => node.id !== id && !gathers(node)),
    };
  });
}
