import { flaw, type Flaw } from '../problems/problem.ts';
import { calendarYear, day, daysIn, fiscalYear, months, type Span } from './day.ts';
import { eraReaches, westernYear } from './era.ts';
import type { Moment, Year } from './moment.ts';
import { read, unread, type Reading } from './reading.ts';

/** No plan looks as far ahead as this year. */
const LAST = 2200;

/** The year in the common calendar; null where its era is not said; a flaw where there is no such year. */
function commonYear({ era, number }: Year, written: string): Reading<number | null> {
  if (era === null) {
    if (number >= 1 && number < 100) return read(null);
    return number >= 1800 && number < LAST ? read(number) : unread(flaw('not-a-period', { value: written }));
  }
  if (number >= 1000) return unread(flaw('not-a-period', { value: written }));
  if (number === 0) return unread(flaw('impossible-date', { value: written }));
  const western = westernYear(era, number);
  if (western === null) return unread(flaw('era-too-far', { value: written }));
  return western < LAST ? read(western) : unread(flaw('impossible-date', { value: written }));
}

/** Days of a month, or of a part of it; null where a month has no such part. */
function inMonth(year: number, month: number, part: string | null): Span | null {
  const last = daysIn(year, month);
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
  const [start, end] = [found && day(year, month, found[0]), found && day(year, month, found[1])];
  return start && end ? { start, end } : null;
}

/** Days of a year or fiscal year, or of a part of it; null where a year has no such part. */
function inYear(whole: Span, part: string | null): Span | null {
  const [year, first] = [Number(whole.start.slice(0, 4)), Number(whole.start.slice(5, 7))];
  const quarter = (count: number) => {
    const month = first + 3 * (count - 1);
    return month > 12 ? months(year + 1, month - 12, month - 10) : months(year, month, month + 2);
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
function spanOf({ month, date, part }: Moment, year: number, fiscal: boolean): Span | null {
  if (month === null)
    return date === null ? inYear(fiscal ? fiscalYear(year) : calendarYear(year), part) : null;
  const calendar = fiscal && month <= 3 ? year + 1 : year;
  if (date === null) return inMonth(calendar, month, part);
  const only = part === null ? day(calendar, month, date) : null;
  return only === null ? null : { start: only, end: only };
}

/** Warns where a year, or the day or month named with it, lies outside the era it is counted in. */
function outsideEra(moment: Moment, year: number, span: Span | null): Flaw[] {
  const fiscal = moment.unit === 'fiscal';
  const named =
    span && moment.month !== null && !fiscal ? span : fiscal ? fiscalYear(year) : calendarYear(year);
  const outside = [moment.year, moment.gloss].some((one) => one?.era && !eraReaches(one.era, named));
  return outside ? [flaw('era-beyond-its-end', { value: moment.written, read: year })] : [];
}

/**
 * The days of a moment, or null where it is open which they are: R5 does not say 年 or 年度, 26年度 names no era, and
 * 2022(令和5)年度 contradicts itself. A warning then says what to write.
 */
export function place(moment: Moment): Reading<Span | null> {
  const { written } = moment;
  if (!moment.year) return unread(flaw('not-a-period', { value: written }));
  const said = commonYear(moment.year, written);
  if (!said.ok) return said;
  const glossed = moment.gloss ? commonYear(moment.gloss, written) : read(null);
  if (!glossed.ok) return glossed;
  const year = said.value ?? glossed.value;
  if (year === null) return read(null, [flaw('no-era', { value: written, year: moment.year.number })]);
  if (glossed.value !== null && glossed.value !== year) {
    const unit = moment.unit === 'fiscal' ? '年度' : '年';
    const [first, second] = [`${year}${unit}`, `${glossed.value}${unit}`];
    return read(null, [flaw('two-readings', { value: written, first, second })]);
  }
  if (moment.month === null && (moment.unit === null || moment.unit === 'either')) {
    const stem = /^[^(年]*?\d+/.exec(written)?.[0] ?? written;
    return read(null, [
      flaw('year-or-fiscal-year', { value: written, year: stem }),
      ...outsideEra(moment, year, null),
    ]);
  }
  const span = spanOf(moment, year, moment.unit === 'fiscal');
  if (!span)
    return unread(flaw(moment.month === null ? 'not-a-period' : 'impossible-date', { value: written }));
  return read(span, outsideEra(moment, year, span));
}
