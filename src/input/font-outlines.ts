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
export type FontWeight = keyof typeof fontFiles;

/** A character: its outline as the data of an SVG path and the place of the next one, both in units of the font. */
interface CharacterOutline {
  readonly path: string;
  readonly advance: number;
}

/** A font, and the outlines of the characters that have been drawn. */
interface OutlineFont {
  readonly font: Font;
  readonly outlines: Map<string, CharacterOutline>;
}

const fonts: Partial<Record<FontWeight, OutlineFont>> = {};

/** Opens a font at its first use: a site without pictures for links needs none. */
function getFont(weight: FontWeight): OutlineFont {
  const font = fonts[weight]?.font ?? create(readFileSync(fontFiles[weight]));
  if ('isCollection' in font && font.isCollection) throw new Error(`${fontFiles[weight]} contains several fonts`);
  return (fonts[weight] ??= { font, outlines: new Map() });
}

/** Returns the outline of a character, which is read once. */
export function getOutline(weight: FontWeight, character: string): CharacterOutline {
  const { font, outlines } = getFont(weight);
  const known = outlines.get(character);
  if (known) return known;
  const [glyph] = font.glyphsForString(character);
  const outline = { path: glyph?.path.toSVG() ?? '', advance: glyph?.advanceWidth ?? 0 };
  outlines.set(character, outline);
  return outline;
}

/** Returns how many units of the font are one font size (1 em). */
export const getUnitsPerEm = (weight: FontWeight): number => getFont(weight).font.unitsPerEm;
