import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser, holdAnimations, NARROW_SCREEN, openTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const site = getBuiltSite('root');
const PLAN = `${site.served}${site.base}plans/warabi-jiritsu/`;

/** Opens the page of the plan. */
async function openPlan(search = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openTab(browser, { locale: 'ja-JP', ...options });
  await page.goto(PLAN + search);
  return page;
}

const listShown = (page: Page) => page.locator('.node[data-themes]:visible').count();
const theme = (page: Page, title: string) => page.getByRole('button', { name: title });

describe('the filter of a plan by theme', () => {
  test('shows the items of the chosen themes with their headings, and keeps them in the URL', async () => {
    const page = await openPlan();
    expect(await listShown(page)).toBe(46);
    await theme(page, 'デジタル化').focus();
    await page.keyboard.press('Space');
    expect(await listShown(page)).toBe(6);
    expect(await page.locator('.theme-filter output').textContent()).toBe('取組46件のうち、6件を表示しています。');
    expect(await page.locator('[id="34"]').isVisible()).toBe(false);
    expect(await page.locator('[id="35_2"] > h3').isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('?theme=digital');
    await theme(page, 'デジタル化').click();
    expect(await listShown(page)).toBe(46);
    expect(new URL(page.url()).search).toBe('');
  });

  test('appears without a shift when its script runs, and never without it', async () => {
    const page = await openTab(browser, {});
    // The space of the filter is reserved for ten seconds.
    await holdAnimations(page);
    const release = Promise.withResolvers<null>();
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await release.promise;
      await route.continue();
    });
    await page.goto(PLAN, { waitUntil: 'commit' });
    const buttons = page.locator('.theme-filter');
    // The page is painted once its styles are there.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await page.locator('[id="35_1_1_2"]').waitFor();
    expect(await buttons.isVisible()).toBe(false);
    const items = page.locator('.node-run, .node-group').first();
    const before = await items.boundingBox();
    release.resolve(null);
    await buttons.filter({ visible: true }).waitFor();
    expect(await items.boundingBox()).toEqual(before);
  });

  test('shows what the URL says, and everything after a link to a hidden item', async () => {
    const page = await openPlan('?theme=digital');
    expect(await listShown(page)).toBe(6);
    const greyed = page.locator('.contents a.is-off');
    expect(await greyed.locator(':scope[href="#34"]').count()).toBe(1);
    expect(await greyed.locator(':scope[href="#35"], :scope[href="#35_2"]').count()).toBe(0);
    await page.locator('.plan-overview a[href="#34_1_1_1"]').click();
    await page.locator('[id="34_1_1_1"]').waitFor();
    expect(await listShown(page)).toBe(46);
    expect(await greyed.count()).toBe(0);
    const sentence = await page.locator('.theme-filter output').textContent();
    expect(sentence).toBe('取組46件をすべて表示しています。しぼりこみをはずしました。');
  });

  test('leaves out a theme of the URL that the plan does not have, and says so until the next choice', async () => {
    const page = await openPlan('?theme=nowhere,digital');
    const sentence = page.locator('.theme-filter output');
    const unknown = 'リンクの中の使えない条件をはずしました。';
    expect(await sentence.textContent()).toBe(`取組46件のうち、6件を表示しています。${unknown}`);
    await theme(page, 'デジタル化').click();
    expect(await sentence.textContent()).toBe('取組46件をすべて表示しています。');
    expect(new URL(page.url()).search).toBe('');
    await page.goto(`${PLAN}?theme=`);
    expect(await sentence.textContent()).toBe('取組46件をすべて表示しています。');
  });

  test('shows everything if the page opens at a hidden item, and after each press of a link to one', async () => {
    const page = await openPlan('?theme=digital#35_1_1_2');
    const target = page.locator('[id="35_1_1_2"]');
    await expect.poll(() => target.isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('');
    await theme(page, 'デジタル化').click();
    expect(await target.isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    expect(await listShown(page)).toBe(6);
    await page.locator('.plan-overview a[href="#35_1_1_2"]').click();
    await expect.poll(() => target.isVisible()).toBe(true);
    await expect.poll(() => target.evaluate((node) => node.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  test('says what the URL says after the way back', async () => {
    const page = await openPlan('?theme=digital');
    await page.locator('.plan-overview a[href="#34_1_1_1"]').click();
    await expect.poll(() => listShown(page)).toBe(46);
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?theme=digital');
    await expect.poll(() => listShown(page)).toBe(6);
    expect(await theme(page, 'デジタル化').getAttribute('aria-pressed')).toBe('true');
  });

  test('is printed with its chosen themes and its sentence, if there are any', async () => {
    const page = await openPlan();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.theme-filter').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await theme(page, 'デジタル化').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.theme-filter button:visible').allInnerTexts()).toEqual(['デジタル化 6']);
    expect(await page.locator('.theme-filter output').isVisible()).toBe(true);
  });

  test('ignores a fragment that is not a text', async () => {
    const page = await openPlan('?theme=digital');
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.evaluate(() => {
      const changed = new Promise((resolve) => {
        addEventListener('hashchange', resolve);
      });
      location.hash = '%';
      return changed;
    });
    expect([errors, await listShown(page)]).toEqual([[], 6]);
  });

  test('is absent without a script, and every item is there', async () => {
    const page = await openPlan('?theme=digital', { javaScriptEnabled: false });
    expect(await page.locator('.theme-filter').isVisible()).toBe(false);
    expect(await listShown(page)).toBe(46);
  });
});

test('the squares are one stop of the Tab key, and the arrow keys move among them', async () => {
  const page = await openPlan();
  const readFocus = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  await page.locator('.plan-overview li a').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await readFocus()).toBe('#33_1_1_2');
  await page.keyboard.press('End');
  expect(await readFocus()).toBe('#35_3_3_1');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.theme-filter') !== null)).toBe(true);
});

test('the name of a square is visible at the pointer and at the focus, until Escape', async () => {
  const page = await openPlan();
  const squares = page.locator('.plan-overview li a');
  const readWidth = (at: number) =>
    squares
      .nth(at)
      .locator('span')
      .evaluate((name) => name.clientWidth);
  await squares.nth(2).hover();
  expect(await readWidth(2)).toBeGreaterThan(50);
  await page.keyboard.press('Escape');
  expect(await readWidth(2)).toBe(1);
  await squares.first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await readWidth(1)).toBeGreaterThan(50);
  expect(await readWidth(0)).toBe(1);
});

test('a pointer goes from any square down to the name, which stays', async () => {
  const page = await openPlan();
  const square = page.locator('.plan-overview .tiles').first().locator('a').last();
  // A pointer can't go to a name below the window.
  await square.evaluate((one) => {
    one.scrollIntoView({ block: 'center' });
  });
  await square.hover();
  const [from, name] = [await square.boundingBox(), await square.locator('span').boundingBox()];
  const x = (from?.x ?? 0) + (from?.width ?? 0) / 2;
  const y = (name?.y ?? 0) + (name?.height ?? 0) / 2;
  await page.mouse.move(x, y, { steps: 20 });
  await page.mouse.move((name?.x ?? 0) + 5, y, { steps: 20 });
  expect(await square.locator('span').boundingBox()).toEqual(name);
  expect(name?.width).toBeGreaterThan(50);
});

test.each([true, false])(
  'the facts about a plan are open on a wide screen and fold on a phone (scripts: %s)',
  async (javaScriptEnabled) => {
    const wide = await openPlan('', { javaScriptEnabled });
    expect(await wide.getByText('正式な名前は未確認').isVisible()).toBe(true);
    expect(await wide.locator('.plan-strip summary').isVisible()).toBe(false);
    const narrow = await openPlan('', { ...NARROW_SCREEN, javaScriptEnabled });
    expect(await narrow.getByText('正式な名前は未確認').isVisible()).toBe(false);
    await narrow.locator('.plan-strip summary').click();
    expect(await narrow.getByText('正式な名前は未確認').isVisible()).toBe(true);
  },
);

describe('the contents of a plan', () => {
  const contents = (page: Page) => page.getByRole('navigation', { name: 'この計画の目次' });
  const link = (page: Page) => contents(page).getByRole('link', { name: '施策3 健全な財政運営' });

  test('stay in view beside the text and say where the reader is', async () => {
    const page = await openPlan();
    await link(page).click();
    await expect.poll(() => link(page).getAttribute('aria-current')).toBe('true');
    expect(await link(page).isVisible()).toBe(true);
    expect((await contents(page).boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

  test('unfold on a small screen', async () => {
    const page = await openPlan('', NARROW_SCREEN);
    expect(await link(page).isVisible()).toBe(false);
    await contents(page).locator('summary').click();
    expect(await link(page).isVisible()).toBe(true);
  });

  test('unfold and are in view if the reader follows the link above the text, which is large enough', async () => {
    const page = await openPlan('', NARROW_SCREEN);
    const up = page.locator('.plan-strip-head').getByRole('link', { name: '目次' });
    expect((await up.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await up.click();
    expect(await link(page).isVisible()).toBe(true);
    const top = (await contents(page).boundingBox())?.y ?? 0;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(NARROW_SCREEN.viewport.height / 2);
  });
});
