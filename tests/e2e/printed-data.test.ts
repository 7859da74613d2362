import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser, openTab } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

test.each(['plans', 'statistics', 'nodes', 'related-plans', 'sources'])(
  'the first rows of %s have room on A4 paper',
  async (id) => {
    const page = await openTab(browser, { viewport: { width: 672, height: 800 } });
    await page.goto(`${site.served}${site.base}data/${id}/`);
    await page.emulateMedia({ media: 'print' });
    const table = page.locator('.preview');
    expect(await table.evaluate((one) => one.clientWidth - (one.parentElement?.clientWidth ?? 0))).toBeLessThanOrEqual(
      0,
    );
  },
);
