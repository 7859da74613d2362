import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, NARROW_SCREEN, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const { served, base } = getBuiltSite('mihon');
const town = served + base;

const listShown = (page: Page) => page.locator('.indicator-row:visible').count();
const readOutput = (page: Page) => page.locator('.status-filter output').textContent();
const state = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('the statuses above a list of indicators', () => {
  test('narrow the list with the keyboard, say how many are left and stay in the URL', () =>
    withTab(browser, WIDE_SCREEN, async (page) => {
      await page.goto(`${town}indicators/`);
      expect(await listShown(page)).toBe(42);
      await state(page, '後退').focus();
      await page.keyboard.press('Space');
      expect(await listShown(page)).toBe(6);
      expect(await readOutput(page)).toBe('指標42件のうち、6件を表示しています。');
      expect(await page.getByRole('heading', { name: '値を言葉で見る（12）' }).isVisible()).toBe(false);
      const listHeadings = () => page.locator(':is(h2, h3):has(.shown-count):visible').allInnerTexts();
      expect(await listHeadings()).toEqual([
        '見本市（架空）の38の指標：5件を表示',
        '目標までの進みを図で見る（25）：5件を表示',
        '見本市（架空）の終わった計画の4つの指標：1件を表示',
      ]);
      await state(page, '遅れ').click();
      expect(new URL(page.url()).searchParams.get('status')).toBe('behind,worse');
      const shown = await page.locator('.indicator-row:visible').allInnerTexts();
      expect(shown).toHaveLength(12);
      await page.goto(page.url());
      expect(await page.locator('.indicator-row:visible').allInnerTexts()).toEqual(shown);
      expect(await findAxeViolations(page)).toEqual([]);
      const filter = page.locator('.status-filter');
      await page.emulateMedia({ media: 'print' });
      expect(await filter.locator(':is(.status-choice, output):visible').count()).toBe(2);
      await page.emulateMedia({ media: 'screen' });
      await state(page, '後退').click();
      await state(page, '遅れ').click();
      expect(await listShown(page)).toBe(42);
      expect(await listHeadings()).toContain('目標までの進みを図で見る（25）');
      expect(new URL(page.url()).search).toBe('');
      await page.emulateMedia({ media: 'print' });
      expect(await filter.locator('output').isVisible()).toBe(false);
    }));

  test('open the folded lists of plans that have such indicators, and hide the others', () =>
    withTab(browser, NARROW_SCREEN, async (page) => {
      await page.goto(`${town}cities/mihon/`);
      expect(await listShown(page)).toBe(0);
      expect(await page.locator('.indicator-fold:visible').count()).toBe(6);
      await state(page, '未達成').click();
      expect(await page.locator('.indicator-fold:visible').count()).toBe(2);
      expect(await listShown(page)).toBe(2);
      expect(await page.locator('.indicator-fold:visible summary').first().innerText()).toMatch(/の指標：1件を表示/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }));

  test('are no buttons without scripts, and folded lists open by themselves in print', () =>
    withTab(browser, { ...WIDE_SCREEN, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${town}cities/mihon/`);
      expect(await page.locator('.status-counts button, .status-choice:visible').count()).toBe(0);
      await page.locator('.indicator-fold summary').first().click();
      expect(await listShown(page)).toBe(4);
      await page.emulateMedia({ media: 'print' });
      const heights = await page
        .locator('.indicator-fold')
        .evaluateAll((folds) => folds.map((fold) => fold.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThan(200);
    }));
});

test('citations and the code of frames have a button that copies them', () =>
  withTab(browser, { ...WIDE_SCREEN, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto(`${town}indicators/mihon-sogo/sns-followers/`);
    const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
    for (const [box, name] of [
      ['ほかのページに埋め込む', '埋め込むコードをコピー'],
      ['引用・出典の書き方', '出典の行（そのまま使うとき）をコピー'],
    ] as const) {
      await page.getByText(box).click();
      const button = page.getByRole('button', { name }).first();
      await button.click();
      await expect
        .poll(() => page.locator('pre + .buttons', { has: button }).innerText())
        .toContain('コピーしました。');
      expect(await readClipboard()).toBe(
        await button.evaluate((one) => one.parentElement?.previousElementSibling?.textContent),
      );
      await button.click();
      await expect.poll(() => page.locator('pre + .buttons', { has: button }).innerText()).toContain('また');
    }
  }));

test('without scripts there is no button that copies', () =>
  withTab(browser, { ...WIDE_SCREEN, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${town}indicators/mihon-sogo/sns-followers/`);
    await page.getByText('引用・出典の書き方').click();
    expect(await page.locator('.cite button').count()).toBe(0);
  }));
