import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import { choosePeriod, isOtherPeriod } from '../../../src/validation/cell-period.ts';

function readColumn(text: string) {
  const reading = readPeriod(text);
  if (!reading.ok) throw new Error(text);
  return reading.value;
}
function readCell(text: string) {
  const reading = readQuantity(text);
  if (!reading.ok) throw new Error(text);
  return reading.value.period;
}

describe('the year in the cell of a value', () => {
  test.each([
    ['2015年度', '70.7%(2012年度)', '2012年度'],
    ['令和4年度', '10.2%（令和2年度）', '令和2年度'],
    ['2019年度', '50%(2010年度)', '2010年度'],
    ['2015年度', '83.1%(2015年)', '2015年'],
    ['令和5年度', '12人（令和5年3月末）', '令和5年3月末'],
    ['令和4年度', '12人(R2)', 'R2'],
    ['令和2年度', '100人（R元）', 'R元'],
    ['平成30年度', '12人(28年度)', '28年度'],
    ['令和5年度', '12人（前年度値）', '前年度値'],
    ['R5', '12人（前回調査）', '前回調査'],
  ])('differs from %s and wins: %s', (column, cell, chosen) => {
    expect(isOtherPeriod(readColumn(column), readCell(cell))).toBe(true);
    expect(choosePeriod(readColumn(column), readCell(cell)).text).toBe(chosen);
  });

  test.each([
    ['令和5年度', '12人（令和5年10月1日現在）', '令和5年10月1日現在'],
    ['令和5年10月時点', '12人（令和5年度）', '令和5年10月時点'],
    ['令和12年度', '30件（R8～R12年度累計）', '令和12年度'],
    ['令和2年度', '12人(R2)', '令和2年度'],
    ['令和2年', '12人(R2)', '令和2年'],
    ['令和元年度', '12人(R元)', '令和元年度'],
    ['平成28年度', '12人(28年度)', '平成28年度'],
    ['2016年度', '12人(平成28年度)', '平成28年度'],
    ['R2', '12人（令和2年度）', '令和2年度'],
    ['計画策定時', '12人（令和2年度）', '令和2年度'],
    ['令和5年度', '12人(4月1日現在)', '令和5年度'],
    ['計画策定時', '12人（前年度値）', '計画策定時'],
    ['令和6年度', '12人（4～12月）', '令和6年度'],
    ['令和6年度', '12人（４月－９月）', '令和6年度'],
    ['令和5年度', '12人', '令和5年度'],
    ['', '12人（令和2年度）', '令和2年度'],
    ['', '12人', ''],
  ])('agrees with %s: %s is of %s', (column, cell, chosen) => {
    expect(isOtherPeriod(readColumn(column), readCell(cell))).toBe(false);
    expect(choosePeriod(readColumn(column), readCell(cell)).text).toBe(chosen);
  });
});
