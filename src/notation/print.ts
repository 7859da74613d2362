import type { Period } from '../model/period.ts';
import { formatEraYear } from './era.ts';
import { getCalendarYearSpan, getFiscalYearSpan, getMonthSpan, type DateSpan } from './day.ts';

/**
 * A number as it is printed for people: a comma before every three digits, no exponent, and the minus sign − (not ▲,
 * which a screen reader calls a black triangle). It reads back to the same number.
 * @throws RangeError for a number that is not finite, or too large for its last digit to be sure
 * @example formatNumber(1234567.5) // → 1,234,567.5
 * @example formatNumber(-3.2) // → −3.2
 */
export function printNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`${value} cannot be printed digit for digit`);
  const [digits = '', exponent] = String(Math.abs(value)).split('e-');
  // Only numbers under 0.000001 come with an exponent here, so the zeros stand before the digits.
  const plain = exponent ? `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}` : digits;
  const [whole = '', decimals] = plain.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/**
 * A number and its unit as text that reads back to both.
 * @example printQuantity(5587, '人') // → 5,587人
 * @example printQuantity(-0.4, 'ポイント') // → −0.4ポイント
 */
export function printQuantity(value: number, unit: string): string {
  return `${printNumber(value)}${unit}`;
}

const same = (a: DateSpan, b: DateSpan) => a.start === b.start && a.end === b.end;

/** One day, month, year or fiscal year, or null for any other span. */
function printUnit(span: DateSpan): string | null {
  const [year = 0, month = 0, date = 0] = span.start.split('-').map(Number);
  const printed = `${formatEraYear(year, span.end)}年`;
  if (same(span, getFiscalYearSpan(year))) return `${printed}度`;
  if (same(span, getCalendarYearSpan(year))) return printed;
  if (same(span, getMonthSpan(year, month))) return `${printed}${month}月`;
  return span.start === span.end ? `${printed}${month}月${date}日` : null;
}

/** The fiscal or calendar years that a span is made of, first and last; null where it is not made of whole ones. */
function printYears(span: DateSpan): string | null {
  const [first, last] = [Number(span.start.slice(0, 4)), Number(span.end.slice(0, 4))];
  for (const [whole, end] of [
    [getFiscalYearSpan, last - 1],
    [getCalendarYearSpan, last],
  ] as const)
    if (span.start === whole(first).start && span.end === whole(end).end)
      return `${printUnit(whole(first))}～${printUnit(whole(end))}`;
  return null;
}

/**
 * The days of a time in eras, as text that reads back to the same days: 令和4年度, 令和5年10月, 令和4年度～令和8年度.
 * Empty where the days are not known.
 * @example printPeriod({ start: '2022-04-01', end: '2023-03-31' }) // → 令和4年度
 * @example printPeriod({ start: '2019-04-01', end: '2020-03-31' }) // → 令和元年度
 * @example printPeriod({ start: '2023-03-31', end: '2023-03-31' }) // → 令和5年3月31日
 * @example printPeriod({ start: '2022-04-01', end: '2027-03-31' }) // → 令和4年度～令和8年度
 * @example printPeriod({ start: null, end: null }) // →
 */
export function printPeriod({ start, end }: Pick<Period, 'start' | 'end'>): string {
  if (start === null || end === null) return '';
  const span = { start, end };
  const day = (date: string) => printUnit({ start: date, end: date }) ?? date;
  return printUnit(span) ?? printYears(span) ?? `${day(start)}～${day(end)}`;
}
