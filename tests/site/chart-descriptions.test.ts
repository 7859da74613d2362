import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';

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
  const body = /<section class="scroll(?: stacking)?"[^>]*>.*?<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map((row) =>
      [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) =>
        plain((cell[1] ?? '').replace(/<small>.*?<\/small>/gs, '')),
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

describe('the maps of zones with figures', () => {
  /** Each map of a page with what it says, and the rows of the table beside it. */
  const maps = () => {
    const site = getBuiltSite('mihon');
    return listPageFiles(site)
      .filter((file) => file.startsWith('zones/'))
      .flatMap((file) => readSiteFile(site, file).split('<section').slice(1))
      .map((section) => ({
        words: plain(/<svg class="zone-map"[^>]* aria-label="([^"]*)"/.exec(section)?.[1] ?? ''),
        shapes: [...section.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => plain(title ?? '')),
        rows: [...section.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="num">(.*?)<\/td>/gs)].map(
          ([, zone = '', value = '']) => `${plain(zone)} ${plain(value)}`,
        ),
      }));
  };

  test('say of each zone what stands in the table, in the same order, and nothing else', () => {
    expect(maps().length).toBeGreaterThan(0);
    for (const { words, rows } of maps()) expect(words.split('：')[1]?.split('、')).toEqual(rows);
  });

  test('name each shape as the table does', () => {
    for (const { shapes, rows } of maps()) expect(shapes).toEqual(rows);
  });
});

test('the picture of a plan shows each page of its outline once, and one block for each of its actions', () => {
  const site = getBuiltSite('root');
  const { data } = JSON.parse(readSiteFile(site, 'api/v1/nodes.json')) as {
    data: { plan: string; kind: string }[];
  };
  const plans = listPageFiles(site).filter((file) => /^plans\/[^/]+\/index\.html$/.test(file));
  expect(plans).toHaveLength(5);
  for (const file of plans) {
    const html = readSiteFile(site, file);
    const icicle = /<svg class="icicle".*?<\/svg>/s.exec(html)?.[0] ?? '';
    const outline = /<ul class="outline">.*?<\/section>/s.exec(html)?.[0] ?? '';
    const hrefs = (part: string) => [...part.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).sort();
    expect(hrefs(icicle)).toEqual(hrefs(outline));
    const actions = data.filter(({ plan, kind }) => kind === 'action' && plan === file.split('/')[1]);
    expect(icicle.match(/<rect class="block"/g)).toHaveLength(actions.length);
  }
});
