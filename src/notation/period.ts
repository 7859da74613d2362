import type { Period } from '../model/period.ts';
import { flaw, type Flaw } from '../problems/problem.ts';
import { compact, unlabelled } from './compact.ts';
import { day, type Span } from './day.ts';
import { missingIn } from './missing.ts';
import { completed, momentOf, type Moment } from './moment.ts';
import { place } from './place.ts';
import { LONGEST, read, unread, type Reading } from './reading.ts';
import { AFTER_TIME, UNCOMPUTED_TIME, WORDS_FOR_TIME } from './times.ts';

/** True where all days of a span are days of another. */
function within(inner: Span | null, outer: Span | null): boolean {
  return inner !== null && outer !== null && outer.start <= inner.start && inner.end <= outer.end;
}

function span(first: Moment, last: Moment, text: string): Reading<Span | null> {
  const [from, to] = completed(first, last).map(place);
  if (!from?.ok) return from ?? unread(flaw('not-a-period', { value: text }));
  if (!to?.ok) return to ?? unread(flaw('not-a-period', { value: text }));
  const warnings = unique([...from.warnings, ...to.warnings]);
  if (!from.value || !to.value) return read(null, warnings);
  if (from.value.start > to.value.end) return unread(flaw('period-reversed', { value: text }));
  return read({ start: from.value.start, end: to.value.end }, warnings);
}

/** Both ends of 令和4～8年度, 4月から9月, 2022/4-2023/3, or null. A dash parts them only where it is in no date. */
function ends(text: string): readonly [Moment, Moment] | null {
  for (const match of text.matchAll(/~|から|より|―|-/g)) {
    const first = momentOf(text.slice(0, match.index).replace(AFTER_TIME, ''));
    const last = momentOf(text.slice(match.index + match[0].length).replace(AFTER_TIME, ''));
    if (first?.year && last) return [first, last];
  }
  return null;
}

/**
 * 平成14年度末(2003年3月31日), 令和5年度(10月1日現在), 最終年度(令和12年度): a time and, in brackets, the same time again, or
 * more closely. What comes back every year stays open.
 */
function glossed(text: string): Reading<Span | null> | null {
  const found = /^(.+?)\(([^()]+)\)$/.exec(text);
  if (!found) return null;
  const [first = '', second = ''] = found.slice(1);
  const inside = unlabelled(second);
  const [one, other] = [daysOf(first), daysOf(inside)];
  if (!one || !other) return null;
  if (!one.ok) return one;
  if (!other.ok) return other;
  if (WORDS_FOR_TIME.test(first)) return /^[毎各隔]/.test(first) ? one : other;
  // A day of no year is one of the year that it stands behind.
  const closer = /^\d{1,2}月/.test(inside) ? daysOf(first + inside) : other;
  if (closer?.ok && within(closer.value, one.value))
    return read(closer.value, unique([...one.warnings, ...closer.warnings]));
  return read(null, [flaw('two-readings', { value: text, first, second })]);
}

/** 平成31年・令和元年, 2030年度/令和12年度: one time in two calendars. */
function twice(text: string): Reading<Span | null> | null {
  const found = /^([^/=・]+)[/=・]([^/=・]+)$/.exec(text);
  const [first, last] = (found?.slice(1) ?? []).map(momentOf);
  if (!first?.year || !last?.year) return null;
  const [one, other] = completed(first, last).map(place);
  return one?.ok && other?.ok && one.value && within(one.value, other.value) && within(other.value, one.value)
    ? one
    : null;
}

/** 2023-24, 2023/24: a year and the next one, of which no month has the number. */
function years(text: string): Reading<Span | null> | null {
  const [, own, next] = /^\d\d(\d\d)[-/](\d\d)$/.exec(text) ?? [];
  if (Number(next) <= 12 || Number(next) !== Number(own) + 1) return null;
  return daysOf(text.replace(/[-/]/, '~'));
}

/** 4月1日現在: a day of no year. It is a time, and a day that no year has is a mistake. */
function yearless(text: string): Reading<Span | null> | null {
  const moment = momentOf(text);
  if (!moment?.month || moment.year) return null;
  const LEAP = 2024;
  const real = day(LEAP, moment.month, moment.date ?? 1);
  return real
    ? read(null, [flaw('period-kept-as-text', { value: text })])
    : unread(flaw('impossible-date', { value: text }));
}

/** The days of a compact text, or null where it is no time at all. */
function daysOf(text: string): Reading<Span | null> | null {
  if (WORDS_FOR_TIME.test(text)) return read(null);
  const known = years(text);
  if (known) return known;
  const moment = momentOf(text);
  if (moment?.year) return place(moment);
  const both = ends(text);
  if (both) return span(...both, text);
  const same = twice(text);
  if (same) return same;
  if (UNCOMPUTED_TIME.some((form) => form.test(text)))
    return read(null, [flaw('period-kept-as-text', { value: text })]);
  // A mark for what is missing stands in a column of times as in one of values: there is none.
  return yearless(text) ?? glossed(text) ?? (missingIn(text) ? read(null) : null);
}

function unique(flaws: readonly Flaw[]): Flaw[] {
  return flaws.filter((one, at) => flaws.findIndex(({ code }) => code === one.code) === at);
}

/** A flaw that quotes the cell as it was typed. */
function quoting(found: Flaw, text: string): Flaw {
  return flaw(found.code, { ...found.values, value: text });
}

/**
 * Reads a time as plans print it: 年度 (1 April to 31 March), 年, 年度末, months, days and spans, in eras or in common
 * years, with labels such as 現状値(…) and …時点. A time known as words only (随時) and an empty cell have no days.
 * @param text the cell as typed
 * @returns the text untouched, with its first and last day as ISO dates
 * @example readPeriod('令和4年度') // → start 2022-04-01, end 2023-03-31
 * @example readPeriod('令和4年度末') // → start 2023-03-31, end 2023-03-31
 * @example readPeriod('令和5年10月時点') // → start 2023-10-01, end 2023-10-31
 * @example readPeriod('2022(令和4)年度') // → start 2022-04-01, end 2023-03-31
 * @example readPeriod('令和４～８年度') // → start 2022-04-01, end 2027-03-31
 * @example readPeriod('平成33年度') // → start 2021-04-01, end 2022-03-31, warning era-beyond-its-end
 * @example readPeriod('R5') // → start null, end null, warning year-or-fiscal-year
 * @example readPeriod('26年度') // → start null, end null, warning no-era
 * @example readPeriod('直近のもの') // → start null, end null
 * @example readPeriod('令和6年13月') // → flaw impossible-date
 * @example readPeriod('そのうち') // → flaw not-a-period
 */
export function readPeriod(text: string): Reading<Period> {
  if (text.trim() === '') return read({ text, start: null, end: null });
  const days = text.length > LONGEST ? null : daysOf(unlabelled(compact(text)));
  if (!days) return unread(flaw('not-a-period', { value: text }));
  if (!days.ok) return unread(quoting(days.flaw, text));
  const { start, end } = days.value ?? { start: null, end: null };
  return read(
    { text, start, end },
    days.warnings.map((one) => quoting(one, text)),
  );
}
