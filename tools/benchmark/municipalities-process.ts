import { buildSite } from '../../src/cli/build-site.ts';
import { getSiteData } from '../../src/site-data/current-site-data.ts';

/*
 * Builds a site and prints its time and memory as JSON: `municipalities-process.ts ROOT OUTPUT_FOLDER`.
 */
const [root = '', out = ''] = process.argv.slice(2);
await buildSite({ root }, out);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const { plans, planItems } = getSiteData();
process.stdout.write(
  JSON.stringify({
    plans: plans.length,
    nodes: planItems.length,
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
);
