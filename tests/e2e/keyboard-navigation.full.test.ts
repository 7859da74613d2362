import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, NARROW_SCREEN, openPage, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';
import { findWordsUnderRing, readFocusStop, type FocusStop } from './support/visual-faults.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

/** Presses Tab until a condition is met; returns all stops on the way. */
async function tabUntil(page: Page, isReached: (stop: FocusStop) => boolean): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  while (stops.length < 200) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readFocusStop);
    stops.push(stop);
    if (isReached(stop)) return stops;
  }
  throw new Error(`Tab does not reach it: ${stops.map(({ name }) => name).join(' ')}`);
}

describe('with only the keyboard', () => {
  test('a reader goes from the home page through a plan to the data, and always sees the focus', async () => {
    const route = [
      '/plans/warabi-jiritsu/',
      '/plans/warabi-jiritsu/33_3/',
      '/indicators/',
      '/indicators/warabi-jiritsu/agreements/',
      '/data/',
      '/data/indicators.csv',
    ];
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, `${root.served}/`);
      for (const path of route) {
        const stops = await tabUntil(page, ({ name }) => name === path);
        expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
        if (path.endsWith('/')) {
          await page.keyboard.press('Enter');
          await page.waitForURL(root.served + path);
        }
      }
    });
  });

  test('a reader searches from the home page, and goes through a measure and an indicator to the data', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const step = async (isReached: (stop: FocusStop) => boolean) => {
        const stops = await tabUntil(page, isReached);
        expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
      };
      await openPage(page, `${root.served}/`);
      await step(({ name }) => name === 'input.');
      await page.keyboard.type('協働');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
      await page.locator('main[aria-busy="false"]').waitFor();
      await step(({ name }) => name.startsWith('/plans/warabi-jiritsu/33_3/'));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/plans/warabi-jiritsu/33_3/');
      // A reader who goes through a plan takes the same way from here.
      const rest = ['/indicators/', '/indicators/warabi-jiritsu/agreements/', '/data/', '/data/indicators.csv'];
      for (const path of isFull ? rest : rest.slice(0, 1)) {
        await step(({ name }) => name === path);
        if (!path.endsWith('/')) continue;
        await page.keyboard.press('Enter');
        await page.waitForURL(root.served + path);
      }
    });
  });

  /** Returns `dialog` if the focus is in the dialog of a term, else the id of the dialog that the focused button opens. */
  const readDialog = (page: Page) =>
    page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.closest('.term-note') ? 'dialog' : (focused?.getAttribute('popovertarget') ?? 'elsewhere');
    });

  test.each([
    ['with commands', true],
    ['with only popovers', false],
  ])(
    'in a browser %s, a reader opens the dialog of a term and closes it, and the focus returns to the term',
    async (_name, hasCommands) => {
      await withTab(browser, WIDE_SCREEN, async (page) => {
        await openPage(page, `${root.served}/plans/warabi-jiritsu/33_3/`);
        if (!hasCommands)
          await page.evaluate(() => {
            for (const button of document.querySelectorAll('[commandfor]')) button.removeAttribute('commandfor');
          });
        await tabUntil(page, ({ name }) => name === 'button.term');
        const id = await readDialog(page);
        const dialog = page.locator(`#${id}`);
        expect(await dialog.isVisible()).toBe(false);
        await page.keyboard.press('Enter');
        expect(await dialog.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await dialog.isVisible()).toBe(false);
        expect(await readDialog(page)).toBe(id);
      });
    },
  );

  test.each(['commandfor', 'popovertarget'])(
    'the dialog of a long term opens at its beginning with %s',
    async (way) => {
      await withTab(browser, { viewport: { width: 320, height: 256 } }, async (page) => {
        await openPage(page, `${root.served}/statistics/future-burden-ratio/`);
        expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
        const term = page.getByRole('button', { name: '標準財政規模' }).first();
        if (way === 'popovertarget') await term.evaluate((button) => button.toggleAttribute('commandfor', false));
        await term.press('Enter');
        expect(await readDialog(page)).toBe('dialog');
        const dialog = page.locator('.term-note:is([open], :popover-open)');
        expect(
          await dialog.evaluate(({ scrollTop, scrollHeight, clientHeight }) => [
            scrollTop,
            scrollHeight > clientHeight,
          ]),
        ).toEqual([0, true]);
        expect(await findAxeViolations(page)).toEqual([]);
      });
    },
  );

  test('Tab stays in the open dialog of a term until the dialog is closed', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, `${root.served}/plans/warabi-jiritsu/33_3/`);
      await tabUntil(page, ({ name }) => name === 'button.term');
      const id = await readDialog(page);
      await page.keyboard.press('Enter');
      const stops: string[] = [];
      for (let press = 0; press < 5; press++) {
        // After the last element of a dialog, Tab stops at the window and then at the first element.
        if (await page.evaluate(() => document.activeElement !== document.body)) stops.push(await readDialog(page));
        await page.keyboard.press('Tab');
      }
      expect(new Set(stops)).toEqual(new Set(['dialog']));
      await page.locator('dialog[open] .term-close').press('Enter');
      expect(await readDialog(page)).toBe(id);
    });
  });

  test.each(isFull ? (['light', 'dark'] as const) : (['light'] as const))(
    'the counts of links with the focus have enough contrast if it is %s',
    async (colorScheme) => {
      await withTab(browser, { ...WIDE_SCREEN, colorScheme }, async (page) => {
        await openPage(page, `${root.served}/plans/warabi-jiritsu/`);
        await tabUntil(page, ({ name }) => name === '#indicators');
        expect(await page.locator('.contents :focus .num').count()).toBe(1);
        expect(await findAxeViolations(page, 'colours')).toEqual([]);
      });
    },
  );

  test('the skip link puts no colour behind the main part', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, `${root.served}/plans/warabi-jiritsu/33_3/`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const main = page.locator('main:focus');
      expect(await main.evaluate((part) => getComputedStyle(part).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    });
  });

  test.each([
    ['/plans/hiratsuka-jitsugen/', 320, 256],
    ['/plans/warabi-jiritsu/', 375, 667],
    ['/plans/kashiwara-unei-r2/1_3_5/', 375, 667],
  ])('no focus at %s is behind the state of the plan on a screen of %i × %i', async (path, width, height) => {
    await withTab(browser, { viewport: { width, height } }, async (page) => {
      await openPage(page, root.served + path);
      await page.locator('.source-note a').first().focus();
      const note = page.locator('.plan-strip-head');
      const hidden: string[] = [];
      for (let press = 0; press < 40; press++) {
        await page.keyboard.press('Shift+Tab');
        const name = await note.evaluate((element) => {
          const focused = document.activeElement;
          const [box, cover] = [focused?.getClientRects()[0], element.getBoundingClientRect()];
          const isInText = focused?.closest('main') !== null && !element.contains(focused);
          const isBehind = isInText && box && box.top < cover.bottom && box.bottom > cover.top;
          return isBehind ? focused?.textContent.trim() : null;
        });
        if (typeof name === 'string') hidden.push(name);
      }
      expect(hidden).toEqual([]);
    });
  });

  test('Tab after the last municipality of a theme shows the full name of the next theme', async () => {
    await withTab(browser, NARROW_SCREEN, async (page) => {
      await openPage(page, `${root.served}/compare/`);
      await page.locator('.matrix tbody tr:first-child td:last-child a').focus();
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const [focused, box] = [document.activeElement, document.activeElement?.closest('.scroll')];
        if (!focused || !box) return 'outside the table';
        return box.getBoundingClientRect().left - focused.getBoundingClientRect().left;
      });
      expect(hidden).toBeLessThanOrEqual(0);
    });
  });

  test('Tab shows each theme of a plan in the row that scrolls sideways on a phone', async () => {
    await withTab(browser, NARROW_SCREEN, async (page) => {
      await openPage(page, `${root.served}/plans/hiratsuka-jitsugen/`);
      const buttons = page.locator('.theme-chips button');
      await buttons.first().focus();
      const hidden: string[] = [];
      for (let left = await buttons.count(); left > 0; left--) {
        const cut = await page.evaluate(() => {
          const { left: start, right: end } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
          const seen = Math.min(end, innerWidth) - Math.max(start, 0);
          return seen < Math.min(48, end - start) ? (document.activeElement?.textContent.trim() ?? '') : null;
        });
        if (cut !== null) hidden.push(cut);
        await page.keyboard.press('Tab');
      }
      expect(hidden).toEqual([]);
    });
  });

  test.each([
    ['root', 'explore/', '.facet-words input'],
    ['root', 'data/nodes/', '.data-words input'],
    ['root', 'statistics/', '.plot-fold .plot-year'],
    ['mihon', 'zones/mihon/', '.zone-choice select'],
  ] as const)('on %s/%s the ring around “%s” covers no words', async (name, path, selector) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const { served, base } = getBuiltSite(name);
      await openPage(page, served + base + path);
      await page.keyboard.press('Tab');
      await page.locator(selector).first().focus();
      expect(await page.evaluate(findWordsUnderRing)).toEqual([]);
    });
  });

  test('the headings of a table of found items stay in view on a wide screen, and cover no focus', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, `${root.served}${root.base}explore/?view=table`);
      const links = page.locator('.found-table tbody th > a');
      await links.nth(30).scrollIntoViewIfNeeded();
      const head = page.locator('.found-table thead th').first();
      await expect.poll(async () => (await head.boundingBox())?.y).toBe(0);
      for (const at of [29, 20, 10]) {
        await links.nth(at).focus();
        const [below, above] = [await links.nth(at).boundingBox(), await head.boundingBox()];
        expect(below?.y).toBeGreaterThanOrEqual(above?.height ?? Infinity);
      }
    });
  });
});
