import { globSync, mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { buildSite } from '../../src/cli/build-site.ts';
import { openCache } from '../../src/cli/finished-site.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { listKeys } from '../../src/model/value-lists.ts';
import { getSiteData } from '../../src/site-data/current-site-data.ts';
import { endedStages, type BuildStage } from '../../src/site-data/running-build.ts';
import { createFictionalTowns } from './fictional-towns.ts';
import { addCosts, BuildCost, measureProcess, findMedian } from './measure-process.ts';

/** The titles of the stages of a build, in their order. */
export const buildStages = {
  read: 'reading and checking',
  bundle: 'bundling',
  tables: 'tables and rules',
  search: 'search index',
  pages: 'pages',
  prose: 'index of prose',
  sitemap: 'sitemap',
  links: 'links',
  move: 'moving',
} as const satisfies Record<BuildStage, string>;
const Stage = z.enum(listKeys(buildStages));

/** The cost of a stage of a build. */
const StageMeasurement = BuildCost.extend({ stage: Stage });
type StageMeasurement = z.infer<typeof StageMeasurement>;

/** What a measured build prints. */
export const BuildMeasurement = z.object({
  plans: z.number(),
  nodes: z.number(),
  statisticValues: z.number(),
  stages: z.array(StageMeasurement),
});

/** The number of pages in the list of the heaviest. */
const MAX_PAGES = 12;

/** Returns the bytes of each page, without and with gzip. */
function weighPages(out: string) {
  return globSync('**/*.html', { cwd: out }).map((page) => {
    const text = readFileSync(join(out, page));
    return { page: `/${page.replaceAll('\\', '/')}`, bytes: text.length, packed: gzipSync(text).length };
  });
}

const formatKib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(9);

/**
 * Checks and builds the site with many more municipalities, each with a copy of one of its plans and with statistics.
 * @param count the number of added municipalities
 * @param withPlans false for municipalities that have only statistics
 * @returns the times and memory of the check and the build, and the heaviest pages without shared styles
 */
export function benchmarkMunicipalities(count: number, withPlans = true): string {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bench-municipalities-'));
  const [root, out] = [join(folder.path, 'root'), join(folder.path, 'dist')];
  createFictionalTowns(PROJECT_FOLDER, root, count, withPlans);
  const measured = measureProcess('municipalities-benchmark.ts', [root, out], BuildMeasurement);
  const { plans, nodes, statisticValues, stages } = measured;
  const [check, build] = [addCosts(stages.slice(0, 1)), addCosts(stages.slice(1))];
  const weights = weighPages(out).sort((a, b) => b.packed - a.packed);
  const median = findMedian(weights.map(({ packed }) => packed));
  return [
    `${plans} plans, ${nodes} nodes, ${statisticValues} values of statistics: checked in ${check.seconds.toFixed(0)} s, built in ${build.seconds.toFixed(0)} s of processor time with ${build.megabytes.toFixed(0)} MB`,
    `${weights.length} pages; the median ${formatKib(median).trim()} KiB packed by gzip. The heaviest:`,
    '',
    '     KiB     gzip',
    ...weights
      .slice(0, MAX_PAGES)
      .map(({ page, bytes, packed }) => `${formatKib(bytes)}${formatKib(packed)}  ${page.replace(/index\.html$/, '')}`),
    '',
  ].join('\n');
}

/*
 * Checks and builds a site and prints its times and memory as JSON:
 * `municipalities-benchmark.ts ROOT OUTPUT_FOLDER [FOLDER_OF_THE_CACHE]`.
 */
if (import.meta.main) {
  const [root = '', out = '', cacheFolder] = process.argv.slice(2);
  const program = cacheFolder === undefined ? undefined : openCache();
  const cache = program && cacheFolder !== undefined ? { ...program, folder: cacheFolder } : undefined;
  const stages: StageMeasurement[] = [];
  let last = { seconds: 0, wallSeconds: 0 };
  endedStages.subscribe((stage) => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const now = { seconds: (userCPUTime + systemCPUTime) / 1e6, wallSeconds: performance.now() / 1000 };
    stages.push({
      stage: Stage.parse(stage),
      seconds: now.seconds - last.seconds,
      wallSeconds: now.wallSeconds - last.wallSeconds,
      megabytes: maxRSS / 1024,
    });
    last = now;
  });
  await buildSite({ root, cache }, out);
  const { plans, planItems, statisticValues } = getSiteData();
  process.stdout.write(
    JSON.stringify({
      plans: plans.length,
      nodes: planItems.length,
      statisticValues: statisticValues.length,
      stages,
    }),
  );
}
