import { constants, crc32, deflateSync } from 'node:zlib';

/** A picture with a palette. */
export interface IndexedPicture {
  /** For each row the number of its filter, 0 for none, and the place of each point's colour in the palette. */
  readonly rows: Uint8Array;
  /** The colours, each a number of twelve bits: four for each of blue, green and red. */
  readonly colours: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** The place of the first point in a row. */
export const ROW_START = 1;

const MAX_COLOURS = 256;

/** The colours of a picture in the order in which it uses them. */
export interface Palette {
  readonly colours: readonly number[];
  /** Returns the place of a colour, which is new at its first use. */
  readonly getPlace: (colour: number) => number;
}

/** Returns a palette that begins with some colours. */
export function createPalette(first: readonly number[]): Palette {
  const colours = [...first];
  // The place of each colour plus 1.
  const places = new Uint16Array(4096);
  for (const [at, colour] of colours.entries()) places[colour] = at + 1;
  return { colours, getPlace: (colour) => (places[colour] ||= colours.push(colour)) - 1 };
}

/** Returns a chunk of a PNG file: length, name, content and check sum. */
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
export function encodePng({ rows, colours, width, height }: IndexedPicture): Buffer<ArrayBuffer> {
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
    // Runs alone take a quarter of the time, and a seventh more bytes.
    createChunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })),
    createChunk('IEND', Buffer.alloc(0)),
  ]);
}
