import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { waitForAnswer, openSearchPage } from './support/search-actions.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

describe('the page that a result opens', () => {
  const SMALL = { viewport: { width: 800, height: 500 } };

  /** Opens the result with a URL; returns the scroll position of its page and a screenshot. */
  async function openResult(query: string, url: string): Promise<{ top: number; picture: string }> {
    const { page } = await openSearchPage(browser, root, query, SMALL);
    await waitForAnswer(page);
    const conditions = [`="${url}"`, `^="${url}:~:"`, `^="${url}#:~:"`];
    await page.locator(conditions.map((condition) => `#results a[href${condition}]`).join()).click();
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/search/'));
    await page.waitForLoadState('load');
    // Without a text fragment nothing scrolls the page.
    if (!query.includes('mark=0')) await page.waitForFunction(() => scrollY > 0);
    const top = await page.evaluate(() => window.scrollY);
    const picture = (await page.screenshot()).toString('base64');
    return { top, picture };
  }

  /** Returns true if the browser follows text fragments. That of the tests does not; that of `CHROMIUM_PATH` may. */
  async function tryFragment(): Promise<boolean> {
    const page = await browser.newPage(SMALL);
    await page.goto(`${root.served}/plans/kanazawa-keiei/#files:~:text=SNS`);
    // A browser that does not follow the fragment scrolls to the anchor.
    await page.waitForFunction(() => scrollY > 0);
    const top = await page.locator('#files').evaluate((anchor) => anchor.getBoundingClientRect().top);
    await page.close();
    return top > SMALL.viewport.height;
  }
  let followsFragments = false;
  beforeAll(async () => {
    followsFragments = await tryFragment();
  });

  test('is scrolled to the words, although its URL has no anchor', async ({ skip }) => {
    skip(!followsFragments, 'this browser does not support text fragments');
    const marked = await openResult('q=SNS', '/plans/kanazawa-keiei/');
    const plain = await openResult('q=SNS&mark=0', '/plans/kanazawa-keiei/');
    expect(plain.top).toBe(0);
    expect(marked.top).toBeGreaterThan(plain.top);
  });

  test('has the words marked, unless marks are switched off', async ({ skip }) => {
    skip(!followsFragments, 'this browser does not support text fragments');
    const marked = await openResult('q=SNS', '/plans/kanazawa-keiei/');
    const plain = await openResult('q=SNS&mark=0', '/plans/kanazawa-keiei/');
    expect(await countMarkedPixels(marked.picture)).toBeGreaterThan(100);
    expect(await countMarkedPixels(plain.picture)).toBe(0);
  });

  test.each(isFull ? ['窓口', '防災'] : ['窓口'])(
    'shows the item of its anchor, for each result of %s',
    async (query) => {
      const { page } = await openSearchPage(browser, root, `q=${query}`, SMALL);
      await waitForAnswer(page);
      const hrefs = await page
        .locator('#results [data-tier="exact"] h3 a[href*="#"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const anchored = hrefs.filter((href) => !href.includes('#:~:'));
      expect(anchored.length).toBeGreaterThan(2);
      for (const href of isFull ? anchored : anchored.slice(0, 4)) {
        await page.goto('about:blank');
        await page.goto(root.served + href);
        const isShown = (id: string) => {
          const top = document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
          return top >= 0 && top < innerHeight;
        };
        await page.waitForFunction(isShown, decodeURIComponent(href.replace(/^.*?#|:~:.*$/g, '')));
      }
    },
  );

  test.each(['ＰＦＩ', 'サービス 向上', ...(isFull ? ['市民', 'SNS', '指定管理者'] : [])])(
    'contains the words of its text fragment and the words next to them, for %s',
    async (query) => {
      const { page } = await openSearchPage(browser, root, `q=${query}`);
      await waitForAnswer(page);
      const missing = await page.evaluate(async () => {
        const removeSpaces = (text: string) => text.replace(/\s/g, '');
        const missing: string[] = [];
        const links = [...document.querySelectorAll<HTMLAnchorElement>('#results h3 a[href*=":~:"]')];
        for (const { href } of links) {
          const response = await fetch(href);
          const page = new DOMParser().parseFromString(await response.text(), 'text/html');
          // The notes of terms and their hints are not part of the text.
          for (const note of page.querySelectorAll('[popover], .hidden-text')) note.remove();
          const text = removeSpaces(page.querySelector('main')?.textContent ?? '');
          for (const directive of (href.split(':~:')[1] ?? '').split('&')) {
            const parts = directive.replace(/^text=/, '').split(',');
            const words = parts.map((part) => decodeURIComponent(part.replace(/^-|-$/g, '')));
            if (!text.includes(removeSpaces(words.join('')))) missing.push(`${href} ${words.join('|')}`);
          }
        }
        return links.length > 0 ? missing : ['no links'];
      });
      expect(missing).toEqual([]);
    },
  );

  /** Returns the number of pixels in the colour of marks. */
  async function countMarkedPixels(picture: string): Promise<number> {
    const page = await browser.newPage();
    const markedPixels = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const bytes = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let count = 0;
      for (let at = 0; at < bytes.length; at += 4)
        if (bytes[at] === 255 && bytes[at + 1] === 227 && bytes[at + 2] === 128) count++;
      return count;
    }, picture);
    await page.close();
    return markedPixels;
  }

  test('has no marks if the box for marks is empty, which the URL keeps', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民');
    await waitForAnswer(page);
    const countFragments = () => page.locator('#results a[href*=":~:"]').count();
    expect(await countFragments()).toBeGreaterThan(0);
    await page.locator('#search-filters summary').click();
    await page.getByLabel('開いたページで言葉に印をつける').uncheck();
    await waitForAnswer(page);
    expect(new URL(page.url()).searchParams.get('mark')).toBe('0');
    expect(await countFragments()).toBe(0);
    await page.reload();
    await waitForAnswer(page);
    expect(await page.getByLabel('開いたページで言葉に印をつける').isChecked()).toBe(false);
  });
});

test.each([
  ['バス', 0],
  ['MaaS', 1],
])('a result shows an English name only to a query in letters: %s', async (query, count) => {
  const { page } = await openSearchPage(browser, root, `q=${query}`);
  await waitForAnswer(page);
  const result = page.locator('#results > li', { hasText: '金沢MaaSの推進' }).first();
  const name = result.getByText('Promoting Kanazawa MaaS');
  expect(await name.count()).toBe(count);
  // Screen readers read it in an English voice.
  expect(await result.locator('.where [lang="en"]').allInnerTexts()).toEqual(await name.allInnerTexts());
});

describe('the search in prose', () => {
  // Only below a base can a link lack the base.
  const sites = isFull ? SITE_NAMES : (['mihon'] as const);

  test.each(sites)('loads Pagefind on the site “%s” only if a reader asks for it', async (name) => {
    const site = getBuiltSite(name);
    const requests: string[] = [];
    const { page, faults } = await openSearchPage(browser, site, 'q=市民参画', {}, (tab) => {
      tab.on('request', (request) => {
        if (request.url().includes('/pagefind/')) requests.push(request.url());
      });
      return Promise.resolve();
    });
    await waitForAnswer(page);
    expect(requests).toEqual([]);
    await page.getByRole('button', { name: '文章からさがす' }).click();
    const links = page.locator('.search-prose a');
    await links.first().waitFor();
    expect(requests.length).toBeGreaterThan(0);
    const hrefs = await links.evaluateAll((elements) => elements.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.every((href) => href.startsWith(site.base))).toBe(true);
    for (const href of hrefs) expect((await page.request.get(site.served + href)).status()).toBe(200);
    expect(faults).toEqual([]);
  });

  test('leaves out pages that the list already shows, and pages with made-up names', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=窓口');
    await waitForAnswer(page);
    await page.getByRole('button', { name: '文章からさがす' }).click();
    const links = page.locator('.search-prose a');
    await links.first().waitFor();
    const readHrefs = (locator: typeof links) =>
      locator.evaluateAll((anchors) => anchors.map((a) => (a as HTMLAnchorElement).href.replace(/#?:~:.*$/, '')));
    const [prose, results] = [await readHrefs(links), await readHrefs(page.locator('#results h3 a'))];
    expect(prose.filter((href) => results.includes(href))).toEqual([]);
    expect(prose.filter((href) => /\/about\/(?:design|messages|rules)\//.test(href))).toEqual([]);
  });

  test.each(SITE_NAMES)('may run WebAssembly only on its own page of the site “%s”', (name) => {
    const site = getBuiltSite(name);
    const allowed = listPageFiles(site).filter((file) => readSiteFile(site, file).includes('wasm-unsafe-eval'));
    expect(allowed).toEqual(['search/index.html']);
  });
});

describe('the size of the search', () => {
  const measureScript = (site: BuiltSite) => {
    const entries = [...readSiteFile(site, 'search/index.html').matchAll(/<script type="module" src="([^"]+)"/g)].map(
      (match) => (match[1] ?? '').slice(site.base.length),
    );
    const files = new Set(entries);
    for (const file of files)
      for (const [, part = ''] of readSiteFile(site, file).matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g))
        files.add(`assets/${part}`);
    return [...files].reduce((sum, file) => sum + gzipSync(readSiteFile(site, file), { level: 9 }).length, 0);
  };

  test.each(SITE_NAMES)('is a script of at most 12 KiB on the site “%s”', (name) => {
    expect(measureScript(getBuiltSite(name))).toBeGreaterThan(1024);
    expect(measureScript(getBuiltSite(name))).toBeLessThanOrEqual(12 * 1024);
  });

  const QUERIES = ['のための', '防災 訓練', ...(isFull ? ['市民', '指定管理者', 'SNS', '職員', 'オープンデータ'] : [])];
  test.each(QUERIES)(
    'is at most 31 KiB with the scripts of the page until the page shows the first results of %s',
    async (query) => {
      const { page } = await openSearchPage(browser, root, `q=${query}`, {}, (tab) =>
        tab.addInitScript(() => {
          new MutationObserver(() => {
            if (!document.querySelector('#results > li') || 'firstShown' in window) return;
            Object.assign(window, { firstShown: performance.now() });
          }).observe(document, { childList: true, subtree: true });
        }),
      );
      await waitForAnswer(page);
      const index = await page.evaluate(() => {
        const { firstShown } = window as unknown as { firstShown: number };
        const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const before = resources.filter(({ name, responseEnd }) => name.includes('/api/') && responseEnd <= firstShown);
        return before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      });
      expect(index).toBeGreaterThan(1024);
      expect(index + measureScript(root)).toBeLessThanOrEqual(31 * 1024);
    },
  );
});
