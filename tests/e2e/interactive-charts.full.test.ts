import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, openPage, openTab, settlePage } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

/** Opens the page with the examples of charts. */
async function openExamples(options: BrowserContextOptions = {}, fragment = ''): Promise<Page> {
  const page = await openTab(browser, options);
  await page.goto(`${site.served}${site.base}about/design/${fragment}`);
  return page;
}

/** The chart with gaps and 算定なし: the years 2010 to 2021 of three cities. */
const GAPS = '#line-gaps-figure';
const MANY = '#line-many-figure';
const getTip = (page: Page) => page.locator(`${GAPS} .tip`);
const getSlider = (page: Page) => page.locator(`${GAPS} .plot-year`);
const getLines = (page: Page, state: string) =>
  page.locator(`${GAPS} .plot .line${state}`).evaluateAll((lines) => lines.map((line) => line.getAttribute('class')));

/** Returns a position on the screen from shares of the width and the height of the chart. */
async function locatePoint(page: Page, x: number, y: number) {
  const plot = page.locator(`${GAPS} .plot`);
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('the chart is not visible');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}
async function moveMouse(page: Page, x: number, y: number): Promise<void> {
  const position = await locatePoint(page, x, y);
  await page.mouse.move(position.x, position.y);
}
/** Returns the rows of the tip, and the bold one. */
const readTip = async (page: Page) => ({
  rows: await getTip(page).locator('tr').allInnerTexts(),
  near: await getTip(page).locator('tr.is-near').allInnerTexts(),
});

describe('a line chart', () => {
  test('shows the values of the year nearest to the mouse, with the nearest line and 算定なし', async () => {
    const page = await openExamples();
    await moveMouse(page, 2 / 11 + 0.02, 0.08);
    expect(await getTip(page).locator('strong').innerText()).toBe('2012年度');
    const { rows, near } = await readTip(page);
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual(['見本市 111%', '架空市 46.1%', '例示市 算定なし']);
    expect(near.join()).toContain('見本市');
    await moveMouse(page, 2 / 11, 0.97);
    expect((await readTip(page)).near.join()).toContain('例示市');
  });

  test('says at a gap that the site has no value', async () => {
    const page = await openExamples();
    await moveMouse(page, 3 / 11, 0.3);
    expect((await readTip(page)).rows.join()).toMatch(/見本市\s+掲載なし/);
  });

  test('keeps its tip while the pointer moves up into it, and hides it with Escape and outside', async () => {
    const page = await openExamples();
    await moveMouse(page, 7 / 11, 0.6);
    const box = await getTip(page).boundingBox();
    const from = await locatePoint(page, 7 / 11, 0.6);
    await page.mouse.move(from.x, (box?.y ?? 0) + 10, { steps: 8 });
    expect(await getTip(page).isVisible()).toBe(true);
    expect(await getTip(page).evaluate((tip) => tip.matches(':hover'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await getTip(page).isVisible()).toBe(false);
    await moveMouse(page, 0.5, 0.5);
    expect(await getTip(page).isVisible()).toBe(true);
    await moveMouse(page, 0.5, -0.5);
    expect(await getTip(page).isVisible()).toBe(false);
  });

  test('answers a tap, keeps its tip, and hides it after a tap elsewhere', async () => {
    const page = await openExamples({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 } });
    const position = await locatePoint(page, 0.5, 0.5);
    await page.touchscreen.tap(position.x, position.y);
    await getTip(page).waitFor();
    const box = await getTip(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
    expect(await page.locator(`${GAPS} .plot`).evaluate((plot) => getComputedStyle(plot).touchAction)).toBe('pan-y');
    await page.touchscreen.tap(position.x, 5);
    await getTip(page).waitFor({ state: 'hidden' });
    await page.touchscreen.tap(position.x, position.y);
    await getTip(page).waitFor();
    const covered = await getTip(page).boundingBox();
    const button = page.locator(`${GAPS} .plot-tools button`).first();
    await button.evaluate((one, { x, y }) => {
      one.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:90px;height:60px;z-index:0`;
    }, covered ?? position);
    await page.touchscreen.tap((covered?.x ?? 0) + 40, (covered?.y ?? 0) + 30);
    await getTip(page).waitFor({ state: 'hidden' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
  });

  test('of a wide screen keeps its tip off the buttons above it', async () => {
    const page = await openExamples();
    await moveMouse(page, 7 / 11, 0.1);
    const [tip, plot] = [await getTip(page).boundingBox(), await page.locator(`${GAPS} .plot`).boundingBox()];
    expect(tip?.y).toBeGreaterThanOrEqual(plot?.y ?? Infinity);
  });

  test.each([
    [300, 'above it'],
    [20, 'below it'],
  ])('with %i pixels above it has its tip, on a narrow screen, %s', async (room, side) => {
    const page = await openExamples({ viewport: { width: 375, height: 800 } });
    const plot = page.locator(`${GAPS} .plot`);
    await plot.evaluate((element, top) => {
      scrollBy(0, element.getBoundingClientRect().top - top);
    }, room);
    const box = await plot.boundingBox();
    const [top, height] = [box?.y ?? 0, box?.height ?? 0];
    await page.mouse.move((box?.x ?? 0) + 50, top + 50);
    const tip = await getTip(page).boundingBox();
    if (side === 'above it') expect((tip?.y ?? 0) + (tip?.height ?? Infinity)).toBeLessThanOrEqual(top + 1);
    else expect(tip?.y).toBeGreaterThan(top + height);
  });

  test('follows a finger sideways, and lets one that moves up scroll the page without its tip', async () => {
    const page = await openExamples({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 } });
    const { x, y } = await locatePoint(page, 0.5, 0.5);
    const devTools = await page.context().newCDPSession(page);
    const drag = async (stepX: number, stepY: number) => {
      await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (let step = 1; step <= 10; step++) {
        const touchPoints = [{ x: x + step * stepX, y: y + step * stepY }];
        await devTools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
      }
      await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await drag(12, 0);
    await expect.poll(() => getTip(page).locator('strong').innerText()).toBe('2021年度');
    const before = await page.evaluate(() => scrollY);
    await drag(0, -20);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    expect(await getTip(page).isVisible()).toBe(false);
  });

  test('is read year by year with the arrow keys, and lets the focus go', async () => {
    const page = await openExamples();
    await page.locator(`${GAPS} .plot-tools button`).last().focus();
    await page.keyboard.press('Tab');
    expect(await getSlider(page).evaluate((slider) => slider === document.activeElement)).toBe(true);
    expect(await getSlider(page).getAttribute('aria-valuetext')).toBe(
      '2021年度。見本市 20.7%、例示市 19.2%、架空市 算定なし',
    );
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await getSlider(page).getAttribute('aria-valuetext')).toContain('2011年度。見本市 110.4%');
    expect(await getTip(page).locator('strong').innerText()).toBe('2011年度');
    expect(await page.locator(`${GAPS} .plot-time`).innerText()).toMatch(/年を選ぶ：\s*2011年度/);
    await page.keyboard.press('Escape');
    expect(await getTip(page).isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    expect(await getSlider(page).evaluate((slider) => slider === document.activeElement)).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await getTip(page).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await getTip(page).isVisible()).toBe(false);
  });

  test('highlights cities in all charts, and keeps them in the URL', async () => {
    const page = await openExamples();
    await page.locator(GAPS).getByRole('button', { name: '例示市' }).click();
    await page.locator(GAPS).getByRole('button', { name: '架空市' }).click();
    // The state of a button says so already.
    expect(await page.locator(`${GAPS} output`).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?city=kakuu-2,kakuu-1');
    expect(await getLines(page, '.is-on')).toHaveLength(2);
    await page.reload();
    const pressed = page.locator(`${GAPS} [aria-pressed=true]`);
    const readPressed = async () => (await pressed.allInnerTexts()).map((text) => text.trim());
    await expect.poll(readPressed).toEqual(['架空市', '例示市']);
    await pressed.first().click();
    await pressed.first().click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('.is-lifted').count()).toBe(0);
  });

  test('ignores unknown cities in the URL', async () => {
    const page = await openExamples({}, '?city=nobody,kakuu-3');
    await expect.poll(() => getLines(page, '.is-on')).toHaveLength(1);
  });

  test.each([
    [1280, 600],
    [375, 500],
  ])(
    'shows the values of the slider inside a window of %i × %i, which has no room for the chart',
    async (width, height) => {
      const page = await openTab(browser, { viewport: { width, height }, reducedMotion: 'reduce' });
      await page.goto(`${site.served}${site.base}statistics/resident-population/`);
      const figure = page.locator('.plot-figure.ready', { has: page.locator('.plot-year') }).first();
      await figure.locator('.plot-year').focus();
      await page.keyboard.press('ArrowLeft');
      const { top, bottom } = await figure.locator('.tip').evaluate((tip) => {
        const box = tip.getBoundingClientRect();
        return { top: box.top, bottom: box.bottom };
      });
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(height);
    },
  );

  test('of a low window is not covered below its lines by the values of the slider', async () => {
    const page = await openTab(browser, { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
    await page.goto(`${site.served}${site.base}statistics/`);
    const figure = page.locator('.plot-fold .plot-figure.ready').first();
    await figure.locator('.plot-year').focus();
    await page.keyboard.press('ArrowLeft');
    const tip = await figure.locator('.tip').boundingBox();
    const plot = await figure.locator('.plot').boundingBox();
    if (!tip || !plot) throw new Error('the chart is not visible');
    expect(tip.y).toBeGreaterThanOrEqual(0);
    expect(tip.y + tip.height).toBeLessThanOrEqual(Math.min(plot.y + plot.height + 0.5, 256));
  });

  test('without a visible slider says which keys choose the year while it has the focus', async () => {
    const page = await openTab(browser);
    await page.goto(`${site.served}${site.base}statistics/`);
    const figure = page.locator('.plot-fold .plot-figure.ready').first();
    const readTipText = () => figure.locator('.tip').innerText();
    await figure.locator('.plot').hover();
    expect(await figure.locator('.tip').isVisible()).toBe(true);
    expect(await readTipText()).not.toContain('←→');
    await figure.locator('.plot-year').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await readTipText()).toMatch(/←→で年を選ぶ$/);
  });

  test('of many lines shows the value of a chosen one as soon as the slider has the focus', async () => {
    const page = await openExamples();
    const slider = page.locator(`${MANY} .plot-year`);
    const read = async () => {
      await slider.blur();
      await slider.focus();
      return slider.getAttribute('aria-valuetext');
    };
    const before = await read();
    await page.locator(`${MANY} select`).selectOption('例示5市');
    expect(await read()).toMatch(/例示5市 \d/);
    expect(before).not.toContain('例示5市');
  });

  test('of many lines adds a label for a chosen one, apart from the others', async () => {
    const page = await openExamples();
    const select = page.locator(`${MANY} select`);
    for (const city of ['例示5市', '例示10市', '例示28市']) await select.selectOption(city);
    expect(await page.locator(`${MANY} output`).innerText()).toBe('目立たせた線：例示5市、例示10市、例示28市');
    const labels = page.locator(`${MANY} .end:visible`);
    const boxes = await labels.evaluateAll((ends) => ends.map((end) => end.getBoundingClientRect().top));
    expect(boxes).toHaveLength(5);
    boxes.sort((a, b) => a - b);
    boxes.slice(1).forEach((top, at) => {
      expect(top - (boxes[at] ?? 0)).toBeGreaterThan(17);
    });
    await page.locator(`${MANY} button:visible`).first().click();
    await expect.poll(() => labels.count()).toBe(4);
    expect(await select.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('of many lines has its labels in the same places if its tab opens later', async () => {
    const open = (fragment: string) => openExamples({}, `?city=kakuu-5,kakuu-10,kakuu-28${fragment}`);
    const readPlaces = async (page: Page) => {
      const labels = page.locator(`${MANY} .end:visible`);
      return labels.evaluateAll((ends) => ends.map((end) => parseFloat(end.getAttribute('y') ?? '').toFixed(3)));
    };
    const opened = await open('');
    await settlePage(opened);
    const places = await readPlaces(opened);
    expect(places).toHaveLength(5);
    const page = await open('#line-many-table');
    await page.locator('[aria-controls=line-many-figure]').click();
    await expect.poll(() => readPlaces(page)).toEqual(places);
  });

  test('is drawn once as the page opens, and again alone if its height changes', async () => {
    const page = await openTab(browser);
    await page.addInitScript(() => {
      const drawn: (string | undefined)[] = [];
      Object.assign(globalThis, { drawn });
      // Each drawing of a chart writes the state of its first button.
      new MutationObserver((changes) => {
        for (const { target } of changes)
          if (target instanceof Element && target.matches(':is(span, select) + button'))
            drawn.push(target.closest('figure')?.parentElement?.id);
      }).observe(document, { subtree: true, attributeFilter: ['aria-pressed'] });
    });
    await openPage(page, `${site.served}${site.base}about/design/`);
    const readDrawn = () => page.evaluate<string[]>('drawn.splice(0)');
    const first = await readDrawn();
    expect(first).toContain('line-gaps-figure');
    expect(first).toEqual([...new Set(first)]);
    await page.locator(`${GAPS} figure`).evaluate((figure) => {
      figure.style.paddingBottom = '5rem';
    });
    await settlePage(page);
    expect(await readDrawn()).toEqual([]);
    await page.locator(`${GAPS} .plot`).evaluate((plot) => {
      plot.style.height = '10rem';
    });
    await expect.poll(readDrawn).toEqual(['line-gaps-figure']);
  });

  test('fades nothing slowly if the reader wants less motion', async () => {
    for (const [reducedMotion, duration] of [
      ['no-preference', '0.2s'],
      ['reduce', '0s'],
    ] as const) {
      const page = await openExamples({ reducedMotion });
      const line = page.locator(`${GAPS} .line`).first();
      expect(await line.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe(duration);
    }
  });
});

describe('the parts of a line chart', () => {
  const getPanels = (page: Page) => page.locator('.chart-panel[id^=line-gaps]:visible');

  test('are tabs, for the mouse and the keyboard, and in the URL', async () => {
    const page = await openExamples();
    const [figure, table, data] = ['図', '表', 'データ'].map((name) => page.getByRole('tab', { name }).first());
    expect(await getPanels(page).count()).toBe(1);
    await table?.click();
    expect(await getPanels(page).getAttribute('id')).toBe('line-gaps-table');
    expect(new URL(page.url()).hash).toBe('#line-gaps-table');
    await page.keyboard.press('ArrowRight');
    expect(await data?.evaluate((tab) => tab === document.activeElement)).toBe(true);
    expect(await data?.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    expect(await figure?.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    expect(await data?.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Home');
    await page.goto(`${page.url().replace(/#.*/, '')}#line-gaps-data`);
    expect(await getPanels(page).getAttribute('id')).toBe('line-gaps-data');
  });

  test('are below one another without scripts, and have no controls that do nothing', async () => {
    const page = await openExamples({ javaScriptEnabled: false });
    expect(await getPanels(page).count()).toBe(3);
    expect(await page.locator('.chart-panel-title:visible').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator(':is(.plot-tools, .plot-year, .tip):visible').count()).toBe(0);
    await page.locator('.chart-tab-list a', { hasText: '表' }).first().click();
    expect(new URL(page.url()).hash).toBe('#line-gaps-table');
  });

  test.each([1280, 320])('have no axe violations and do not scroll sideways on a screen of %i px', async (width) => {
    const page = await openExamples({ viewport: { width, height: 800 } });
    await page.locator(GAPS).getByRole('button', { name: '例示市' }).click();
    await getSlider(page).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
