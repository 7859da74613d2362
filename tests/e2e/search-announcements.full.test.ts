import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { waitForAnswer, submitQuery, openSearchPage } from './support/search-actions.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

const readCount = (page: Page) => page.locator('#result-count').innerText();

/** Starts to collect announcements; returns a function that returns those so far. */
async function collectAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const announcements: string[] = [];
    Object.assign(window, { announcements });
    const status = document.getElementById('result-said');
    if (!status) throw new Error('the page has no element for announcements');
    new MutationObserver(() => announcements.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { announcements: string[] }).announcements);
}

const withClock = (page: Page) => page.clock.install();

test('the page shows results at every letter, and announces them after a pause in typing', async () => {
  const { page } = await openSearchPage(browser, root, '', {}, withClock);
  await waitForAnswer(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  const readAnnouncements = await collectAnnouncements(page);
  for (const letter of 'gyousei') {
    await page.locator('#q').pressSequentially(letter);
    await page.clock.runFor(150);
  }
  await waitForAnswer(page);
  expect(await readCount(page)).toContain('「gyousei」');
  expect(await readAnnouncements()).toEqual([]);
  await page.clock.runFor(1000);
  expect(await readAnnouncements()).toEqual([await readCount(page)]);
  expect(await page.locator('#result-count').getAttribute('aria-live')).toBe('off');
});

test('the page announces the results of a submitted query once, with the related ones', async () => {
  const { page } = await openSearchPage(browser, root, '', {}, withClock);
  await waitForAnswer(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  const readAnnouncements = await collectAnnouncements(page);
  await page.locator('#q').pressSequentially('市民');
  await page.keyboard.press('Enter');
  await expect.poll(() => readCount(page)).toContain('「市民」');
  await page.clock.runFor(300);
  expect(await readAnnouncements()).toEqual([]);
  await waitForAnswer(page);
  await page.clock.runFor(600);
  expect(await readAnnouncements()).toEqual([await readCount(page)]);
  // Later, the page contains the sentence once.
  await page.clock.runFor(5000);
  expect(await page.getByRole('status').filter({ hasText: '市民' }).count()).toBe(1);
});

test.each(['', ' ', '　'])(
  'the page asks for words if “%s” is submitted, but not while words are deleted',
  async (query) => {
    const { page } = await openSearchPage(browser, root, 'q=市民', {}, withClock);
    await waitForAnswer(page);
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.locator('#q').fill(query);
    await page.clock.runFor(1000);
    await waitForAnswer(page);
    expect(await readCount(page)).toBe('');
    const readAnnouncements = await collectAnnouncements(page);
    await page.keyboard.press('Enter');
    await page.clock.runFor(600);
    expect(await readAnnouncements()).toEqual(['言葉がありません。']);
    expect(await readCount(page)).toBe('言葉がありません。');
  },
);

test('the heading of the results and their list are there only if something is found', async () => {
  const { page } = await openSearchPage(browser, root);
  const heading = page.getByRole('heading', { name: '検索の結果' });
  const list = page.locator('#results').and(page.getByRole('list'));
  const expectCount = async (count: number) => {
    expect([await heading.count(), await list.count()]).toEqual([count, count]);
  };
  await waitForAnswer(page);
  await expectCount(0);
  await submitQuery(page, '市民');
  await expectCount(1);
  await submitQuery(page, 'どこにもない言葉xyz');
  await expectCount(0);
});
