import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageFiles, read, siteNamed, type Site } from './support/site.ts';

const BUDGET = 20 * 1024;
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((found) => found[1] ?? '');

/** Pages that do something only with a script. */
const SCRIPTED = /^(?:search|check|embed)\//;

describe('the weight of pages', () => {
  let site: Site;
  let files: string[];
  beforeAll(() => {
    site = siteNamed('root');
    files = pageFiles(site);
  });

  test('of the middle page with its styles is at most 20 KiB gzipped', () => {
    const sheets = new Map<string, number>();
    const styleWeight = (href: string) => {
      const known = sheets.get(href) ?? gzipped(read(site, href.slice(site.base.length)));
      sheets.set(href, known);
      return known;
    };
    const weights = files
      .map((file) => {
        const html = read(site, file);
        const styles = matches(html, /<link rel="stylesheet" href="([^"]+)"/g);
        return styles.reduce((sum, href) => sum + styleWeight(href), gzipped(html));
      })
      .sort((a, b) => a - b);
    expect(weights[Math.floor(weights.length / 2)]).toBeLessThanOrEqual(BUDGET);
  });

  test('has no JavaScript in it', () => {
    const programs = (html: string) => matches(html, /(<script(?![^>]*type="application\/ld\+json")[^>]*>)/g);
    expect(files.filter((file) => !SCRIPTED.test(file) && programs(read(site, file)).length > 0)).toEqual([]);
  });
});
