import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

/*
 * How a page comes to the reader, as the browser itself tells it.
 */

/** The largest thing painted while the page was loaded: its tag, and whether it is text. It runs in the browser. */
export function findLargestPaint(): Promise<{ tag: string; isText: boolean }> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element; url: string }) | undefined;
      const tag = last?.element?.tagName.toLowerCase() ?? 'nothing';
      resolve({ tag, isText: last?.url === '' && (last.element?.textContent ?? '').trim() !== '' });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Milliseconds after which a reader notices that a page does not answer. */
export const NOTICEABLE_DELAY = 50;

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds of the processor, without those in which it did other work. */
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
});

/** The thread that a reader's page and its scripts run on. */
const MAIN_THREAD = 'CrRendererMain';

/**
 * The longest task on a page's own thread while something is done with it, in milliseconds of the processor: what
 * other work there is on the machine does not make it longer.
 */
export async function measureLongestTask(browser: Browser, page: Page, use: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await use();
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()));
  const threadOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD).map(threadOf),
  );
  const tasks = traceEvents.flatMap((event) =>
    main.has(threadOf(event)) && event.tdur !== undefined ? [event.tdur / 1000] : [],
  );
  if (tasks.length === 0) throw new Error('the browser told of no task on the page’s thread');
  return Math.max(...tasks);
}
