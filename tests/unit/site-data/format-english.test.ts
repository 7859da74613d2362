import { expect, test } from 'vitest';
import {
  formatEnglishCount,
  formatEnglishPeriod,
  formatEnglishValue,
  translatePeriod,
} from '../../../src/site-data/format-english.ts';
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

test.each([
  ['2022-04-15', '2022-05-31', '15 April 2022 to 31 May 2022'],
  ['2022-04-02', '2023-03-31', '2 April 2022 to 31 March 2023'],
  ['2022-04-01', '2023-03-30', '1 April 2022 to 30 March 2023'],
  ['2022-04-01', '2022-12-31', '1 April 2022 to 31 December 2022'],
  ['2022-01-01', '2023-03-31', '1 January 2022 to 31 March 2023'],
  ['2022-05-01', '2023-05-31', '1 May 2022 to 31 May 2023'],
  ['2022-05-01', '2022-06-30', '1 May 2022 to 30 June 2022'],
  ['2020-01-01', '2021-12-31', '2020 to 2021'],
  [null, '2022-05-31', null],
  ['2022-05-31', null, null],
])('the period from %s to %s is %s', (start, end, english) => {
  expect(formatEnglishPeriod({ start, end })).toBe(english);
});

test('words for a period are translated if their days are known', () => {
  expect(['令和4年度', '随時', null].map(translatePeriod)).toEqual(['FY2022', '', '']);
});

test('only other numbers than 1 are followed by a plural', () => {
  expect([0, 1, 1200].map((count) => formatEnglishCount(count, 'item'))).toEqual(['0 items', '1 item', '1,200 items']);
});

test('values have their English units, and words have no English form', () => {
  expect(formatEnglishValue({ value: 5587 }, 'people')).toBe('5,587 people');
  expect(formatEnglishValue({ value: 97.4 }, '%')).toBe('97.4%');
  expect(formatEnglishValue({ value: 3 }, '')).toBe('3');
  expect(formatEnglishValue({ value: null }, '%')).toBeNull();
  expect(formatEnglishValue({ value: null, low: 3, high: null }, '%')).toBeNull();
  expect(formatEnglishValue({ value: null, low: null, high: 5 }, '%')).toBeNull();
});

test('targets say how they compare', () => {
  const target = { low: null, high: null } as const;
  expect(formatEnglishValue({ ...target, value: 80, comparator: '>=' }, '%')).toBe('at least 80%');
  expect(formatEnglishValue({ ...target, value: 5, comparator: '=' }, 'cases')).toBe('5 cases');
  expect(formatEnglishValue({ value: null, comparator: 'within', low: 3, high: 5 }, 'people')).toBe('3 to 5 people');
});
