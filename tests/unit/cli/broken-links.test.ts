import { describe, expect, test } from 'vitest';
import { findBrokenLinks } from '../../../src/cli/broken-links.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

/** Finds the broken links of a site with these pages. */
function findBroken(pages: Readonly<Record<string, string>>, base = '/'): string[] {
  const dist = createEmptyFolder();
  writeFixture(dist, pages);
  return findBrokenLinks(dist, base);
}
const link = (url: string) => `<a class="x" href="${url}">計画</a>`;

describe('a link is not broken', () => {
  test.each([
    ['to a page', '/plans/'],
    ['to the first page', '/'],
    ['to an id on another page', '/plans/#1_1'],
    ['to an id on its own page', '#top'],
    ['to a file', '/data/nodes.csv'],
    ['to a part of a file', '/data/nodes.csv#row=2'],
    ['with a query', '/plans/?q=1#1_1'],
    ['with encoded characters', '/%E8%A8%88/'],
    ['to another site', 'https://mihon.example/none/'],
    ['to another site in capital letters', 'HTTPS://mihon.example/none/'],
    ['to another site without a scheme', '//mihon.example/none/'],
    ['to a mail address', 'mailto:a@mihon.example'],
    ['to the top of its page', '#'],
  ])('%s: %s', (_what, url) => {
    const pages = {
      'index.html': `<h1 id="top">町</h1>${link(url)}`,
      'plans/index.html': '<h2 id="1_1">施策</h2>',
      '計/index.html': '',
      'data/nodes.csv': '',
    };
    expect(findBroken(pages)).toEqual([]);
  });
});

describe('a link is broken', () => {
  test.each([
    ['to a page that does not exist', '/none/'],
    ['to a file that does not exist', '/data/none.csv'],
    ['to an id that the page does not have', '/plans/#9_9'],
    ['to an id that only another page has', '#1_1'],
    ['to a page that does not exist, with a colon in its path', '/none:1/'],
    ['to a folder without a page', '/data/'],
    ['to a page without its last slash', '/plans'],
    ['that can not be decoded', '/%E3%81/'],
    ['to an id that can not be decoded', '/plans/#%E3%81'],
  ])('%s: %s', (_what, url) => {
    const pages = {
      'index.html': link(url),
      'plans/index.html': '<h2 id="1_1">施策</h2>',
      'data/nodes.csv': '',
    };
    expect(findBroken(pages)).toEqual([`index.html: ${url}`]);
  });
});

describe('under a base', () => {
  const pages = (url: string) => ({ 'index.html': link(url), 'themes/index.html': '' });

  test('accepts a link with it', () => {
    expect(findBroken(pages('/plans/themes/'), '/plans/')).toEqual([]);
  });

  test('reports a link without it', () => {
    expect(findBroken(pages('/themes/'), '/plans/')).toEqual(['index.html: /themes/']);
  });
});

test('checks pictures, scripts and styles', () => {
  const html = '<img src="/a.png"><script src="/b.js"></script><link rel="stylesheet" href="/c.css">';
  expect(findBroken({ 'index.html': html })).toEqual(['index.html: /a.png', 'index.html: /b.js', 'index.html: /c.css']);
});

test('reports a repeated link once', () => {
  expect(findBroken({ 'index.html': link('/none/').repeat(3) })).toHaveLength(1);
});

test('reports a link on every page with it, and no other link of these pages', () => {
  const html = link('/a/') + link('/none/');
  expect(findBroken({ 'index.html': html, 'a/index.html': html })).toEqual([
    'a/index.html: /none/',
    'index.html: /none/',
  ]);
});

test('looks for an id on the page of the link', () => {
  const pages = { 'a/index.html': `${link('#x')}<p id="x"></p>`, 'b/index.html': link('#x') };
  expect(findBroken(pages)).toEqual(['b/index.html: #x']);
});

test('ignores attributes that only end with id', () => {
  const pages = { 'index.html': `${link('#x')}<p data-id="x"></p>` };
  expect(findBroken(pages)).toEqual(['index.html: #x']);
});

test.each(['&amp;', '&#38;'])('decodes an ampersand in a URL: %s', (ampersand) => {
  expect(findBroken({ 'index.html': link(`/a${ampersand}b/`), 'a&b/index.html': '' })).toEqual([]);
});
