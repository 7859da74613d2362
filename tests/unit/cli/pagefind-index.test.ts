import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isProsePage, writePagefindIndex } from '../../../src/cli/pagefind-index.ts';
import { listFolderFiles } from '../../site/support/project-copy.ts';
import { createSharedFolder } from '../../support/fixture-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { buildSiteFiles, NO_FILTERS, openInMemory } from '../search/index-in-memory.ts';

const formatPage = (title: string, ...paragraphs: readonly string[]) =>
  `<html lang="ja"><body><header>見出しの外</header><main><h1>${title}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</main></body></html>`;

const folder = createSharedFolder();

/** Writes a small built site, and indexes its prose. */
async function indexPages(name: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const dist = join(folder, name);
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), html);
  }
  await writePagefindIndex(dist, '/base/');
  return join(dist, 'search', 'pagefind');
}

afterAll(() => {
  vi.unstubAllGlobals();
});

test('the path of a page says whether it has prose, with or without slashes at its ends', () => {
  const prose = ['/about/', 'about/method', '/glossary/', '/plans/warabi-jiritsu/', '/themes/digital'];
  const others = ['/', '/plans/', '/plans/warabi-jiritsu/33/', '/data/plans/warabi-jiritsu/', '/themes/'];
  expect([...prose, ...others].filter(isProsePage)).toEqual(prose);
});

test('pages of prose, and no others, are indexed, without what controls say', async () => {
  const pages = {
    'about/index.html': formatPage('この見本について', '市民の声を聴きます。<output>取組46件です。</output>'),
    'themes/digital/index.html': formatPage('デジタル化', '手続をオンラインにします。'),
    'about/design/index.html': formatPage('部品', '架空市の窓口です。'),
    'about/messages/index.html': formatPage('メッセージ', '架空市の値です。'),
    'about/rules/index.html': formatPage('規則', '架空市の表です。'),
    'indicators/index.html': formatPage('指標', '本文ではありません。'),
  };
  const index = await indexPages('one', pages);
  const names = listFolderFiles(index);
  const texts = names
    .filter((name) => name.endsWith('.pf_fragment'))
    .map((name) => gunzipSync(readFileSync(join(index, name))).toString());
  expect(texts).toHaveLength(2);
  expect(texts).toEqual(
    expect.arrayContaining(['手続', '市民'].map((word) => expect.stringContaining(word) as string)),
  );
  expect(texts.join()).not.toContain('取組');
  expect(names).toContain('pagefind.js');
  expect(readFileSync(join(index, 'LICENSE.txt'), 'utf8')).toMatch(
    /Copyright \(c\) Pagefind[^]*Permission is hereby granted/,
  );
  // Pagefind's own search form and list are not published.
  expect(names.filter((name) => /(?:ui|highlight)/.test(name))).toEqual([]);
  const entry = readFileSync(join(index, 'pagefind-entry.json'), 'utf8');
  expect(JSON.parse(entry)).toMatchObject({ languages: { ja: { page_count: 2 } } });
});

/** What this test uses of Pagefind's script. */
interface PagefindScript {
  readonly options: (options: { readonly basePath: string; readonly baseUrl: string }) => Promise<void>;
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly { data(): Promise<{ readonly url: string }> }[] }>;
}

/** Opens an index of Pagefind in Node: its files come from the folder instead of the network. */
async function openPagefind(index: string): Promise<(query: string) => Promise<string[]>> {
  const basePath = 'https://pagefind.invalid/';
  vi.stubGlobal('fetch', (request: Request | string) => {
    const url = request instanceof Request ? request.url : request;
    const file = join(index, url.slice(basePath.length).replace(/\?.*/, ''));
    return Promise.resolve(existsSync(file) ? new Response(readFileSync(file)) : new Response('', { status: 404 }));
  });
  const script = join(folder, 'pagefind.mjs');
  writeFileSync(script, readFileSync(join(index, 'pagefind.js')));
  const pagefind = (await import(pathToFileURL(script).href)) as PagefindScript;
  await pagefind.options({ basePath, baseUrl: '/' });
  return async (query) => {
    const { results } = await pagefind.search(query);
    return Promise.all(results.map(async (result) => (await result.data()).url));
  };
}

describe('Pagefind finds on the real site what the index of documents does not:', async () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);
  const index = await openInMemory(buildSiteFiles(siteData));
  let searchProse: (query: string) => Promise<string[]>;

  beforeAll(async () => {
    const terms = siteData.terms.map(({ title, description }) => `${title}：${description}`);
    const pages = { 'glossary/index.html': formatPage('用語集', ...terms) };
    searchProse = await openPagefind(await indexPages('real', pages));
  });

  test('pages that contain the words in several documents', async () => {
    const { exact } = await index.search('ICT アウトカム', NO_FILTERS);
    expect(exact).toEqual([]);
    expect(await searchProse('ICT アウトカム')).toContain('/base/glossary/');
  });
});
