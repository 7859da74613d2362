import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { estimateTextWidth } from '../../src/charts/svg-text.ts';
import { chartGallery } from '../../examples/design/chart-gallery.ts';

/*
 * What each hard case looks like, one file a picture: `npx vitest run tests/gallery -u` draws them anew, and a browser
 * shows them. Of a chart with two sizes there are two files.
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
    if (wide === narrow) return [{ file: `${id}.svg`, svg: wide }];
    return [
      { file: `${id}.wide.svg`, svg: wide },
      { file: `${id}.narrow.svg`, svg: narrow },
    ];
  })
  // Where nothing is drawn, there is no file.
  .filter(({ svg }) => svg !== '');

/** One element a line, and the namespace that a file of its own needs. */
const readable = (svg: string) =>
  `${svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replaceAll('><', '>\n<')}\n`;

describe('the gallery', () => {
  test.each(pictures)('draws $file as it was', async ({ file, svg }) => {
    await expect(readable(svg)).toMatchFileSnapshot(`${OUT}${file}`);
  });

  test('keeps no pictures of cases that are gone', () => {
    const known = new Set(pictures.map(({ file }) => file));
    expect(readdirSync(OUT).filter((file) => !known.has(file))).toEqual([]);
  });

  test('names every case once', () => {
    const ids = chartGallery.flatMap(({ id, cases }) => [id, ...cases.map((one) => one.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('every picture of the gallery', () => {
  test('has no word under 12 px', () => {
    const small = pictures.filter(({ svg }) =>
      [...svg.matchAll(/font-size="([\d.]+)"/g)].some((found) => Number(found[1]) < 12),
    );
    expect(small.map(({ file }) => file)).toEqual([]);
  });

  test('has neither a style attribute nor a number that is none', () => {
    const broken = pictures.filter(({ svg }) => /style=|NaN|Infinity|undefined/.test(svg));
    expect(broken.map(({ file }) => file)).toEqual([]);
  });

  test('says in words what it shows, or stands beside words that do', () => {
    const silent = pictures.filter(({ svg }) => !/ aria-label="[^"]+"| aria-hidden="true"/.test(svg));
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});

describe('the labels of a path', () => {
  const FONT = 15;
  const boxes = (svg: string) =>
    [...svg.matchAll(/<text class="label[^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map((found) => {
      const [left, base] = [Number(found[1]), Number(found[2])];
      return {
        left,
        top: base - FONT,
        right: left + estimateTextWidth(found[3] ?? '', FONT),
        bottom: base + FONT * 0.2,
      };
    });
  const paths = pictures.filter(({ file }) => file.startsWith('path-'));

  test.each(paths)('stand apart, and inside of the picture, in $file', ({ file, svg }) => {
    const all = boxes(svg);
    const width = file.includes('narrow') ? 320 : 680;
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(all.filter(({ left, right, top }) => left < 0 || right > width || top < 0)).toEqual([]);
    const meeting = all.flatMap((a, at) =>
      all
        .slice(at + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    );
    expect(meeting).toEqual([]);
  });
});
