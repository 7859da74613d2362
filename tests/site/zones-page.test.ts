import { describe, expect, test } from 'vitest';
import { readSiteFile, getBuiltSite } from './support/built-site.ts';

/** Returns how often some words are on a page. */
const countWords = (html: string, words: string) => html.split(words).length - 1;

describe('the page of the zones of a municipality', () => {
  const readKashiwaPage = () => readSiteFile(getBuiltSite('root'), 'zones/kashiwa/index.html');
  const readMihonPage = () => readSiteFile(getBuiltSite('mihon'), 'zones/mihon/index.html');

  test('names the municipality in its heading', () => {
    expect(readKashiwaPage()).toMatch(/<h1[^>]*>柏市の地域<\/h1>/);
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

  test('says once that its map is a schematic that the site drew', () => {
    expect(countWords(readMihonPage(), 'が描いた模式図です。市がつくった図ではありません。')).toBe(1);
  });
});
