import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createEmptyFolder } from '../../support/fixture-site.ts';
import { readFileText } from '../../support/source-modules.ts';

const LAUNCHER = fileURLToPath(new URL('../../../src/cli/launch.mjs', import.meta.url));

/** Runs JavaScript through a launcher. */
const launch = (code: string, args: readonly string[] = [], input = '', launcher = LAUNCHER) =>
  spawnSync(process.execPath, [launcher, '--input-type=module', '-e', code, '--', ...args], {
    input,
    encoding: 'utf8',
  });

describe('the launcher', () => {
  test('runs on the Node that the project brings', () => {
    const { stdout } = launch('console.log(process.execPath)');
    expect(stdout).toMatch(/node_modules.node-(?:bin-)?(?:linux|darwin|win)-/);
  });

  test('hands over arguments, standard streams and the exit code', () => {
    const code = `process.stdin.pipe(process.stdout); console.error(process.argv.slice(1).join('|')); process.exitCode = 7`;
    const { stdout, stderr, status } = launch(code, ['--a b', 'ぬ'], 'input');
    expect({ stdout, stderr, status }).toEqual({ stdout: 'input', stderr: '--a b|ぬ\n', status: 7 });
  });

  test('lets programs that the script starts find the same Node', () => {
    const { stdout } = launch(
      `import { execFileSync } from 'node:child_process';
       console.log(execFileSync('node', ['-p', 'process.version']).toString() === process.version + '\\n')`,
    );
    expect(stdout).toBe('true\n');
  });

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'forwards %s and ends when the script ends',
    async (signal) => {
      const code = `process.on('${signal}', () => process.exit(5)); console.log('ready'); setInterval(() => {}, 1000)`;
      const child = spawn(process.execPath, [LAUNCHER, '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([5, null]);
    },
  );

  test('runs a command by its name, and lists the commands for an unknown one', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: 'utf8' });
    expect(run('check', '--example', 'none').stderr).toBe('examples/ に「none」という見本はありません。\n');
    for (const args of [['chekc'], []]) {
      const { status, stderr } = run(...args);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/build、check、dev、import、new、new-site/)]);
    }
  });

  test('runs TypeScript in an installed package', () => {
    const commands = join(createEmptyFolder(), 'node_modules', 'keikaku-hiroba', 'src', 'cli');
    mkdirSync(commands, { recursive: true });
    for (const file of ['launch.mjs', 'strip-types.mjs'])
      copyFileSync(join(LAUNCHER, '..', file), join(commands, file));
    writeFileSync(join(commands, '..', '..', 'package.json'), '{ "type": "module" }');
    writeFileSync(join(commands, 'words.ts'), 'export const words: readonly string[] = process.argv.slice(2);');
    writeFileSync(
      join(commands, 'say-command.ts'),
      `import { words } from './words.ts'; if (import.meta.main) console.log(words satisfies readonly string[]);`,
    );
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(commands, 'launch.mjs'), ...args], { encoding: 'utf8' });
    expect(run('say', '--a b')).toMatchObject({ status: 0, stdout: "[ '--a b' ]\n", stderr: '' });
    expect(run('--version')).toMatchObject({ status: 1, stdout: '' });
    expect(run('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^使えるのは say です。/) as string,
      stderr: '',
    });
  });

  test('lets Node keep the compiled code of commands, and of nothing else', () => {
    const folder = createEmptyFolder();
    mkdirSync(join(folder, 'src', 'cli'), { recursive: true });
    const launcher = join(folder, 'src', 'cli', 'launch.mjs');
    copyFileSync(LAUNCHER, launcher);
    const [command, script] = [join(folder, 'src', 'cli', 'say-command.ts'), join(folder, 'say.ts')];
    const { NODE_COMPILE_CACHE: _chosen, ...env } = process.env;
    const keepsCode = (file: string) => {
      writeFileSync(file, '');
      spawnSync(process.execPath, [launcher, file], { env });
      return existsSync(join(folder, '.work', 'compiled'));
    };
    expect([script, command].map(keepsCode)).toEqual([false, true]);
  });

  test('switches off the reports of Astro about builds', () => {
    const { ASTRO_TELEMETRY_DISABLED: _chosen, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, [LAUNCHER, '-p', 'process.env.ASTRO_TELEMETRY_DISABLED'], { env });
    expect(stdout.toString()).toBe('1\n');
  });

  test('runs on the Node at hand if the project brings none that starts', () => {
    const folder = createEmptyFolder();
    mkdirSync(join(folder, 'src', 'cli'), { recursive: true });
    const launcher = join(folder, 'src', 'cli', 'launch.mjs');
    copyFileSync(LAUNCHER, launcher);
    expect(launch('console.log(process.execPath)', [], '', launcher).stdout.trim()).toBe(process.execPath);
    // A Node that says it is old. Node 25 has no `getOrInsert`, without which no site can be built.
    const old = join(folder, 'old.mjs');
    for (const version of ['22.1.0', '25.9.0']) {
      writeFileSync(
        old,
        `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); await import('./src/cli/launch.mjs')`,
      );
      const { status, stderr } = spawnSync(process.execPath, [old], { encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr.split('\n')).toEqual([expect.stringContaining(`Node ${version} は古くて使えず`), '']);
    }
  });

  test('needs no newer Node than the documents say', () => {
    const oldest = /OLDEST = (\d+)/.exec(readFileText('src/cli/launch.mjs') ?? '')?.[1];
    for (const [path, sentence] of [
      ['docs/hosting.md', `Node ${oldest} or newer`],
      ['docs/hosting.ja.md', `Node は ${oldest} 以上`],
      ['docs/dependencies.md', `any Node from ${oldest},`],
      ['docs/decisions/0001-node-through-npm.md', `must then be ${oldest} or newer`],
    ] as const)
      expect(readFileText(path)).toContain(sentence);
  });
});
