import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { readSourceCells } from '../../../src/authoring/csv-text.ts';
import { createTableTemplate, findNextPeriod, listColumnWords } from '../../../src/authoring/table-template.ts';
import { writeTemplateWorkbook } from '../../../src/authoring/template-workbook.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { openArchive } from '../../../src/input/xlsx/zip-archive.ts';
import { itemKinds } from '../../../src/model/value-lists.ts';
import { observationsTable } from '../../../src/tables/observations.ts';
import { sourceTables, type SourceTableName } from '../../../src/tables/source-tables.ts';
import { treeTable } from '../../../src/tables/tree.ts';
import { planFileChecks } from '../../../src/validation/checks/plan-file-checks.ts';
import { validateFile } from '../../../src/validation/validate-file.ts';
import { createMemoryFolder } from '../../support/fixture-site.ts';

/* The town and all its figures are fictional. */

const folder = openSiteFolder('examples/mihon');
const mihon = { plan: 'mihon-sogo', municipality: 'mihon' };
const names = Object.keys(sourceTables) as SourceTableName[];

const readSheet = (bytes: Uint8Array) =>
  new TextDecoder().decode(openArchive(bytes).get('xl/worksheets/sheet1.xml')?.());

test.each(names)('the empty template of %s is read as its table, without an issue', (name) => {
  const bytes = writeTemplateWorkbook(createTableTemplate(name, folder, null), {});
  expect(validateFile('表.xlsx', bytes)).toMatchObject({ table: name, diagnostics: [] });
});

test.each(['tree', 'targets', 'indicators', 'observations'] as const)(
  'the template of %s with the rows of a plan has no error beside the files of the plan',
  (name) => {
    const template = createTableTemplate(name, folder, mihon);
    const rows = template.rows.map((row) => ({
      ...row,
      ...('値' in row || name !== 'observations' ? {} : { 値: '集計中' }),
    }));
    const bytes = writeTemplateWorkbook({ ...template, rows }, {});
    const { table, diagnostics } = validateFile('表.xlsx', bytes, null, {
      ...mihon,
      folder,
      checks: planFileChecks,
    });
    expect(table).toBe(name);
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

test('the results of the next year follow the results of the plan, with names and units', () => {
  const { rows } = createTableTemplate('observations', folder, mihon);
  const present = readSourceCells(folder, 'data/plans/mihon-sogo/observations.csv', observationsTable.columns);
  expect(rows.slice(0, present.length)).toMatchObject(present);
  expect(rows.slice(present.length)).toContainEqual({
    指標ID: 'plain-words',
    名称: 'やさしい言葉で書いた記事の割合',
    単位: '%',
    時点: '令和8年度',
    地域ID: '',
  });
});

test('the results of the next year follow the latest of each zone, or else the baseline, but not for an ended indicator', () => {
  const town = createMemoryFolder(
    {
      'data/plans/mihon-sogo/indicators.csv':
        'メモ,指標ID,名称,単位,現状値の時点,状態\n,a,利用者数,人,令和2年度,\n,b,満足度,%,令和3年度,継続\n,c,貸出数,冊,令和3年度,終了\n',
      'data/plans/mihon-sogo/observations.csv':
        '指標ID,時点,値,地域ID\na,未定,1,east\na,令和5年度,10, east \na,令和4年度,9,east\na,令和4年度,8,west\nc,令和4年度,7\nd,未定,1\n',
    },
    new Map(),
  );
  const users = { 指標ID: 'a', 名称: '利用者数', 単位: '人' };
  expect(createTableTemplate('observations', town, mihon).rows).toEqual([
    { ...users, 時点: '未定', 値: '1', 地域ID: 'east' },
    { ...users, 時点: '令和5年度', 値: '10', 地域ID: 'east' },
    { ...users, 時点: '令和4年度', 値: '9', 地域ID: 'east' },
    { ...users, 時点: '令和4年度', 値: '8', 地域ID: 'west' },
    { 指標ID: 'c', 名称: '貸出数', 単位: '冊', 時点: '令和4年度', 値: '7', 地域ID: '' },
    { 指標ID: 'd', 名称: '', 単位: '', 時点: '未定', 値: '1', 地域ID: '' },
    { ...users, 時点: '令和6年度', 地域ID: 'east' },
    { ...users, 時点: '令和5年度', 地域ID: 'west' },
    { 指標ID: 'b', 名称: '満足度', 単位: '%', 時点: '令和4年度', 地域ID: '' },
  ]);
});

test('a template is for the file of its plan or municipality', () => {
  const getPaths = (chosen: typeof mihon | null) =>
    (['tree', 'zones', 'themes'] as const).map((name) => createTableTemplate(name, folder, chosen).path);
  expect(getPaths(mihon)).toEqual([
    'data/plans/mihon-sogo/tree.csv',
    'data/municipalities/mihon/zones.csv',
    'data/themes.csv',
  ]);
  expect(getPaths(null)).toEqual([
    'data/plans/{plan}/tree.csv',
    'data/municipalities/{municipality}/zones.csv',
    'data/themes.csv',
  ]);
});

test('the ids to choose from have their names, and are those of the municipality of the plan', () => {
  const town = createMemoryFolder(
    {
      'data/municipalities.csv': '市区町村ID,名称\nmihon,見本市\ntonari,隣町\n',
      'data/departments.csv': '部署ID,市区町村ID,名称\nkoho,mihon,広報課\nzaisei,tonari,財政課\n,mihon,名前だけの課\n',
      'data/municipalities/mihon/zones.csv': '地域ID,名称\neast,東地区\n',
    },
    new Map(),
  );
  const listChoices = (name: SourceTableName, heading: string, chosen: typeof mihon | null) =>
    createTableTemplate(name, town, chosen).columns.find((column) => column.heading === heading)?.choices;
  const own = { value: 'koho', title: '広報課' };
  const municipalities = [
    { value: 'mihon', title: '見本市' },
    { value: 'tonari', title: '隣町' },
  ];
  expect(listChoices('tree', '担当', mihon)).toEqual([own]);
  expect(listChoices('tree', '担当', null)).toEqual([own, { value: 'zaisei', title: '財政課' }]);
  expect(listChoices('departments', '市区町村ID', mihon)).toEqual(municipalities);
  expect(listChoices('observations', '地域ID', mihon)).toEqual([{ value: 'east', title: '東地区' }]);
  expect(listChoices('observations', '地域ID', null)).toEqual([]);
});

test('a row that nobody filled in is reported', () => {
  const bytes = writeTemplateWorkbook(createTableTemplate('observations', folder, mihon), {});
  const { diagnostics } = validateFile('表.xlsx', bytes);
  expect(new Set(diagnostics.map(({ code }) => code))).toContain('empty-result');
});

test.each([
  ['令和7年度末', '令和8年度末'],
  ['令和元年度', '令和2年度'],
  ['平成31年度末', '令和2年度末'],
  ['令和７年度', '令和8年度'],
  ['2023年', '2024年'],
  ['令和5年10月時点', '令和6年10月時点'],
  ['令和4～8年度', ''],
  ['随時', ''],
  ['3年生まで', ''],
  ['', ''],
])('one year after %s is %s', (text, next) => {
  expect(findNextPeriod(text)).toBe(next);
});

test('the words of a column are those of its value list', () => {
  expect(listColumnWords('種別', treeTable.columns.種別)).toEqual({
    words: Object.values(itemKinds.words),
    isList: false,
  });
  expect(listColumnWords('サイトの読み取り', treeTable.columns.サイトの読み取り).isList).toBe(true);
  expect(listColumnWords('例示', treeTable.columns.例示)).toEqual({ words: ['1'], isList: false });
  expect(listColumnWords('要約', treeTable.columns.要約).words).toEqual([]);
  const { columns } = createTableTemplate('tree', folder, null);
  const listClosed = columns.filter(({ choices, isClosed }) => choices.length > 0 && isClosed);
  expect(listClosed.map(({ heading }) => heading)).toEqual(['種別', '例示']);
});

/** What the columns of the fictional table mean. */
const MEANINGS = { 名称: '取組の名前', 種別: '施策だけ。', メモ: '自分のため' };

describe('a workbook', () => {
  const choice = { required: false, memo: false, choices: [], isClosed: false };
  const columns = [
    { ...choice, heading: '名称', required: true },
    { ...choice, heading: '種別', choices: [{ value: '施策', title: '' }], isClosed: true },
    { ...choice, heading: '印', choices: ['新', '重点'].map((value) => ({ value, title: '' })) },
    { ...choice, heading: '担当', choices: [{ value: 'koho', title: '広報課' }] },
    { ...choice, heading: '出典ID' },
    { ...choice, heading: 'メモ', memo: true },
  ];
  const template = {
    title: '取組',
    path: 'data/plans/{plan}/tree.csv',
    columns,
    rows: [{ 名称: '広報紙' }, { 印: '新' }],
  };
  const bytes = writeTemplateWorkbook(template, MEANINGS);

  test('has a list of choices below each heading with some, and refuses other values only if they are wrong', () => {
    const lists = [...readSheet(bytes).matchAll(/<dataValidation ([^>]*)><formula1>([^<]*)</g)];
    const strict = ' showErrorMessage="1" errorStyle="stop"';
    const describeList = (heading: string, letter: string, formula: string, isClosed: boolean) => [
      `type="list" allowBlank="1" showInputMessage="1"${isClosed ? strict : ''} promptTitle="${heading}" prompt="${isClosed ? '一覧から選びます。' : '一覧から選ぶか、書きます。'}" sqref="${letter}2:${letter}1048576"`,
      `選べる言葉!${formula}`,
    ];
    expect(lists.map(([, attributes, formula]) => [attributes, formula])).toEqual([
      describeList('種別', 'B', '$A$2:$A$2', true),
      describeList('印', 'C', '$C$2:$C$3', false),
      describeList('担当', 'D', '$E$2:$E$2', false),
    ]);
  });

  test('has its rows, the choices with their names, and how to fill in each column', async () => {
    const [table, choices, help] = await readXlsxFile(Buffer.from(bytes));
    expect(table).toEqual({
      sheet: '取組',
      data: [
        ['名称', '種別', '印', '担当', '出典ID', 'メモ'],
        ['広報紙', null, null, null, null, null],
        [null, null, '新', null, null, null],
      ],
    });
    expect(choices).toEqual({
      sheet: '選べる言葉',
      data: [
        ['種別', '名前', '印', '名前', '担当', '名前'],
        ['施策', null, '新', null, 'koho', '広報課'],
        [null, null, '重点', null, null, null],
      ],
    });
    expect(help?.data[0]?.slice(0, 2)).toEqual(['ファイル', 'data/plans/（計画ID）/tree.csv']);
    expect(help?.data.slice(3)).toEqual([
      ['列', '必ず書く列', '書き方'],
      ['名称', '必ず書く', '取組の名前。'],
      ['種別', null, '施策だけ。シート「選べる言葉」から選べます。'],
      ['印', null, 'シート「選べる言葉」から選べます。'],
      ['担当', null, 'シート「選べる言葉」から選べます。'],
      ['出典ID', null, null],
      ['メモ', null, '自分のため。'],
    ]);
  });

  test('without choices has neither lists nor a sheet of choices', async () => {
    const plain = writeTemplateWorkbook({ ...template, columns: columns.slice(0, 1) }, {});
    expect(readSheet(plain)).not.toContain('dataValidation');
    expect((await readXlsxFile(Buffer.from(plain))).map(({ sheet }) => sheet)).toEqual(['取組', '書き方']);
  });

  test('always has the same bytes', () => {
    expect(writeTemplateWorkbook(template, MEANINGS)).toEqual(bytes);
  });
});
