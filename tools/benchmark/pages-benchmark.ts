import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../launch-browser.ts';
import { buildSite } from '../../src/cli/build-site.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { startServer } from '../../src/cli/static-server.ts';

/** One page of each kind that people come to most. */
const PAGES = [
  ['home', '/'],
  ['measure', '/plans/warabi-jiritsu/33_3/'],
  ['indicator', '/indicators/warabi-jiritsu/tax-collection/'],
  ['compare', '/compare/'],
  ['search', '/search/'],
] as const;
const CATEGORIES = ['accessibility', 'best-practices', 'seo', 'performance'] as const;
/** Categories that tell of the pages alone, not of the machine, and so must be full. */
const FULL = CATEGORIES.filter((one) => one !== 'performance');

/** What Lighthouse says of a page. */
interface Judged {
  readonly page: string;
  /** Of each category, from 0 to 100. */
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  /** Audits that took points away in the categories that must be full. */
  readonly faults: readonly string[];
  readonly largestPaint: string;
}

/** A port that is free now. */
function freePort(): Promise<number> {
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

async function judge(page: string, address: string, port: number): Promise<Judged> {
  const result = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  });
  if (!result) throw new Error(`${address} was not judged`);
  const { categories, audits } = result.lhr;
  const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
  const faults = FULL.flatMap((category) =>
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
  return { page, scores, faults, largestPaint: audits['largest-contentful-paint']?.displayValue ?? '' };
}

/**
 * Builds the site, serves it on this machine and lets Lighthouse judge some of its pages as a phone on a slow line
 * would load them.
 */
async function judgePages(): Promise<Judged[]> {
  const dist = mkdtempSync(join(tmpdir(), 'bench-site-'));
  const debugging = await freePort();
  await buildSite({ root: PROJECT_FOLDER }, dist);
  const [server, browser] = [
    await startServer(dist, '/', 0),
    await launchBrowser([`--remote-debugging-port=${debugging}`]),
  ];
  try {
    const judged: Judged[] = [];
    for (const [page, path] of PAGES)
      judged.push(await judge(page, `http://localhost:${server.port}${path}`, debugging));
    return judged;
  } finally {
    await browser.close();
    await server.close();
    rmSync(dist, { recursive: true, force: true });
  }
}

/** What Lighthouse says of the pages, as a table; every category that tells of the pages alone ought to be full. */
export async function benchmarkPages(): Promise<string> {
  const judged = await judgePages();
  const lines = judged.flatMap(({ page, scores, largestPaint, faults }) => [
    page.padEnd(12) + CATEGORIES.map((one) => String(scores[one]).padStart(16)).join('') + largestPaint.padStart(10),
    ...faults.map((fault) => `  ${fault}`),
  ]);
  const full = judged.every(({ scores }) => FULL.every((one) => scores[one] === 100));
  return [
    'Lighthouse, mobile; points of 100',
    '',
    `${''.padEnd(12)}${CATEGORIES.map((one) => one.padStart(16)).join('')}${'LCP'.padStart(10)}`,
    ...lines,
    '',
    full ? 'full but for performance, which is as measured' : 'not full',
    '',
  ].join('\n');
}
