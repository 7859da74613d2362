import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { getBuiltSite, getPagePath, listPageFiles, readSiteFile, SITE_NAMES } from './support/built-site.ts';
import { listElements, listPageLinks, readPageHead, type PageHead } from './support/page-html.ts';
import { listFolderFiles } from './support/project-copy.ts';
import { filterBrokenLinks } from './support/published-links.ts';

interface Page {
  readonly file: string;
  /** The published URL of the page. */
  readonly url: string;
  readonly head: PageHead;
  readonly links: readonly string[];
}

function listChildren(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

describe.each(SITE_NAMES)('every page of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  let pages: readonly Page[];
  /** The pages in the sitemap: without the page for missing URLs and the embed pages. */
  let indexed: readonly Page[];
  const listFiles = (list: readonly Page[], isWrong: (page: Page) => boolean) =>
    list.filter(isWrong).map(({ file }) => file);

  beforeAll(() => {
    pages = listPageFiles(site).map((file) => {
      const html = readSiteFile(site, file);
      const url = site.origin + getPagePath(site, file);
      return { file, url, head: readPageHead(html), links: listPageLinks(html) };
    });
    indexed = pages.filter(({ file }) => file !== '404.html' && !file.startsWith('embed/'));
    expect(indexed.length).toBeGreaterThan(5);
  });

  test('has a content security policy without unsafe-inline and unsafe-eval', () => {
    const isUnsafe = ({ head }: Page) => {
      const policy = head.meta.get('content-security-policy') ?? '';
      return !policy.includes("default-src 'none'") || policy.includes("'unsafe-");
    };
    expect(listFiles(pages, isUnsafe)).toEqual([]);
  });

  test('links only to pages, files and elements that exist', () => {
    const broken = pages.flatMap(({ file, url, links }) => {
      const urls = links.map((link) => new URL(link, url).href);
      return filterBrokenLinks(site, urls, site.origin).map((fault) => `${file} ${fault}`);
    });
    expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(500);
    expect(broken).toEqual([]);
  });

  test('names its tables', () => {
    const tables = pages.flatMap(({ file }) =>
      [...readSiteFile(site, file).matchAll(/<table[^>]*>\s*(<caption|)/g)].map(([, name]) => ({ file, name })),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ name }) => name === '')).toEqual([]);
  });

  test('has words in every header of its tables', () => {
    expect(listFiles(pages, ({ file }) => /<th\b[^>]*>\s*<\/th>/.test(readSiteFile(site, file)))).toEqual([]);
  });

  test('has a header in every row of its tables with words in the first cell', () => {
    const isWrong = ({ file }: Page) => /<tr[^>]*>\s*<td[^>]*>(?!\s*<\/td>)/.test(readSiteFile(site, file));
    expect(listFiles(pages, isWrong)).toEqual([]);
  });

  test('has no attribute of a picture in rem, which WebKit ignores', () => {
    const isWrong = ({ file }: Page) => /<(?:text|line|rect|circle)\b[^>]*="[\d.]+rem"/.test(readSiteFile(site, file));
    expect(listFiles(pages, isWrong)).toEqual([]);
  });

  test('has a space between a name and its count, state or note, for readers without styles', () => {
    const pattern = /[^>]<\/(?:a|b|span|strong|small)><(?:small|span class="(?:num|count|badge|status))\b[^>]*>[^（<]/;
    const isWrong = ({ file }: Page) => pattern.test(readSiteFile(site, file).replaceAll(/<svg.*?<\/svg>/gs, ''));
    expect(listFiles(pages, isWrong)).toEqual([]);
  });

  test('has words in every paragraph, description and small text that no script fills', () => {
    const isWrong = ({ file }: Page) => /<(p|dd|small)\b(?![^>]* id=)[^>]*>\s*<\/\1>/.test(readSiteFile(site, file));
    expect(listFiles(pages, isWrong)).toEqual([]);
  });

  test('has no space between two Japanese sentences of one text', () => {
    const pattern = /[。、] [\p{sc=Hira}\p{sc=Kana}\p{sc=Han}「]/u;
    const hidden = /<(script|style|pre)\b.*?<\/\1>/gs;
    expect(listFiles(pages, ({ file }) => pattern.test(readSiteFile(site, file).replaceAll(hidden, '')))).toEqual([]);
  });

  test('has its own URL as its canonical URL', () => {
    expect(listFiles(indexed, ({ url, head }) => head.canonical !== url)).toEqual([]);
  });

  test('has a description, without empty brackets and without a word in brackets behind itself', () => {
    const isWrong = ({ head }: Page) => /^$|（）|(..+)（\1）/.test(head.meta.get('description') ?? '');
    expect(listFiles(indexed, isWrong)).toEqual([]);
  });

  test('has a title, kind, URL and description for other sites', () => {
    const isIncomplete = ({ url, head: { meta } }: Page) =>
      !meta.get('og:title') || !meta.get('og:type') || !meta.get('og:description') || meta.get('og:url') !== url;
    expect(listFiles(indexed, isIncomplete)).toEqual([]);
  });

  test('has a title that no other page has', () => {
    const titles = Map.groupBy(pages, ({ head }) => head.title);
    const shared = [...titles].filter(([title, same]) => title === '' || same.length > 1);
    expect(shared.map(([title, same]) => `${title}: ${same.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });

  test('has English as its language below /en/, and otherwise Japanese', () => {
    expect(listFiles(pages, ({ file, head }) => head.lang !== (file.startsWith('en/') ? 'en' : 'ja'))).toEqual([]);
  });
});

describe('what the browsers in docs/architecture.md can read', () => {
  const site = getBuiltSite('root');
  const listFaults = (files: string, pattern: RegExp) =>
    listFolderFiles(site.dist, files).flatMap((file) =>
      [...readSiteFile(site, file).matchAll(pattern)].map(([fault]) => `${file} ${fault}`),
    );

  test('styles have no comparison and no bare “not” in a media query, and nothing nested', () => {
    expect(listFaults('assets/*.css', /@media[^{]*\{/g).length).toBeGreaterThan(50);
    expect(listFaults('assets/*.css', /@media[^{]*(?:[<>]|not ?\()[^{]*\{|[{;}]&[^{}]*\{/g)).toEqual([]);
  });

  test('a list of selectors has “:has()” only inside of “:is()” or “:where()”, so that browsers without it read the others', () => {
    const lists = listFaults('assets/*.css', /(?<=[{}])[^{}@]*:has\([^{}]*(?=\{)/g);
    expect(lists.length).toBeGreaterThan(20);
    const brackets = String.raw`\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)`;
    const remove = (list: string, pattern: string) => list.replace(new RegExp(pattern, 'g'), '');
    const faults = lists.filter(
      (list) => remove(list, `:(?:is|where)${brackets}`).includes(':has(') && remove(list, brackets).includes(','),
    );
    expect(faults).toEqual([]);
  });

  test('styles hide nothing until a browser knows the media feature “scripting”', () => {
    const shown = /@media[^{]*\(scripting:enabled\)\{(?:[^{}]*\{[^{}]*\})*?[^{}]*\{[^{}]*display:(?:flex|grid)/g;
    expect(listFaults('assets/*.css', shown)).toEqual([]);
  });

  test('scripts have no syntax that stops them: no pattern with the flag v, and no import with attributes', () => {
    const scripts = listFolderFiles(site.dist, 'assets/*.js');
    expect(scripts.length).toBeGreaterThan(40);
    const faults = scripts.flatMap((file) => {
      const source = ts.createSourceFile(file, readSiteFile(site, file), ts.ScriptTarget.Latest);
      const list = (node: ts.Node): string[] => {
        const hasFlag = ts.isRegularExpressionLiteral(node) && /\/[a-z]*v[a-z]*$/.test(node.text);
        const isNew = hasFlag || ts.isImportAttributes(node);
        const own = isNew ? [`${file} ${node.getText(source).slice(0, 60)}`] : [];
        return [...own, ...listChildren(node).flatMap(list)];
      };
      return list(source);
    });
    expect(faults).toEqual([]);
  });
});

test('on the page of the open data, a link leads to a section or to its page, each with its own text', () => {
  const html = readSiteFile(getBuiltSite('root'), 'data/index.html');
  const findText = (href: string) => new RegExp(`<a href="${href}">([^<]+)</a>`).exec(html)?.[1];
  expect([findText('#保存版'), findText('/data/versions/')]).toEqual(['保存版', '保存版のページ']);
});

test('lines of the heading of the home page can end after each “・”, also if a browser keeps words whole', () => {
  const heading = /<h1[^>]*>.*?<\/h1>/s.exec(readSiteFile(getBuiltSite('root'), 'index.html'))?.[0] ?? '';
  expect(heading.match(/・/g)).toHaveLength(2);
  expect(heading.match(/・<wbr>/g)).toHaveLength(2);
});

test.each(['about/method/index.html', 'data/index.html'])('%s begins with a list of its sections', (file) => {
  const html = readSiteFile(getBuiltSite('root'), file);
  const contents = /<ul class="link-row" aria-label="目次">.*?<\/ul>/s.exec(html)?.[0] ?? '';
  const sections = listElements(html, 'h2').flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(sections.length).toBeGreaterThan(5);
  expect(listPageLinks(contents)).toEqual(sections.filter((id) => id !== 'other-guides').map((id) => `#${id}`));
});
