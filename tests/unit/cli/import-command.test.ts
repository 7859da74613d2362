import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { createEmptyFolder, writeFixture, createFixtureSite } from '../../support/fixture-site.ts';

const PLAN = 'data/plans/mihon-keikaku';
const HEAD = ['番号', '成果指標名', '単位', '良い方向', '基準値（令和4年度）', '令和5年度実績', '目標値（令和9年度）'];

/** A sheet of the fictional town, as a city might keep it. */
const SHEET: SheetData = [
  [{ value: '見本市の指標（架空）' }],
  HEAD.map((value) => ({ value })),
  [1, '図書館に来た人の数', '人', '↑', 12000, 12500, '15,000人以上'].map((value) => ({ value })),
  [2, '道の満足度', '%', '増加', 0.405, null, '50%以上'].map((value) =>
    value === null ? null : value === 0.405 ? { value, format: '0.0%' } : { value },
  ),
];

async function workbook(data: SheetData = SHEET): Promise<string> {
  const file = join(createEmptyFolder(), 'shihyo.xlsx');
  await writeExcelFile(data).toFile(file);
  return file;
}

function csv(text: string | Uint8Array): string {
  const folder = createEmptyFolder();
  writeFixture(folder, { 'shihyo.csv': text });
  return join(folder, 'shihyo.csv');
}

/** Runs the command as `npm run import --` does, for the plan of the sound town unless another one is named. */
function take(root: string, ...args: readonly string[]) {
  const plan = args.includes('--plan') ? [] : ['--plan', 'mihon-keikaku'];
  const command = [join(PROJECT_FOLDER, 'src/cli/import-command.ts'), ...args, '--root', root, ...plan];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const textOf = (root: string, file: string) => readFileSync(join(root, PLAN, file), 'utf8');
const filesOf = (root: string) => ['indicators.csv', 'observations.csv'].map((file) => textOf(root, file));

describe('an Excel sheet', () => {
  test('is shown, and nothing written', async () => {
    const root = createFixtureSite();
    const before = filesOf(root);
    const { status, stdout, stderr } = take(root, await workbook());
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('見出しは2行め');
    expect(stdout).toMatch(/F {2}令和5年度実績 +→ observations\.csv の「値」（時点 令和5年度）/);
    expect(stdout).toContain('2件のIDをつくりました');
    expect(stdout).toContain('--write をつけると');
    expect(filesOf(root)).toEqual(before);
  });

  test('is written behind what is there with --write, and passes the check', async () => {
    const root = createFixtureSite();
    const before = filesOf(root);
    const { status, stdout } = take(root, await workbook(), '--write');
    expect([status, stdout.includes(`npm run check -- --root ${root} で確かめ、`)]).toEqual([0, true]);
    const after = filesOf(root);
    expect(after.map((text, at) => text.startsWith(before[at] ?? ''))).toEqual([true, true]);
    expect(after[0]).toContain('図書館に来た人の数,人,増加,,12000,令和4年度,"15,000人以上",令和9年度,');
    expect(after[0]).toContain('道の満足度,%,増加,,40.5%,令和4年度,50%以上,令和9年度,');
    expect(after[1]).toContain('indicator-1,令和5年度,12500');
    expect(hasErrors(validateSite(openSiteFolder(root)).diagnostics)).toBe(false);
  });

  test('adds nothing when it is taken again', async () => {
    const root = createFixtureSite();
    const file = await workbook();
    take(root, file, '--write');
    const before = filesOf(root);
    const { status, stdout } = take(root, file, '--write');
    expect([status, stdout.includes('書くものはありません。')]).toEqual([0, true]);
    expect(filesOf(root)).toEqual(before);
  });

  test('is not written where a cell is wrong, which is named by its address', async () => {
    const root = createFixtureSite();
    const before = filesOf(root);
    const wrong = [3, '苦情', '件', '減少', 5, 'たくさん', 0].map((value) => ({ value }));
    const { status, stdout, stderr } = take(root, await workbook([...SHEET, wrong]), '--write');
    expect([status, stdout.includes('shihyo.xlsx:F5 '), stderr]).toEqual([
      1,
      true,
      'まちがいがあるので、何も書いていません。\n',
    ]);
    expect(filesOf(root)).toEqual(before);
  });

  test('that is not there is told with those that are', async () => {
    const { status, stderr } = take(createFixtureSite(), await workbook(), '--sheet', '指標');
    expect([status, stderr.includes('[unknown-sheet]')]).toEqual([1, true]);
  });
});

describe('a CSV file', () => {
  test('may be CP932', () => {
    const root = createFixtureSite();
    const file = csv(iconv.encode('指標名,単位,現状値,目標値,方向\r\n本,冊,5冊,6冊,↑\r\n', 'cp932'));
    expect(take(root, file, '--write').status).toBe(0);
    expect(textOf(root, 'indicators.csv')).toContain('indicator-1,,本,冊,増加,,5冊,,6冊,');
  });

  test('has its problems at line and column, with the line quoted', () => {
    const { stdout } = take(createFixtureSite(), csv('指標名,現状値,目標値,方向\n本,5,6,↑\n紙,あれ,6,↓\n'));
    expect(stdout).toContain('shihyo.csv:3:3 「現状値」\n  3 | 紙,あれ,6,↓\n    |    ^\n');
  });
});

describe('two indicators of one name', () => {
  const FIRST = '指標ID,指標名,単位,方向,現状値,目標値\nroads,満足度,%,↑,60%,80%\nparks,満足度,%,↑,50%,70%\n';

  test('take no value from the next year’s sheet until it gives their ids', () => {
    const root = createFixtureSite();
    expect(take(root, csv(FIRST), '--write').status).toBe(0);
    const before = filesOf(root);
    const { status, stdout, stderr } = take(root, csv('指標名,令和6年度実績\n満足度,71%\n満足度,58%\n'), '--write');
    expect([status, stderr]).toEqual([1, 'まちがいがあるので、何も書いていません。\n']);
    expect(stdout).toContain('shihyo.csv:2:1 「名称」\n  2 | 満足度,71%\n');
    expect(stdout).toContain('表に「指標ID」という列を加え');
    expect(filesOf(root)).toEqual(before);
    const told = '指標ID,指標名,令和6年度実績\nparks,満足度,58%\nroads,満足度,71%\n';
    expect(take(root, csv(told), '--write').status).toBe(0);
    expect(textOf(root, 'observations.csv')).toMatch(/parks,令和6年度,58%.*\n.*roads,令和6年度,71%/);
  }, 60_000);
});

describe('what it does not understand is told in words', () => {
  test.each([
    ['no file', [], 'ファイルをひとつと計画を'],
    ['a file that is not there', ['none.xlsx'], '「none.xlsx」というファイルはありません。'],
    ['an option', ['none.xlsx', '--plam', 'x'], '「--plan」ではありませんか。'],
  ])('%s', (_what, args, words) => {
    const { status, stderr } = take(createFixtureSite(), ...args);
    expect([status, stderr.includes(words), stderr.includes('    at ')]).toEqual([1, true, false]);
  });

  test('a plan that is not there', () => {
    const { stderr } = take(createFixtureSite(), csv('x'), '--plan', 'nowhere');
    expect(stderr).toMatch(/計画「nowhere」はありません。先に npm run new -- plan nowhere --root \S+ で/);
  });

  test('a source that is not there', () => {
    expect(take(createFixtureSite(), csv('x'), '--source', 'nowhere').stderr).toContain('「nowhere」という出典ID');
  });

  test('a file without headings', () => {
    expect(take(createFixtureSite(), csv('あ,い\n1,2\n')).stderr).toContain('見出しの行が見つかりません');
  });
});
