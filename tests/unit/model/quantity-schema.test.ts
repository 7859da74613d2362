import { expect, test } from 'vitest';
import { getTimeKey, isSameTime, toDayNumber } from '../../../src/model/quantity-schema.ts';

test('days are counted from 1970-01-01, with leap years', () => {
  expect(toDayNumber('1970-01-01')).toBe(0);
  expect(toDayNumber('2024-03-01') - toDayNumber('2024-02-28')).toBe(2);
  expect(toDayNumber('1969-12-31')).toBe(-1);
});

test('periods are of the same time if both ends are the same, or the text of a time without ends', () => {
  const createTime = (text: string, start: string | null = null, end = start) => ({ text, start, end });
  const year = createTime('2020年', '2020-01-01', '2020-12-31');
  expect(isSameTime(year, { ...year, text: '令和2年' })).toBe(true);
  expect(isSameTime(year, createTime('2020年1月1日', '2020-01-01'))).toBe(false);
  expect(isSameTime(year, createTime('2020年12月31日', '2020-12-31'))).toBe(false);
  expect(isSameTime(createTime('随時'), createTime('随時'))).toBe(true);
  expect(isSameTime(createTime('随時'), createTime('毎年'))).toBe(false);
  expect(isSameTime(year, createTime('2020年'))).toBe(false);
});

test('periods have one key exactly if they are of the same time', () => {
  const days = ['2020-01-01', '2020-12-31', null];
  const texts = ['2020年', '随時'];
  const periods = texts.flatMap((text) => days.flatMap((start) => days.map((end) => ({ text, start, end }))));
  for (const a of periods)
    for (const b of periods) expect(getTimeKey(a) === getTimeKey(b), JSON.stringify([a, b])).toBe(isSameTime(a, b));
});
