import type { Node } from '../model/node.ts';
import type { Portal } from './portal.ts';

/** Nodes that one page shows, under that page's title. */
export interface Group {
  readonly title: string;
  readonly url: string;
  /** The summary of the page's own node, where that node is among those gathered; else empty. */
  readonly summary: string;
  /** What is listed under the title: the page's own node and measures that only gather others are not repeated. */
  readonly items: readonly Node[];
}

/** Gathers nodes under the page that shows each of them, in the order in which the pages first occur. */
export function groupByPage(portal: Portal, nodes: readonly Node[]): Group[] {
  const pages = Map.groupBy(nodes, (node) => portal.pageOf(node)?.id ?? node.plan);
  return [...pages].map(([id, group]) => {
    const page = group.map(portal.pageOf).find((one) => one?.id === id);
    const { title, url } = page ?? portal.plan(id);
    const gathers = (node: Node) => node.kind === 'measure' && portal.childrenOf(node.id).length > 0;
    return {
      title,
      url,
      summary: page && group.includes(page) ? page.summary : '',
      items: group.filter((node) => node.id !== id && !gathers(node)),
    };
  });
}
