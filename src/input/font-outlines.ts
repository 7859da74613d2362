import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import { memoizeByValue } from '../model/collections.ts';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@expo-google-fonts/biz-udgothic';

/** The files of the font of pictures, by weight. */
export const fontFiles = {
  regular: resolve(`${FONTS}/400Regular/BIZUDGothic_400Regular.ttf`),
  bold: resolve(`${FONTS}/700Bold/BIZUDGothic_700Bold.ttf`),
} as const;
export type FontWeight = keyof typeof fontFiles;

/** A character: its outline as the data of an SVG path and the distance to the next one, both in units of the font. */
type CharacterOutline = Readonly<{ path: string; advance: number }>;

/** Opens a font at its first use: a site without pictures for links needs none. */
const getFont = memoizeByValue((weight: FontWeight) => {
  const font = create(readFileSync(fontFiles[weight]));
  if (font.isCollection) throw new Error(`${fontFiles[weight]} contains several fonts`);
  return font;
});

const getReader = memoizeByValue((weight: FontWeight) =>
  memoizeByValue((character: string): CharacterOutline => {
    const [glyph] = getFont(weight).glyphsForString(character);
    return { path: glyph?.path.toSVG() ?? '', advance: glyph?.advanceWidth ?? 0 };
  }),
);

/** Returns the outline of a character, which is read once. */
export const getOutline = (weight: FontWeight, character: string): CharacterOutline => getReader(weight)(character);

/** Returns how many units of the font are one font size (1 em). */
export const getUnitsPerEm = (weight: FontWeight): number => getFont(weight).unitsPerEm;
