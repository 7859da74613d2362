import { renderAsync } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { fontFiles, outlineTexts } from '../../../src/open-data/text-outlines.ts';

const TEXTS = ['計画　ひろば', ' 「第7章」  A&amp;B &lt;1,234.5&gt;％ ', 'ヴが①㎡‐～é', '\u{20bb7}野\u{1f600}家'];

const drawPicture = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200"><style>text{font-family:'BIZ UDGothic'}` +
  `.strong{font-weight:700}</style><rect width="900" height="200" fill="#fff"/>` +
  `<text class="plain" x="10" y="60.4" font-size="31">${text}</text>` +
  `<text class="strong" x="890" y="150" text-anchor="end" font-size="52">${text}</text></svg>`;

const render = async (svg: string, files: readonly string[]) =>
  (await renderAsync(svg, { font: { fontFiles: [...files], loadSystemFonts: false } })).pixels;

test.each(TEXTS)('the outlines of “%s” look like the text', async (text) => {
  const svg = drawPicture(text);
  const outlined = outlineTexts(svg);
  expect(outlined).not.toContain('<text');
  const [own, expected] = [await render(outlined, []), await render(svg, Object.values(fontFiles))];
  expect(own.equals(expected)).toBe(true);
  expect(expected.some((level) => level === 0)).toBe(true);
});

test('leaves a text alone that has no size of its own', () => {
  const text = '<text class="number" x="40%" y="12">45%</text>';
  expect(outlineTexts(text)).toBe(text);
});
