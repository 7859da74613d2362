import { expect, test } from 'vitest';
import { computeContrast } from '../../src/model/brand-colours.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser, openTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const site = getBuiltSite('mihon');

test('the map of zones shows the indicator and the time that the reader chooses', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const map = page.locator('.zone-figure svg[role=group]');
  const select = page.getByRole('combobox', { name: '地図に出す指標と時点' });
  expect(await map.locator('.zone[class*=step]').count()).toBe(0);
  expect(await map.locator('circle:visible').count()).toBe(3);
  await select.focus();
  await page.keyboard.press('ArrowDown');
  expect(await map.locator('circle:visible').count()).toBe(0);
  expect(await map.getAttribute('aria-label')).toBe(
    '市の取組を知っている人の割合の地域ごとの値（令和7年度）：丘の地区 48.0% 答えた人 40人、川の地区 43.0% 答えた人 50人、海の地区 40.5% 答えた人 30人',
  );
  expect(await map.getByRole('link', { name: '丘の地区 48.0% 答えた人 40人' }).count()).toBe(1);
  expect(await map.locator('.figure-text').allTextContents()).toEqual(['48.0%', '43.0%', '40.5%']);
  expect(await page.locator('.zone-values [aria-current] th').textContent()).toBe(
    '市の取組を知っている人の割合 令和7年度',
  );
});

test('rates of too few answers have no colours', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const select = page.getByRole('combobox', { name: '地図に出す指標と時点' });
  const steps = page.locator('.zone-figure svg[role=group] .zone[class*=step]');
  await select.selectOption('1');
  expect(await steps.count()).toBe(0);
  expect(await page.locator('.zone-legend:visible').textContent()).toContain('（400人）より少ない地域があるので');
  expect(await page.locator('.zone-legend:visible li').count()).toBe(0);
  await select.selectOption('0');
  const cells = page.locator('.zone-values [data-zone]');
  await cells.evaluateAll((all) => {
    for (const cell of all) cell.setAttribute('data-kind', 'step-2');
  });
  await select.selectOption('1');
  expect(await steps.count()).toBe(3);
});

test.each([375, 320])('the values of three zones fit on %i px', async (width) => {
  const page = await openTab(browser, { viewport: { width, height: 800 } });
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const frame = page.locator('section.scroll:has(.zone-values)');
  expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test('a name on the edge of a circle has an outline in the colour of its zone', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const readStroke = () =>
    page
      .locator('.zone-map g text:not(.badge text)')
      .first()
      .evaluate((one) => getComputedStyle(one).stroke);
  const ground = await page
    .locator('.zone-map .zone')
    .first()
    .evaluate((one) => getComputedStyle(one).fill);
  expect(await readStroke()).toBe(ground);
  await page.getByRole('combobox', { name: '地図に出す指標と時点' }).selectOption('1');
  expect(await readStroke()).toBe('none');
});

test.each([{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const)(
  'a zone with the focus has a ring along its shape, which differs from its ground and from the page (%j)',
  async (options) => {
    const page = await openTab(browser, options);
    await page.goto(`${site.served}${site.base}zones/mihon/`);
    await page.getByRole('combobox', { name: '地図に出す指標と時点' }).selectOption('1');
    await page.getByRole('combobox', { name: '地図に出す指標と時点' }).press('Tab');
    const link = page.locator('.zone-figure a:focus');
    expect(await link.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('none');
    const shape = await link.locator('.zone').evaluate((one) => {
      const { stroke, strokeWidth, fill } = getComputedStyle(one);
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      const format = (colour: string) =>
        `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
      return { ring: format(stroke), width: parseFloat(strokeWidth), around: [fill, paper].map(format) };
    });
    // Zones that are drawn later cover half of it.
    expect(shape.width).toBeGreaterThanOrEqual(8);
    for (const colour of shape.around) expect(computeContrast(shape.ring, colour)).toBeGreaterThanOrEqual(3);
  },
);

test('in forced colours the row that the map shows has a ground of its own', async () => {
  const page = await openTab(browser);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const shown = page.locator('.zone-values [aria-current] th');
  expect(await shown.evaluate((cell) => getComputedStyle(cell).backgroundColor)).not.toBe(canvas);
});

test('a printed table of too many zones has a paragraph for each time, whose values name their zones', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const table = page.locator('.zone-values');
  expect(await table.getAttribute('class')).not.toContain('many-columns');
  await table.evaluate((one) => {
    one.classList.add('many-columns');
    for (const cell of one.querySelectorAll('td'))
      cell.after(...Array.from({ length: 12 }, () => cell.cloneNode(true)));
  });
  await page.emulateMedia({ media: 'print' });
  expect(await table.locator('thead').isVisible()).toBe(false);
  const cell = table.locator('td').first();
  const countLines = (one: Element) => new Set([...one.getClientRects()].map(({ top }) => top)).size;
  const times = await table.locator('th[scope=row]').all();
  expect(await Promise.all(times.map((time) => time.evaluate(countLines)))).toEqual(times.map(() => 1));
  expect(await cell.evaluate(({ parentElement }) => parentElement?.getBoundingClientRect().height)).toBeGreaterThan(40);
  expect(await cell.evaluate((one) => getComputedStyle(one, '::before').content)).toContain('丘の地区');
});

test('without a script the map shows the first row of the table, and there is nothing to choose', async () => {
  const page = await openTab(browser, { javaScriptEnabled: false });
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  expect(await page.locator('.zone-choice').isVisible()).toBe(false);
  expect(await page.locator('.zone-legend:visible').count()).toBe(1);
  expect(await page.locator('.zone-values td:visible').count()).toBe(6);
});

test('there is nothing to choose if the script of the map does not arrive', async () => {
  const page = await openTab(browser);
  await page.route('**/Zone*.js', (route) => route.abort());
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  expect(await page.locator('.zone-choice').isVisible()).toBe(false);
});

test('after Back, the map shows what the browser has chosen again', async () => {
  const page = await openTab(browser);
  await page.goto(`${site.served}${site.base}zones/mihon/`);
  const select = page.getByRole('combobox', { name: '地図に出す指標と時点' });
  await select.selectOption('1');
  const shown = await page.locator('.zone-shown').textContent();
  await page.goto(`${site.served}${site.base}glossary/`);
  await page.goBack();
  await expect.poll(() => select.inputValue()).toBe('1');
  await expect.poll(() => page.locator('.zone-shown').textContent()).toBe(shown);
});
