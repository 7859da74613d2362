import { foldText } from '../../model/japanese-text.ts';
import { writeEraNames, writeEraPattern } from '../../notation/calendar.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { findPeriod, readPeriod, writeCountsInDigits } from '../../notation/period.ts';

const ERA = `${writeEraPattern()}\\.?(?:元|\\d{1,2})`;
const WESTERN = '(?<!\\d)(?:FY)?(?:19|20|21)\\d{2}(?!\\d)(?:FY)?';
export const YEAR = `(?:${ERA}|${WESTERN})(?:年度?)?(?:\\((?:${ERA}|${WESTERN})(?:年度?)?\\))?(?:年度?)?`;
const MONTH_DAY = '\\d{1,2}月(?:\\d{1,2}日)?|([./-])\\d{1,2}\\1\\d{1,2}|[./]\\d{1,2}月?(?=末)|\\.\\d{1,2}(?![\\d.月])';
/** A year in a heading, also with a month, a day or 末. */
export const TIME = new RegExp(`${YEAR}(?:${MONTH_DAY})?(?:末(?!\\S*末))?(?:時点|現在)?`);
/** The years of a target that is their sum: 目標値（R5～R9累計）. */
const SUM_TIME = new RegExp(`${YEAR}(?:[~〜-]|から)(?:${YEAR}|\\d{1,2}年度?)の?(?:累計|合計)(?=[)の目]|$)`);

/** Returns a heading for comparison, with its years in digits: 令和七年度, 2,025. 令和5年（度） may be either year. */
export const foldHeading = (text: string): string =>
  writeCountsInDigits(removeSeparators(foldText(text))).replaceAll('年(度)', '');

/** A day in brackets, not a calendar year: 実績(R8.3.31時点), 実績(令和7年度:R8.3.31). */
const BRACKETED_DAY = /\([:、,・/]*([^()]*\d[^()]*(?<!\d年))\)/;

/** Returns a time with a day in brackets if this is its first day, its last day or all of its days; null otherwise. */
function addDay(time: string, day: string): string | null {
  // With the last day of a fiscal year, a bare year is a fiscal year.
  const year = completeYear(time, '年度');
  const [dated, whole] = [findPeriod(`${year}(${day})`), findPeriod(year)];
  const ends = [whole.start, whole.end];
  return whole.end !== null && ends.includes(dated.start) && ends.includes(dated.end) ? dated.text : null;
}

/** Returns the period in a heading and the text around it, or null. */
export function findTime(text: string): { period: string; rest: string } | null {
  const time = text.includes('目標') && SUM_TIME.test(text) ? SUM_TIME : TIME;
  const [found] = time.exec(text) ?? [];
  if (found === undefined || !readPeriod(found).ok) return null;
  const around = text.replace(time, '');
  const [brackets = '', day] = BRACKETED_DAY.exec(around) ?? [];
  const dated = day === undefined ? null : addDay(found, day);
  const rest = dated === null ? around : around.replace(brackets, '');
  return { period: dated ?? found.replaceAll('~', '～'), rest: rest.replace(/[()[\]【】〔〕<>〈〉《》:：・_-]/g, '') };
}

/** Years that are not read: '23, 28年度, 元年度, 45383, the day of a heading that lost its format. */
const OTHER_YEAR = /^4\d{4}$|(?:^['’‘]|FY)\d\d(?!\d)|(?:(?<!\d)\d{1,2}|元)年度/i;

/** True for a heading with a year: 令和5年度見込み, '23, 28年度. */
export const hasYear = (text: string): boolean => TIME.test(foldHeading(text)) || OTHER_YEAR.test(foldHeading(text));

/** What a year without 年度 or 年 is: a fiscal year or a calendar year. */
export type YearKind = '年度' | '年';

/** What users call the kinds of years. */
export const yearKinds: ReadonlyMap<string, YearKind> = new Map([
  ['年度', '年度'],
  ['暦年', '年'],
]);

/** Returns the year in a time that lacks 年度 or 年: R5 of R5 and of R5～R9; empty for other times. */
export function findBareYear(period: string): string {
  const read = readPeriod(period);
  const bare = read.ok ? read.warnings.find(({ code }) => code === 'year-or-fiscal-year') : undefined;
  return String(bare?.values.year ?? '');
}

/** Returns a time with 年度 or 年 behind a bare year, R5年度末 for R5末; any other time stays as it is. */
export function completeYear(period: string, kind: YearKind | null): string {
  if (kind === null || findBareYear(period) === '') return period;
  const completed = period.replace(/(?:(?:末|の?(?:平均|累計|合計|時点|現在)).*)?$/, (end) => kind + end);
  return findPeriod(completed).start === null ? period : completed;
}

/** Returns a time with the kind of year that the user chose, and the name of its era: 令和5年度 for R5. */
export function chooseYear(period: string, kind: YearKind | null): string {
  const completed = completeYear(period, kind);
  return completed === period ? period : writeEraNames(completed);
}

const NO_DAY = '9999';

/**
 * Returns a text that sorts a period by time, whatever its spelling: R7, 令和7年度 and 2025 are the same year. A year
 * without 年 or 年度 counts as 年度. Periods without days come last.
 * @example getSortDay('R7') // → 2026-03-31
 */
export const getSortDay = (period: string): string =>
  findPeriod(period).end ?? findPeriod(completeYear(period, '年度')).end ?? NO_DAY;

/** True for a period whose days are known. */
export const hasDays = (period: string): boolean => getSortDay(period) !== NO_DAY;
