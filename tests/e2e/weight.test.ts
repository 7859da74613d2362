import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { pageFiles, read, siteNamed, type Site } from './support/site.ts';

const BUDGET = 20 * 1024;
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const matches = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((found) => found[1] ?? '');

/** Pages that do something only with a script. */
const SCRIPTED = /^(?:search|check)\/index\.html$/;

/** The script that a page with a picture may ask for: it adds a button to it, and is loaded after the page. */
const PICTURE = /^<script type="module" src="[^"]*\/assets\/Picture\.[^"]+\.js"/;

/** What all scripts of charts and pictures may weigh together. */
const CHARTS_BUDGET = 10 * 1024;

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

  const programs = (html: string) => matches(html, /(<script(?![^>]*type="application\/ld\+json")[^>]*>)/g);
  const readable = () => files.filter((file) => !SCRIPTED.test(file));

  test('has no JavaScript in it, and asks for none but to draw its picture', () => {
    const others = readable().flatMap((file) => {
      const html = read(site, file);
      const mayAsk = html.includes('data-picture=');
      return programs(html).flatMap((program) =>
        mayAsk && PICTURE.test(program) ? [] : [`${file} ${program}`],
      );
    });
    expect(others).toEqual([]);
  });

  test('counts at most 10 KiB of scripts for all charts and pictures', () => {
    const asked = readable().flatMap((file) =>
      matches(read(site, file), /<script type="module" src="([^"]+)"/g),
    );
    const loaded = new Set(asked.map((src) => src.slice(site.base.length)));
    expect(loaded.size).toBeGreaterThan(0);
    // A set gives what is added while it is walked, so that parts of parts are found too.
    for (const file of loaded)
      for (const part of matches(read(site, file), /\b(?:from|import)\s*"\.\/([^"]+)"/g))
        loaded.add(`assets/${part}`);
    const weight = [...loaded].reduce((sum, file) => sum + gzipped(read(site, file)), 0);
    expect(weight).toBeLessThanOrEqual(CHARTS_BUDGET);
  });
});
