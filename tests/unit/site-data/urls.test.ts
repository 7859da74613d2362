import { describe, expect, test } from 'vitest';
import { routes } from '../../../src/model/routes.ts';
import { createSiteUrls } from '../../../src/site-data/urls.ts';
import { readSourceFiles } from '../../../tools/source-files.ts';
import { readFileText } from '../../support/source-modules.ts';

const at = createSiteUrls('/plans/', 'https://mihon.example');

test.each([
  ['a city', at.municipality('mihon'), '/plans/cities/mihon/'],
  ['a plan', at.plan('keikaku'), '/plans/plans/keikaku/'],
  ['a plan item', at.planItem('keikaku', '1_1'), '/plans/plans/keikaku/1_1/'],
  ['a text', at.planText('keikaku', 'basis'), '/plans/plans/keikaku/text/basis/'],
  ['an indicator', at.indicator('keikaku/sns'), '/plans/indicators/keikaku/sns/'],
  ['a theme', at.theme('digital'), '/plans/themes/digital/'],
  ['a theme in a city', at.themeInCity('digital', 'mihon'), '/plans/themes/digital/#mihon'],
  ['the bands of a plan', at.planBands('keikaku'), '/plans/plans/keikaku/#rating'],
  ['a term', at.term('dx'), '/plans/glossary/#dx'],
  ['a zone', at.zone('mihon', 'north'), '/plans/zones/mihon/#north'],
  ['a guide', at.guide('method'), '/plans/about/method/'],
  ['the first guide', at.guide('index'), '/plans/about/'],
  ['the search', at.search(), '/plans/search/'],
  ['the results for words', at.search('防災'), '/plans/search/?q=防災'],
  ['the results for words with other signs', at.search('防災 & #1+'), '/plans/search/?q=防災%20%26%20%231%2B'],
  ['all actions', at.explore(), '/plans/explore/'],
  ['items of a theme', at.explore({ kind: 'all', theme: 'digital' }), '/plans/explore/?kind=all&theme=digital'],
  ['items in a prefecture', at.explore({ kind: 'all' }, '11'), '/plans/explore/prefecture/11/?kind=all'],
])('the URL of %s is as documented', (_what, url, expected) => {
  expect(url).toBe(expected);
});

describe('any URL from the root', () => {
  test('is below the base, with or without its first slash', () => {
    expect([at.withBase('/themes/'), at.withBase('themes/'), at.withBase('/')]).toEqual([
      '/plans/themes/',
      '/plans/themes/',
      '/plans/',
    ]);
  });

  test('is complete with that of the site', () => {
    expect(at.absolute(at.theme('digital'))).toBe('https://mihon.example/plans/themes/digital/');
  });
});

test('the code names each page by its route, and writes no path of a page', () => {
  const patterns = Object.values(routes).map((route) =>
    route.replace('{indicator}', '{plan}/{slug}').replace(/\{\w+\}/g, '(?:[\\w-]+|\\$\\{[^}]*\\})'),
  );
  const pagePath = new RegExp(`withBase\\((?:routes\\.|['\`](?:${patterns.join('|')})(?:[#?][^'\`]*)?['\`])`, 'g');
  // Shortened URLs look like those of items, but have no page.
  const files = readSourceFiles('src').filter(({ path }) => !path.endsWith('/page-redirects.ts'));
  const found = files.flatMap(({ path }) =>
    [...(readFileText(path) ?? '').matchAll(pagePath)].map(([call]) => `${path}: ${call}`),
  );
  expect(found).toEqual([]);
});
