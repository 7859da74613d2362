import { buildSite } from '../build-site.ts';
import { getPortal } from '../../portal/shared.ts';

/*
 * One build in a process of its own: `municipalities-one.ts <root> <folder to build into>`. Prints what it took as JSON.
 */
const [root = '', out = ''] = process.argv.slice(2);
await buildSite({ root }, out);
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const { plans, nodes } = getPortal();
process.stdout.write(
  JSON.stringify({
    plans: plans.length,
    nodes: nodes.length,
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  }),
);
