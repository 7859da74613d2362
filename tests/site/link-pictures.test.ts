import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { readPngSize } from '../../src/input/png-size.ts';
import { getBuiltSite, listPageFiles, readSiteFile, SITE_NAMES } from './support/built-site.ts';

const OWN = /property="og:image" content="[^"]*(\/link-pictures\/[^"]+\.png)"/;
const MAX_BYTES = 60 * 1024;
const PNG = '89504e470d0a1a0a';

describe.each(SITE_NAMES)('the pictures for links of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const pages = listPageFiles(site).filter((file) => !file.startsWith('embed/'));
  const pictures = pages.flatMap((file) => {
    const [, picture] = OWN.exec(readSiteFile(site, file)) ?? [];
    return picture === undefined ? [] : [{ file, picture }];
  });

  test('differ for cities, plans, their parts, indicators and statistics', () => {
    const kinds = new Set(pictures.map(({ file }) => file.split('/')[0]));
    const statistics = name === 'root' ? ['statistics'] : [];
    expect([...kinds].sort()).toEqual(['cities', 'indicators', 'plans', ...statistics]);
    expect(new Set(pictures.map(({ picture }) => picture)).size).toBe(pictures.length);
  });

  test('exist, are PNG of 1200 × 630 pixels, and small', () => {
    for (const { picture } of pictures) {
      const bytes = readFileSync(join(site.dist, picture));
      expect(bytes.subarray(0, 8).toString('hex'), picture).toBe(PNG);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], picture).toEqual([1200, 630]);
      expect(bytes.length, picture).toBeLessThanOrEqual(MAX_BYTES);
    }
  });

  test('have words for readers who do not see them', () => {
    for (const { file } of pictures) {
      const [, alt = ''] = /property="og:image:alt" content="([^"]+)"/.exec(readSiteFile(site, file)) ?? [];
      expect(alt.length, file).toBeGreaterThan(3);
    }
  });

  test('leave the picture of the whole site to the other pages', () => {
    expect(readSiteFile(site, 'index.html')).toContain('/og.png"');
    expect(readPngSize(readFileSync(join(site.dist, 'og.png')))).toEqual({ width: 1200, height: 630 });
  });
});

test.each(['sogo/leaks', 'sogo/online-procedures', 'sogo/sns-followers', 'minato/ships'])(
  'the bar of mihon-%s is not seen between the letters of the number on it',
  async (path) => {
    const png = readFileSync(join(getBuiltSite('mihon').dist, `link-pictures/indicators/mihon-${path}.png`), 'base64');
    const { pixels, width, height } = await renderAsync(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">` +
        `<image width="1200" height="630" href="data:image/png;base64,${png}"/></svg>`,
    );
    // The band at the top has the colour of the bar.
    const [bar, ink] = [pixels.toString('hex', 0, 4), '222222ff'];
    const marks: Readonly<Record<string, string>> = { [bar]: 'B', [ink]: 'I' };
    const rows = Array.from({ length: height }, (_, row) => {
      const points = Array.from({ length: width }, (_point, column) => (row * width + column) * 4);
      return points.map((at) => marks[pixels.toString('hex', at, at + 4)] ?? '.').join('');
    });
    expect(rows.some((row) => /B.*I/.test(row))).toBe(true);
    expect(rows.filter((row) => /B.*I.*B/.test(row))).toEqual([]);
  },
);
