import type { BrandColours } from '../model/brand-colours.ts';
import { getPictureStyle } from './picture-style.ts';
import { escapeXml, wrapText } from './svg-text.ts';

/** The text around a downloaded chart, which makes it understandable outside the site. */
export interface PictureText {
  readonly title: string;
  /** The city and the plan. */
  readonly owner: string;
  /** Description for screen readers. */
  readonly description: string;
  /** Explanation of the markers, one line each. */
  readonly notes: readonly string[];
  /** Source, licence, site and version, one line each. */
  readonly foot: readonly string[];
  /** The main colour of the site; absent if it is the usual one. */
  readonly brand: BrandColours | undefined;
}

const MARGIN = 24;
/** The font sizes of the title, of the lines around the chart, and of the foot. */
const HEAD = 20;
const PLAIN = 14;
const FOOT = 12;
/** Line height, in font sizes. */
const LEADING = 1.5;
/** More lines than any title has, so no text is cut. */
const MAX_LINES = 12;

/** The chart of a page: its classes, its size and its content. */
const CHART = /^<svg class="([^"]*)" viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)<\/svg>$/s;

/** Draws lines of text below a height. Also returns the height at which they end. */
function drawBlock(texts: readonly string[], kind: string, size: number, top: number, width: number) {
  const rows = texts.flatMap((text) => wrapText(text, width, size, MAX_LINES));
  const svg = rows.map(
    (row, index) =>
      `<text class="${kind}" x="${MARGIN}" y="${top + size + index * size * LEADING}" font-size="${size}">${escapeXml(row)}</text>`,
  );
  return { svg: svg.join(''), bottom: top + rows.length * size * LEADING };
}

/**
 * Turns the chart of a page into a picture for download: on white, with its colours, title, source and licence. It loads
 * nothing from a server, and the links of the chart are removed because they lead to parts of its page.
 * @param chart the SVG of the page
 */
export function createChartPicture(
  chart: string,
  { title, owner, description, notes, foot, brand }: PictureText,
): string {
  const [, kind = '', across, down, inside = ''] = CHART.exec(chart) ?? [];
  if (across === undefined || down === undefined) throw new Error('a chart without a size');
  const chartWidth = Number(across);
  const width = chartWidth + MARGIN * 2;
  const head = drawBlock([title], 'head', HEAD, MARGIN - 4, chartWidth);
  const subhead = drawBlock([owner], 'owner', PLAIN, head.bottom, chartWidth);
  const top = subhead.bottom + 12;
  const legend = drawBlock(notes, 'note', PLAIN, top + Number(down) + 8, chartWidth);
  const rule = legend.bottom + 8;
  const footer = drawBlock(foot, 'foot', FOOT, rule + 8, chartWidth);
  const height = Math.ceil(footer.bottom + MARGIN - 8);
  const content = inside.replace(/<a [^>]*>/g, '<g>').replaceAll('</a>', '</g>');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="ja" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(title)}（${escapeXml(owner)}）</title><desc id="desc">${escapeXml(description)}</desc>` +
    `<style>${getPictureStyle(brand)}</style><rect width="${width}" height="${height}" fill="#fff"/>` +
    head.svg +
    subhead.svg +
    `<g class="${kind}" transform="translate(${MARGIN} ${top})">${content}</g>` +
    legend.svg +
    `<line class="rule" x1="${MARGIN}" x2="${width - MARGIN}" y1="${rule}" y2="${rule}"/>` +
    footer.svg +
    '</svg>\n'
  );
}
