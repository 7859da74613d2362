/** Escapes text for SVG, between tags or in a quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Formats a length or coordinate, to a tenth of a pixel. */
export const formatCoordinate = (value: number) => String(Math.round(value * 10) / 10);

/** Formats a percentage of the width or height of a picture. */
export const formatShare = (share: number) => `${Math.round(share * 100) / 100}%`;

/** An SVG picture: its CSS classes, its size in pixels and its description for screen readers. */
interface SvgFrame {
  readonly classes: string;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  /** `group` for a picture that contains links. */
  readonly role?: 'img' | 'group';
}

/** The content of a picture with a description is hidden: some screen readers would say all numbers of its axes. */
export const [HIDDEN, HIDDEN_END] = ['<g aria-hidden="true">', '</g>'];

/** Returns an SVG element. Its content is SVG too. */
export function createSvg({ classes, width, height, label, role = 'img' }: SvgFrame, content: string): string {
  const [start, end] = role === 'img' ? [HIDDEN, HIDDEN_END] : ['', ''];
  return `<svg class="${classes}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${role}" aria-label="${escapeXml(label)}">${start}${content}${end}</svg>`;
}

/** Returns an SVG text element of one line; `y` is the coordinate of its baseline. */
export function drawText(
  classes: string,
  [x, y]: readonly [x: number, y: number],
  font: number,
  text: string,
  anchor?: 'end',
): string {
  const alignment = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text class="${classes}" x="${formatCoordinate(x)}" y="${formatCoordinate(y)}"${alignment} font-size="${font}">${escapeXml(text)}</text>`;
}

/** Returns the width of a character, in font sizes: kana, kanji and full-width signs are square, most others half. */
function getCharacterWidth(character: string): number {
  if (/[%@&MW]/.test(character)) return 0.95;
  return /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 0.55 : 1;
}

/** Estimates the width of a text, in pixels. */
export const estimateTextWidth = (text: string, font: number): number =>
  [...text].reduce((sum, character) => sum + getCharacterWidth(character), 0) * font;

/** What pictures and their tables say instead of a missing value. */
export const MISSING_VALUE = '値なし';

/** True for a table that is wider than a printed sheet of A4: the texts of each column, in small print (print.css). */
export const exceedsSheet = (columns: readonly (readonly string[])[]): boolean =>
  columns.reduce((sum, texts) => sum + Math.max(0, ...texts.map((text) => estimateTextWidth(text, 10))) + 5, 50) > 670;

/** Returns a number if it fits into a width in letters, else no text: part of a number would be another number. */
export const fitLabel = (text: string, room: string): string => (estimateTextWidth(text, 1) > Number(room) ? '' : text);

/** Cuts a text to a width, ending in …; empty if not even two characters fit. */
export function truncateText(text: string, width: number, font: number): string {
  if (estimateTextWidth(text, font) <= width) return text;
  let room = width / font - 1;
  const characters = [...text];
  const count = characters.findIndex((character) => (room -= getCharacterWidth(character)) < 0);
  return count < 2 ? '' : `${characters.slice(0, count).join('')}…`;
}

/** Marks, long vowels and small kana may not begin a line, and some marks may not end one (JIS X 4051). */
const [NO_START, NO_END] = [/[、。・）」』ー～〜々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/, /[（「『]/];

/** Two characters of a number: part of it would be another number. */
const IN_NUMBER = /\d[\d.,%]|[.,]\d/;

/** Divides a text into words. Creates the segmenter only now: Firefox before 125, which also loads this file, has none. */
const segmentWords = (text: string) => new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);

/**
 * Breaks a text into at most `most` lines that fit a width; the last one is cut if the text is longer.
 * @param keepsWords true to break only between words, as large titles need it
 */
export function wrapText(text: string, width: number, font: number, most: number, keepsWords = false): string[] {
  const starts = keepsWords ? new Set(Array.from(segmentWords(text), ({ index }) => index)) : null;
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && lines.length < most) {
    if (lines.length === most - 1) {
      lines.push(truncateText(rest.join(''), width, font));
      break;
    }
    let room = width / font;
    const count = rest.findIndex((character) => (room -= getCharacterWidth(character)) < 0);
    const full = count < 0 ? rest.length : Math.max(count, 1);
    let length = full;
    const isInWord = () => starts !== null && !starts.has(text.length - rest.slice(length).join('').length);
    const breaksRule = () => {
      const [before = '', after = ''] = rest.slice(length - 1, length + 1);
      return NO_START.test(after) || NO_END.test(before) || IN_NUMBER.test(before + after) || isInWord();
    };
    while (length > 0 && length < rest.length && breaksRule()) length -= 1;
    // No earlier break may be allowed.
    if (length === 0) length = full;
    lines.push(rest.slice(0, length).join(''));
    rest = rest.slice(length);
  }
  return lines.filter((line) => line !== '');
}
