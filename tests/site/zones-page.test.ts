import { describe, expect, test } from 'vitest';
import { readSiteFile, getBuiltSite } from './support/built-site.ts';

/** How often words stand on a page. */
const times = (html: string, words: string) => html.split(words).length - 1;

describe('the page of a city’s zones', () => {
  const kashiwa = () => readSiteFile(getBuiltSite('root'), 'zones/kashiwa/index.html');
  const mihon = () => readSiteFile(getBuiltSite('mihon'), 'zones/mihon/index.html');

  test('names the city in its heading', () => {
    expect(kashiwa()).toMatch(/<h1[^>]*>柏市の地域<\/h1>/);
  });

  test('says once what its plan says of every zone alike', () => {
    expect(times(kashiwa(), '地域の特性によって')).toBe(1);
    for (const reading of ['ほくぶ', 'ちゅうおう', 'なんぶ', 'とうぶ'])
      expect(kashiwa()).toContain(`<dd>${reading}ぞーん</dd>`);
  });

  test('says of each zone what is its own', () => {
    expect(mihon()).toContain('<dd>架空の見本市の北にあるという想定の地区です。</dd>');
  });

  test('tells once that its maps are schematic, however many there are', () => {
    expect(times(mihon(), '<svg class="zone-map"')).toBeGreaterThan(2);
    expect(times(mihon(), '地域のならび方だけを示した模式図です。')).toBe(1);
  });
});
