import type { BrandColours } from '../model/brand-colours.ts';
import { createPictureStyle } from './picture-style.ts';
import progressChart from './progress-chart.css?raw';
import { drawText, estimateTextWidth, formatCoordinate, truncateText, wrapText } from './svg-text.ts';

/* The picture that other sites show with a link to a page, at a third of its size: its texts are large and few. */

/** The size that the networks ask for, in pixels. */
const [WIDTH, HEIGHT] = [1200, 630];
const MARGIN = 72;
const INSIDE = WIDTH - MARGIN * 2;
/** The top of the title, and the end of the last block. */
const [TOP, BOTTOM] = [132, 540];
const LEADING = 1.35;
const TITLE_SIZES = [68, 60, 52, 46, 40] as const;
const LEAD_SIZE = 31;
const GAP = 26;

/** Returns a style sheet without the rules for some screens, which a drawing program may not understand. */
const omitConditions = (css: string) =>
  css.replace(/@[^{]+\{(?:[^{}]*\{[^}]*\})*\s*\}|[^{}]*:is\([^{}]*\{[^}]*\}/g, '');

const getStyle = createPictureStyle(
  `text{font-family:'BIZ UDGothic';fill:var(--ink)}.strong{font-weight:700}.plain{fill:var(--ink-2)}` +
    `g.strong{fill:var(--ink)}.site.site{fill:var(--brand)}.stripe,.bar,.squares rect{fill:var(--brand-2)}.rest{fill:var(--line-2)}` +
    `.shape path{fill:var(--brand-mid);stroke:var(--brand-2);stroke-width:1}.light-bar{fill:var(--brand-mid)}` +
    `.progress-chart text{font-size:16px}` +
    omitConditions(progressChart),
);

/** A part of the picture below the title. */
export interface PictureBlock {
  readonly height: number;
  /** Returns its SVG. No group may move its texts, because `renderPng` draws them separately. */
  readonly draw: (top: number) => string;
}

/** Returns the largest size up to `most` in which a text fits a width, and the text, cut if too long for `least`. */
function fitText(text: string, width: number, most: number, least: number) {
  const size = Math.min(most, Math.floor((most * width) / estimateTextWidth(text, most)));
  return size < least ? { size: least, text: truncateText(text, width, least) } : { size, text };
}

/** Draws figures side by side, each as large as its column allows. */
export function drawFigures(figures: readonly { readonly label: string; readonly value: string }[]): PictureBlock {
  const width = INSIDE / Math.max(figures.length, 3);
  const labels = figures.map(({ label }) => fitText(label, width - GAP, 26, 19));
  const labelSize = Math.min(...labels.map(({ size }) => size));
  const draw = (top: number) =>
    figures.map(({ value }, index) => {
      const x = MARGIN + index * width;
      const { size, text } = fitText(value, width - GAP, 76, 28);
      const label = drawText('plain', [x, top + 24], labelSize, labels[index]?.text ?? '');
      return label + drawText('strong', [x, top + 104], size, text);
    });
  return { height: 112, draw: (top) => draw(top).join('') };
}

/** Draws a chart from a page, such as the progress to a target, larger than there. The chart has to fill its frame. */
export function drawWideChart(chart: string): PictureBlock {
  const [scale, height] = [1.6, 40];
  const frame = `<svg width="${INSIDE / scale}" height="${height}">${chart}</svg>`;
  return {
    height: height * scale,
    draw: (top) => `<g transform="translate(${MARGIN} ${formatCoordinate(top)}) scale(${scale})">${frame}</g>`,
  };
}

/** A row of bars: its name, its value in words and as a share of the longest bar. */
type BarRow = Readonly<{ title: string; text: string; share: number }>;

/** Draws a bar for each row, on one scale from 0, below a line that says what they are. */
export function drawBars(caption: string, rows: readonly BarRow[]): PictureBlock {
  const [step, start] = [42, 44];
  const longest = Math.max(...rows.map(({ text }) => estimateTextWidth(text, 28)));
  const [left, right] = [MARGIN + 190, WIDTH - MARGIN - longest - GAP];
  const drawRow = ({ title, text, share }: BarRow, base: number) =>
    drawText('strong', [MARGIN, base], 28, truncateText(title, left - MARGIN - 10, 28)) +
    `<rect class="bar" x="${left}" y="${formatCoordinate(base - 24)}" width="${formatCoordinate((right - left) * share)}" height="28"/>` +
    drawText('strong', [WIDTH - MARGIN, base], 28, text, 'end');
  return {
    height: start + rows.length * step,
    draw: (top) =>
      drawText('plain', [MARGIN, top + 26], 26, truncateText(caption, INSIDE, 26)) +
      rows.map((row, index) => drawRow(row, top + start + index * step + 30)).join(''),
  };
}

/** Draws a square for each of a number of things, in lines. */
export function drawSquares(count: number): PictureBlock {
  const [size, step] = [22, 27];
  const across = Math.floor(INSIDE / step);
  const squares = Array.from({ length: count }, (_, index) => {
    const [x, y] = [MARGIN + (index % across) * step, Math.floor(index / across) * step];
    return `<rect x="${x}" y="${y}" width="${size}" height="${size}"/>`;
  });
  return {
    height: Math.ceil(count / across) * step,
    draw: (top) => `<g class="squares" transform="translate(0 ${formatCoordinate(top)})">${squares.join('')}</g>`,
  };
}

/** The logo of a site without its own logo: three bars that become higher. */
export const DEFAULT_LOGO = `<svg viewBox="0 0 30 30" width="30" height="30">${[17, 10, 1]
  .map(
    (y, at) =>
      `<rect class="${at === 0 ? 'light-bar' : 'bar'}" x="${1 + at * 10.5}" y="${y}" width="7" height="${29 - y}"/>`,
  )
  .join('')}</svg>`;

/** The texts and blocks of a picture. */
export interface LinkPictureContent {
  /** What the page is about: the city and the plan. */
  readonly eyebrow: string;
  readonly title: string;
  /** A sentence or two; cut if it is long. */
  readonly lead: string;
  readonly drawBlocks: () => readonly PictureBlock[];
  /** An outline on the right, as an SVG element with its own size. */
  readonly shape: string | null;
  readonly siteName: string;
  /** What is on the right of the last line, such as the state of the plan. */
  readonly state: string;
  /** The main colour of the site; absent if it is the usual one. */
  readonly brand: BrandColours | undefined;
}

/** Returns the largest size in which a title fits a height, and its lines; null if it does not fit. */
function fitTitle(title: string, width: number, height: number) {
  for (const size of TITLE_SIZES) {
    const lines = wrapText(title, width, size, Infinity, true);
    if (lines.length * size * LEADING <= height) return { size, lines };
  }
  return null;
}

/** Draws the picture of a page for links from other sites, as SVG. */
export function createLinkPicture(content: LinkPictureContent): string {
  const { eyebrow, title, lead, drawBlocks, shape, siteName, state, brand } = content;
  const blocks = drawBlocks();
  const width = shape === null ? INSIDE : INSIDE - 330;
  const below = blocks.reduce((sum, { height }) => sum + height + GAP, 0);
  const leadHeight = lead === '' ? 0 : LEAD_SIZE * LEADING * 2 + GAP;
  const room = BOTTOM - TOP - below;
  const smallest = TITLE_SIZES.at(-1) ?? LEAD_SIZE;
  // A long title is more important than the sentence below it.
  const heading = fitTitle(title, width, room - leadHeight) ??
    fitTitle(title, width, room) ?? {
      size: smallest,
      lines: wrapText(title, width, smallest, Math.max(1, Math.floor(room / (smallest * LEADING)))),
    };
  const titleEnd = TOP + heading.lines.length * heading.size * LEADING;
  const most = Math.floor((BOTTOM - below - titleEnd) / (LEAD_SIZE * LEADING));
  const leadLines = wrapText(lead, width, LEAD_SIZE, Math.min(most, 4));
  let top = BOTTOM - below + GAP;
  const drawn = blocks.map(({ height, draw }) => {
    const block = draw(top);
    top += height + GAP;
    return block;
  });
  const drawLines = (classes: string, lines: readonly string[], size: number, start: number) =>
    lines.map((line, index) => drawText(classes, [MARGIN, start + size + index * size * LEADING], size, line)).join('');
  const shapeFrame = ` x="${WIDTH - MARGIN - 300}" y="${TOP - 20}" width="300" height="300"`;
  const outline = shape?.replace(/ width="\d+" height="\d+"/, shapeFrame) ?? '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">` +
    `<style>${getStyle(brand)}</style><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>` +
    `<rect class="stripe" width="${WIDTH}" height="20"/>` +
    drawText('plain', [MARGIN, 100], 30, truncateText(eyebrow, INSIDE, 30)) +
    drawLines('strong', heading.lines, heading.size, TOP) +
    drawLines('plain', leadLines, LEAD_SIZE, titleEnd + 14) +
    drawn.join('') +
    outline +
    drawText('strong site', [MARGIN, 594], 30, siteName) +
    drawText('plain', [WIDTH - MARGIN, 594], 26, state, 'end') +
    '</svg>'
  );
}
