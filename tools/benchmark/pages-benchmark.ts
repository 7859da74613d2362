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

/** The result of Lighthouse for a page. */
interface LighthouseResult {
  readonly page: string;
  /** The points of each category, from 0 to 100. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  /** The failed audits of the required categories. */
  readonly failedAudits: readonly string[];
  readonly largestPaint: string;
}

/** Returns a free port. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

async function runLighthouse(page: string, url: string, port: number): Promise<LighthouseResult> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  });
  if (!result) throw new Error(`${url} has no result`);
  const { categories, audits } = result.lhr;
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const failedAudits = REQUIRED_CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  const scores = {
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    performance: score('performance'),
  };
  return { page, scores, failedAudits, largestPaint: audits['largest-contentful-paint']?.displayValue ?? '' };
}

/** Runs Lighthouse on some pages as on a phone with a slow connection. */
async function runLighthouseOnPages(): Promise<LighthouseResult[]> {
  const port = await findFreePort();
  return useServedSite(
    PROJECT_FOLDER,
    async (origin) => {
      const results: LighthouseResult[] = [];
      for (const [page, path] of PAGES) results.push(await runLighthouse(page, `${origin}${path}`, port));
      return results;
    },
    [`--remote-debugging-port=${port}`],
  );
}

/** Returns a table of the Lighthouse results, and whether the required categories have all points. */
export async function benchmarkPages(): Promise<string> {
  const results = await runLighthouseOnPages();
  const lines = results.flatMap(({ page, scores, largestPaint, failedAudits }) => [
    page.padEnd(12) +
      CATEGORIES.map((category) => String(scores[category]).padStart(16)).join('') +
      largestPaint.padStart(10),
    ...failedAudits.map((audit) => `  ${audit}`),
  ]);
  const hasAllPoints = results.every(({ scores }) => REQUIRED_CATEGORIES.every((category) => scores[category] === 100));
  return [
    'Lighthouse, mobile; points of 100',
    '',
    `${''.padEnd(12)}${CATEGORIES.map((category) => category.padStart(16)).join('')}${'LCP'.padStart(10)}`,
    ...lines,
    '',
    hasAllPoints ? 'full but for performance, which is as measured' : 'not full',
    '',
  ].join('\n');
}
