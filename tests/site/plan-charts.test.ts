import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

/** A chart of counts on a page: what it says in words, and the rows of the table right below it. */
interface Chart {
  readonly file: string;
  readonly words: string;
  readonly rows: readonly (readonly string[])[];
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The cells of each row up to the last that holds a number: links to what was counted are left out. */
function rowsBelow(html: string): string[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map((row) =>
    [
      ...(row[1] ?? '').matchAll(/<t[hd](?: scope="row")?(?: class="num")?(?: data-head="[^"]*")?>(.*?)<\/t[hd]>/gs),
    ].map((cell) => plain(cell[1] ?? '')),
  );
}

function chartsOn(file: string, html: string, kind: string): Chart[] {
  return [...html.matchAll(new RegExp(`<svg class="chart chart-wide ${kind}"[^>]* aria-label="([^"]*)"`, 'g'))].map(
    (found) => ({ file, words: found[1] ?? '', rows: rowsBelow(html.slice(found.index)) }),
  );
}

const figures = (text: string) => text.match(/\d+(?:,\d{3})*/g) ?? [];

describe.each(SITE_NAMES)('the plans of the site “%s”', (name) => {
  let pages: { file: string; html: string }[];
  const charts = (kind: string) => pages.flatMap(({ file, html }) => chartsOn(file, html, kind));
  beforeAll(() => {
    const site = getBuiltSite(name);
    pages = listPageFiles(site)
      .filter((file) => /^plans\/[^/]+\/index\.html$/.test(file))
      .map((file) => ({ file, html: readSiteFile(site, file) }));
  });

  test('say in words the goals and numbers of the table below their strip, and no others', () => {
    const found = charts('sdg-strip');
    expect(found.length).toBeGreaterThan(0);
    for (const { words, rows } of found) {
      expect(rows.length).toBeGreaterThan(0);
      const told = words.slice(words.indexOf('。目標')).replace(/ほかの\d+の.*|17の目標すべて.*/, '');
      expect(figures(told)).toEqual(rows.flatMap(([goal = '', count = '']) => [...figures(goal), count]));
    }
  });

  test('say in words the numbers of the table below the bars of their departments, and no others', () => {
    const found = charts('department-bars');
    expect(found.length).toBeGreaterThan(0);
    for (const { words, rows } of found) {
      const told = words.split('。').slice(1, -1);
      expect(told.map(figures)).toEqual(rows.map(([, ...counts]) => counts.filter((one) => /^[\d,]+$/.test(one))));
      expect(told.map((one) => one.split(' ')[0])).toEqual(rows.map(([department]) => department));
    }
  });

  test('that name no goal show no strip', () => {
    const without = pages.filter(({ html }) => !html.includes('関係するSDGs'));
    expect(without.filter(({ html }) => html.includes('sdg-strip'))).toEqual([]);
  });
});
