import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { assertReplaceable } from './output-folder.ts';
import { findBrokenLinks } from './broken-links.ts';
import { readEverydayPhrases } from '../site-data/everyday-phrases.ts';
import { PROJECT_FOLDER, createCommandFormatter } from './site-options.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writePagefindIndex } from './pagefind-index.ts';
import { UsageError } from './command-runner.ts';
import { getSiteData, setSiteOptions } from '../site-data/current-site-data.ts';
import type { SiteOptions } from '../site-data/open-site-data.ts';

/** Paths in `_headers` begin at the host's root, so that the site's base goes in front of them. */
function putBaseInHeaders(file: string, base: string): void {
  if (!existsSync(file) || base === '/') return;
  const text = readFileSync(file, 'utf8').replace(/^\//gm, base);
  writeFileSync(file, text);
}

/** Moves a folder, or copies it where it stands on another file system. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true });
  }
}

/** Puts a finished folder in the place of the last one; until all of it is beside that place, the last one stands. */
function swap(made: string, place: string): void {
  const [next, last] = [`${place}.next`, `${place}.last`];
  for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  move(made, next);
  if (existsSync(place)) renameSync(place, last);
  renameSync(next, place);
  rmSync(last, { recursive: true, force: true });
}

/** Words that are still to be written may be looked at, so that they are no errors, but must not be published. */
function refusePlaceholders(warnings: readonly Diagnostic[], root: string): void {
  const left = warnings.filter(({ code }) => code === 'placeholder');
  const called = createCommandFormatter({ root: root === PROJECT_FOLDER ? undefined : root });
  if (left.length > 0)
    throw new UsageError(
      `${formatDiagnostics(left)}仮の文が残っているので、サイトをつくりません。書きかえる前に見るには、${called('npm run dev')} を使います。`,
    );
}

/**
 * Builds a site into a folder. The folder is changed only when the whole site is made and every link inside it leads
 * somewhere.
 * @param opening where the site's files stand, and its address
 * @param out the folder to put the site in
 * @throws DiagnosticsError where the files have errors
 * @throws UsageError where words are still to be written, or where the folder holds anything but a site
 */
export async function buildSite(opening: SiteOptions, out: string): Promise<void> {
  const place = resolve(out);
  assertReplaceable(place);
  setSiteOptions(opening);
  const { site, warnings } = getSiteData();
  refusePlaceholders(warnings, opening.root);
  // Checked here, because Astro would report an error in the file with a stack.
  readEverydayPhrases(PROJECT_FOLDER);
  const parent = join(PROJECT_FOLDER, '.work');
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(join(parent, 'build-'));
  const made = join(work, 'dist');
  try {
    // Nothing is carried over from an earlier build, so that the same input gives the same bytes.
    await build({
      root: PROJECT_FOLDER,
      outDir: made,
      cacheDir: join(work, 'cache'),
      logLevel: 'warn',
      mode: 'production',
    });
    putBaseInHeaders(join(made, '_headers'), site.base);
    await writePagefindIndex(made, site.base);
    const broken = findBrokenLinks(made, site.base);
    if (broken.length > 0) throw new Error(`links that lead nowhere:\n${broken.join('\n')}`);
    swap(made, place);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
