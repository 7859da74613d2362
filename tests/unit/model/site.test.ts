import { expect, test } from 'vitest';
import { hasPlaceholderHost, SiteConfig } from '../../../src/model/site.ts';

test('a base begins and ends with a slash and contains no “..”', () => {
  const bases = ['/', '/plans/', '/a/b.c/', '', 'plans/', '/plans', '//', '/../', '/a/./', '/計画/', '/a b/'];
  expect(bases.filter((base) => SiteConfig.shape.base.safeParse(base).success)).toEqual(['/', '/plans/', '/a/b.c/']);
});

test('the site has a URL', () => {
  const sites = ['https://mihon.example', 'http://localhost:4321', 'mihon.example', 'ftp://mihon.example', ''];
  expect(sites.filter((site) => SiteConfig.shape.site.safeParse(site).success)).toEqual([
    'https://mihon.example',
    'http://localhost:4321',
  ]);
});

test('a site has a placeholder host only if the host ends in .example', () => {
  const sites = ['https://mihon.example', 'https://example.org', 'http://localhost:4321', 'https://example.city.lg.jp'];
  expect(sites.filter((site) => hasPlaceholderHost({ site }))).toEqual(['https://mihon.example']);
});

test('a name has neither line breaks nor invisible characters, which no feed may contain', () => {
  const names = [
    '見本町の計画',
    '見本町\n計画ひろば',
    '見本\u0001町',
    '見本\u200b町',
    '\u202e町本見',
    '見本\ud800',
    '\ufffe',
  ];
  expect(names.filter((name) => SiteConfig.shape.name.safeParse(name).success)).toEqual(['見本町の計画']);
});
