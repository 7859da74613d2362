import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';

const FONTS = '@expo-google-fonts/biz-udgothic';

/** A font, and the outlines of its characters that have been drawn, in units of the font. */
interface OutlineFont {
  readonly font: Font;
  readonly glyphs: Map<string, { readonly path: string; readonly advance: number }>;
}

function openFont(file: string): OutlineFont {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(`${FONTS}/${file}`)));
  if ('isCollection' in font && font.isCollection) throw new Error(`${file} contains several fonts`);
  return { font, glyphs: new Map() };
}

/** Returns a function that opens a font at its first use. */
const createOpener = (file: string) => {
  let opened: OutlineFont | undefined;
  return () => (opened ??= openFont(file));
};
const getRegular = createOpener('400Regular/BIZUDGothic_400Regular.ttf');
const getBold = createOpener('700Bold/BIZUDGothic_700Bold.ttf');

function getGlyph({ font, glyphs }: OutlineFont, character: string) {
  const known = glyphs.get(character);
  if (known) return known;
  const [glyph] = font.glyphsForString(character);
  const added = { path: glyph?.path.toSVG() ?? '', advance: glyph?.advanceWidth ?? 0 };
  glyphs.set(character, added);
  return added;
}

/** Draws a line of text as outlines. The font has a width for each character and no pairs that move together. */
function outlineLine(kind: string, [x, y]: readonly [number, number], size: number, text: string, anchor: string) {
  const outlineFont = kind.split(' ').includes('strong') ? getBold() : getRegular();
  let width = 0;
  const paths = [...text].map((character) => {
    const { path, advance } = getGlyph(outlineFont, character);
    const drawn = path === '' ? '' : `<path transform="translate(${width})" d="${path}"/>`;
    width += advance;
    return drawn;
  });
  const scale = size / outlineFont.font.unitsPerEm;
  const left = x - width * scale * (anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0);
  return `<g class="${kind}" transform="translate(${left} ${y}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

const TEXT =
  /<text class="([^"]*)" x="([^"]*)" y="([^"]*)"(?: text-anchor="(\w+)")? font-size="([^"]*)">([^<]*)<\/text>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * Replaces the texts of a picture (`drawText`) by their outlines in BIZ UDGothic, bold for the class `strong`. A drawing
 * program takes ten times as long if it looks up each character in the files of the font.
 */
export const outlineTexts = (svg: string): string =>
  svg.replace(TEXT, (_, kind: string, x: string, y: string, anchor: string | undefined, size: string, text: string) =>
    outlineLine(
      kind,
      [Number(x), Number(y)],
      Number(size),
      text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? ''),
      anchor ?? 'start',
    ),
  );
