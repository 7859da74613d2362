import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

/* What a page paints and how long its tasks take, as the browser measures it. */

/** Returns the tag of the largest painted element and whether it is text. Runs in the browser. */
export function findLargestPaint(): Promise<{ tag: string; isText: boolean }> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element; url: string }) | undefined;
      const tag = last?.element?.tagName.toLowerCase() ?? 'nothing';
      resolve({ tag, isText: last?.url === '' && (last.element?.textContent ?? '').trim() !== '' });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** The milliseconds after which a reader notices that a page does not answer. */
export const NOTICEABLE_DELAY = 50;

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds of processor time, without other work. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
});

/** The thread of a page and its scripts. */
const MAIN_THREAD = 'CrRendererMain';

/**
 * Returns the longest task on the thread of a page while a function works with it, in milliseconds of the processor,
 * which do not grow if other programs run.
 */
export async function measureLongestTask(browser: Browser, page: Page, use: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await use();
  // A page answers before the task of the answer ends, and the trace contains only tasks that have ended.
  await page.evaluate(() => undefined);
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()));
  const threadOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD).map(threadOf),
  );
  const tasks = traceEvents.flatMap((event) =>
    main.has(threadOf(event)) && event.tdur !== undefined ? [event.tdur / 1000] : [],
  );
  if (tasks.length === 0) throw new Error('the trace contains no task of the page');
  return Math.max(...tasks);
}

/**
 * The number of paragraphs of the reference task. Their layout takes as long as the noticeable delay on a machine that
 * lays out a page of this site in its usual 20 ms, so that both limits are the same there.
 */
const PARAGRAPHS = 5000;

/**
 * Lays out plain paragraphs on an empty page in one task: its length says how fast the machine is at the moment. The
 * first of two tasks is not counted, because it also loads fonts.
 */
export async function measureReferenceTask(browser: Browser, emptyPage: Page): Promise<number> {
  const layOut = () =>
    emptyPage.evaluate((count) => {
      const paragraphs = Array.from({ length: count }, (_, at) => `<p>計画の施策${at}では、市民と取り組みます。</p>`);
      document.body.innerHTML = paragraphs.join('');
      return document.body.offsetHeight;
    }, PARAGRAPHS);
  await layOut();
  return measureLongestTask(browser, emptyPage, layOut);
}
