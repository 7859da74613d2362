import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/import-command.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { callCommand } from '../../support/call-command.ts';
import { createWorkbook, type WorkbookCell, type WorkbookSheet } from '../../support/create-workbook.ts';
import { appendFixtureLines, createEmptyFolder, createFixtureSite, FIXTURE_SITES } from '../../support/fixture-site.ts';

const VALUES = 'data/municipalities/mihon/statistic-values.csv';
const BEFORE = readFileSync(join(FIXTURE_SITES, 'sound', VALUES), 'utf8');
const REST = 'そのまま,,,見本の説明です。,,,,,';
const TOWN = {
  ...appendFixtureLines('data/sources.csv', 'mic-2024,,全市町村の主要財政指標（令和6年度）,令和6年度,総務省,,,,,'),
  ...appendFixtureLines(
    'data/statistics.csv',
    `financial-strength,財政力指数,,指数,財政,,${REST}`,
    `ordinary-balance-ratio,経常収支比率,,%,財政,,${REST}`,
    `debt-service-ratio,実質公債費比率,,%,財政,,${REST}`,
    `future-burden-ratio,将来負担比率,,%,財政,,${REST}`,
    `pay-index,ラスパイレス指数,,指数,職員,,${REST}`,
  ),
};

const HEAD = [
  '団体コード',
  '都道府県名',
  '団体名',
  '財政力指数',
  '経常収支比率',
  '実質公債費比率',
  '将来負担比率',
  'ラスパイレス指数',
];
const rounded = (number: number): WorkbookCell => ({ number, format: '0.0_ ' });
const OWN: readonly WorkbookCell[] = [
  '990019',
  '見本県',
  '見本町',
  { number: 0.6, format: '0.00_ ' },
  92.7,
  rounded(5.0999999999999996),
  '-',
  rounded(100),
];

/** The sheet as the ministry lays it out: title, headings, one row each, the average in merged cells, notes. */
const createMinistrySheet = (
  own: readonly WorkbookCell[] = OWN,
  changes: Partial<WorkbookSheet> = {},
): WorkbookSheet => ({
  name: '全市町村の主要財政指標',
  rows: [
    ['全市町村の主要財政指標（令和６年度）'],
    HEAD,
    ['011002', '北海道', '札幌市', 0.72, 94.9, 2.9, 21.8, 99.6],
    own,
    ['全国市町村平均', null, null, 0.49, 92.2, 5.5, 8.8, '－'],
    ['充当可能財源等が将来負担額を上回っている団体については「－」を表示している。'],
  ],
  merged: ['A5:C5'],
  ...changes,
});

async function importSheet(sheet: WorkbookSheet, ...args: readonly string[]) {
  const root = createFixtureSite(TOWN);
  const file = join(createEmptyFolder(), '001044529.xlsx');
  writeFileSync(file, createWorkbook([sheet]));
  const run = (...more: readonly string[]) => callCommand(main, [file, '--statistics', '--root', root, ...more]);
  return { root, run, ...(await run(...args)) };
}

const WRITE = ['--source', 'mic-2024', '--write'];

describe('the import of the ministry’s sheet', () => {
  test('shows what it takes and what it leaves, and writes nothing without --write', async () => {
    const { root, status, stdout } = await importSheet(createMinistrySheet(), '--source', 'mic-2024');
    expect([status, readFileSync(join(root, VALUES), 'utf8')]).toEqual([0, BEFORE]);
    expect(stdout).toContain('見出しは2行め、令和6年度');
    expect(stdout).toMatch(/H {2}ラスパイレス指数 +→ pay-index（2024年4月1日）/);
    expect(stdout).toContain(`${VALUES} に足す5行`);
    expect(stdout).toContain('ほかの3行は');
    expect(stdout).toContain('--write をつけると');
  });

  test('says which columns the sheet lacks', async () => {
    const sheet = createMinistrySheet(OWN.slice(0, -1));
    const rows = sheet.rows.map((row) => (row === HEAD ? HEAD.slice(0, -1) : row));
    const { status, stdout } = await importSheet({ ...sheet, rows }, '--source', 'mic-2024');
    expect(status).toBe(0);
    expect(stdout).toContain('知っておくこと\n  001044529.xlsx:A2 「ラスパイレス指数」の列がないので、書きません。');
  });

  test('writes the values of the municipalities of the site, which are valid', async () => {
    const { root, status, run } = await importSheet(createMinistrySheet(), ...WRITE);
    expect(status).toBe(0);
    const after = readFileSync(join(root, VALUES), 'utf8');
    expect(after.startsWith(BEFORE)).toBe(true);
    expect(after.slice(BEFORE.length).split('\n')).toEqual([
      'financial-strength,2024年度,0.60,,mic-2024',
      'ordinary-balance-ratio,2024年度,92.7,,mic-2024',
      'debt-service-ratio,2024年度,5.1,,mic-2024',
      'future-burden-ratio,2024年度,算定なし,,mic-2024',
      'pay-index,2024年4月1日,100.0,,mic-2024',
      '',
    ]);
    expect(hasErrors(validateSite(openSiteFolder(root)).diagnostics)).toBe(false);
    const again = await run(...WRITE);
    expect(again.stdout).toContain('同じ値がすでにある5件は、書きません。');
    expect(again.stdout).toContain('書くものはありません。');
  });

  test.each<readonly [string, WorkbookSheet, string]>([
    ['another value than before', createMinistrySheet(OWN.with(4, 97.2)), '001044529.xlsx:E4 「経常収支比率」'],
    ['another name', createMinistrySheet(OWN.with(2, '別見本町')), '001044529.xlsx:C4 「団体名」'],
    ['a shifted row', createMinistrySheet(OWN.toSpliced(3, 0, null)), '001044529.xlsx:E4 「経常収支比率」'],
    ['no row', createMinistrySheet(OWN.with(0, '990027')), '001044529.xlsx:A2 「団体コード」'],
    ['merged cells in its row', createMinistrySheet(OWN, { merged: ['D4:E4'] }), '[merged-cells]'],
  ])('reports %s at its cell and writes nothing', async (_what, sheet, words) => {
    const { root, run } = await importSheet(createMinistrySheet(), ...WRITE);
    const before = readFileSync(join(root, VALUES), 'utf8');
    const file = join(createEmptyFolder(), '001044529.xlsx');
    writeFileSync(file, createWorkbook([sheet]));
    const { status, stdout, stderr } = await callCommand(main, [file, '--statistics', '--root', root, ...WRITE]);
    expect([status, stderr]).toEqual([1, 'まちがいがあるので、何も書いていません。\n']);
    expect(stdout).toContain(words);
    expect(readFileSync(join(root, VALUES), 'utf8')).toBe(before);
    expect((await run('--source', 'mic-2024')).status).toBe(0);
  });

  test('reports a repeated row', async () => {
    const sheet = createMinistrySheet();
    const { status, stdout } = await importSheet(
      { ...sheet, rows: sheet.rows.toSpliced(4, 0, OWN), merged: [] },
      ...WRITE,
    );
    expect([status, stdout.includes('001044529.xlsx:A5 「団体コード」')]).toEqual([1, true]);
  });

  test('reports the year of another sheet, source or --period', async () => {
    const { status, stderr } = await importSheet(
      createMinistrySheet(),
      '--source',
      'mic-2024',
      '--period',
      '令和5年度',
    );
    expect([status, stderr.includes('001044529.xlsx:A1'), stderr.includes('[unclear-sheet-year]')]).toEqual([
      1,
      true,
      true,
    ]);
    const old = createMinistrySheet();
    const title = ['全市町村の主要財政指標（令和５年度）'];
    expect((await importSheet({ ...old, rows: old.rows.with(0, title) }, ...WRITE)).stderr).toContain(
      '出典「mic-2024」',
    );
  });

  test('takes --period if the sheet has no year', async () => {
    const sheet = createMinistrySheet();
    const untitled = { ...sheet, rows: sheet.rows.with(0, ['全市町村の主要財政指標']) };
    const args = ['--source', 'mihon-tokei', '--write'];
    const { status, stderr, run } = await importSheet(untitled, ...args);
    expect([status, stderr.includes('年度がない')]).toEqual([1, true]);
    expect((await run(...args, '--period', '令和6年度')).status).toBe(0);
    expect((await run(...args, '--period', '令和6年')).stderr).toContain('年度として読めません');
  });

  test('reports another sheet', async () => {
    const sheet = {
      rows: [
        ['都道府県名', '人口'],
        ['見本県', 5],
      ],
    };
    const { status, stderr } = await importSheet(sheet, ...WRITE);
    expect([status, stderr.includes('001044529.xlsx:A1'), stderr.includes('[no-statistic-headings]')]).toEqual([
      1,
      true,
      true,
    ]);
  });

  test('proposes the source of the year, or says how to add it', async () => {
    expect((await importSheet(createMinistrySheet())).stderr).toContain('--source mic-2024 ではありませんか');
    const sheet = createMinistrySheet();
    const later = { ...sheet, rows: sheet.rows.with(0, ['全市町村の主要財政指標（令和7年度）']) };
    expect((await importSheet(later)).stderr).toContain('年度「令和7年度」の行を data/sources.csv に加え');
    expect((await importSheet(sheet, '--source', 'nowhere')).stderr).toContain('「nowhere」という出典ID');
  });

  test('is not for a plan', async () => {
    expect((await importSheet(createMinistrySheet(), '--plan', 'mihon-keikaku')).status).toBe(1);
    const { stderr } = await callCommand(main, ['x.xlsx', '--plan', 'mihon-keikaku', '--period', '令和6年度']);
    expect(stderr).toContain('--statistics のときだけ');
  });
});
