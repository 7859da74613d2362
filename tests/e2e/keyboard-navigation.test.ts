import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/connect-browser.ts';
import { getBuiltSite } from './support/built-site.ts';
import type { FocusStop } from './support/visual-faults.ts';
import { withTab, NARROW_SCREEN, tabUntil, WIDE_SCREEN } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

describe('with the keyboard alone', () => {
  test('one comes from the home page over a plan, a measure and an indicator to the data, and sees where one is', async () => {
    const way = [
      '/plans/warabi-jiritsu/',
      '/plans/warabi-jiritsu/33_3/',
      '/indicators/warabi-jiritsu/agreements/',
      '/data/',
      '/data/indicators.csv',
    ];
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await page.goto(`${root.served}/`, { waitUntil: 'load' });
      for (const path of way) {
        const stops = await tabUntil(page, ({ name }) => name === path);
        expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
        if (path.endsWith('/')) {
          await page.keyboard.press('Enter');
          await page.waitForURL(root.served + path);
        }
      }
    });
  });

  test('one searches from the home page, and comes over a measure and an indicator to the data', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const step = async (wanted: (stop: FocusStop) => boolean) => {
        const stops = await tabUntil(page, wanted);
        expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
      };
      await page.goto(`${root.served}/`, { waitUntil: 'load' });
      await step(({ name }) => name === 'input.');
      await page.keyboard.type('協働');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
      await page.locator('main[aria-busy="false"]').waitFor();
      await step(({ name }) => name.startsWith('/plans/warabi-jiritsu/33_3/'));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/plans/warabi-jiritsu/33_3/');
      for (const path of ['/indicators/warabi-jiritsu/agreements/', '/data/', '/data/indicators.csv']) {
        await step(({ name }) => name === path);
        if (!path.endsWith('/')) continue;
        await page.keyboard.press('Enter');
        await page.waitForURL(root.served + path);
      }
    });
  });

  /** What has the focus: the term whose note it opens, or what it is within the note. */
  const held = (page: Page) =>
    page.evaluate(() => {
      const here = document.activeElement;
      return here?.closest('.term-note') ? 'note' : (here?.getAttribute('popovertarget') ?? 'elsewhere');
    });

  test.each([
    ['that knows commands', true],
    ['that knows popovers alone', false],
  ])('in a browser %s, one opens the note of a term and comes back to the term', async (_name, commands) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await page.goto(`${root.served}/plans/warabi-jiritsu/33_3/`, { waitUntil: 'load' });
      if (!commands)
        await page.evaluate(() => {
          for (const one of document.querySelectorAll('[commandfor]')) one.removeAttribute('commandfor');
        });
      await tabUntil(page, ({ name }) => name === 'button.term');
      const id = await held(page);
      const note = page.locator(`#${id}`);
      expect(await note.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      expect(await note.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
      expect(await held(page)).toBe(id);
    });
  });

  test('one comes to nothing that lies under the note of a term, until it is closed', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await page.goto(`${root.served}/plans/warabi-jiritsu/33_3/`, { waitUntil: 'load' });
      await tabUntil(page, ({ name }) => name === 'button.term');
      const id = await held(page);
      await page.keyboard.press('Enter');
      const stops: string[] = [];
      for (let press = 0; press < 5; press++) {
        // The window itself is a stop between the last and the first of a note.
        if (await page.evaluate(() => document.activeElement !== document.body)) stops.push(await held(page));
        await page.keyboard.press('Tab');
      }
      expect(new Set(stops)).toEqual(new Set(['note']));
      await page.locator('dialog[open] .term-close').press('Enter');
      expect(await held(page)).toBe(id);
    });
  });

  test('one tabs from the last city of a theme to the next theme, and sees all of its name', async () => {
    await withTab(browser, NARROW_SCREEN, async (page) => {
      await page.goto(`${root.served}/compare/`, { waitUntil: 'load' });
      await page.locator('.matrix tbody tr:first-child td:last-child a').focus();
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const [here, box] = [document.activeElement, document.activeElement?.closest('.scroll')];
        if (!here || !box) return 'outside the table';
        return box.getBoundingClientRect().left - here.getBoundingClientRect().left;
      });
      expect(hidden).toBeLessThanOrEqual(0);
    });
  });
});
