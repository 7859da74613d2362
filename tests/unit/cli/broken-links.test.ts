import { describe, expect, test } from 'vitest';
import { findBrokenLinks } from '../../../src/cli/broken-links.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

/** The broken links of a built site of these pages; each value is the page's HTML. */
function broken(pages: Readonly<Record<string, string>>, base = '/'): string[] {
  const dist = createEmptyFolder();
  writeFixture(dist, pages);
  return findBrokenLinks(dist, base);
}
const link = (address: string) => `<a class="x" href="${address}">計画</a>`;

describe('a link leads somewhere', () => {
  test.each([
    ['to a page', '/plans/'],
    ['to the first page', '/'],
    ['to a place on another page', '/plans/#1_1'],
    ['to a place on its own page', '#top'],
    ['to a file', '/data/nodes.csv'],
    ['with a query', '/plans/?q=1#1_1'],
    ['with encoded characters', '/%E8%A8%88/'],
    ['to another site', 'https://mihon.example/none/'],
    ['to another site by its name alone', '//mihon.example/none/'],
    ['to a mail address', 'mailto:a@mihon.example'],
    ['to the top of its page', '#'],
  ])('%s: %s', (_what, address) => {
    const pages = {
      'index.html': `<h1 id="top">町</h1>${link(address)}`,
      'plans/index.html': '<h2 id="1_1">施策</h2>',
      '計/index.html': '',
      'data/nodes.csv': '',
    };
    expect(broken(pages)).toEqual([]);
  });
});

describe('a link leads nowhere', () => {
  test.each([
    ['to a page that is not there', '/none/'],
    ['to a file that is not there', '/data/none.csv'],
    ['to a place that its page does not have', '/plans/#9_9'],
    ['to a place that only another page has', '#1_1'],
    ['to a folder without a page', '/data/'],
    ['to a page without its last slash', '/plans'],
    ['that can not be decoded', '/%E3%81/'],
    ['to a place that can not be decoded', '/plans/#%E3%81'],
  ])('%s: %s', (_what, address) => {
    const pages = {
      'index.html': link(address),
      'plans/index.html': '<h2 id="1_1">施策</h2>',
      'data/nodes.csv': '',
    };
    expect(broken(pages)).toEqual([`index.html: ${address}`]);
  });
});

describe('under a base', () => {
  const pages = (address: string) => ({ 'index.html': link(address), 'themes/index.html': '' });

  test('a link with it leads somewhere', () => {
    expect(broken(pages('/plans/themes/'), '/plans/')).toEqual([]);
  });

  test('a link without it leads out of the site', () => {
    expect(broken(pages('/themes/'), '/plans/')).toEqual(['index.html: /themes/']);
  });
});

test('pictures, scripts and styles are followed too', () => {
  const html = '<img src="/a.png"><script src="/b.js"></script><link rel="stylesheet" href="/c.css">';
  expect(broken({ 'index.html': html })).toEqual(['index.html: /a.png', 'index.html: /b.js', 'index.html: /c.css']);
});

test('a link that stands on a page several times is told once', () => {
  expect(broken({ 'index.html': link('/none/').repeat(3) })).toHaveLength(1);
});

test('a link is told at every page that has it', () => {
  expect(broken({ 'index.html': link('/none/'), 'a/index.html': link('/none/') })).toEqual([
    'a/index.html: /none/',
    'index.html: /none/',
  ]);
});

test('an attribute that only ends like an id is none', () => {
  const pages = { 'index.html': `${link('#x')}<p data-id="x"></p>` };
  expect(broken(pages)).toEqual(['index.html: #x']);
});

test('an ampersand in an address is read', () => {
  expect(broken({ 'index.html': link('/a&amp;b/'), 'a&b/index.html': '' })).toEqual([]);
});
