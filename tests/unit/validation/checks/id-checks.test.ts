import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  editFixtureFile,
  type FixtureFiles,
  validateFixture,
} from '../../../support/fixture-site.ts';

const HEAD = '日付,対象,項目,前,後,理由,出典ID';
const reported = (row: string) =>
  validateFixture({ 'data/changes.csv': `${HEAD}\n${row}\n` })
    .filter(({ file }) => file === 'data/changes.csv')
    .map(({ code, line, column }) => `${code} ${line}:${column}`);

test.each([
  ['ID変更', ['similar-item 2:26']],
  ['計画の入れ替え', ['similar-item 2:26']],
  ['計画をのせました', []],
  ['名称の変更', []],
])('an item is reported if it is almost one of the words with an effect: %s', (item, issues) => {
  expect(reported(`2026-11-20,mihon-keikaku,${item},mihon-mae,,,`)).toEqual(issues);
});

test.each([
  ['50%,50%', ['same-before-after 2:43']],
  ['50%,50.4%', []],
  [',', []],
])('a change is reported if its text before and after is the same: %s', (values, issues) => {
  expect(reported(`2026-11-20,mihon-keikaku/sns,実績を直しました,${values},,`)).toEqual(issues);
});

test('an id without that of its plan is reported with the whole id', () => {
  const [found] = validateFixture({ 'data/changes.csv': `${HEAD}\n2026-11-20,sns,直しました,,,,\n` });
  expect(found?.hint).toBe('「mihon-keikaku/sns」ではありませんか。のせるのをやめたもののIDなら、消してください。');
});

test('an id that another row changed is reported with its present id', () => {
  const rows = '2026-11-20,gone,直しました,,,,\n2026-11-20,digital,IDの変更,gone,,,\n';
  const [found] = validateFixture({ 'data/changes.csv': `${HEAD}\n${rows}` });
  expect(found?.hint).toBe('「digital」ではありませんか。のせるのをやめたもののIDなら、消してください。');
});

describe('a row about an id that is another now', () => {
  test.each([
    ['the old id of an indicator', '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/old,,,', []],
    ['the old id of a plan', '2026-11-20,mihon-keikaku,IDの変更,mihon-mae,,,', []],
    ['no old id', '2026-11-20,mihon-keikaku,IDの変更,,,,', ['empty-cell 2:32']],
    [
      'an old id that no folder can have',
      '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/con,,,',
      ['bad-old-id 2:36'],
    ],
    ['an old id of another form', '2026-11-20,mihon-keikaku/sns,IDの変更,old,,,', ['bad-old-id 2:36']],
    ['an id in use', '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/1_1,,,', ['old-id-in-use 2:36']],
    ['no new id', '2026-11-20,,IDの変更,old,,,', ['empty-cell 2:12']],
    ['an old id, and is about something else', '2026-11-20,mihon,名前の変更,前の名前,今の名前,,', []],
    [
      'two new ids',
      '2026-11-20,mihon-keikaku/sns;mihon-keikaku/1_1,IDの変更,mihon-keikaku/old,,,',
      ['moved-without-target 2:12'],
    ],
    ['the id of a theme in use', '2026-11-20,digital,IDの変更,publicity,,,', ['old-id-in-use 2:26']],
    ['the id of a plan in use', '2026-11-20,mihon,IDの変更,mihon-keikaku,,,', ['old-id-in-use 2:24']],
    [
      'the old id of another row',
      '2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/old,,,\n2026-11-20,mihon-keikaku/1_1,IDの変更,mihon-keikaku/old,,,',
      ['repeated-old-id 3:36'],
    ],
    [
      'the old id of a row about something else',
      '2026-11-20,mihon,名前の変更,old,,,\n2026-11-20,mihon-keikaku,IDの変更,old,,,',
      [],
    ],
  ])('with %s', (_what, row, expected) => {
    expect(reported(row)).toEqual(expected);
  });
});

const shared = (files: FixtureFiles) =>
  validateFixture(files)
    .filter(({ code }) => code === 'shared-id')
    .map(({ file, line, column, message }) => `${file} ${line}:${column} ${message}`);

/** A plan of the town that has an id. */
const plan = (id: string): FixtureFiles => ({
  [`content/plans/${id}/index.mdx`]:
    '---\ntitle: a\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
  [`data/plans/${id}/tree.csv`]: 'コード,種別,名称,要約,出典ID\n1,政策,題,要約です。,mihon-keikaku\n',
});

describe('an id of two kinds of things', () => {
  test.each([
    [
      'a plan and its city',
      plan('mihon'),
      'content/plans/mihon/index.mdx 1:1 計画ID「mihon」が、市区町村ID（data/municipalities.csv の2行め）と同じです。',
    ],
    [
      'a theme and a city',
      appendFixtureLines('data/themes.csv', 'mihon,題,説明,'),
      'data/themes.csv 5:1 テーマID「mihon」が、市区町村ID（data/municipalities.csv の2行め）と同じです。',
    ],
    [
      'a statistic and a theme',
      appendFixtureLines('data/statistics.csv', 'digital,題,,人,人口,,そのまま,,,定義です。,,,,,'),
      'data/statistics.csv 7:1 統計ID「digital」が、テーマID（data/themes.csv の2行め）と同じです。',
    ],
    [
      'a statistic and a theme, also if a term has it too',
      {
        ...appendFixtureLines('data/statistics.csv', 'digital,題,,人,人口,,そのまま,,,定義です。,,,,,'),
        ...appendFixtureLines('data/glossary.csv', 'digital,語,ご,,説明'),
      },
      'data/statistics.csv 7:1 統計ID「digital」が、テーマID（data/themes.csv の2行め）と同じです。',
    ],
  ])('is reported: %s', (_what, files, expected) => {
    expect(shared(files)).toEqual([expected]);
  });

  test('of a code and an indicator in one plan is reported', () => {
    const files = appendFixtureLines(
      'data/plans/mihon-keikaku/tree.csv',
      'sns,,課題,課題,題,要約です。,,,,,,,,mihon-keikaku,',
    );
    expect(shared(files)).toEqual([
      expect.stringContaining('指標ID「sns」が、コード（data/plans/mihon-keikaku/tree.csv の') as string,
    ]);
  });

  test('may be that of a plan and its source, of a term and its theme or statistic, and of items in two plans', () => {
    const terms = appendFixtureLines('data/glossary.csv', 'digital,語,ご,,説明', 'income,歳入,さいにゅう,,説明');
    expect(shared({ ...plan('b'), ...terms })).toEqual([]);
  });
});

describe('a plan that replaces another', () => {
  const report = (...rows: readonly (readonly [targets: string, before: string])[]) => {
    const lines = rows.map(([targets, before]) => `2026-11-20,${targets},計画の入れかえ,${before}\n`);
    return validateFixture({ ...plan('b'), ...plan('c'), 'data/changes.csv': `日付,対象,項目,前\n${lines.join('')}` })
      .filter(({ file }) => file === 'data/changes.csv')
      .map(({ code, line, field }) => `${code} ${line} ${field}`);
  };

  test('names one plan, and a plan of the site', () => {
    expect(report(['b', 'mihon-kyu'])).toEqual(['unknown-reference 2 前']);
    expect(report(['mihon-keikaku;b', 'b'])).toEqual(['moved-without-target 2 対象']);
    expect(report(['b;mihon-keikaku', 'b'])).toEqual(['moved-without-target 2 対象']);
    expect(report(['mihon-keikaku/1_1', 'b'])).toEqual(['unknown-reference 2 対象']);
    expect(report(['b', ''])).toEqual(['empty-cell 2 前']);
    expect(report(['', 'b'])).toEqual(['empty-cell 2 対象']);
    expect(report(['b', 'mihon-keikaku'])).toEqual([]);
  });

  test('has ended the other only if it is on the site', () => {
    const files = appendFixtureLines('data/changes.csv', '2026-11-20,mihon-shin,計画の入れかえ,mihon-keikaku,,,');
    expect(validateFixture(files).filter(({ code }) => code === 'plan-end-not-marked')).toEqual([]);
  });

  test('may have left the site: then the advice is to delete its row', () => {
    const files = appendFixtureLines('data/changes.csv', '2026-11-20,mihon-keikaku,計画の入れかえ,mihon-kyu,,,');
    expect(validateFixture(files).map(({ hint }) => hint)).toEqual([
      '今の計画IDを書いてください。のせていない計画なら、行を消してください。',
    ]);
  });

  test('is not the other plan', () => {
    expect(report(['b', 'b'])).toEqual(['replacement-loop 2 前']);
  });

  test.each([
    [
      'by the other plan',
      [
        ['b', 'mihon-keikaku'],
        ['mihon-keikaku', 'b'],
      ],
      [2, 3],
    ],
    [
      'by way of a third plan',
      [
        ['b', 'mihon-keikaku'],
        ['c', 'b'],
        ['mihon-keikaku', 'c'],
      ],
      [2, 3, 4],
    ],
    [
      'by way of a row beside others',
      [
        ['c', 'b'],
        ['b', 'mihon-keikaku'],
        ['b', 'c'],
      ],
      [2, 4],
    ],
    [
      'twice in a row',
      [
        ['b', 'mihon-keikaku'],
        ['c', 'b'],
        ['c', 'mihon-keikaku'],
      ],
      [],
    ],
  ] as const)('is not replaced %s', (_what, rows, lines) => {
    expect(report(...rows)).toEqual(lines.map((line) => `replacement-loop ${line} 前`));
  });
});

describe('the name of an indicator', () => {
  const withRow = (title: string, unit: string) =>
    validateFixture(
      appendFixtureLines(
        'data/plans/mihon-keikaku/indicators.csv',
        `new,2_1,${title},${unit},減少,単年,1000,令和4年度,700,令和10年度,,,mihon-keikaku,`,
      ),
    ).map(({ code, line }) => `${code} ${line}`);

  test('is asked about beside the same name in the same unit', () => {
    expect(withRow('ごみ の量', 't')).toEqual(['repeated-title 9']);
  });

  test('of a share is asked about in another unit too', () => {
    const files = appendFixtureLines(
      'data/plans/mihon-keikaku/indicators.csv',
      'a,,検診の受診率（40歳以上）,%,増加,,1,令和4年度,2,令和10年度,,,mihon-keikaku,',
      'b,,検診の受診率（40歳以上）,冊,増加,,1,令和4年度,2,令和10年度,,,mihon-keikaku,',
    );
    expect(validateFixture(files)).toMatchObject([
      { code: 'repeated-title', line: 10, message: '「検診の受診率（40歳以上）」は、名称が、9行めの指標と同じです。' },
    ]);
  });

  test.each([
    ['ごみの量', 'kg'],
    ['家庭ごみの量', 't'],
  ])('may be %s in %s', (title, unit) => {
    expect(withRow(title, unit)).toEqual([]);
  });
});

test.each([
  ['data/municipalities/mihon/zones.csv', '地域', 'nanbu,南部,なんぶ,町の南側です。,3,mihon-keikaku,'],
  ['data/themes.csv', 'テーマ', 'digital-2,デジタル,デジタル技術の活用,3'],
  ['data/statistics.csv', '統計', 'burden-2,負担の割合,ふたんのわりあい,%,財政,減少,そのまま,,,お金の割合です。,,,,,'],
])('a name twice in %s is asked about', (path, what, row) => {
  const found = validateFixture(appendFixtureLines(path, row)).filter(({ code }) => code === 'repeated-title');
  expect(found).toMatchObject([{ file: path, level: 'warning' }]);
  expect(found[0]?.message).toMatch(new RegExp(`」は、名称が、2行めの${what}と同じです。$`));
  expect(found[0]?.hint).toMatch(`同じ${what}なら、1行にまとめてください。別の${what}なら、`);
});

describe('the name of a plan', () => {
  const withPlan = (title: string) => ({
    'content/plans/annai/index.mdx': `---\ntitle: ${title}\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n`,
    'data/plans/annai/tree.csv': 'コード,種別,名称,要約,出典ID,テーマ\n1,取組,題,要約です。,mihon-keikaku,digital\n',
  });

  test('is asked about if another plan of the municipality has it, as a copy of its folders does', () => {
    const problems = validateFixture(withPlan('見本町まちづくり計画'));
    expect(problems).toMatchObject([{ code: 'repeated-title', level: 'warning', line: expect.any(Number) as number }]);
    expect(problems[0]?.message).toMatch(/と同じ名前です。$/);
    expect(problems[0]?.hint).toContain('写しなら');
  });

  test('may be any other', () => {
    expect(validateFixture(withPlan('別の計画'))).toEqual([]);
  });
});

describe('an id given twice', () => {
  test.each([
    ['data/municipalities.csv', '990027,mihon,もう一つの見本町,,,,,,,,,mihon-keikaku', '市区町村ID'],
    ['data/municipalities.csv', '990019,mihon-2,もう一つの見本町,,,,,,,,,mihon-keikaku', '団体コード'],
    ['data/themes.csv', 'digital,もう一つ,,', 'テーマID'],
    ['data/topics.csv', 'window,もう一つ,窓口', '話題ID'],
    ['data/words.csv', '言葉,よみ\n窓口,まどぐち\n窓口,まど', '言葉'],
    ['data/glossary.csv', 'dx,もう一つ,,,説明です。', '用語ID'],
    ['data/glossary.csv', 'dx-2,DX,,,説明です。', '用語'],
    ['data/glossary.csv', 'dx-2,電子化,,PFI,説明です。', '別表記'],
    ['data/glossary.csv', 'dx-2,電子化,,IT化;デジタル化,説明です。', '別表記'],
    ['data/words.csv', '言葉,別表記\n窓口,受付;窓\nカウンター,受付', '別表記'],
    ['data/departments.csv', 'mihon-joho,mihon,もう一つ', '部署ID'],
    ['data/sources.csv', 'mihon-tokei,,もう一つ,,,,,,,', '出典ID'],
    ['data/municipalities/mihon/zones.csv', 'north,もう一つ,,,,mihon-keikaku,', '地域ID'],
  ])('in %s is reported (%s)', (file, row, field) => {
    expect(validateFixture(appendFixtureLines(file, row))).toMatchObject([{ file, code: 'repeated-id', field }]);
  });

  test('may be the word and another spelling of one row', () => {
    const files = editFixtureFile('data/glossary.csv', 'PFI,ぴーえふあい,,', 'PFI,ぴーえふあい,PFI,');
    expect(validateFixture(files)).toEqual([]);
  });
});

describe('codes that are numbers', () => {
  const createRow = (code: string) => `${code},,課題,課題,${code}番の課題,町の課題です。,,,,,,,,mihon-keikaku,第2章`;

  test.each([
    ['of days of a year', ['46023', '46024'], ['id-like-day 12']],
    ['of a day, and of a policy', ['36892', '3'], ['id-like-day 12']],
    ['of days behind the code of a policy', ['3_46023', '3_46024'], ['id-like-day 12']],
    ['of days, and of programmes behind a code', ['46023', '3_12345'], []],
    ['of programmes', ['46023', '12345'], []],
    ['of three digits', ['46023', '101'], []],
    ['of days a hundred years later', ['72001', '72002'], []],
  ])('%s', (_, codes, issues) => {
    const files = appendFixtureLines('data/plans/mihon-keikaku/tree.csv', ...codes.map(createRow));
    expect(validateFixture(files).map(({ code, line }) => `${code} ${line}`)).toEqual(issues);
  });

  test('of days are reported beside another mistake of the file, but not beside an unknown code that names the day', () => {
    const validate = (row: string) => {
      const files = appendFixtureLines('data/plans/mihon-keikaku/tree.csv', createRow('3_46023'), row);
      return validateFixture(files).map(({ code }) => code);
    };
    expect(validate(createRow('3_46024').replace('町の課題です。', ''))).toContain('id-like-day');
    expect(validate(createRow('3_1').replace(',,', ',46023,'))).toEqual(['unknown-parent']);
  });
});
