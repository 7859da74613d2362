import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../../src/commands/options.ts';
import { Problem } from '../../../src/problems/problem.ts';
import { edited, town, type Files } from '../../support/town.ts';

const BROKEN = {
  ...edited('data/themes.csv', 'digital,デジタル', 'digital,'),
  ...edited('data/departments.csv', 'mihon-joho,mihon,情報課', 'mihon-joho,mihon,'),
};
const WARNED = { 'data/memo.txt': '' };

/** Runs the command as `npm run check --` does. */
function check(files: Files, ...args: readonly string[]) {
  const root = town(files);
  const named = args.map((one) => (one.startsWith('data/') ? join(root, one) : one));
  const command = [join(PROJECT, 'src/commands/check.ts'), '--root', root, ...named];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}
const problemsIn = (text: string) => Problem.array().parse(JSON.parse(text));

describe('the exit code', () => {
  test.each([
    ['0 where nothing is wrong', {}, 0],
    ['0 where there are warnings alone', WARNED, 0],
    ['1 where there is an error', BROKEN, 1],
  ])('is %s', (_what, files, status) => {
    expect(check(files).status).toBe(status);
  });
});

test('as JSON, one array with all problems is all that is printed', () => {
  const { stdout, stderr } = check(BROKEN, '--format', 'json');
  expect([problemsIn(stdout).map(({ file }) => file), stderr]).toEqual([
    ['data/departments.csv', 'data/themes.csv'],
    '',
  ]);
});

test('as JSON, a sound project is an empty array', () => {
  expect(check({}, '--format', 'json').stdout).toBe('[]\n');
});

describe('with files named', () => {
  test('only their problems are shown', () => {
    const { stdout } = check(BROKEN, '--format', 'json', 'data/themes.csv');
    expect(problemsIn(stdout).map(({ file }) => file)).toEqual(['data/themes.csv']);
  });

  test('only their errors count', () => {
    expect(check(BROKEN, 'data/sources.csv').status).toBe(0);
  });

  test('one that is not there is the caller’s mistake', () => {
    const { status, stderr } = check({}, 'data/none.csv');
    expect([status, stderr]).toEqual([1, 'data/none.csv は、このサイトのファイルではありません。\n']);
  });
});

describe('what it does not understand is told in words', () => {
  test.each(['xml', 'constructor', ''])('the format %s', (format) => {
    const { status, stderr, stdout } = check({}, '--format', format);
    expect([status, stderr, stdout]).toEqual([
      1,
      `--format の「${format}」は使えません。text、json、github のどれかにしてください。\n`,
      '',
    ]);
  });

  test('an option', () => {
    const { status, stderr } = check({}, '--fromat', 'json');
    expect([status, stderr.includes('--fromat'), stderr.includes('    at ')]).toEqual([1, true, false]);
  });
});
