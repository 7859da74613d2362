import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { build } from 'astro';
import { getSiteData, setProjectFolder, setSiteOptions } from '../site-data/current-site-data.ts';
import type { SiteOptions } from '../site-data/open-site-data.ts';
import { makesOnePart, makesPath } from '../site-data/part-of-path.ts';
import { readEverydayWords } from '../site-data/project-files.ts';
import { endStage } from '../site-data/running-build.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { findBrokenLinks } from './broken-links.ts';
import { compressFiles } from './compress-files.ts';
import { completeErrorPath } from './failure-report.ts';
import { computeSiteChecksum, readBuildInputs, recordSite, tidyCache } from './finished-site.ts';
import * as output from './output-folder.ts';
import { assertJoinable, copyCompressed, describePart, isSitePart, listFiles, movePart } from './part-folders.ts';
import { assertNoPlaceholders, PROJECT_FOLDER } from './site-options.ts';

/** Finishes the pages of a run. Returns the folder with the site, or with the part of it that the run makes. */
async function finishBuild(siteData: SiteData, built: string, work: string, compressed: boolean): Promise<string> {
  const { part, site } = siteData;
  if (makesOnePart(part)) {
    const folder = join(work, 'part');
    movePart(siteData, built, folder, part);
    if (compressed) await compressFiles(folder, listFiles(folder));
    describePart(siteData, folder, part, compressed);
    return folder;
  }
  const headers = join(built, '_headers');
  // Its paths start at the root of the host.
  const rules = readFileSync(headers, 'utf8').replace(/^\//gm, site.base);
  // If the files of the program are read-only, so is this copy.
  rmSync(headers);
  writeFileSync(headers, rules);
  const broken = findBrokenLinks(built, site.base);
  if (broken.length > 0) throw new Error(`links that lead nowhere:\n${broken.join('\n')}`);
  endStage('links');
  if (!compressed) return built;
  const made = listFiles(built).filter((path) => makesPath(siteData, path));
  copyCompressed(siteData.part?.folders ?? [], built);
  await compressFiles(built, made);
  return built;
}

/**
 * Builds a site, or a part of it, into a folder. The folder changes only after the whole site is built and has no
 * broken link.
 * @param compressed true for `.br` and `.gz` beside texts
 * @throws DiagnosticsError if the files of the site have errors
 * @throws UsageError for placeholder texts, for a folder with anything but a built site in it, and for parts that do not
 * belong together
 */
export async function buildSite(options: SiteOptions, out: string, compressed = false): Promise<SiteData> {
  // Node searches for unused memory when the heap is 70 % larger, not twice as large or more.
  setFlagsFromString('--heap-growing-percent=70');
  // The target of a link is replaced, not the link.
  const outFolder = output.findRealPath(out);
  output.tidyOutputFolder(outFolder);
  // Astro runs in another working folder.
  const absolute = { ...options, root: resolve(options.root) };
  const { part } = options;
  output.assertReplaceable(outFolder, makesOnePart(part) ? isSitePart : undefined);
  // If a file changes from here on, the site is out of date.
  const inputs = options.cache && part === undefined ? readBuildInputs(absolute, compressed) : null;
  setSiteOptions({ ...absolute, part: part && { ...part, folders: part.folders.map((one) => resolve(one)) } });
  const siteData = getSiteData();
  assertNoPlaceholders(siteData.warnings, options.root);
  if (part?.number === 0) assertJoinable(siteData, part, compressed);
  setProjectFolder(PROJECT_FOLDER);
  // Checks the project's words first, because Astro would report their errors with a stack.
  readEverydayWords(PROJECT_FOLDER, siteData.everydayWords);
  endStage('read');
  const work = output.openWorkFolder(join(PROJECT_FOLDER, '.work', 'build-'));
  const built = join(work.path, 'dist');
  const folder = process.cwd();
  try {
    // Astro writes code into the working folder if it is outside of this one, and would not find its packages there.
    process.chdir(PROJECT_FOLDER);
    // Each build has a new cache folder, so that the same input always produces the same bytes.
    const cacheDir = join(work.path, 'cache');
    await build({ root: PROJECT_FOLDER, outDir: built, cacheDir, logLevel: 'warn', mode: 'production' });
    endStage('sitemap');
    const finished = await finishBuild(siteData, built, work.path, compressed);
    const files = inputs && computeSiteChecksum(finished);
    output.replaceOutputFolder(finished, outFolder);
    if (inputs && files !== null) recordSite(absolute, outFolder, { base: siteData.site.base, inputs, files });
    return siteData;
  } catch (error) {
    throw completeErrorPath(error, work.path);
  } finally {
    process.chdir(folder);
    work.remove();
    if (options.cache) tidyCache(options.cache);
    endStage('move');
  }
}
