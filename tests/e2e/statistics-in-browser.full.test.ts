import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { computeContrast } from '../../src/model/brand-colours.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, NARROW_SCREEN, openTab } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

/** Opens the page of a statistic with 0.0 and 算定なし, or another page. */
async function openStatistic(options: BrowserContextOptions = {}, url = ''): Promise<Page> {
  const page = await openTab(browser, options);
  await page.goto(url.startsWith('http') ? url : `${site.served}${site.base}statistics/future-burden-ratio/${url}`);
  return page;
}

const ID = 'statistic-future-burden-ratio';
const getPlot = (page: Page) => page.locator(`#${ID}-figure .plot`);
const getTip = (page: Page) => page.locator(`#${ID}-figure .tip`);
const getSlider = (page: Page) => page.locator(`#${ID}-figure .plot-year`);
const getButton = (page: Page, name: string) => page.locator(`#${ID}-figure`).getByRole('button', { name });
const readPressed = async (page: Page) =>
  (await page.locator(`#${ID}-figure [aria-pressed=true]`).allInnerTexts()).map((text) => text.trim());
const readLifted = (page: Page) =>
  getPlot(page)
    .locator('.line.is-on')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-series')));
const listVisible = (page: Page, selector: string) => page.locator(`${selector}:visible`).count();

/** Returns the position of a year on the screen, at a share of the height of the chart. */
async function locateYear(page: Page, year: string, share: number) {
  await getPlot(page).scrollIntoViewIfNeeded();
  const box = await getPlot(page).boundingBox();
  const [first = 0, last = 0] = ((await getPlot(page).getAttribute('data-days')) ?? '').split(' ').map(Number);
  const row = page.locator(`#${ID}-values tbody tr`).filter({ hasText: year });
  const day = Number(await row.getAttribute('data-day'));
  if (!box) throw new Error('the chart is not visible');
  return { x: box.x + (box.width * (day - first)) / (last - first), y: box.y + box.height * share };
}

/** Returns the value of a city in the tip. */
const readTip = async (page: Page, city: string) =>
  (await getTip(page).locator('tr').filter({ hasText: city }).locator('td').innerText()).trim();

/** The years in which 平塚市 is 0.0 and 算定なし. */
const CASES = [
  ['2015年度', '0.0%'],
  ['2013年度', '算定なし'],
] as const;

describe('the page of a statistic', () => {
  test('says to mouse, finger and keyboard when 平塚市 is 0.0% and when 算定なし', async () => {
    const withMouse = await openStatistic();
    const withFinger = await openStatistic({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 } });
    const readSpeech = async () => (await getSlider(withMouse).getAttribute('aria-valuetext')) ?? '';
    for (const [year, value] of CASES) {
      const position = await locateYear(withMouse, year, 0.5);
      await withMouse.mouse.move(position.x, position.y);
      expect(await getTip(withMouse).locator('strong').innerText()).toBe(year);
      expect(await readTip(withMouse, '平塚市')).toBe(value);

      const spot = await locateYear(withFinger, year, 0.5);
      await withFinger.touchscreen.tap(spot.x, spot.y);
      await expect.poll(() => getTip(withFinger).locator('strong').innerText()).toBe(year);
      expect(await readTip(withFinger, '平塚市')).toBe(value);

      await getSlider(withMouse).focus();
      await withMouse.keyboard.press('Home');
      for (let step = 0; step < 30 && !(await readSpeech()).startsWith(year); step++)
        await withMouse.keyboard.press('ArrowRight');
      expect(await readSpeech()).toMatch(new RegExp(`^${year}。.*平塚市 ${value}`));
      expect(await readTip(withMouse, '平塚市')).toBe(value);
    }
  });

  test('lets a city be chosen with the keyboard; its URL opens the same chart, and the same part of it', async () => {
    const page = await openStatistic();
    await getButton(page, '平塚市').focus();
    await page.keyboard.press('Space');
    await getButton(page, '金沢市').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: '表' }).click();
    const shared = await openStatistic(
      { hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 } },
      page.url(),
    );
    expect(await listVisible(shared, `#${ID}-values`)).toBe(1);
    await shared.getByRole('tab', { name: '図', exact: true }).tap();
    expect(await readPressed(shared)).toEqual(['平塚市', '金沢市']);
    expect((await readLifted(shared)).sort()).toEqual(['hiratsuka', 'kanazawa']);
    await getButton(shared, '平塚市').tap();
    expect(await readPressed(shared)).toEqual(['金沢市']);
    expect(new URL(shared.url()).search).toBe('?city=kanazawa');
  });

  test('shows the picture and all values without scripts, and no control that does nothing', async () => {
    const page = await openStatistic({ javaScriptEnabled: false }, '?city=hiratsuka');
    expect(await listVisible(page, `#${ID}-figure .plot-lines .line`)).toBe(5);
    for (const [year, value] of CASES)
      expect(await page.locator(`#${ID}-values tr:visible`).filter({ hasText: year }).innerText()).toContain(value);
    expect(await listVisible(page, ':is(.plot-tools, .plot-year, .tip, [role=tab])')).toBe(0);
    expect(await listVisible(page, `#${ID}-data a[href$=".csv"]`)).toBe(1);
  });

  test('prints its picture with all values, without controls', async () => {
    const page = await openStatistic();
    await getButton(page, '平塚市').click();
    const position = await locateYear(page, '2015年度', 0.5);
    await page.mouse.move(position.x, position.y);
    await page.emulateMedia({ media: 'print' });
    expect(await listVisible(page, `#${ID}-figure .plot-lines .line`)).toBe(5);
    expect(await listVisible(page, `#${ID}-values td`)).toBeGreaterThan(50);
    expect(await listVisible(page, ':is(.plot-tools, .plot-year, .tip, .chart-tab-list)')).toBe(0);
  });

  test('opens the tables of small charts in print, beside or below charts that are large enough to read', async () => {
    const sheet = { width: 672, height: 960 };
    const page = await openStatistic({ viewport: sheet }, '../');
    await page.emulateMedia({ media: 'print' });
    const boxes = await page
      .locator('.plot-fold :is(.plot-figure, .plot-values)')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()));
    expect(boxes.filter(({ width, right }) => width < 220 || right > sheet.width)).toEqual([]);
    const count = await page.locator('.plot-fold').count();
    expect(count).toBeGreaterThan(10);
    expect(await listVisible(page, '.plot-fold .plot-values')).toBe(count);
    expect(await listVisible(page, ':is(.plot-year, .tip)')).toBe(0);
  });

  test('says to the keyboard the first and the last value of many lines, if none is chosen', async () => {
    const page = await openStatistic({}, `${site.served}/about/design/`);
    const figure = page.locator('#line-many-figure');
    // The made-up chart has highlighted lines.
    await figure.locator('[data-series]').evaluateAll((parts) => {
      for (const { classList } of parts) classList.add('other');
    });
    await figure.locator('.plot-year').focus();
    await page.keyboard.press('Home');
    const rows = await figure.locator('.tip tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/[^：]*$/, '').trim())).toEqual(['一番上：', '一番下：']);
    expect(await figure.locator('.plot-year').getAttribute('aria-valuetext')).toContain('一番上：');
  });

  test('has a choice of cities that fits on a phone, however long a name is', async () => {
    const url = `${site.served}/about/design/`;
    const page = await openStatistic(NARROW_SCREEN, url);
    const choice = page.getByLabel('目立たせる市を選ぶ').first();
    await choice.evaluate((select: HTMLSelectElement) => {
      select.add(new Option('架空の長い名前の市'.repeat(5)));
    });
    const right = await choice.evaluate((select) => select.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(NARROW_SCREEN.viewport.width);
  });

  test('answers at once for readers who want less motion', async () => {
    const page = await openStatistic({ reducedMotion: 'reduce' });
    await getButton(page, '平塚市').click();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
    const opacity = (line: Element) => getComputedStyle(line).opacity;
    expect(await getPlot(page).locator('.line:not(.is-on)').first().evaluate(opacity)).toBe('0.28');
    expect(await getPlot(page).locator('.line.is-on').first().evaluate(opacity)).toBe('1');
    // Names stay readable.
    expect(await getPlot(page).locator('.row-name:not(.is-on)').first().evaluate(opacity)).toBe('1');
  });

  test.each<BrowserContextOptions>([
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'light', forcedColors: 'active' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ])('has parts of the ruler that are easy to tell apart from each other and from the page (%j)', async (options) => {
    const page = await openStatistic(options);
    const colours = await page.locator('.ruler :is(.highest, .now)').evaluateAll((parts) => {
      const [highest, now] = parts.map((part) => getComputedStyle(part));
      return [highest?.fill, now?.fill, highest?.stroke, getComputedStyle(document.documentElement).backgroundColor];
    });
    const [highest = '', now = '', outline = '', background = ''] = colours.map((colour = '') => {
      const channels = colour.match(/\d+/g) ?? [];
      return `#${channels.map((value) => Number(value).toString(16).padStart(2, '0')).join('')}`;
    });
    expect(computeContrast(outline, background)).toBeGreaterThan(3);
    expect(computeContrast(highest, now)).toBeGreaterThan(3);
  });

  test('has a different swatch for each key of the ruler with forced colours', async () => {
    const page = await openStatistic({ forcedColors: 'active' });
    const looks = await page.locator('.ruler-key li').evaluateAll((keys) =>
      keys.map((key) => {
        const { width, backgroundColor } = getComputedStyle(key, '::before');
        return `${width} ${backgroundColor}`;
      }),
    );
    expect(looks).toHaveLength(3);
    expect(new Set(looks).size, String(looks)).toBe(3);
  });

  test('distinguishes chosen cities and the nearest value with forced colours', async () => {
    const page = await openStatistic({ forcedColors: 'active' });
    const background = (button: Element) => getComputedStyle(button).backgroundColor;
    await getButton(page, '平塚市').click();
    expect(await getButton(page, '平塚市').evaluate(background)).not.toBe(
      await getButton(page, '金沢市').evaluate(background),
    );
    const position = await locateYear(page, '2015年度', 0.5);
    await page.mouse.move(position.x, position.y);
    const fill = (ring: Element) => getComputedStyle(ring).fill;
    const near = await getPlot(page).locator('.ring.is-near').first().evaluate(fill);
    expect(near).not.toBe(await getPlot(page).locator('.ring:not(.is-near)').first().evaluate(fill));
    const stroke = (line: Element) => getComputedStyle(line).stroke;
    expect(await getPlot(page).locator('.line.is-on').evaluate(stroke)).not.toBe('none');
  });

  test.each<BrowserContextOptions & Readonly<{ media?: 'print' }>>([{ forcedColors: 'active' }, { media: 'print' }])(
    'tells lines apart without colours, also chosen ones, and keeps dots for published values (%j)',
    async ({ media, ...options }) => {
      const page = await openStatistic(options, '../pay-index/');
      await page.emulateMedia({ media: media ?? null });
      const line = (element: Element) => {
        const { strokeDasharray, strokeLinecap, strokeWidth } = getComputedStyle(element);
        const gaps = strokeDasharray.split(', ').slice(1);
        const cap = strokeLinecap === 'butt' ? 0 : parseFloat(strokeWidth);
        return { dashes: strokeDasharray, isOpen: gaps.every((gap) => parseFloat(gap) > cap), width: strokeWidth };
      };
      const read = async (selector: string) => {
        const paths = await page.locator(`.plot-page .line${selector}`).all();
        return Promise.all(paths.map((path) => path.evaluate(line)));
      };
      const [lines, dotted] = [await read(':not(.dashed)'), await read('.dashed')];
      expect(lines.every(({ isOpen }) => isOpen)).toBe(true);
      expect(new Set(lines.map(({ dashes }) => dashes)).size).toBe(5);
      expect(new Set(lines.map(({ width }) => width)).size).toBe(1);
      const [dots, ...others] = new Set(dotted.map(({ dashes }) => dashes));
      expect(others).toEqual([]);
      expect(lines.map(({ dashes }) => dashes)).not.toContain(dots);
    },
  );

  test.each(['figure', ...(isFull ? ['table', 'data'] : [])])(
    'fits a screen of 320 px with its part %s, without axe violations',
    async (part) => {
      const page = await openStatistic({ viewport: { width: 320, height: 700 } }, `?city=hiratsuka#${ID}-${part}`);
      expect(await listVisible(page, `#${ID}-${part}`)).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await findAxeViolations(page)).toEqual([]);
    },
  );
});
