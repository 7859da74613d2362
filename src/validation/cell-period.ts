import type { Period } from '../model/quantity-schema.ts';
import { isWithin, recentEras } from '../notation/calendar.ts';
import { findPeriod } from '../notation/period.ts';

/** The century and the latest eras, which a plan may leave out: 28年度. */
const OMITTED = ['', '20', ...recentEras.map(({ name }) => name)];

/** Returns the periods that a text can mean: R2 is a year or a fiscal year, 28年度 is of several eras, 4～12月 of none. */
function listReadings(period: Period): readonly Period[] {
  if (period.end !== null) return [period];
  const text = period.text.replace(/[(（]度[)）]/, '').replace('元', '1');
  if (/^(?:[^\d０-９]*$|[\d０-９]{1,2}月?[~〜～－-][\d０-９]{1,2}月)/.test(text)) return [];
  const completed = text.replace(/(\d+|[０-９]+)(?![\d０-９年月日./])/, '$1年度');
  return OMITTED.flatMap((left) =>
    [text, completed, completed.replace('年度', '年')].map((one) => findPeriod(left + one)),
  ).filter(({ end }) => end !== null);
}

/** Words for a time that is not that of its column: 前年度値, 前回調査. */
const OTHER_TIME = /^(?:前々?|昨|次|翌)年|^前回/;

/**
 * Returns true if the period in a cell contradicts that of its column: neither is a part of the other, in any reading.
 * 2012年度 and 前年度 contradict 2015年度; 令和5年10月1日 is a part of 令和5年度, and a cell without a year contradicts nothing.
 */
export function isOtherPeriod(column: Period, inCell: Period | null): boolean {
  if (inCell === null || column.text === '') return false;
  const [outside, inside] = [listReadings(column), listReadings(inCell)];
  if (outside.length > 0 && OTHER_TIME.test(inCell.text)) return true;
  if (outside.length === 0 || inside.length === 0) return false;
  return !outside.some((one) => inside.some((other) => isWithin(one, other) || isWithin(other, one)));
}

/**
 * Returns the period of a value. If the cell contradicts its column or heading, the period in the cell counts. If they
 * agree, the narrower period counts: 令和5年10月1日 for 令和5年度. If only one has days, it counts: 令和2年度 for R2.
 * @param column the period of the column or heading; its text is empty if there is none
 * @param inCell the period in the cell of the value (`ParsedQuantity.period`); null if there is none
 */
export function choosePeriod(column: Period, inCell: Period | null): Period {
  if (inCell === null) return column;
  if (column.text === '' || isOtherPeriod(column, inCell)) return inCell;
  if (column.end === null) return inCell.end === null ? column : inCell;
  return isWithin(inCell, column) ? inCell : column;
}
