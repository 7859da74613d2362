import { expect, test } from 'vitest';
import { sourceTables } from '../../src/tables/source-tables.ts';
import { getBuiltSite, readSiteFile } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, openTab, openWithoutScripts, WIDE_SCREEN } from './support/browser-tabs.ts';
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

test('links after the status lead past all messages to the table and to the buttons that save', async () => {
  const page = await openPage();
  const rows = Array.from({ length: 50 }, (_, index) => `T${index},名${index}`);
  await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from(['テーマID,名称', ...rows].join('\n')) });
  const links = page.getByRole('list', { name: '調べた結果の中' }).getByRole('link');
  expect(await links.allInnerTexts()).toEqual(['見つかったこと', '表', '保存する']);
  const focused: (string | undefined)[] = [];
  for (const link of await links.all()) {
    await link.press('Enter');
    await page.keyboard.press('Tab');
    focused.push(await page.evaluate(() => document.activeElement?.closest('[id^="check-"], [id^="problem-"]')?.id));
  }
  expect(focused).toEqual(['problem-1', 'check-table', 'check-save']);
});

test('an empty box for a pasted table is marked as invalid and described by the status, until another check', async () => {
  const page = await openPage();
  await page.getByText('表を貼りつける', { exact: true }).click();
  await page.locator('#check-paste').click();
  const box = page.locator('#check-text');
  const isInvalid = () => box.evaluate((one) => one.ariaInvalid);
  expect(await isInvalid()).toBe('true');
  const status = page.locator(`#${await box.getAttribute('aria-describedby')}`);
  expect(await status.innerText()).toBe('表が貼りつけられていません。');
  await page.locator('#check-sample').click();
  await waitForAnnouncement(page);
  expect(await isInvalid()).toBe(null);
});

test('a choice that another one follows soon, such as with arrow keys, begins no check', async () => {
  const page = await openTab(browser, { locale: 'ja-JP' });
  await page.clock.install();
  await page.goto(`${site.served}${site.base}check/`, { waitUntil: 'load' });
  await uploadFile(page, { name: 'themes.csv', buffer: Buffer.from('テーマID,名称\nict,ICT\n') });
  await page.clock.pauseAt(Date.now() + 60_000);
  const results = page.locator('#check-results');
  const seen: boolean[] = [];
  for (let press = 0; press < 3; press++) {
    await page.locator('#check-kind').press('ArrowDown');
    await page.clock.runFor(400);
    seen.push(await results.isVisible());
  }
  expect(seen).toEqual([false, false, false]);
  await page.clock.runFor(200);
  await results.waitFor();
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

test.runIf(isFull)('if its script does not arrive, the page says so after a while', async () => {
  const page = await openTab(browser, WIDE_SCREEN);
  const letTimePass = await openWithoutScripts(page, `${site.served}${site.base}check/`);
  const line = page.locator('#check-status');
  expect(await line.isVisible()).toBe(false);
  await letTimePass();
  await line.filter({ hasText: '読みこめていません', visible: true }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
});

test('if a part of its script does not arrive, the page says so, with the name of the file', async () => {
  const page = await openTab(browser, WIDE_SCREEN);
  await page.route('**/correct-table.*.js', (route) => route.abort());
  await page.goto(`${site.served}${site.base}check/`);
  await page.locator('#check-sample').click();
  await expect
    .poll(() => page.locator('#check-status').innerText())
    .toBe(
      '「indicators.csv」を調べるプログラムの一部を読みこめませんでした。ネットワークを確かめて、ページを読みこみ直してください。',
    );
});

test('if the part that makes files of a published table does not arrive, the page asks for a reload', async () => {
  const page = await openTab(browser, WIDE_SCREEN);
  await page.route('**/restored-files.*.js', (route) => route.abort());
  await page.goto(`${site.served}${site.base}check/`);
  const buffer = Buffer.from(readSiteFile(site, 'data/indicators.csv'));
  expect(await uploadFile(page, { name: 'indicators.csv', buffer })).toContain(
    '書くための表をつくれません。ネットワークを確かめて、ページを読みこみ直してください。',
  );
});
