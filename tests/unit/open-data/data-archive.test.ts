import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildOpenData } from '../../../src/open-data/build-open-data.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const siteData = openSharedSite(EXAMPLE_SITE);
const files = buildOpenData(siteData);
const archive = files.find(({ path }) => path === 'all.zip')?.body;
if (typeof archive !== 'object') throw new Error('no archive');
const inside = unzipSync(archive);
const text = (path: string) => strFromU8(inside[path] ?? new Uint8Array());

describe('all.zip', () => {
  test('contains every file except extracts, partitions, figures of pages, releases and checksums, and README and LICENSE', () => {
    const own = files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^(?:plans|municipalities|indicators|themes|compare|cities|zones|versions|parquet)\//.test(path) &&
          !['all.zip', 'SHA256SUMS'].includes(path),
      );
    expect(Object.keys(inside).sort()).toEqual([...own, 'LICENSE.txt', 'README.txt'].sort());
  });

  test('contains the same bytes as the published files', () => {
    const packed = Object.entries(inside).filter(([path]) => !['LICENSE.txt', 'README.txt'].includes(path));
    expect(packed.length).toBeGreaterThan(10);
    for (const [path, bytes] of packed) {
      const body = files.find((file) => file.path === path)?.body ?? 'no such file';
      expect([path, Buffer.from(bytes).equals(Buffer.from(body))]).toEqual([path, true]);
    }
  });

  test('contains the terms of use, their limits, and the citation', () => {
    for (const said of [
      siteData.site.licence.name,
      'https://creativecommons.org/licenses/by/4.0/\r\n',
      '計画の文章は',
      'すべて架空です。',
      siteData.version,
    ])
      expect(text('LICENSE.txt')).toContain(said);
  });

  test('describes every kind of file in it', () => {
    for (const said of ['datapackage.json', 'catalog.jsonld', 'csv-metadata.json', 'codes/', '# ratings', '架空'])
      expect(text('README.txt')).toContain(said);
  });
});
