import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedQuality } from '../downloads/quality.ts';
import { readArguments } from './arguments.ts';
import { buildSite } from './build-site.ts';
import { PROJECT, readOpening, siteCommand, siteOptions } from './options.ts';
import { run } from './run.ts';
import { getPortal } from '../portal/shared.ts';

/** In how many places the published tables break a rule for machine-readable tables. */
function brokenPlaces(out: string): number {
  const path = 'quality.json';
  const { tables } = publishedQuality([{ path, body: readFileSync(join(out, 'data', path)) }]);
  return tables.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ cells, verdict }) => (verdict === 'failed' ? cells : [])),
  ).length;
}

await run(async () => {
  const { values } = readArguments({ options: { ...siteOptions, out: { type: 'string' } } });
  const out = values.out ?? join(PROJECT, 'dist');
  await buildSite(readOpening(values), out);
  const { plans, nodes, version, warnings } = getPortal();
  console.log(`${out} に書きました。計画 ${plans.length}、項目 ${nodes.length}、データの版 ${version}`);
  const broken = brokenPlaces(out);
  if (broken > 0)
    console.log(
      `公表する表に、機械可読性のルールに合わないところが${broken}か所あります。data/quality.json で見られます。`,
    );
  if (warnings.length > 0)
    console.log(`注意が${warnings.length}件あります。${siteCommand(values)('npm run check')} で見られます。`);
});
