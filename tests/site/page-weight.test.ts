import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';

const MIDDLE_BUDGET = 20 * 1024;
const LARGEST_BUDGET = 60 * 1024;
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((found) => found[1] ?? '');

/** Pages that need a script. */
const SCRIPTED = /^(?:search|check)\/index\.html$/;

/** The script of a page with a picture: it adds a button to the picture, after the page is loaded. */
const PICTURE = /^<script type="module" src="[^"]*\/assets\/Picture\w*\.[^"]+\.js"/;

/** The script of a page with a table: it filters and sorts the rows, after the page is loaded. */
const TABLE = /^<script type="module" src="([^"]*\/assets\/DataTable\w*\.[^"]+\.js)"/;

/** The limit of the script of tables with its imports. */
const TABLE_BUDGET = 4 * 1024;

/** The limit of all scripts of charts and pictures together. */
const CHARTS_BUDGET = 10 * 1024;

describe('the weight of pages', () => {
  let site: BuiltSite;
  let files: string[];
  beforeAll(() => {
    site = getBuiltSite('root');
    files = listPageFiles(site);
  });

  /** Returns the size of each page with its styles, the smallest first. */
  const weighed = () => {
    const sheets = new Map<string, number>();
    const styleWeight = (href: string) => {
      const known = sheets.get(href) ?? gzipped(readSiteFile(site, href.slice(site.base.length)));
      sheets.set(href, known);
      return known;
    };
    return files
      .map((file) => {
        const html = readSiteFile(site, file);
        const styles = matches(html, /<link rel="stylesheet" href="([^"]+)"/g);
        return { file, weight: styles.reduce((sum, href) => sum + styleWeight(href), gzipped(html)) };
      })
      .sort((a, b) => a.weight - b.weight);
  };

  test('of the middle page with its styles is at most 20 KiB gzipped', () => {
    const weights = weighed();
    expect(weights[Math.floor(weights.length / 2)]?.weight).toBeLessThanOrEqual(MIDDLE_BUDGET);
  });

  test('of the largest page with its styles is at most 60 KiB gzipped', () => {
    expect(weighed().filter(({ weight }) => weight > LARGEST_BUDGET)).toEqual([]);
  });

  const programs = (html: string) => matches(html, /(<script(?![^>]*type="application\/ld\+json")[^>]*>)/g);
  const readable = () => files.filter((file) => !SCRIPTED.test(file));

  /** Returns the size of scripts with their imports, gzipped. */
  const weightOf = (sources: readonly string[]) => {
    const loaded = new Set(sources.map((src) => src.slice(site.base.length)));
    // The loop also visits the files that it adds to the set.
    for (const file of loaded)
      for (const part of matches(readSiteFile(site, file), /\b(?:from|import)\s*"\.\/([^"]+)"/g))
        loaded.add(`assets/${part}`);
    return [...loaded].reduce((sum, file) => sum + gzipped(readSiteFile(site, file)), 0);
  };

  test('contains no JavaScript, and loads only the scripts of its picture or table', () => {
    const others = readable().flatMap((file) => {
      const html = readSiteFile(site, file);
      const allowed = [
        ...(html.includes('data-picture=') ? [PICTURE] : []),
        ...(html.includes('data-rows=') ? [TABLE] : []),
      ];
      return programs(html).flatMap((program) =>
        allowed.some((form) => form.test(program)) ? [] : [`${file} ${program}`],
      );
    });
    expect(others).toEqual([]);
  });

  test('counts at most 10 KiB of scripts for all charts and pictures', () => {
    const asked = readable().flatMap((file) =>
      matches(readSiteFile(site, file), /<script type="module" src="([^"]+)"/g),
    );
    const weight = weightOf(asked.filter((src) => !src.includes('/DataTable')));
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(CHARTS_BUDGET);
  });

  test('counts at most 4 KiB for the script of tables', () => {
    const asked = new Set(
      readable().flatMap((file) => matches(readSiteFile(site, file), new RegExp(TABLE.source.slice(1), 'g'))),
    );
    expect(asked.size).toBe(1);
    expect(weightOf([...asked])).toBeLessThanOrEqual(TABLE_BUDGET);
  });
});
