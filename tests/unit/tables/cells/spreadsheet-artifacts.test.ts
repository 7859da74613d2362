import { describe, expect, test } from 'vitest';
import { findSpreadsheetArtifact } from '../../../../src/tables/cells/spreadsheet-artifacts.ts';
import { appendFixtureLines, editFixtureFile, validateFixture } from '../../../support/fixture-site.ts';

const OBSERVATIONS = 'data/plans/mihon-keikaku/observations.csv';

describe('a sign of a spreadsheet or a person in place of a value', () => {
  test.each([
    ['同上', 'ditto'],
    ['〃', 'ditto'],
    ['#DIV/0!', 'error-cell'],
    ['#REF!', 'error-cell'],
    ['#N/A', 'error-cell'],
    ['#######', 'narrow-column'],
    ['1.23457E+11', 'narrow-column'],
    ['=B2*100', 'formula-for-value'],
    ['＝B2*100', 'formula-for-value'],
    ['＝SUM(B2:B4)', 'formula-for-value'],
    ['＝2*100', 'formula-for-value'],
  ])('%s has the issue %s', (value, code) => {
    expect(findSpreadsheetArtifact(value)?.code).toBe(code);
    expect(validateFixture(appendFixtureLines(OBSERVATIONS, `sns,令和7年度,${value},,,,,,,`))).toMatchObject([
      { code, line: 8, field: '値' },
    ]);
  });

  test.each(['#', '=', '＝1', '＝LOVE', 'たくさん', '同上の値', '"緑"の道'])('%s has no such issue', (value) => {
    expect(findSpreadsheetArtifact(value)).toBeNull();
  });
});

test.each(['〃', '同上', ''])('the id of an indicator must be repeated, not replaced by 「%s」', (value) => {
  const [problem, ...others] = validateFixture(appendFixtureLines(OBSERVATIONS, `${value},令和8年度,1人,,,,,,,`));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ line: 8, field: '指標ID' });
  expect(problem?.hint).toMatch(/上の行と同じ.*「指標ID」/);
});

describe('a date as a serial number', () => {
  test('is reported in a column of periods', () => {
    const [problem] = validateFixture(appendFixtureLines(OBSERVATIONS, 'sns,45017,1人,,,,,,,'));
    expect(problem).toMatchObject({
      code: 'date-serial',
      message: '「45017」は、Excel の日付の連番（2023年4月1日）のようです。',
    });
    expect(problem?.hint).toContain('「2023年4月1日」');
  });

  test('is reported in a column of dates, with the correct form', () => {
    const [problem] = validateFixture(editFixtureFile('data/sources.csv', ',2023-04-01,', ',45017,'));
    expect(problem).toMatchObject({ code: 'date-serial', field: '発行日' });
    expect(problem?.hint).toContain('「2023-04-01」');
  });

  test.each(['12345', '4501', '450170'])('is not %s', (value) => {
    const [problem] = validateFixture(appendFixtureLines(OBSERVATIONS, `sns,${value},1人,,,,,,,`));
    expect(problem?.code).not.toBe('date-serial');
  });
});
