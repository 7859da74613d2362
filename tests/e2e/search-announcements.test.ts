import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { connectBrowser } from './support/connect-browser.ts';
import { waitForAnswer, openSearchPage } from './support/search-actions.ts';
import { getBuiltSite } from './support/built-site.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

const shown = (page: Page) => page.locator('#result-count').innerText();

/** Writes down everything that is announced from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const status = document.getElementById('result-said');
    if (!status) throw new Error('nothing announces');
    new MutationObserver(() => heard.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test('what is found is shown at every letter, and announced once the typing rests', async () => {
  const { page, close } = await openSearchPage(browser, root);
  await waitForAnswer(page);
  const heard = await listen(page);
  await page.locator('#q').pressSequentially('gyousei', { delay: 150 });
  await waitForAnswer(page);
  expect(await shown(page)).toContain('「gyousei」');
  expect(await heard()).toEqual([]);
  await page.waitForTimeout(1000);
  expect(await heard()).toEqual([await shown(page)]);
  expect(await page.locator('#result-count').getAttribute('aria-live')).toBe('off');
  await close();
});

test('what is sent is announced without waiting', async () => {
  const { page, close } = await openSearchPage(browser, root);
  await waitForAnswer(page);
  const heard = await listen(page);
  await page.locator('#q').pressSequentially('市民');
  await page.keyboard.press('Enter');
  await waitForAnswer(page);
  await page.waitForTimeout(300);
  expect(await heard()).toEqual([await shown(page)]);
  await close();
});
