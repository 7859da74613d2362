import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite, type SiteName } from '../site/support/built-site.ts';
import { connectBrowser, openPage, openTab, settlePage } from './support/browser-tabs.ts';
import { findOverlappingText } from './support/text-overflow.ts';

const browser = await connectBrowser();

async function openSitePage(name: SiteName, path: string, width: number, options: BrowserContextOptions = {}) {
  const page = await openTab(browser, { viewport: { width, height: 900 }, ...options });
  const { served, base } = getBuiltSite(name);
  await openPage(page, served + base + path);
  return page;
}
const listSides = async (parts: Locator, side: 'x' | 'left' | 'right' | 'width') => {
  const boxes = await parts.evaluateAll((all, key) => all.map((box) => box.getBoundingClientRect()[key]), side);
  return [...new Set(boxes.map(Math.round))];
};

test('a dashed frame is that of the squares of ended plans, not that of an unknown state', async () => {
  const page = await openSitePage('root', '', 1280);
  const readStyle = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((part) => getComputedStyle(part).borderTopStyle);
  expect(await readStyle('.tile.ended')).toBe('dashed');
  expect(await readStyle('.badge.unknown')).toBe('solid');
});

test('the numbers of groups beside each other end where the rules below them end', async () => {
  const page = await openSitePage('root', '', 1280);
  await page.getByRole('button', { name: '市', exact: true }).click();
  const heads = await page.locator('.blocks .field-group > h3').evaluateAll((all) =>
    all.map((head) => {
      const numbers = document.createRange();
      numbers.selectNodeContents(head.querySelector('.num')?.firstChild ?? head);
      return head.getBoundingClientRect().right - numbers.getBoundingClientRect().right;
    }),
  );
  expect(heads).toHaveLength(5);
  expect(Math.max(...heads)).toBeLessThan(1);
});

test('on a phone the states of a list of indicators begin at the same place, and names have the space without one', async () => {
  const page = await openSitePage('mihon', 'indicators/', 375);
  const rows = page.locator('.indicator-rows:not(.in-words) .indicator-row:has(.state):visible');
  expect(await rows.count()).toBeGreaterThan(2);
  expect(await listSides(rows.locator('.state > .status'), 'left')).toHaveLength(1);
  const free = page.locator('.without-states .indicator-row:visible').first();
  expect(await listSides(free.locator('.name'), 'width')).toEqual(await listSides(free.locator('.values'), 'width'));
});

test('on the page of a plan the link of an item without a summary is below its name', async () => {
  const page = await openSitePage('mihon', 'plans/mihon-sogo/', 375);
  const gaps = await page.locator('.node:not(:has(.node-summary, .tags)) > div:has(.node-link)').evaluateAll((items) =>
    items.map((item) => {
      const [title, link] = ['.node-title', '.node-link'].map((part) =>
        item.querySelector(part)?.getBoundingClientRect(),
      );
      return (link?.top ?? 0) - (title?.bottom ?? 0);
    }),
  );
  expect(gaps.length).toBeGreaterThan(0);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
});

test('on a tablet a fact or two of a plan have the whole width', async () => {
  const page = await openSitePage('root', 'plans/kashiwara-unei-r2/', 768);
  const facts = page.locator('.age-strip > div');
  expect(await facts.count()).toBeLessThan(3);
  expect(await listSides(facts.last(), 'right')).toEqual(await listSides(page.locator('.age-strip'), 'right'));
});

test('beside a scrollbar that takes space the themes of a plan are as wide as the page', async () => {
  const page = await openSitePage('root', 'plans/kashiwa-suishin/', 320);
  await page.evaluate(() => (document.documentElement.style.width = '305px'));
  const chips = page.locator('.theme-chips');
  expect(await listSides(chips, 'left')).toEqual([0]);
  expect(await listSides(chips, 'right')).toEqual([305]);
});

test('a column with the numbers of rows is as narrow as they are', async () => {
  const page = await openSitePage('root', 'about/staff/', 375);
  const widths = await listSides(page.locator('tbody th.nowrap', { hasText: /^\d$/ }), 'width');
  expect(widths.length).toBeGreaterThan(0);
  expect(Math.max(...widths)).toBeLessThan(50);
});

test('a table of values that scrolls has space between its columns', async () => {
  const page = await openSitePage('root', 'statistics/projected-population/', 375);
  const cell = page.locator('.plot-values:visible tbody td').first();
  expect(await cell.evaluate((box) => Number.parseFloat(getComputedStyle(box).paddingLeft))).toBeGreaterThan(5);
});

test('entries of several lines, such as the other statistics of a municipality, are apart', async () => {
  const page = await openSitePage('root', 'cities/kashiwa/', 1280);
  const entries = page.locator('.plain-list.in-columns').first().locator('> li');
  const padding = await entries.first().evaluate((entry) => Number.parseFloat(getComputedStyle(entry).paddingBottom));
  expect(padding).toBeGreaterThanOrEqual(4);
});

test('the first heading of a theme below the state of its plan is not tied to the state', async () => {
  const page = await openSitePage('root', 'themes/digital/', 1280);
  const gaps = await page
    .locator('.groups p:has(> .badge) + h4')
    .evaluateAll((heads) =>
      heads.map(
        (head) =>
          head.getBoundingClientRect().top -
          (head.previousElementSibling?.querySelector('.badge')?.getBoundingClientRect().bottom ?? 0),
      ),
    );
  expect(gaps.length).toBeGreaterThan(3);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14);
});

test('on the page of a plan the themes that are links do not look like the buttons that narrow it', async () => {
  const page = await openSitePage('root', 'plans/warabi-jiritsu/', 1280);
  const readColour = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((part) => getComputedStyle(part).color);
  expect(await readColour('.tags a')).toBe(await readColour('.plan-strip a[href*="/text/"], .age-strip a, .node-link'));
  expect(await readColour('.tags a')).not.toBe(await readColour('.theme-chips button'));
});

test('among the links to single cities, the one of the page does not look like the others', async () => {
  const page = await openSitePage('root', 'compare/city/kashiwa/', 1280);
  const lines = await page
    .locator('.compare-nav .link-row a')
    .evaluateAll((links) =>
      links.map((link) => `${link.textContent.trim()} ${getComputedStyle(link).textDecorationLine}`),
    );
  expect(lines.filter((line) => line.endsWith(' none'))).toEqual(['柏市 none']);
});

test('on the English page of a plan the reason for its state is below the frame of its facts', async () => {
  const page = await openSitePage('root', 'en/plans/warabi-jiritsu/', 1280);
  const [frame, note] = await Promise.all(
    ['.age-strip', '.age-strip + .note'].map((part) => page.locator(part).boundingBox()),
  );
  expect((note?.y ?? 0) - ((frame?.y ?? 0) + (frame?.height ?? 0))).toBeGreaterThanOrEqual(8);
});

test.each([
  ['data/statistic-values/', '値の時点'],
  ['en/statistics/', 'Date'],
])('in the table of %s a time is on one line', async (path, heading) => {
  const page = await openSitePage('root', path, 1280);
  const lines = await page.locator(`td[data-head="${heading}"]`).evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    }),
  );
  expect(lines.length).toBeGreaterThan(9);
  expect(new Set(lines)).toEqual(new Set([1]));
});

test('on a wide screen nine columns of a table of data are in view', async () => {
  const page = await openSitePage('root', 'data/indicators/', 1280);
  await page.getByRole('button', { name: '計画ID' }).waitFor();
  const box = page.locator('.data-table .scroll');
  expect(await box.locator('thead th').count()).toBe(9);
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

describe('with larger spaces between letters and words', () => {
  test.each([320, 640, 1280])('no name of a format covers a size, %i px wide', async (width) => {
    const page = await openSitePage('root', 'data/', width, { bypassCSP: true });
    await page.addStyleTag({
      content: '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    });
    await settlePage(page);
    expect(await page.locator('td > .formats').count()).toBeGreaterThan(3);
    expect(await page.evaluate(findOverlappingText)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

/** Returns the texts of a page in which a line begins between a number, or the sign of a range, and what is before it. */
const findSplitNumbers = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((parts) =>
    parts.flatMap((part) => {
      const text = part.firstChild;
      if (!(text instanceof Text)) return [];
      return [...text.data.matchAll(/[和成年月～第]\u2060?(?=\d)|.\u2060?(?=～)|部\u2060?(?=ゾーン)/g)].flatMap(
        ({ index, 0: { length } }) => {
          const range = document.createRange();
          const [before, after] = [index, index + length].map((at) => {
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect().top;
          });
          return before === after ? [] : [text.data];
        },
      );
    }),
  );

test.each([
  ['statistics/projected-population/', 'h1'],
  ['statistics/', '.statistic-cards :is(h3 a, .flow > p)'],
  ['cities/kashiwara/', '.statistic-cards :is(h3 a, .flow > p)'],
  ['cities/hiratsuka/', '.lede, .statistic-cards :is(h3 a, .flow > p), .definitions dt'],
  ['', '.card small'],
  ['cities/', '.card small'],
  ['zones/kashiwa/', '.lede'],
])('on /%s no number in a heading or a lead begins a line of its own', async (path, selector) => {
  const page = await openSitePage('root', path, 1280);
  for (const width of [320, 340, 360, 380, 400, 420, 440, 460, 480, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await findSplitNumbers(page, selector), `${width} px`).toEqual([]);
  }
});
