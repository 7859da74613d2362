import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser, openTab, openWithoutScripts } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

test('a table has no button that does nothing, and says so if no row fits', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}data/nodes/`);
  const [table, count] = [page.locator('.data-table'), page.locator('.data-table output')];
  const buttons = table.locator('.data-tools > .buttons button:visible');
  const words = page.getByLabel('しぼりこみ');
  await words.fill('見つからない言葉');
  await expect.poll(() => count.textContent()).toMatch(/行のうち0行を表示。合う行はありません。$/);
  expect(await buttons.allInnerTexts()).toEqual(['すべての行を見る']);
  await buttons.click();
  await expect.poll(() => count.textContent()).toMatch(/^(\d+)行のうち\1行を表示$/);
  expect(await buttons.allInnerTexts()).toEqual(['表示中を Excel で保存', '表示中を CSV で保存']);
  await words.fill('見つからない言葉');
  await expect.poll(() => buttons.allInnerTexts()).toEqual(['すべての行を見る']);
});

test('a table that shows all its rows from the start offers them only after a filter', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}data/indicators/`);
  const buttons = page.locator('.data-tools > .buttons button:visible');
  expect(await buttons.allInnerTexts()).toEqual(['表示中を Excel で保存', '表示中を CSV で保存']);
  await page.getByLabel('しぼりこみ').fill('人');
  await expect.poll(() => buttons.allInnerTexts()).toContain('すべての行を見る');
});

test.each([
  ['data/nodes/', '.data-tools'],
  ['plans/warabi-jiritsu/', '.theme-filter'],
])('%s has no empty space for %s after a while if the script does not come', async (path, controls) => {
  const page = await openTab(browser);
  await openWithoutScripts(page, `${site.served}${site.base}${path}`);
  expect(await page.locator(controls).boundingBox()).not.toBeNull();
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  expect(await page.locator(controls).boundingBox()).toBeNull();
});
