/** The days of a time, both included, as ISO 8601 dates. */
export interface DateSpan {
  readonly start: string;
  readonly end: string;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** How many days a month has, in the Gregorian calendar. */
export function countMonthDays(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * A day as an ISO date, or null where there is no such day.
 * @example toIsoDate(2024, 2, 29) // → 2024-02-29
 * @example toIsoDate(2023, 2, 29) // → null
 */
export function toIsoDate(year: number, month: number, date: number): string | null {
  const real = month >= 1 && month <= 12 && date >= 1 && date <= countMonthDays(year, month);
  return real ? `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` : null;
}

/** A calendar month, or several one after the other. */
export function getMonthSpan(year: number, first: number, last = first): DateSpan {
  return {
    start: `${pad(year, 4)}-${pad(first, 2)}-01`,
    end: `${pad(year, 4)}-${pad(last, 2)}-${pad(countMonthDays(year, last), 2)}`,
  };
}

/** 年: 1 January to 31 December. */
export function getCalendarYearSpan(year: number): DateSpan {
  return getMonthSpan(year, 1, 12);
}

/** 年度: 1 April to 31 March of the next year. */
export function getFiscalYearSpan(year: number): DateSpan {
  return { start: `${pad(year, 4)}-04-01`, end: `${pad(year + 1, 4)}-03-31` };
}
