import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQualityReport } from '../open-data/quality-report.ts';
import { parseArguments } from './parse-arguments.ts';
import { buildSite } from './build-site.ts';
import { SITE_FOLDER, readSiteOptions, createCommandFormatter, siteOptions } from './site-options.ts';
import { runCli, type CommandStreams } from './command-runner.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

/** Counts the cells of the published tables that break a rule for machine-readable tables. */
function countRuleViolations(out: string): number {
  const path = 'quality.json';
  const { tables } = readQualityReport([{ path, body: readFileSync(join(out, 'data', path)) }]);
  return tables.flatMap(({ verdicts }) => verdicts.flatMap(({ cells, verdict }) => (verdict === 'failed' ? cells : [])))
    .length;
}

/** `npm run build`: writes the site to `dist/` or to `--out`. */
export async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { values } = parseArguments({ args, options: { ...siteOptions, out: { type: 'string' } } });
  const out = values.out ?? join(SITE_FOLDER, 'dist');
  await buildSite(readSiteOptions(values), out);
  const { plans, planItems, version, warnings } = getSiteData();
  stdout.write(`${out} に書きました。計画 ${plans.length}、項目 ${planItems.length}、データの版 ${version}\n`);
  const violations = countRuleViolations(out);
  if (violations > 0)
    stdout.write(
      `公表する表に、機械可読性のルールに合わないところが${violations}か所あります。data/quality.json で見られます。\n`,
    );
  if (warnings.length > 0)
    stdout.write(
      `注意が${warnings.length}件あります。${createCommandFormatter(values)('npm run check')} で見られます。\n`,
    );
}

if (import.meta.main) await runCli(main);
