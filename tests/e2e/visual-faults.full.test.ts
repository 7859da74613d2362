import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser, NARROW_SCREEN, openPage, settlePage, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';
import { startSlowServer } from './support/page-servers.ts';
import { findOverlappingText } from './support/text-overflow.ts';
import { findLayoutShifts } from './support/visual-faults.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

const PARTS = [
  ['the header', '/404.html', '<body', '<main'],
  ['the choices of the search', '/search/', 'id="search-filters"', 'class="search-results"'],
] as const;

describe.each(isFull ? [1280, 920, 320] : [1280, 320])('on a screen %i px wide', (width) => {
  test.each(PARTS)('%s does not move while a page arrives in pieces', async (_name, path, first, last) => {
    const server = await startSlowServer(root, [first, last]);
    onTestFinished(server.close);
    const shifts = await withTab(browser, { viewport: { width, height: 900 } }, async (page) => {
      await openPage(page, server.url + path);
      return page.evaluate(findLayoutShifts);
    });
    expect(shifts).toEqual([]);
  });
});

test.each([
  ['/plans/warabi-jiritsu/', '.group-head', 'heading', '33 市民参画・協働'],
  ['/plans/warabi-jiritsu/33_3/', '.group-head', 'heading', '(1) 市民ニーズの把握'],
  ['/plans/warabi-jiritsu/33_3/', '.node-title', 'heading', '意識調査やアンケートなどによる広聴'],
  ['/', '.card *', 'heading', '金沢市 、 行政経営プラン'],
] as const)('on %s the parts of a name are apart, and nothing else is in it (%s)', async (path, among, role, name) => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, root.served + path);
    const named = page.locator(among).and(page.getByRole(role, { name, exact: true }));
    expect(await named.count()).toBe(1);
  });
});

test('on a phone a table of results becomes blocks without sideways scroll', async () => {
  await withTab(browser, NARROW_SCREEN, async (page) => {
    await openPage(page, `${getBuiltSite('mihon').served}/plans/indicators/mihon-sogo/wait-time/`);
    const table = page.locator('section.scroll').first();
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });
});

test.each([
  ['reduce', 'auto'],
  ['no-preference', 'smooth'],
] as const)(
  'if readers prefer “%s” for motion, a clicked link scrolls as “%s”, an opened page and Tab at once',
  async (reducedMotion, expected) => {
    const behaviours = await withTab(browser, { ...WIDE_SCREEN, reducedMotion }, async (page) => {
      const behaviour = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
      await openPage(page, `${root.served}/glossary/`);
      const opened = await behaviour();
      await page.locator('a[href="#row-2"]').hover();
      await page.mouse.down();
      const clicked = await behaviour();
      await page.mouse.up();
      await page.keyboard.press('Tab');
      return [opened, clicked, await behaviour()];
    });
    expect(behaviours).toEqual(['auto', expected, 'auto']);
  },
);

test('Tab shows the next link at once, wherever it is', async () => {
  await withTab(browser, { viewport: { width: 320, height: 256 }, reducedMotion: 'no-preference' }, async (page) => {
    await openPage(page, `${root.served}/themes/participation/`);
    const hidden: string[] = [];
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Tab');
      const { name, top, bottom } = await page.evaluate(() => {
        const { top = 0, bottom = 0 } = document.activeElement?.getClientRects()[0] ?? {};
        return { name: document.activeElement?.textContent ?? '', top, bottom };
      });
      if (bottom <= 0 || top >= 256) hidden.push(name);
    }
    expect(hidden).toEqual([]);
  });
});

test('words of several cities, which are no links, have no frame like the links of themes', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/themes/digital/`);
    const words = page.locator('.shared-words li');
    const frames = await words.evaluateAll((all) => all.map((word) => getComputedStyle(word).borderTopWidth));
    expect(new Set(frames)).toEqual(new Set(['0px']));
  });
});

test('with more contrast an empty bar does not have the colour of text, even if the browser mixes none', async () => {
  const [empty = 0, text = 0] = await withTab(browser, { ...WIDE_SCREEN, contrast: 'more' }, async (page) => {
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('color-mix', 'unknown') });
    });
    await openPage(page, `${getBuiltSite('mihon').served}/plans/indicators/`);
    return page
      .locator('.status-counts .room')
      .first()
      .evaluate((room) => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        return [getComputedStyle(room).fill, getComputedStyle(room).color].map((colour) => {
          if (context) context.fillStyle = colour;
          context?.fillRect(0, 0, 1, 1);
          return context?.getImageData(0, 0, 1, 1).data[0] ?? 0;
        });
      });
  });
  expect(empty - text).toBeGreaterThan(80);
});

test.each([
  `${root.served}/`,
  `${root.served}/data/`,
  `${root.served}/plans/warabi-jiritsu/`,
  `${root.served}/indicators/warabi-jiritsu/agreements/`,
  `${root.served}/statistics/future-burden-ratio/`,
  `${root.served}/embed/statistics/census-population/`,
  `${root.served}/about/examples/`,
  `${root.served}/en/themes/`,
  `${getBuiltSite('mihon').served}/plans/indicators/`,
])('on a phone with letters of twice the size %s does not scroll sideways, and no text covers another', async (url) => {
  await withTab(browser, { viewport: { width: 375, height: 800 } }, async (page) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await openPage(page, url);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await settlePage(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await page.evaluate(findOverlappingText)).toEqual([]);
    }
  });
});

test('on a phone with letters of twice the size the title of the home page is larger, and leads have full lines', async () => {
  await withTab(browser, { viewport: { width: 375, height: 800 } }, async (page) => {
    const readSize = () => page.locator('h1').evaluate((title) => Number.parseFloat(getComputedStyle(title).fontSize));
    await openPage(page, `${root.served}/`);
    const usual = await readSize();
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await settlePage(page);
    expect(await readSize()).toBeGreaterThan(1.5 * usual);
    await openPage(page, `${root.served}/plans/hiratsuka-jitsugen/`);
    const lead = page.locator('.page-head .lede');
    const lines = await lead.evaluate(({ clientHeight, textContent }) => [clientHeight / 36 / 1.8, textContent.length]);
    // A line has room for eight letters.
    expect(lines[0]).toBeLessThan((lines[1] ?? 0) / 7);
    const share = await page
      .locator('.node')
      .first()
      .evaluate((node) => (node.querySelector('div')?.clientWidth ?? 0) / node.clientWidth);
    expect(share).toBeGreaterThan(0.8);
    await openPage(page, `${root.served}/statistics/census-population/`);
    const title = page.locator('h1');
    // Its six letters are in one line.
    expect((await title.boundingBox())?.height).toBeLessThan(2 * (await readSize()));
  });
});

test('on a phone with letters of twice the size the name of an indicator has more than one letter in a line', async () => {
  await withTab(browser, { viewport: { width: 320, height: 800 } }, async (page) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await openPage(page, `${getBuiltSite('mihon').served}/plans/indicators/`);
    const widths = await page
      .locator('.indicator-row .name')
      .evaluateAll((names) => names.map((name) => name.clientWidth).filter((width) => width > 0));
    expect(widths.length).toBeGreaterThan(5);
    expect(Math.min(...widths)).toBeGreaterThan(200);
  });
});

test('on a phone with letters of twice the size the search box has room for a word', async () => {
  await withTab(browser, { viewport: { width: 320, height: 800 } }, async (page) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await openPage(page, `${root.served}/search/`);
    expect((await page.locator('#q').boundingBox())?.width).toBeGreaterThan(200);
  });
});

test.each(['department-bars', 'sdg-strip'])('with twice the text size no words overlap in .%s', async (chart) => {
  await withTab(browser, { viewport: { width: 375, height: 900 } }, async (page) => {
    await openPage(page, `${root.served}/about/design/`);
    await page
      .locator(`.chart-box:has(.${chart})`)
      .first()
      .evaluate((box) => {
        document.body.replaceChildren(box);
        document.documentElement.style.fontSize = '200%';
      });
    await settlePage(page);
    expect(await page.locator(`.${chart}`).isVisible()).toBe(true);
    expect(await page.evaluate(findOverlappingText)).toEqual([]);
  });
});

test('a long name of a municipality does not widen the page of a statistic on a phone', async () => {
  await withTab(browser, NARROW_SCREEN, async (page) => {
    await openPage(page, `${root.served}/statistics/future-burden-ratio/`);
    const link = page.locator('main p a[href^="/themes/finance/"]', { hasText: '件' }).first();
    await link.evaluate((element) => {
      element.textContent = '架空いちき串木野市（見本県） 117件（一部は終了）';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW_SCREEN.viewport.width);
  });
});

describe('the table of a statistic', () => {
  /** Opens the table of a statistic on a phone. Returns the frame in which it scrolls. */
  const openTable = async (page: Page, id: string) => {
    await openPage(page, `${root.served}/statistics/${id}/`);
    await page.getByRole('tab', { name: '表' }).click();
    return page.locator('.scroll:visible').first();
  };
  const phone = { viewport: { width: 375, height: 800 } };

  test('shows all five cities on a phone', async () => {
    await withTab(browser, phone, async (page) => {
      const frame = await openTable(page, 'future-burden-ratio');
      expect(await frame.locator('thead th').count()).toBe(6);
      expect(await frame.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
    });
  });

  test('keeps the years in view while it scrolls', async () => {
    await withTab(browser, phone, async (page) => {
      const frame = await openTable(page, 'pay-index');
      const year = frame.locator('tbody th').first();
      const left = await year.evaluate((cell) => cell.getBoundingClientRect().left);
      await frame.evaluate((box) => {
        box.scrollLeft = 200;
      });
      expect(await frame.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
      expect(await year.evaluate((cell) => cell.getBoundingClientRect().left)).toBe(left);
    });
  });
});

test('the first squares of the home page are in the upper three quarters of the first screen', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/`);
    const top = await page.evaluate(() => document.querySelector('.field .tile')?.getBoundingClientRect().top);
    expect(top).toBeLessThan((WIDE_SCREEN.viewport.height * 3) / 4);
  });
});

test('速報 and 確報 are not broken across two lines', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${getBuiltSite('mihon').served}/plans/indicators/mihon-sogo/park-visitors/`);
    const rows = await page.locator('td[data-head=確度]', { hasText: '報' }).evaluateAll((cells) =>
      cells.map((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return words.getClientRects().length;
      }),
    );
    expect(rows).toEqual([1]);
  });
});

test('the line with the state of a plan covers the text behind it over its whole width', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/plans/kashiwara-unei-r2/`);
    const note = await page.locator('.plan-strip-head').boundingBox();
    const text = await page.locator('.plan-strip-head').locator('..').boundingBox();
    expect(note).toMatchObject({ x: text?.x, width: text?.width });
  });
});

test.each([375, 768, 1280])(
  'the names of a few cities stay above their numbers, and no focus is behind them, at a width of %i px',
  async (width) => {
    await withTab(browser, { viewport: { width, height: 900 } }, async (page) => {
      await openPage(page, `${root.served}/compare/`);
      const links = page.locator('.matrix tbody a');
      await links.last().focus();
      const names = page.locator('.matrix thead tr:first-child th').last();
      for (let press = 0; press < 20; press++) {
        await page.keyboard.press('Shift+Tab');
        const [focused, head] = [await page.locator(':focus').boundingBox(), await names.boundingBox()];
        expect(head?.y).toBeGreaterThanOrEqual(0);
        expect(head?.height).toBeLessThan(60);
        expect(focused?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
      }
      expect(await links.first().evaluate((link) => link.getBoundingClientRect().top)).toBeLessThan(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  },
);
