import type { Period } from '../model/period.ts';
import { createIssue, type Issue } from '../problems/problem.ts';
import { compactPeriodText, removePeriodLabels } from './compact.ts';
import { toIsoDate, type DateSpan } from './day.ts';
import { findMissingReason } from './missing.ts';
import { completeDateExpressions, parseDateExpression, type DateExpression } from './moment.ts';
import { resolveDateSpan } from './place.ts';
import { MAX_NOTATION_LENGTH, acceptNotation, rejectNotation, type NotationReading } from './reading.ts';
import { LABEL_AFTER_PERIOD, UNRESOLVED_PERIODS, PERIOD_WORDS } from './times.ts';

/** True where all days of a span are days of another. */
function within(inner: DateSpan | null, outer: DateSpan | null): boolean {
  return inner !== null && outer !== null && outer.start <= inner.start && inner.end <= outer.end;
}

function span(first: DateExpression, last: DateExpression, text: string): NotationReading<DateSpan | null> {
  const [from, to] = completeDateExpressions(first, last).map(resolveDateSpan);
  if (!from?.ok) return from ?? rejectNotation(createIssue('not-a-period', { value: text }));
  if (!to?.ok) return to ?? rejectNotation(createIssue('not-a-period', { value: text }));
  const warnings = unique([...from.warnings, ...to.warnings]);
  if (!from.value || !to.value) return acceptNotation(null, warnings);
  if (from.value.start > to.value.end) return rejectNotation(createIssue('period-reversed', { value: text }));
  return acceptNotation({ start: from.value.start, end: to.value.end }, warnings);
}

/** Both ends of 令和4～8年度, 4月から9月, 2022/4-2023/3, or null. A dash parts them only where it is in no date. */
function ends(text: string): readonly [DateExpression, DateExpression] | null {
  for (const match of text.matchAll(/~|から|より|―|-/g)) {
    const first = parseDateExpression(text.slice(0, match.index).replace(LABEL_AFTER_PERIOD, ''));
    const last = parseDateExpression(
      text.slice(match.index + match[0].length).replace(LABEL_AFTER_PERIOD, ''),
    );
    if (first?.year && last) return [first, last];
  }
  return null;
}

/**
 * 平成14年度末(2003年3月31日), 令和5年度(10月1日現在), 最終年度(令和12年度): a time and, in brackets, the same time again, or
 * more closely. What comes back every year stays open.
 */
function glossed(text: string): NotationReading<DateSpan | null> | null {
  const found = /^(.+?)\(([^()]+)\)$/.exec(text);
  if (!found) return null;
  const [first = '', second = ''] = found.slice(1);
  const inside = removePeriodLabels(second);
  const [one, other] = [daysOf(first), daysOf(inside)];
  if (!one || !other) return null;
  if (!one.ok) return one;
  if (!other.ok) return other;
  if (PERIOD_WORDS.test(first)) return /^[毎各隔]/.test(first) ? one : other;
  // A day of no year is one of the year that it stands behind.
  const closer = /^\d{1,2}月/.test(inside) ? daysOf(first + inside) : other;
  if (closer?.ok && within(closer.value, one.value))
    return acceptNotation(closer.value, unique([...one.warnings, ...closer.warnings]));
  return acceptNotation(null, [createIssue('two-readings', { value: text, first, second })]);
}

/** 平成31年・令和元年, 2030年度/令和12年度: one time in two calendars. */
function twice(text: string): NotationReading<DateSpan | null> | null {
  const found = /^([^/=・]+)[/=・]([^/=・]+)$/.exec(text);
  const [first, last] = (found?.slice(1) ?? []).map(parseDateExpression);
  if (!first?.year || !last?.year) return null;
  const [one, other] = completeDateExpressions(first, last).map(resolveDateSpan);
  return one?.ok && other?.ok && one.value && within(one.value, other.value) && within(other.value, one.value)
    ? one
    : null;
}

/** 2023-24, 2023/24: a year and the next one, of which no month has the number. */
function years(text: string): NotationReading<DateSpan | null> | null {
  const [, own, next] = /^\d\d(\d\d)[-/](\d\d)$/.exec(text) ?? [];
  if (Number(next) <= 12 || Number(next) !== Number(own) + 1) return null;
  return daysOf(text.replace(/[-/]/, '~'));
}

/** 4月1日現在: a day of no year. It is a time, and a day that no year has is a mistake. */
function yearless(text: string): NotationReading<DateSpan | null> | null {
  const moment = parseDateExpression(text);
  if (!moment?.month || moment.year) return null;
  const LEAP = 2024;
  const real = toIsoDate(LEAP, moment.month, moment.day ?? 1);
  return real
    ? acceptNotation(null, [createIssue('period-kept-as-text', { value: text })])
    : rejectNotation(createIssue('impossible-date', { value: text }));
}

/** The days of a compact text, or null where it is no time at all. */
function daysOf(text: string): NotationReading<DateSpan | null> | null {
  if (PERIOD_WORDS.test(text)) return acceptNotation(null);
  const known = years(text);
  if (known) return known;
  const moment = parseDateExpression(text);
  if (moment?.year) return resolveDateSpan(moment);
  const both = ends(text);
  if (both) return span(...both, text);
  const same = twice(text);
  if (same) return same;
  if (UNRESOLVED_PERIODS.some((form) => form.test(text)))
    return acceptNotation(null, [createIssue('period-kept-as-text', { value: text })]);
  // A mark for what is missing stands in a column of times as in one of values: there is none.
  return yearless(text) ?? glossed(text) ?? (findMissingReason(text) ? acceptNotation(null) : null);
}

function unique(flaws: readonly Issue[]): Issue[] {
  return flaws.filter((one, at) => flaws.findIndex(({ code }) => code === one.code) === at);
}

/** A flaw that quotes the cell as it was typed. */
function quoting(found: Issue, text: string): Issue {
  return createIssue(found.code, { ...found.values, value: text });
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
 * @example readPeriod('令和6年13月') // → issue impossible-date
 * @example readPeriod('そのうち') // → issue not-a-period
 */
export function readPeriod(text: string): NotationReading<Period> {
  if (text.trim() === '') return acceptNotation({ text, start: null, end: null });
  const days = text.length > MAX_NOTATION_LENGTH ? null : daysOf(removePeriodLabels(compactPeriodText(text)));
  if (!days) return rejectNotation(createIssue('not-a-period', { value: text }));
  if (!days.ok) return rejectNotation(quoting(days.issue, text));
  const { start, end } = days.value ?? { start: null, end: null };
  return acceptNotation(
    { text, start, end },
    days.warnings.map((one) => quoting(one, text)),
  );
}
