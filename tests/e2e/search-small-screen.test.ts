import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectBrowser, settlePage } from './support/browser-tabs.ts';
import {
  waitForAnswer,
  submitQuery,
  openSearchPage,
  readPublishedDocuments,
  findMatchingDocuments,
} from './support/search-actions.ts';
import { getBuiltSite } from '../site/support/built-site.ts';

/** What readers meet on a small screen, where nothing may lie on the answer and no filter is seen. */
const PHONE = { viewport: { width: 375, height: 667 } };

const browser = await connectBrowser();
const root = getBuiltSite('root');

describe('the suggestions', () => {
  const list = (page: Page) => page.locator('[role=listbox]');

  test('close when what was typed is sent, and nothing lies on the answer', async () => {
    const { page, close } = await openSearchPage(browser, root, '', PHONE);
    await waitForAnswer(page);
    await page.locator('#q').pressSequentially('窓口');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await waitForAnswer(page);
    expect(await list(page).isVisible()).toBe(false);
    expect(await page.locator('#q').getAttribute('aria-expanded')).toBe('false');
    const onTop = await page.locator('#result-count').evaluate((count) => {
      const { left, top } = count.getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5)?.id;
    });
    expect(onTop).toBe('result-count');
    await close();
  });

  test('that come after it was sent do not open', async () => {
    const letGo = Promise.withResolvers<null>();
    const { page, close } = await openSearchPage(browser, root, '', PHONE, (tab) =>
      tab.route(/\/suggestions\//, async (route) => {
        await letGo.promise;
        await route.continue();
      }),
    );
    await waitForAnswer(page);
    const requested = page.waitForRequest(/\/suggestions\//);
    // The page may give the request up.
    const ended = new Promise<void>((resolve) => {
      const listen = (request: Request) => {
        if (request.url().includes('/suggestions/')) resolve();
      };
      page.on('requestfinished', listen);
      page.on('requestfailed', listen);
    });
    await submitQuery(page, '窓口');
    await requested;
    await page.locator('#q').press('Enter');
    letGo.resolve(null);
    await ended;
    await settlePage(page);
    expect(await list(page).isVisible()).toBe(false);
    await close();
  });
});

describe('filters that were folded away', () => {
  const said = (page: Page) => page.locator('#result-count').innerText();
  const summary = (page: Page) => page.locator('#search-filters summary').innerText();
  const widen = (page: Page) => page.getByRole('button', { name: '絞り込みをはずす' });

  test('are named in what is said of nothing, and go off with one press', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=防災&city=warabi', PHONE);
    await waitForAnswer(page);
    expect(await said(page)).toContain('蕨市の中に「防災」を含むものはありません。');
    expect(await summary(page)).toBe('絞り込みと表示：蕨市');
    const all = findMatchingDocuments(readPublishedDocuments(root), '防災').length;
    expect(await widen(page).innerText()).toBe(`絞り込みをはずす（${all}件）`);
    await widen(page).click();
    await waitForAnswer(page);
    expect(await said(page)).toContain(`「防災」を含むもの ${all}件。`);
    expect(await summary(page)).toBe('絞り込みと表示');
    expect(await widen(page).isVisible()).toBe(false);
    expect(new URL(page.url()).searchParams.has('city')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-count');
    await page.goBack();
    expect(await waitForAnswer(page)).toContain('蕨市の中に');
    await close();
  });

  test('are named beside what was found too, and where nothing is asked for', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=市民&city=warabi&kind=node', PHONE);
    await waitForAnswer(page);
    expect(await said(page)).toMatch(/^蕨市・計画の項目の中に「市民」を含むもの \d+件。/);
    expect(await widen(page).isVisible()).toBe(false);
    await submitQuery(page, '');
    expect(await summary(page)).toBe('絞り込みと表示：蕨市・計画の項目');
    await close();
  });

  test('what to do where nothing is found stands before the pages of prose', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=どこにもない言葉xyz&city=warabi', PHONE);
    await waitForAnswer(page);
    const hint = page.locator('#search-below p', { hasText: '絞り込みをはずすと' });
    expect(await hint.evaluate((one) => one.nextElementSibling?.className)).toBe('search-prose');
    await close();
  });
});
