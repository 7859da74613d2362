import { expect, test } from 'vitest';
import { formatEnglishPeriod, formatEnglishValue } from '../../../src/site-data/format-english.ts';
import { readPeriod } from '../../../src/notation/period.ts';

test.each([
  ['令和4年度', 'FY2022'],
  ['平成19年度～平成28年度', 'FY2007 to FY2016'],
  ['2020年', '2020'],
  ['令和5年10月時点', 'October 2023'],
  ['令和5年2月', 'February 2023'],
  ['令和5年10月1日', '1 October 2023'],
])('the period %s is %s', (text, english) => {
  const period = readPeriod(text);
  expect(period.ok && formatEnglishPeriod(period.value)).toBe(english);
});

test('other periods have their first and last day, and unknown days have no English form', () => {
  expect(formatEnglishPeriod({ start: '2022-04-15', end: '2022-05-31' })).toBe('15 April 2022 to 31 May 2022');
  expect(formatEnglishPeriod({ start: '2020-01-01', end: '2021-12-31' })).toBe('2020 to 2021');
  expect(formatEnglishPeriod({ start: null, end: '2022-05-31' })).toBeNull();
});

test('values have their English units, and words have no English form', () => {
  expect(formatEnglishValue({ value: 5587 }, 'people')).toBe('5,587 people');
  expect(formatEnglishValue({ value: 97.4 }, '%')).toBe('97.4%');
  expect(formatEnglishValue({ value: 3 }, '')).toBe('3');
  expect(formatEnglishValue({ value: null }, '%')).toBeNull();
});

test('targets say how they compare', () => {
  const target = { low: null, high: null } as const;
  expect(formatEnglishValue({ ...target, value: 80, comparator: '>=' }, '%')).toBe('at least 80%');
  expect(formatEnglishValue({ ...target, value: 5, comparator: '=' }, 'cases')).toBe('5 cases');
  expect(formatEnglishValue({ value: null, comparator: 'within', low: 3, high: 5 }, 'people')).toBe('3 to 5 people');
});
