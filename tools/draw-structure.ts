import { layOutLayers, removeTransitiveEdges, type LayoutPoint } from './layer-layout.ts';
import type { SourceFileFacts } from './source-files.ts';

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
