import { describe, expect, test, vi } from 'vitest';
import { DiagnosticReport } from '../../../../src/diagnostics/diagnostic-report.ts';
import { checkUnknownReferences } from '../../../../src/validation/checks/reference-checks.ts';
import { validateSite } from '../../../../src/validation/validate-site.ts';
import {
  appendFixtureLines,
  createMemoryFolder,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';

const TEXTS = 'content/plans/mihon-keikaku';
const TEXT = `${TEXTS}/text/basis.mdx`;
const linking = (link: string) => editFixtureFile(TEXT, '計画のもとになる考えです。', `[考え](${link})です。`);

test('an unknown municipality of a plan is reported once, not at its zones and departments', () => {
  const files = editFixtureFile(`${TEXTS}/index.mdx`, 'municipality: mihon', 'municipality: mihonn');
  expect(formatFixtureDiagnostics(files).filter((one) => /^(?:missing-file|department)/.test(one))).toEqual([]);
});

test('a comma that moves the id of a row is reported once, not at each reference to the row', () => {
  const files = editFixtureFile('data/municipalities.csv', '990019', '990,019');
  expect(formatFixtureDiagnostics(files)).toEqual(['ragged-row 2:1']);
});

describe('a missing file of ids is reported once, instead of every reference to it', () => {
  test.each([
    ['data/sources.csv', 'data/municipalities.csv の2行めなどが、このファイルの出典ID（「mihon-keikaku」）を使って'],
    ['data/themes.csv', 'data/statistics.csv の2行めなどが、このファイルのテーマID（「participation」）を使って'],
    ['data/municipalities.csv', 'data/departments.csv の2行めなどが、このファイルの市区町村ID（「mihon」）を使って'],
    [
      'data/plans/mihon-keikaku/indicators.csv',
      'observations.csv の2行めなどが、このファイルの指標ID（「online」）を使って',
    ],
    [
      'data/municipalities/mihon/zones.csv',
      'observations.csv の4行めなどが、このファイルの地域ID（「north」）を使って',
    ],
  ])('%s', (file, why) => {
    // A text mentions an indicator.
    expect(validateFixture({ [file]: null, [`${TEXTS}/1.mdx`]: null })).toMatchObject([
      { file, code: 'missing-file', line: 1, hint: expect.stringContaining(why) as string },
    ]);
  });
});

describe('ids of rows that a broken row may have taken along, or that are unreadable, are not reported as unknown', () => {
  const FILE = 'data/plans/mihon-keikaku/indicators.csv';
  const TREE = 'data/plans/mihon-keikaku/tree.csv';
  test.each([
    ['below an open quote', editFixtureFile(FILE, 'online,', '"online,'), ['bad-quote 3:1 指標ID']],
    [
      'without the column of ids',
      editFixtureFile(FILE, '指標ID,', '番号,'),
      ['missing-column 1:1 指標ID', 'unknown-column 1:1 番号'],
    ],
    [
      'below the end of a file that is cut off',
      { [FILE]: '指標ID,名称,現状値,目標値,出典ID\nonl' },
      ['ragged-row 2:1'],
    ],
    ['in an empty cell', editFixtureFile(FILE, 'online,', ','), ['empty-cell 3:1 指標ID']],
    ['of a parent, in a ditto', editFixtureFile(TREE, '1_1,1,施策', '〃,1,施策'), ['ditto 5:1 コード']],
    ['of a parent, below an open quote', editFixtureFile(TREE, ',目指す姿,', ',"目指す姿,'), ['bad-quote 9:8 階層']],
  ])('%s', (_what, files, problems) => {
    expect(formatFixtureDiagnostics({ ...files, 'data/changes.csv': null })).toEqual(problems);
  });
});

describe('what nothing uses is reported', () => {
  test.each([
    ['a term', appendFixtureLines('data/glossary.csv', 'new,協働,,,説明です。'), 'unused-id 4:1 用語ID'],
    ['a department', appendFixtureLines('data/departments.csv', 'new,mihon,財政課'), 'unused-id 4:1 部署ID'],
    ['a source', appendFixtureLines('data/sources.csv', 'new,,資料,,,,,,,'), 'unused-id 4:1 出典ID'],
  ])('%s', (_what, files, problem) => {
    expect(formatFixtureDiagnostics(files)).toEqual([problem]);
  });

  test('by a warning that names it', () => {
    expect(validateFixture(appendFixtureLines('data/departments.csv', 'new,mihon,財政課'))).toMatchObject([
      { level: 'warning', message: '部署「new」は、どこからも使われていません。' },
    ]);
  });
});

describe('an unknown id of an indicator in a change', () => {
  const hint = (id: string) =>
    validateFixture(appendFixtureLines('data/changes.csv', `2026-11-21,mihon-keikaku/${id},項目,,,,`))[0]?.hint;

  test('is the misspelt id of another one', () => {
    expect(hint('wast')).toContain('「mihon-keikaku/waste」ではありませんか');
    expect(hint('online2')).not.toContain('ではありませんか');
  });

  test.each(['points', 'garbage', 'web'])('is not that of any other one of the plan: %s', (id) => {
    expect(hint(id)).toBe(
      'data/ にあるIDを書くか、そちらに行を足してください。IDを変えたのなら、今のIDに直します。のせるのをやめたもののIDなら、消してください。',
    );
  });
});

test('the rows of results that stay without their indicator advise to end it instead', () => {
  const files = appendFixtureLines('data/plans/mihon-keikaku/observations.csv', 'zzz,令和7年度,1%,,,,,,,');
  expect(validateFixture(files)[0]?.hint).toContain('測るのをやめた指標の行は、消さずに、状態を「終了」とします。');
});

test('an unknown id is reported beside a cell that is wrong in another way, in the same row', () => {
  const row = '1_1_9,1_1,取組,取組,題,要約です。,bosai,情報課,18,,,,,mihon-keikaku,';
  const files = appendFixtureLines('data/plans/mihon-keikaku/tree.csv', row);
  const found = validateFixture(files).map(({ code, field }) => `${code} ${field}`);
  expect(found.toSorted()).toEqual(['bad-sdg SDGs', 'bad-slug 担当', 'unknown-reference テーマ']);
});

test('an unused theme is not reported', () => {
  expect(formatFixtureDiagnostics(appendFixtureLines('data/themes.csv', 'new,防災,,'))).toEqual([]);
});

describe('what is used', () => {
  test.each([
    ['by its other spelling', appendFixtureLines('data/glossary.csv', 'new,協働,,力を合わせて,説明です。')],
    ['in the definition of a statistic', appendFixtureLines('data/glossary.csv', 'new,1年度,,,説明です。')],
    ['in the name of an indicator', appendFixtureLines('data/glossary.csv', 'new,水質,,,説明です。')],
  ])('may be a term %s', (_what, files) => {
    expect(formatFixtureDiagnostics(files)).toEqual([]);
  });

  test('may be a term that only a text links to', () => {
    const files = {
      ...appendFixtureLines('data/glossary.csv', 'new,協働,,,説明です。'),
      ...linking('/glossary/#new'),
    };
    expect(formatFixtureDiagnostics(files)).toEqual([]);
  });

  test.each([
    ['a text links to', linking('/data/#source-new')],
    ['a result is from', editFixtureFile('data/plans/mihon-keikaku/observations.csv', 'mihon-tokei,表3', 'new,表3')],
    ['a text is from', editFixtureFile(TEXT, 'order: 1', 'order: 1\nsource: new')],
    ['a change is from', appendFixtureLines('data/changes.csv', '2026-11-21,,項目,,,,new')],
    ['a zone is from', editFixtureFile('data/municipalities/mihon/zones.csv', '2,mihon-keikaku', '2,new')],
  ])('may be a source that %s', (_what, files) => {
    expect(
      formatFixtureDiagnostics({ ...appendFixtureLines('data/sources.csv', 'new,,資料,,,,,,,'), ...files }),
    ).toEqual([]);
  });
});

test('unused ids are not reported beside an error, which may be the reason', () => {
  const files = editFixtureFile('data/plans/mihon-keikaku/tree.csv', '16;17', '16;18');
  expect(formatFixtureDiagnostics(files)).toEqual(['bad-sdg 5:85 SDGs']);
});

describe('zones', () => {
  const ZONES = 'data/municipalities/mura/zones.csv';
  const files = {
    ...appendFixtureLines('data/municipalities.csv', '990027,mura,見本村,,,,,,,,,mihon-keikaku'),
    [ZONES]: '地域ID,名称,出典ID\nhill,丘,mihon-keikaku\n',
  };

  test('of a municipality without a plan are reported', () => {
    expect(validateFixture(files)).toMatchObject([{ code: 'zones-without-plan', level: 'warning', file: ZONES }]);
  });

  test('of an unknown municipality are reported once', () => {
    expect(formatFixtureDiagnostics({ [ZONES]: files[ZONES] })).toEqual(['unknown-reference 1:1']);
  });

  test.each([
    ['北部', '「north」（北部）ではありませんか'],
    ['丘', '半角の英小文字と数字'],
  ])('of the plan’s own municipality are recognised by name: %s', (name, hint) => {
    const row = appendFixtureLines('data/plans/mihon-keikaku/observations.csv', `online,令和5年度,30%,${name},,,,,,`);
    const found = validateFixture({ ...files, ...row }).find(({ code }) => code === 'bad-slug');
    expect(found?.hint).toContain(hint);
  });

  test('are not reported beside a plan that could not be read', () => {
    const broken = { ...files, 'content/plans/mura-keikaku/index.mdx': 'x' };
    expect(formatFixtureDiagnostics(broken).filter((one) => one.startsWith('zones'))).toEqual([]);
  });
});

describe('a plan', () => {
  const plan = (rows: string) => ({
    'content/plans/annai/index.mdx':
      '---\ntitle: a\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
    'data/plans/annai/tree.csv': `コード,種別,名称,要約,出典ID,テーマ\n${rows}`,
  });

  test('without an action is reported', () => {
    expect(validateFixture(plan('1,政策,題,要約です。,mihon-keikaku,\n'))).toMatchObject([
      { code: 'plan-without-actions', level: 'warning', file: 'data/plans/annai/tree.csv' },
    ]);
  });

  test('without any item is reported, with what is missing', () => {
    const [problem, ...others] = validateFixture(plan(''));
    expect(problem).toMatchObject({
      code: 'plan-without-actions',
      level: 'warning',
      file: 'data/plans/annai/tree.csv',
    });
    expect(problem?.message).toBe('計画「annai」に、項目が1つもありません。tree.csv は見出しだけです。');
    expect(others).toEqual([]);
  });

  test('with one is sound', () => {
    expect(formatFixtureDiagnostics(plan('1,取組,題,要約です。,mihon-keikaku,digital\n'))).toEqual([]);
  });

  test('is not reported if a row could not be read', () => {
    const rows = (code: string, kind: string) =>
      plan(`1,政策,題,要約です。,mihon-keikaku,\n${code},${kind},題,要約です。,mihon-keikaku,digital\n`);
    expect(formatFixtureDiagnostics(rows('2', '取引'))).toEqual(['bad-choice 3:3 種別']);
    expect(formatFixtureDiagnostics(rows('〃', '取組'))).toEqual(['ditto 3:1 コード']);
  });
});

describe('a mention', () => {
  test.each([
    [
      'a municipality, of a department, though an item names it',
      editFixtureFile('data/departments.csv', 'mihon-joho,mihon,', 'mihon-joho,mihn,'),
      '3:12 市区町村ID',
    ],
    ['a municipality, of a source', appendFixtureLines('data/sources.csv', 'a,mihn,資料,,,,,,,'), '4:3 市区町村ID'],
    [
      'a municipality, of a plan',
      editFixtureFile(`${TEXTS}/index.mdx`, 'municipality: mihon', 'municipality: mihn'),
      '4:15 municipality',
    ],
    [
      'a source, of a plan',
      editFixtureFile(`${TEXTS}/index.mdx`, 'source: mihon-keikaku', 'source: mihon'),
      '17:9 source',
    ],
    [
      'a source, of a text',
      editFixtureFile(`${TEXTS}/text/zones.mdx`, 'source: mihon-keikaku', 'source: mihon'),
      '4:9 source',
    ],
    [
      'a source, of a zone',
      appendFixtureLines('data/municipalities/mihon/zones.csv', 'west,西部,,,,tokei,'),
      '4:12 出典ID',
    ],
    ['a municipality, of a folder of zones', { 'data/municipalities/mihn/zones.csv': '地域ID,名称,出典ID\n' }, '1:1'],
    ['a source, of a change', appendFixtureLines('data/changes.csv', '2026-11-21,,項目,,,,tokei'), '5:19 出典ID'],
    [
      'anything, of a change',
      appendFixtureLines('data/changes.csv', '2026-11-21,mihon-keikaku/1_9,項目,,,,'),
      '5:12 対象',
    ],
  ])('of %s must exist', (_what, files, location) => {
    expect(formatFixtureDiagnostics(files).filter((one) => one.startsWith('unknown-reference'))).toContain(
      `unknown-reference ${location}`,
    );
  });

  test.each([
    'mihon',
    'mihon-keikaku',
    'mihon-keikaku/1_1',
    'mihon-keikaku/sns',
    'mihon/north',
    'dx',
    'digital',
    'mihon-kikaku',
    'mihon-tokei',
  ])('in a change may be of %s', (id) => {
    expect(formatFixtureDiagnostics(appendFixtureLines('data/changes.csv', `2026-11-21,${id},項目,,,,`))).toEqual([]);
  });
});

test('references to files that exist are checked without a search in all earlier diagnostics for each table', () => {
  const folder = createMemoryFolder({});
  const { parsedSite } = validateSite(folder);
  if (!parsedSite) throw new Error('the sound town has errors');
  const report = new DiagnosticReport();
  const search = vi.spyOn(report.diagnostics, 'some');
  checkUnknownReferences({ ...parsedSite, folder, planIds: new Set(parsedSite.plans.map(({ id }) => id)) }, report);
  expect(report.diagnostics).toEqual([]);
  expect(search.mock.calls.length).toBeLessThan(2);
});
