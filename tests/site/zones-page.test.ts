import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSiteFile, getBuiltSite } from './support/built-site.ts';
import { readText } from './support/page-html.ts';

/** Returns how often some words are on a page. */
const countWords = (html: string, words: string) => html.split(words).length - 1;

describe('the page of the zones of a municipality', () => {
  const readKashiwaPage = () => readSiteFile(getBuiltSite('root'), 'zones/kashiwa/index.html');
  const readMihonPage = () => readSiteFile(getBuiltSite('mihon'), 'zones/mihon/index.html');

  test('names the municipality in its heading', () => {
    expect(readKashiwaPage()).toMatch(/<h1[^>]*>柏市の地域<\/h1>/);
  });

  test('shows the state of the plan that names the zones, and no files of a table without rows', () => {
    expect(readKashiwaPage()).toMatch(/class="plan-strip-head">.*<a href="\/plans\/kashiwa-suishin\/">/s);
    expect(readKashiwaPage()).not.toContain('kashiwa-figures');
    expect(readMihonPage()).toContain('mihon-figures.csv');
  });

  test('shows a text once if it is the same for every zone', () => {
    expect(countWords(readKashiwaPage(), '地域の特性によって')).toBe(1);
    for (const reading of ['ほくぶ', 'ちゅうおう', 'なんぶ', 'とうぶ'])
      expect(readKashiwaPage()).toContain(`<dd>${reading}ぞーん</dd>`);
  });

  test('shows the text of each zone', () => {
    expect(readMihonPage()).toContain('<dd>架空の見本市の北にあるという想定の地区です。</dd>');
  });

  test('is linked with a word about its contents if it has no values', () => {
    const readRootPage = (path: string) => readSiteFile(getBuiltSite('root'), `${path}index.html`);
    expect(readRootPage('cities/kashiwa/')).toContain('地域ごとの取組や数値はまだのせていません');
    expect(readRootPage('plans/kashiwa-suishin/')).toContain('>柏市の地域（名前とよみ）<');
    expect(readSiteFile(getBuiltSite('mihon'), 'cities/mihon/index.html')).not.toContain('まだのせていません');
  });

  test('says once that its map is a schematic, and does not guess who drew it', () => {
    expect(countWords(readMihonPage(), '模式図です。実際の境界を写した図ではないので、')).toBe(1);
    expect(readMihonPage()).not.toMatch(/が描いた|がつくった図/);
  });

  test('says beside each value of a survey how many people answered', () => {
    const cells = [...readMihonPage().matchAll(/<td[^>]*data-zone[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      readText(cell),
    );
    expect(cells.filter((cell) => cell.includes('答えた人'))).toEqual([
      '48.0%答えた人40人',
      '43.0%答えた人50人',
      '40.5%答えた人30人',
    ]);
  });
});

describe('an indicator with too few answers', () => {
  const reason = '最新の実績は、標本数の不足のため、評価していません。';

  test.each(['embed/indicators/mihon-sogo/known-news/index.html', 'charts/indicators/mihon-sogo/known-news.svg'])(
    'has no rating for a reason that is in %s too',
    (path) => {
      expect(readSiteFile(getBuiltSite('mihon'), path)).toContain(reason);
      expect(readSiteFile(getBuiltSite('mihon'), path.replace('known-news', 'plain-words'))).not.toContain(reason);
    },
  );

  test('has the number of answers in its table and in its files', () => {
    const mihon = getBuiltSite('mihon');
    expect(readText(readSiteFile(mihon, 'embed/indicators/mihon-sogo/known-news/index.html'))).toContain(
      '44.2%答えた人120人',
    );
    const rows = z
      .array(z.looseObject({ indicator: z.string(), zone: z.string().nullable(), sample: z.int().nullable() }))
      .parse(JSON.parse(readSiteFile(mihon, 'data/zones/mihon-figures.json')));
    const ofNews = rows.filter(({ indicator }) => indicator === 'mihon-sogo/known-news');
    expect(ofNews.map(({ sample }) => sample)).toEqual([30, 40, 50]);
  });
});
