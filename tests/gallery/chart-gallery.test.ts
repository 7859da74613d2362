import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chartGallery } from '../../examples/design/chart-gallery.ts';
import { estimateTextWidth } from '../../src/charts/svg-text.ts';

/*
 * Snapshots of every difficult case, to open in a browser. A case has a file for each size of its chart.
 * `npm run test:unit -- tests/gallery -u` updates them.
 */
const OUT = fileURLToPath(new URL('out/', import.meta.url));

interface Picture {
  readonly file: string;
  readonly svg: string;
}

const pictures = chartGallery
  .flatMap(({ cases }) => cases)
  .flatMap(({ id, draw }): Picture[] => {
    const [wide, narrow] = [draw('wide'), draw('narrow')];
    if (wide === narrow) return [{ file: `${id}.${wide.startsWith('<svg') ? 'svg' : 'html'}`, svg: wide }];
    return [
      { file: `${id}.wide.svg`, svg: wide },
      { file: `${id}.narrow.svg`, svg: narrow },
    ];
  })
  // A case without a chart has no file.
  .filter(({ svg }) => svg !== '');

/** Adds the namespace that a file needs, and puts each element on its own line. */
const formatFile = (svg: string) =>
  `${svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replaceAll('><', '>\n<')}\n`;

describe('the gallery', () => {
  test.each(pictures)('draws $file as in its snapshot', async ({ file, svg }) => {
    await expect(formatFile(svg)).toMatchFileSnapshot(`${OUT}${file}`);
  });

  test('has no snapshot of a removed case', () => {
    const known = new Set(pictures.map(({ file }) => file));
    expect(readdirSync(OUT).filter((file) => !known.has(file))).toEqual([]);
  });

  test('has unique ids', () => {
    const ids = chartGallery.flatMap(({ id, cases }) => [id, ...cases.map((galleryCase) => galleryCase.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('every chart of the gallery', () => {
  test('has no text under 12 px', () => {
    const small = pictures.filter(({ svg }) =>
      [...svg.matchAll(/font-size="([\d.]+)"/g)].some((match) => Number(match[1]) < 12),
    );
    expect(small.map(({ file }) => file)).toEqual([]);
  });

  test('has neither a style attribute nor an invalid number', () => {
    const broken = pictures.filter(({ svg }) => /style=|NaN|Infinity|undefined/.test(svg));
    expect(broken.map(({ file }) => file)).toEqual([]);
  });

  test('has a description, or is hidden from screen readers', () => {
    const undescribed = pictures.filter(({ svg }) => !/ aria-label="[^"]+"| aria-hidden="true"/.test(svg));
    expect(undescribed.map(({ file }) => file)).toEqual([]);
  });
});

describe('the labels of the indicator chart', () => {
  const FONT = 15;
  const findLabelBoxes = (svg: string) =>
    [...svg.matchAll(/<text class="label[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map((match) => {
      const [left, base] = [Number(match[1]), Number(match[2])];
      return {
        left,
        top: base - FONT,
        right: left + estimateTextWidth(match[3] ?? '', FONT),
        bottom: base + FONT * 0.2,
      };
    });
  const paths = pictures.filter(({ file }) => file.startsWith('path-'));

  test.each(paths)('do not overlap and are inside the chart in $file', ({ file, svg }) => {
    const boxes = findLabelBoxes(svg);
    const width = file.includes('narrow') ? 320 : 680;
    expect(boxes.length).toBeGreaterThanOrEqual(2);
    expect(boxes.filter(({ left, right, top }) => left < 0 || right > width || top < 0)).toEqual([]);
    const overlaps = boxes.flatMap((a, at) =>
      boxes.slice(at + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(overlaps).toEqual([]);
  });
});
