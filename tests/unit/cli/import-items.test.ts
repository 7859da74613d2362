import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/import-command.ts';
import { main as startNew } from '../../../src/cli/new-command.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { callCommand } from '../../support/call-command.ts';
import { createWorkbook, type WorkbookCell } from '../../support/create-workbook.ts';
import { createFixtureSite, writeFixture } from '../../support/fixture-site.ts';

const TREE = 'data/plans/mihon-midori/tree.csv';

/** A sheet behind a cover, as the staff of a town could write it. */
const SHEET: readonly (readonly WorkbookCell[])[] = [
  ['見本町みどり計画　施策の体系'],
  ['基本目標', '政策', '施策', '主な取組', '担当課', '指標名', '目標値'],
  ['第１章 山のあるまち', '1-1 森を守る', '施策１　木を植える', '①苗木を育てる', '企画課', '植えた木', '100本'],
  [null, null, null, '②山の道を直す', '企画課・情報課', null, null],
  [null, '１－２　森を使う', '施策１　木の家', '①町の木で建てる', '林業課', null, null],
  [null, null, null, '②苗木を育てる（再掲）', null, null, null],
  ['※ 令和7年度の体系です。'],
];

const listCodes = (root: string) =>
  validateSite(openSiteFolder(root)).diagnostics.flatMap(({ file, code }) => (file === TREE ? code : []));

/** Creates a town with a new plan of these levels, whose tree has only headings. */
async function createPlan(levels = '基本目標;政策;施策;主な取組', keepsExamples = false): Promise<string> {
  const root = createFixtureSite();
  const answers = [
    '--municipality',
    'mihon',
    '--title',
    'みどり計画',
    '--kind',
    '総合計画',
    '--source',
    'mihon-keikaku',
  ];
  await callCommand(startNew, ['plan', 'mihon-midori', ...answers, '--levels', levels, '--root', root]);
  const head = readFileSync(join(root, TREE), 'utf8').split('\r\n')[0] ?? '';
  if (!keepsExamples) writeFixture(root, { [TREE]: `${head}\r\n` });
  writeFixture(root, {
    'taikei.xlsx': createWorkbook([
      { name: '表紙', rows: [['体系']] },
      { name: '体系', rows: SHEET },
    ]),
  });
  return root;
}

const importItems = (root: string, ...args: readonly string[]) =>
  callCommand(main, ['taikei.xlsx', '--plan', 'mihon-midori', '--items', '--root', root, ...args]);

describe('the import of plan items', () => {
  test('shows the columns, the rows and what a person must write, and writes nothing', async () => {
    const root = await createPlan();
    const before = readFileSync(join(root, TREE), 'utf8');
    const { status, stdout, stderr } = await importItems(root);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^計画の項目の表があるのは「体系」だけなので、そのシートを読みます。\n\ntaikei\.xlsx の列（見出しは2行め）/,
    );
    expect(stdout).toMatch(/A {2}基本目標 +→ 階層「基本目標」（種別は政策）/);
    expect(stdout).toMatch(/1_1_1_2 +1_1_1 +主な取組 +取組 +山の道を直す +mihon-keikaku +mihon-kikaku;mihon-joho/);
    for (const words of [
      '要約（事業のほか）、テーマ',
      '担当の「林業課」は',
      '再掲なので',
      '使わない列：「指標名」（F列）',
      '--write をつけると',
    ])
      expect(stdout).toContain(words);
    expect(readFileSync(join(root, TREE), 'utf8')).toBe(before);
  });

  test('writes rows with --write, of which check reports only what a person must write; a second time, none', async () => {
    const root = await createPlan();
    expect((await importItems(root, '--write')).status).toBe(0);
    expect([...new Set(listCodes(root))].toSorted()).toEqual(['missing-summary', 'missing-theme']);
    const written = readFileSync(join(root, TREE), 'utf8');
    expect(written.split('\r\n')).toHaveLength(10);
    const again = await importItems(root, '--write');
    expect(again.stdout).toContain('すでにある8件の項目は、足しません。');
    expect(again.stdout).toContain('書くものはありません。');
    expect(readFileSync(join(root, TREE), 'utf8')).toBe(written);
  });

  test('reports a level that the plan does not have at its heading, and writes nothing', async () => {
    const root = await createPlan('政策;施策;主な取組');
    const { status, stdout, stderr } = await importItems(root, '--write');
    expect([status, stderr]).toEqual([1, 'まちがいがあるので、何も書いていません。\n']);
    expect(stdout).toContain('taikei.xlsx:A2 「階層」\n  まちがい: 階層「基本目標」が');
    expect(stdout.match(/\[unknown-level\]/g)).toHaveLength(1);
  });

  test('shows what a sheet becomes in a new plan, but writes only after a person deletes the examples', async () => {
    const root = await createPlan(undefined, true);
    const before = readFileSync(join(root, TREE), 'utf8');
    const { status, stdout, stderr } = await importItems(root, '--write');
    expect([status, stdout.includes('tree.csv に足す8行'), readFileSync(join(root, TREE), 'utf8')]).toEqual([
      1,
      true,
      before,
    ]);
    expect(stderr).toBe(
      `まだ何も書いていません。${TREE} の2、3、4、5行めは、「ここに書いてください」とある見本です。この4行を消してから、もう一度実行してください。\n`,
    );
    const [head = '', ...lines] = before.split('\r\n');
    writeFixture(root, { [TREE]: [head, ...lines.slice(4)].join('\r\n') });
    expect((await importItems(root, '--write')).status).toBe(0);
  });

  test('says which headings a sheet lacks', async () => {
    const root = await createPlan();
    writeFixture(root, { 'taikei.xlsx': createWorkbook([{ rows: [['名簿'], ['氏名', '電話']] }]) });
    const { status, stderr } = await importItems(root);
    expect([status, stderr.includes('階層ごとの列の見出し（基本目標、政策、施策、主な取組など）')]).toEqual([1, true]);
  });
});

describe('numbers that became dates', () => {
  const importRows = async (...rows: readonly (readonly WorkbookCell[])[]) => {
    const root = await createPlan('政策;施策');
    writeFixture(root, { 'taikei.xlsx': createWorkbook([{ rows }]) });
    const { stdout } = await importItems(root);
    return [stdout.includes('tree.csv に足す'), stdout.match(/(?<=^taikei\.xlsx:)[A-Z]\d+|\[[a-z-]+\]/gm)];
  };

  test.each([
    ['with a heading', ['政策', '番号', '施策']],
    ['without a heading', ['政策', '', '施策']],
    ['below the heading of the names', ['政策', '施策', '']],
  ])('are reported, %s, and no item is read', async (_form, head) => {
    const rows = [
      ['1 まち', '1月1日', '広報'],
      [null, '1-2', '広聴'],
      [null, '2001-01-03', '会議'],
    ];
    const issues = ['B2', '[code-became-date]', 'B4', '[code-became-date]'];
    expect(await importRows(head, ...rows)).toEqual([false, issues]);
  });

  test('are reported as codes of parents', async () => {
    const head = ['コード', '親コード', '階層', '名称'];
    const rows = [
      ['2', '', '政策', 'まち'],
      ['2-1', '1月1日', '施策', '広報'],
    ];
    expect(await importRows(head, ...rows)).toEqual([false, ['B3', '[code-became-date]']]);
  });

  test('are not letters like those of a month', async () => {
    expect(await importRows(['政策', '番号', '施策'], ['1 まち', 'ABC-1', '広報'])).toEqual([true, null]);
  });

  test('are a warning as the numbers of days', async () => {
    const rows = [
      ['1 まち', '46023', '広報'],
      [null, '46025', '広聴'],
    ];
    expect(await importRows(['政策', '番号', '施策'], ...rows)).toEqual([true, ['C2', '[id-like-day]']]);
  });
});
