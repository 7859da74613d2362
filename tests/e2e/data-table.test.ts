import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { readSiteFile, getBuiltSite } from '../site/support/built-site.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

async function openDataset(id: string, options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280 } = options;
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width, height: 800 } });
  await page.goto(`${site.served}${site.base}data/${id}/`);
  return page;
}
const readCount = (page: Page) => page.locator('.data-table output').textContent();
const locateRows = (page: Page) => page.locator('.data-table tbody tr');
const readFirstCells = (page: Page) => page.locator('.data-table tbody th[scope=row]').allTextContents();

/** Returns the file that the button saves. */
async function saveRows(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '表示中の行をCSVで保存' }).click();
  // The text keeps its byte order mark, which is part of the file.
  return (await buffer(await (await download).createReadStream())).toString('utf8');
}

describe('the table on the page of a dataset', () => {
  test('shows its first rows and no tools if scripts don’t run', async () => {
    const page = await openDataset('nodes', { javaScriptEnabled: false });
    expect(await locateRows(page).count()).toBe(10);
    expect(await page.locator('.data-tools').isVisible()).toBe(false);
    expect(await page.locator('th button').count()).toBe(0);
    await page.close();
  });

  test('saves the rows that it shows: the first rows, then the whole published file', async () => {
    const page = await openDataset('nodes');
    const published = readSiteFile(site, 'data/nodes.csv');
    expect(await saveRows(page)).toBe(published.split('\r\n').slice(0, 11).join('\r\n') + '\r\n');
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length > 10);
    expect(await saveRows(page)).toBe(published);
    expect(await readCount(page)).toMatch(/^(\d+)行のうち\1行を表示$/);
    await page.close();
  });

  test('filters its rows during typing, and says how many rows are left', async () => {
    const page = await openDataset('nodes');
    await page.getByLabel('絞り込み').pressSequentially('warabi action ＳＮＳ');
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length < 10);
    const rowCount = await locateRows(page).count();
    expect(rowCount).toBeGreaterThan(0);
    expect(await readCount(page)).toContain(`行のうち${rowCount}行を表示`);
    const lines = (await saveRows(page)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(rowCount + 1);
    expect(lines.slice(1).every((line) => /warabi.*action.*sns/i.test(line))).toBe(true);
    await page.close();
  });

  test('sorts its rows with only the keyboard: ascending, descending and as before', async () => {
    const page = await openDataset('municipalities');
    const before = await readFirstCells(page);
    const heading = page.locator('.data-table th').first();
    await heading.getByRole('button').focus();
    const orders: (string | null)[] = [];
    for (const expected of [[...before].sort(), [...before].sort().reverse(), before]) {
      await page.keyboard.press('Enter');
      await expect.poll(() => readFirstCells(page)).toEqual(expected);
      orders.push(await heading.getAttribute('aria-sort'));
    }
    expect(orders).toEqual(['ascending', 'descending', null]);
    expect(await heading.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
    await page.close();
  });

  test('never hides the focus under its sticky headings', async () => {
    const page = await openDataset('nodes');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.data-table tbody tr').length > 10);
    await page.locator('.data-table tbody a').nth(30).focus();
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Shift+Tab');
      const isVisible = await page.evaluate(() => {
        const { left, top, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(left + 2, top + height / 2) === document.activeElement;
      });
      expect(isVisible).toBe(true);
    }
    await page.close();
  });

  test('says so if its rows cannot be loaded, and tries again', async () => {
    const page = await openDataset('themes');
    await page.route('**/data/themes.json', (route) => route.abort());
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await expect.poll(() => readCount(page)).toContain('読みこめませんでした');
    await page.unroute('**/data/themes.json');
    await page.getByRole('button', { name: 'すべての行を見る' }).click();
    await expect.poll(() => readCount(page)).toContain('行を表示');
    await page.close();
  });

  test.each([1280, 375, 320])(
    'has no axe violations and does not scroll sideways on a screen of %i px',
    async (width) => {
      const page = await openDataset('indicators', { width });
      await page.getByRole('button', { name: 'すべての行を見る' }).click();
      await expect.poll(() => readCount(page)).toMatch(/^(\d+)行のうち\1行を表示$/);
      expect(await findAxeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});
