import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { TEXT_PLACEHOLDER } from '../../../src/model/chapter.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createEmptyFolder, createFixtureSite } from '../../support/fixture-site.ts';

/** A copy of a whole site, taken away when the test ends. */
function copyOf(site: string): string {
  const root = createEmptyFolder();
  for (const name of ['site.config.json', 'content', 'data'])
    cpSync(join(site, name), join(root, name), { recursive: true });
  return root;
}

/** Runs the command as `npm run new --` does, with nobody at the terminal. */
function begin(root: string, ...args: readonly string[]) {
  const command = [join(PROJECT_FOLDER, 'src/cli/new-command.ts'), ...args, '--root', root];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
}

const allIn = (root: string) => validateSite(openSiteFolder(root)).diagnostics;
/** All but the words to be replaced, which are told until somebody does. */
const problemsIn = (root: string) => allIn(root).filter(({ code }) => code !== 'placeholder');
const textOf = (root: string, file: string) => readFileSync(join(root, file), 'utf8');
const PLAN = ['--title', '見本の新しい計画（架空）', '--kind', '総合計画'] as const;
const INDICATOR = ['--title', '本', '--baseline', '5,000冊', '--target', '6,000冊', '--unit', '冊'] as const;

describe.each([
  ['the fictional town', EXAMPLE_SITE, 'mihon'],
  ['the project itself', PROJECT_FOLDER, 'warabi'],
])('in a copy of %s', (_what, site, municipality) => {
  test('a plan, a municipality with a plan and indicators bring no problem', () => {
    const root = copyOf(site);
    const before = problemsIn(root);
    const outcomes = [
      begin(root, 'plan', 'new-plan', '--municipality', municipality, ...PLAN),
      begin(root, 'municipality', 'furui', '--code', '992020', '--title', '古井市（架空）', '--source', 'new-plan'),
      begin(
        root,
        'plan',
        'furui-plan',
        '--municipality',
        'furui',
        ...PLAN,
        '--levels',
        '章;節',
        '--numbers',
        '第1章;(1)',
      ),
      begin(root, 'indicator', 'new-plan/books', ...INDICATOR, '--direction', '増加', '--node', '1_1'),
    ];
    expect(outcomes.map(({ status, stderr }) => [status, stderr])).toEqual(outcomes.map(() => [0, '']));
    expect(problemsIn(root)).toEqual(before);
  }, 60_000);
});

describe('a new plan', () => {
  test('has an introduction and a tree of three rows that say where to write', () => {
    const root = createFixtureSite();
    const { stdout } = begin(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN);
    expect(textOf(root, 'content/plans/new-plan/index.mdx')).toMatch(/^---\ntitle: 見本の新しい計画（架空）\n/);
    const rows = textOf(root, 'data/plans/new-plan/tree.csv').split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['1', '', '政策', '政策'],
      ['1_1', '1', '施策', '施策'],
      ['1_1_1', '1_1', '取組', '取組'],
    ]);
    expect(rows.filter((row) => !row.includes(TEXT_PLACEHOLDER))).toEqual([]);
    expect(stdout).toContain('次にすること:');
    expect(stdout).not.toContain('[placeholder]');
  });

  test('is told of by the check until each of its words is written, and no site is built of it', () => {
    const root = createFixtureSite();
    begin(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN);
    const left = allIn(root).map(({ code, level, file, line }) => [code, level, file, line]);
    const tree = [2, 2, 3, 3, 4, 4].map((line) => ['data/plans/new-plan/tree.csv', line]);
    expect(left).toEqual(
      [['content/plans/new-plan/index.mdx', 12], ...tree].map((place) => ['placeholder', 'warning', ...place]),
    );
    const out = join(createEmptyFolder(), 'dist');
    const command = [join(PROJECT_FOLDER, 'src/cli/build-command.ts'), '--root', root, '--out', out];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    expect([status, existsSync(out)]).toEqual([1, false]);
    expect(stderr).toContain('data/plans/new-plan/tree.csv:2:');
    expect(stderr).toContain('仮の文が残っているので、サイトをつくりません。');
  }, 60_000);

  test('has its next steps told for the same site, and what its source lacks', () => {
    const root = createFixtureSite();
    const { stdout } = begin(root, 'plan', 'a', '--municipality', 'mihon', ...PLAN, '--publisher', '見本市');
    expect(stdout).toContain('data/sources.csv の「a」の行に、まだ空のURL、確認日を書きます。');
    expect(stdout).toContain(`npm run new -- indicator a/（指標ID） --root ${root} か、`);
    expect(stdout).toContain(`npm run import -- （表のファイル） --plan a --root ${root} で`);
    expect(stdout).toContain(`npm run check -- --root ${root} で確かめ、npm run dev -- --root ${root} で見ます。`);
  });

  test('says nothing of a source that is there', () => {
    const given = ['--municipality', 'mihon', ...PLAN, '--source', 'mihon-tokei'];
    expect(begin(createFixtureSite(), 'plan', 'a', ...given).stdout).not.toContain('data/sources.csv');
  });

  test('brings its municipality where there is none', () => {
    const root = createFixtureSite();
    const city = ['--municipality', 'furui', '--municipality-code', '992020', '--municipality-title', '古井市'];
    expect(begin(root, 'plan', 'new-plan', ...city, ...PLAN).status).toBe(0);
    expect(textOf(root, 'data/municipalities.csv')).toContain('\n992020,furui,古井市,');
    expect(problemsIn(root)).toEqual([]);
  });

  test('quotes a title that YAML would take for something else', () => {
    const root = createFixtureSite();
    const title = ['--title', '計画: #1 "見本"', '--kind', 'yes'];
    expect(begin(root, 'plan', 'new-plan', '--municipality', 'mihon', ...title).status).toBe(0);
    expect(problemsIn(root)).toEqual([]);
  });

  test('adds to a CP932 file in CP932, and to its line breaks', () => {
    const root = createFixtureSite();
    const file = join(root, 'data/sources.csv');
    const given = iconv.encode(readFileSync(file, 'utf8').replaceAll('\n', '\r\n'), 'cp932');
    writeFileSync(file, given);
    expect(begin(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN).stderr).toBe('');
    const after = readFileSync(file);
    expect(after.subarray(0, given.length).equals(given)).toBe(true);
    expect(iconv.decode(after.subarray(given.length), 'cp932')).toMatch(
      /^new-plan,mihon,見本の新しい計画（架空）,.*\r\n$/,
    );
  });

  test('is not begun where CP932 lacks a character', () => {
    const root = createFixtureSite();
    const file = join(root, 'data/sources.csv');
    writeFileSync(file, iconv.encode(readFileSync(file, 'utf8'), 'cp932'));
    const { status, stderr } = begin(
      root,
      'plan',
      'new-plan',
      '--municipality',
      'mihon',
      '--title',
      '𠮷',
      '--kind',
      'あ',
    );
    expect([status, stderr.includes('「𠮷」を書けません')]).toEqual([1, true]);
    expect(openSiteFolder(root).files.filter((path) => path.includes('new-plan'))).toEqual([]);
  });
});

describe('nothing is written, and it is said why,', () => {
  test.each([
    ['where nothing is asked for', [], '何を加えるかを書いてください'],
    ['where the word is unknown', ['plans', 'x'], '何を加えるかを書いてください'],
    ['where there is no id', ['plan'], '計画のIDをひとつ'],
    ['where the id is no id', ['plan', 'New_Plan'], '「New_Plan」はIDとして使えません'],
    ['where the plan is there', ['plan', 'mihon-keikaku'], '計画「mihon-keikaku」はすでにあります'],
    ['where the municipality is there', ['municipality', 'mihon'], 'すでにあります'],
    ['where the indicator has no plan', ['indicator', 'books'], '（計画ID）/（指標ID）'],
    ['where its plan is not there', ['indicator', 'nowhere/books'], 'npm run new -- plan nowhere'],
    ['for an unknown option', ['plan', 'x', '--colour', 'red'], '使えるオプションは --municipality、'],
    ['for a misspelt option', ['plan', 'x', '--titel', 'あ'], '「--title」ではありませんか。'],
    ['for another thing’s option', ['indicator', 'mihon-keikaku/x', '--kind', 'x'], '--kind'],
  ])('%s', (_what, args, words) => {
    const root = createFixtureSite();
    const { status, stderr, stdout } = begin(root, ...args);
    expect([status, stdout, stderr.includes(words), stderr.includes('    at ')]).toEqual([1, '', true, false]);
  });

  test.each(['章，節，取組', '章、節、取組', '章,節,取組', '章､節､取組'])(
    'where levels are parted by commas: %s',
    (levels) => {
      const root = createFixtureSite();
      const given = ['--municipality', 'mihon', ...PLAN, '--levels', levels];
      const { status, stderr } = begin(root, 'plan', 'new-plan', ...given);
      expect([status, stderr]).toEqual([
        1,
        `--levels: 「${levels}」が1つの階層の名前になってしまいます。「章;節;取組」のように、; で区切ってください。\n`,
      ]);
      expect(openSiteFolder(root).files.filter((path) => path.includes('new-plan'))).toEqual([]);
    },
  );

  test('naming every option that is missing', () => {
    expect(begin(createFixtureSite(), 'plan', 'new-plan').stderr).toBe(
      '--municipality（市区町村ID）がありません。\n--title（計画の名称）がありません。\n--kind（計画の種類（総合計画など））がありません。\n',
    );
  });

  test('with the check digit that a code should have', () => {
    const { stderr } = begin(
      createFixtureSite(),
      'municipality',
      'furui',
      '--code',
      '992021',
      '--title',
      'あ',
      '--source',
      'a',
    );
    expect(stderr).toContain('6けためは 0 です。');
  });

  test('with the problems that the site would have', () => {
    const root = createFixtureSite();
    const row = [...INDICATOR, '--baseline-period', '令和9年度', '--target-period', '令和5年度'];
    const { status, stderr } = begin(root, 'indicator', 'mihon-keikaku/books', ...row);
    expect([status, stderr.includes('[target-before-baseline]')]).toEqual([1, true]);
    expect(textOf(root, 'data/plans/mihon-keikaku/indicators.csv')).not.toContain('books');
  });
});
