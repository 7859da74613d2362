import { createRequire } from 'node:module';
import { BOLD_CLASSES } from '../charts/svg-text.ts';
import { readPackageFile } from '../input/site-folder.ts';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@expo-google-fonts/biz-udgothic';

/** The font of the project, by weight. */
export const fontFiles = {
  normal: resolve(`${FONTS}/400Regular/BIZUDGothic_400Regular.ttf`),
  bold: resolve(`${FONTS}/700Bold/BIZUDGothic_700Bold.ttf`),
} as const;
type FontWeight = keyof typeof fontFiles;

/** A glyph: its outline as the data of an SVG path, and how far the next glyph is, in units of the font. */
interface Glyph {
  readonly path: string;
  readonly advance: number;
}

interface OutlineFont {
  /** The units of a font size. */
  readonly unitsPerEm: number;
  readonly findGlyph: (character: string) => Glyph;
}

/** The bits of a point's flags (OpenType 1.9, `glyf`). */
const [ON_CURVE, SHORT_X, SHORT_Y, REPEATED, SAME_X, SAME_Y] = [1, 2, 4, 8, 16, 32];

/** A point of a contour, with y downwards as in SVG. */
interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

const findMiddle = (a: ContourPoint, b: ContourPoint) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true });

/** Returns a contour as the data of a path. Between two control points is a point in their middle. */
function formatContour(points: readonly ContourPoint[]): string {
  const whole = points.flatMap((point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    return point.isOn || next.isOn ? [point] : [point, findMiddle(point, next)];
  });
  const first = whole.findIndex(({ isOn }) => isOn);
  const [start, ...others] = [...whole.slice(first), ...whole.slice(0, first)];
  if (!start) return '';
  const commands = [...others, start].map(({ x, y, isOn }, at, all) => {
    if (!isOn) return `Q${x} ${y} `;
    return all[at - 1]?.isOn === false ? `${x} ${y}` : `L${x} ${y}`;
  });
  return `M${start.x} ${start.y}${commands.join('')}Z`;
}

/** Returns the outline of a glyph without components, which starts at an offset in the file. */
function readOutline(font: Buffer, offset: number): string {
  const contours = font.readInt16BE(offset);
  const ends = Array.from({ length: contours }, (_, at) => font.readUInt16BE(offset + 10 + at * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = offset + 10 + contours * 2;
  at += 2 + font.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = font.readUInt8(at++);
    flags.push(flag);
    if (flag & REPEATED) flags.push(...Array<number>(font.readUInt8(at++)).fill(flag));
  }
  const readCoordinates = (short: number, same: number) => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += font.readUInt8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        value += font.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [readCoordinates(SHORT_X, SAME_X), readCoordinates(SHORT_Y, SAME_Y)];
  const points = flags.map((flag, index) => ({
    x: xs[index] ?? 0,
    y: -(ys[index] ?? 0),
    isOn: (flag & ON_CURVE) !== 0,
  }));
  return ends.map((end, index) => formatContour(points.slice((ends[index - 1] ?? -1) + 1, end + 1))).join('');
}

/** Returns the numbers of the glyphs of all characters: the table `cmap` in its format 12. */
function readCharacterMap(font: Buffer, offset: number): ReadonlyMap<number, number> {
  const subtables = Array.from(
    { length: font.readUInt16BE(offset + 2) },
    (_, at) => offset + font.readUInt32BE(offset + 8 + at * 8),
  );
  const subtable = subtables.find((start) => font.readUInt16BE(start) === 12);
  if (subtable === undefined) throw new Error('a font without a table of all characters');
  const glyphs = new Map<number, number>();
  for (let group = 0; group < font.readUInt32BE(subtable + 12); group++) {
    const at = subtable + 16 + group * 12;
    const [first, last, glyph] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

/** Opens a TrueType font without composite glyphs and with long offsets, such as that of the project. */
function openFont(file: string): OutlineFont {
  const font = readPackageFile(file);
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, table) => {
      const at = 12 + table * 16;
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
  const locate = (table: string) => {
    const offset = tables.get(table);
    if (offset === undefined) throw new Error(`no table ${table} in ${file}`);
    return offset;
  };
  const [glyf, loca, hmtx] = [locate('glyf'), locate('loca'), locate('hmtx')];
  const characters = readCharacterMap(font, locate('cmap'));
  const lastMetric = font.readUInt16BE(locate('hhea') + 34) - 1;
  const glyphs = new Map<string, Glyph>();
  const findGlyph = (character: string) => {
    const found = glyphs.get(character);
    if (found) return found;
    // Glyph 0 stands for all characters that the font does not have.
    const id = characters.get(character.codePointAt(0) ?? 0) ?? 0;
    const [start, end] = [font.readUInt32BE(loca + id * 4), font.readUInt32BE(loca + id * 4 + 4)];
    const path = start === end ? '' : readOutline(font, glyf + start);
    const glyph = { path, advance: font.readUInt16BE(hmtx + Math.min(id, lastMetric) * 4) };
    glyphs.set(character, glyph);
    return glyph;
  };
  return { unitsPerEm: font.readUInt16BE(locate('head') + 18), findGlyph };
}

/** Opens the fonts at the first picture: a site without pictures for links needs none. */
const openFonts = (() => {
  let fonts: Readonly<Record<FontWeight, OutlineFont>> | null = null;
  return () => (fonts ??= { normal: openFont(fontFiles.normal), bold: openFont(fontFiles.bold) });
})();

const TEXT = /<text class="(\w+)" x="([^"]+)" y="([^"]+)"( text-anchor="end")? font-size="([^"]+)">([^<]*)<\/text>/g;

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the visible characters of an escaped text. SVG shows several spaces as one, and none at the ends. */
function splitText(text: string): string[] {
  const plain = text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '').normalize('NFC');
  const hidden = /[\p{Cf}\p{Variation_Selector}]/gu;
  return Array.from(plain.replace(hidden, '').replace(/ +/g, ' ').replace(/^ | $/g, ''));
}

/**
 * Draws the texts of a picture for links as outlines. resvg opens the font anew for every character of a text, which
 * takes most of the time of a picture; here it is open once, and each glyph is read once.
 * @param svg a picture whose texts are on one line each and have a class, a place and a size
 */
export function outlineTexts(svg: string): string {
  return svg.replace(
    TEXT,
    (_, kind: string, x: string, y: string, end: string | undefined, size: string, text: string) => {
      const { unitsPerEm, findGlyph } = openFonts()[BOLD_CLASSES.includes(kind) ? 'bold' : 'normal'];
      let width = 0;
      const paths = splitText(text).map((character) => {
        const { path, advance } = findGlyph(character);
        width += advance;
        return path === '' ? '' : `<path transform="translate(${width - advance})" d="${path}"/>`;
      });
      const scale = Number(size) / unitsPerEm;
      const left = Number(x) - (end === undefined ? 0 : width * scale);
      return `<g class="text ${kind}" transform="translate(${left} ${y}) scale(${scale})">${paths.join('')}</g>`;
    },
  );
}
