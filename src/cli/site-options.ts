import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, replaceControls } from '../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { SLUG_PATTERN } from '../model/identifiers.ts';
import { SiteConfig } from '../model/site.ts';
import type { SiteOptions } from '../site-data/open-site-data.ts';
import { UsageError } from './command-runner.ts';

/** The folder of the program, with its package.json. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the site. The repository contains the program and a site; an installed package, only the program. */
export const SITE_FOLDER = existsSync(join(PROJECT_FOLDER, 'site.config.json')) ? PROJECT_FOLDER : process.cwd();

/** An option with a value. */
export const textOption = { type: 'string' } as const;

/** An option without a value. */
export const flagOption = { type: 'boolean', default: false } as const;

/** The options that choose the folder of the site. */
export const rootOptions = { root: textOption, example: textOption } as const;

/** The options that choose the site of a command, and its URL. */
export const siteOptions = { base: textOption, site: textOption, ...rootOptions } as const;

type OptionValues<T> = { readonly [K in keyof T]?: string | undefined };
export type RootValues = OptionValues<typeof rootOptions>;

/** How to write the options that are a part of the site's URL. */
const URL_EXAMPLES = {
  base: '/plans/ のように',
  site: 'https://example.org のように、パス（/…）をつけずに',
} as const;

/** Checks `--base`, a path with or without its first and last slash, or `--site`, a URL without a path. */
export function readUrlOption(name: keyof typeof URL_EXAMPLES, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const { data } = SiteConfig.shape[name].safeParse(name === 'base' ? `/${typed}/`.replace(/\/+/g, '/') : typed);
  if (data !== undefined) return data;
  throw new UsageError(`--${name} の「${typed}」は使えません。${URL_EXAMPLES[name]}書いてください。`);
}

/** Returns the root folder of a site: the folder of `--example` or `--root`, or else `SITE_FOLDER`. */
export function readRootOption(example: string | undefined, root: string | undefined): string {
  if (example !== undefined && root !== undefined)
    throw new UsageError('--example と --root は、いっしょには使えません。');
  if (example !== undefined) {
    const folder = join(PROJECT_FOLDER, 'examples', example);
    if (SLUG_PATTERN.test(example) && existsSync(join(folder, 'site.config.json'))) return folder;
    throw new UsageError(`examples/ に「${example}」という見本はありません。`);
  }
  if (root !== undefined && !statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`「${root}」というフォルダはありません。`);
  return root ?? SITE_FOLDER;
}

/** Returns a function that adds the options for the same site to a command, as a person types it: --root "my site". */
export function createCommandFormatter(values: RootValues): (command: string) => string {
  const { example, root } = values;
  const [option, value] = example === undefined ? ['--root', root] : ['--example', example];
  if (value === undefined) return (command) => command;
  const shown = replaceControls(value);
  // A backslash is a sign of its own only before a quotation mark: a"b\ becomes "a\"b\\".
  const escaped = shown.replace(/\\+(?=["`$]|$)/g, '$&$&').replace(/["`$]/g, '\\$&');
  const quoted = /^[\p{L}\p{N}/:._-]+$/u.test(shown) ? shown : `"${escaped}"`;
  return (command) => `${command}${command.includes(' -- ') ? '' : ' --'} ${option} ${quoted}`;
}

/** Refuses characters that the bundler does not take as a part of a path: in a URL, a pattern or a text of its code. */
export function assertUsableFolder(folder: string): void {
  const [character] = /[#?%"*\\]/.exec(resolve(folder).replaceAll(sep, '/')) ?? [];
  if (character !== undefined)
    throw new UsageError(
      `「${resolve(folder)}」の名前に「${character}」があるので、ページをつくれません。# ? % " * \\ のない名前のフォルダにしてください。`,
    );
}

/** Returns the root folder and the URL of the site that the options choose. */
export function readSiteOptions(values: OptionValues<typeof siteOptions>): SiteOptions {
  const { base, site, example, root } = values;
  const rootFolder = readRootOption(example, root);
  for (const folder of [PROJECT_FOLDER, rootFolder]) assertUsableFolder(folder);
  return { root: rootFolder, base: readUrlOption('base', base), site: readUrlOption('site', site) };
}

/** Checks `--port`; 0 means any free port. */
export function readPortOption(port = '4321'): number {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65535) return Number(port);
  throw new UsageError(`--port の「${port}」は使えません。0 から 65535 までの数を書いてください。`);
}

/** Throws for placeholder texts. They are only warnings, so a person can preview them, but they are never published. */
export function assertNoPlaceholders(warnings: readonly Diagnostic[], root: string): void {
  const placeholders = warnings.filter(({ code }) => code === 'placeholder');
  const formatCommand = createCommandFormatter({ root: root === SITE_FOLDER ? undefined : root });
  if (placeholders.length > 0)
    throw new UsageError(
      `${formatDiagnostics(placeholders)}仮の文が残っているので、サイトも保存版もつくりません。書きかえる前に見るには、${formatCommand('npm run dev')} を使います。`,
    );
}
