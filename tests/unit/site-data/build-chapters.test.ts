import { expect, test } from 'vitest';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { createFixtureSite } from '../../support/fixture-site.ts';

const createText = (order: string, body = '本文です。') => `---\ntitle: 題\n${order}---\n\n${body}\n`;

/** Opens the valid town with further texts. */
const openTown = () =>
  openSiteData({
    root: createFixtureSite({
      'content/plans/mihon-keikaku/text/a.mdx': createText(''),
      'content/plans/mihon-keikaku/text/b.mdx': createText(
        'order: 3\n',
        '[PFI](/glossary/#pfi)と[DX](/glossary/#dx)、また[PFI](/glossary/#pfi)、[用語](/glossary/)、/glossary/#sns',
      ),
      'content/plans/mihon-keikaku/text/c.mdx': createText('place: 第3章 > 地域\n'),
      'content/guides/a.mdx': createText(''),
      'content/guides/z.mdx': createText('order: 2\n'),
    }),
  });

test('the texts of a plan are between its introduction and the bodies of its items, first those with an order', () => {
  const { chapters } = openTown();
  const expected = ['introduction index', ...['basis', 'zones', 'b', 'a', 'c'].map((slug) => `text ${slug}`), 'body 1'];
  expect(chapters.map(({ role, slug }) => `${role} ${slug}`)).toEqual(expected);
  expect(chapters.map(({ order, source }) => order ?? source)).toEqual([
    'mihon-keikaku',
    1,
    2,
    3,
    null,
    null,
    'mihon-keikaku',
  ]);
});

test('a text has its place in its document, if its file says it', () => {
  const places = openTown().chapters.map(({ slug, place }) => [slug, place]);
  expect(places.filter(([, place]) => place !== '')).toEqual([['c', '第3章 > 地域']]);
});

test('a text has the terms that it links to, each once', () => {
  expect(openTown().chapters.find(({ slug }) => slug === 'b')?.terms).toEqual(['pfi', 'dx']);
});

test('the guides with an order come first', () => {
  expect(openTown().guides.map(({ slug, description }) => [slug, description])).toEqual([
    ['index', 'サイトの目的と読み方'],
    ['z', ''],
    ['a', ''],
    ['method', ''],
  ]);
});
