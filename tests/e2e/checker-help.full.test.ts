import { expect, test } from 'vitest';
import { sourceTables } from '../../src/tables/source-tables.ts';
import { getBuiltSite, readSiteFile } from '../site/support/built-site.ts';
import { connectBrowser, openTab } from './support/browser-tabs.ts';
import { uploadFile, waitForAnnouncement } from './support/checker-actions.ts';

const site = getBuiltSite('mihon');
const browser = await connectBrowser();

async function openPage() {
  const page = await openTab(browser, { locale: 'ja-JP' });
  await page.goto(`${site.served}${site.base}check/`, { waitUntil: 'load' });
  return page;
}

test('every message leads to the chapter of the guide that explains it', async () => {
  const page = await openPage();
  await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from('テーマID,名称,色\nICT,\n') });
  const links = await page
    .locator('#check-problems > li a[href*="/about/staff/#"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
  expect(links).toHaveLength(await page.locator('#check-problems > li').count());
  const guide = readSiteFile(site, 'about/staff/index.html');
  for (const hash of links) expect(guide).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
});

test('the templates that most people need come first, and the others are folded', async () => {
  const page = await openPage();
  const visible = page.locator('section:has(> #templates) a:visible');
  const first = ['指標の表', '政策・施策・取組の表', '実績の表', '中間などの目標の表'];
  expect(await visible.allInnerTexts()).toEqual(first);
  await page.getByText('ほかの表のひな形').click();
  expect(await visible.count()).toBe(Object.keys(sourceTables).length);
});

test('a wide screen shows every marked cell of the sample, and the parts of the results apart', async () => {
  const page = await openPage();
  await page.locator('#check-sample').click();
  expect(await waitForAnnouncement(page)).toContain('まちがい 5件');
  const table = page.locator('#check-table');
  expect(await table.locator('.fault').count()).toBe(5);
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  const margins = await page
    .locator('#check-results > :has(> h2)')
    .evaluateAll((parts) => parts.map((part) => parseFloat(getComputedStyle(part).marginTop)));
  expect(margins).toHaveLength(2);
  expect(Math.min(...margins)).toBeGreaterThan(40);
});
