import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@expo-google-fonts/biz-udgothic';

/** The files of the font of pictures, by weight. */
export const fontFiles = {
  regular: resolve(`${FONTS}/400Regular/BIZUDGothic_400Regular.ttf`),
  bold: resolve(`${FONTS}/700Bold/BIZUDGothic_700Bold.ttf`),
} as const;
type FontWeight = keyof typeof fontFiles;

/** A font, and the outlines of the characters that have been drawn, in units of the font. */
interface OutlineFont {
  readonly font: Font;
  readonly outlines: Map<string, { readonly path: string; readonly advance: number }>;
}

const fonts: Partial<Record<FontWeight, OutlineFont>> = {};

/** Opens a font at its first use: a site without pictures for links needs none. */
function getFont(weight: FontWeight): OutlineFont {
  const font = fonts[weight]?.font ?? create(readFileSync(fontFiles[weight]));
  if ('isCollection' in font && font.isCollection) throw new Error(`${fontFiles[weight]} contains several fonts`);
  return (fonts[weight] ??= { font, outlines: new Map() });
}

function getOutline({ font, outlines }: OutlineFont, character: string) {
  const known = outlines.get(character);
  if (known) return known;
  const [glyph] = font.glyphsForString(character);
  const outline = { path: glyph?.path.toSVG() ?? '', advance: glyph?.advanceWidth ?? 0 };
  outlines.set(character, outline);
  return outline;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the visible characters of an escaped text. SVG shows several spaces as one, and none at the ends. */
function listCharacters(text: string): string[] {
  const plain = text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '').normalize('NFC');
  const hidden = /[\p{Cf}\p{Variation_Selector}]/gu;
  return [...plain.replace(hidden, '').replace(/ +/g, ' ').replace(/^ | $/g, '')];
}

/** Draws a line of text as outlines. The font has a width for each character and no pairs that move together. */
function outlineLine(kind: string, [x, y]: readonly [number, number], size: number, text: string, anchor: string) {
  const outlineFont = getFont(kind.split(' ').includes('strong') ? 'bold' : 'regular');
  let width = 0;
  const paths = listCharacters(text).map((character) => {
    const { path, advance } = getOutline(outlineFont, character);
    const drawn = path === '' ? '' : `<path transform="translate(${width})" d="${path}"/>`;
    width += advance;
    return drawn;
  });
  const scale = size / outlineFont.font.unitsPerEm;
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
