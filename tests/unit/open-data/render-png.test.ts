import { renderAsync } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { fontFiles } from '../../../src/input/font-outlines.ts';
import { renderPng } from '../../../src/open-data/render-png.ts';

const TEXTS = ['計画　ひろば', ' 「第7章」  A&amp;B &lt;1,234.5&gt;％ ', 'ヴが①㎡‐～é|_ŀ', '\u{20bb7}野\u{1f600}家'];

const [WIDTH, HEIGHT] = [900, 200];

const drawPicture = (texts: string, fill = '#1a1a1a') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
  `<style>text{font-family:'BIZ UDGothic'}.plain{fill:${fill}}.strong{font-weight:700}</style>` +
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${texts}</svg>`;

const drawTexts = (text: string) =>
  `<text class="plain" x="10" y="60" font-size="31">${text}</text>` +
  `<text class="strong" x="890" y="150" text-anchor="end" font-size="52">${text}</text>`;

/** Returns the levels of the colours of all points. */
const readLevels = async (svg: string) =>
  (await renderAsync(svg, { font: { fontFiles: Object.values(fontFiles), loadSystemFonts: false } })).pixels;

const readPng = (png: Buffer) =>
  readLevels(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
      `<image width="${WIDTH}" height="${HEIGHT}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
  );

/** The levels of a picture are rounded to sixteen, so that each may differ by half of the distance between two. */
const MAX_DIFFERENCE = 255 / 15 / 2 + 1;

test.each(TEXTS)('“%s” looks like the text in the font of the project', async (text) => {
  const svg = drawPicture(drawTexts(text));
  const [own, expected] = [await readPng(renderPng(svg)), await readLevels(svg)];
  const largest = own.reduce((most, level, at) => Math.max(most, Math.abs(level - (expected[at] ?? 0))), 0);
  expect(largest).toBeLessThan(MAX_DIFFERENCE);
  expect(expected.some((level) => level < 30)).toBe(true);
});

test('cuts a text that begins or ends outside of the picture', async () => {
  const texts = [
    `<text class="plain" x="880" y="60" font-size="31">市町村</text>`,
    `<text class="plain" x="20" y="120" text-anchor="end" font-size="31">市町村</text>`,
    `<text class="plain" x="400" y="10" font-size="31">市</text>`,
    `<text class="plain" x="500" y="210" font-size="31">市</text>`,
  ];
  const svg = drawPicture(texts.join(''));
  const [own, expected] = [await readPng(renderPng(svg)), await readLevels(svg)];
  const largest = own.reduce((most, level, at) => Math.max(most, Math.abs(level - (expected[at] ?? 0))), 0);
  expect(largest).toBeLessThan(MAX_DIFFERENCE);
});

test('the same picture has the same bytes after others', () => {
  const [text, other] = ['市町村の計画', '計画の市町村'].map(drawTexts);
  const first = renderPng(drawPicture(text ?? ''));
  for (const svg of [drawPicture(text ?? '', '#ce0000'), drawPicture(other ?? '')])
    expect(renderPng(svg)).not.toEqual(first);
  expect(renderPng(drawPicture(text ?? ''))).toEqual(first);
});
