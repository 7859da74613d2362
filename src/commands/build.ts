import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { PROJECT, readOpening, siteOptions } from './options.ts';
import { run } from './run.ts';
import { getPortal } from '../portal/shared.ts';

await run(async () => {
  const { values } = parseArgs({ options: { ...siteOptions, out: { type: 'string' } } });
  const out = values.out ?? join(PROJECT, 'dist');
  await buildSite(readOpening(values), out);
  const { plans, nodes, version, warnings } = getPortal();
  console.log(`${out} に書きました。計画 ${plans.length}、項目 ${nodes.length}、データの版 ${version}`);
  if (warnings.length > 0) console.log(`注意が${warnings.length}件あります。npm run check で見られます。`);
});
