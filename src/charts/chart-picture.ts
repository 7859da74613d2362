import { PICTURE_STYLE } from './picture-style.ts';
import { escapeXml, wrapText } from './svg-text.ts';

/** What is written around a chart, so that it can be understood where it is taken to. */
export interface PictureText {
  readonly title: string;
  /** Whose figures they are: the city and the plan. */
  readonly owner: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  /** How to read its signs, a line each. */
  readonly notes: readonly string[];
  /** Source, licence, site and version: a line each, broken where it is too long. */
  readonly foot: readonly string[];
}

const MARGIN = 24;
const HEAD = 20;
const PLAIN = 14;
const FOOT = 12;
/** The distance between two lines, in the size of their letters. */
const LEADING = 1.5;
/** No text is cut: a title of this many lines is longer than any. */
const MOST = 12;

/** A chart as it stands on a page: its classes, its size, and what is in it. */
const CHART = /^<svg class="([^"]*)" viewBox="0 0 (\d+) (\d+)"[^>]*>(.*)<\/svg>$/s;

/** Lines of text from a height downwards, and the height below them. */
function block(texts: readonly string[], kind: string, size: number, top: number, width: number) {
  const rows = texts.flatMap((text) => wrapText(text, width, size, MOST));
  const svg = rows.map(
    (row, at) =>
      `<text class="${kind}" x="${MARGIN}" y="${top + size + at * size * LEADING}" font-size="${size}">${escapeXml(row)}</text>`,
  );
  return { svg: svg.join(''), bottom: top + rows.length * size * LEADING };
}

/**
 * A chart of the site as a picture that stands alone: on white, with its colours, title, source and licence inside,
 * and nothing that is asked of any server. Links of the chart are left out, as they lead to places on its page.
 * @param chart the chart as it stands on a page
 */
export function createChartPicture(
  chart: string,
  { title, owner, description, notes, foot }: PictureText,
): string {
  const [, kind = '', across, down, inside = ''] = CHART.exec(chart) ?? [];
  if (across === undefined || down === undefined) throw new Error('a chart without a size of its own');
  const room = Number(across);
  const width = room + MARGIN * 2;
  const head = block([title], 'head', HEAD, MARGIN - 4, room);
  const under = block([owner], 'owner', PLAIN, head.bottom, room);
  const top = under.bottom + 12;
  const reading = block(notes, 'note', PLAIN, top + Number(down) + 8, room);
  const rule = reading.bottom + 8;
  const end = block(foot, 'foot', FOOT, rule + 8, room);
  const height = Math.ceil(end.bottom + MARGIN - 8);
  const drawn = inside.replace(/<a href="[^"]*">/g, '<g>').replaceAll('</a>', '</g>');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="ja" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escapeXml(title)}（${escapeXml(owner)}）</title><desc id="desc">${escapeXml(description)}</desc>` +
    `<style>${PICTURE_STYLE}</style><rect width="${width}" height="${height}" fill="#fff"/>` +
    head.svg +
    under.svg +
    `<g class="${kind}" transform="translate(${MARGIN} ${top})">${drawn}</g>` +
    reading.svg +
    `<line class="rule" x1="${MARGIN}" x2="${width - MARGIN}" y1="${rule}" y2="${rule}"/>` +
    end.svg +
    '</svg>\n'
  );
}
