import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readIndicatorSheet } from '../../../src/authoring/import/indicator-sheet.ts';
import { readCsvRows } from '../../../src/input/csv-reader.ts';
import { listFigureTables } from '../../../src/open-data/tables/figure-tables.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import { siteChecks } from '../../../src/validation/checks/site-checks.ts';
import { tableChecks } from '../../../src/validation/checks/table-checks.ts';
import { recognizeTable } from '../../../src/validation/detect-table.ts';
import { validateFile } from '../../../src/validation/validate-file.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { createWorkbook } from '../../support/create-workbook.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createMemoryFolder, FIXTURE_SITES } from '../../support/fixture-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { readModules, REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const validateLines = (name: string, ...lines: string[]) =>
  validateFile(name, bytes(...lines)).diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

const TREE = 'コード,親コード,種別,名称,要約,テーマ,関連,出典ID';
const INDICATORS = '指標ID,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID';

describe('a file by itself', () => {
  test.each([
    ['a cell', 'themes.csv', ['テーマID,名称', 'ICT,情報'], ['bad-slug 2:1']],
    ['a repeated id', 'themes.csv', ['テーマID,名称', 'ict,情報', 'ict,情報'], ['repeated-id 3:1']],
    ['a column', 'themes.csv', ['テーマID,名称,色', 'ict,情報,赤'], ['unknown-column 1:10']],
    ['a cell of a CSV that is named as a workbook', 'themes.xlsx', ['名称,テーマID', '情報,ICT'], ['bad-slug 2:2']],
    [
      'a loop',
      'tree.csv',
      [TREE, '1,1_1,政策,甲,甲,,,p', '1_1,1,政策,乙,乙,,,p'],
      ['parent-loop 2:3', 'parent-loop 3:5'],
    ],
    [
      'a heading that begins as an Excel file does',
      'themes.csv',
      ['PK,テーマID,名称', '1,ict,情報'],
      ['unknown-column 1:1'],
    ],
    ['an unknown parent', 'tree.csv', [TREE, '1_1,1,政策,甲,甲,,,p'], ['unknown-parent 2:5']],
    ['an unknown code', 'tree.csv', [TREE, '1,,政策,甲,甲,,9,p'], ['unknown-code 2:12']],
    ['a measure without a theme', 'tree.csv', [TREE, '1,,施策,甲,甲,,,p'], ['missing-theme 2:11']],
    [
      'a target before its baseline',
      'indicators.csv',
      [INDICATORS, 'a,甲,%,増加,1%,令和4年度,2%,令和3年度,p'],
      ['target-before-baseline 2:22'],
    ],
    ['a unit', 'indicators.csv', [INDICATORS, 'a,甲,%,増加,1%,令和4年度,2人,令和8年度,p'], ['other-unit 2:19']],
    [
      'percentages as fractions',
      'indicators.csv',
      [INDICATORS, 'a,甲,%,増加,0.5,令和4年度,0.7,令和8年度,p'],
      ['percent-as-fraction 2:10'],
    ],
  ])('reports %s', (_what, name, lines, expected) => {
    expect(validateLines(name, ...lines)).toEqual(expected);
  });

  test.each([
    ['a cell', 'tree.csv', 'コード,種別,名称,要約', ['1-1,政策,甲,甲'], ['bad-code 2:1']],
    ['an unknown parent', 'tree.csv', 'コード,親コード,種別,名称,要約', ['1_1,1,政策,甲,甲'], ['unknown-parent 2:5']],
    ['a repeated id', 'tree.csv', 'コード,種別,名称,要約', ['1,政策,甲,甲', '1,政策,乙,乙'], ['repeated-id 3:1']],
    [
      'a target before its baseline',
      'indicators.csv',
      INDICATORS.replace(',出典ID', ''),
      ['a,甲,%,増加,1%,令和4年度,2%,令和3年度'],
      ['target-before-baseline 2:22'],
    ],
  ])('without its sources still reports %s', (_what, name, headings, lines, expected) => {
    expect(validateLines(name, headings, ...lines)).toEqual(['missing-column 1:1', ...expected]);
  });

  test.each([
    ['words', 'indicators.csv', INDICATORS.replace('目標値,', 'R8目標,'), '目標値'],
    ['words with an optional column', 'indicators.csv', INDICATORS.replace('良い方向', '方向'), '良い方向'],
  ])('asks if a heading is the absent one that shares %s', (_what, name, headings, near) => {
    const { diagnostics } = validateFile(name, bytes(headings, 'a'));
    const unknown = diagnostics.filter(({ code }) => code === 'unknown-column');
    expect(unknown.map(({ hint }) => hint)).toEqual([`「${near}」ではありませんか。`]);
  });

  test('names the only unknown heading beside the only missing column', () => {
    const { diagnostics } = validateFile('themes.csv', bytes('テーマID,題', 'a,甲'));
    expect(diagnostics.find(({ code }) => code === 'missing-column')?.hint).toContain('見出しの「題」がこの列なら');
  });

  test.each([
    ['two absent ones share its words', 'ID,名称,現状値,目標値,調査時点', '調査時点'],
    ['no absent one does', `${INDICATORS},色`, '色'],
  ])('does not guess the column of a heading if %s', (_what, headings, field) => {
    const { diagnostics } = validateFile('indicators.csv', bytes(headings, 'a'));
    expect(diagnostics.find((one) => one.field === field)?.hint).toContain('サイトに要らない列なら、消してください。');
  });

  test.each([
    ['some headings', '指標ID，時点，値,注記', '全角のコンマ（，）'],
    ['all headings', '指標ID；時点；値'.replaceAll('；', ';'), 'セミコロン（;）'],
    ['two headings', '指標ID、時点,値', '読点（、）'],
  ])('reports another separator that only %s have, and nothing else', (_what, headings, sign) => {
    const { diagnostics } = validateFile('observations.csv', bytes(headings, 'a,R6年度,5,', 'b,R6年度,6,'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['other-separator']);
    expect(diagnostics[0]?.message).toBe(`見出しの区切りがコンマ（,）ではなく、${sign}になっています。`);
    expect(diagnostics[0]?.hint).toBe(`見出しの行の${sign}を、半角のコンマ（,）に直してください。`);
  });

  test('is not compared with missing files', () => {
    const measured = 'a,甲,%,増加,1%,令和4年度,2%,令和8年度,nowhere,9_9';
    expect(validateLines('indicators.csv', `${INDICATORS},コード`, measured)).toEqual([]);
    expect(validateLines('tree.csv', TREE, '1,,政策,甲,甲,nowhere,,nowhere')).toEqual([]);
    expect(validateLines('observations.csv', '指標ID,時点,値', 'nowhere,令和5年度,3%')).toEqual([]);
  });

  test('is read in CP932 as well', () => {
    const cp932 = iconv.encode('テーマID,名称\nict,情報\n', 'cp932');
    expect(validateFile('表.csv', cp932)).toMatchObject({ table: 'themes', diagnostics: [] });
  });

  test('that cannot be recognised is reported once, with its nearest table', () => {
    const { table, diagnostics } = validateFile('表.csv', bytes('題', '名称,住所,緯度,電話', '甲,乙,35,0'));
    expect(table).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'foreign-table', line: 2, column: 1, field: '名称' }]);
    expect(diagnostics[0]?.message).toContain('「名称」「住所」「緯度」「電話」');
    expect(diagnostics[0]?.hint).toMatch(/市区町村（municipalities\.csv）.*同じ見出しは「名称」「緯度」だけ.*--rules/);
  });

  test('that cannot be recognised is named for its headings, even if a row of data has more cells', () => {
    const { diagnostics } = validateFile('表.csv', bytes('番号,,,', '名称,緯度,,', '甲,35,電話,あり'));
    expect(diagnostics).toMatchObject([{ code: 'foreign-table', line: 2, field: '名称' }]);
    expect(diagnostics[0]?.hint).toContain('同じ見出しは「名称」「緯度」だけ');
  });

  test.each([
    [
      'years that go on in a second row, with the target',
      ['指標名,単位,令和,', ',,5,目標', '額,億円,45,50'],
      'indicator-sheet',
    ],
    ['a target only in a row of data', ['指標名,単位,担当', '目標の数,件,甲'], 'foreign-table'],
    ['an ID and years beside 実績', ['ID,指標名,基準値,2024目標,2024実績', 'K-1,甲,1,3,2'], 'years-side-by-side'],
    ['years after 実績', ['ID,指標名,実績2023,実績2024', 'K-1,甲,1,2'], 'years-side-by-side'],
    ['a value that looks like a year', ['ID,指標名,2023,備考', 'K-1,甲,1,x'], 'foreign-table'],
  ])('with names of indicators is recognised by %s', (_what, lines, code) => {
    expect(validateFile('表.csv', bytes(...lines)).diagnostics).toMatchObject([{ code }]);
  });

  test('without any known heading has no nearest table', () => {
    const { diagnostics } = validateFile('表.csv', bytes('甲,乙', '1,2'));
    expect(diagnostics).toMatchObject([{ code: 'foreign-table', line: 1, column: 1 }]);
    expect(diagnostics[0]?.hint).toMatch(/同じ見出しのある表はありません。.*--rules/);
  });

  test.each([
    ['known words', '指標名,単位,現状値,目標値'],
    ['bare years', '指標名,現状値(2021),目標値(2028)'],
    ['another word for 指標名', 'No.,成果指標,担当課,現状,目標'],
    ['the unit beside the names', 'KPI（単位）,基準値,目標値'],
    ['項目 before the targets', '項目,目標値（期限）,計画策定時の数値,最新値'],
  ])('with indicators but without ids gets the advice to import it: %s', (_what, headings) => {
    const { diagnostics } = validateFile('表.csv', bytes(headings));
    expect(diagnostics).toMatchObject([{ code: 'indicator-sheet' }]);
    expect(diagnostics[0]?.hint).toContain('npm run import');
  });

  test('with indicators is named for a column, not for the title above the headings', () => {
    const rows = ['評価指標と目標,,', '指標名,現状値,目標値', '本,5,6'];
    expect(validateFile('表.csv', bytes(...rows)).diagnostics).toMatchObject([
      { code: 'indicator-sheet', line: 2, field: '現状値' },
    ]);
  });

  test.each([
    ['tabs', '指標名\t単位\t現状値\t目標値', ['other-separator']],
    ['semicolons', '成果指標;R5年度実績;目標値', ['other-separator']],
    ['semicolons above decimal commas', '成果指標;R5年度実績;目標値\n本;5,2;6,1', ['other-separator']],
    ['commas below a title with other signs', '指標名、現状値、目標値の表,,\n施設名,住所,階', ['foreign-table']],
  ])('with indicators learns which sign separates its cells: %s', (_what, text, codes) => {
    const { diagnostics } = validateFile('表.csv', bytes(text));
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  test('without its row of headings is not a table with years side by side', () => {
    const row = 'mihon-sogo,mihon,資料,令和5年度,見本市,2023/3/31,,2026/11/20,,';
    expect(validateFile('sources.csv', bytes(row)).diagnostics).toMatchObject([{ code: 'no-heading-row' }]);
  });

  test('with years, but without names of indicators, learns which heading an import needs', () => {
    const lines = ['年度,款,項,R6,R8,増減額', 'x,総務費,管理費,1,2,1'];
    const { diagnostics } = validateFile('市の表.csv', bytes(...lines));
    expect(diagnostics).toMatchObject([{ code: 'years-side-by-side', field: 'R6' }]);
    expect(diagnostics[0]?.hint).toMatch(/「指標名」.*--rules/);
    const titled = validateFile('表.csv', bytes('成果指標の一覧,,', '項目,基準値,R6,R7,R8', '本,1,2,3,4'));
    expect(titled.diagnostics[0]?.hint).toMatch(/「指標名」.*--rules/);
    expect(readIndicatorSheet(readCsvRows(`${lines.join('\n')}\n`))).toBeNull();
  });

  test('with times in a column of its own has no years side by side', () => {
    const rows = ['指標名,単位,現状値（年度）,現状値,目標値（年度）,目標値,備考', '甲,％,R4,78.5,R10,90,※1'];
    expect(validateFile('表.csv', bytes(...rows)).diagnostics).toMatchObject([{ code: 'indicator-sheet', line: 1 }]);
  });

  test.each([
    ['years side by side', ['指標名,令和5年度,令和6年度', '甲,1,2']],
    ['years, but no names of indicators', ['款,R6,R8', '総務費,1,2']],
    ['values of indicators', ['指標名,現状値,目標値', '甲,1,2']],
    ['other headings', ['施設名,住所', '図書館,本町']],
    ['headings of a published table', ['全国地方公共団体コード,計画ID', '1,甲']],
  ])('that is no source table gets no advice for a terminal in a browser: %s', (_what, lines) => {
    const { diagnostics, isForeign } = validateFile('表.csv', bytes(...lines), null, null, 'browser');
    expect(isForeign).toBe(true);
    expect(diagnostics.map(({ hint }) => hint).join()).toMatch(/^(?!.*(?:npm|docs\/|\/check\/)).+$/);
  });

  test('of several sheets gets no advice for a terminal in a browser', () => {
    const sheets = [[['テーマID', '名称']], [['出典ID']]].map((rows) => ({ rows }));
    const { diagnostics } = validateFile('themes.xlsx', createWorkbook(sheets), null, null, 'browser');
    expect(diagnostics.map(({ hint }) => hint).join()).toMatch(/^ほかのシートの表は、そのシートだけのブックに分けて/);
  });

  test('that is separated by tabs is recognised and reported', () => {
    const { table, diagnostics } = validateFile('表.csv', bytes(TREE.replaceAll(',', '\t'), '1\t\t政策\t甲'));
    expect(table).toBe('tree');
    expect(diagnostics).toMatchObject([{ code: 'other-separator', line: 1, column: 1 }]);
  });

  test.each([
    ['a row of headings', ['指標名,単位,基準値（令和4年度）,令和5年度実績,目標値（令和9年度）', '甲,%,1%,2%,3%']],
    ['short years', ['指標,担当課,R4,R5,R6,目標', '甲,財政課,1%,2%,3%,4%']],
    [
      'a title and headings of two rows',
      ['令和7年度 指標一覧', '指標名,現状値,実績,,,目標値', ',,令和5年度,令和6年度,令和7年度,', '甲,1%,2%,3%,4%,5%'],
    ],
  ])('of a city with years side by side gets the advice to import it: %s', (_what, lines) => {
    const { diagnostics } = validateFile('市の表.csv', bytes(...lines));
    expect(diagnostics).toMatchObject([{ code: 'years-side-by-side' }]);
    expect(diagnostics[0]?.field).toMatch(/^(?:R4|令和5年度.*)$/);
    expect(diagnostics[0]?.hint).toContain('npm run import');
  });

  test.each([
    ...publishedTables,
    ...new Map(listFigureTables(openSharedSite(EXAMPLE_SITE)).map((table) => [table.id, table])).values(),
  ])('that a site publishes is reported as published: $id', (table) => {
    const headings = table.columns.map(({ title }) => title);
    const { diagnostics } = validateFile(`${table.id}.csv`, bytes(headings.join(',')));
    const isMarked = headings.includes('全国地方公共団体コード') || headings.includes('データの版');
    if (isMarked) expect(diagnostics).toMatchObject([{ code: 'published-table' }]);
    expect(isMarked || ['themes', 'glossary', 'statistics'].includes(table.id)).toBe(true);
  });

  test.each([
    ['has a year in one heading', INDICATORS.replace('指標ID,', '').replace('現状値,', '現状値（R4）,'), 'x'],
    ['lacks a column', INDICATORS.replace('指標ID,', ''), '甲,%,増加,1%,令和4年度,2%,令和8年度,p'],
    ['lacks its headings', 'a,甲,%,増加,1%,令和4年度,2%,令和8年度,p', 'b,乙,%,増加,1%,令和4年度,2%,令和8年度,p'],
  ])('that %s is not taken for a table with years side by side', (_what, ...lines) => {
    expect(validateLines('indicators.csv', ...lines).join()).not.toContain('years-side-by-side');
  });

  test('that cannot be read is reported once', () => {
    expect(validateLines('表.csv')).toHaveLength(1);
    const { diagnostics } = validateFile('表.csv', new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
    expect(diagnostics.map(({ code }) => code)).toEqual(['utf-16']);
  });

  test('keeps its path, and messages name it without its folder', () => {
    const { diagnostics } = validateFile('C:/受信/themes.csv', bytes('テーマID,名称', 'a,甲', 'a,甲'));
    expect(diagnostics).toMatchObject([{ file: 'C:/受信/themes.csv', code: 'repeated-id' }]);
    expect(diagnostics[0]?.message).not.toContain('受信');
  });

  test('is read as the chosen table', () => {
    const { table } = validateFile('表.csv', bytes('名称,出典ID', '甲,p'), 'zones');
    expect(table).toBe('zones');
  });

  test('returns its rows, its headings and its indicators', () => {
    const content = bytes('', INDICATORS, 'a,甲,%,増加,1%,令和4年度,2%,令和8年度,p');
    const { rows, headerIndex, plan } = validateFile('x.csv', content);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(headerIndex).toBe(0);
    expect(plan.indicators.rows.map(({ fields }) => fields.title)).toEqual(['甲']);
  });
});

test('the name of a zone instead of its id is recognised beside the files of its plan', () => {
  const plan = { plan: 'mihon-keikaku', municipality: 'mihon', folder: createMemoryFolder({}), checks: [] };
  const lines = bytes('指標ID,時点,値,地域ID', 'online,令和5年度,5%,北部');
  const { diagnostics } = validateFile('observations.csv', lines, null, plan);
  expect(diagnostics).toMatchObject([
    { code: 'bad-slug', hint: expect.stringContaining('「north」（北部）') as string },
  ]);
});

/** The folder of the invalid towns. */
const BAD = join(REPOSITORY_FOLDER, 'tests', 'fixtures', 'invalid');
const broken = globSync('*/data/**/*.csv', { cwd: BAD })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const sound = globSync('data/**/*.csv', { cwd: join(FIXTURE_SITES, 'sound') })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

test.each(sound)('%s of the valid town has no error by itself', (path) => {
  const { diagnostics } = validateFile(path, readFileSync(join(FIXTURE_SITES, 'sound', path)));
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
});

test.each(broken.filter((path) => recognizeTable(path, []).table !== null))(
  '%s has no diagnostic by itself that it does not have with all files',
  (path) => {
    const file = path.slice(path.indexOf('/') + 1);
    const content = readFileSync(join(BAD, path));
    const name = file.slice(file.lastIndexOf('/') + 1);
    const whole = validateSite(createMemoryFolder({ [file]: content })).diagnostics.filter((one) => one.file === file);
    const { diagnostics } = validateFile(name, content);
    // Messages quote the file as they know it.
    const short = whole.map((one) => ({ ...one, file: name, message: one.message.replaceAll(file, name) }));
    expect(short).toEqual(expect.arrayContaining([...diagnostics]));
  },
);

/** Checks that need several files. */
const WITH_OTHER_FILES = [
  'checkAbolitions',
  'checkTextBodies',
  'checkCopiedResults',
  'checkCumulativeResults',
  'checkEarlyResults',
  'checkIndicatorMemos',
  'checkOutsidePaths',
  'checkPlanFolders',
  'checkPlanLevels',
  'checkTextLinks',
  'checkMovedIds',
  'checkPathNames',
  'checkOutliers',
  'checkPlanActions',
  'checkPlanStates',
  'checkReplacedPlans',
  'checkResultsBesideBaseline',
  'checkZoneShapes',
  'checkSharedIds',
  'checkMdxCharacters',
  'checkMdxContent',
  'checkMunicipalityShapes',
  'checkTypedRatings',
  'checkUnknownFiles',
  'checkUnknownReferences',
  'checkUnusedIds',
  'checkZonePlans',
];

test('every check either needs other files or runs on one file', () => {
  const imported = readModules('src/validation/validate-file.ts').flatMap(({ imports }) => imports);
  const names = new Set(imported.flatMap((one) => one.names));
  expect(names).toContain('checkCounts');
  const others = siteChecks.filter((check) => !tableChecks.includes(check) && !names.has(check.name));
  expect(others.map(({ name }) => name).sort()).toEqual(WITH_OTHER_FILES.toSorted());
});

describe('a workbook that begins with a cover', () => {
  const COVER = { name: '表紙', rows: [['見本計画の指標'], ['令和7年3月 見本市']] };
  const KPI = {
    name: 'KPI',
    rows: [
      ['指標名', '単位', '現状値', '目標値'],
      ['本', '冊', 5, 9],
    ],
  };
  const validate = (...parameters: Parameters<typeof createWorkbook>) =>
    validateFile('指標.xlsx', createWorkbook(...parameters), null, null, 'browser');
  const listCodes = ({ diagnostics }: ReturnType<typeof validateFile>) => diagnostics.map(({ code }) => code);

  test.each([[COVER], [{ name: '表紙', rows: [] }]])('is read from its only sheet of indicators', (cover) => {
    const found = validate([cover, { name: '注', rows: [['のべ人数です', '2']] }, KPI]);
    expect([found.sheet, listCodes(found)]).toEqual(['KPI', ['indicator-sheet']]);
    const onTerminal = validateFile('指標.xlsx', createWorkbook([cover, KPI]));
    expect([onTerminal.sheet, listCodes(onTerminal)]).toEqual(['KPI', ['indicator-sheet']]);
  });

  test.each([
    ['several sheets of indicators', [COVER, KPI, { ...KPI, name: 'KPI（2）' }]],
    ['none that is visible', [COVER, { ...KPI, hidden: true }, { name: '注', rows: [['のべ人数です']] }]],
  ])('and has %s is not read, and the message names the sheets', (_, sheets) => {
    const found = validate(sheets);
    expect([found.sheet, listCodes(found).includes('foreign-table')]).toEqual([undefined, true]);
    expect(listCodes(found)).toContain('unread-sheets');
  });
});
