import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQualityReport } from '../open-data/quality-report.ts';
import { parseArguments } from './parse-arguments.ts';
import { buildSite } from './build-site.ts';
import { PROJECT_FOLDER, readSiteOptions, createCommandFormatter, siteOptions } from './site-options.ts';
import { runCli } from './command-runner.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

/** In how many places the published tables break a rule for machine-readable tables. */
function brokenPlaces(out: string): number {
  const path = 'quality.json';
  const { tables } = readQualityReport([{ path, body: readFileSync(join(out, 'data', path)) }]);
  return tables.flatMap(({ verdicts }) => verdicts.flatMap(({ cells, verdict }) => (verdict === 'failed' ? cells : [])))
    .length;
}

await runCli(async () => {
  const { values } = parseArguments({ options: { ...siteOptions, out: { type: 'string' } } });
  const out = values.out ?? join(PROJECT_FOLDER, 'dist');
  await buildSite(readSiteOptions(values), out);
  const { plans, planItems, version, warnings } = getSiteData();
  console.log(`${out} に書きました。計画 ${plans.length}、項目 ${planItems.length}、データの版 ${version}`);
  const broken = brokenPlaces(out);
  if (broken > 0)
    console.log(
      `公表する表に、機械可読性のルールに合わないところが${broken}か所あります。data/quality.json で見られます。`,
    );
  if (warnings.length > 0)
    console.log(
      `注意が${warnings.length}件あります。${createCommandFormatter(values)('npm run check')} で見られます。`,
    );
});
