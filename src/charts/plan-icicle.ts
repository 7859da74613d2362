import { hierarchy, partition } from 'd3';
import { escapeXml, wrapText } from './svg-text.ts';

/** One part of a plan in the picture. */
export interface IciclePart {
  readonly title: string;
  /** The number that the plan prints; may be empty. */
  readonly number: string;
  /** Its page; parts without one are drawn as blocks that are only counted. */
  readonly url: string | null;
  readonly children: readonly IciclePart[];
}

const WIDTH = 760;
const ROW = 19;
const FONT = 13;
/** How wide the blocks of the actions are. */
const BLOCKS = 64;
const PAD = 6;
const LEADING = 1.35;
/** From the top of a line to where its letters stand, in letters: the space of the line lies above and below alike. */
const BASELINE = 1.05;

const leavesOf = (part: IciclePart): number =>
  part.children.length === 0 ? 1 : part.children.reduce((sum, child) => sum + leavesOf(child), 0);

/** Depth of the parts that have pages: how many columns the picture needs. */
const depthOf = (part: IciclePart): number =>
  part.url === null ? 0 : 1 + Math.max(0, ...part.children.map((child) => depthOf(child)));

/**
 * A plan from left to right: policies, what stands below them, and on the right a block for each action. The higher a
 * part, the more actions it has. Every labelled part is a link to its page.
 */
export function drawPlanIcicle(parts: readonly IciclePart[], title: string): string {
  const root: IciclePart = { title, number: '', url: null, children: parts };
  const columns = Math.max(1, ...parts.map(depthOf));
  const height = leavesOf(root) * ROW;
  const columnWidth = (WIDTH - BLOCKS) / columns;
  // The root is the picture itself: it takes no column.
  const tree = partition<IciclePart>().size([height, 1])(
    hierarchy(root, ({ children }) => [...children]).sum(({ children }) => (children.length === 0 ? 1 : 0)),
  );
  const drawn = tree.descendants().flatMap(({ data, depth, x0, x1 }) => {
    if (depth === 0) return [];
    const [y, tall] = [x0 + 1, x1 - x0 - 2];
    if (data.url === null)
      return [
        `<rect class="block" x="${WIDTH - BLOCKS + 4}" y="${y}" width="${BLOCKS - 4}" height="${tall}"/>`,
      ];
    const x = (depth - 1) * columnWidth;
    const label = `${data.number} ${data.title}`.trim();
    const shown = wrapText(
      label,
      columnWidth - PAD * 2 - 2,
      FONT,
      Math.max(1, Math.floor(tall / (FONT * LEADING))),
    );
    // As far from the upper edge as from the left one, where the part is high enough.
    const top = y + Math.min(PAD, (tall - shown.length * FONT * LEADING) / 2);
    const text = shown.map(
      (line, at) =>
        `<text x="${x + PAD}" y="${(top + FONT * BASELINE + at * FONT * LEADING).toFixed(1)}" font-size="${FONT}">${escapeXml(line)}</text>`,
    );
    return [
      `<a href="${escapeXml(data.url)}"><title>${escapeXml(label)}</title><rect class="part depth-${depth}" x="${x}" y="${y}" width="${columnWidth - 2}" height="${tall}"/>${text.join('')}</a>`,
    ];
  });
  return `<svg class="icicle" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-label="${escapeXml(title)}">${drawn.join('')}</svg>`;
}
