import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { listExploreItems } from '../../src/site-data/explore-items.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import {
  connectBrowser,
  holdAnimations,
  NARROW_SCREEN,
  openPage,
  WIDE_SCREEN,
  withTab,
} from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const home = site.served + site.base;
const browser = await connectBrowser();
const siteData = openSharedSite(REPOSITORY_FOLDER);
const actions = listExploreItems(siteData).filter(({ values }) => values.kind.includes('action'));

const SCREENS = [NARROW_SCREEN, ...(isFull ? [WIDE_SCREEN] : [])];

const TOUCH_SCREEN = { hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 } };

const locateSquares = (page: Page) => page.locator('.action-squares .field .tile');
const getTip = (page: Page) => page.locator('.square-tip');
const readHeadings = (page: Page) => page.locator('.field-group h3 > a').allInnerTexts();
const group = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Returns the distance of the section after the squares from the top of the page. */
const readTop = (page: Page) =>
  page.locator('.square-list').evaluate((list) => list.getBoundingClientRect().top + scrollY);

test.each(SCREENS)('the squares regroup, and nothing below them moves (%j)', async (screen) => {
  await withTab(browser, screen, async (page) => {
    await openPage(page, home);
    const urls = () => locateSquares(page).evaluateAll((all) => all.map((one) => one.getAttribute('href')).sort());
    const expected = actions.map(({ url }) => `${site.base}${url.slice(1)}`).sort();
    const top = await readTop(page);
    for (const [name, headings] of [
      ['市', siteData.municipalities.map(({ title }) => title)],
      ['計画の状態', ['終了', '状態未確認']],
    ] as const) {
      await group(page, name);
      expect(await readHeadings(page)).toEqual(headings);
      expect(await urls()).toEqual(expected);
      expect(await readTop(page)).toBeCloseTo(top, 0);
      expect(await page.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
    }
    const link = page.getByRole('link', { name: '終了', exact: true });
    expect(await link.getAttribute('href')).toBe(`${site.base}explore/?state=ended`);
    await group(page, 'テーマ');
    expect((await readHeadings(page)).length).toBeGreaterThan(5);
    expect(await readTop(page)).toBeCloseTo(top, 0);
  });
});

test('the script changes neither the height nor the colours of the squares', async () => {
  const [withScript, without] = await Promise.all(
    [true, false].map((javaScriptEnabled) =>
      withTab(browser, { ...WIDE_SCREEN, javaScriptEnabled }, async (page) => {
        await page.goto(home);
        return locateSquares(page).evaluateAll((all) =>
          all.map((one) => {
            const { left, top, width } = one.getBoundingClientRect();
            const field = one.closest('.field')?.getBoundingClientRect();
            return [left, top - (field?.top ?? 0), width, getComputedStyle(one).color, one.dataset.sign ?? ''];
          }),
        );
      }),
    ),
  );
  expect(withScript).toHaveLength(actions.length);
  expect(withScript).toEqual(without);
});

test('the two numbers of a theme are together the number of actions that its link leads to', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, home);
    const texts = await page.locator('.field-group h3').allInnerTexts();
    const sums = texts.map((text) => (text.match(/\d+/g) ?? []).reduce((sum, count) => sum + Number(count), 0));
    const headings = await readHeadings(page);
    const expected = headings.map((heading) => {
      const theme = siteData.themes.find(({ title }) => title === heading);
      return actions.filter(({ values }) => theme && values.theme.includes(theme.id)).length;
    });
    expect(sums).toEqual(expected);
    expect(texts.some((text) => text.includes('＋'))).toBe(true);
    await page.locator('.field-group h3 > a').first().click();
    await page
      .getByText(`${expected[0] ?? ''}件`, { exact: true })
      .first()
      .waitFor();
  });
});

test('the second number of a theme has words for screen readers', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, home);
    const heading = page.locator('.field-group h3').filter({ hasText: '＋' }).first();
    expect(await heading.ariaSnapshot()).toMatch(/\d+ ?件、主なテーマがほかにあるもの ?＋\d/);
  });
});

test('a theme that is never the main theme has a link, with the number of actions that the link leads to', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await page.goto(home);
    const main = new Set(actions.map(({ values }) => values.theme[0]));
    const expected = siteData.themes.flatMap(({ id, title }) => {
      const count = actions.filter(({ values }) => values.theme.includes(id)).length;
      return main.has(id) || count === 0 ? [] : [`${title}（${count}件）`];
    });
    const links = page.locator('.action-squares > .note a');
    expect(await links.allInnerTexts()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    await links.first().click();
    await page.locator('.explore.ready').waitFor();
    expect(expected[0]).toContain(`（${await page.locator('#explore-count').innerText()}）`);
  });
});

test.each(['/', '/explore/', '/plans/hiratsuka-jitsugen/'])(
  'the names of squares on %s say which plans have ended, as their frames do',
  async (path) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, site.served + path);
      const squares = page.locator('main').getByRole('link').and(page.locator('.tile'));
      await squares.first().waitFor();
      const ended = squares.and(page.locator('.ended'));
      expect(await ended.count()).toBeGreaterThan(0);
      const named = page.locator('main .tile').and(page.getByRole('link', { name: /（終了）$/ }));
      expect(await named.count()).toBe(await ended.count());
      expect(await named.and(page.locator('.ended')).count()).toBe(await ended.count());
    });
  },
);

test('a pointer at a square shows its city, name and summary, and a click opens it', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, home);
    const square = locateSquares(page).nth(7);
    await square.hover();
    const [city = '', ...name] = ((await square.getAttribute('aria-label')) ?? '').split(' ');
    expect(await getTip(page).locator('strong').innerText()).toBe(name.join(' '));
    expect(await getTip(page).locator('small').innerText()).toContain(city);
    expect(await getTip(page).locator('p').innerText()).toMatch(/。$/);
    const url = await square.getAttribute('href');
    await square.click();
    await page.waitForURL((now) => now.pathname + now.hash === url);
  });
});

test.each([1280, 640])(
  'on %i px, a pointer reaches the tip of a square at which it has rested, and goes through a new tip to other squares',
  async (width) => {
    await withTab(browser, { viewport: { width, height: 900 } }, async (page) => {
      await openPage(page, `${site.served}${site.base}explore/`);
      const item = getTip(page).locator('strong');
      const squares = page.locator('.field .tile');
      const [{ x, y, size }, top] = await squares.evaluateAll((all) => {
        const tops = all.map((one) => one.getBoundingClientRect().top);
        const second = tops.findIndex((one) => one > (tops[0] ?? 0));
        const { x = 0, y = 0, width: size = 0 } = all[second]?.getBoundingClientRect() ?? {};
        return [{ x, y, size }, tops[0] ?? 0] as const;
      });
      const middle = x + size / 2;
      // A tip stays new while its time does not pass.
      const letTimePass = await holdAnimations(page);
      await page.mouse.move(middle, y + size / 2);
      const first = await item.innerText();
      await page.mouse.move(middle, top + size - 2, { steps: 10 });
      await expect.poll(() => item.innerText()).not.toBe(first);
      await letTimePass();
      for (const start of [top, y]) {
        await page.mouse.move(middle, start + size / 2);
        const rested = await item.innerText();
        await getTip(page).evaluate((tip) => Promise.all(tip.getAnimations().map(({ finished }) => finished)));
        const tip = await getTip(page).boundingBox();
        await page.mouse.move(middle, (tip?.y ?? 0) + (tip?.height ?? 0) / 2, { steps: 30 });
        expect(await item.innerText()).toBe(rested);
        await page.keyboard.press('Escape');
        expect(await getTip(page).isVisible()).toBe(false);
      }
    });
  },
);

test('at four times the size, the tip does not cover the square with the focus, and says the state of its plan', async () => {
  await withTab(browser, { viewport: { width: 320, height: 256 } }, async (page) => {
    await openPage(page, home);
    const first = locateSquares(page).first();
    await first.focus();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('ArrowRight');
      const tip = await getTip(page).boundingBox();
      const square = await locateSquares(page).and(page.locator(':focus')).boundingBox();
      expect((square?.y ?? 0) + (square?.height ?? 0)).toBeLessThanOrEqual(tip?.y ?? 0);
    }
    const described = page.locator('#square-tip-level, #square-tip-summary');
    const ids = (await page.locator('.tile:focus').getAttribute('aria-describedby'))?.split(' ');
    expect(ids).toEqual(await described.evaluateAll((parts) => parts.map(({ id }) => id)));
    expect(await described.first().innerText()).toMatch(/状態未確認|終了/);
  });
});

test('a tap of a finger shows a tip at the foot of the screen, with a link', async () => {
  await withTab(browser, TOUCH_SCREEN, async (page) => {
    await openPage(page, home);
    const square = locateSquares(page).nth(5);
    await square.tap();
    await getTip(page).waitFor();
    expect(new URL(page.url()).pathname).toBe(site.base);
    const box = await getTip(page).boundingBox();
    const bottom = (box?.y ?? 0) + (box?.height ?? 0);
    expect(bottom).toBeGreaterThan(780);
    expect(bottom).toBeLessThanOrEqual(800);
    // Without a pointer over it, the square of the tip still has a ring.
    await page.mouse.move(0, 0);
    const readRing = () => square.evaluate((element) => getComputedStyle(element).boxShadow);
    expect(await readRing()).not.toBe('none');
    await page.locator('h1').tap();
    await getTip(page).waitFor({ state: 'hidden' });
    expect(await readRing()).toBe('none');
    await square.tap();
    const url = await square.getAttribute('href');
    await page.getByRole('link', { name: 'この項目を読む' }).tap();
    await page.waitForURL((now) => now.pathname + now.hash === url);
  });
});

test('Enter follows a square that was tapped', async () => {
  await withTab(browser, TOUCH_SCREEN, async (page) => {
    await openPage(page, home);
    const square = locateSquares(page).nth(5);
    const url = await square.getAttribute('href');
    await square.tap();
    await getTip(page).waitFor();
    await square.press('Enter');
    await expect.poll(() => page.url()).toBe(new URL(url ?? '', home).href);
  });
});

test.each([
  ['no-preference', true],
  ['reduce', false],
] as const)('if readers prefer “%s” for motion, the squares glide: %s', async (reducedMotion, expected) => {
  await withTab(browser, { ...WIDE_SCREEN, reducedMotion }, async (page) => {
    await openPage(page, home);
    const isMoved = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.choice [value=city]')?.click();
      return [...document.querySelectorAll('.field .tile')].some((tile) => getComputedStyle(tile).transform !== 'none');
    });
    expect(isMoved).toBe(expected);
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

test('without scripts the list has every action, and no control does nothing', async () => {
  await withTab(browser, { ...WIDE_SCREEN, javaScriptEnabled: false }, async (page) => {
    await page.goto(home);
    expect(await page.locator('.action-squares button:visible').count()).toBe(0);
    await page.getByText(`一覧で読む（${actions.length}件）`).click();
    expect(await page.locator('.square-list .found a:visible').allInnerTexts()).toEqual(
      actions.map(({ title }) => title),
    );
    expect(await locateSquares(page).locator('a').count()).toBe(0);
  });
});

test('on paper there are the squares with their signs, but neither buttons nor list', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, home);
    await group(page, '市');
    await page.emulateMedia({ media: 'print' });
    const looks = await locateSquares(page)
      .first()
      .evaluate((square) => {
        const { printColorAdjust } = getComputedStyle(square);
        return [printColorAdjust, getComputedStyle(square, '::before').content];
      });
    expect(looks).toEqual(['exact', expect.stringContaining('蕨')]);
    for (const hidden of ['.square-tools', '.square-list']) expect(await page.locator(hidden).isVisible()).toBe(false);
  });
});

test.each(SCREENS)('the home page with a tip has no axe violations (%j)', async (screen) => {
  await withTab(browser, screen, async (page) => {
    await openPage(page, home);
    await group(page, '計画の状態');
    await locateSquares(page).nth(3).press('ArrowRight');
    await page.locator('.square-list > summary').click();
    await locateSquares(page).nth(3).focus();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test('on a phone, the tip of a square does not stay over the links after it', async () => {
  await withTab(browser, NARROW_SCREEN, async (page) => {
    await openPage(page, home);
    await page.locator('a.tile').first().waitFor({ state: 'attached' });
    await page.locator('.field-group h3 > a').first().focus();
    await page.keyboard.press('Tab');
    expect(await getTip(page).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.locator('.field-group h3 > a:focus').count()).toBe(1);
    expect(await getTip(page).isVisible()).toBe(false);
  });
});

test.each(['light', 'dark'] as const)(
  'in forced colours that are %s the sign of a square is visible while it has the focus',
  async (colorScheme) => {
    await withTab(browser, { ...WIDE_SCREEN, forcedColors: 'active', colorScheme }, async (page) => {
      await openPage(page, home);
      const square = page.locator('a.tile[data-sign]').first();
      await square.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      const [sign, ground] = await square.evaluate((tile) => [
        getComputedStyle(tile, '::before').color,
        getComputedStyle(tile).backgroundColor,
      ]);
      expect(await square.evaluate((tile) => tile.matches(':focus-visible'))).toBe(true);
      expect(sign).not.toBe(ground);
    });
  },
);

test('what ＋ counts is explained only for squares by theme', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, home);
    const note = page.getByText('ほかは＋で数えます。');
    expect(await note.isVisible()).toBe(true);
    await group(page, '市');
    expect(await note.isVisible()).toBe(false);
    await group(page, 'テーマ');
    expect(await note.isVisible()).toBe(true);
  });
});
