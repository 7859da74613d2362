import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PlanItem } from '../../src/tables/tree.ts';
import { readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

/** The limit of the scripts with which the page that checks tables begins. */
const BUDGET = 143 * 1024;

/** The parts for pictures of indicators, a chosen plan, a template, a published table or a sheet, all together. */
const LATER_BUDGET = 67 * 1024;

test.each(SITE_NAMES)(
  '/check/ of the site “%s” loads at most 143 KiB of scripts at once, and at most 67 KiB later',
  (name) => {
    const site = getBuiltSite(name);
    const html = readSiteFile(site, 'check/index.html');
    const queue = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1] ?? '');
    const sizes = new Map<string, number>();
    const later: string[] = [];
    const measure = () => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        const file = path.slice(site.base.length);
        if (sizes.has(file)) continue;
        const code = readSiteFile(site, file);
        sizes.set(file, gzipSync(code, { level: 9 }).length);
        const listFiles = (pattern: RegExp) =>
          [...code.matchAll(pattern)].map(([, from = '']) => `${site.base}${join(file, '..', from)}`);
        queue.push(...listFiles(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g));
        later.push(...listFiles(/import\(["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g));
      }
      return [...sizes.values()].reduce((sum, size) => sum + size, 0);
    };
    const first = measure();
    queue.push(...later);
    const all = measure();
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(BUDGET);
    expect(all - first).toBeGreaterThan(0);
    expect(all - first).toBeLessThanOrEqual(LATER_BUDGET);
  },
);

test.each(SITE_NAMES)('no script of the site “%s” has the descriptions of published columns', (name) => {
  const site = getBuiltSite(name);
  const description = String(PlanItem.shape.code.meta()?.description);
  expect(readSiteFile(site, 'data/datapackage.json')).toContain(description);
  const scripts = readdirSync(join(site.dist, 'assets')).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(20);
  expect(scripts.filter((file) => readSiteFile(site, `assets/${file}`).includes(description))).toEqual([]);
});

test.each(SITE_NAMES)('no script of the site “%s” has the code that describes schemas as JSON', (name) => {
  const site = getBuiltSite(name);
  const scripts = readdirSync(join(site.dist, 'assets')).filter((file) => file.endsWith('.js'));
  expect(scripts.filter((file) => readSiteFile(site, `assets/${file}`).includes('draft-2020-12'))).toEqual([]);
});

test.each(SITE_NAMES)('no script of the site “%s” lists what its later parts need', (name) => {
  const site = getBuiltSite(name);
  const scripts = readdirSync(join(site.dist, 'assets')).filter((file) => file.endsWith('.js'));
  expect(scripts.filter((file) => readSiteFile(site, `assets/${file}`).includes('__vite__mapDeps'))).toEqual([]);
});

test.each(SITE_NAMES)('no script of the site “%s” calls a method that a browser for Windows 7 lacks', (name) => {
  const site = getBuiltSite(name);
  const scripts = readdirSync(join(site.dist, 'assets')).filter((file) => file.endsWith('.js'));
  const called = scripts.flatMap(
    (file) =>
      readSiteFile(site, `assets/${file}`).match(/\.(?:to(?:Sorted|Reversed|Spliced|WellFormed)|with)\(/g) ?? [],
  );
  expect(called).toEqual([]);
});
