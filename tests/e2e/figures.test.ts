import { beforeAll, describe, expect, test } from 'vitest';
import { pageFiles, read, siteNamed, SITES, type Site } from './support/site.ts';

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The rows of the table below a chart, as cells. Those of a zone are not in the chart, which shows the whole city. */
function rowsOf(html: string): string[][] {
  const body = /<section class="scroll"[^>]*>.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map((row) =>
      [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
        plain((cell[1] ?? '').replace(/<small>.*?<\/small>/gs, '')),
      ),
    )
    .filter(([kind]) => !kind?.includes('（'));
}

describe.each(SITES)('the charts of indicators of the site “%s”', (name) => {
  let site: Site;
  let charts: { file: string; words: string; rows: string[][] }[];
  beforeAll(() => {
    site = siteNamed(name);
    charts = pageFiles(site)
      .filter((file) => /^indicators\/.+\/.+\//.test(file))
      .flatMap((file) => {
        const html = read(site, file);
        const words = /<svg class="chart chart-wide"[^>]* aria-label="([^"]*)"/.exec(html)?.[1];
        return words === undefined ? [] : [{ file, words: plain(words), rows: rowsOf(html) }];
      });
  });

  test('say every value that stands in the table below, with its time', () => {
    const silent = charts.flatMap(({ file, words, rows }) =>
      rows
        .filter(([, time = '', value = '']) => !words.includes(time) || !words.includes(value))
        .map((row) => `${file}: ${row.join(' ')}`),
    );
    expect(charts.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });

  test('say no more than stands there', () => {
    const figures = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const strange = charts.flatMap(({ file, words, rows }) => {
      const known = new Set(figures(rows.flat().join(' ')));
      // The title stands first, and may have numbers of its own; days on which targets were set stand in small letters.
      const told = words.slice(words.indexOf('の現状値')).replace(/（[\d-]+ 設定）/g, '');
      return figures(told)
        .filter((figure) => !known.has(figure))
        .map((figure) => `${file}: ${figure}`);
    });
    expect(strange).toEqual([]);
  });
});
