import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { createCsv, readSourceCells } from '../../../src/authoring/csv-text.ts';
import { describeLacking, fillLackingCells, restoreTables } from '../../../src/authoring/restore-rows.ts';
import { DiagnosticReport } from '../../../src/diagnostics/diagnostic-report.ts';
import { listRows } from '../../../src/input/input-rows.ts';
import { openCsv, openCsvRows } from '../../../src/input/open-table.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { getPrefectureNumber, prefectureNames } from '../../../src/model/municipality.ts';
import { serializeCsv } from '../../../src/open-data/table-formats.ts';
import { listFigureTables } from '../../../src/open-data/tables/figure-tables.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import { getTableFile, type TableSchema } from '../../../src/tables/table-schema.ts';
import { parseTable } from '../../../src/validation/parse-table.ts';

const encoder = new TextEncoder();

function readRows(csv: string) {
  const opened = openCsv(encoder.encode(csv));
  if (!opened.ok) throw new Error('unreadable');
  return listRows(opened.rows);
}

/** Returns the values of a file, in an order that does not depend on its rows. */
function parseValues(bytes: Uint8Array, file: string, columns: TableSchema): unknown[] {
  const report = new DiagnosticReport();
  const { rows } = parseTable(openCsvRows(bytes, file, report), file, columns, report);
  expect(report.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  const texts = rows.map(({ fields }) => JSON.stringify(fields)).sort();
  return texts.map((text): unknown => JSON.parse(text));
}

const findPrefecture = (code: string) => prefectureNames.get(getPrefectureNumber(code)) ?? '';

/** Tables that are computed, that come from several tables, that are texts, or that lack a column of theirs. */
const WITHOUT_SOURCE = ['plans', 'node-links', 'ratings', 'targets', 'updates'];

describe.each(['.', 'examples/mihon'])('the published tables of %s', (root) => {
  const folder = openSiteFolder(root);
  const siteData = openSiteData({ root });

  test.each(publishedTables)('$id becomes the source tables that it is made from', (published) => {
    const restored = restoreTables(readRows(serializeCsv(siteData, published)));
    expect(restored === null).toBe(WITHOUT_SOURCE.includes(published.id));
    expect(restored?.problems ?? []).toEqual([]);
    for (const one of restored?.tables ?? []) {
      const table = sourceTables[one.table];
      const path = getTableFile(table, one.owner);
      const current = readSourceCells(folder, path, table.columns);
      const targetsPath = getTableFile(sourceTables.targets, one.owner);
      const targets = readSourceCells(folder, targetsPath, sourceTables.targets.columns);
      const rows = fillLackingCells(one, current, targets);
      const { columns }: { readonly columns: TableSchema } = table;
      const pick = (cells: readonly (typeof rows)[number][]) => createCsv(columns, cells);
      // An empty 都道府県 is published with the name that the code of the municipality begins with.
      const filled = current.map(({ 都道府県, ...cells }) => ({
        ...cells,
        ...(都道府県 !== undefined && { 都道府県: 都道府県 || findPrefecture(cells.団体コード ?? '') }),
      }));
      expect(parseValues(pick(rows), path, columns), path).toEqual(parseValues(pick(filled), path, columns));
    }
  });

  test('of the figures of one page, only plan items and zones become source tables: targets are no results', () => {
    const restored = listFigureTables(siteData).flatMap(
      (figures) => restoreTables(readRows(serializeCsv(siteData, figures)))?.tables ?? [],
    );
    expect(new Set(restored.map(({ table }) => table))).toEqual(new Set(['tree', 'zones']));
  });
});

const OBSERVATIONS = [
  '指標ID',
  '全国地方公共団体コード',
  '役割',
  '地域ID',
  '値',
  '単位',
  '値（表記）',
  '値の時点',
  '確度',
  '標本数',
];
const restoreOne = (...cells: string[]) => restoreTables(readRows(Papa.unparse([OBSERVATIONS, cells])));

test('a number that contradicts its printed form is a problem', () => {
  const restored = restoreOne('a-plan/x', '112232', 'result', '', '41', '%', '40%', '令和6年度', 'final', '');
  expect(restored?.problems).toEqual([
    '2行め：「値」は「41」、「値（表記）」は「40%」で、合いません。どちらも直してください。',
  ]);
});

test.each([
  ['1200', '人', '1,200人'],
  ['1,200', '人', '1200人'],
  ['11000', '人', '1.1万人'],
  ['', '%', '集計中'],
])('the number %s %s has the printed form %s', (value, unit, printed) => {
  const restored = restoreOne('a-plan/x', '112232', 'result', '', value, unit, printed, '令和6年度', 'final', '');
  expect(restored).toMatchObject({ problems: [], tables: [{ rows: [{ 値: printed }] }] });
});

test.each([
  ['', '40%'],
  ['0', '集計中'],
])('a number that is %o contradicts the printed form %s', (value, printed) => {
  const restored = restoreOne('a-plan/x', '112232', 'result', '', value, '%', printed, '令和6年度', 'final', '');
  expect(restored?.problems).toHaveLength(1);
});

test('a result does not repeat the unit of its indicator', () => {
  const restored = restoreOne(
    'mihon-keikaku/sns',
    '990001',
    'result',
    '',
    '5900',
    '人',
    '5,900人',
    '令和6年度',
    '',
    '',
  );
  const cells = restored?.tables[0]?.rows[0];
  expect([cells?.指標ID, cells?.値, cells?.単位]).toEqual(['sns', '5,900人', undefined]);
});

test('a row without its plan is a problem', () => {
  const restored = restoreOne('', '112232', 'result', '', '40', '%', '40%', '令和6年度', 'final', '');
  expect(restored?.problems).toEqual(['2行め：「指標ID」が空です。']);
});

describe('what a published table lacks', () => {
  const HEADINGS = 'ID,計画ID,項目ID,名称,単位,現状値,現状値（表記）,目標値,目標値（表記）,目標値の時点';
  const current = [
    {
      指標ID: 'x',
      コード: '1_1; 1_2',
      名称: '利用者',
      目標値: '10人',
      目標値の時点: '令和7年度',
      注記: '概数',
    },
  ];
  const targets = [
    { 指標ID: 'x', 目標値: '20人' },
    { 指標ID: 'y', 目標値: '30人' },
  ];
  /** Returns the row of an indicator with a name that somebody changed, and with this code and target. */
  const restoreIndicator = (code: string, target: number) => {
    const row = `a-plan/x,a-plan,a-plan/${code},利用者数,人,5,5人,${target},${target}人,令和12年度`;
    const [table] = restoreTables(readRows(`${HEADINGS}\n${row}\n`))?.tables ?? [];
    return table && fillLackingCells(table, current, targets);
  };

  test('comes from the row with the same id: further codes, the first target, and further columns', () => {
    const old = { コード: '1_1; 1_2', 目標値: '10人', 目標値の時点: '令和7年度' };
    expect(restoreIndicator('1_1', 20)).toMatchObject([{ 指標ID: 'x', 名称: '利用者数', 注記: '概数', ...old }]);
  });

  test('does not replace a code or a target that somebody changed', () => {
    const changed = { コード: '2', 目標値: '30人', 目標値の時点: '令和12年度' };
    expect(restoreIndicator('2', 30)).toMatchObject([{ 指標ID: 'x', 名称: '利用者数', 注記: '概数', ...changed }]);
  });

  test('does not come from other rows if rows have no ids', () => {
    const restored = restoreOne('a-plan/x', '112232', 'result', '', '40', '%', '40%', '令和6年度', 'final', '');
    const [table] = restored?.tables ?? [];
    expect(table?.lacking).toContain('注記');
    expect(table && fillLackingCells(table, [{ 指標ID: 'y', 注記: '概数' }], [])).toEqual(table?.rows);
  });

  test.each([
    [
      'tree',
      ['担当', '印'],
      ['公開用の表にない列（担当、印）は、サイトの今のファイルから、同じIDの行の値を入れました。'],
    ],
    ['observations', ['注記'], ['公開用の表にない列（注記）は、空です。サイトの今のファイルの値は入っていません。']],
    ['tree', [], []],
  ] as const)('is described for %s without %o', (table, lacking, sentences) => {
    expect(describeLacking({ table, owner: '', rows: [], lacking })).toEqual(sentences);
  });

  test('includes the order of the site, unless somebody changed the published one', () => {
    const create = (id: string, order: string) => ({ テーマID: id, 順序: order });
    const current = [create('a', '7'), create('unused', '5'), create('b', '3'), create('c', '')];
    const fill = (...orders: readonly string[]) => {
      const rows = orders.map((order, at) => create('abc'.charAt(at), order));
      return fillLackingCells({ table: 'themes', owner: '', rows, lacking: [] }, current, []).map((row) => row.順序);
    };
    expect(fill('2', '1', '3')).toEqual(['7', '3', '', '5']);
    expect(fill('1', '2', '3')).toEqual(['1', '2', '', '5']);
  });

  test('includes unused themes, but no other rows that somebody removed', () => {
    const removed = [{ テーマID: 'a', 統計ID: 'a' }];
    const fill = (table: 'themes' | 'statistics') =>
      fillLackingCells({ table, owner: '', rows: [], lacking: [] }, removed, []);
    expect([fill('themes'), fill('statistics')]).toEqual([removed, []]);
  });
});

test('ids lose their plan and their municipality, and values become Japanese words', () => {
  const restored = restoreOne(
    'a-plan/x',
    '112232',
    'result',
    'town/north',
    '12000',
    '人',
    '12千人',
    '令和6年度',
    'provisional',
    '',
  );
  expect(restored).toMatchObject({
    problems: [],
    tables: [
      { table: 'observations', owner: 'a-plan', rows: [{ 指標ID: 'x', 地域ID: 'north', 値: '12千人', 確度: '速報' }] },
    ],
  });
});

test('the values of baselines belong to the table of indicators', () => {
  const restored = restoreOne('a-plan/x', '112232', 'baseline', '', '40', '%', '40%', '令和6年度', 'final', '');
  expect(restored).toEqual({ tables: [], problems: [] });
});

test('any other table is not recognized as a published one', () => {
  expect(restoreTables(readRows('指標ID,時点,値\nx,令和6年度,40%\n'))).toBeNull();
  expect(restoreTables([])).toBeNull();
});

test('a value that is a name in JavaScript stays as it is', () => {
  const restored = restoreTables(readRows('統計ID,比べ方,定義,基準の名称,ページ\na,toString,b,c,d\n'));
  expect(restored?.tables[0]?.rows[0]?.比べ方).toBe('toString');
});
