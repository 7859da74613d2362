import { createIssue, type Issue } from '../problems/problem.ts';
import {
  getCalendarYearSpan,
  toIsoDate,
  countMonthDays,
  getFiscalYearSpan,
  getMonthSpan,
  type DateSpan,
} from './day.ts';
import { eraOverlapsSpan, toWesternYear } from './era.ts';
import type { DateExpression, YearExpression } from './moment.ts';
import { acceptNotation, rejectNotation, type NotationReading } from './reading.ts';

/** No plan looks as far ahead as this year. */
const LAST = 2200;

/** The year in the common calendar; null where its era is not said; a flaw where there is no such year. */
function commonYear({ era, number }: YearExpression, written: string): NotationReading<number | null> {
  if (era === null) {
    if (number >= 1 && number < 100) return acceptNotation(null);
    return number >= 1800 && number < LAST
      ? acceptNotation(number)
      : rejectNotation(createIssue('not-a-period', { value: written }));
  }
  if (number >= 1000) return rejectNotation(createIssue('not-a-period', { value: written }));
  if (number === 0) return rejectNotation(createIssue('impossible-date', { value: written }));
  const western = toWesternYear(era, number);
  if (western === null) return rejectNotation(createIssue('era-too-far', { value: written }));
  return western < LAST
    ? acceptNotation(western)
    : rejectNotation(createIssue('impossible-date', { value: written }));
}

/** Days of a month, or of a part of it; null where a month has no such part. */
function inMonth(year: number, month: number, part: string | null): DateSpan | null {
  const last = countMonthDays(year, month);
  const days: Readonly<Record<string, readonly [first: number, last: number]>> = {
    初旬: [1, 10],
    上旬: [1, 10],
    中旬: [11, 20],
    下旬: [21, last],
    末: [last, last],
    末日: [last, last],
    内: [1, last],
    中: [1, last],
  };
  const found = part === null ? ([1, last] as const) : days[part];
  const [start, end] = [found && toIsoDate(year, month, found[0]), found && toIsoDate(year, month, found[1])];
  return start && end ? { start, end } : null;
}

/** Days of a year or fiscal year, or of a part of it; null where a year has no such part. */
function inYear(whole: DateSpan, part: string | null): DateSpan | null {
  const [year, first] = [Number(whole.start.slice(0, 4)), Number(whole.start.slice(5, 7))];
  const quarter = (count: number) => {
    const month = first + 3 * (count - 1);
    return month > 12 ? getMonthSpan(year + 1, month - 12, month - 10) : getMonthSpan(year, month, month + 2);
  };
  if (part === null || part === '内' || part === '中') return whole;
  if (part.startsWith('末')) return { start: whole.end, end: whole.end };
  if (/^(?:当初|初め|はじめ)$/.test(part)) return { start: whole.start, end: whole.start };
  if (/^上半?期$/.test(part)) return { start: whole.start, end: quarter(2).end };
  if (/^下半?期$/.test(part)) return { start: quarter(3).start, end: whole.end };
  const count = /[1-4]/.exec(part);
  return count ? quarter(Number(count[0])) : null;
}

/** Days of a moment whose year and kind of year are known; null where there are none such. */
function spanOf({ month, day, part }: DateExpression, year: number, fiscal: boolean): DateSpan | null {
  if (month === null)
    return day === null ? inYear(fiscal ? getFiscalYearSpan(year) : getCalendarYearSpan(year), part) : null;
  const calendar = fiscal && month <= 3 ? year + 1 : year;
  if (day === null) return inMonth(calendar, month, part);
  const only = part === null ? toIsoDate(calendar, month, day) : null;
  return only === null ? null : { start: only, end: only };
}

/** Warns where a year, or the day or month named with it, lies outside the era it is counted in. */
function outsideEra(moment: DateExpression, year: number, span: DateSpan | null): Issue[] {
  const fiscal = moment.unit === 'fiscal';
  const named =
    span && moment.month !== null && !fiscal
      ? span
      : fiscal
        ? getFiscalYearSpan(year)
        : getCalendarYearSpan(year);
  const outside = [moment.year, moment.otherYear].some((one) => one?.era && !eraOverlapsSpan(one.era, named));
  return outside ? [createIssue('era-beyond-its-end', { value: moment.written, read: year })] : [];
}

/**
 * The days of a moment, or null where it is open which they are: R5 does not say 年 or 年度, 26年度 names no era, and
 * 2022(令和5)年度 contradicts itself. A warning then says what to write.
 */
export function resolveDateSpan(moment: DateExpression): NotationReading<DateSpan | null> {
  const { written } = moment;
  if (!moment.year) return rejectNotation(createIssue('not-a-period', { value: written }));
  const said = commonYear(moment.year, written);
  if (!said.ok) return said;
  const glossed = moment.otherYear ? commonYear(moment.otherYear, written) : acceptNotation(null);
  if (!glossed.ok) return glossed;
  const year = said.value ?? glossed.value;
  if (year === null)
    return acceptNotation(null, [createIssue('no-era', { value: written, year: moment.year.number })]);
  if (glossed.value !== null && glossed.value !== year) {
    const unit = moment.unit === 'fiscal' ? '年度' : '年';
    const [first, second] = [`${year}${unit}`, `${glossed.value}${unit}`];
    return acceptNotation(null, [createIssue('two-readings', { value: written, first, second })]);
  }
  if (moment.month === null && (moment.unit === null || moment.unit === 'either')) {
    const stem = /^[^(年]*?\d+/.exec(written)?.[0] ?? written;
    return acceptNotation(null, [
      createIssue('year-or-fiscal-year', { value: written, year: stem }),
      ...outsideEra(moment, year, null),
    ]);
  }
  const span = spanOf(moment, year, moment.unit === 'fiscal');
  if (!span)
    return rejectNotation(
      createIssue(moment.month === null ? 'not-a-period' : 'impossible-date', { value: written }),
    );
  return acceptNotation(span, outsideEra(moment, year, span));
}
