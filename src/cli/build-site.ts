import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { assertReplaceable, replaceOutputFolder, tidyOutputFolder } from './output-folder.ts';
import { endStage } from '../model/build-stages.ts';
import { createTemporaryFolder, removeLeftovers } from './temporary-folder.ts';
import { findBrokenLinks } from './broken-links.ts';
import { PROJECT_FOLDER, createCommandFormatter } from './site-options.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { completeErrorPath } from './failure-report.ts';
import { writePagefindIndex } from './pagefind-index.ts';
import { UsageError } from './command-runner.ts';
import { getEverydayWords, getSiteData, setSiteOptions } from '../site-data/current-site-data.ts';
import type { SiteOptions } from '../site-data/open-site-data.ts';

/** Adds the site's base to the paths in `_headers`, which start at the root of the host. */
function addBaseToHeaders(file: string, base: string): void {
  if (!existsSync(file) || base === '/') return;
  const text = readFileSync(file, 'utf8').replace(/^\//gm, base);
  writeFileSync(file, text);
}

/** Throws for placeholder texts. They are only warnings, so that a person can preview them, but never published. */
function assertNoPlaceholders(warnings: readonly Diagnostic[], root: string): void {
  const placeholders = warnings.filter(({ code }) => code === 'placeholder');
  const formatCommand = createCommandFormatter({ root: root === PROJECT_FOLDER ? undefined : root });
  if (placeholders.length > 0)
    throw new UsageError(
      `${formatDiagnostics(placeholders)}仮の文が残っているので、サイトをつくりません。書きかえる前に見るには、${formatCommand('npm run dev')} を使います。`,
    );
}

/**
 * Builds a site into a folder. The folder changes only after the whole site is built and has no broken link.
 * @throws DiagnosticsError if the files of the site have errors
 * @throws UsageError for placeholder texts, and for a folder with anything but a built site in it
 */
export async function buildSite(options: SiteOptions, out: string): Promise<void> {
  const outFolder = resolve(out);
  tidyOutputFolder(outFolder);
  assertReplaceable(outFolder);
  setSiteOptions(options);
  const { site, warnings } = getSiteData();
  assertNoPlaceholders(warnings, options.root);
  // Checks the project's words first, because Astro would report their errors with a stack.
  getEverydayWords();
  endStage('read');
  const prefix = join(PROJECT_FOLDER, '.work', 'build-');
  removeLeftovers(prefix);
  const work = createTemporaryFolder(prefix);
  const built = join(work, 'dist');
  try {
    // Each build has a new cache folder, so that the same input always produces the same bytes.
    await build({
      root: PROJECT_FOLDER,
      outDir: built,
      cacheDir: join(work, 'cache'),
      logLevel: 'warn',
      mode: 'production',
    });
    endStage('sitemap');
    addBaseToHeaders(join(built, '_headers'), site.base);
    await writePagefindIndex(built, site.base);
    endStage('prose');
    const broken = findBrokenLinks(built, site.base);
    if (broken.length > 0) throw new Error(`links that lead nowhere:\n${broken.join('\n')}`);
    endStage('links');
    replaceOutputFolder(built, outFolder);
  } catch (error) {
    throw completeErrorPath(error, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
    endStage('move');
  }
}
