import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  findElementIds,
  listPageFiles,
  getPagePath,
  readSiteFile,
  getBuiltSite,
  SITE_NAMES,
} from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, openTab, openWithoutScripts, settlePage } from './support/browser-tabs.ts';
import {
  waitForAnswer,
  submitQuery,
  openSearchPage,
  readPublishedDocuments,
  readShownResults,
} from './support/search-actions.ts';
import { findLayoutShifts } from './support/visual-faults.ts';

/** The URLs of all index files. */
const INDEX = /\/api\/v1\/search\//;

const browser = await connectBrowser();
const root = getBuiltSite('root');

describe('if the index cannot be loaded', () => {
  const readStatus = (page: Page) => page.locator('#result-count').innerText();
  const locateRetry = (page: Page) => page.getByRole('button', { name: 'もう一度' });

  test('the page says so, and a button tries again', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民', {}, (tab) =>
      tab.route(INDEX, (route) => route.abort()),
    );
    await locateRetry(page).waitFor();
    expect(await readStatus(page)).toContain('読みこめませんでした');
    expect(await page.locator('#results > li').count()).toBe(0);
    expect(await page.locator('#search-start').innerText()).toContain('五十音の索引');
    await page.unroute(INDEX);
    await locateRetry(page).press('Enter');
    await page.locator('#results > li').first().waitFor();
    expect(await waitForAnswer(page)).toContain('「市民」を含むもの');
    expect(await locateRetry(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-count');
  });

  test('the list stays and can be continued later', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民');
    const status = await waitForAnswer(page);
    await page.route(INDEX, (route) => route.abort());
    await page.locator('[data-more]').click();
    await locateRetry(page).waitFor();
    const message = page.locator('p:has(> [data-more]) output');
    expect(await message.innerText()).toContain('読みこめませんでした');
    expect(await locateRetry(page).evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await readStatus(page)).toBe(status);
    expect(await page.locator('#results > li').count()).toBe(30);
    await page.unroute(INDEX);
    await locateRetry(page).click();
    await page.locator('#results > li:nth-child(60)').waitFor();
    expect(await waitForAnswer(page)).toBe(status);
    expect(await message.innerText()).toBe('');
    expect(await page.locator('[data-more]').innerText()).toBe('もっと見る');
    const firstNew = page.locator('#results > li:nth-child(31) a');
    expect(await firstNew.evaluate((link) => link === document.activeElement)).toBe(true);
  });

  test('the focus moves from the button to the count of prose pages when it disappears', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民');
    await waitForAnswer(page);
    await page.getByRole('button', { name: '文章からさがす' }).press('Enter');
    await page.locator('.search-prose li').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^\d+ページ$/);
  });

  test('the page says that a damaged file is damaged, and shows no results', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民', {}, (tab) =>
      tab.route(INDEX, async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        const damaged = route.request().url().endsWith('.json') ? body : Buffer.from(body.map((byte) => byte ^ 85));
        await route.fulfill({ response, body: damaged });
      }),
    );
    await locateRetry(page).waitFor();
    expect(await readStatus(page)).toContain('こわれています');
    expect(await readShownResults(page)).toEqual([]);
  });

  test.each([320, ...(isFull ? [1280] : [])])(
    'the page of %i px says after a second that the answer takes long',
    async (width) => {
      const release = Promise.withResolvers<null>();
      const { page } = await openSearchPage(browser, root, '', { viewport: { width, height: 640 } }, async (tab) => {
        await tab.clock.install();
        await tab.route(INDEX, async (route) => {
          await release.promise;
          await route.continue();
        });
      });
      const start = page.locator('#search-start');
      const before = await start.boundingBox();
      await page.locator('#q').fill('市民');
      await page.locator('main[aria-busy="true"]').waitFor();
      await page.clock.fastForward(1000);
      const message = page.locator('#result-count', { hasText: '時間がかかっています' });
      await message.waitFor();
      // The message appears above what is there, which stays.
      expect(await start.boundingBox()).toEqual(before);
      const { y = 0, height = 0 } = (await message.boundingBox()) ?? {};
      expect(y + height).toBeLessThanOrEqual(before?.y ?? 0);
      expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
      release.resolve(null);
      expect(await waitForAnswer(page)).toContain('「市民」を含むもの');
    },
  );
});

const SCREENS = [
  ['320 px wide, dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['1280 px wide', { viewport: { width: 1280, height: 900 } }],
] as const;

describe.each(isFull ? SCREENS : SCREENS.slice(0, 1))('on a screen %s', (_name, options) => {
  test('results, suggestions and the page without results have no axe violations', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民&view=kind', options);
    await waitForAnswer(page);
    await page.locator('#search-filters summary').click();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially('指定');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await findAxeViolations(page)).toEqual([]);
    await submitQuery(page, 'どこにもない言葉xyz');
    expect(await findAxeViolations(page)).toEqual([]);
  });

  test('nothing overflows or moves during typing', async () => {
    const { page } = await openSearchPage(browser, root, '', options);
    await waitForAnswer(page);
    for (const query of ['指定管理者', 'どこにもない言葉xyz', ...(isFull ? ['市民', 'サービス 向上'] : [])]) {
      await page.locator('#q').fill('');
      await page.locator('#q').pressSequentially(query, { delay: 30 });
      await waitForAnswer(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    await settlePage(page);
    expect(await page.evaluate(findLayoutShifts)).toEqual([]);
  });
});

test('if its script does not arrive, the page says so after a while, and links to the kana index', async () => {
  const page = await openTab(browser);
  const letTimePass = await openWithoutScripts(page, `${root.served}/search/?q=市民`);
  const line = page.locator('#result-count');
  expect(await line.isVisible()).toBe(false);
  await letTimePass();
  await line.filter({ hasText: '読みこめていません', visible: true }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await line.getByRole('link', { name: '五十音の索引' }).click();
  await page.waitForURL(/\/search\/kana\/$/);
});

describe('without JavaScript', () => {
  test('the form of the home page leads to a page that says what it needs and links to the kana index', async () => {
    const page = await openTab(browser, { javaScriptEnabled: false });
    await page.goto(`${root.served}/`);
    await page.locator('main [name=q]').fill('市民');
    await page.locator('main [name=q]').press('Enter');
    await page.waitForURL(/\/search\/\?q=%E5%B8%82%E6%B0%91$/);
    expect(await page.locator('main').innerText()).toContain('JavaScript で動きます');
    expect(await page.locator('#search-tool').isVisible()).toBe(false);
    for (const name of ['デジタル化', '蕨市'])
      expect(await page.locator('main').getByRole('link', { name }).count()).toBeGreaterThan(0);
    await page.locator('main').getByRole('link', { name: '蕨市' }).click();
    expect(await page.locator(':target h2').innerText()).toBe('くらしの言葉でさがす');
    await page.goBack();
    await page.locator('main').getByRole('link', { name: '五十音の索引' }).click();
    await page.waitForURL(/\/search\/kana\/$/);
    await page.getByRole('link', { name: 'さ行' }).click();
    expect(await page.locator(':target').innerText()).toBe('さ行');
  });

  test.each(SITE_NAMES)(
    'the kana index of the site “%s” links to every term, zone, indicator and plan item in 60 KiB',
    (name) => {
      const site = getBuiltSite(name);
      const html = readSiteFile(site, 'search/kana/index.html');
      const hrefs = new Set([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? ''));
      const documents = readPublishedDocuments(site).filter(({ kind }) =>
        ['term', 'zone', 'indicator', 'node'].includes(kind),
      );
      expect(documents.length).toBeGreaterThan(10);
      expect(documents.filter(({ url }) => !hrefs.has(url))).toEqual([]);
      expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(60 * 1024);
      expect(findElementIds(html).has('row-1')).toBe(true);
    },
  );
});

describe.each(SITE_NAMES)('every page of the site “%s”', (name) => {
  test('has a link to the search in its header; the home page has the form and publishes the search URL', () => {
    const site = getBuiltSite(name);
    const header = (file: string) => /<header[\s\S]*?<\/header>/.exec(readSiteFile(site, file))?.[0] ?? '';
    const without = listPageFiles(site).filter(
      (file) => !file.startsWith('embed/') && !header(file).includes(`href="${site.base}search/"`),
    );
    expect(without).toEqual([]);
    expect(readSiteFile(site, 'index.html')).toContain(`action="${site.base}search/" method="get"`);
    const urlTemplate = `${site.origin}${site.base}search/?q={words}`;
    expect(readSiteFile(site, 'index.html')).toContain(JSON.stringify(urlTemplate));
    expect(listPageFiles(site).map((file) => getPagePath(site, file))).toContain(`${site.base}search/`);
  });
});
