import { spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
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

const COMMAND = join(PROJECT_FOLDER, 'src/cli/check-command.ts');

/** What is printed depends on no terminal and on nobody's taste; the argument COLOUR stands for FORCE_COLOR. */
function run(...args: readonly string[]) {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:NO|FORCE)_COLOR$/.test(name)));
  const env = args.includes('COLOUR') ? { ...plain, FORCE_COLOR: '1' } : plain;
  const command = [COMMAND, ...args.filter((one) => one !== 'COLOUR')];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

/** Runs the command as `npm run check --` does, on the sound town with these files laid over it. */
function check(files: FixtureFiles, ...args: readonly string[]) {
  const root = createFixtureSite(files);
  const named = args.map((one) => (one.startsWith('data/') ? join(root, one) : one));
  return run('--root', root, ...named);
}
const problemsIn = (text: string) => Diagnostic.array().parse(JSON.parse(text));

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
    const { status, stderr } = check({}, 'none.csv');
    expect([status, stderr]).toEqual([1, '「none.csv」というファイルもフォルダもありません。\n']);
  });
});

describe('with a folder named', () => {
  const files = {
    ...BROKEN,
    ...editFixtureFile('data/plans/mihon-keikaku/indicators.csv', '指標ID', '指標ＩＤＩＤ'),
    'data/plans/mihon-keikaku/memo.txt': '',
  };

  test('only the problems below it are shown', () => {
    const { stdout } = check(files, '--format', 'json', 'data/plans/mihon-keikaku');
    const found = new Set(problemsIn(stdout).map(({ file }) => file));
    expect([...found]).toEqual(
      expect.arrayContaining(['data/plans/mihon-keikaku/indicators.csv', 'data/plans/mihon-keikaku/memo.txt']),
    );
    expect([...found].filter((file) => !file.startsWith('data/plans/mihon-keikaku/'))).toEqual([]);
  });

  test('files and folders may be named together', () => {
    const { stdout } = check(files, '--format', 'json', 'data/plans', 'data/themes.csv');
    const places = new Set(problemsIn(stdout).map(({ file }) => file.split('/')[1]));
    expect([...places].sort()).toEqual(['plans', 'themes.csv']);
  });

  test('a name that only begins like it is another one', () => {
    expect(check({ 'data/plans-old/memo.txt': '' }, '--format', 'json', 'data/plans').stdout).toBe('[]\n');
  });

  test('a name counts from the root of the site', () => {
    const root = createFixtureSite(BROKEN);
    expect(run('--root', root, '--format', 'json', 'data/departments.csv').status).toBe(1);
  });
});

describe('a file outside of the site', () => {
  const loose = (text: string) => {
    const folder = createEmptyFolder();
    writeFixture(folder, { 'kekka.csv': text });
    return join(folder, 'kekka.csv');
  };

  test('is checked by itself, known by its headings', () => {
    const file = loose('テーマID,名称\nx,\n');
    const { stdout, status } = check(BROKEN, '--format', 'json', file);
    expect([status, problemsIn(stdout).map(({ code, line, file: name }) => [code, line, name])]).toEqual([
      1,
      [['empty-cell', 2, file]],
    ]);
  });

  test('is quoted in the text form', () => {
    expect(check({}, loose('テーマID,名称\nx,\n')).stdout).toContain('  2 | x,\n    |   ^\n');
  });

  test('of which all is right has no problems, whatever the site has', () => {
    expect(check(BROKEN, '--format', 'json', loose('テーマID,名称\nx,あ\n')).stdout).toBe('[]\n');
  });
});

describe('the text form', () => {
  test('quotes the line at fault', () => {
    expect(check(BROKEN).stdout).toMatch(/ \| digital,,.*\n +\| {9}\^\n/);
  });

  test('is plain where no terminal shows it', () => {
    expect(check(BROKEN).stdout).not.toContain('\u001b');
  });

  test('has colour where it is asked for', () => {
    expect(check(BROKEN, 'COLOUR').stdout).toContain('\u001b[31m');
  });
});

describe('with --watch', () => {
  test('each change is checked, until Ctrl+C', async () => {
    const root = createFixtureSite({});
    const child = spawn(process.execPath, [COMMAND, '--root', root, '--watch'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let [said, waiting] = ['', 0];
    const rounds = new EventEmitter();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (; said.split('Ctrl+C').length > waiting + 1; waiting += 1) rounds.emit('round', said);
    });
    await once(rounds, 'round');
    expect(said).toContain('まちがい 0件');
    writeFixture(root, BROKEN);
    await once(rounds, 'round');
    expect(said).toContain('まちがい 2件');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('only the text form is printed', () => {
    expect(check({}, '--watch', '--format', 'json').stderr).toBe('--watch は --format text のときだけ使えます。\n');
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
