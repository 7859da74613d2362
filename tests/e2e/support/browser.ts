import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { chromium, type BrowserServer } from 'playwright-core';
import { PROJECT, WORK } from './command.ts';

/** The folder of the package that brings the browser. */
const PACKAGE = join(PROJECT, 'node_modules', '@sparticuz', 'chromium');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };

/**
 * Not the package's own arguments: they switch web security off, which these tests are about, and run everything in
 * one process. No sandbox, because containers run as root.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** Runs a function while the folder for temporary files is another: the package always unpacks there. */
async function unpackingInto<T>(folder: string, unpack: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR;
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    return await unpack();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Libraries and fonts that a bare container lacks come in the same package. */
async function missingParts(executablePath: string, folder: string): Promise<Record<string, string>> {
  const parts: Record<string, string> = {};
  if (!existsSync('/etc/fonts')) parts.FONTCONFIG_PATH = join(folder, 'fonts');
  if (spawnSync(executablePath, ['--version']).status === 0) return parts;
  await unpackingInto(folder, () => inflate(join(PACKAGE, 'bin', 'al2023.tar.br')));
  parts.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return parts;
}

/** Starts a browser from npm alone, or the one that `CHROMIUM_PATH` names. */
export async function launchBrowser(): Promise<BrowserServer> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return chromium.launchServer({ executablePath: own, args: ARGUMENTS });
  const folder = join(WORK, `browser-${version}`);
  const executablePath = await unpackingInto(folder, () => packed.executablePath());
  const env = { ...process.env, ...(await missingParts(executablePath, folder)) };
  return chromium.launchServer({ executablePath, args: ARGUMENTS, env });
}
