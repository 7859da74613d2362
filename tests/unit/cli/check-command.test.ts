import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { main } from '../../../src/cli/check-command.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { callCommand } from '../../support/call-command.ts';
import { createWorkbook } from '../../support/create-workbook.ts';
import {
  editFixtureFile,
  createEmptyFolder,
  writeFixture,
  createFixtureSite,
  type FixtureFiles,
} from '../../support/fixture-site.ts';

const BROKEN = {
  ...editFixtureFile('data/themes.csv', 'digital,デジタル', 'digital,'),
  ...editFixtureFile('data/departments.csv', 'mihon-joho,mihon,情報課', 'mihon-joho,mihon,'),
};
const WARNED = { 'data/memo.txt': '' };

/** Runs the command with no colour preference of the person who runs the tests. */
function run(...args: readonly string[]) {
  vi.stubEnv('NO_COLOR', undefined);
  vi.stubEnv('FORCE_COLOR', args.includes('COLOR') ? '1' : undefined);
  const commandArgs = args.filter((arg) => arg !== 'COLOR');
  return callCommand(main, commandArgs);
}
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Checks the valid fixture site with some files replaced. */
function check(files: FixtureFiles, ...args: readonly string[]) {
  const root = createFixtureSite(files);
  return run('--root', root, ...args.map((arg) => (arg.startsWith('data/') ? join(root, arg) : arg)));
}
const parseDiagnostics = (text: string) => Diagnostic.array().parse(JSON.parse(text));

describe('the exit code', () => {
  test.each([
    ['0 without diagnostics', {}, 0],
    ['0 for warnings alone', WARNED, 0],
    ['1 for an error', BROKEN, 1],
  ])('is %s', async (_what, files, status) => {
    expect((await check(files)).status).toBe(status);
  });
});

test('as JSON, the output is one array of all diagnostics', async () => {
  const { stdout, stderr } = await check(BROKEN, '--format', 'json');
  expect([parseDiagnostics(stdout).map(({ file }) => file), stderr]).toEqual([
    ['data/departments.csv', 'data/themes.csv'],
    '',
  ]);
});

test('as JSON, a site without diagnostics is an empty array', async () => {
  expect((await check({}, '--format', 'json')).stdout).toBe('[]\n');
});

describe('with files as arguments', () => {
  test('shows only their diagnostics', async () => {
    const { stdout } = await check(BROKEN, '--format', 'json', 'data/themes.csv');
    expect(parseDiagnostics(stdout).map(({ file }) => file)).toEqual(['data/themes.csv']);
  });

  test('counts only their errors', async () => {
    expect((await check(BROKEN, 'data/sources.csv')).status).toBe(0);
  });

  test('checks a file that is named twice once', async () => {
    const folder = createEmptyFolder();
    writeFixture(folder, { 'themes.csv': 'テーマID,名称\nict,情報\nict,情報\n' });
    const file = join(folder, 'themes.csv');
    const { stdout } = await check({}, '--format', 'json', file, file);
    expect(parseDiagnostics(stdout).map(({ code }) => code)).toEqual(['repeated-id']);
  });

  test('reports a file that does not exist', async () => {
    const { status, stderr } = await check({}, 'none.csv');
    expect([status, stderr]).toEqual([1, '「none.csv」というファイルもフォルダもありません。\n']);
  });
});

describe('with a folder as argument', () => {
  const files = {
    ...BROKEN,
    ...editFixtureFile('data/plans/mihon-keikaku/indicators.csv', '指標ID', '指標ＩＤＩＤ'),
    'data/plans/mihon-keikaku/memo.txt': '',
  };

  test('shows only the diagnostics below it', async () => {
    const { stdout } = await check(files, '--format', 'json', 'data/plans/mihon-keikaku');
    const changedFiles = new Set(parseDiagnostics(stdout).map(({ file }) => file));
    expect([...changedFiles]).toEqual(
      expect.arrayContaining(['data/plans/mihon-keikaku/indicators.csv', 'data/plans/mihon-keikaku/memo.txt']),
    );
    expect([...changedFiles].filter((file) => !file.startsWith('data/plans/mihon-keikaku/'))).toEqual([]);
  });

  test('accepts files and folders together', async () => {
    const { stdout } = await check(files, '--format', 'json', 'data/plans', 'data/themes.csv');
    const names = new Set(parseDiagnostics(stdout).map(({ file }) => file.split('/')[1]));
    expect([...names].sort()).toEqual(['plans', 'themes.csv']);
  });

  test('ignores a folder whose name only starts with the argument', async () => {
    expect((await check({ 'data/plans-old/memo.txt': '' }, '--format', 'json', 'data/plans')).stdout).toBe('[]\n');
  });

  test('is the whole site for its root', async () => {
    const { status, stdout } = await check(BROKEN, '.');
    expect([status, stdout]).toEqual([1, (await check(BROKEN)).stdout]);
  });

  test('resolves a path from the root of the site', async () => {
    const root = createFixtureSite(BROKEN);
    expect((await run('--root', root, '--format', 'json', 'data/departments.csv')).status).toBe(1);
  });
});

describe('a file outside the site', () => {
  const createOtherFile = (text: string) => {
    const folder = createEmptyFolder();
    writeFixture(folder, { 'kekka.csv': text });
    return join(folder, 'kekka.csv');
  };

  test('is checked by itself, with the table schema that matches its headings', async () => {
    const file = createOtherFile('テーマID,名称\nx,\n');
    const { stdout, status } = await check(BROKEN, '--format', 'json', file);
    expect([status, parseDiagnostics(stdout).map(({ code, line, file: name }) => [code, line, name])]).toEqual([
      1,
      [['empty-cell', 2, file]],
    ]);
  });

  test.each(['--format', '--rules'])('is too large, not a fault of the program, with 3 GiB (%s)', async (option) => {
    const file = createOtherFile('');
    truncateSync(file, 3 * 2 ** 30);
    const { status, stdout, stderr } = await check({}, ...(option === '--rules' ? [option] : [option, 'text']), file);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('256');
  });

  test('is quoted in the text format', async () => {
    expect((await check({}, createOtherFile('テーマID,名称\nx,\n'))).stdout).toContain('  2 | x,\n    |   ^\n');
  });

  test('is named in the order of the arguments, however long it takes to read', async () => {
    const names = ['long.xlsx', 'short.csv'];
    const folder = createEmptyFolder();
    writeFixture(folder, { 'short.csv': 'テーマID,名称\nx,あ\n' });
    await writeExcelFile([['テーマID', '名称']]).toFile(join(folder, 'long.xlsx'));
    const { stdout } = await check({}, ...names.map((name) => join(folder, name)));
    expect([...stdout.matchAll(/[^/\\]+(?=：見出し)/g)].map(([name]) => name)).toEqual(names);
  });

  test('is read from the only sheet of indicators behind a cover, which the sentence names', async () => {
    const sheets = [
      { name: '表紙', rows: [['見本計画の指標']] },
      {
        name: 'KPI',
        rows: [
          ['指標名', '現状値', '目標値'],
          ['本', 5, 9],
        ],
      },
    ];
    const folder = createEmptyFolder();
    writeFixture(folder, { 'shihyo.xlsx': createWorkbook(sheets) });
    const { stdout } = await check({}, join(folder, 'shihyo.xlsx'));
    expect(stdout).toMatch(/shihyo\.xlsx：シート「KPI」を読みました。.*\n[^]*\[indicator-sheet\]/);
  });

  test('does not show the diagnostics of the site', async () => {
    expect((await check(BROKEN, '--format', 'json', createOtherFile('テーマID,名称\nx,あ\n'))).stdout).toBe('[]\n');
  });
});

describe('the text format', () => {
  test('quotes the line of the diagnostic', async () => {
    expect((await check(BROKEN)).stdout).toMatch(/ \| digital,,.*\n +\| {9}\^\n/);
  });

  test('has no colour without a terminal', async () => {
    expect((await check(BROKEN)).stdout).not.toContain('\u001b');
  });

  test('has colour with FORCE_COLOR', async () => {
    expect((await check(BROKEN, 'COLOR')).stdout).toContain('\u001b[31m');
  });
});

describe('with --watch', () => {
  test('checks each change until Ctrl+C', async () => {
    const root = createFixtureSite({});
    const command = join(PROJECT_FOLDER, 'src/cli/check-command.ts');
    const child = spawn(process.execPath, [command, '--root', root, '--watch'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    await expect.poll(() => output).toMatch(/まちがい 0件[^]*Ctrl\+C/);
    writeFixture(root, BROKEN);
    await expect.poll(() => output).toContain('まちがい 2件');
    // Another folder replaces the watched one.
    const [data, other] = [join(root, 'data'), join(root, 'data2')];
    cpSync(data, other, { recursive: true });
    rmSync(data, { recursive: true });
    await expect.poll(() => output).toMatch(/まちがい 2件[^]*Ctrl\+C[^]*Ctrl\+C/);
    output = '';
    renameSync(other, data);
    await expect.poll(() => output).toMatch(/まちがい 2件[^]*Ctrl\+C/);
    output = '';
    writeFixture(root, editFixtureFile('data/themes.csv', 'digital,デジタル', 'digital,デジタル'));
    await expect.poll(() => output).toContain('まちがい 1件');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('watches a file that the name leads to from the folder in which npm was called', async () => {
    const folder = createFixtureSite({ 'own.csv': 'a\n1\n' });
    const command = join(PROJECT_FOLDER, 'src/cli/check-command.ts');
    const child = spawn(process.execPath, [command, '--root', createFixtureSite({}), '--watch', 'own.csv'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, INIT_CWD: folder },
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    await expect.poll(() => output).toMatch(/見出しが「a」[^]*Ctrl\+C/);
    writeFixture(folder, { 'own.csv': 'b\n1\n' });
    await expect.poll(() => output).toMatch(/見出しが「b」[^]*Ctrl\+C/);
  });

  test('accepts only the text format', async () => {
    expect((await check({}, '--watch', '--format', 'json')).stderr).toBe(
      '--watch は --format text のときだけ使えます。\n',
    );
  });
});

describe('a wrong option is reported without a stack', () => {
  test.each(['xml', 'constructor', ''])('the format %s', async (format) => {
    const { status, stderr, stdout } = await check({}, '--format', format);
    expect([status, stderr, stdout]).toEqual([
      1,
      `--format の「${format}」は使えません。text、json、github のどれかにしてください。\n`,
      '',
    ]);
  });

  test('an option', async () => {
    const { status, stderr } = await check({}, '--fromat', 'json');
    expect([status, stderr.includes('--fromat'), stderr.includes('    at ')]).toEqual([1, true, false]);
  });
});
