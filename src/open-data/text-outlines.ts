import { getOutline, getUnitsPerEm } from '../input/font-outlines.ts';

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the visible characters of an escaped text. SVG shows several spaces as one, and none at the ends. */
function listCharacters(text: string): string[] {
  const plain = text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '').normalize('NFC');
  const hidden = /[\p{Cf}\p{Variation_Selector}]/gu;
  return [...plain.replace(hidden, '').replace(/ +/g, ' ').replace(/^ | $/g, '')];
}

/** Draws a line of text as outlines. The font has a width for each character and no pairs that move together. */
function outlineLine(kind: string, [x, y]: readonly [number, number], size: number, text: string, anchor: string) {
  const weight = kind.split(' ').includes('strong') ? 'bold' : 'regular';
  let width = 0;
  const paths = listCharacters(text).map((character) => {
    const { path, advance } = getOutline(weight, character);
    const drawn = path === '' ? '' : `<path transform="translate(${width})" d="${path}"/>`;
    width += advance;
    return drawn;
  });
  const scale = size / getUnitsPerEm(weight);
  const left = x - width * scale * (anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0);
  return `<g class="${kind}" transform="translate(${left} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

const TEXT =
  /<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)"(?: text-anchor="(\w+)")? font-size="([^"]*)">([^<]*)<\/text>/g;

/**
 * Replaces the texts of a picture (`drawText`) by their outlines in BIZ UDGothic, bold for the class `strong`. resvg takes
 * ten times as long, because it opens the file of the font for each character.
 */
export const outlineTexts = (svg: string): string =>
  svg.replace(TEXT, (_, kind: string, x: string, y: string, anchor: string | undefined, size: string, text: string) =>
    outlineLine(kind, [Number(x), Number(y)], Number(size), text, anchor ?? 'start'),
  );
