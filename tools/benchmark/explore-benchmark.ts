import type { BrowserContext, Page } from 'playwright-core';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import type { ExploreItem } from '../../src/site-data/explore-facets.ts';
import { listExploreItems } from '../../src/site-data/explore-items.ts';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { useServedSite } from '../served-site.ts';
import { findMedian } from './measure-process.ts';

/** Presses one after the other; each is a selector. The last ones take the first ones back. */
export const EXPLORE_PRESSES = [
  '[name=theme][value=digital]',
  '[name=theme][value=digital]',
  '[name=city][value=kashiwara]',
  '[name=group][value=state]',
  '[name=view][value=table]',
  '[name=view][value=picture]',
  '[name=group][value=theme]',
  '[name=city][value=kashiwara]',
];
const ROUNDS = 9;

/**
 * Opens `/explore/` with copies of items in a file instead of its list, as a site with many plans has it.
 * @param url the URL of the page
 * @param count the number of copies
 */
export async function openExploreWithCopies(
  context: BrowserContext,
  url: string,
  items: readonly ExploreItem[],
  count: number,
): Promise<Page> {
  const copies = Array.from({ length: count }, (_, at) => ({ ...items[at % items.length], id: `copy/${at}` }));
  const page = await context.newPage();
  await page.route(url, async (route) => {
    const html = await (await route.fetch()).text();
    const body = html
      .replace('id="explore"', 'id="explore" data-items="../explore.json"')
      .replaceAll(/<ul class="found">.*?<\/ul>/gs, '');
    await route.fulfill({ contentType: 'text/html', body });
  });
  await page.route('**/explore.json', (route) => route.fulfill({ json: copies }));
  await page.goto(url);
  await page.locator('.explore.ready').waitFor();
  return page;
}

/** Presses a part of the page, and waits until the page is painted. */
export const pressAndPaint = (page: Page, selector: string): Promise<void> =>
  page.evaluate(async (wanted) => {
    document.querySelector<HTMLElement>(wanted)?.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }, selector);

/** Returns a table with the processor time of each press on `/explore/`, in milliseconds. */
export async function benchmarkExplore(count: number): Promise<string> {
  const items = listExploreItems(openSiteData({ root: PROJECT_FOLDER }));
  const times = await useServedSite(PROJECT_FOLDER, async (origin, browser) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const page = await openExploreWithCopies(context, `${origin}/explore/`, items, count);
    const devTools = await context.newCDPSession(page);
    await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const readTime = async () => {
      const { metrics } = await devTools.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    };
    const measured = EXPLORE_PRESSES.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++)
      for (const [at, press] of EXPLORE_PRESSES.entries()) {
        const start = await readTime();
        await pressAndPaint(page, press);
        measured[at]?.push((await readTime()) - start);
      }
    return measured;
  });
  const format = (time: number) => time.toFixed(1).padStart(10);
  return [
    `/explore/ with ${count} items: processor time of the page's main thread, ms (${ROUNDS} rounds)`,
    '',
    `${'press'.padEnd(32)}${['min', 'median', 'max'].map((heading) => heading.padStart(10)).join('')}`,
    ...times.map(
      (own, at) =>
        `${at + 1} ${(EXPLORE_PRESSES[at] ?? '').padEnd(30)}${format(Math.min(...own))}${format(findMedian(own))}${format(Math.max(...own))}`,
    ),
    '',
  ].join('\n');
}
