import { inspect } from 'node:util';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { constants, crc32, deflateSync } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';
import { fontFiles, outlineTexts } from './text-outlines.ts';

/** Rounds one of the 256 levels of a colour channel to one of 16. */
const roundLevel = (level: number) => Math.round(level / 17) * 17;

const LARGEST_PALETTE = 256;

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
 * @param pixels four bytes for each point, opaque
 * @throws Error for more than 256 colours
 */
function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const palette = new Map<number, number>();
  const indexes = new Map<number, number>();
  const points = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const addColour = (point: number): number => {
    const colour = [0, 8, 16].reduce((sum, shift) => sum | (roundLevel((point >> shift) & 255) << shift), 0);
    const index = palette.get(colour) ?? palette.size;
    if (index === LARGEST_PALETTE) throw new Error('a picture with more than 256 colours');
    palette.set(colour, index);
    indexes.set(point, index);
    return index;
  };
  const rows = Buffer.alloc(height * (width + 1));
  let [last, index] = [-1, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const point = points[y * width + x] ?? 0;
      // Most points have the colour of the one before them.
      if (point !== last) index = indexes.get(point) ?? addColour(point);
      last = point;
      // Each row begins with the number of its filter: 0 for none.
      rows[y * (width + 1) + x + 1] = index;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each point, which are the number of a colour.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    createChunk('IHDR', header),
    createChunk(
      'PLTE',
      Buffer.from([...palette.keys()].flatMap((colour) => [colour & 255, (colour >> 8) & 255, colour >> 16])),
    ),
    // Runs of equal points alone take a quarter of the time of level 6, for a sixth more bytes.
    createChunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })),
    createChunk('IEND', Buffer.alloc(0)),
  ]);
}

async function renderPng(svg: string): Promise<Buffer> {
  const outlined = outlineTexts(svg);
  // Opening the fonts takes longer than drawing a picture without texts.
  const files = outlined.includes('<text') ? Object.values(fontFiles) : [];
  const { pixels, width, height } = await renderAsync(outlined, { font: { fontFiles: files, loadSystemFonts: false } });
  return encodePng(pixels, width, height);
}

/*
 * The code of a thread that renders pictures (`picture-thread.ts`). It answers each SVG with its PNG or an error.
 */
parentPort?.on('message', ({ svg, port }: { svg: string; port: MessagePort }) => {
  renderPng(svg).then(
    (png) => {
      port.postMessage({ png });
    },
    (error: unknown) => {
      port.postMessage({ error: inspect(error) });
    },
  );
});
