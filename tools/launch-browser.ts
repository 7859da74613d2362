import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import { chromium, type BrowserServer } from 'playwright-core';
import packageFile from '../node_modules/@sparticuz/chromium/package.json' with { type: 'json' };
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';

/** The folder of temporary files. */
const WORK = join(PROJECT_FOLDER, '.work');

const FONT_PACKAGES = join(PROJECT_FOLDER, 'node_modules', '@expo-google-fonts');
const FONT_FOLDERS = ['noto-sans-jp', 'biz-udgothic'].flatMap((font) => [
  join(FONT_PACKAGES, font, '400Regular'),
  join(FONT_PACKAGES, font, '700Bold'),
]);

/** A fontconfig file with only the fonts from npm, so that a page has the same size on every machine. */
const FONT_CONFIG = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${FONT_FOLDERS.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(WORK, 'fonts-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans JP</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>BIZ UDGothic</family></prefer></alias>
</fontconfig>
`;

/** Writes the fontconfig file of the browser. Returns its path, for the environment variable FONTCONFIG_FILE. */
function writeFontConfig(): string {
  const file = join(WORK, 'fonts.conf');
  const temporaryFile = `${file}.${process.pid}`;
  mkdirSync(WORK, { recursive: true });
  writeFileSync(temporaryFile, FONT_CONFIG);
  renameSync(temporaryFile, file);
  return file;
}

/** The folder of the package with the browser. */
const PACKAGE = join(PROJECT_FOLDER, 'node_modules', '@sparticuz', 'chromium');

/**
 * Replaces the package's arguments, which disable web security and run everything in one process. No sandbox, because
 * containers run as root.
 */
const ARGUMENTS = [
  '--no-sandbox',
  // The pages of a window share a process: starting one takes longer than most pages.
  '--renderer-process-limit=1',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  // No network: requests to other sites fail at once, so that tests can find them.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** Unpacks parts of the package into a folder. The package itself always unpacks into TMPDIR. */
async function unpack(folder: string, unpackParts: () => Promise<unknown>): Promise<void> {
  const originalFolder = process.env.TMPDIR;
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  try {
    await unpackParts();
  } finally {
    if (originalFolder === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = originalFolder;
  }
}

/** Returns the folder of the unpacked browser, which later runs use again. It appears only when it is complete. */
async function unpackBrowser(): Promise<string> {
  const folder = join(WORK, `browser-${packageFile.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(WORK, { recursive: true });
  const temporaryFolder = mkdtempSync(`${folder}-`);
  await unpack(temporaryFolder, () => packed.executablePath());
  renameSync(temporaryFolder, folder);
  return folder;
}

/** Returns the environment with the libraries that a minimal container lacks. They are in the same package. */
async function unpackLibraries(folder: string): Promise<Record<string, string>> {
  if (spawnSync(join(folder, 'chromium'), ['--version']).status === 0) return {};
  await unpack(folder, () => inflate(join(PACKAGE, 'bin', 'al2023.tar.br')));
  return { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}

/** Starts the browser from npm, or the one in `CHROMIUM_PATH`, with only the fonts from npm. */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<BrowserServer> {
  const executablePath = process.env.CHROMIUM_PATH;
  const args = [...ARGUMENTS, ...extraArguments];
  const env = { ...process.env, FONTCONFIG_FILE: writeFontConfig() };
  if (executablePath) return chromium.launchServer({ executablePath, args, env });
  const folder = await unpackBrowser();
  return chromium.launchServer({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...env, ...(await unpackLibraries(folder)) },
  });
}
