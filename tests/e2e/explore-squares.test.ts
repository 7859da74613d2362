import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MAX_SQUARES } from '../../src/components/explore/browser/item-groups.ts';
import { listExploreItems } from '../../src/site-data/explore-items.ts';
import { EXPLORE_PRESSES, openExploreWithCopies, pressAndPaint } from '../../tools/benchmark/explore-benchmark.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser, WIDE_SCREEN } from './support/browser-tabs.ts';
import { locateSquares, openExplorePage } from './support/explore-actions.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

const isFocused = (page: Page, at: number) =>
  locateSquares(page)
    .nth(at)
    .evaluate((square) => square === document.activeElement);

test('a goal that no action has counts and shows the items of other levels', async () => {
  const items = listExploreItems(openSharedSite(REPOSITORY_FOLDER));
  const number = `${items.filter(({ values }) => values.sdg.includes('17')).length}件`;
  const page = await openExplorePage(browser, site, '');
  const choice = page.locator('label', { has: page.locator('input[name=sdg][value="17"]') });
  expect(`${await choice.locator('.num').textContent()}件`).toBe(number);
  await choice.locator('input').evaluate((box: HTMLInputElement) => {
    box.click();
  });
  for (const one of [page, await openExplorePage(browser, site, '?sdg=17')]) {
    expect(await one.locator('#explore-count').innerText()).toBe(number);
    expect(await one.locator('#explore-chosen button').allInnerTexts()).toEqual(['17 パートナーシップ ×']);
  }
});

describe('the squares', () => {
  test('have a key above them on a phone, also while the choices are folded', async () => {
    const page = await openExplorePage(browser, site, '', { viewport: { width: 375, height: 800 } });
    const note = page.locator('#explore-note');
    expect(await note.innerText()).toContain(
      '「蕨」は蕨市、「柏」は柏市、「平」は平塚市、「金」は金沢市、「原」は柏原市、点線は',
    );
    const [key, squares] = [await note.boundingBox(), await page.locator('#explore-picture').boundingBox()];
    expect((key?.y ?? 0) + (key?.height ?? 0)).toBeLessThan(squares?.y ?? 0);
  });

  test('are one stop of Tab, answer to the arrow keys, and lead to their items', async () => {
    const page = await openExplorePage(browser, site);
    await page.locator('#explore-chosen button').last().focus();
    await page.keyboard.press('Tab');
    expect(await isFocused(page, 0)).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await isFocused(page, 1)).toBe(true);
    const item = page.locator('.square-tip strong');
    expect(await locateSquares(page).nth(1).getAttribute('aria-label')).toContain(await item.innerText());
    const described = (await locateSquares(page).nth(1).getAttribute('aria-describedby'))?.split(' ') ?? [];
    const texts = await Promise.all(described.map((id) => page.locator(`#${id}`).innerText()));
    expect(texts).toEqual([expect.stringMatching(/状態未確認|終了/), expect.stringMatching(/。$/)]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.square-tip').isVisible()).toBe(false);
    const first = await page.locator('.field-group').first().locator('.tile').count();
    await page.keyboard.press('ArrowDown');
    expect(await isFocused(page, first)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(page, 0)).toBe(true);
    // With Alt, → goes forward and Home leads to the start page of some browsers.
    for (const key of ['Alt+ArrowRight', 'Control+End']) await page.keyboard.press(key);
    expect(await isFocused(page, 0)).toBe(true);
    await page.keyboard.press('End');
    expect(await isFocused(page, (await locateSquares(page).count()) - 1)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.field') ?? null)).toBeNull();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    const url = await locateSquares(page).first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((now) => now.pathname + now.hash === url);
  });

  test.runIf(isFull)(
    'become bars if there are 10,000, and each press makes at most three changes of the page for each square',
    async () => {
      const context = await browser.newContext({ ...WIDE_SCREEN, reducedMotion: 'reduce' });
      onTestFinished(() => context.close());
      const items = listExploreItems(openSharedSite(REPOSITORY_FOLDER));
      const page = await openExploreWithCopies(context, `${site.served}${site.base}explore/`, items, 10_000);
      expect(await page.locator('.field-bar').count()).toBeGreaterThan(5);
      expect(await page.locator('#explore-count').innerText()).toMatch(/^\d,\d{3}件$/);
      expect(await locateSquares(page).count()).toBe(0);
      await page.getByText('帯の長さで数を表しています。テーマが2つ以上なら、主なテーマに置き、').waitFor();
      await page.evaluate(() => {
        new MutationObserver((records) => {
          const sum = records.reduce((count, { addedNodes }) => count + Math.max(1, addedNodes.length), 0);
          document.documentElement.dataset.changes = String(Number(document.documentElement.dataset.changes) + sum);
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      const changes: number[] = [];
      for (const press of EXPLORE_PRESSES) {
        await page.evaluate(() => (document.documentElement.dataset.changes = '0'));
        await pressAndPaint(page, press);
        changes.push(await page.evaluate(() => Number(document.documentElement.dataset.changes)));
      }
      expect(Math.min(...changes)).toBeGreaterThan(0);
      expect(Math.max(...changes)).toBeLessThanOrEqual(3 * MAX_SQUARES);
    },
  );
});
