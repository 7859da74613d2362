import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser, settlePage } from './support/browser-tabs.ts';
import {
  waitForAnswer,
  submitQuery,
  openSearchPage,
  readPublishedDocuments,
  findMatchingDocuments,
} from './support/search-actions.ts';

/** A small screen, where nothing may cover the answer. */
const PHONE = { viewport: { width: 375, height: 667 } };

const browser = await connectBrowser();
const root = getBuiltSite('root');

describe('the suggestions', () => {
  const locateList = (page: Page) => page.locator('[role=listbox]');

  test('close when the query is submitted, and nothing covers the answer', async () => {
    const { page } = await openSearchPage(browser, root, '', PHONE);
    await waitForAnswer(page);
    await page.locator('#q').pressSequentially('窓口');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await waitForAnswer(page);
    expect(await locateList(page).isVisible()).toBe(false);
    expect(await page.locator('#q').getAttribute('aria-expanded')).toBe('false');
    const topElement = await page.locator('#result-count').evaluate((count) => {
      const { left, top } = count.getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5)?.id;
    });
    expect(topElement).toBe('result-count');
  });

  /** Holds the requests for suggestions of a page until `release` is called; `ended` is resolved when one has ended. */
  const holdSuggestions = async (page: Page) => {
    const hold = Promise.withResolvers<null>();
    const ended = Promise.withResolvers<null>();
    await page.route(/\/suggestions\//, async (route) => {
      await hold.promise;
      await route.continue();
    });
    const listen = (request: Request) => {
      if (request.url().includes('/suggestions/')) ended.resolve(null);
    };
    // The page may cancel the request.
    page.on('requestfinished', listen);
    page.on('requestfailed', listen);
    const release = () => {
      hold.resolve(null);
    };
    return { release, ended: ended.promise, requested: page.waitForRequest(/\/suggestions\//) };
  };

  test('do not open if they arrive after the query is submitted', async () => {
    const { page } = await openSearchPage(browser, root, '', PHONE);
    await waitForAnswer(page);
    const { release, ended, requested } = await holdSuggestions(page);
    await submitQuery(page, '窓口');
    await requested;
    await page.locator('#q').press('Enter');
    release();
    await ended;
    await settlePage(page);
    expect(await locateList(page).isVisible()).toBe(false);
  });

  test('do not replace the list in which the reader moves', async () => {
    const { page } = await openSearchPage(browser, root, '', PHONE);
    await waitForAnswer(page);
    await page.locator('#q').pressSequentially('窓');
    await page.locator('[role=option]').first().waitFor();
    const options = await locateList(page).innerText();
    const { release, ended, requested } = await holdSuggestions(page);
    await page.locator('#q').fill('子育て');
    await requested;
    await page.keyboard.press('ArrowDown');
    release();
    await ended;
    await settlePage(page);
    expect(await locateList(page).innerText()).toBe(options);
    expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(1);
  });
});

test('an arrow key shows its suggestion, also in a window as small as a large one at 400 %', async () => {
  const { page } = await openSearchPage(browser, root, '', { viewport: { width: 320, height: 256 } });
  await waitForAnswer(page);
  await page.locator('#q').pressSequentially('窓口');
  await page.locator('[role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const { top, bottom } = await page.locator('[role=option][aria-selected=true]').evaluate((option) => {
    const box = option.getBoundingClientRect();
    return { top: box.top, bottom: box.bottom };
  });
  expect(top).toBeGreaterThan(-1);
  // Browsers scroll by whole pixels.
  expect(bottom).toBeLessThan(257);
});

describe('filters', () => {
  const readStatus = (page: Page) => page.locator('#result-count').innerText();
  const readCity = (page: Page) => page.locator('select[name=city]').inputValue();
  const locateRemoveButton = (page: Page) => page.getByRole('button', { name: 'しぼりこみをはずす' });

  test('are named in the status if there are no results, and one button removes them', async () => {
    const { page } = await openSearchPage(browser, root, 'q=防災&city=warabi', PHONE);
    await waitForAnswer(page);
    expect(await readStatus(page)).toContain('蕨市の中に「防災」を含むものはありません。');
    expect(await readCity(page)).toBe('warabi');
    const total = findMatchingDocuments(readPublishedDocuments(root), '防災').length;
    expect(await locateRemoveButton(page).innerText()).toBe(`しぼりこみをはずす（${total}件）`);
    await locateRemoveButton(page).click();
    await waitForAnswer(page);
    expect(await readStatus(page)).toContain(`「防災」を含むものは${total}件です。`);
    expect(await readCity(page)).toBe('');
    expect(await locateRemoveButton(page).isVisible()).toBe(false);
    expect(await page.locator('#search-widen').textContent()).toBe('しぼりこみをはずす');
    expect(new URL(page.url()).searchParams.has('city')).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-count');
    await page.goBack();
    expect(await waitForAnswer(page)).toContain('蕨市の中に');
  });

  test('are named in the status with results, and stay without a query', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民&city=warabi&kind=node', PHONE);
    await waitForAnswer(page);
    expect(await readStatus(page)).toMatch(/^蕨市・計画の項目の中に「市民」を含むものは\d+件です。/);
    expect(await locateRemoveButton(page).isVisible()).toBe(false);
    await submitQuery(page, '');
    expect(await readCity(page)).toBe('warabi');
  });

  test('the hint for no results is before the pages of prose', async () => {
    const { page } = await openSearchPage(browser, root, 'q=どこにもない言葉xyz&city=warabi', PHONE);
    await waitForAnswer(page);
    const hint = page.locator('#search-below p', { hasText: 'しぼりこみをはずすと' });
    expect(await hint.evaluate((element) => element.nextElementSibling?.className)).toBe('search-prose');
  });
});

test('with large letters, the first result is on the first screen, and filters fold unless they are in use', async () => {
  const { page } = await openSearchPage(browser, root, '', PHONE);
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  await submitQuery(page, '窓口');
  // The open list would cover the choice.
  await page.locator('#q').press('Enter');
  await waitForAnswer(page);
  const { y = 0, height = 0 } = (await page.locator('#results h3').first().boundingBox()) ?? {};
  expect(height).toBeGreaterThan(24);
  expect(y + height).toBeLessThan(PHONE.viewport.height);
  const city = page.locator('select[name=city]');
  expect(await city.isVisible()).toBe(false);
  const fold = page.getByRole('checkbox', { name: 'しぼりこむ' });
  await fold.check();
  await city.selectOption('warabi');
  await waitForAnswer(page);
  await fold.uncheck();
  expect(await city.isVisible()).toBe(true);
  await fold.check();
  await city.selectOption('');
  await fold.uncheck();
  expect(await city.isVisible()).toBe(false);
});

test('a part of a text begins a line of an excerpt', async () => {
  const { page } = await openSearchPage(browser, root, 'q=高度成長期', PHONE);
  const excerpt = page.locator('.results li > p:last-child').filter({ hasText: 'ねらい' });
  expect(await excerpt.innerText()).toMatch(/運営します。\nねらい\n/);
});
