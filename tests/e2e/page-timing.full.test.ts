import { chromium, type Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../../tools/launch-browser.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { settlePage, withTab } from './support/browser-tabs.ts';
import { listPageKindUrls } from './support/page-kinds.ts';
import { findLargestPaint, measureLongestTask, measureReferenceTask, NOTICEABLE_DELAY } from './support/page-timing.ts';
import { openSearchPage, waitForAnswer } from './support/search-actions.ts';

// These tests have a browser of their own, because a trace contains the tasks of all its pages.
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The number of pages after which a new tab no longer takes longer than later. */
const FIRST_PAGES = 8;

const PHONE = { viewport: { width: 375, height: 740 } };

/**
 * Returns the longest task of the fastest of three tries if it is too long, or else null: other work slows a task down
 * by filling the caches. On a machine that is slow at the moment, a task may take as long as the reference task.
 */
async function findLongTask(page: Page, use: () => Promise<unknown>): Promise<number | null> {
  let fastest = Infinity;
  for (let tries = 0; tries < 3; tries++) {
    const longest = await measureLongestTask(browser, page, use);
    if (longest <= NOTICEABLE_DELAY) return null;
    if (longest <= (await withTab(browser, PHONE, (tab) => measureReferenceTask(browser, tab)))) return null;
    fastest = Math.min(fastest, longest);
  }
  return fastest;
}

test('a page of each kind has text as its largest paint, and no long task', async () => {
  const faults: string[] = [];
  await withTab(browser, PHONE, async (page) => {
    const urls = listPageKindUrls();
    for (const url of urls.slice(0, FIRST_PAGES)) await page.goto(url, { waitUntil: 'load' });
    for (const url of urls) {
      const longest = await findLongTask(page, async () => {
        await page.goto(url, { waitUntil: 'load' });
        await settlePage(page);
      });
      if (longest !== null) faults.push(`${url}: a task of ${longest} ms`);
      const { tag, isText } = await page.evaluate(findLargestPaint);
      if (!isText) faults.push(`${url}: paints ${tag} first`);
    }
  });
  expect(faults).toEqual([]);
});

test('scrolling through sixty results causes no long task', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=市民');
  await waitForAnswer(page);
  await page.locator('[data-more]').click();
  await waitForAnswer(page);
  expect(await page.locator('#results > li').count()).toBe(60);
  expect(await page.evaluate(() => document.activeElement?.closest('li')?.previousElementSibling !== null)).toBe(true);
  const scroll = async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 100) {
      window.scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
  };
  expect(await findLongTask(page, () => page.evaluate(scroll))).toBeNull();
});

test('the measurement finds a long task', async () => {
  await withTab(browser, PHONE, async (page) => {
    const longest = await findLongTask(page, () =>
      page.evaluate(() => {
        // The loop counts, because the trace measures processor time, which waiting does not use.
        for (let sum = 0; sum < 1e9; sum++);
      }),
    );
    expect(longest).toBeGreaterThan(NOTICEABLE_DELAY);
  });
});
