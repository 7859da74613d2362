import { expect, test } from 'vitest';
import {
  createTableTemplate,
  findNextPeriod,
  listColumnWords,
  readSourceCells,
} from '../../../src/authoring/table-template.ts';
import { writeTemplateWorkbook } from '../../../src/authoring/template-workbook.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { unpackArchive } from '../../../src/input/xlsx/zip-archive.ts';
import { itemKinds } from '../../../src/model/value-lists.ts';
import { observationsTable } from '../../../src/tables/observations.ts';
import { sourceTables, type SourceTableName } from '../../../src/tables/source-tables.ts';
import { treeTable } from '../../../src/tables/tree.ts';
import { planFileChecks } from '../../../src/validation/checks/plan-file-checks.ts';
import { validateFile } from '../../../src/validation/validate-file.ts';

/* The town and all its figures are fictional. */

const folder = openSiteFolder('examples/mihon');
const mihon = { plan: 'mihon-sogo', municipality: 'mihon' };
const names = Object.keys(sourceTables) as SourceTableName[];

const readSheet = (bytes: Uint8Array) =>
  new TextDecoder().decode(
    unpackArchive(bytes, (path) => path === 'xl/worksheets/sheet1.xml')
      .values()
      .next().value,
  );

test.each(names)('the empty template of %s is read as its table, without an issue', async (name) => {
  const bytes = writeTemplateWorkbook(createTableTemplate(name, folder, null));
  expect(await validateFile('表.xlsx', bytes)).toMatchObject({ table: name, diagnostics: [] });
});

test.each(['tree', 'targets', 'indicators', 'observations'] as const)(
  'the template of %s with the rows of a plan has no error beside the files of the plan',
  async (name) => {
    const template = createTableTemplate(name, folder, mihon);
    const rows = template.rows.map((row) => ({
      ...row,
      ...('値' in row || name !== 'observations' ? {} : { 値: '集計中' }),
    }));
    const bytes = writeTemplateWorkbook({ ...template, rows });
    const { table, diagnostics } = await validateFile('表.xlsx', bytes, null, {
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

test('a row that nobody filled in is reported', async () => {
  const bytes = writeTemplateWorkbook(createTableTemplate('observations', folder, mihon));
  const { diagnostics } = await validateFile('表.xlsx', bytes);
  expect(new Set(diagnostics.map(({ code }) => code))).toContain('empty-result');
});

test.each([
  ['令和7年度末', '令和8年度末'],
  ['令和元年度', '令和2年度'],
  ['2023年', '2024年'],
  ['令和5年10月時点', '令和6年10月時点'],
  ['令和4～8年度', ''],
  ['随時', ''],
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
  expect(listColumnWords('要約', treeTable.columns.要約).words).toEqual([]);
});

test('a workbook has a list of choices for each column of words or ids', () => {
  const template = createTableTemplate('tree', folder, mihon);
  const xml = readSheet(writeTemplateWorkbook(template));
  const chosen = template.columns.filter(({ choices }) => choices.length > 0);
  expect(chosen.map(({ heading }) => heading)).toEqual(expect.arrayContaining(['種別', 'テーマ', '担当', '出典ID']));
  expect(xml.match(/<dataValidation /g)).toHaveLength(chosen.length);
  expect(xml).toMatch(/<\/sheetData><dataValidations count="\d+">/);
});
