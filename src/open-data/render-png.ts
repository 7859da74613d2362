import { constants, crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { getOutline, getUnitsPerEm, type FontWeight } from '../input/font-outlines.ts';

/** A character of a picture, and where it begins on the baseline: in half pixels, so that few positions differ. */
export interface PositionedGlyph {
  /** The classes of its text. */
  readonly classes: string;
  readonly weight: FontWeight;
  /** The font size in pixels. */
  readonly size: number;
  readonly character: string;
  readonly left: number;
  readonly base: number;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the visible characters of an escaped text. SVG shows several spaces as one, and none at the ends. */
function listCharacters(text: string): string[] {
  const plain = text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '').normalize('NFC');
  const hidden = /[\p{Cf}\p{Variation_Selector}]/gu;
  return [...plain.replace(hidden, '').replace(/ +/g, ' ').replace(/^ | $/g, '')];
}

/** Arranges the characters of a line. The font has a width for each character and no pairs that move together. */
function layOutLine(
  classes: string,
  [x, y]: readonly [number, number],
  size: number,
  text: string,
  anchor: string,
): PositionedGlyph[] {
  const weight = classes.split(' ').includes('strong') ? 'bold' : 'regular';
  const scale = size / getUnitsPerEm(weight);
  let width = 0;
  const starts = listCharacters(text).map((character) => {
    const start = width;
    width += getOutline(weight, character).advance * scale;
    return { character, start };
  });
  const from = anchor === 'end' ? x - width : x;
  const common = { classes, weight, size, base: Math.round(y) } as const;
  return starts.map(({ character, start }) => ({ ...common, character, left: Math.round((from + start) * 2) / 2 }));
}

const TEXT =
  /<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)"(?: text-anchor="(\w+)")? font-size="([^"]*)">([^<]*)<\/text>/g;

/**
 * Takes the texts (`drawText`) out of a picture, to draw them in BIZ UDGothic, bold for the class `strong`. resvg takes
 * several times as long, because it opens the file of the font for each character.
 * @param svg a picture in which these texts are in no group that moves them
 */
export function separateTexts(svg: string): { readonly rest: string; readonly characters: readonly PositionedGlyph[] } {
  const lines = Array.from(svg.matchAll(TEXT), ([, classes = '', x, y, anchor = 'start', size, text = '']) =>
    layOutLine(classes, [Number(x), Number(y)], Number(size), text, anchor),
  );
  return { rest: svg.replace(TEXT, ''), characters: lines.flat() };
}

interface IndexedPicture {
  /** Each row: a byte for the filter of PNG (0, none), then for each point the index of its colour in the palette. */
  readonly rows: Uint8Array;
  /** The colours, each a number of twelve bits: four for each of blue, green and red. */
  readonly colours: readonly number[];
  readonly width: number;
  readonly height: number;
}

const ROW_START = 1;

const MAX_COLOURS = 256;

/** The colours of a picture in the order in which it uses them. */
type Palette = ReturnType<typeof createPalette>;

function createPalette(first: readonly number[]) {
  const colours = [...first];
  // The index of each colour plus 1.
  const indexes = new Uint16Array(4096);
  for (const [at, colour] of colours.entries()) indexes[colour] = at + 1;
  /** Returns the index of a colour, which is new at its first use. */
  const getColourIndex = (colour: number) => (indexes[colour] ||= colours.push(colour)) - 1;
  return { colours, getColourIndex };
}

function createChunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/**
 * Writes a PNG with a palette, a third of the size of one with 24 bits for each point (PNG specification, 11.2). Flat
 * pictures with text have few colours after the levels are rounded.
 * @throws Error for more than 256 colours
 */
function encodePng({ rows, colours, width, height }: IndexedPicture): Buffer<ArrayBuffer> {
  if (colours.length > MAX_COLOURS) throw new Error('a picture with more than 256 colours');
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each point, which are the number of a colour.
  header.set([8, 3], 8);
  const palette = colours.flatMap((colour) => [0, 4, 8].map((shift) => ((colour >> shift) & 15) * 17));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    createChunk('IHDR', header),
    createChunk('PLTE', Buffer.from(palette)),
    // Z_RLE takes a quarter of the time of the default strategy, for a seventh more bytes.
    createChunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })),
    createChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The nearest of 16 levels for each of the 256 levels of a colour channel. */
const NIBBLES = Uint8Array.from({ length: 256 }, (_, level) => Math.round(level / 17));

const getNibble = (level: number) => NIBBLES[level & 255] ?? 0;

/** Returns the colours of an SVG, row by row, each a number of twelve bits: four for each of blue, green and red. */
function renderSvg(svg: string) {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const points = new Uint16Array(colours.length);
  let [last, point] = [-1, 0];
  for (let at = 0; at < points.length; at++) {
    const colour = colours[at] ?? 0;
    if (colour !== last) point = getNibble(colour) | (getNibble(colour >> 8) << 4) | (getNibble(colour >> 16) << 8);
    last = colour;
    points[at] = point;
  }
  return { points, width, height };
}

/** Pictures without their texts, each of 0.8 MB; a site has a few. */
const backgrounds = new Map<string, IndexedPicture>();
const MAX_BACKGROUNDS = 32;

function getBackground(svg: string): IndexedPicture {
  const known = backgrounds.get(svg);
  if (known) return known;
  const { points, width, height } = renderSvg(svg);
  const palette = createPalette([]);
  const rows = new Uint8Array(height * (ROW_START + width));
  let [at, to] = [0, 0];
  while (at < points.length) {
    const [start, point] = [at, points[at] ?? 0];
    if (start % width === 0) to += ROW_START;
    const end = start - (start % width) + width;
    // Most points have the colour of the one before.
    do at++;
    while (at < end && points[at] === point);
    rows.fill(palette.getColourIndex(point), to, (to += at - start));
  }
  if (backgrounds.size === MAX_BACKGROUNDS) backgrounds.clear();
  const background = { rows, colours: palette.colours, width, height };
  backgrounds.set(svg, background);
  return background;
}

/** The points of a character that are not white: three numbers for each, its row, its column and its colour. */
type Ink = Uint16Array;

/** Characters in the style of the last picture, each of about 3 KB; a site has some thousands. */
const inks = new Map<string, Ink>();
const MAX_CHARACTERS = 10_000;
let characterStyle = '';

/** The part of a font size that outlines are above the baseline, and the most that one is wider than its advance. */
const [ASCENT, OVERHANG] = [0.88, 1 / 16];

const getShift = ({ left }: PositionedGlyph) => left - Math.floor(left);
const getMargin = (size: number) => Math.ceil(size * OVERHANG) + 1;

/** The colour with the highest number: no point of a picture is lighter. */
const WHITE = 0xfff;

function renderCharacter(style: string, glyph: PositionedGlyph): Ink {
  const { classes, weight, size, character } = glyph;
  const { path, advance } = getOutline(weight, character);
  const scale = size / getUnitsPerEm(weight);
  const margin = getMargin(size);
  const [width, height] = [advance * scale, size].map((length) => Math.ceil(length) + margin * 2);
  const start = `translate(${margin + getShift(glyph)} ${margin + Math.ceil(size * ASCENT)})`;
  const { points, width: rowLength } = renderSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${style}` +
      `<rect width="${width}" height="${height}" fill="#fff"/><g class="${classes}" transform="${start} ` +
      `scale(${scale} ${-scale})"><path d="${path}"/></g></svg>`,
  );
  const ink: number[] = [];
  // A list of all points would take longer than the drawing.
  for (let at = 0; at < points.length; at++)
    if (points[at] !== WHITE) ink.push(Math.floor(at / rowLength), at % rowLength, points[at] ?? WHITE);
  return Uint16Array.from(ink);
}

function getCharacter(style: string, glyph: PositionedGlyph): Ink {
  if (style !== characterStyle || inks.size === MAX_CHARACTERS) inks.clear();
  characterStyle = style;
  const key = `${glyph.classes} ${glyph.size} ${getShift(glyph)} ${glyph.character}`;
  return inks.getOrInsertComputed(key, () => renderCharacter(style, glyph));
}

/** Draws a character on a picture. Where it covers another, the darker colour stays: it has the lower number. */
function drawCharacter({ rows, width, height }: IndexedPicture, palette: Palette, ink: Ink, x: number, y: number) {
  for (let at = 0; at < ink.length; at += 3) {
    const [row, column, point] = [y + (ink[at] ?? 0), x + (ink[at + 1] ?? 0), ink[at + 2] ?? 0];
    if (row < 0 || row >= height || column < 0 || column >= width) continue;
    const to = row * (ROW_START + width) + ROW_START + column;
    if (point < (palette.colours[rows[to] ?? 0] ?? 0)) rows[to] = palette.getColourIndex(point);
  }
}

/** The memory for the rows of a picture. New memory of this size costs the system more time than the picture. */
let memory = new Uint8Array(0);

/**
 * Renders an SVG as PNG, with the font of the project alone; throws for a picture with more than 256 colours.
 * @param svg a picture with a size and a light background, whose texts are dark and in BIZ UDGothic
 */
export function renderPng(svg: string): Buffer<ArrayBuffer> {
  const { rest, characters } = separateTexts(svg);
  const background = getBackground(rest);
  if (memory.length !== background.rows.length) memory = new Uint8Array(background.rows.length);
  memory.set(background.rows);
  const palette = createPalette(background.colours);
  const picture = { ...background, rows: memory, colours: palette.colours };
  const [style = ''] = /<style>.*?<\/style>/s.exec(svg) ?? [];
  for (const glyph of characters) {
    const margin = getMargin(glyph.size);
    const top = glyph.base - Math.ceil(glyph.size * ASCENT) - margin;
    drawCharacter(picture, palette, getCharacter(style, glyph), Math.floor(glyph.left) - margin, top);
  }
  return encodePng(picture);
}
