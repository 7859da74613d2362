import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chartGallery } from '../../examples/design/chart-gallery.ts';
import { notRatedReasons, progressStatuses } from '../../src/model/progress-status.ts';
import { getSiteData } from '../../src/site-data/current-site-data.ts';
import { REPOSITORY_FOLDER } from './support/run-command.ts';
import { findElementIds, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

describe.each(SITE_NAMES)('the page of the design of the site “%s”', (name) => {
  const page = () => readSiteFile(getBuiltSite(name), 'about/design/index.html');

  test('shows every case of the gallery', () => {
    const ids = findElementIds(page());
    const cases = chartGallery.flatMap((series) => series.cases.map(({ id }) => id));
    expect(cases.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('shows the examples of every component', () => {
    const shown = page().match(/<div class="design-part" id=/g) ?? [];
    const examples = globSync('examples/design/components/*.astro', { cwd: REPOSITORY_FOLDER });
    expect(examples.length).toBeGreaterThan(20);
    expect(shown).toHaveLength(examples.length);
  });

  test('shows examples of the made-up town, and of no city of the site', () => {
    const parts = page().split('id="parts"')[1]?.split('id="charts"')[0] ?? '';
    expect(parts).toContain('架空市');
    expect(getSiteData().municipalities.filter(({ title }) => parts.includes(title))).toEqual([]);
  });

  test('weighs at most 60 KiB gzipped', () => {
    expect(gzipSync(page(), { level: 9 }).length).toBeLessThanOrEqual(60 * 1024);
  });

  test('shows every colour of the tokens', () => {
    const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    const named = [...tokens.matchAll(/--([\w-]+): (?:#|var\(--color)/g)].map((found) => found[1] ?? '');
    const html = page();
    expect(named.filter((token) => !html.includes(`swatch-${token}"`))).toEqual([]);
  });

  test('shows every state of progress and every reason for none', () => {
    const html = page();
    const words = [...Object.values(progressStatuses), ...Object.values(notRatedReasons)];
    expect(words.filter((word) => !html.includes(word))).toEqual([]);
  });

  test('says that its figures are made up, and the pages about the site link to it', () => {
    const site = getBuiltSite(name);
    expect(page()).toContain('架空のものです');
    expect(readSiteFile(site, 'about/index.html')).toContain(`href="${site.base}about/design/"`);
  });
});
