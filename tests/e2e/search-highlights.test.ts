import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { waitForAnswer, openSearchPage } from './support/search-actions.ts';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from '../site/support/built-site.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

describe('the page that a result opens', () => {
  const SMALL = { viewport: { width: 800, height: 500 } };

  /** Opens the result with an address, and gives how far its page is scrolled, and a picture of it. */
  async function opened(query: string, address: string): Promise<{ top: number; picture: string }> {
    const { page, close } = await openSearchPage(browser, root, query, SMALL);
    await waitForAnswer(page);
    const ways = [`="${address}"`, `^="${address}:~:"`, `^="${address}#:~:"`];
    await page.locator(ways.map((way) => `#results a[href${way}]`).join()).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
    await page.waitForLoadState('load');
    // Where the words are not found, browsers go to the place after half a second.
    await page.waitForTimeout(1000);
    const top = await page.evaluate(() => window.scrollY);
    const picture = (await page.screenshot()).toString('base64');
    await close();
    return { top, picture };
  }

  /** The browser that the tests bring follows no text fragments; one that `CHROMIUM_PATH` names may. */
  async function follows(): Promise<boolean> {
    const page = await browser.newPage(SMALL);
    await page.goto(`${root.served}/plans/kanazawa-keiei/#:~:text=SNS`);
    await page.waitForTimeout(1000);
    const top = await page.evaluate(() => window.scrollY);
    await page.close();
    return top > 0;
  }

  test('is scrolled to the words, though nothing but the words leads there', async ({ skip }) => {
    skip(!(await follows()), 'this browser follows no text fragments');
    const marked = await opened('q=SNS', '/plans/kanazawa-keiei/');
    const plain = await opened('q=SNS&mark=0', '/plans/kanazawa-keiei/');
    expect(plain.top).toBe(0);
    expect(marked.top).toBeGreaterThan(plain.top);
  });

  test('has the words marked, but where marks are switched off', async ({ skip }) => {
    skip(!(await follows()), 'this browser follows no text fragments');
    const marked = await opened('q=SNS', '/plans/kanazawa-keiei/');
    const plain = await opened('q=SNS&mark=0', '/plans/kanazawa-keiei/');
    expect(await count(marked.picture)).toBeGreaterThan(100);
    expect(await count(plain.picture)).toBe(0);
  });

  test.each(['窓口', '防災'])('shows the item that its address names, for each result of %s', async (query) => {
    const { page, close } = await openSearchPage(browser, root, `q=${query}`, SMALL);
    await waitForAnswer(page);
    const hrefs = await page
      .locator('#results [data-tier="exact"] h3 a[href*="#"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const places = hrefs.filter((href) => !href.includes('#:~:'));
    expect(places.length).toBeGreaterThan(2);
    for (const href of places) {
      await page.goto('about:blank');
      await page.goto(root.served + href);
      const isShown = (id: string) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
        return top >= 0 && top < innerHeight;
      };
      await page.waitForFunction(isShown, decodeURIComponent(href.replace(/^.*?#|:~:.*$/g, '')));
    }
    await close();
  });

  test.each(['市民', 'SNS', '指定管理者', 'ＰＦＩ', 'サービス 向上'])(
    'holds the words that its address names, for %s, with those that stand beside them',
    async (query) => {
      const { page, close } = await openSearchPage(browser, root, `q=${query}`);
      await waitForAnswer(page);
      const missing = await page.evaluate(async () => {
        const plain = (text: string) => text.replace(/\s/g, '');
        const lost: string[] = [];
        const links = [...document.querySelectorAll<HTMLAnchorElement>('#results h3 a[href*=":~:"]')];
        for (const { href } of links) {
          const response = await fetch(href);
          const page = new DOMParser().parseFromString(await response.text(), 'text/html');
          // The notes of terms, and the hints to them, are no part of the words.
          for (const note of page.querySelectorAll('[popover], .hidden-text')) note.remove();
          const text = plain(page.querySelector('main')?.textContent ?? '');
          for (const directive of (href.split(':~:')[1] ?? '').split('&')) {
            const parts = directive.replace(/^text=/, '').split(',');
            const words = parts.map((part) => decodeURIComponent(part.replace(/^-|-$/g, '')));
            if (!text.includes(plain(words.join('')))) lost.push(`${href} ${words.join('|')}`);
          }
        }
        return links.length > 0 ? lost : ['no links'];
      });
      expect(missing).toEqual([]);
      await close();
    },
  );

  /** Points of a picture in the colour of marks. */
  async function count(picture: string): Promise<number> {
    const page = await browser.newPage();
    const points = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const all = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      let found = 0;
      for (let at = 0; at < all.length; at += 4)
        if (all[at] === 255 && all[at + 1] === 227 && all[at + 2] === 128) found++;
      return found;
    }, picture);
    await page.close();
    return points;
  }

  test('is opened without marks when the box for them is empty, which the address keeps', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=市民');
    await waitForAnswer(page);
    const fragments = () => page.locator('#results a[href*=":~:"]').count();
    expect(await fragments()).toBeGreaterThan(0);
    await page.getByLabel('開いたページで言葉に印をつける').uncheck();
    await waitForAnswer(page);
    expect(new URL(page.url()).searchParams.get('mark')).toBe('0');
    expect(await fragments()).toBe(0);
    await page.reload();
    await waitForAnswer(page);
    expect(await page.getByLabel('開いたページで言葉に印をつける').isChecked()).toBe(false);
    await close();
  });
});

describe('the pages of prose', () => {
  test.each(['root', 'base'] as const)(
    'of the site “%s” are looked through by Pagefind only when asked',
    async (name) => {
      const site = getBuiltSite(name);
      const asked: string[] = [];
      const { page, faults, close } = await openSearchPage(browser, site, 'q=市民参画', {}, (tab) => {
        tab.on('request', (request) => {
          if (request.url().includes('/pagefind/')) asked.push(request.url());
        });
        return Promise.resolve();
      });
      await waitForAnswer(page);
      expect(asked).toEqual([]);
      await page.getByRole('button', { name: '文章からさがす' }).click();
      const links = page.locator('.search-prose a');
      await links.first().waitFor();
      expect(asked.length).toBeGreaterThan(0);
      const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      expect(hrefs.every((href) => href.startsWith(site.base))).toBe(true);
      for (const href of hrefs) expect((await page.request.get(site.served + href)).status()).toBe(200);
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('leave out what the list shows already, and pages of made-up names', async () => {
    const { page, close } = await openSearchPage(browser, getBuiltSite('root'), 'q=窓口');
    await waitForAnswer(page);
    await page.getByRole('button', { name: '文章からさがす' }).click();
    const links = page.locator('.search-prose a');
    await links.first().waitFor();
    const hrefsOf = (of: typeof links) =>
      of.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href.replace(/#?:~:.*$/, '')));
    const [found, above] = [await hrefsOf(links), await hrefsOf(page.locator('#results h3 a'))];
    expect(found.filter((href) => above.includes(href))).toEqual([]);
    expect(found.filter((href) => /\/about\/(?:design|messages|rules)\//.test(href))).toEqual([]);
    await close();
  });

  test.each(SITE_NAMES)('of the site “%s”: only the page of the search may run WebAssembly', (name) => {
    const site = getBuiltSite(name);
    const may = listPageFiles(site).filter((file) => readSiteFile(site, file).includes('wasm-unsafe-eval'));
    expect(may).toEqual(['search/index.html']);
  });
});

describe('what the search weighs', () => {
  const scriptOf = (site: BuiltSite) => {
    const wanted = [...readSiteFile(site, 'search/index.html').matchAll(/<script type="module" src="([^"]+)"/g)].map(
      (found) => (found[1] ?? '').slice(site.base.length),
    );
    const all = new Set(wanted);
    for (const file of all)
      for (const [, part = ''] of readSiteFile(site, file).matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g))
        all.add(`assets/${part}`);
    return [...all].reduce((sum, file) => sum + gzipSync(readSiteFile(site, file), { level: 9 }).length, 0);
  };

  test.each(SITE_NAMES)('on the site “%s” is a script of at most 12 KiB', (name) => {
    expect(scriptOf(getBuiltSite(name))).toBeGreaterThan(1024);
    expect(scriptOf(getBuiltSite(name))).toBeLessThanOrEqual(12 * 1024);
  });

  test.each(['指定管理者', '市民', 'SNS', '防災 訓練', 'のための', '職員', 'オープンデータ'])(
    'until the first results of %s are shown is at most 30 KiB with the script',
    async (query) => {
      const { page, close } = await openSearchPage(browser, root, `q=${query}`, {}, (tab) =>
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
        const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const before = asked.filter(({ name, responseEnd }) => name.includes('/api/') && responseEnd <= firstShown);
        return before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      });
      expect(index).toBeGreaterThan(1024);
      expect(index + scriptOf(root)).toBeLessThanOrEqual(30 * 1024);
      await close();
    },
  );
});
