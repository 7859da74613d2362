import { expect, test } from 'vitest';
import { DiagnosticReport, findByTitle } from '../../../src/diagnostics/diagnostic-report.ts';
import { hasErrors, locateFile } from '../../../src/diagnostics/diagnostic.ts';
import { MAX_REPORTED } from '../../../src/model/input-limits.ts';
import { appendFixtureLines, editFixtureFile, validateFixture } from '../../support/fixture-site.ts';

const THINGS = [
  { id: 'publicity', title: '広報・情報発信' },
  { id: 'digital', title: 'デジタル化' },
  { id: 'finance', title: '財政' },
  { id: 'finances', title: '財政の見とおし' },
  { id: 'children', title: '子どもの遊び場' },
  { id: 'schools', title: '子どもの学校' },
];

test.each([
  ['広報・情報発信', 'publicity'],
  ['広報', 'publicity'],
  ['情報 発信', 'publicity'],
  ['財政', 'finance'],
  ['ﾃﾞｼﾞﾀﾙ', 'digital'],
])('%s is %s', (title, id) => {
  expect(findByTitle(title, THINGS)?.id).toBe(id);
});

test.each(['財', '報', '化', '観光', '', '財政の', 'ータ', '子ども'])('%s has no certain meaning', (title) => {
  expect(findByTitle(title, THINGS)?.id ?? null).toBe(title === '財政の' ? 'finances' : null);
});

const PLAN = 'data/plans/mihon-keikaku';

test.each([
  [
    'a theme',
    editFixtureFile(`${PLAN}/tree.csv`, ',publicity;digital,', ',広報;digital,'),
    '「publicity」（広報）ではありませんか。',
  ],
  [
    'a department',
    editFixtureFile(`${PLAN}/tree.csv`, ',mihon-kikaku;mihon-joho,', ',企画課;mihon-joho,'),
    '「mihon-kikaku」（企画課）ではありませんか。',
  ],
  [
    'an indicator',
    appendFixtureLines(`${PLAN}/observations.csv`, '町公式SNSの登録者数,令和7年度,1人,,,,,,,'),
    '「sns」（町公式SNSの登録者数）ではありませんか。',
  ],
])('the id of %s is offered to those who typed its title', (_what, files, hint) => {
  const [diagnostic, ...others] = validateFixture(files);
  expect(others).toEqual([]);
  expect(diagnostic).toMatchObject({ code: 'bad-slug' });
  expect(diagnostic?.hint).toContain(hint);
});

test('a title that no record has leads to the table of the records', () => {
  const [diagnostic] = validateFixture(
    editFixtureFile(`${PLAN}/tree.csv`, ',mihon-kikaku;mihon-joho,', ',福祉課;mihon-joho,'),
  );
  expect(diagnostic?.hint).toContain(
    '「部署」の表にあるIDを書きます。なければ、その表に行を足します。IDは、半角の英小文字と数字を',
  );
});

test('does not suggest the title of one record as the id of a new one', () => {
  const [diagnostic] = validateFixture(
    appendFixtureLines(
      `${PLAN}/indicators.csv`,
      '歩いて行ける広場の数,,題,人,増加,,1人,令和4年度,2人,令和9年度,,,mihon-keikaku,',
    ),
  );
  expect(diagnostic?.code).toBe('bad-slug');
  expect(diagnostic?.hint).not.toContain('walk');
});

const LIMIT = MAX_REPORTED.toLocaleString('en');

test.each([
  ['error', 'bad-slug', `まちがいの数が、上限（${LIMIT}件）をこえています。`],
  ['warning', 'band-gap', `注意の数が、上限（${LIMIT}件）をこえています。`],
] as const)('of a file with too many problems, the first are reported: %s', (level, code, text) => {
  const report = new DiagnosticReport();
  const addLines = (file: string, count: number) => {
    for (let line = 1; line <= count; line++) report.addIssue(locateFile(file, line), { code, values: {} });
  };
  addLines('a.csv', MAX_REPORTED + 3);
  addLines('b.csv', MAX_REPORTED);
  const [first, last] = [report.diagnostics[0], report.diagnostics[MAX_REPORTED]];
  expect(report.diagnostics).toHaveLength(2 * MAX_REPORTED + 1);
  expect(first).toMatchObject({ code, level, line: 1 });
  expect(last).toMatchObject({ code: 'over-limit', level, file: 'a.csv', message: text });
  expect(hasErrors(report.diagnostics)).toBe(level === 'error');
});

test('errors are reported after too many warnings of their file', () => {
  const report = new DiagnosticReport();
  for (let line = 0; line < MAX_REPORTED + 2; line++)
    report.addIssue(locateFile('a.csv'), { code: 'band-gap', values: {} });
  report.addIssue(locateFile('a.csv'), { code: 'bad-slug', values: {} });
  expect(report.diagnostics.at(-1)).toMatchObject({ code: 'bad-slug' });
});
