import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';

const MIDDLE_BUDGET = 20 * 1024;
const MAX_BUDGET = 60 * 1024;
/** The limit of the pages of statistics, with styles and scripts. */
const CHART_PAGE_BUDGET = 30 * 1024;
/** The limit of a page with all items, with styles and scripts. What saves Excel files is loaded when it is needed. */
const ITEMS_PAGE_BUDGET = 46 * 1024;
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

/** Pages that need a script. */
const SCRIPTED = /^(?:search|check)\/index\.html$/;

/** The script of a page with a picture: it adds a button to the picture, after the page is loaded. */
const PICTURE = /^<script type="module" src="[^"]*\/assets\/Picture\w*\.[^"]+\.js"/;

/** The script of a page with a table: it filters and sorts the rows, after the page is loaded. */
const TABLE = /^<script type="module" src="([^"]*\/assets\/DataTable\w*\.[^"]+\.js)"/;

/** The script of a page with a line chart, which answers to the pointer and the keyboard after the page is loaded. */
const LINE_CHART = /^<script type="module" src="([^"]*\/assets\/LineChart\w*\.[^"]+\.js)"/;

/** The script of the page that narrows all items. */
const EXPLORE = /^<script type="module" src="([^"]*\/assets\/_\.{3}explore_\.[^"]+\.js)"/;

/** The script of the squares on the home page: it makes them links and groups them, after the page is loaded. */
const SQUARES = /^<script type="module" src="([^"]*\/assets\/ActionSquares\w*\.[^"]+\.js)"/;

/** The script of a plan's page: it filters the items by theme, after the page is loaded. */
const PLAN = /^<script type="module" src="([^"]*\/assets\/PlanThemeFilter\w*\.[^"]+\.js)"/;

/** The script of a map of zones with values: it shows the values that readers choose, after the page is loaded. */
const ZONES = /^<script type="module" src="[^"]*\/assets\/Zone\w*\.[^"]+\.js"/;

/** The script of a list of indicators: it narrows the list to some states, after the page is loaded. */
const STATUS = /^<script type="module" src="[^"]*\/assets\/StatusCounts\w*\.[^"]+\.js"/;

/** The script of a page with citations: it adds buttons that copy them, after the page is loaded. */
const CITATION = /^<script type="module" src="[^"]*\/assets\/CitationBox\w*\.[^"]+\.js"/;

/** The script of the switch for readings of names, and for older browsers. Pressing the switch loads the readings. */
const RUBY = /^<script type="module" src="([^"]*\/assets\/SiteHeader\w*\.[^"]+\.js)"/;

/** The limit of the script of the switch. */
const RUBY_BUDGET = 1024;

/** The limit of the script of a plan's page. */
const PLAN_BUDGET = 3 * 1024;

/** The limit of a plan's page, with styles and scripts. */
const PLAN_PAGE_BUDGET = 45 * 1024;

/** The limit of the script of line charts with its imports. */
const LINE_CHART_BUDGET = 6 * 1024;

/** The limit of the script of the squares with its imports. */
const SQUARES_BUDGET = 6 * 1024;

/** The limit of the script of tables with its imports. */
const TABLE_BUDGET = 4 * 1024;

/** The limit of all scripts of charts, pictures, lists and citations together. */
const CHARTS_BUDGET = 10 * 1024;

describe('the size of pages', () => {
  let site: BuiltSite;
  let files: string[];
  beforeAll(() => {
    site = getBuiltSite('root');
    files = listPageFiles(site);
  });

  /** Returns the size of each page with its styles, the smallest first. */
  const measurePages = () => {
    const sheets = new Map<string, number>();
    const measureStyle = (href: string) => {
      const known = sheets.get(href) ?? gzipped(readSiteFile(site, href.slice(site.base.length)));
      sheets.set(href, known);
      return known;
    };
    return files
      .map((file) => {
        const html = readSiteFile(site, file);
        const styles = matches(html, /<link rel="stylesheet" href="([^"]+)"/g);
        return { file, weight: styles.reduce((sum, href) => sum + measureStyle(href), gzipped(html)) };
      })
      .sort((a, b) => a.weight - b.weight);
  };

  test('of the median page with its styles is at most 20 KiB gzipped', () => {
    const weights = measurePages();
    expect(weights[Math.floor(weights.length / 2)]?.weight).toBeLessThanOrEqual(MIDDLE_BUDGET);
  });

  test('of the largest page with its styles is at most 60 KiB gzipped', () => {
    const heavy = measurePages().filter(({ weight }) => weight > MAX_BUDGET);
    // The page of all examples has its own limit, in design-page.test.ts.
    expect(heavy.filter(({ file }) => file !== 'about/design/index.html')).toEqual([]);
  });

  const listScripts = (html: string) => matches(html, /(<script(?![^>]*type="application\/ld\+json")[^>]*>)/g);
  const listStaticPages = () => files.filter((file) => !SCRIPTED.test(file));

  /** Returns the size of scripts with their imports, gzipped. */
  const measureScripts = (sources: readonly string[]) => {
    const loaded = new Set(sources.map((src) => src.slice(site.base.length)));
    // The loop also visits the files that it adds to the set.
    for (const file of loaded)
      for (const part of matches(readSiteFile(site, file), /\b(?:from|import)\s*"\.\/([^"]+)"/g))
        loaded.add(`assets/${part}`);
    return [...loaded].reduce((sum, file) => sum + gzipped(readSiteFile(site, file)), 0);
  };

  test.each([
    ['the home page and the page that narrows all items', /^(?:explore\/)?index\.html$/, ITEMS_PAGE_BUDGET, 2],
    ['each page of a statistic', /^statistics\/.+\/index\.html$/, CHART_PAGE_BUDGET, 5],
    ['each page of a plan', /^plans\/[^/]+\/index\.html$/, PLAN_PAGE_BUDGET, 5],
  ] as const)('of %s, with styles and scripts, is within its limit', (_, pages, budget, least) => {
    const weights = measurePages().filter(({ file }) => pages.test(file));
    expect(weights.length).toBeGreaterThanOrEqual(least);
    for (const { file, weight } of weights) {
      const scripts = measureScripts(matches(readSiteFile(site, file), /<script type="module" src="([^"]+)"/g));
      expect(weight + scripts, file).toBeLessThanOrEqual(budget);
    }
  });

  test('includes no inline scripts, and only the scripts of its header, pictures, tables, charts or items', () => {
    const others = listStaticPages().flatMap((file) => {
      const html = readSiteFile(site, file);
      const allowed = [
        ...(html.includes('data-picture=') ? [PICTURE] : []),
        ...(html.includes('data-rows=') ? [TABLE] : []),
        ...(html.includes('class="plot ') ? [LINE_CHART] : []),
        ...(html.includes('id="explore"') ? [EXPLORE] : []),
        ...(html.includes('id="action-squares"') ? [SQUARES] : []),
        ...(html.includes('class="plan-overview"') ? [PLAN] : []),
        ...(html.includes('class="zone-choice"') ? [ZONES] : []),
        ...(html.includes('status-filter"') ? [STATUS] : []),
        ...(html.includes('class="cite"') ? [CITATION] : []),
        ...(html.includes('class="site-header"') ? [RUBY] : []),
      ];
      return listScripts(html).flatMap((script) =>
        allowed.some((pattern) => pattern.test(script)) ? [] : [`${file} ${script}`],
      );
    });
    expect(others).toEqual([]);
  });

  test('includes at most 10 KiB of scripts for all charts, pictures, lists and citations', () => {
    const scripts = listStaticPages().flatMap((file) =>
      matches(readSiteFile(site, file), /<script type="module" src="([^"]+)"/g),
    );
    const weight = measureScripts(
      scripts.filter((src) => !/\/(?:ActionSquares|DataTable|_\.{3}explore_|PlanThemeFilter|SiteHeader)/.test(src)),
    );
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(CHARTS_BUDGET);
  });

  test.each([
    ['tables', TABLE, TABLE_BUDGET],
    ['line charts', LINE_CHART, LINE_CHART_BUDGET],
    ['squares', SQUARES, SQUARES_BUDGET],
    ['plans', PLAN, PLAN_BUDGET],
    ['the switch for readings', RUBY, RUBY_BUDGET],
  ] as const)('has the script of %s within its limit', (_, pattern, budget) => {
    const scripts = new Set(
      listStaticPages().flatMap((file) => matches(readSiteFile(site, file), new RegExp(pattern.source.slice(1), 'g'))),
    );
    expect(scripts.size).toBe(1);
    expect(measureScripts([...scripts])).toBeLessThanOrEqual(budget);
  });
});
