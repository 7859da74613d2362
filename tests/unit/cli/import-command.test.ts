import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { main } from '../../../src/cli/import-command.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { callCommand } from '../../support/call-command.ts';
import { createWorkbook, type WorkbookCell } from '../../support/create-workbook.ts';
import { createEmptyFolder, writeFixture, createFixtureSite } from '../../support/fixture-site.ts';

const PLAN = 'data/plans/mihon-keikaku';
const HEAD = ['番号', '成果指標名', '単位', '良い方向', '基準値（令和4年度）', '令和5年度実績', '目標値（令和9年度）'];

/** A sheet of the fictional town, as its staff could write it. */
const SHEET: SheetData = [
  [{ value: '見本市の指標（架空）' }],
  HEAD.map((value) => ({ value })),
  [1, '図書館に来た人の数', '人', '↑', 12000, 12500, '15,000人以上'].map((value) => ({ value })),
  [2, '道の満足度', '%', '増加', 0.405, null, '50%以上'].map((value) =>
    value === null ? null : value === 0.405 ? { value, format: '0.0%' } : { value },
  ),
];

async function createSheetFile(data: SheetData = SHEET): Promise<string> {
  const file = join(createEmptyFolder(), 'shihyo.xlsx');
  await writeExcelFile(data).toFile(file);
  return file;
}

function createCsvFile(text: string | Uint8Array): string {
  const folder = createEmptyFolder();
  writeFixture(folder, { 'shihyo.csv': text });
  return join(folder, 'shihyo.csv');
}

/** Runs the command for the plan of the fixture site, or for another one. */
function runImport(root: string, ...args: readonly string[]) {
  const plan = args.includes('--plan') ? [] : ['--plan', 'mihon-keikaku'];
  return callCommand(main, [...args, '--root', root, ...plan]);
}

const readPlanFile = (root: string, file: string) => readFileSync(join(root, PLAN, file), 'utf8');
const readTables = (root: string) => ['indicators.csv', 'observations.csv'].map((file) => readPlanFile(root, file));

describe('the import of an Excel sheet', () => {
  test('only shows the rows without --write', async () => {
    const root = createFixtureSite();
    const before = readTables(root);
    const { status, stdout, stderr } = await runImport(root, await createSheetFile());
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('見出しは2行め');
    expect(stdout).toMatch(/F {2}令和5年度実績 +→ observations\.csv の「値」（時点 令和5年度）/);
    expect(stdout).toContain('2件のIDをつくりました');
    expect(stdout).toContain('--write をつけると');
    expect(readTables(root)).toEqual(before);
  });

  test('shows all rows with --all', async () => {
    const sheet = ['指標名,単位,目標値（令和9年度）', ...Array.from({ length: 21 }, (_, at) => `本${at},冊,${at}`)];
    const [file, root] = [createCsvFile(sheet.join('\n')), createFixtureSite()];
    const [first, all] = [await runImport(root, file), await runImport(root, file, '--all')];
    expect(first.stdout).toContain('ほかに1行（--all をつけると、すべて見せます）');
    expect(first.stdout).not.toMatch(/indicator-21 +本20/);
    expect(all.stdout).toMatch(/indicator-21 +本20/);
  });

  test('appends valid rows with --write', async () => {
    const root = createFixtureSite();
    const before = readTables(root);
    const { status, stdout } = await runImport(root, await createSheetFile(), '--write');
    expect([status, stdout.includes(`npm run check -- --root ${root} で確かめ、`)]).toEqual([0, true]);
    const after = readTables(root);
    expect(after.map((text, at) => text.startsWith(before[at] ?? ''))).toEqual([true, true]);
    expect(after[0]).toContain('図書館に来た人の数,人,増加,,12000,令和4年度,"15,000人以上",令和9年度,');
    expect(after[0]).toContain('道の満足度,%,増加,,40.5%,令和4年度,50%以上,令和9年度,');
    expect(after[1]).toContain('indicator-1,令和5年度,12500');
    expect(hasErrors(validateSite(openSiteFolder(root)).diagnostics)).toBe(false);
  });

  test('writes the 出典ID of --source into each new indicator', async () => {
    const root = createFixtureSite();
    const before = readPlanFile(root, 'indicators.csv');
    const { status } = await runImport(root, await createSheetFile(), '--source', 'mihon-tokei', '--write');
    const added = readPlanFile(root, 'indicators.csv').slice(before.length).trim().split('\n');
    expect([status, added.map((line) => line.includes('mihon-tokei'))]).toEqual([0, [true, true]]);
  });

  test('adds nothing the second time', async () => {
    const root = createFixtureSite();
    const file = await createSheetFile();
    await runImport(root, file, '--write');
    const before = readTables(root);
    const { status, stdout } = await runImport(root, file, '--write');
    expect([status, stdout.includes('書くものはありません。')]).toEqual([0, true]);
    expect(readTables(root)).toEqual(before);
  });

  test('writes a number instead of 集計中 in the same row, and says so', async () => {
    const root = createFixtureSite();
    const later = SHEET.map((cells, row) =>
      row === 2 ? cells.map((cell, at) => (at === 5 ? { value: '集計中' } : cell)) : cells,
    );
    await runImport(root, await createSheetFile(later), '--write');
    const [, before = ''] = readTables(root);
    const shown = await runImport(root, await createSheetFile());
    expect(shown.stdout).toMatch(/observations\.csv の\d+行めの「集計中」を「12500」に書きかえます。/);
    expect(readTables(root)[1]).toBe(before);
    const { status, stdout } = await runImport(root, await createSheetFile(), '--write');
    expect([status, stdout.includes(`  ${PLAN}/observations.csv（1行を書きかえ）\n`)]).toEqual([0, true]);
    expect(before).toContain('集計中');
    expect(readTables(root)[1]).toBe(before.replace('集計中', '12500'));
  });

  test('reports a wrong cell and writes nothing', async () => {
    const root = createFixtureSite();
    const before = readTables(root);
    const wrong = [3, '苦情', '件', '減少', 5, 'たくさん', 0].map((value) => ({ value }));
    const { status, stdout, stderr } = await runImport(root, await createSheetFile([...SHEET, wrong]), '--write');
    expect([status, stdout.includes('shihyo.xlsx:F5 '), stderr]).toEqual([
      1,
      true,
      'まちがいがあるので、何も書いていません。\n',
    ]);
    expect(readTables(root)).toEqual(before);
  });

  const COVER = [['見本町総合計画'], ['指標の一覧']];
  const KPI = [HEAD, [1, '本を借りた人の数', '人', '↑', 10, 11, 12]];

  /** Runs the command for a workbook with these sheets. */
  function importSheets(sheets: Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>) {
    const root = createFixtureSite();
    const bytes = createWorkbook(Object.entries(sheets).map(([name, rows]) => ({ name, rows })));
    writeFixture(root, { 'shihyo.xlsx': bytes });
    return runImport(root, 'shihyo.xlsx');
  }

  test('reads the only sheet of indicators behind a cover, and says so', async () => {
    const { status, stdout } = await importSheets({ 表紙: COVER, 指標: KPI, 作業用: [['メモ', '8/20']] });
    expect([status, stdout.includes('unread-sheets')]).toEqual([0, false]);
    expect(stdout).toMatch(
      /^指標の表があるのは「指標」だけなので、そのシートを読みます。\n\nshihyo\.xlsx の列（見出しは1行め）/,
    );
  });

  test.each([
    ['behind a cover', { 表紙: COVER, 福祉部: KPI, 教育部: KPI }, 1],
    ['without a cover', { 福祉部: KPI, 教育部: KPI }, 0],
    ['before another table', { 福祉部: KPI, 作業用: COVER }, 0],
  ])('reads the first of several sheets %s, and names the others', async (_where, sheets, expected) => {
    const { status, stdout, stderr } = await importSheets(sheets);
    const said = stdout + stderr;
    expect([status, said.includes('unread-sheets'), said.includes('だけなので')]).toEqual([expected, true, false]);
  });

  test('refuses the name of a sheet for a CSV file', async () => {
    const file = createCsvFile('指標名,令和6年度実績\n図書館に来た人の数,12000人\n');
    const { status, stderr } = await runImport(createFixtureSite(), file, '--sheet', '指標');
    expect([status, stderr]).toEqual([
      1,
      '--sheet は、Excel のファイルのときだけ書けます。CSV にシートはありません。\n',
    ]);
  });

  test('reports an unknown sheet', async () => {
    const { status, stderr } = await runImport(createFixtureSite(), await createSheetFile(), '--sheet', '指標');
    expect([status, stderr.includes('[unknown-sheet]')]).toEqual([1, true]);
  });
});

describe('the import of a CSV file', () => {
  test('reads CP932', async () => {
    const root = createFixtureSite();
    const file = createCsvFile(iconv.encode('指標名,単位,現状値,目標値,方向\r\n本,冊,5冊,6冊,↑\r\n', 'cp932'));
    expect((await runImport(root, file, '--write')).status).toBe(0);
    expect(readPlanFile(root, 'indicators.csv')).toContain('indicator-1,,本,冊,増加,,5冊,,6冊,');
  });

  test('finds the file in the folder of --root', async () => {
    const root = createFixtureSite();
    writeFixture(root, { 'shihyo.csv': '指標名,単位,現状値,目標値,方向\r\n本,冊,5冊,6冊,↑\r\n' });
    expect((await runImport(root, 'shihyo.csv')).status).toBe(0);
  });

  test('says that an empty file is empty', async () => {
    const { status, stderr } = await runImport(createFixtureSite(), createCsvFile(''));
    expect([status, stderr.includes('ファイルが空です。')]).toEqual([1, true]);
  });

  test('writes targets and results that are in two rows', async () => {
    const root = createFixtureSite();
    const file = createCsvFile('指標名,単位,方向,区分,R4年度,R5年度\n本,冊,↑,目標,5,6\n,,,実績,4,7\n');
    const { stdout } = await runImport(root, file, '--write');
    expect(stdout).toMatch(/D {2}区分 +→ 行が目標か実績かを見分けます/);
    expect(readPlanFile(root, 'indicators.csv')).toContain('indicator-1,,本,冊,増加,,,,6,R5年度,');
    expect(readPlanFile(root, 'targets.csv')).toContain('indicator-1,5,R4年度,中間');
    expect(readPlanFile(root, 'observations.csv')).toMatch(/indicator-1,R4年度,4,.*\n.*indicator-1,R5年度,7,/);
  });

  test('shows many problems of one kind once, errors first', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => `本${at},,6`).join('\n');
    const file = createCsvFile(`指標名,現状値,目標値\n${rows}\n紙,あれ,6\n`);
    const { stdout } = await runImport(createFixtureSite(), file);
    expect(stdout).toContain('shihyo.csv:122:3 「現状値」');
    expect(stdout).toMatch(/同じ問題 \[no-direction\] が、ほかに\d+件あります/);
  });

  test('reports diagnostics with line, column and the quoted line', async () => {
    const { stdout } = await runImport(
      createFixtureSite(),
      createCsvFile('指標名,現状値,目標値,方向\n本,5,6,↑\n紙,あれ,6,↓\n'),
    );
    expect(stdout).toContain('shihyo.csv:3:3 「現状値」\n  3 | 紙,あれ,6,↓\n    |    ^\n');
  });
});

describe('two indicators with the same name', () => {
  const FIRST = '指標ID,指標名,単位,方向,現状値,目標値\nroads,満足度,%,↑,60%,80%\nparks,満足度,%,↑,50%,70%\n';

  test('get no value from a later sheet without their ids', async () => {
    const root = createFixtureSite();
    expect((await runImport(root, createCsvFile(FIRST), '--write')).status).toBe(0);
    const before = readTables(root);
    const { status, stdout, stderr } = await runImport(
      root,
      createCsvFile('指標名,令和6年度実績\n満足度,71%\n満足度,58%\n'),
      '--write',
    );
    expect([status, stderr]).toEqual([1, 'まちがいがあるので、何も書いていません。\n']);
    expect(stdout).toContain('shihyo.csv:2:1 「名称」\n  2 | 満足度,71%\n');
    expect(stdout).toContain('表に「指標ID」という列を加え');
    expect(readTables(root)).toEqual(before);
    const sheetWithIds = '指標ID,指標名,令和6年度実績\nparks,満足度,58%\nroads,満足度,71%\n';
    expect((await runImport(root, createCsvFile(sheetWithIds), '--write')).status).toBe(0);
    expect(readPlanFile(root, 'observations.csv')).toMatch(/parks,令和6年度,58%.*\n.*roads,令和6年度,71%/);
  });
});

describe('a wrong argument is reported without a stack', () => {
  test.each([
    ['no file', [], 'ファイルを1つと計画を'],
    ['two files', ['a.csv', 'b.csv'], 'ファイルを1つと計画を'],
    ['two files of a plan', ['a.csv', 'b.csv', '--plan', 'x'], 'ファイルは、1つずつ取りこみます。'],
    ['a file that does not exist', ['none.xlsx'], '「none.xlsx」というファイルはありません。'],
    ['an option', ['none.xlsx', '--plam', 'x'], '「--plan」ではありませんか。'],
  ])('%s', async (_what, args, words) => {
    const { status, stderr } = await runImport(createFixtureSite(), ...args);
    expect([status, stderr.includes(words), stderr.includes('    at ')]).toEqual([1, true, false]);
  });

  test('a file that does not exist or is of the old kind, with the one beside it', async () => {
    const root = createFixtureSite();
    const sheet = await createSheetFile();
    const old = sheet.replace('.xlsx', '.xls');
    expect((await runImport(root, old)).stderr).toContain('「shihyo.xlsx」ではありませんか。');
    writeFileSync(old, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    writeFileSync(sheet.replace('.xlsx', '.xlsm'), 'x');
    expect((await runImport(root, old)).stderr).toMatch(/\[old-workbook\][^]*同じ場所に「shihyo\.xlsx」があります/);
    const similar = sheet.replace('shihyo.xlsx', 'shihyu.xls');
    writeFileSync(similar, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect((await runImport(root, similar)).stderr).not.toContain('同じ場所に');
    const other = sheet.replace('shihyo', 'shisaku');
    writeFileSync(other, 'x');
    expect((await runImport(root, other)).stderr).not.toContain('同じ場所に');
  });

  test('no plan, with those of the site', async () => {
    const { stderr } = await callCommand(main, ['a.csv', '--root', createFixtureSite()]);
    expect(stderr).toMatch(/^このサイトの計画は、mihon-keikaku です。\nファイルを1つと計画を/);
  });

  test('no file, although the folder of the site does not exist either', async () => {
    const missing = join(createEmptyFolder(), 'none');
    for (const args of [[], ['a.csv', 'b.csv'], ['a.csv']]) {
      const { status, stderr } = await callCommand(main, [...args, '--root', missing]);
      expect([status, stderr.includes('ファイルを1つと計画を'), stderr.includes('このサイトの')]).toEqual([
        1,
        true,
        false,
      ]);
    }
    const { stderr } = await runImport(missing, 'a.csv');
    expect(stderr).toContain(`「${missing}」というフォルダはありません。`);
  });

  test('an unknown plan', async () => {
    const { stderr } = await runImport(createFixtureSite(), createCsvFile('x'), '--plan', 'nowhere');
    expect(stderr).toMatch(/計画「nowhere」はありません。先に npm run new -- plan nowhere --root \S+ で/);
  });

  test('a misspelt plan or source, with the right one', async () => {
    const importAs = (...args: readonly string[]) => runImport(createFixtureSite(), createCsvFile('x'), ...args);
    expect((await importAs('--plan', 'mihon-keikku')).stderr).toContain('「mihon-keikaku」ではありませんか。');
    expect((await importAs('--source', 'mihon-tokeii')).stderr).toContain('「mihon-tokei」ではありませんか。');
  });

  test('an unknown source', async () => {
    expect((await runImport(createFixtureSite(), createCsvFile('x'), '--source', 'nowhere')).stderr).toContain(
      '「nowhere」という出典ID',
    );
  });

  test('a file without headings', async () => {
    expect((await runImport(createFixtureSite(), createCsvFile('あ,い\n1,2\n'))).stderr).toContain(
      '指標の表の見出しが見つかりません',
    );
  });
});

describe('years without 年度 or 年', () => {
  const SHORT_YEARS = '指標名,単位,良い方向,R4,R5,R10目標\n本,冊,増加,5,6,9\n雑誌,冊,増加,5,6,9\n';

  test('are reported once for each column, with the option', async () => {
    const { stdout } = await runImport(createFixtureSite(), createCsvFile(SHORT_YEARS));
    const codes = [...stdout.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code);
    expect(codes).toEqual(['unclear-column-year', 'unclear-column-year', 'unclear-column-year']);
    expect(stdout).toContain('--years 年度 か --years 暦年');
  });

  test('are still reported in a cell whose column has another year or none', async () => {
    const file = createCsvFile('指標名,単位,良い方向,現状値,目標値（R10）\n本,冊,増加,5（R4）,9\n');
    const { stdout } = await runImport(createFixtureSite(), file);
    expect(stdout).toContain('「R4」は、年か年度かがわかりません。');
    expect(stdout).toContain('「目標値（R10）」の列の「R10」は、年か年度かがわかりません。');
  });

  test.each([
    ['年度', '令和10年度'],
    ['暦年', '令和10年'],
  ])('are what --years %s says', async (years, period) => {
    const root = createFixtureSite();
    const { status, stdout } = await runImport(root, createCsvFile(SHORT_YEARS), '--years', years, '--write');
    expect([status, stdout.includes('unclear-column-year')]).toEqual([0, false]);
    expect(readPlanFile(root, 'indicators.csv')).toContain(`9,${period},`);
  });

  test('have the name of their era if --years says what they are, unless the sheet itself says it', async () => {
    const root = createFixtureSite();
    const file = createCsvFile('指標名,単位,良い方向,H30,令5,R6年度,目標値（R10）\n本,冊,増加,5,6,7,9\n');
    await runImport(root, file, '--years', '年度', '--write');
    const periods = [...readPlanFile(root, 'observations.csv').matchAll(/^indicator-1,([^,]+),/gm)].map(
      ([, one]) => one,
    );
    expect(periods).toEqual(['平成30年度', '令和5年度', 'R6年度']);
  });

  test('are what --years says beside a value too', async () => {
    const root = createFixtureSite();
    const file = createCsvFile('指標名,単位,良い方向,現状値,目標値,実績値\n本,冊,増加,5（R元）,9（R10）,6（R5）\n');
    await runImport(root, file, '--years', '年度', '--write');
    expect(readPlanFile(root, 'indicators.csv')).toMatch(/5（R元）,令和元年度,9（R10）,令和10年度,/);
    expect(readPlanFile(root, 'observations.csv')).toMatch(/,令和5年度,6（R5）,/);
  });

  test('are fiscal years in a column headed 年度', async () => {
    const root = createFixtureSite();
    const file = createCsvFile('指標名,単位,良い方向,現状値（年度）,現状値,目標年度,目標値\n本,冊,増加,R4,5,2028,9\n');
    const { stdout } = await runImport(root, file, '--years', '暦年', '--write');
    expect(stdout).not.toContain('注意');
    expect(readPlanFile(root, 'indicators.csv')).toMatch(/5,R4年度,9,2028年度,/);
  });

  test.each([
    [['--years', '年'], '--years の「年」は使えません。年度 か 暦年 にしてください。\n'],
    [['--years', ''], '--years の「」は使えません。年度 か 暦年 にしてください。\n'],
  ])('are refused with %j', async (args, message) => {
    const { status, stderr } = await runImport(createFixtureSite(), createCsvFile(SHORT_YEARS), ...args);
    expect([status, stderr]).toEqual([1, message]);
  });
});
