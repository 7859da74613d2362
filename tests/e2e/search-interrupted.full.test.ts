import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import {
  waitForAnswer,
  submitQuery,
  openSearchPage,
  readPublishedDocuments,
  readShownResults,
  findMatchingDocuments,
} from './support/search-actions.ts';

/* The first part of an answer is there, and the rest is slow, fails, or belongs to a newer site. */
const browser = await connectBrowser();
const root = getBuiltSite('root');

const locateRetry = (page: Page) => page.getByRole('button', { name: 'もう一度' });

test('the number of results stays while the rest is slow', async () => {
  const release = Promise.withResolvers<null>();
  const { page } = await openSearchPage(browser, root, 'q=市民', {}, async (tab) => {
    await tab.clock.install();
    await tab.route(/\/assets\/prose-results\./, async (route) => {
      await release.promise;
      await route.continue();
    });
  });
  const count = page.locator('#result-count');
  await page.locator('#results > li').first().waitFor();
  const shownCount = await count.innerText();
  // After one second the page says that a slow answer takes long.
  await page.clock.fastForward(1500);
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
  expect([shownCount, await count.innerText()]).toEqual([shownCount, expect.stringContaining('「市民」を含むもの')]);
  release.resolve(null);
  expect(await waitForAnswer(page)).toBe(shownCount);
});

test('a search that the reader has given up never says that it takes long', async () => {
  const release = Promise.withResolvers<null>();
  const { page } = await openSearchPage(browser, root, '', {}, async (tab) => {
    await tab.clock.install();
    await tab.route(/\/api\/v1\/search\//, async (route) => {
      await release.promise;
      await route.continue();
    });
  });
  await page.locator('#q').fill('市民');
  await page.locator('main[aria-busy="true"]').waitFor();
  await page.locator('#q').fill('');
  await page.clock.fastForward(500);
  await page.locator('main[aria-busy="false"]').waitFor();
  await page.clock.fastForward(1500);
  expect(await page.locator('#result-count').innerText()).toBe('');
  release.resolve(null);
});

test('a reader who moves on while the results load does not lose the place in the page', async () => {
  const release = Promise.withResolvers<null>();
  const { page } = await openSearchPage(browser, root, '', {}, (tab) =>
    tab.route(/\/rows\//, async (route) => {
      await release.promise;
      await route.continue();
    }),
  );
  await waitForAnswer(page);
  await page.locator('#q').fill('市民');
  await page.locator('#search-start a').first().focus();
  release.resolve(null);
  await page.locator('#results > li').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-count');
});

test('the note on a city that loads late is not shown if the reader has chosen all cities', async () => {
  const release = Promise.withResolvers<null>();
  const notes = Promise.withResolvers<string>();
  const { page } = await openSearchPage(browser, root, 'q=市民&city=kashiwa', {}, (tab) =>
    tab.route(/\/assets\/city-notes\./, async (route) => {
      await release.promise;
      await route.continue();
      notes.resolve(route.request().url());
    }),
  );
  await page.locator('#results > li').first().waitFor();
  await page.locator('select[name="city"]').selectOption('');
  await page.waitForURL((url) => !url.searchParams.has('city'));
  release.resolve(null);
  // The page has the same module: after this, it has used it.
  await page.evaluate(
    async (url) => {
      await import(url);
    },
    await notes.promise,
  );
  await waitForAnswer(page);
  const note = page.locator('#search-home');
  expect([await note.isHidden(), await note.innerText()]).toEqual([true, '']);
});

test('exact results stay if related results fail to load; a second try loads these', async () => {
  const words = '防災 訓練';
  const { page } = await openSearchPage(browser, root, `q=${words}`, {}, (tab) =>
    tab.route(/\/table\/\d+\.bin$/, (route) => route.abort()),
  );
  await locateRetry(page).waitFor();
  const status = await waitForAnswer(page);
  expect(status).toContain(`「${words}」を含むもの`);
  expect(status).toContain('続きは表示できませんでした');
  const expected = findMatchingDocuments(readPublishedDocuments(root), words).map(({ url }) => url);
  expect((await readShownResults(page)).sort()).toEqual(expected.sort());
  await page.unroute(/\/table\/\d+\.bin$/);
  await locateRetry(page).click();
  await page.locator('#results > li[data-tier="related"]').first().waitFor();
  expect(await waitForAnswer(page)).not.toContain('続きは');
});

test('if a script of the search cannot be loaded, what the page advises helps', async () => {
  const script = /\/assets\/exact-search\./;
  const { page } = await openSearchPage(browser, root, 'q=市民', {}, (tab) =>
    tab.route(script, (route) => route.abort()),
  );
  await locateRetry(page).waitFor();
  expect(await page.locator('#result-count').innerText()).toContain('ページを読みこみ直してください');
  await page.unroute(script);
  await page.reload();
  expect(await waitForAnswer(page)).toContain('「市民」を含むもの');
});

test('an open page finds the new index after a redeploy', async () => {
  const { page } = await openSearchPage(browser, root, 'q=市民');
  await waitForAnswer(page);
  const other = getBuiltSite('mihon');
  await page.route(/\/api\/v1\/search\//, async (route) => {
    const file = join(other.dist, new URL(route.request().url()).pathname);
    try {
      await route.fulfill({ body: readFileSync(file) });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
  const word = readPublishedDocuments(other)[0]?.title ?? '';
  await submitQuery(page, word);
  await locateRetry(page).click();
  const expected = findMatchingDocuments(readPublishedDocuments(other), word).map(({ url }) => url);
  expect((await readShownResults(page)).sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(0);
});
