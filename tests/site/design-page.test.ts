import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chartGallery } from '../../examples/design/chart-gallery.ts';
import { notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { getSiteData } from '../../src/site-data/current-site-data.ts';
import { findElementIds, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';
import { REPOSITORY_FOLDER } from './support/run-command.ts';

describe.each(SITE_NAMES)('the design page of the site “%s”', (name) => {
  const readPage = () => readSiteFile(getBuiltSite(name), 'about/design/index.html');

  test('shows every case of the gallery', () => {
    const ids = findElementIds(readPage());
    const cases = chartGallery.flatMap((series) => series.cases.map(({ id }) => id));
    expect(cases.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('shows the examples of every component', () => {
    const parts = readPage().match(/<div class="design-part" id=/g) ?? [];
    const examples = globSync('examples/design/components/*.astro', { cwd: REPOSITORY_FOLDER });
    expect(examples.length).toBeGreaterThan(20);
    expect(parts).toHaveLength(examples.length);
  });

  test('shows the descriptions of columns with their styles', () => {
    const sheets = [...readPage().matchAll(/rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? '');
    const site = getBuiltSite(name);
    const styles = sheets.map((sheet) => readSiteFile(site, sheet.slice(site.base.length))).join('');
    expect(styles).toContain('.column-table .key');
  });

  test('shows examples of the fictional town, and of no municipality of the site', () => {
    const parts = readPage().split('id="parts"')[1]?.split('id="charts"')[0] ?? '';
    expect(parts).toContain('架空市');
    expect(getSiteData().municipalities.filter(({ title }) => parts.includes(title))).toEqual([]);
  });

  test('escapes a name that looks like HTML, in elements and in attributes', () => {
    const html = readPage();
    expect([html.includes('>掲示板の&lt;b x='), html.includes('x="見直し')]).toEqual([true, false]);
  });

  test('weighs at most 60 KiB gzipped', () => {
    expect(gzipSync(readPage(), { level: 9 }).length).toBeLessThanOrEqual(60 * 1024);
  });

  test('shows every colour of the design tokens', () => {
    const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    const colours = [...tokens.matchAll(/--([\w-]+): (?:#|var\(--color)/g)].map((match) => match[1] ?? '');
    const html = readPage();
    expect(colours.length).toBeGreaterThan(20);
    expect(colours.filter((token) => !html.includes(`swatch-${token}"`))).toEqual([]);
  });

  test('shows every progress status and every reason for no rating', () => {
    const html = readPage();
    const words = [...Object.values(progressStatuses), ...Object.values(notRatedReasons)];
    expect(words.filter((word) => !html.includes(word))).toEqual([]);
  });

  test('says that its numbers are made up, and is linked from the about page', () => {
    const site = getBuiltSite(name);
    expect(readPage()).toContain('架空のものです');
    expect(readSiteFile(site, 'about/index.html')).toContain(`href="${site.base}about/design/"`);
  });
});
