import { hierarchy, partition } from 'd3';
import { createSvg, escapeXml, wrapText } from './svg-text.ts';

/** One part of a plan in the chart. */
export interface IciclePart {
  readonly title: string;
  /** The number that the plan prints; may be empty. */
  readonly number: string;
  /** Its page; a part without one is a block without a label. */
  readonly url: string | null;
  readonly children: readonly IciclePart[];
}

const WIDTH = 760;
const ROW = 19;
const FONT = 13;
/** Width of the column of blocks. */
const BLOCKS = 64;
const PAD = 6;
const LEADING = 1.35;
/** Distance from the top of a line to its baseline, in font sizes. */
const BASELINE = 1.05;

/**
 * Draws a plan from left to right: policies, their parts, and on the right a block for each action. The height of a part
 * is proportional to its actions. Every labelled part links to its page.
 */
export function drawPlanIcicle(parts: readonly IciclePart[], title: string): string {
  const root: IciclePart = { title, number: '', url: null, children: parts };
  const leaves = hierarchy(root, ({ children }) => [...children]).count();
  const height = (leaves.value ?? 1) * ROW;
  // The root is the chart itself and has no column.
  const tree = partition<IciclePart>().size([height, 1])(leaves);
  const depths = tree.descendants().map(({ data, depth }) => (data.url === null ? 1 : depth));
  const columnWidth = (WIDTH - BLOCKS) / Math.max(...depths);
  const elements = tree.descendants().flatMap(({ data, depth, x0, x1 }) => {
    if (depth === 0) return [];
    const [y, tall] = [x0 + 1, x1 - x0 - 2];
    if (data.url === null)
      return [`<rect class="block" x="${WIDTH - BLOCKS + 4}" y="${y}" width="${BLOCKS - 4}" height="${tall}"/>`];
    const x = (depth - 1) * columnWidth;
    const label = `${data.number} ${data.title}`.trim();
    const lines = wrapText(label, columnWidth - PAD * 2 - 2, FONT, Math.max(1, Math.floor(tall / (FONT * LEADING))));
    // The text is as far from the upper edge as from the left one, if the part is high enough.
    const top = y + Math.min(PAD, (tall - lines.length * FONT * LEADING) / 2);
    const text = lines.map(
      (line, index) =>
        `<text x="${x + PAD}" y="${(top + FONT * BASELINE + index * FONT * LEADING).toFixed(1)}" font-size="${FONT}">${escapeXml(line)}</text>`,
    );
    return [
      `<a href="${escapeXml(data.url)}"><title>${escapeXml(label)}</title><rect class="part depth-${depth}" x="${x}" y="${y}" width="${columnWidth - 2}" height="${tall}"/>${text.join('')}</a>`,
    ];
  });
  return createSvg({ kind: 'icicle', width: WIDTH, height, label: title, role: 'group' }, elements.join(''));
}
