import { describe, expect, test } from 'vitest';
import * as cell from '../../../../src/tables/cells/cell-types.ts';
import { readAs, readSuggestion } from '../../../support/read-cell.ts';

describe('goals', () => {
  test('are numbers from 1 to 17', () => {
    expect(readAs(cell.sdgList(), '1;17')).toEqual([1, 17]);
  });

  test('may be typed in full width', () => {
    expect(readAs(cell.sdgList(), '１；１７')).toEqual([1, 17]);
    expect(readAs(cell.optionalFlag('例示'), '１')).toBe(true);
    expect(readAs(cell.optionalInteger(), '７４，３２６')).toBe(74326);
    expect(readAs(cell.requiredDate(), '２０２６－１１－２０')).toBe('2026-11-20');
  });

  test.each(['0', '18', '目標1', '１８', '1.5'])('are not %s', (text) => {
    expect(readAs(cell.sdgList(), text)).toBe('<bad-sdg>');
  });
});

describe('a day', () => {
  test.each(['2026-11-20', '2026/11/20', ' 2026/11/20 '])('is read as typed or as Excel saves it: %s', (text) => {
    expect(readAs(cell.requiredDate(), text)).toBe('2026-11-20');
  });

  test('may lack leading zeros', () => {
    expect(readAs(cell.requiredDate(), '2026/4/1')).toBe('2026-04-01');
  });

  test.each([
    ['2026-02-29', '<impossible-date>'],
    ['2026/13/1', '<impossible-date>'],
    ['令和8年11月20日', '<bad-date>'],
    ['2026-11/20', '<bad-date>'],
    ['20261120', '<bad-date>'],
    ['', '<empty-cell>'],
  ])('is not %s (%s)', (text, flaw) => {
    expect(readAs(cell.requiredDate(), text)).toBe(flaw);
  });

  test.each([
    ['令和8年11月20日', '2026-11-20'],
    ['R8.4.1', '2026-04-01'],
    ['令和8年11月', ''],
    ['そのうち', ''],
  ])('is suggested for %s if it is one day (%s)', (text, near) => {
    expect(readSuggestion(cell.requiredDate(), text)).toBe(near);
  });
});

describe('numbers', () => {
  test.each([
    ['74326', 74326],
    ['74,326', 74326],
    ['0', 0],
    ['', null],
    ['7,4326', '<bad-whole>'],
    ['約7万', '<bad-whole>'],
    ['-1', '<bad-whole>'],
    ['999,999,999,999,999', 999_999_999_999_999],
    ['1000000000000000', '<bad-whole>'],
    ['1,000,000,000,000,000', '<bad-whole>'],
    ['1.5', '<bad-whole>'],
  ])('that are whole: %s → %s', (text, value) => {
    expect(readAs(cell.optionalInteger(), text)).toBe(value);
  });

  test.each([
    ['35.82', 35.82],
    ['20', 20],
    ['', null],
    ['19.99', '<out-of-range>'],
    ['46.1', '<out-of-range>'],
    ['北緯35度', '<bad-decimal>'],
    ['35,82', '<bad-decimal>'],
  ])('between two limits: %s → %s', (text, value) => {
    expect(readAs(cell.optionalDecimal('緯度', 20, 46, '35.82'), text)).toBe(value);
  });

  test.each([
    ['1', 1],
    ['', null],
    ['0', '<bad-whole>'],
    ['01', '<bad-whole>'],
  ])('of a place in a list: %s → %s', (text, value) => {
    expect(readAs(cell.optionalPosition(), text)).toBe(value);
  });
});

test.each([
  ['1', true],
  ['', false],
  ['○', '<bad-flag>'],
  ['true', '<bad-flag>'],
  ['0', '<bad-flag>'],
])('a mark is 1 or nothing: %s → %s', (text, value) => {
  expect(readAs(cell.optionalFlag('例示'), text)).toBe(value);
});
