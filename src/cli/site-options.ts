import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SiteConfig } from '../model/site.ts';
import { SLUG_PATTERN } from '../model/identifiers.ts';
import type { SiteOptions } from '../site-data/open-site-data.ts';
import { UsageError } from './command-runner.ts';

/** The project's own folder. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** Where a site is served if `--port` says nothing else. */
const PORT = 4321;

/** The options that say which site a command is about. */
export const siteOptions = {
  base: { type: 'string' },
  site: { type: 'string' },
  example: { type: 'string' },
  root: { type: 'string' },
} as const;

/** Checks `--base`: a path; the slashes at its ends may be left out. */
export function readBaseOption(base: string | undefined): string | undefined {
  if (base === undefined) return undefined;
  const full = `/${base}/`.replace(/\/+/g, '/');
  if (SiteConfig.shape.base.safeParse(full).success) return full;
  throw new UsageError(`--base の「${base}」は使えません。/plans/ のように書いてください。`);
}

/** Checks `--site`: an address without a path. */
export function readSiteOption(site: string | undefined): string | undefined {
  if (site === undefined) return undefined;
  const read = SiteConfig.shape.site.safeParse(site);
  if (read.success) return read.data;
  throw new UsageError(
    `--site の「${site}」は使えません。https://example.org のように、道（/…）をつけずに書いてください。`,
  );
}

/** The folder that holds a site's files: the project's own, `--example`'s, or the one that `--root` names. */
export function readRootOption(example: string | undefined, root: string | undefined): string {
  if (example !== undefined) {
    const folder = join(PROJECT_FOLDER, 'examples', example);
    if (SLUG_PATTERN.test(example) && existsSync(folder)) return folder;
    throw new UsageError(`examples/ に「${example}」という見本はありません。`);
  }
  if (root !== undefined && !statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`「${root}」というフォルダはありません。`);
  return root ?? PROJECT_FOLDER;
}

/**
 * Gives a function that says how a command is called for the same site, as somebody would type it.
 * @example createCommandFormatter({ root: 'my site' })('npm run check') // → npm run check -- --root "my site"
 */
export function createCommandFormatter(values: {
  readonly example?: string | undefined;
  readonly root?: string | undefined;
}): (command: string) => string {
  const { example, root } = values;
  const [option, named] = example === undefined ? ['--root', root] : ['--example', example];
  if (named === undefined) return (command) => command;
  const quoted = /[\s&;()'*?$]/.test(named) ? `"${named}"` : named;
  return (command) => `${command}${command.includes(' -- ') ? '' : ' --'} ${option} ${quoted}`;
}

/** Where the files of the site that a command is about stand, and its address. */
export function readSiteOptions(values: {
  readonly base?: string | undefined;
  readonly site?: string | undefined;
  readonly example?: string | undefined;
  readonly root?: string | undefined;
}): SiteOptions {
  const { base, site, example, root } = values;
  return { root: readRootOption(example, root), base: readBaseOption(base), site: readSiteOption(site) };
}

/** Checks `--port`; 0 takes any that is free. */
export function readPortOption(port: string | undefined): number {
  const number = Number(port ?? PORT);
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  throw new UsageError(`--port の「${port}」は使えません。0 から 65535 までの数を書いてください。`);
}
