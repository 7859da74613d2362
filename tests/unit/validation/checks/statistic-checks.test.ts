import { describe, expect, test } from 'vitest';
import {
  appendFixtureLines,
  editFixtureFile,
  formatFixtureDiagnostics,
  validateFixture,
} from '../../../support/fixture-site.ts';

const STATISTICS = 'data/statistics.csv';
const VALUES = 'data/municipalities/mihon/statistic-values.csv';

/** Returns the diagnostics of a new statistic with these cells, without their locations. */
function listStatisticIssues(cells: Readonly<Record<string, string>>): string[] {
  const { comparison = 'そのまま', divisor = '', adjusted = '', value = '', title = '', source = '' } = cells;
  const row = ['new', '新しい統計', '', '%', '財政', '', comparison, divisor, adjusted, '定義です。', '', ''];
  const lines = formatFixtureDiagnostics(appendFixtureLines(STATISTICS, [...row, value, title, source].join(',')));
  return lines.map((line) => line.replace(/ \d+:\d+ /, ' '));
}

/** Returns the diagnostics of values of the statistic `income` (千円) after those of the valid town. */
const listValueIssues = (...rows: readonly string[]) =>
  formatFixtureDiagnostics(appendFixtureLines(VALUES, ...rows.map((row) => `income,${row},,mihon-tokei`)));

describe('the divisor of a statistic', () => {
  test.each([
    ['1人あたり', 'residents', []],
    ['割合', 'residents', []],
    ['そのまま', '', []],
    ['1人あたり', '', ['missing-divisor 割る統計ID']],
    ['割合', '', ['missing-divisor 割る統計ID']],
    ['指数', 'residents', ['needless-divisor 割る統計ID']],
    ['比べない', 'residents', ['needless-divisor 割る統計ID']],
    ['1人あたり', 'new', ['own-statistic 割る統計ID']],
    ['1人あたり', 'nowhere', ['unknown-reference 割る統計ID']],
  ])('of %s may or may not be 「%s」', (comparison, divisor, expected) => {
    expect(listStatisticIssues({ comparison, divisor })).toEqual(expected);
  });
});

test.each([
  ['2042年度', 'mihon-keikaku', ['result-not-yet 11:8 時点']],
  ['2026年12月1日', 'mihon-keikaku', ['result-not-yet 11:8 時点']],
  ['2026年度', 'mihon-keikaku', []],
  ['2026年11月20日', 'mihon-keikaku', []],
  ['2042年度', 'mihon-tokei', []],
])('a statistic of %s, from %s, may be of a time after the source was read', (time, source, expected) => {
  const files = appendFixtureLines(VALUES, `income,${time},52億円,,${source}`);
  expect(formatFixtureDiagnostics(files)).toEqual(expected);
  for (const { message } of validateFixture(files))
    expect(message).toContain(`統計の時点「${time}」が、出典「${source}」`);
});

test('a projection may be of any time', () => {
  const values = appendFixtureLines(VALUES, 'projection,2042年,10人,,mihon-keikaku');
  const row = 'projection,将来推計人口,,人,人口,,そのまま,,,定義です。,,,,,';
  expect(formatFixtureDiagnostics({ ...values, ...appendFixtureLines(STATISTICS, row) })).toEqual([]);
});

test('a statistic is not read instead of itself', () => {
  expect(listStatisticIssues({ adjusted: 'new' })).toEqual(['own-statistic 参考の統計ID']);
});

describe('the threshold of a statistic', () => {
  test.each([
    ['', '', '', []],
    ['25', '基準', 'mihon-tokei', []],
    ['0', '基準', 'mihon-tokei', []],
    ['25', '基準', '', ['incomplete-threshold 基準の出典ID']],
    ['25', '', '', ['incomplete-threshold 基準の名称']],
    ['', '', 'mihon-tokei', ['incomplete-threshold 基準値']],
    ['25', '基準', 'nowhere', ['unknown-reference 基準の出典ID']],
  ])('is whole or missing: %s, %s, %s', (value, title, source, expected) => {
    expect(listStatisticIssues({ value, title, source })).toEqual(expected);
  });

  test('lists every missing part', () => {
    const [issue] = validateFixture(editFixtureFile(STATISTICS, ',早期健全化基準,mihon-tokei', ',,'));
    expect(issue?.message).toContain('基準の名称と基準の出典ID');
  });
});

describe('a value of a statistic', () => {
  test.each(['5,200,000', '5,200,000千円', '52億円', '算定なし', '0', '▲3'])('may be %s', (value) => {
    expect(listValueIssues(`令和5年度,"${value}"`)).toEqual([]);
  });

  test.each(['―', '集計中', '約52億円', '未調査'])('is not %s', (value) => {
    expect(listValueIssues(`令和5年度,${value}`)).toEqual(['not-a-statistic-value 11:14 値']);
  });

  test.each([
    ['2024年1月1日,', '値が空です。'],
    [',5人', '空のセルは時点として読めません。'],
  ])('that lacks a part is reported without an empty quotation: %s', (cells, message) => {
    expect(validateFixture(appendFixtureLines(VALUES, `residents,${cells},,mihon-tokei`))).toMatchObject([{ message }]);
  });

  test('has the unit of its statistic', () => {
    expect(listValueIssues('令和5年度,52人')).toEqual(['other-unit 11:14 値']);
  });

  test.each(['随時', '4月1日', ''])('has a time whose days are known, unlike 「%s」, with one message', (period) => {
    expect(listValueIssues(`${period},52億円`)).toEqual(['not-a-period 11:8 時点']);
  });

  test('belongs to a statistic that exists', () => {
    const files = appendFixtureLines(VALUES, 'incom,令和5年度,5,,mihon-tokei');
    expect(formatFixtureDiagnostics(files)).toEqual(['unknown-reference 11:1 統計ID']);
  });

  test('below zero is doubtful if people are counted', () => {
    const files = appendFixtureLines(VALUES, 'residents,2024年1月1日,"▲12,250",,mihon-tokei');
    expect(formatFixtureDiagnostics(files)).toEqual(['negative-count 11:21 値']);
  });

  test('far from its neighbours is a warning', () => {
    const files = appendFixtureLines(VALUES, 'income,令和5年度,"52,000,000",,mihon-tokei');
    expect(validateFixture(files)).toMatchObject([{ code: 'slipped-unit', level: 'warning', line: 11 }]);
  });

  test('far from all others is a warning that names a statistic', () => {
    const rows = ['令和5年度,52億円', '令和6年度,53億円', '令和7年度,250億円'];
    const lines = rows.map((row) => `income,${row},,mihon-tokei`);
    const [issue] = validateFixture(appendFixtureLines(VALUES, ...lines));
    expect(issue).toMatchObject({ code: 'outlier', level: 'warning', line: 13 });
    expect(issue?.message).toContain('この統計のほかの値');
  });

  test('that is 0 far from all others has advice that the next check accepts', () => {
    const rows = ['令和5年度,52億円', '令和6年度,53億円', '令和7年度,0'];
    const lines = rows.map((row) => `income,${row},,mihon-tokei`);
    const [issue] = validateFixture(appendFixtureLines(VALUES, ...lines));
    expect(issue).toMatchObject({ code: 'outlier', line: 13 });
    expect(issue?.hint).toContain('値がわからないときは行を消し、計算しないと資料にあるときは「算定なし」と書きます。');
    expect(issue?.hint).not.toMatch(/集計中|未調査/);
  });
});

describe('the times of the values of a statistic', () => {
  test.each([
    ['the same time', '令和4年度', '11:8'],
    ['the same days in other words', '2022年度', '11:8'],
    ['a day within', '2022年10月1日', '8:8'],
    ['a longer time', '令和4年4月～令和5年6月', '11:8'],
    ['several others', '令和3年4月～令和5年3月', '8:8'],
  ])('may not have days in common: %s', (_what, period, location) => {
    expect(listValueIssues(`${period},51億円`)).toContain(`overlapping-periods ${location} 時点`);
  });

  test('may follow each other without a gap', () => {
    expect(listValueIssues('令和5年度,51億円')).toEqual([]);
  });

  test('may be the same in another statistic', () => {
    const files = appendFixtureLines(VALUES, 'burden,令和5年度,5,,mihon-tokei', 'income,令和5年度,52億円,,mihon-tokei');
    expect(formatFixtureDiagnostics(files)).toEqual([]);
  });
});

test('a folder of values for an unknown municipality is reported at its file', () => {
  const file = 'data/municipalities/mihonn/statistic-values.csv';
  const diagnostics = validateFixture({ [file]: '統計ID,時点,値,出典ID\nincome,令和5年度,5,mihon-tokei\n' });
  expect(diagnostics).toMatchObject([{ code: 'unknown-reference', file }]);
});
