import { buildSite } from '../../src/cli/build-site.ts';
import { openCache } from '../../src/cli/finished-site.ts';
import { watchStages } from '../../src/model/build-stages.ts';
import { getSiteData } from '../../src/site-data/current-site-data.ts';

/*
 * Checks and builds a site and prints its times and memory as JSON:
 * `municipalities-process.ts ROOT OUTPUT_FOLDER [FOLDER_OF_THE_CACHE]`.
 */
const [root = '', out = '', cacheFolder] = process.argv.slice(2);
const program = cacheFolder === undefined ? undefined : openCache();
const cache = program && cacheFolder !== undefined ? { ...program, folder: cacheFolder } : undefined;
const stages: { stage: string; seconds: number; wallSeconds: number; megabytes: number }[] = [];
let last = { seconds: 0, wallSeconds: 0 };
watchStages((stage) => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const now = { seconds: (userCPUTime + systemCPUTime) / 1e6, wallSeconds: performance.now() / 1000 };
  stages.push({
    stage,
    seconds: now.seconds - last.seconds,
    wallSeconds: now.wallSeconds - last.wallSeconds,
    megabytes: maxRSS / 1024,
  });
  last = now;
});
await buildSite({ root, cache }, out);
const { maxRSS } = process.resourceUsage();
const sumSeconds = (measured: typeof stages) => measured.reduce((sum, { seconds }) => sum + seconds, 0);
const [checked, built] = [stages.slice(0, 1), stages.slice(1)].map(sumSeconds);
const { plans, planItems, statisticValues } = getSiteData();
process.stdout.write(
  JSON.stringify({
    plans: plans.length,
    nodes: planItems.length,
    statisticValues: statisticValues.length,
    checkSeconds: checked,
    seconds: built,
    megabytes: maxRSS / 1024,
    stages,
  }),
);
