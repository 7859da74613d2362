import { mean } from 'd3';
import type { SourceFileFacts } from './source-files.ts';

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

/** The file that contains the picture. */
export const PICTURE_PATH = 'docs/images/structure.svg';

/** The groups of folders, each with its own colour, from the folders that import nothing to the commands. */
const GROUPS = ['foundations', 'data', 'outputs', 'pages', 'commands'] as const;

/** The group of each folder and its job in one line of at most 36 characters. */
const FOLDERS: Readonly<Record<string, readonly [group: (typeof GROUPS)[number], job: string]>> = {
  model: ['foundations', 'what a plan and a municipality are'],
  diagnostics: ['foundations', 'what can be wrong, and the messages'],
  notation: ['foundations', 'Japanese numbers, units and periods'],
  input: ['foundations', 'bytes to rows and texts'],
  tables: ['foundations', 'one file for each source table'],
  progress: ['data', 'rates indicators'],
  validation: ['data', 'rows to checked records'],
  'site-data': ['data', 'all records of a site, and its URLs'],
  authoring: ['commands', 'adds plans and results to files'],
  charts: ['outputs', 'records to SVG charts'],
  maps: ['outputs', 'outlines to SVG maps'],
  readability: ['outputs', 'the thirty official rules'],
  'open-data': ['outputs', 'published tables, API, feed'],
  search: ['outputs', 'builds and queries the search index'],
  components: ['pages', 'parts of pages, with their scripts'],
  layouts: ['pages', 'the frame of every page'],
  pages: ['pages', 'the routes of the site'],
  styles: ['pages', 'colours, type, layout, print'],
  cli: ['commands', 'start, build, check, new, import …'],
  tools: ['commands', 'for developers only'],
  'examples/design': ['pages', 'every component with hard cases'],
};

const SIZE = { box: 244, gap: 24, height: 48, step: 90, margin: 20, top: 84 } as const;

/** Returns the folder in which a file is drawn; undefined for the files that Astro requires at the top of `src/`. */
function findFolder(path: string): string | undefined {
  if (path.startsWith('examples/design/')) return 'examples/design';
  const [top, folder, ...rest] = path.split('/');
  return top === 'tools' ? top : top === 'src' && rest.length > 0 ? folder : undefined;
}

/** Returns, for each folder, the folders that its files import. */
function collectFolders(files: readonly SourceFileFacts[]): Map<string, string[]> {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const folder = findFolder(path);
    if (folder === undefined) continue;
    const targets = graph.getOrInsertComputed(folder, () => new Set());
    for (const target of imports.map(findFolder)) if (target !== undefined && target !== folder) targets.add(target);
  }
  return new Map([...graph].sort().map(([folder, targets]) => [folder, [...targets].sort()]));
}

const STYLE = `
text{font-family:system-ui,-apple-system,"Segoe UI",sans-serif;font-size:13px;fill:#454545}
.name{font-size:15px;font-weight:700;fill:#1a1a1a}
.paper{fill:#fff}
.box{fill:#f7f7f7;stroke-width:1.5}
.foundations{stroke:#0055ad}.data{stroke:#197a4b}.outputs{stroke:#8b5a00}.pages{stroke:#8b2b8b}.commands{stroke:#666}
.edge{fill:none;stroke:#949494;stroke-width:1.5}
.tip{fill:#767676}
@media (prefers-color-scheme:dark){
text{fill:#cfcfcf}.name{fill:#f2f2f2}.paper{fill:#161917}.box{fill:#1f2421}
.foundations{stroke:#7db5ff}.data{stroke:#71c598}.outputs{stroke:#ffc75f}.pages{stroke:#f0a6f0}.commands{stroke:#b3b3b3}
.edge{stroke:#7f7f7f}.tip{fill:#a0a0a0}
}`.trim();

const round = (value: number) => String(Math.round(value));

/** Draws the folders as boxes in layers; an arrow leads from a folder up to a folder that it imports. */
export function drawStructure(files: readonly SourceFileFacts[]): string {
  const { boxes, edges } = layOutLayers(removeTransitiveEdges(collectFolders(files)));
  const unit = SIZE.box + SIZE.gap;
  const left = Math.min(...[...edges.flat(), ...boxes.values()].map(({ x }) => x));
  const right = Math.max(...[...boxes.values()].map(({ x }) => x));
  const layers = Math.max(...[...boxes.values()].map(({ layer }) => layer)) + 1;
  const width = (right - left) * unit + SIZE.box + 2 * SIZE.margin;
  const height = SIZE.top + (layers - 1) * SIZE.step + SIZE.height + SIZE.margin;
  const toX = ({ x }: LayoutPoint) => (x - left) * unit + SIZE.box / 2 + SIZE.margin;
  const toY = ({ layer }: LayoutPoint) => SIZE.top + layer * SIZE.step;

  const drawEdge = (points: readonly LayoutPoint[]) => {
    // An edge leaves a box at its upper side, passes the middle of the layers between, and ends at a lower side.
    const path = points.flatMap((point, at) => {
      const next = points[at + 1];
      if (!next) return [];
      const start = toY(point);
      const end = toY(next) + SIZE.height + (at === points.length - 2 ? 7 : 0);
      const middle = (start + end) / 2;
      const curve = `C${round(toX(point))} ${round(middle)} ${round(toX(next))} ${round(middle)} ${round(toX(next))} ${round(end)}`;
      return at === points.length - 2 ? [curve] : [curve, `V${round(toY(next))}`];
    });
    const [first] = points;
    return first
      ? `<path class="edge" d="M${round(toX(first))} ${round(toY(first))}${path.join('')}" marker-end="url(#tip)"/>`
      : '';
  };
  const drawBox = ([folder, point]: readonly [string, LayoutPoint]) => {
    const facts = FOLDERS[folder];
    if (!facts) throw new Error(`tools/draw-structure.ts: FOLDERS lacks ${folder}`);
    const [group, job] = facts;
    const [x, y] = [toX(point), toY(point)];
    return (
      `<rect class="box ${group}" x="${round(x - SIZE.box / 2)}" y="${round(y)}" width="${SIZE.box}" height="${SIZE.height}" rx="8"/>` +
      `<text class="name" x="${round(x)}" y="${round(y + 20)}" text-anchor="middle">${folder}/</text>` +
      `<text x="${round(x)}" y="${round(y + 38)}" text-anchor="middle">${job}</text>`
    );
  };

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-labelledby="title">`,
    '<title id="title">The folders of src/, tools/ and examples/design/, and which of them import which</title>',
    `<style>${STYLE}</style>`,
    '<marker id="tip" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker>',
    '<rect class="paper" width="100%" height="100%" rx="8"/>',
    `<text x="${SIZE.margin}" y="30">An arrow points to a folder that is imported. Arrows that follow from others are left out.</text>`,
    ...GROUPS.map(
      (group, at) =>
        `<rect class="box ${group}" x="${SIZE.margin + at * 130}" y="46" width="16" height="16" rx="4"/>` +
        `<text x="${SIZE.margin + 24 + at * 130}" y="59">${group}</text>`,
    ),
    ...edges.map(drawEdge),
    ...[...boxes].map(drawBox),
    '</svg>\n',
  ].join('\n');
}
