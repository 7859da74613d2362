/*
 * How a page comes to the reader, as the browser itself tells it. All of it runs in the browser.
 */

/** The largest thing painted while the page was loaded: its tag, and whether it is text rather than a picture. */
export function largestPaint(): Promise<{ tag: string; isText: boolean }> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1) as
        (PerformanceEntry & { element?: Element; url: string }) | undefined;
      const tag = last?.element?.tagName.toLowerCase() ?? 'nothing';
      resolve({ tag, isText: last?.url === '' && (last.element?.textContent ?? '').trim() !== '' });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Milliseconds by which tasks went over the 50 ms after which a reader notices, while the page was loaded. */
export function longTasks(): Promise<number> {
  const noticed = 50;
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) sum += duration - noticed;
    }).observe({ type: 'longtask', buffered: true });
    setTimeout(() => {
      resolve(sum);
    }, 100);
  });
}
