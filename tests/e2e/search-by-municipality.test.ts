import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { waitForAnswer, openSearchPage } from './support/search-actions.ts';
import { SITE_NAMES, getBuiltSite } from '../site/support/built-site.ts';

const browser = await connectBrowser();

describe('a query that names a municipality', () => {
  test('offers a search for its other words there or everywhere, and the page of the municipality', async () => {
    const { page, faults, close } = await openSearchPage(browser, getBuiltSite('root'), 'q=平塚市 税金');
    await waitForAnswer(page);
    const offer = page.locator('#search-offer');
    expect(await offer.locator('a').allInnerTexts()).toEqual([
      '平塚市に絞って「税金」をさがす',
      '平塚市のページ',
      'すべての市区町村で「税金」をさがす',
    ]);
    expect(await page.locator('#results .note').first().innerText()).toContain('平塚市のものだけ');
    await offer.getByText('絞って').click();
    await page.waitForURL((url) => url.searchParams.get('city') === 'hiratsuka');
    expect(new URL(page.url()).searchParams.get('q')).toBe('税金');
    await waitForAnswer(page);
    expect(await offer.locator('a').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('says so if the municipality has no results', async () => {
    const { page, close } = await openSearchPage(browser, getBuiltSite('root'), 'q=柏市 防災');
    await waitForAnswer(page);
    expect(await page.locator('#results > li').count()).toBe(0);
    expect(await page.locator('#search-below').innerText()).toContain('柏市にはありませんでした');
    await close();
  });

  test.each(SITE_NAMES)('links to the page of the municipality on the site “%s”', async (name) => {
    const site = getBuiltSite(name);
    const city = name === 'mihon' ? '見本市' : 'かしわし';
    const { page, close } = await openSearchPage(browser, site, `q=${city}`);
    await waitForAnswer(page);
    const link = page.locator('#search-offer a');
    expect(await link.count()).toBe(1);
    const href = (await link.getAttribute('href')) ?? '';
    expect((await page.request.get(site.served + href)).status()).toBe(200);
    await close();
  });
});

test('results with the same title name their page of the plan', async () => {
  const { page, close } = await openSearchPage(browser, getBuiltSite('root'), 'q=防災対策事業');
  await waitForAnswer(page);
  const locations = await page.locator('#results li', { hasText: '防災対策事業' }).locator('.where').allInnerTexts();
  expect(locations.length).toBeGreaterThan(1);
  expect(new Set(locations).size).toBe(locations.length);
  expect(locations.join()).toContain('重点課題');
  await close();
});
