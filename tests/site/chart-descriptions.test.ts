import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';

const toText = (html: string) =>
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

/** Returns the rows below a chart as cells, without those of zones: the chart shows the whole municipality. */
function readRows(html: string): string[][] {
  const body = /<section class="scroll(?: stacking)?"[^>]*>.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map((row) =>
      [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
        toText((cell[1] ?? '').replace(/<small>.*?<\/small>/gs, '')),
      ),
    )
    .filter(([kind]) => !kind?.includes('（'));
}

describe.each(SITE_NAMES)('the charts of indicators of the site “%s”', (name) => {
  let site: BuiltSite;
  let charts: { file: string; words: string; rows: string[][] }[];
  beforeAll(() => {
    site = getBuiltSite(name);
    charts = listPageFiles(site)
      .filter((file) => /^indicators\/.+\/.+\//.test(file))
      .flatMap((file) => {
        const html = readSiteFile(site, file);
        const words = /<svg class="chart chart-wide"[^>]* aria-label="([^"]*)"/.exec(html)?.[1];
        return words === undefined ? [] : [{ file, words: toText(words), rows: readRows(html) }];
      });
  });

  test('describe every value of the table below, with its period', () => {
    const missing = charts.flatMap(({ file, words, rows }) =>
      rows
        .filter(([, time = '', value = '']) => !words.includes(time) || !words.includes(value))
        .map((row) => `${file}: ${row.join(' ')}`),
    );
    expect(charts.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test('describe no number that is not in the table', () => {
    const findNumbers = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const unknown = charts.flatMap(({ file, words, rows }) => {
      const known = new Set(findNumbers(rows.flat().join(' ')));
      // The title is first and may contain other numbers; the days on which targets were set are in small letters.
      const values = words.slice(words.indexOf('の現状値')).replace(/（[\d-]+ 設定）/g, '');
      return findNumbers(values)
        .filter((number) => !known.has(number))
        .map((number) => `${file}: ${number}`);
    });
    expect(unknown).toEqual([]);
  });
});

describe('the maps of zones with numbers', () => {
  /** Returns each map with its description, the titles of its shapes, and the rows of the table beside it. */
  const readMaps = () => {
    const site = getBuiltSite('mihon');
    return listPageFiles(site)
      .filter((file) => file.startsWith('zones/'))
      .flatMap((file) => readSiteFile(site, file).split('<section').slice(1))
      .map((section) => ({
        words: toText(/<svg class="zone-map"[^>]* aria-label="([^"]*)"/.exec(section)?.[1] ?? ''),
        shapes: [...section.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => toText(title ?? '')),
        rows: [...section.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="num">(.*?)<\/td>/gs)].map(
          ([, zone = '', value = '']) => `${toText(zone)} ${toText(value)}`,
        ),
      }));
  };

  test('describe the values of all zones in the order of the table, and nothing else', () => {
    expect(readMaps().length).toBeGreaterThan(0);
    for (const { words, rows } of readMaps()) expect(words.split('：')[1]?.split('、')).toEqual(rows);
  });

  test('name each shape as the table does', () => {
    for (const { shapes, rows } of readMaps()) expect(shapes).toEqual(rows);
  });
});
