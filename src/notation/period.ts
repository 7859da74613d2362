import type { Period } from '../model/period.ts';
import { flaw, type Flaw } from '../problems/problem.ts';
import { day, type Span } from './day.ts';
import { ERA } from './era.ts';
import { fold, unwrapped } from './fold.ts';
import { kanjiNumber } from './kanji.ts';
import { completed, momentOf, type Moment } from './moment.ts';
import { place } from './place.ts';
import { LONGEST, read, unread, type Reading } from './reading.ts';
import { AFTER_TIME, BEFORE_TIME, UNCOMPUTED_TIME, WORDS_FOR_TIME } from './times.ts';

const FIRST_YEAR = new RegExp(`(?<=${ERA})元`, 'g');
const KANJI_COUNT = /[〇一二三四五六七八九十]+(?=[年月日]|四半期)/g;

/** A time folded for matching, without spaces and with its years in digits. */
function compact(printed: string): string {
  return (
    fold(printed)
      .text.replace(/ /g, '')
      .replace(FIRST_YEAR, '1')
      .replace(KANJI_COUNT, (kanji) => String(kanjiNumber(kanji) ?? kanji))
      // 現況2002年(数値は平成14年度末): the text itself says which of its times the figure has.
      .replace(/^.*\(数値は(.+)\)$/, '$1')
  );
}

/** A compact time without what does not change its days: brackets around all of it, labels, notes. */
function unlabelled(text: string): string {
  const bare = unwrapped(fold(text)).text;
  if (WORDS_FOR_TIME.test(bare) || momentOf(bare)) return bare;
  const shorter = bare.replace(BEFORE_TIME, '').replace(AFTER_TIME, '');
  return shorter === bare || shorter === '' ? bare : unlabelled(shorter);
}

/** True where two readings have the same days. */
function agree(first: Reading<Span | null>, second: Reading<Span | null>): boolean {
  if (!first.ok || !second.ok) return false;
  return first.value?.start === second.value?.start && first.value?.end === second.value?.end;
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

/** 平成14年度末(2003年3月31日): a time and, in brackets, the same time again. */
function glossed(text: string): Reading<Span | null> | null {
  const found = /^(.+?)\(([^()]+)\)$/.exec(text);
  if (!found) return null;
  const [first = '', second = ''] = found.slice(1);
  const [one, other] = [daysOf(first), daysOf(unlabelled(second))];
  if (!one || !other) return null;
  if (!one.ok) return one;
  if (!other.ok) return other;
  return agree(one, other) ? one : read(null, [flaw('two-readings', { value: text, first, second })]);
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
  const moment = momentOf(text);
  if (moment?.year) return place(moment);
  const both = ends(text);
  if (both) return span(...both, text);
  if (UNCOMPUTED_TIME.some((form) => form.test(text)))
    return read(null, [flaw('period-kept-as-text', { value: text })]);
  return yearless(text) ?? glossed(text);
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
