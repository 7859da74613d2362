import { buildSite } from '../../src/cli/build-site.ts';
import { getSiteData } from '../../src/site-data/current-site-data.ts';

/*
 * One build in a process of its own: `municipalities-one.ts <root> <folder to build into>`. Prints what it took as JSON.
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
