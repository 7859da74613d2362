import { mean } from 'd3';

/** The import graph: for each name, the names that it imports. It has no cycle. */
export type DependencyGraph = ReadonlyMap<string, readonly string[]>;

export interface LayoutPoint {
  readonly x: number;
  readonly layer: number;
}

/** A box, or a point where a long edge crosses a layer. */
interface LayerNode {
  readonly layer: number;
  readonly width: number;
  readonly above: LayerNode[];
  readonly below: LayerNode[];
  x: number;
}

const BOX_WIDTH = 1;
const CROSSING_WIDTH = 0.12;
const SWEEPS = 24;

function findReachable(graph: DependencyGraph, start: string): Set<string> {
  const reachable = new Set<string>();
  const visit = (name: string) => {
    for (const next of graph.get(name) ?? []) {
      if (reachable.has(next)) continue;
      reachable.add(next);
      visit(next);
    }
  };
  visit(start);
  return reachable;
}

/** Returns the graph without edges that a longer path replaces: if a → b → c, then a → c is left out. */
export function removeTransitiveEdges(graph: DependencyGraph): DependencyGraph {
  return new Map(
    [...graph].map(([name, targets]) => [
      name,
      targets.filter((target) => !targets.some((other) => other !== target && findReachable(graph, other).has(target))),
    ]),
  );
}

/** Returns the layer of each name, counted from the top: one below the lowest name that it imports. */
function assignLayers(graph: DependencyGraph): Map<string, number> {
  const layers = new Map<string, number>();
  const assign = (name: string, users: readonly string[] = []): number => {
    if (users.includes(name)) throw new Error(`folders import in a circle: ${[...users, name].join(' → ')}`);
    const targets = graph.get(name) ?? [];
    const layer = layers.get(name) ?? Math.max(0, ...targets.map((target) => assign(target, [...users, name]) + 1));
    layers.set(name, layer);
    return layer;
  };
  for (const name of graph.keys()) assign(name);
  // A name that imports nothing is directly above its highest importer, not at the top.
  for (const [name, targets] of graph) {
    const users = [...graph].filter(([, list]) => list.includes(name)).map(([user]) => assign(user));
    if (targets.length === 0 && users.length > 0) layers.set(name, Math.min(...users) - 1);
  }
  return layers;
}

const computeAverage = (nodes: readonly LayerNode[], fallback: number) => mean(nodes, ({ x }) => x) ?? fallback;

/** Arranges the nodes of a layer as near to their wanted positions as their widths allow, in the same order. */
function spread(layer: readonly LayerNode[], wish: (node: LayerNode) => number): void {
  // Nodes that touch form one block. Its position is the mean of the wanted positions of its nodes.
  let blocks: { nodes: LayerNode[]; offsets: number[]; start: number; width: number }[] = [];
  for (const node of layer) {
    let block = {
      nodes: [node],
      offsets: [node.width / 2],
      start: wish(node) - node.width / 2,
      width: node.width,
    };
    for (let last = blocks.at(-1); last && last.start + last.width > block.start; last = blocks.at(-1)) {
      const { width } = last;
      const nodes = [...last.nodes, ...block.nodes];
      const offsets = [...last.offsets, ...block.offsets.map((offset) => offset + width)];
      const starts = nodes.map((member, at) => wish(member) - (offsets[at] ?? 0));
      block = {
        nodes,
        offsets,
        start: mean(starts) ?? 0,
        width: width + block.width,
      };
      blocks = blocks.slice(0, -1);
    }
    blocks.push(block);
  }
  for (const { nodes, offsets, start } of blocks) nodes.forEach((node, at) => (node.x = start + (offsets[at] ?? 0)));
}

/** Orders each layer by the neighbours of its nodes, in sweeps down and up, so that few edges cross. */
function orderLayers(layers: readonly LayerNode[][]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const side = sweep % 2 === 0 ? 'above' : 'below';
    for (const layer of side === 'above' ? layers : layers.toReversed()) {
      layer.sort((a, b) => computeAverage(a[side], a.x) - computeAverage(b[side], b.x));
      layer.forEach((node, at) => (node.x = at - (layer.length - 1) / 2));
    }
  }
}

function layOutNodes(layers: readonly LayerNode[][]): void {
  for (const layer of layers) spread(layer, () => 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse())
      spread(layer, (node) => computeAverage([...node.above, ...node.below], node.x));
}

/**
 * Lays out a graph in layers: everything that a name imports is above it. The unit of `x` is the width of a box.
 * @returns the boxes, and the points of each edge, from the importing box to the imported box
 */
export function layOutLayers(graph: DependencyGraph) {
  const levels = assignLayers(graph);
  const layers: LayerNode[][] = Array.from({ length: Math.max(...levels.values()) + 1 }, () => []);
  const addNode = (layer: number, width: number): LayerNode => {
    const node = { layer, width, above: [], below: [], x: 0 };
    layers[layer]?.push(node);
    return node;
  };
  const boxes = new Map([...levels].map(([name, layer]) => [name, addNode(layer, BOX_WIDTH)]));
  const edges = [...graph].flatMap(([name, targets]) =>
    targets.flatMap((target) => {
      const from = boxes.get(name);
      const to = boxes.get(target);
      if (!from || !to) return [];
      const nodes = [from];
      for (let layer = from.layer - 1; layer > to.layer; layer--) nodes.push(addNode(layer, CROSSING_WIDTH));
      nodes.push(to);
      nodes.slice(1).forEach((node, at) => {
        nodes[at]?.above.push(node);
        if (nodes[at]) node.below.push(nodes[at]);
      });
      return [nodes];
    }),
  );
  orderLayers(layers);
  layOutNodes(layers);
  return { boxes, edges };
}
