import { describe, expect, test } from 'vitest';
import { formatDiagnostics } from '../../../../src/diagnostics/format-diagnostics.ts';
import { TEXT_PLACEHOLDER } from '../../../../src/model/chapter.ts';
import { validateFile } from '../../../../src/validation/validate-file.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  formatFixtureDiagnostics,
  validateFixture,
} from '../../../support/fixture-site.ts';

const TREE = 'data/plans/mihon-keikaku/tree.csv';
const INDEX = 'content/plans/mihon-keikaku/index.mdx';

const found = (files: Parameters<typeof validateFixture>[0]) =>
  validateFixture(files).map(({ code, level, file, line, field }) => [code, level, file, line, field]);

test('a placeholder is reported in names and in summaries', () => {
  const files = editFixtureFile(
    TREE,
    'むだのないまち,町のお金と建物を',
    `${TEXT_PLACEHOLDER}（政策の名称）,1。${TEXT_PLACEHOLDER}。`,
  );
  expect(found(files)).toEqual([
    ['placeholder', 'warning', TREE, 10, '名称'],
    ['placeholder', 'warning', TREE, 10, '要約'],
  ]);
});

test('a placeholder is reported in texts, at its line and column', () => {
  const files = editFixtureFile(INDEX, '\n---\n', `\n---\n\n𠮷${TEXT_PLACEHOLDER}。\n`);
  const [one, ...more] = validateFixture(files);
  const text = String(files[INDEX]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ code: 'placeholder', file: INDEX, column: 2 });
  expect(text.split('\n')[(one?.line ?? 0) - 1]).toContain(TEXT_PLACEHOLDER);
});

test('a placeholder is also reported in a file by itself', () => {
  const lines = ['コード,種別,名称,要約,出典ID', `1,政策,${TEXT_PLACEHOLDER}（政策の名称）,まとめ,p`];
  const { diagnostics } = validateFile('tree.csv', new TextEncoder().encode(lines.join('\n')));
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['placeholder', 2]]);
});

const PLAN = 'data/plans/mihon-keikaku';
const TEXTS = 'content/plans/mihon-keikaku';
const UNSEEN = String.fromCodePoint(0x200b);

describe('a platform-dependent character', () => {
  test.each([
    [
      'the name of a plan item',
      editFixtureFile(`${PLAN}/tree.csv`, 'みんなでつくるまち', '①みんなでつくるまち'),
      '名称',
    ],
    ['a summary', editFixtureFile(`${PLAN}/tree.csv`, '町のお金と建物を', '㈱町のお金と建物を'), '要約'],
    ['a mark', editFixtureFile(`${PLAN}/tree.csv`, '強靱化;重点', '強靱化;重点Ⅲ'), '印'],
    [
      'a note of a result',
      editFixtureFile(`${PLAN}/observations.csv`, '答えた人が少ない', 'ｱﾝｹｰﾄに答えた人が少ない'),
      '注記',
    ],
    ['a source', editFixtureFile('data/sources.csv', '見本の統計', '見本の統計№1'), '資料名'],
    ['another spelling', editFixtureFile('data/glossary.csv', ';デジタルトラ', ';ﾃﾞｼﾞﾀﾙトラ'), '別表記'],
    [
      'a zone',
      editFixtureFile('data/municipalities/mihon/zones.csv', '町の南側です', '㍻にできた町の南側です'),
      '説明',
    ],
    ['a change', editFixtureFile('data/changes.csv', '打ちまちがい', '打ちまちがい①'), '理由'],
    [
      'the place of a target',
      editFixtureFile(`${PLAN}/targets.csv`, '2023-04-01,mihon-keikaku,指標 > 2', '2023-04-01,mihon-keikaku,指標 > ②'),
      '出典箇所',
    ],
  ])('is reported in %s', (_what, files, field) => {
    expect(validateFixture(files)).toMatchObject([{ code: 'platform-character', level: 'warning', field }]);
  });

  test.each([
    ['a value', editFixtureFile(`${PLAN}/observations.csv`, '令和6年度,32%', '令和6年度,32㌫')],
    ['a time', editFixtureFile(`${PLAN}/observations.csv`, 'online,令和6年度', 'online,㋿6年度')],
    [
      'a unit',
      editFixtureFile(
        `${PLAN}/indicators.csv`,
        'online,1_1_2,家からできる手続きの割合,%',
        'online,1_1_2,家からできる手続きの割合,㌫',
      ),
    ],
    ['the numbers of a plan', editFixtureFile(`${TEXTS}/index.mdx`, '"(1)"', '"①"')],
  ])('may be in %s', (_what, files) => {
    expect(formatFixtureDiagnostics(files)).toEqual([]);
  });
});

describe('a name', () => {
  const named = (name: string) => appendFixtureLines('data/glossary.csv', `new,"${name}",,窓口,説明です。`);

  test.each([
    ['見本　計画', '全角の空白'],
    ['見本\n計画', '改行'],
    ['見本\t計画', 'タブ'],
    ['見本  計画', '続いた空白'],
  ])('with spaces between its characters is reported: %j', (name, what) => {
    const [problem] = validateFixture(named(name));
    expect(problem).toMatchObject({ code: 'spaces-in-name', line: 4, field: '用語' });
    expect(problem?.message).toContain(what);
    expect(problem?.hint).toContain('「見本 計画」');
  });

  test.each(['通　い　の　場　の　数', '通 　い 　の 　場 　の 　数', '通\nい\nの\n場\nの\n数'])(
    'with spaces between all its letters needs none: %j',
    (name) => {
      expect(validateFixture(named(name))[0]?.hint).toContain('「通いの場の数」');
    },
  );

  test.each(['見本 計画', 'a'.repeat(100), '𠮷'.repeat(100)])('is sound: %s', (name) => {
    expect(formatFixtureDiagnostics(named(name))).toEqual([]);
  });

  test('of more than 100 characters is reported', () => {
    const [problem] = validateFixture(named('𠮷'.repeat(101)));
    expect(problem).toMatchObject({ code: 'long-cell', message: '「用語」が101字あります。' });
  });
});

describe('a summary', () => {
  const summarised = (summary: string) =>
    editFixtureFile(`${PLAN}/tree.csv`, '町のお金と建物を、大切に使います。', summary);

  test('of more than 300 characters is reported', () => {
    expect(formatFixtureDiagnostics(summarised('あ'.repeat(301)))).toEqual(['long-cell 10:18 要約']);
  });

  test('may have 300 characters, full-width spaces and line breaks', () => {
    expect(formatFixtureDiagnostics(summarised('あ'.repeat(300)))).toEqual([]);
    expect(formatFixtureDiagnostics(summarised('"町の　お金\nを使います。"'))).toEqual([]);
  });
});

describe('a front matter', () => {
  test.each([
    ['=1+1', 'formula-like'],
    ['"@町"', 'formula-like'],
    ['-町', 'formula-like'],
    ['"\\t=1+1"', 'formula-like'],
    ['<b>町</b>', 'html-in-cell'],
    [`町${UNSEEN}の案`, 'unseen-character'],
    ['"町の\\uFFFD案"', 'damaged-character'],
    ['町の㈱案', 'platform-character'],
  ])('has the limits of a cell: %s', (title, code) => {
    expect(
      formatFixtureDiagnostics(editFixtureFile(`${TEXTS}/text/basis.mdx`, '計画のもとになる考え\n', `${title}\n`)),
    ).toEqual([`${code} 2:8 title`]);
  });

  test('has the limits of a cell in its lists too', () => {
    expect(
      formatFixtureDiagnostics(editFixtureFile(`${TEXTS}/index.mdx`, '目指す姿, 姿勢', '目指す姿, 姿勢, =1')),
    ).toContain('formula-like 15:9 levels');
  });

  test.each([
    ['"=1+1"', 'formula-like'],
    ['"<b>"', 'html-in-cell'],
    [`"${UNSEEN}"`, 'unseen-character'],
  ])('has the limits of a cell in its numbers too: %s', (number, code) => {
    expect(formatFixtureDiagnostics(editFixtureFile(`${TEXTS}/index.mdx`, '"(1)"', number))).toEqual([
      `${code} 16:10 numbers`,
    ]);
  });
});

describe('a text', () => {
  const withBody = (body: string) => editFixtureFile(`${TEXTS}/text/basis.mdx`, '計画のもとになる考えです。', body);

  test('with an invisible character is reported at its location', () => {
    expect(formatFixtureDiagnostics(withBody(`𠮷考え${UNSEEN}です。`))).toEqual(['unseen-character 8:4']);
  });

  test('with a platform-dependent character is reported at its location', () => {
    expect(formatFixtureDiagnostics(withBody('考えは①です。'))).toEqual(['platform-character 8:4']);
  });

  test('may contain the signs of MDX', () => {
    expect(formatFixtureDiagnostics(withBody('- &lt; と<Indicator id="mihon-keikaku/sns" />です。'))).toEqual([]);
  });

  test('has the same limits in guides', () => {
    expect(formatFixtureDiagnostics(editFixtureFile('content/guides/method.mdx', 'まっすぐな線', 'ﾏｯｽｸﾞな線'))).toEqual([
      'platform-character 7:1',
    ]);
  });
});

test('a row without an English name is reported if other rows of the file have one', () => {
  const check = (...names: readonly string[]) => {
    const lines = ['テーマID,名称,英語名', ...names.map((name, at) => `t${at},題${at},${name}`)];
    const { diagnostics } = validateFile('themes.csv', new TextEncoder().encode(lines.join('\n')));
    return diagnostics.map(({ code, level, line, field }) => [code, level, line, field]);
  };
  expect(check('Roads', '')).toEqual([['missing-english-name', 'warning', 3, '英語名']]);
  expect(check('', '')).toEqual([]);
  expect(check('Roads', 'Parks')).toEqual([]);
});

test('many rows without an English name are one message with their locations', () => {
  const lines = ['テーマID,名称,英語名', 't0,道,Roads', ...[1, 2, 3, 4].map((at) => `t${at},題${at},`)];
  const { diagnostics } = validateFile('themes.csv', new TextEncoder().encode(lines.join('\n')));
  const text = formatDiagnostics(diagnostics);
  expect(text.split('英語名がありません')).toHaveLength(2);
  expect(text).toContain('同じ問題 [missing-english-name] が、ほかに3件あります: themes.csv:4:');
});

test('an item with a summary but no English one is reported if another item of the plan has one', () => {
  const check = (...rows: readonly string[]) => {
    const lines = ['コード,種別,名称,要約,英語の要約', ...rows];
    const { diagnostics } = validateFile('tree.csv', new TextEncoder().encode(lines.join('\n')));
    return diagnostics.filter(({ code }) => code === 'missing-english-name').map(({ line, field }) => [line, field]);
  };
  expect(check('1,政策,道,道を直す。,We mend roads.', '2,政策,町,町を直す。,', '3,事業,橋,,')).toEqual([
    [3, '英語の要約'],
  ]);
  expect(check('1,政策,道,道を直す。,', '2,政策,町,町を直す。,')).toEqual([]);
});

describe('a reading', () => {
  const check = (...rows: readonly string[]) => {
    const lines = ['用語ID,用語,よみ,説明', ...rows.map((row, at) => `t${at},${row},説明です。`)];
    const { diagnostics } = validateFile('glossary.csv', new TextEncoder().encode(lines.join('\n')));
    return diagnostics.map(({ code, level, line, field }) => [code, level, line, field]);
  };

  test('that does not fit its name, or fits in several ways, is reported at its cell', () => {
    expect(check('窓口,まどぐち', '窓口の見直し,まどぐちみなおし', '検討と指針,けんとうとししん', '協働,')).toEqual([
      ['unmatched-reading', 'warning', 3, 'よみ'],
      ['ambiguous-reading', 'warning', 4, 'よみ'],
    ]);
  });

  test('is clear with a space where the reading of kanji ends', () => {
    expect(check('検討と指針,けんとう とししん')).toEqual([]);
  });
});

test.each([
  ['見本町,みほんちょう', []],
  ['見本町,みほんまち', []],
  ['見本町,みほんし', ['unmatched-reading 2:18 よみ']],
  ['見本市（架空）,みほんちょう（かくう）', ['unmatched-reading 2:22 よみ']],
  ['見本市,みほん市', ['unmatched-reading 2:18 よみ']],
  ['見本県,みほん', []],
])('the reading of a municipality ends as its name does: %s', (names, expected) => {
  expect(formatFixtureDiagnostics(editFixtureFile('data/municipalities.csv', '見本町,みほんちょう', names))).toEqual(
    expected,
  );
});

test('the reading of a short title is reported at its line', () => {
  const index = 'content/plans/mihon-keikaku/index.mdx';
  const files = editFixtureFile(index, 'shortTitle: ', 'reading: かな\nshortTitle: ');
  expect(formatFixtureDiagnostics(files)).toEqual(['unmatched-reading 3:10 reading']);
});

test('a last year of a plan that is not a time is an error at its line', () => {
  expect(found(editFixtureFile(INDEX, '\nsource: ', '\nlastYear: 早め\nsource: '))).toEqual([
    ['not-a-period', 'error', INDEX, 17, 'lastYear'],
  ]);
});
