import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, NARROW_SCREEN, openPage, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';
import { uploadFile } from './support/checker-actions.ts';

// The made-up town has the longest name of a site.
const site = getBuiltSite('mihon');
const browser = await connectBrowser();
const PHONE = { viewport: { width: 375, height: 800 } };

/** Returns the middles of what the row of the header shows. */
const readMiddles = (page: Page) =>
  page.locator('.site-header :is(.site-mark, summary, .site-nav a, .site-search-link):visible').evaluateAll((parts) =>
    parts.map((part) => {
      const { top, height } = part.getBoundingClientRect();
      return Math.round(top + height / 2);
    }),
  );
const readNames = (page: Page) => page.locator('.site-nav a:visible').allInnerTexts();

const ROWS = [
  [1024, 1, 10],
  [320, 2, 3],
  [1280, 1, 10],
  [375, 1, 3],
] as const;

test.each(isFull ? ROWS : ROWS.slice(0, 2))(
  'on a screen of %i px the rows of the header are %i with %i parts, and do not scroll sideways',
  async (width, rows, parts) => {
    await withTab(browser, { viewport: { width, height: 800 } }, async (page) => {
      await openPage(page, `${site.served}${site.base}glossary/`);
      // The town has no statistics. With them the menu is the longest that a site has.
      await page.locator('.site-nav ul').evaluate((list) => {
        const last = list.lastElementChild?.cloneNode(true);
        if (last instanceof HTMLElement) {
          last.innerHTML = last.innerHTML.replace(/>[^<]*</, '>統計<');
          list.append(last);
        }
      });
      const middles = await readMiddles(page);
      expect(middles).toHaveLength(parts);
      expect(middles.filter((middle, at) => Math.abs(middle - (middles[at - 1] ?? 0)) > 3)).toHaveLength(rows);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await findAxeViolations(page)).toEqual([]);
    });
  },
);

test('on a tablet the switch for readings and the link to English do not touch', async () => {
  const boxes = await withTab(browser, { viewport: { width: 768, height: 900 } }, async (page) => {
    await openPage(page, `${getBuiltSite('root').served}/glossary/`);
    return page.locator('.site-options > :visible').evaluateAll((parts) =>
      parts.map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return { left, right };
      }),
    );
  });
  expect(boxes).toHaveLength(2);
  expect((boxes[1]?.left ?? 0) - (boxes[0]?.right ?? 0)).toBeGreaterThanOrEqual(8);
});

test('on a phone of 375 px the switch for readings has one line, and touches nothing', async () => {
  await withTab(browser, PHONE, async (page) => {
    await openPage(page, `${getBuiltSite('root').served}/glossary/`);
    const row = page.locator('.site-header :is(.site-mark, .ruby-switch, .site-language, summary, .site-search-link)');
    const texts = await row.evaluateAll((parts) =>
      parts.map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part.lastChild ?? part);
        const { left, right, height } = range.getBoundingClientRect();
        return { left, right, height };
      }),
    );
    const inOrder = texts.sort((a, b) => a.left - b.left);
    expect(inOrder).toHaveLength(5);
    expect(Math.max(...inOrder.map(({ height }) => height))).toBeLessThan(30);
    expect(inOrder.filter(({ left }, at) => left < (inOrder[at - 1]?.right ?? 0))).toEqual([]);
  });
});

test.each([1024, 1100, 1280])(
  'at %i px the names of the site and of the switch are in one line each',
  async (width) => {
    await withTab(browser, { viewport: { width, height: 800 } }, async (page) => {
      await openPage(page, `${getBuiltSite('root').served}/glossary/`);
      const lines = await page.locator('.site-mark, .ruby-switch').evaluateAll((parts) =>
        parts.map((part) => {
          const range = document.createRange();
          range.selectNodeContents(part.lastChild ?? part);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        }),
      );
      expect(lines).toEqual([1, 1]);
    });
  },
);

/** With letters of twice the size, a phone of 375 px has 188 px. */
const WIDTHS = [188, 320, 375, 768, 1024, 1280];

test.each(WIDTHS)('Tab goes through the header in the order of reading at %i px', async (width) => {
  await withTab(browser, { viewport: { width, height: 800 } }, async (page) => {
    await openPage(page, `${getBuiltSite('root').served}/glossary/`);
    await page.locator('.site-mark').focus();
    const stops: { row: number; left: number }[] = [];
    while (await page.evaluate(() => document.activeElement?.closest('.site-header') !== null)) {
      const { x, y, height } = (await page.locator(':focus').boundingBox()) ?? { x: 0, y: 0, height: 0 };
      // Only a phone has a second row.
      stops.push({ row: Math.floor((y + height / 2) / 56), left: x });
      await page.keyboard.press('Tab');
    }
    expect(stops.length).toBeGreaterThan(4);
    expect(stops).toEqual(stops.toSorted((a, b) => a.row - b.row || a.left - b.left));
  });
});

test.each([true, false])('on a phone the menu opens by keyboard (with scripts: %s)', async (javaScriptEnabled) => {
  const names = await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${site.served}${site.base}glossary/`);
    return readNames(page);
  });
  await withTab(browser, { ...PHONE, javaScriptEnabled }, async (page) => {
    await page.goto(`${site.served}${site.base}glossary/`);
    expect(await readNames(page)).toEqual([]);
    const [closed] = await readMiddles(page);
    const menu = page.locator('.site-menu > summary');
    await menu.press('Enter');
    expect(await readNames(page)).toEqual(names);
    expect((await readMiddles(page))[0]).toBe(closed);
    // The page moves down: no link of it is behind the menu.
    const last = await page.locator('.site-nav a').last().boundingBox();
    const main = await page.locator('main').boundingBox();
    expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThanOrEqual(main?.y ?? 0);
    await menu.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `${site.base}plans/`);
  });
});

test('on a phone a tap leads to the search', async () => {
  await withTab(browser, { ...NARROW_SCREEN, hasTouch: true }, async (page) => {
    await openPage(page, `${site.served}${site.base}glossary/`);
    await page.locator('.site-header').getByRole('link', { name: '検索' }).tap();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`${site.base}search/`);
  });
});

test('on paper the header is the name of the site', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${site.served}${site.base}glossary/`);
    await page.emulateMedia({ media: 'print' });
    expect(await readMiddles(page)).toHaveLength(1);
  });
});

test('the footer has its links below headings, none twice', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${site.served}${site.base}glossary/`);
    const groups = page.locator('.site-footer nav > div');
    expect(await groups.locator('h2').count()).toBe(await groups.count());
    const addresses = await groups.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.length).toBeGreaterThan(8);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const group of await groups.all()) expect(await group.locator('a').count()).toBeLessThanOrEqual(6);
  });
});

test('on a phone the footer is lower than two thirds of the screen', async () => {
  await withTab(browser, PHONE, async (page) => {
    await openPage(page, `${site.served}${site.base}glossary/`);
    expect((await page.locator('.site-footer').boundingBox())?.height).toBeLessThan(530);
  });
});

/** Removes what Firefox 115, Safari 16.4 or Chrome 109 lack. It runs in the browser. */
function removeNewFeatures(): void {
  const remove = (owner: object, ...names: readonly string[]) => {
    for (const name of names) Reflect.deleteProperty(owner, name);
  };
  remove(Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with');
  remove(String.prototype, 'isWellFormed', 'toWellFormed');
  remove(Map, 'groupBy');
  remove(Object, 'groupBy');
  remove(Intl, 'Segmenter');
  remove(URL, 'canParse', 'parse');
  remove(URLSearchParams.prototype, 'size');
  remove(Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom');
  remove(Iterator.prototype, 'map', 'filter', 'take', 'drop', 'flatMap', 'toArray', 'some', 'every', 'find', 'forEach');
  remove(HTMLDialogElement.prototype, 'closedBy');
  remove(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover');
  CSS.supports = () => false;
}

/** Words in styles that one of these browsers does not know. */
const NEW_STYLES =
  /(?<=:)(?:has(?=\()|:details-content|:target-text)|(?<=\()scripting(?=:)|auto-phrase|paint-order|scroll-state|text-wrap/g;

describe('in a browser of 2023', () => {
  const root = getBuiltSite('root');
  /** Opens a page of the real site without popovers, commands and new styles, and lists what goes wrong. */
  const openOldPage = async (page: Page, path: string): Promise<string[]> => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addInitScript(removeNewFeatures);
    await page.route(/\/(?:\?|$)/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/ (?:popover|commandfor|closedby)="[^"]*"/g, '');
      await route.fulfill({ response, body });
    });
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(NEW_STYLES, 'unknown') });
    });
    const loaded = page.waitForResponse(/older-browsers/);
    await page.goto(root.served + path);
    // The page has the same module: after this, it has run.
    await page.evaluate(
      async (url) => {
        await import(url);
      },
      (await loaded).url(),
    );
    return faults;
  };

  test('a reader opens the dialog of a term, and closes it', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const faults = await openOldPage(page, '/plans/kashiwa-suishin/');
      const term = page.locator('button.term:visible').first();
      const dialog = page.locator('dialog[open]');
      await term.click();
      expect(await dialog.locator('strong').innerText()).not.toBe('');
      await page.keyboard.press('Escape');
      expect(await dialog.count()).toBe(0);
      await term.click();
      await dialog.getByRole('button', { name: '閉じる' }).click();
      expect(await dialog.count()).toBe(0);
      await term.click();
      await dialog.click({ position: { x: 5, y: 5 } });
      expect(await dialog.count()).toBe(1);
      await page.mouse.click(5, 5);
      expect(await dialog.count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  test('the search answers, squares have other groups, and readings appear', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const faults = await openOldPage(page, '/search/?q=保育');
      await page.locator('#result-count').filter({ hasText: '「保育」を含むものは' }).waitFor();
      await page.locator('main[aria-busy=false]').waitFor();
      await page.locator('#q').fill('防災');
      await page.waitForURL(/\?q=%E9%98%B2%E7%81%BD$/);
      await page.goto(`${root.served}/`);
      const group = page.locator('#action-squares').getByRole('button', { name: '計画の状態' });
      await group.click();
      expect(await group.getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('button', { name: 'ふりがな' }).click();
      await page.locator('rt').first().waitFor({ state: 'attached' });
      expect(faults).toEqual([]);
    });
  });

  test('a reader unfolds the choices that narrow all items', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const faults = await openOldPage(page, '/explore/');
      await page.locator('.facets > details > summary').click();
      await page.getByRole('checkbox', { name: '蕨市' }).check();
      await page.locator('#explore-chosen').getByRole('button', { name: '蕨市' }).waitFor();
      expect(faults).toEqual([]);
    });
  });

  test('the numbers of a comparison have no stroke, and no box to choose its rows is shown', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openOldPage(page, '/about/design/');
      const strokes = await page
        .locator('.matrix .num')
        .evaluateAll((numbers) => numbers.map((number) => getComputedStyle(number).webkitTextStrokeWidth));
      expect(new Set(strokes)).toEqual(new Set(['0px']));
      const boxes = page.locator('.chosen-rows, .matrix input');
      expect(await boxes.count()).toBeGreaterThan(0);
      expect(await boxes.filter({ visible: true }).count()).toBe(0);
    });
  });

  test('paper has what is folded, and the screen folds it again', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openOldPage(page, '/plans/kashiwa-suishin/');
      const folded = page.locator('details:not([open])');
      const count = await folded.count();
      expect(count).toBeGreaterThan(0);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await folded.count()).toBe(0);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      expect(await folded.count()).toBe(count);
    });
  });

  test('the check reads a workbook', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const faults = await openOldPage(page, '/check/');
      const buffer = readFileSync(join(root.dist, 'check', 'templates', 'indicators.xlsx'));
      expect(await uploadFile(page, { name: 'indicators.xlsx', buffer })).toContain('まちがい 0件');
      expect(faults).toEqual([]);
    });
  });

  test('the check reads the example', async () => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      const faults = await openOldPage(page, '/check/');
      await page.locator('#check-sample').click();
      await page.locator('#check-problems li').first().waitFor();
      expect(faults).toEqual([]);
    });
  });
});
