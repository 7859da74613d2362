import { expect, test } from 'vitest';
import { suggestCode, suggestSlug } from '../../../../src/tables/cells/id-cells.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';

test.each([
  ['Bosai_1', 'bosai-1'],
  ['ｒｅａｄｅｒｓ', 'readers'],
  ['mihon keikaku', 'mihon-keikaku'],
  ['-a-', 'a'],
  ['a,b', ''],
  ['広報', ''],
  ['A'.repeat(65), ''],
])('the id %s is corrected to 「%s」', (text, id) => {
  expect(suggestSlug(text)).toBe(id);
});

test.each([
  ['1-1', '1_1'],
  ['1.10', '1_10'],
  ['33‐1', '33_1'],
  ['１－１', '1_1'],
  ['1 1', '1_1'],
  ['A1', 'a1'],
  ['3/1/2', '3_1_2'],
  ['3月1日', '3_1'],
  ['33月01日', '33_1'],
  ['1-Mar', '3_1'],
  ['Jan-33', '1_33'],
  ['2026/3/1', ''],
  ['2026-03-01', ''],
  ['第3章', ''],
  ['(1)', ''],
])('the code %s is corrected to 「%s」', (text, code) => {
  expect(suggestCode(text)).toBe(code);
});

const PLAN = 'data/plans/mihon-keikaku';

test.each(['1-1', '1.1', '1月1日'])('the code %s is reported once, with a correction', (code) => {
  const files = editFixtureFile(`${PLAN}/tree.csv`, '\n1_1,1,', `\n${code},1,`);
  const problems = validateFixture(files);
  expect(problems).toMatchObject([{ file: `${PLAN}/tree.csv`, field: 'コード' }]);
  expect(problems[0]?.hint).toContain('「1_1」ではありませんか。');
});

test('an impossible id has no suggestion', () => {
  const files = {
    ...editFixtureFile('data/themes.csv', '\npublicity,広報', '\npublicité,広報'),
  };
  const hints = validateFixture(files)
    .filter(({ code }) => code === 'unknown-reference')
    .map(({ hint }) => hint);
  expect(hints.length).toBeGreaterThan(0);
  expect(hints.join()).not.toContain('publicité');
});

test('an id in full width is reported once, at its location', () => {
  expect(formatFixtureDiagnostics(editFixtureFile('data/themes.csv', '\ndigital,', '\nｄｉｇｉｔａｌ,'))).toEqual([
    'bad-slug 2:1 テーマID',
  ]);
});

test.each([
  ['合計', true],
  ['※令和8年度は集計中', true],
  ['広報', false],
])('a row of totals or notes is to be deleted: %s', (id, isDeleted) => {
  const [found] = validateFixture(appendFixtureLines(`${PLAN}/observations.csv`, `${id},令和8年度,5人,,,,,,,`));
  expect(found?.hint.endsWith('合計や注の行なら、行ごと消します。')).toBe(isDeleted);
});
