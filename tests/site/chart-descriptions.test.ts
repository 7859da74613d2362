import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';
import { decodeEntities } from './support/page-html.ts';

const toText = (html: string) =>
  decodeEntities(html.replace(/<[^>]+>/g, ' '))
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
        // A screen reader skips ▲.
        .filter(([, time = '', value = '']) => !words.includes(time) || !words.includes(value.replace('▲', 'マイナス')))
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

test.each(['index.html', 'statistics/index.html', 'cities/kashiwa/index.html'])(
  'the sliders and the folded tables of the line charts of %s have names of their own',
  (file) => {
    const html = readSiteFile(getBuiltSite('root'), file);
    const sliders = [...html.matchAll(/class="plot-year"[^>]* aria-label="([^"]*)"/g)].map(([, name]) => name);
    const folds = [...html.matchAll(/<summary>\s*表で見る(.*?)<\/summary>/gs)].map(([, name]) => name);
    expect(sliders.length).toBeGreaterThan(3);
    expect(new Set(sliders).size).toBe(sliders.length);
    expect(new Set(folds).size).toBe(sliders.length);
  },
);

test.each(SITE_NAMES)('of a picture with a description, screen readers of the site “%s” find no other text', (name) => {
  const site = getBuiltSite(name);
  const pictures = listPageFiles(site).flatMap((file) =>
    [...readSiteFile(site, file).matchAll(/<svg[^>]* role="img"[^>]*>(.{25}).*?<\/svg>/gs)].map(([svg, start]) => ({
      svg,
      start,
    })),
  );
  const withText = pictures.filter(({ svg }) => svg.includes('<text'));
  expect(withText.length).toBeGreaterThan(10);
  expect(withText.filter(({ start }) => !start?.startsWith('<g aria-hidden="true">'))).toEqual([]);
});

describe('the map of zones with numbers', () => {
  const html = readSiteFile(getBuiltSite('mihon'), 'zones/mihon/index.html');
  const map = /<svg class="zone-map".*?<\/svg>/s.exec(html)?.[0] ?? '';
  const table = /<table class="zone-values">.*?<\/table>/s.exec(html)?.[0] ?? '';
  const zones = [...table.matchAll(/<th scope="col" class="count">(.*?)<\/th>/g)].map(([, title = '']) =>
    toText(title),
  );
  /** The rows of the table: what the map says of a row, and its values. */
  const rows = [...table.matchAll(/<tr data-title="(.*?)" data-description="(.*?)".*?<\/tr>/gs)].map(
    ([row, title = '', words = '']) => ({
      title,
      words,
      values: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(
        ([, value = ''], at) => `${zones[at] ?? ''} ${toText(value)}`,
      ),
    }),
  );

  test('is the only one of the page, and describes the first row of the table', () => {
    expect(html.match(/<svg class="zone-map"[^>]* role="group"/g)).toHaveLength(1);
    expect(/aria-label="([^"]*)"/.exec(map)?.[1]).toBe(rows[0]?.words);
  });

  test('describes the values of each row, and nothing else', () => {
    expect(rows.length).toBeGreaterThan(1);
    for (const { title, words, values } of rows) expect(words).toBe(`${title}：${values.join('、')}`);
  });

  test('names each shape as the table does', () => {
    const shapes = [...map.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => toText(title ?? ''));
    expect(shapes).toEqual(rows[0]?.values);
  });

  test('draws circles for counts, and colours no rates of too few answers', () => {
    expect(map).toMatch(/<circle class="count"[^>]* r="46"/);
    expect(map).not.toContain('step-');
    expect(table).toContain('data-kind');
    expect(table).not.toContain('step-');
  });
});
