import { spawnSync } from 'node:child_process';
import { globSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main as check } from '../../../src/cli/check-command.ts';
import { main as add } from '../../../src/cli/new-command.ts';
import { UsageError } from '../../../src/cli/command-runner.ts';
import { createDiagnostic, createIssue, DiagnosticsError, locateFile } from '../../../src/diagnostics/diagnostic.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { isFull } from '../../support/test-scope.ts';
import { callCommand } from '../../support/call-command.ts';
import { createFixtureSite } from '../../support/fixture-site.ts';

const files = globSync(['src/cli/*-command.ts', 'tools/*-command.ts'], { cwd: PROJECT_FOLDER });

describe.each(isFull ? files : files.filter((file) => file.endsWith('check-command.ts')))('%s', (file) => {
  const run = (option: string) =>
    spawnSync(process.execPath, [join(PROJECT_FOLDER, file), option], { encoding: 'utf8' });

  test('runs its command and reports a wrong option without a stack', () => {
    const { status, stdout, stderr } = run('--unknown');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^(?:「--unknown」というオプションはありません。|何を加えるかを書いてください。)/);
    expect(stderr).not.toContain('    at ');
  });

  test('lists its options on standard output for --help', () => {
    const { status, stdout, stderr } = run('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^(?:使えるオプションは --|何を加えるかを書いてください。例:\n {2}npm run new -- plan )/);
  });
});

test.each([
  ['check', ['--help'], check],
  ['check', ['data', '--watch', '--help'], check],
  ['new', ['--help'], add],
  ['new', ['plan', '--help'], add],
])('an answer to %s %j is printed on stdout, with exit code 0', async (_name, args, command) => {
  const { status, stdout, stderr } = await callCommand(command, args);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^(?:使えるオプションは --|何を加えるかを書いてください。例:\n {2}npm run new -- plan )/);
});

test('a command returns its exit code, and 0 if it returns nothing', async () => {
  expect((await callCommand(() => Promise.resolve(3), [])).status).toBe(3);
  expect((await callCommand(() => Promise.resolve(), [])).status).toBe(0);
});

test('a usage error is printed on stderr, with exit code 1', async () => {
  const command = () => Promise.reject(new UsageError('だめです。'));
  expect(await callCommand(command, [])).toEqual({ status: 1, stdout: '', stderr: 'だめです。\n' });
});

test('errors of files are printed on stderr, and then that nothing was written', async () => {
  const error = new DiagnosticsError([createDiagnostic(locateFile('a.csv'), createIssue('empty-file'))]);
  const command = () => Promise.reject(error);
  const { status, stderr } = await callCommand(command, []);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^a\.csv:1:1\n[^]*まちがい 1件、注意 0件\nまちがいがあるので、何も書いていません。直してから、もう一度打ってください。\n$/,
  );
});

test('a refusal of the system is one line, without a stack', async () => {
  const root = createFixtureSite();
  symlinkSync(join(root, 'data/self'), join(root, 'data/self'));
  const { status, stdout, stderr } = await callCommand(check, ['--root', root]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^「.*self」は、自分自身に戻るリンクです。[^\n]+\n$/);
});

test('a fault of the program is reported as ours, with exit code 1', async () => {
  const command = () => Promise.reject(new TypeError('x'));
  const { status, stderr } = await callCommand(command, ['a\u0007']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^計画ひろばのプログラムのまちがいで、[^]*a␇\nTypeError: x\n {4}at /);
});

test('a command ends quietly if nobody reads its output', () => {
  const command = `"${process.execPath}" "${join(PROJECT_FOLDER, 'src/cli/check-command.ts')}" --format json | true`;
  expect(spawnSync(command, { shell: true, encoding: 'utf8' }).stderr).toBe('');
});
