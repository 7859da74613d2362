import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { getBuiltSite, type SiteName } from '../site/support/built-site.ts';

const browser = await connectBrowser();

async function opened(name: SiteName, path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${getBuiltSite(name).served}${path}`);
  return page;
}
/** A side of every box that a selector finds, in whole pixels, each value once. */
const sides = (page: Page, selector: string, side: 'x' | 'y' | 'width') =>
  page
    .locator(selector)
    .evaluateAll((boxes, of) => [...new Set(boxes.map((box) => Math.round(box.getBoundingClientRect()[of])))], side);

describe('what belongs together stands in line', () => {
  test.each([375, 768, 1280])('the columns of the cities on a screen of %i px', async (width) => {
    const page = await opened('root', '/', width);
    const widths = await sides(page, '.matrix thead th + th', 'width');
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    await page.close();
  });

  test('the numbers of the cards of one row', async () => {
    const page = await opened('root', '/', 1280);
    expect(await sides(page, '.card .figure-line', 'y')).toHaveLength(1);
    await page.close();
  });

  test.each([375, 768, 1280])('the ways of all indicators on a screen of %i px', async (width) => {
    const page = await opened('mihon', '/plans/mihon-sogo/', width);
    expect(await sides(page, '.indicator-table .way', 'x')).toHaveLength(1);
    await page.close();
  });

  test('the ways of the indicators that a text names one after the other', async () => {
    const page = await opened('root', '/plans/warabi-jiritsu/', 1280);
    expect(await sides(page, '.indicator-line .way-chart', 'x')).toHaveLength(1);
    await page.close();
  });

  test.each(['1', '1_1'])('the text of %s and the rail beside it', async (code) => {
    const page = await opened('root', `/plans/kashiwa-suishin/${code}/`, 1280);
    const [text] = await sides(page, '.with-rail article .section > :not(.hidden-text):first-of-type', 'y');
    expect([text]).toEqual(await sides(page, '.rail', 'y'));
    await page.close();
  });
});

test.each([920, 1280])(
  'on a screen of %i px a text stands where it will be before its rail has come',
  async (width) => {
    const page = await opened('root', '/plans/warabi-jiritsu/33_1/', width);
    const whole = await sides(page, '.with-rail > article', 'width');
    await page.locator('.rail').evaluate((rail) => {
      rail.remove();
    });
    expect(await sides(page, '.with-rail > article', 'width')).toEqual(whole);
    await page.close();
  },
);

test('on a telephone every file of every table is on the screen, without moving the table to the side', async () => {
  const page = await opened('root', '/data/', 375);
  const links = await page
    .locator('.formats a')
    .evaluateAll((found) => found.map((link) => link.getBoundingClientRect().right));
  expect(links.length).toBeGreaterThan(40);
  expect(Math.max(...links)).toBeLessThanOrEqual(375);
  await page.close();
});
