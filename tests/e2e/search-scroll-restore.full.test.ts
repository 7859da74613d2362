import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { openSearchPage, submitQuery, waitForAnswer } from './support/search-actions.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

/** Returns true once the history contains the scroll position. */
const isSaved = () => (history.state as { readonly top?: number } | null)?.top === 1500;
const withClock = (page: Page) => page.clock.install();
const readScrollTop = (page: Page) => page.evaluate(() => Math.round(scrollY));
const countResults = (page: Page) => page.locator('#results > li').count();
const countHistory = (page: Page) => page.evaluate(() => history.length);
/** Returns the position of a result on the screen. */
const readResultTop = (page: Page, nth: number) =>
  page.locator(`#results > li:nth-child(${nth}) a`).evaluate((link) => Math.round(link.getBoundingClientRect().top));

const RESULTS = isFull ? [25, 45] : [45];

test.each(RESULTS)('the back button returns from result %i to the same scroll position', async (nth) => {
  const { page } = await openSearchPage(browser, root, 'q=市民', {}, withClock);
  await waitForAnswer(page);
  if (nth > 30) {
    await page.locator('[data-more]').click();
    await page.locator(`#results > li:nth-child(${nth})`).waitFor();
    await waitForAnswer(page);
  }
  const link = page.locator(`#results > li:nth-child(${nth}) a`);
  await link.scrollIntoViewIfNeeded();
  const [before, resultCount] = [await readResultTop(page, nth), await countResults(page)];
  expect(await readScrollTop(page)).toBeGreaterThan(500);
  await link.click();
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  await page.goBack();
  await waitForAnswer(page);
  await page.waitForFunction(() => scrollY > 0);
  expect(await countResults(page)).toBe(resultCount);
  expect(Math.abs((await readResultTop(page, nth)) - before)).toBeLessThanOrEqual(2);
});

test('a new list begins at the top; the browser history restores the position of each list', async () => {
  const { page } = await openSearchPage(browser, root, 'q=市民', {}, withClock);
  await waitForAnswer(page);
  expect([await readScrollTop(page), await countResults(page)]).toEqual([0, 30]);
  await page.locator('#q').fill('職員');
  await waitForAnswer(page);
  await page.locator('#q').press('Enter');
  await waitForAnswer(page);
  await page.evaluate(() => {
    scrollTo({ top: 1500, behavior: 'instant' });
  });
  await page.waitForFunction(isSaved);
  await page.goBack();
  expect(await waitForAnswer(page)).toContain('「市民」');
  await page.waitForFunction(() => scrollY === 0);
  await page.goForward();
  expect(await waitForAnswer(page)).toContain('「職員」');
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 3);
});

test('arrow keys through the filters add one history entry, and the back button removes all filters', async () => {
  const { page } = await openSearchPage(browser, root, 'q=市民', {}, withClock);
  await waitForAnswer(page);
  const before = await countHistory(page);
  // The presses are one step, however slow the machine is.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.locator('select[name=city]').focus();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowDown');
  await waitForAnswer(page);
  expect(await countHistory(page)).toBe(before + 1);
  const chosen = await page.locator('select[name=city]').inputValue();
  expect(new URL(page.url()).searchParams.get('city')).toBe(chosen);
  await page.clock.fastForward(1100);
  await page.keyboard.press('ArrowUp');
  await waitForAnswer(page);
  expect(await countHistory(page)).toBe(before + 2);
  await page.goBack();
  await waitForAnswer(page);
  expect(await page.locator('select[name=city]').inputValue()).toBe(chosen);
  await page.goBack();
  await waitForAnswer(page);
  expect(await page.locator('select[name=city]').inputValue()).toBe('');
});

test('a typed word and a filter that is chosen after it are two steps of the back button', async () => {
  const { page } = await openSearchPage(browser, root);
  await waitForAnswer(page);
  const before = await countHistory(page);
  await submitQuery(page, '市民');
  await page.locator('select[name=city]').selectOption('warabi');
  await waitForAnswer(page);
  expect(await countHistory(page)).toBe(before + 2);
  await page.goBack();
  expect(await waitForAnswer(page)).toMatch(/^「市民」/);
  expect(await page.locator('select[name=city]').inputValue()).toBe('');
  await page.goBack();
  await page.locator('#search-start').waitFor();
  expect(await page.locator('#q').inputValue()).toBe('');
});

test('the back button returns from another part of the page to the previous scroll position', async () => {
  const { page } = await openSearchPage(browser, root, 'q=市民', {}, withClock);
  await waitForAnswer(page);
  await page.evaluate(() => {
    scrollTo({ top: 1500, behavior: 'instant' });
  });
  await page.waitForFunction(isSaved);
  await page.evaluate(() => {
    location.hash = 'main';
  });
  await page.waitForFunction(() => scrollY < 500);
  await page.goBack();
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 3);
  expect(await countResults(page)).toBe(30);
});
