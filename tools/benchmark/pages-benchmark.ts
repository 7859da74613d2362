import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { useServedSite } from '../served-site.ts';

/** One page of each of the most visited kinds. */
const PAGES = [
  ['home', '/'],
  ['city', '/cities/kanazawa/'],
  ['plan', '/plans/warabi-jiritsu/'],
  ['measure', '/plans/warabi-jiritsu/33_3/'],
  ['indicator', '/indicators/warabi-jiritsu/tax-collection/'],
  ['statistics', '/statistics/'],
  ['statistic', '/statistics/future-burden-ratio/'],
  ['compare', '/compare/'],
  ['explore', '/explore/'],
  ['search', '/search/'],
] as const;
const CATEGORIES = ['accessibility', 'best-practices', 'seo', 'performance'] as const;
/** The categories that must have all points: performance also depends on the machine. */
const REQUIRED_CATEGORIES = CATEGORIES.filter((category) => category !== 'performance');

/** Returns a free port. */
async function findFreePort(): Promise<number> {
  await using server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Returns the points of each category, from 0 to 100, and the failed audits of the required categories. */
async function runLighthouse(page: string, url: string, port: number) {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  });
  if (!result) throw new Error(`${url} has no result`);
  const { categories, audits } = result.lhr;
  const failedAudits = REQUIRED_CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  const scores = new Map(CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]));
  return { page, scores, failedAudits, largestPaint: audits['largest-contentful-paint']?.displayValue ?? '' };
}

/**
 * Runs Lighthouse on some pages as on a phone with a slow connection. Returns a table of the results, with a last
 * line that says if the required categories have all points.
 */
export async function benchmarkPages(): Promise<string> {
  const port = await findFreePort();
  const results = await useServedSite(
    PROJECT_FOLDER,
    // One page after the other.
    (origin) => Array.fromAsync(PAGES, ([page, path]) => runLighthouse(page, `${origin}${path}`, port)),
    [`--remote-debugging-port=${port}`],
  );
  const lines = results.flatMap(({ page, scores, largestPaint, failedAudits }) => [
    page.padEnd(12) +
      CATEGORIES.map((category) => String(scores.get(category)).padStart(16)).join('') +
      largestPaint.padStart(10),
    ...failedAudits.map((audit) => `  ${audit}`),
  ]);
  const hasAllPoints = results.every(({ scores }) =>
    REQUIRED_CATEGORIES.every((category) => scores.get(category) === 100),
  );
  return [
    'Lighthouse, mobile; points of 100',
    '',
    `${''.padEnd(12)}${CATEGORIES.map((category) => category.padStart(16)).join('')}${'LCP'.padStart(10)}`,
    ...lines,
    '',
    hasAllPoints ? 'all points, except performance (only measured)' : 'points are missing',
    '',
  ].join('\n');
}
