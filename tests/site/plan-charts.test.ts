import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

/** A chart of counts on a page: its description, and the rows of the table below it. */
interface Chart {
  readonly file: string;
  readonly words: string;
  readonly rows: readonly (readonly string[])[];
}

const toText = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Returns the cells of each row without the links to the counted items. */
function readRows(html: string): string[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map((row) =>
    [
      ...(row[1] ?? '').matchAll(
        /<t[hd](?: scope="row")?(?: class="(?:count )?num")?(?: data-head="[^"]*")?>(.*?)<\/t[hd]>/gs,
      ),
    ].map((cell) => toText(cell[1] ?? '')),
  );
}

function listCharts(file: string, html: string, kind: string): Chart[] {
  return [...html.matchAll(new RegExp(`<div class="${kind}"[^>]* aria-label="([^"]*)"`, 'g'))].map((match) => ({
    file,
    words: match[1] ?? '',
    rows: readRows(html.slice(match.index)),
  }));
}

const findNumbers = (text: string) => text.match(/\d+(?:,\d{3})*/g) ?? [];

describe.each(SITE_NAMES)('the plans of the site “%s”', (name) => {
  let pages: { file: string; html: string }[];
  const findCharts = (kind: string) => pages.flatMap(({ file, html }) => listCharts(file, html, kind));
  beforeAll(() => {
    const site = getBuiltSite(name);
    pages = listPageFiles(site)
      .filter((file) => /^plans\/[^/]+\/index\.html$/.test(file))
      .map((file) => ({ file, html: readSiteFile(site, file) }));
  });

  test('describe the goals and numbers of the table below the SDG strip, and no others', () => {
    const charts = findCharts('sdg-strip');
    expect(charts.length > 0).toBe(name === 'mihon');
    for (const { words, rows } of charts) {
      expect(rows.length).toBeGreaterThan(0);
      const counts = words.slice(words.indexOf('。目標')).replace(/ほかの\d+の.*|17の目標すべて.*/, '');
      expect(findNumbers(counts)).toEqual(rows.flatMap(([goal = '', count = '']) => [...findNumbers(goal), count]));
    }
  });

  test('describe the numbers of the table below the department bars, and no others', () => {
    const charts = findCharts('department-bars');
    expect(charts.length).toBeGreaterThan(0);
    for (const { words, rows } of charts) {
      const sentences = words.split('。').slice(1, -1);
      const counts = rows.map(([, ...cells]) => cells.filter((cell) => /^[\d,]+$/.test(cell)));
      expect(sentences.map(findNumbers)).toEqual(counts);
      expect(sentences.map((sentence) => sentence.split(' ')[0])).toEqual(rows.map(([department]) => department));
    }
  });

  test('show an SDG strip if and only if they name at least four goals', () => {
    for (const { file, html } of pages) {
      const [, section = ''] = html.split('id="sdgs"');
      const goals = section === '' ? [] : readRows(section);
      expect([file, html.includes('class="sdg-strip"')]).toEqual([file, goals.length >= 4]);
    }
  });
});
