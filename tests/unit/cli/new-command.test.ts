import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/new-command.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { TEXT_PLACEHOLDER } from '../../../src/model/chapter.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { callCommand } from '../../support/call-command.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createEmptyFolder, createFixtureSite } from '../../support/fixture-site.ts';

/** Copies a whole site to a folder that is deleted after the test. */
function copySite(site: string): string {
  const root = createEmptyFolder();
  for (const name of ['site.config.json', 'content', 'data'])
    cpSync(join(site, name), join(root, name), { recursive: true });
  return root;
}

/** Runs the command without a terminal. */
const runNew = (root: string, ...args: readonly string[]) => callCommand(main, [...args, '--root', root]);

const listDiagnostics = (root: string) => validateSite(openSiteFolder(root)).diagnostics;
/** Diagnostics except those about what a person still has to write: texts and English names. */
const listOtherDiagnostics = (root: string) =>
  listDiagnostics(root).filter(({ code }) => code !== 'placeholder' && code !== 'missing-english-name');
const readText = (root: string, file: string) => readFileSync(join(root, file), 'utf8');
const PLAN = ['--title', '見本の新しい計画（架空）', '--kind', '総合計画'] as const;
const CITY = ['--municipality', 'mihon'] as const;
const LEVELS = ['--levels', '章;節;項', '--numbers', '第1章;(1);①'] as const;
const INDICATOR = ['--title', '本', '--baseline', '5,000冊', '--target', '6,000冊', '--unit', '冊'] as const;

describe.each([
  ['the fictional town', EXAMPLE_SITE, 'mihon', '992020'],
  ['the project itself', PROJECT_FOLDER, 'warabi', '112241'],
])('in a copy of %s', (_what, site, municipality, code) => {
  test('new plans, a municipality and an indicator cause no diagnostics', async () => {
    const root = copySite(site);
    const before = listOtherDiagnostics(root);
    const outcomes = [
      await runNew(root, 'plan', 'new-plan', '--municipality', municipality, ...PLAN),
      await runNew(root, 'municipality', 'furui', '--code', code, '--title', '古井市', '--source', 'new-plan'),
      await runNew(root, 'plan', 'furui-plan', '--municipality', 'furui', ...PLAN, ...LEVELS),
      await runNew(root, 'indicator', 'new-plan/books', ...INDICATOR, '--direction', '増加', '--node', '1_1'),
    ];
    expect(outcomes.map(({ status, stderr }) => [status, stderr])).toEqual(outcomes.map(() => [0, '']));
    expect(listOtherDiagnostics(root)).toEqual(before);
  });
});

describe('a new plan', () => {
  test('has an introduction and a tree of three rows with placeholder texts', async () => {
    const root = createFixtureSite();
    const { stdout } = await runNew(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN);
    expect(readText(root, 'content/plans/new-plan/index.mdx')).toMatch(/^---\ntitle: 見本の新しい計画（架空）\n/);
    const rows = readText(root, 'data/plans/new-plan/tree.csv').split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['1', '', '政策', '政策'],
      ['1_1', '1', '施策', '施策'],
      ['1_1_1', '1_1', '取組', '取組'],
    ]);
    expect(rows.filter((row) => !row.includes(TEXT_PLACEHOLDER))).toEqual([]);
    expect(stdout).toContain('次にすること:');
    expect(stdout).not.toContain('[placeholder]');
    expect(stdout).not.toContain('注意 0件');
  });

  test.each([
    ['章;節;項;号', ['章 政策', '節 施策', '項 施策', '号 取組']],
    [
      '基本目標;政策;施策;基本事業;事務事業',
      ['基本目標 政策', '政策 政策', '施策 施策', '基本事業 施策', '事務事業 取組'],
    ],
    ['基本方針;政策;施策', ['基本方針 政策', '政策 政策', '施策 施策']],
    ['基本目標;施策', ['基本目標 政策', '施策 施策']],
    ['章;節', ['章 政策', '節 施策']],
    ['施策;基本事業;事務事業', ['施策 施策', '基本事業 施策', '事務事業 取組']],
    ['基本目標;基本施策;施策;取組', ['基本目標 政策', '基本施策 施策', '施策 施策', '取組 取組']],
    ['施策;取組', ['施策 施策', '取組 取組']],
    ['章', ['章 政策']],
  ])('has a row of each of the levels %s', async (levels, expected) => {
    const root = createFixtureSite();
    await runNew(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN, '--levels', levels);
    const rows = readText(root, 'data/plans/new-plan/tree.csv').split('\r\n').slice(1, -1);
    expect(rows.map((row) => row.split(',').slice(2, 4).join(' '))).toEqual(expected);
    const codes = listOtherDiagnostics(root).map(({ code }) => code);
    expect(codes).toEqual(expected.some((row) => row.endsWith(' 取組')) ? [] : ['plan-without-actions']);
  });

  test.each([
    ['--root DIR before the kind', (root: string) => ['--root', root, 'plan', 'new-plan', ...CITY, ...PLAN]],
    ['--root=DIR before the kind', (root: string) => [`--root=${root}`, 'plan', 'new-plan', ...CITY, ...PLAN]],
    ['all options before the kind', (root: string) => [...PLAN, ...CITY, '--root', root, 'plan', 'new-plan']],
    ['options before the id', (root: string) => ['plan', ...PLAN, '--root', root, 'new-plan', ...CITY]],
  ])('is added with %s', async (_what, listArguments) => {
    const root = createFixtureSite();
    const { status, stderr } = await callCommand(main, listArguments(root));
    expect([status, stderr]).toEqual([0, '']);
    expect(readText(root, 'data/plans/new-plan/tree.csv')).toContain(TEXT_PLACEHOLDER);
  });

  test('has the front matter of the options', async () => {
    const root = createFixtureSite();
    const options = ['--category', '分野別計画', '--official-title', '見本計画（架空）', ...LEVELS];
    await runNew(root, 'plan', 'new-plan', ...CITY, ...PLAN, ...options);
    const text = readText(root, 'content/plans/new-plan/index.mdx');
    const lines = ['officialTitle: 見本計画（架空）', 'category: 分野別計画', 'numbers: [第1章, (1), ①]'];
    expect(lines.filter((line) => !text.includes(`\n${line}\n`))).toEqual([]);
  });

  test('has its title as its official name, unless another is given', async () => {
    const root = createFixtureSite();
    await runNew(root, 'plan', 'new-plan', ...CITY, ...PLAN);
    await runNew(root, 'plan', 'part', ...CITY, ...PLAN, '--official-title', '見本町総合計画（架空）');
    const names = ['new-plan', 'part'].map((id) =>
      /^officialTitle: (.*)$/m.exec(readText(root, `content/plans/${id}/index.mdx`)),
    );
    expect(names.map((found) => found?.[1])).toEqual(['見本の新しい計画（架空）', '見本町総合計画（架空）']);
  });

  test('is reported by the check and not built until its placeholder texts are replaced', async () => {
    const root = createFixtureSite();
    await runNew(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN);
    const reported = listDiagnostics(root).map(({ code, level, file, line }) => [code, level, file, line]);
    const tree = [2, 2, 3, 3, 4, 4].map((line) => ['data/plans/new-plan/tree.csv', line]);
    expect(reported).toEqual(
      [['content/plans/new-plan/index.mdx', 13], ...tree].map((position) => ['placeholder', 'warning', ...position]),
    );
    const out = join(createEmptyFolder(), 'dist');
    const command = [join(PROJECT_FOLDER, 'src/cli/build-command.ts'), '--root', root, '--out', out];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    expect([status, existsSync(out)]).toEqual([1, false]);
    expect(stderr).toContain('data/plans/new-plan/tree.csv:2:');
    expect(stderr).toContain('仮の文が残っているので、サイトも保存版もつくりません。');
  });

  test('prints the next steps for the same site, and what its source lacks', async () => {
    const root = createFixtureSite();
    const { stdout } = await runNew(root, 'plan', 'a', '--municipality', 'mihon', ...PLAN, '--publisher', '見本市');
    expect(stdout).toContain('data/sources.csv の「a」の行に、まだ空のURL、確認日を書きます。');
    expect(stdout).toContain(`npm run new -- indicator a/（指標ID） --root ${root} か、`);
    expect(stdout).toContain(`npm run import -- （表のファイル） --plan a --root ${root} で`);
    expect(stdout).toContain(`npm run check -- --root ${root} で確かめ、npm run dev -- --root ${root} で見ます。`);
  });

  test('prints no step for a source that exists', async () => {
    const args = ['--municipality', 'mihon', ...PLAN, '--source', 'mihon-tokei'];
    expect((await runNew(createFixtureSite(), 'plan', 'a', ...args)).stdout).not.toContain('data/sources.csv');
  });

  test('adds its municipality if there is none', async () => {
    const root = createFixtureSite();
    const city = ['--municipality', 'furui', '--municipality-code', '992020', '--municipality-title', '古井市'];
    expect((await runNew(root, 'plan', 'new-plan', ...city, ...PLAN)).status).toBe(0);
    expect(readText(root, 'data/municipalities.csv')).toContain('\n992020,furui,古井市,');
    expect(listOtherDiagnostics(root)).toEqual([]);
  });

  test.each([
    ['plan', '--municipality', 'furui', '--municipality-code', '990019', '--municipality-title', '古井市', ...PLAN],
    ['municipality', '--code', '990019', '--title', '古井市', '--source', 'mihon-tokei'],
  ])('refuses the 団体コード of another municipality: %s', async (kind, ...options) => {
    const { status, stderr } = await runNew(createFixtureSite(), kind, 'furui', ...options);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('「990019」は、市区町村「mihon」がすでに使っています。'),
    ]);
  });

  test('quotes a title that is not plain text in YAML', async () => {
    const root = createFixtureSite();
    const title = ['--title', '計画: #1 "見本"', '--kind', 'yes'];
    expect((await runNew(root, 'plan', 'new-plan', '--municipality', 'mihon', ...title)).status).toBe(0);
    expect(listOtherDiagnostics(root)).toEqual([]);
  });

  test('appends to a CP932 file in CP932, with its line breaks', async () => {
    const root = createFixtureSite();
    const file = join(root, 'data/sources.csv');
    const before = iconv.encode(readFileSync(file, 'utf8').replaceAll('\n', '\r\n'), 'cp932');
    writeFileSync(file, before);
    expect((await runNew(root, 'plan', 'new-plan', '--municipality', 'mihon', ...PLAN)).stderr).toBe('');
    const after = readFileSync(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(iconv.decode(after.subarray(before.length), 'cp932')).toMatch(
      /^new-plan,mihon,見本の新しい計画（架空）,.*\r\n$/,
    );
  });

  test('is not written if CP932 lacks a character', async () => {
    const root = createFixtureSite();
    const file = join(root, 'data/sources.csv');
    writeFileSync(file, iconv.encode(readFileSync(file, 'utf8'), 'cp932'));
    const args = ['--municipality', 'mihon', '--title', '𠮷', '--kind', 'あ'];
    const { status, stderr } = await runNew(root, 'plan', 'new-plan', ...args);
    expect([status, stderr.includes('「𠮷」を書けません')]).toEqual([1, true]);
    expect(openSiteFolder(root).files.filter((path) => path.includes('new-plan'))).toEqual([]);
  });
});

test.each([
  ['the municipality of its plan', [], 'report,mihon,報告書,,'],
  ['its municipality as the publisher', ['--publisher', '見本町'], 'report,mihon,報告書,,見本町,'],
  ['the town hall as the publisher', ['--publisher', '見本町役場'], 'report,mihon,報告書,,見本町役場,'],
  ['its school board', ['--publisher', '見本町教育委員会'], 'report,mihon,報告書,,見本町教育委員会,'],
  ['a department', ['--publisher', '見本町役場 企画課'], 'report,mihon,報告書,,見本町役場 企画課,'],
  ['a chamber of commerce', ['--publisher', '見本町商工会議所'], 'report,,報告書,,見本町商工会議所,'],
  ['another publisher, and no municipality', ['--publisher', '総務省'], 'report,,報告書,,総務省,'],
])('the new source of an indicator has %s', async (_what, publisher, row) => {
  const root = createFixtureSite();
  const source = ['--source', 'report', '--source-title', '報告書', ...publisher];
  expect((await runNew(root, 'indicator', 'mihon-keikaku/books', ...INDICATOR, ...source)).stderr).toBe('');
  expect(readText(root, 'data/sources.csv')).toContain(`\n${row}`);
});

describe('writes nothing and says why', () => {
  test.each([
    ['without arguments', [], '何を加えるかを書いてください'],
    ['for an unknown kind of record', ['plans', 'x'], '「plans」は加えられません。何を加えるかを書いてください'],
    ['for an unknown option without a kind', ['--colour'], '「--colour」というオプションはありません。'],
    ['for a misspelt option before the kind', ['--rot=x', 'plan', 'x'], '「--root」ではありませんか。'],
    ['for one with its value apart', ['--rot', 'x', 'plan', 'x'], '「--root」ではありませんか。'],
    ['without an id', ['plan'], '計画のIDを1つ'],
    ['for an invalid id', ['plan', 'New_Plan'], '「New_Plan」はIDとして使えません'],
    ['for an existing plan', ['plan', 'mihon-keikaku'], '計画「mihon-keikaku」はすでにあります'],
    ['for an existing municipality', ['municipality', 'mihon'], 'すでにあります'],
    ['for an indicator without a plan', ['indicator', 'books'], '（計画ID）/（指標ID）'],
    ['for an indicator of an unknown plan', ['indicator', 'nowhere/books'], 'npm run new -- plan nowhere'],
    ['for an unknown option', ['plan', 'x', '--colour', 'red'], '使えるオプションは --municipality、'],
    ['for a misspelt option', ['plan', 'x', '--titel', 'あ'], '「--title」ではありませんか。'],
    ['for an option of another record', ['indicator', 'mihon-keikaku/x', '--kind', 'x'], '--kind'],
  ])('%s', async (_what, args, words) => {
    const root = createFixtureSite();
    const { status, stderr, stdout } = await runNew(root, ...args);
    expect([status, stdout, stderr.includes(words), stderr.includes('    at ')]).toEqual([1, '', true, false]);
  });

  test.each(['章，節，取組', '章、節、取組', '章,節,取組', '章､節､取組'])(
    'for levels separated by commas: %s',
    async (levels) => {
      const root = createFixtureSite();
      const args = ['--municipality', 'mihon', ...PLAN, '--levels', levels];
      const { status, stderr } = await runNew(root, 'plan', 'new-plan', ...args);
      expect([status, stderr]).toEqual([
        1,
        `--levels: 「${levels}」が1つの階層の名前になってしまいます。「章;節;取組」のように、; で区切ってください。\n`,
      ]);
      expect(openSiteFolder(root).files.filter((path) => path.includes('new-plan'))).toEqual([]);
    },
  );

  test('for several missing options', async () => {
    expect((await runNew(createFixtureSite(), 'plan', 'new-plan')).stderr).toBe(
      '--municipality（市区町村ID）がありません。\n' +
        '--municipality-code（団体コード）も、--municipality がサイトにまだないものなら要ります。\n' +
        '--municipality-title（市区町村の名称）も、--municipality がサイトにまだないものなら要ります。\n' +
        '--title（計画の名称）がありません。\n--kind（計画の種類（計画の言葉で。総合計画など））がありません。\n',
    );
  });

  test('without the options of a new municipality for one of the site', async () => {
    const { stderr } = await runNew(createFixtureSite(), 'plan', 'new-plan', '--municipality', 'mihon');
    expect(stderr).not.toContain('--municipality');
  });

  test('for a wrong check digit', async () => {
    const args = ['--code', '992021', '--title', 'あ', '--source', 'a'];
    const { stderr } = await runNew(createFixtureSite(), 'municipality', 'furui', ...args);
    expect(stderr).toContain('6けためは 0 です。');
  });

  test('for values that the site check rejects', async () => {
    const root = createFixtureSite();
    const row = [...INDICATOR, '--baseline-period', '令和9年度', '--target-period', '令和5年度'];
    const { status, stderr } = await runNew(root, 'indicator', 'mihon-keikaku/books', ...row);
    expect([status, stderr.includes('[target-before-baseline]')]).toEqual([1, true]);
    expect(readText(root, 'data/plans/mihon-keikaku/indicators.csv')).not.toContain('books');
  });

  test('with the options for the columns that the messages name: no file has the row', async () => {
    const row = ['--title', '読む人', '--baseline', '10%', '--target', '20%'];
    const { stderr } = await runNew(createFixtureSite(), 'indicator', 'mihon-keikaku/books', ...row);
    expect(stderr).toContain('[other-unit]');
    expect(stderr).toMatch(
      /何も書いていません。上の行は、書こうとしたもので、まだありません。「単位」は --unit、「良い方向」は --direction、「現状値」は --baseline に書いて、/,
    );
  });
});
