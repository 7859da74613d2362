import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPngSize } from '../../../src/input/png-size.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const png = new Uint8Array(readFileSync(join(REPOSITORY_FOLDER, 'public/og.png')));

test('a PNG has a width and a height', () => {
  expect(readPngSize(png)).toEqual({ width: 1200, height: 630 });
});

test('the size is that of a picture in the middle of other bytes', () => {
  const bytes = new Uint8Array(png.length + 8);
  bytes.set(png, 8);
  expect(readPngSize(bytes.subarray(8))).toEqual({ width: 1200, height: 630 });
});

test.each([
  ['an empty file', new Uint8Array()],
  ['a file that ends in its header', png.slice(0, 20)],
  ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
  ['a picture without a width', png.slice(0, 24).fill(0, 16, 20)],
])('%s has none', (_, bytes) => {
  expect(readPngSize(bytes)).toBeNull();
});
