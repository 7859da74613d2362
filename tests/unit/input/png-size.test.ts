import { expect, test } from 'vitest';
import { readPngSize } from '../../../src/input/png-size.ts';
import { renderPng } from '../../../src/open-data/render-png.ts';

const png = new Uint8Array(
  renderPng(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630"/></svg>',
  ),
);

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
  ['a file that lacks the last byte of its height', png.slice(0, 23)],
  ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
  ['a picture without a width', png.slice(0, 24).fill(0, 16, 20)],
])('%s has none', (_, bytes) => {
  expect(readPngSize(bytes)).toBeNull();
});
