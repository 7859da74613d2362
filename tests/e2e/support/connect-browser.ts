import { chromium, type Browser } from 'playwright-core';
import { afterAll, inject } from 'vitest';

/** The browser of these tests, for all tests of the file that asks for it. */
export async function connectBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject('browser'));
  afterAll(() => browser.close());
  return browser;
}
