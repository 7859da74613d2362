import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';
import { spawnSync } from 'node:child_process';
import packed, { inflate } from '@sparticuz/chromium';
import { chromium, type BrowserServer } from 'playwright-core';

const PACKAGES = join(PROJECT_FOLDER, 'node_modules', '@expo-google-fonts');
const FOLDERS = ['noto-sans-jp', 'biz-udgothic'].flatMap((font) => [
  join(PACKAGES, font, '400Regular'),
  join(PACKAGES, font, '700Bold'),
]);

/**
 * What fontconfig reads: the fonts from npm and no others, so that a page is as wide and as high on every machine. A
 * machine without Japanese fonts would show empty boxes, and each of them narrower than a letter.
 */
const configuration = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${FOLDERS.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans JP</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>BIZ UDGothic</family></prefer></alias>
</fontconfig>
`;

/**
 * Writes which fonts a browser of the project's own finds.
 * @param work a folder for what is made and need not be kept
 * @returns the path of the file, for the environment's FONTCONFIG_FILE
 */
export function writeFontConfig(work: string): string {
  const file = join(work, 'fonts.conf');
  const made = `${file}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  writeFileSync(made, configuration(join(work, 'fonts-cache')));
  renameSync(made, file);
  return file;
}

/** The folder of the package that brings the browser. */
const PACKAGE = join(PROJECT_FOLDER, 'node_modules', '@sparticuz', 'chromium');
const WORK = join(PROJECT_FOLDER, '.work');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };

/**
 * Not the package's own arguments: they switch web security off, which the tests are about, and run everything in
 * one process. No sandbox, because containers run as root.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  // Nothing leaves this machine: what a page asks of another site fails at once, and is told.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** Unpacks parts of the package into a folder; it always unpacks to the folder for temporary files. */
async function unpack(folder: string, parts: () => Promise<unknown>): Promise<void> {
  const before = process.env.TMPDIR;
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    await parts();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The folder of the unpacked browser. It appears only when all of it is there, and is kept for the next run. */
async function unpackedBrowser(): Promise<string> {
  const folder = join(WORK, `browser-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(WORK, { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  await unpack(made, () => packed.executablePath());
  renameSync(made, folder);
  return folder;
}

/** Where the libraries are that a bare container lacks: they come in the same package. */
async function missingParts(folder: string): Promise<Record<string, string>> {
  if (spawnSync(join(folder, 'chromium'), ['--version']).status === 0) return {};
  await unpack(folder, () => inflate(join(PACKAGE, 'bin', 'al2023.tar.br')));
  return { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}

/**
 * Starts a browser from npm alone, or the one that `CHROMIUM_PATH` names, with fonts from npm alone.
 * @param more further arguments of the browser's command line
 */
export async function launchBrowser(more: readonly string[] = []): Promise<BrowserServer> {
  const own = process.env.CHROMIUM_PATH;
  const args = [...ARGUMENTS, ...more];
  const env = { ...process.env, FONTCONFIG_FILE: writeFontConfig(WORK) };
  if (own) return chromium.launchServer({ executablePath: own, args, env });
  const folder = await unpackedBrowser();
  return chromium.launchServer({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...env, ...(await missingParts(folder)) },
  });
}
