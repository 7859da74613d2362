import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { waitForAnswer, openSearchPage } from './support/search-actions.ts';
import { getBuiltSite } from '../site/support/built-site.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

const shown = (page: Page) => page.locator('#result-count').innerText();

/** Collects the announcements from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const status = document.getElementById('result-said');
    if (!status) throw new Error('the page has no element for announcements');
    new MutationObserver(() => heard.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

const withClock = (page: Page) => page.clock.install();

test('results are shown at every letter, and announced after a pause in typing', async () => {
  const { page, close } = await openSearchPage(browser, root, '', {}, withClock);
  await waitForAnswer(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  const heard = await listen(page);
  for (const letter of 'gyousei') {
    await page.locator('#q').pressSequentially(letter);
    await page.clock.runFor(150);
  }
  await waitForAnswer(page);
  expect(await shown(page)).toContain('「gyousei」');
  expect(await heard()).toEqual([]);
  await page.clock.runFor(1000);
  expect(await heard()).toEqual([await shown(page)]);
  expect(await page.locator('#result-count').getAttribute('aria-live')).toBe('off');
  await close();
});

test('results of a submitted query are announced at once', async () => {
  const { page, close } = await openSearchPage(browser, root, '', {}, withClock);
  await waitForAnswer(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  const heard = await listen(page);
  await page.locator('#q').pressSequentially('市民');
  await page.keyboard.press('Enter');
  await page.clock.runFor(300);
  await waitForAnswer(page);
  await page.clock.runFor(300);
  expect(await heard()).toEqual([await shown(page)]);
  await close();
});
