import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { readSiteFile, getBuiltSite } from '../site/support/built-site.ts';

const site = getBuiltSite('base');
const browser = await connectBrowser();

async function opened(dataset: string, options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280 } = options;
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width, height: 800 } });
  await page.goto(`${site.served}${site.base}data/${dataset}/`);
  return page;
}
const count = (page: Page) => page.locator('.data-table output').textContent();
const rows = (page: Page) => page.locator('.data-table tbody tr');
const firstCells = (page: Page) => page.locator('.data-table tbody th[scope=row]').allTextContents();

/** What the button gives as a file. */
async function saved(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '表示中の行をCSVで保存' }).click();
  // Decoded with its byte order mark, which is part of what is saved.
  return (await buffer(await (await download).createReadStream())).toString('utf8');
}

describe('the table on the page of a dataset', () => {
  test('shows its first rows and no tools where scripts don’t run', async () => {
    const page = await opened('nodes', { javaScriptEnabled: false });
    expect(await rows(page).count()).toBe(10);
    expect(await page.locator('.data-tools').isVisible()).toBe(false);
    expect(await page.locator('th button').count()).toBe(0);
    await page.close();
  });

  test('is saved as it is shown: the first rows, then all, which are the published file', async () => {
    const page = await opened('nodes');
    const published = readSiteFile(site, 'data/nodes.csv');
    expect(await saved(page)).toBe(published.split('\r\n').slice(0, 11).join('\r\n') + '\r\n');
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length > 10);
    expect(await saved(page)).toBe(published);
    expect(await count(page)).toMatch(/^(\d+)行のうち\1行を表示$/);
    await page.close();
  });

  test('is filtered while one types, and says how many rows are left', async () => {
    const page = await opened('nodes');
    await page.getByLabel('言葉でしぼる').pressSequentially('warabi action ＳＮＳ');
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length < 10);
    const shown = await rows(page).count();
    expect(shown).toBeGreaterThan(0);
    expect(await count(page)).toContain(`行のうち${shown}行を表示`);
    const lines = (await saved(page)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(shown + 1);
    expect(lines.slice(1).every((line) => /warabi.*action.*sns/i.test(line))).toBe(true);
    await page.close();
  });

  test('is put in order by a heading with the keyboard alone, both ways and back', async () => {
    const page = await opened('municipalities');
    const before = await firstCells(page);
    const heading = page.locator('.data-table th').first();
    await heading.getByRole('button').focus();
    const seen: (string | null)[] = [];
    for (const expected of [[...before].sort(), [...before].sort().reverse(), before]) {
      await page.keyboard.press('Enter');
      await expect.poll(() => firstCells(page)).toEqual(expected);
      seen.push(await heading.getAttribute('aria-sort'));
    }
    expect(seen).toEqual(['ascending', 'descending', null]);
    expect(await heading.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
    await page.close();
  });

  test('never has the focus below its headings, which stay', async () => {
    const page = await opened('nodes');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length > 10);
    await page.locator('.data-table tbody a').nth(30).focus();
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Shift+Tab');
      const seen = await page.evaluate(() => {
        const { left, top, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(left + 2, top + height / 2) === document.activeElement;
      });
      expect(seen).toBe(true);
    }
    await page.close();
  });

  test('says so where its rows can’t be had, and tries again', async () => {
    const page = await opened('themes');
    await page.route('**/data/themes.json', (route) => route.abort());
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await expect.poll(() => count(page)).toContain('読みこめませんでした');
    await page.unroute('**/data/themes.json');
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await expect.poll(() => count(page)).toContain('行を表示');
    await page.close();
  });

  test.each([1280, 375, 320])(
    'stands at %i px without a fault that axe finds, and no sideways scroll',
    async (width) => {
      const page = await opened('indicators', { width });
      await page.getByRole('button', { name: 'すべての行を見る' }).click();
      await expect.poll(() => count(page)).toMatch(/^(\d+)行のうち\1行を表示$/);
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});
