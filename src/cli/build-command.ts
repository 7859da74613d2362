import { constants, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readQualityReport } from '../open-data/quality-report.ts';
import { makesOnePart } from '../site-data/part-of-path.ts';
import { buildSite } from './build-site.ts';
import { parseArguments, runCli, UsageError, type CommandStreams } from './command-runner.ts';
import { openCache } from './finished-site.ts';
import { assertOutsideSources } from './output-folder.ts';
import { openParts, readPartOption } from './part-folders.ts';
import { isPathBelow } from './resolve-paths.ts';
import { PROJECT_FOLDER, SITE_FOLDER, createCommandFormatter, flagOption, readSiteOptions } from './site-options.ts';
import { siteOptions, textOption } from './site-options.ts';

/** Counts the cells of the published tables that break a rule for machine-readable tables. */
function countRuleViolations(out: string): number {
  const path = 'quality.json';
  const { tables } = readQualityReport([{ path, body: readFileSync(join(out, 'data', path)) }]);
  return tables.flatMap(({ verdicts }) => verdicts.flatMap(({ cells, verdict }) => (verdict === 'failed' ? cells : [])))
    .length;
}

/** Returns the part that `--part` or `--join` asks for; undefined for the whole site. */
function choosePart(part: string | undefined, join: boolean, folders: string[], out: string | undefined) {
  if (join && part !== undefined) throw new UsageError('--part と --join は、いっしょには使えません。');
  if (join && out !== undefined && folders.some((folder) => isPathBelow(resolve(out), resolve(folder))))
    throw new UsageError('--out が、部分のフォルダの中です。ほかのフォルダを選んでください。');
  if (join) return openParts(folders);
  if (part === undefined) return undefined;
  // In dist/, a part would replace the site.
  if (out === undefined) throw new UsageError('--part のときは、部分を書くフォルダを --out で選んでください。');
  return readPartOption(part);
}

/** `npm run build`: writes the site, or a part of it, to `dist/` or to `--out`. */
export async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const flags = { join: flagOption, compress: flagOption, fresh: flagOption };
  const options = { ...siteOptions, out: textOption, part: textOption, ...flags };
  const { values, positionals } = parseArguments({ args, allowPositionals: args.includes('--join'), options });
  const part = choosePart(values.part, values.join, positionals, values.out);
  const out = values.out ?? join(SITE_FOLDER, 'dist');
  const site = readSiteOptions(values);
  assertOutsideSources(out, [site.root, PROJECT_FOLDER]);
  const cache = values.fresh ? undefined : openCache();
  const siteData = await buildSite({ ...site, part, cache }, out, values.compress);
  const { plans, planItems, version, warnings } = siteData;
  if (makesOnePart(part)) {
    stdout.write(`${out} に、部分 ${part.number}/${part.count} を書きました。データの版 ${version}\n`);
    return;
  }
  stdout.write(`${out} に書きました。計画 ${plans.length}、項目 ${planItems.length}、データの版 ${version}\n`);
  if ((statSync(join(out, 'index.html')).mode & constants.S_IROTH) === 0)
    stdout.write(
      'umask の設定のため、ほかの利用者には読めないファイルになりました。ウェブサーバーが読めるかを確かめてください。読めないときは、そのフォルダに chmod -R o+rX を実行します。\n',
    );
  const violations = countRuleViolations(out);
  if (violations > 0)
    stdout.write(
      `公表する表に、機械可読性のルールに合わないところが${violations}か所あります。くわしくは data/quality.json にあります。\n`,
    );
  if (warnings.length > 0)
    stdout.write(
      `注意が${warnings.length}件あります。${createCommandFormatter(values)('npm run check')} で確かめられます。\n`,
    );
}

if (import.meta.main) await runCli(main);
