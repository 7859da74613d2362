import { spawnSync } from 'node:child_process';
import { existsSync, globSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, onTestFinished, vi } from 'vitest';
import packageFile from '../../../package.json' with { type: 'json' };
import { main as check } from '../../../src/cli/check-command.ts';
import { UsageError, describeCommand, parseArguments } from '../../../src/cli/command-runner.ts';
import { main as add } from '../../../src/cli/new-command.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { createDiagnostic, createIssue, DiagnosticsError, locateFile } from '../../../src/diagnostics/diagnostic.ts';
import { main as runChecks } from '../../run.ts';
import { callCommand } from '../../support/call-command.ts';
import { createFixtureSite } from '../../support/fixture-site.ts';
import { readModules } from '../../support/source-modules.ts';
import { isFull } from '../../support/test-scope.ts';

const scripts = Object.values(packageFile.scripts).flatMap(
  (script) => /(?<=launch\.mjs )(?:src|tools)\S+/.exec(script) ?? [],
);
const files = [...new Set([...globSync('src/cli/*-command.ts', { cwd: PROJECT_FOLDER }), ...scripts])];

/** What a command answers to `--help`. */
const ANSWER =
  /^(?:np.+: .+\n)?(?:使えるオプションは --(?!help).*(?:\n {2}--[a-z-]+(?: [^:]+)?: .+)+\n|このコマンドに、オプションはありません。\n$)/;

describe.each(isFull ? files : files.filter((file) => file.endsWith('check-command.ts')))('%s', (file) => {
  const run = (option: string) =>
    spawnSync(process.execPath, [join(PROJECT_FOLDER, file), option], { encoding: 'utf8' });

  test('runs its command and reports a wrong option without a stack', () => {
    const { status, stdout, stderr } = run('--unknown');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^(?:「--unknown」というオプションはありません。|何を加えるかを書いてください。)/);
    expect(stderr).not.toContain('    at ');
  });

  test('quotes an option that would control the terminal as text', () => {
    expect(run('--\u001b[31m市').stderr).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test('lists its options on standard output for --help', () => {
    const { status, stdout, stderr } = run('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(ANSWER);
  });
});

test('an answer to --help says what the command does, what it takes, and what each option means', () => {
  vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, 'src/cli/check-command.ts']);
  expect(describeCommand({ watch: { type: 'boolean' }, unit: { ...{ title: '単位' }, type: 'string' } })).toBe(
    [
      'npm run check: すべてのファイルを検査し、問題をその行とともに表示する。ファイルかフォルダを書けば、それだけを検査する。まちがいがあれば終了コードは 1',
      '使えるオプションは --watch、--unit です。',
      '  --watch: ファイルが変わるたびに検査する。Ctrl+C で終わる',
      '  --unit: 単位',
    ].join('\n'),
  );
  vi.restoreAllMocks();
});

test.each([
  ['bench', 'tools/benchmark.ts', { items: { type: 'string' } }, /^npm run bench: .+\n.+\n {2}--items 10000: .+$/],
  ['import', 'src/cli/import-command.ts', { items: { type: 'boolean' } }, /^npm run import: .+\n.+\n {2}--items: .+$/],
  ['build', 'src/cli/build-command.ts', { join: { type: 'boolean' } }, /\n {2}--join フォルダ …: .+$/],
] as const)('--help of %s says its purpose and its own meaning of an option', (script, file, options, answer) => {
  vi.stubEnv('npm_lifecycle_event', script);
  vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, file]);
  expect(describeCommand(options)).toMatch(answer);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test.each([
  ['check', ['--help'], check],
  ['check', ['data', '--watch', '--help'], check],
  ['new', ['--help'], add],
  ['new', ['plan', '--help'], add],
  ['the checks', ['lint', '--help'], runChecks],
])('an answer to %s %j is printed on stdout, with exit code 0', async (_name, args, command) => {
  const { status, stdout, stderr } = await callCommand(command, args);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(ANSWER);
});

test('the answer about new records names the command that lists the options of each', async () => {
  expect((await callCommand(add, ['--help'])).stdout).toContain('npm run new -- plan --help');
});

test('the answer about a new plan tells the URL and the day of its state from those of its source', async () => {
  const { stdout } = await callCommand(add, ['plan', '--help']);
  for (const line of ['--state-website: 状態の根拠のURL', '--state-checked: 状態の確認日', '--url: 資料のURL'])
    expect(stdout).toContain(`  ${line}\n`);
});

test('an answer has no brackets that held only a link to a heading', () => {
  const answer = ['release', 'import'].map((name) => {
    vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, `src/cli/${name}-command.ts`]);
    return describeCommand({ items: { type: 'boolean' }, fresh: { type: 'boolean' } });
  });
  vi.restoreAllMocks();
  expect(answer.join('\n')).not.toMatch(/（(?:取りこめる形|理由の要る変更|決めたこと)/);
});

test.each([['--fast'], ['lint', 'src']])('the checks refuse %s', async (...args) => {
  expect(await callCommand(runChecks, args)).toMatchObject({ status: 1, stdout: '' });
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
    /^a\.csv:1:1\n[^]*まちがい 1件、注意 0件\nまちがいがあるので、何も書いていません。直してから、もう一度実行してください。\n$/,
  );
});

test('a command that writes nothing anyway says what errors of files prevented', async () => {
  const { stderr } = await callCommand(() => Promise.reject<number>(new DiagnosticsError([])), [], '始められません');
  expect(stderr).toMatch(/まちがいがあるので、始められません。直してから/);
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

describe.skipIf(process.platform === 'win32')('an output', () => {
  const run = (output: string) => {
    const command = `set -o pipefail; "${process.execPath}" src/cli/check-command.ts --format json ${output}`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: PROJECT_FOLDER, encoding: 'utf8' });
    return [status, stderr];
  };

  test('that nobody reads ends the command quietly, as SIGPIPE ends other programs', () => {
    expect(run('| true')).toEqual([141, '']);
  });

  test.skipIf(!existsSync('/dev/full'))('that is full is named, and that files may be written', () => {
    expect(run('>/dev/full')).toEqual([
      1,
      '結果を出力できません。ファイルを書くコマンドなら、もう書き終えていることがあります。ファイルを確かめてください。\n',
    ]);
  });
});

const OPTIONS = {
  title: { type: 'string' },
  'short-title': { type: 'string' },
  root: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

const read = (...args: readonly string[]) =>
  parseArguments({ args: [...args], options: OPTIONS, allowPositionals: true });

describe('arguments', () => {
  test('are parsed', () => {
    const { values, positionals } = read('x', '--title', '本', '--short-title=-本', '--write', '--', '--titel');
    expect(values).toEqual({ title: '本', 'short-title': '-本', write: true });
    expect(positionals).toEqual(['x', '--titel']);
  });

  test.each([
    [[''], '空の名前は使えません。名前を書いてください。'],
    [['--root', ''], '--root の値が空です。フォルダの名前を書いてください。'],
    [['--root', 'a', '--root=b'], '--root が2回あります。1回だけ書いてください。'],
    [['--write', '--write'], '--write が2回あります。1回だけ書いてください。'],
    [['--root='], '--root の値が空です。フォルダの名前を書いてください。'],
    [
      ['a\0b'],
      '「a␀b」に、使えない文字（NUL か、UTF-8 ではない文字）があります。入力し直すか、ファイルかフォルダの名前をつけ直してください。',
    ],
    [
      ['\ufffde\ufffdX.csv'],
      '「\ufffde\ufffdX.csv」に、使えない文字（NUL か、UTF-8 ではない文字）があります。入力し直すか、ファイルかフォルダの名前をつけ直してください。',
    ],
    [
      ['--root', 'a\0b'],
      '「a␀b」に、使えない文字（NUL か、UTF-8 ではない文字）があります。入力し直すか、ファイルかフォルダの名前をつけ直してください。',
    ],
  ])('%j are refused: %s', (args, message) => {
    expect(() => read(...args)).toThrow(new UsageError(message));
  });

  test.each([
    ['--titel', '「--titel」というオプションはありません。「--title」ではありませんか。'],
    ['--titel=本', '「--titel」というオプションはありません。「--title」ではありませんか。'],
    ['--shorttitle', '「--shorttitle」というオプションはありません。「--short-title」ではありませんか。'],
    ['-title', '「-title」というオプションはありません。「--title」ではありませんか。'],
    ['--Title', '「--Title」というオプションはありません。「--title」ではありませんか。'],
    [
      '--colour',
      '「--colour」というオプションはありません。使えるオプションは --title、--short-title、--root、--write です。',
    ],
    ['—title', '「—title」は、半角の - を2つつけて「--title」と書いてください。'],
    ['－－title', '「－－title」は、半角の - を2つつけて「--title」と書いてください。'],
    ['--title', '--title の値がありません。--title のあとに、空白をあけて書いてください。'],
    ['--write=yes', '--write に値はつけません。--write とだけ書いてください。'],
  ])('with the mistake %s are rejected', (typed, words) => {
    expect(() => read('x', typed)).toThrow(new UsageError(words));
  });

  test.each(['true', '本'])('that npm took as its own with the value %s are asked for behind --', (value) => {
    vi.stubEnv('npm_config_short_title', value);
    vi.stubEnv('npm_lifecycle_event', 'new');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(() => read('x')).toThrow(
      new UsageError('--short-title の前に、半角の -- と空白がありません。例: npm run new -- --short-title'),
    );
    expect(read('x', '--short-title=本').values['short-title']).toBe('本');
  });

  test('called --plan that npm took as its -p, -l, -a and -n are asked for, not --all', () => {
    for (const name of ['parseable', 'long', 'all']) vi.stubEnv(`npm_config_${name}`, 'true');
    vi.stubEnv('npm_lifecycle_event', 'import');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const options = { all: { type: 'boolean' }, plan: { type: 'string' } } as const;
    expect(() => parseArguments({ args: ['表.xlsx', 'mytown'], options, allowPositionals: true })).toThrow(
      new UsageError('--plan の前に、半角の -- と空白がありません。例: npm run import -- --plan'),
    );
  });

  test('behind a second -- are rejected', () => {
    const mistake = '「--title」の前の「--」は要りません。消してください。';
    expect(() => read('x', '--', '--title', '本')).toThrow(new UsageError(mistake));
  });

  test('do not take an option as the value of another option', () => {
    expect(() => read('--title', '--write')).toThrow('「--write」が値なら、--title=--write と');
  });

  test('are rejected if a command accepts only options', () => {
    expect(() => parseArguments({ args: ['x'], options: OPTIONS })).toThrow(
      '「x」は、ここには書けません。書けるのは --title、--short-title、--root、--write だけです。',
    );
  });
});

test('every command uses this parser', () => {
  const others = readModules('src/**/*.ts').filter(({ imports }) =>
    imports.some(({ names }) => names.includes('parseArgs')),
  );
  expect(others.map(({ path }) => path)).toEqual(['src/cli/command-runner.ts']);
});
