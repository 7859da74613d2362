import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { connectBrowser, openTab } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const browser = await connectBrowser();

test.each([
  ['keeps the fragment of the URL', true, '#出典', '#出典'],
  ['leads to the page also without a fragment', true, '', ''],
  ['leads to the page also without a script', false, '#出典', ''],
])('a URL that redirects %s', async (_, javaScriptEnabled, fragment, kept) => {
  const page = await openTab(browser, { javaScriptEnabled });
  await page.goto(`${site.served}${site.base}data/codes/${fragment}`, { waitUntil: 'commit' });
  await page.waitForURL(/\/data\/(?:#.*)?$/);
  expect(decodeURI(new URL(page.url()).hash)).toBe(kept);
});
