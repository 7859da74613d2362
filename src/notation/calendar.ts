/** The first and the last day of a period, as ISO 8601 dates. */
export type DateSpan = Readonly<{ start: string; end: string }>;

/** True if all days of a span are days of another; false if the days of one are unknown. */
export function isWithin(
  inner: Readonly<Record<keyof DateSpan, string | null>> | null,
  outer: Readonly<Record<keyof DateSpan, string | null>> | null,
): boolean {
  if (!inner?.start || !inner.end || !outer?.start || !outer.end) return false;
  return outer.start <= inner.start && inner.end <= outer.end;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

const countMonthDays = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Returns a day as an ISO date, or null if there is no such day.
 * @example toIsoDate(2024, 2, 29) // → 2024-02-29
 * @example toIsoDate(2023, 2, 29) // → null
 */
export function toIsoDate(year: number, month: number, day: number): string | null {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= countMonthDays(year, month);
  return exists ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

/** Returns the span of consecutive months of a calendar year. */
export const getMonthSpan = (year: number, first: number, last: number): DateSpan => ({
  start: `${pad(year, 4)}-${pad(first, 2)}-01`,
  end: `${pad(year, 4)}-${pad(last, 2)}-${pad(countMonthDays(year, last), 2)}`,
});

/** Returns the days of a 年: 1 January to 31 December. */
export const getCalendarYearSpan = (year: number): DateSpan => getMonthSpan(year, 1, 12);

/** Returns the days of a 年度: 1 April to 31 March of the next year. */
export function getFiscalYearSpan(year: number): DateSpan {
  return { start: `${pad(year, 4)}-04-01`, end: `${pad(year + 1, 4)}-03-31` };
}

interface JapaneseEra {
  readonly name: string;
  /** Its other spellings, normalized: the letter and the first character. */
  readonly aliases: readonly [letter: string, character: string];
  readonly start: string;
  /** Its last day; null for the current era. */
  readonly end: string | null;
}

/** The eras of plans and statistics, in order. */
export const japaneseEras: readonly JapaneseEra[] = [
  { name: '明治', aliases: ['M', '明'], start: '1868-10-23', end: '1912-07-29' },
  { name: '大正', aliases: ['T', '大'], start: '1912-07-30', end: '1926-12-24' },
  { name: '昭和', aliases: ['S', '昭'], start: '1926-12-25', end: '1989-01-07' },
  { name: '平成', aliases: ['H', '平'], start: '1989-01-08', end: '2019-04-30' },
  { name: '令和', aliases: ['R', '令'], start: '2019-05-01', end: null },
];

/** Plans count years of an era after its end (平成33年度). After more years than these, the number is a mistake. */
const MAX_YEARS_AFTER_ERA = 30;

const erasByName = new Map(
  japaneseEras.flatMap((era) => [era.name, ...era.aliases].map((name) => [name, era] as const)),
);

const joinLetters = (eras: readonly JapaneseEra[]) => eras.map(({ aliases: [letter] }) => letter).join('');

/** The names of eras, with `|` between them, and their letters: parts of patterns. */
export const ERA_NAMES = japaneseEras.map(({ name }) => name).join('|');
export const ERA_LETTERS = joinLetters(japaneseEras);
const OTHER_LETTERS = japaneseEras.map(({ aliases }) => aliases[1]).join('') + ERA_LETTERS.toLowerCase();

/** A pattern for all spellings of eras, normalized. Long names come first: 令和 is not 令; m2 and t1 are units. */
export const ERA_PATTERN = `(?:${ERA_NAMES}|[${ERA_LETTERS}${OTHER_LETTERS.replace(/[mt]/g, '')}])`;

/** The last three eras, which statistics name, and the last two, to which the years of plans belong. */
export const [recentEras, planEras] = [japaneseEras.slice(-3), japaneseEras.slice(-2)];

/** Returns a pattern for the spellings of eras in capitals, as headings of sheets have them: 令和, 令, R. */
export const writeEraPattern = (eras: readonly JapaneseEra[] = recentEras): string =>
  `(?:${eras.map(({ name }) => `${name}?`).join('|')}|[${joinLetters(eras)}])`;

/** All characters of the names and the letters of the last eras, for a class of letters. */
export const ERA_CHARACTERS = recentEras.map(({ name, aliases: [letter] }) => name + letter).join('');

const findEra = (written: string): JapaneseEra | undefined => erasByName.get(written.toUpperCase());

const getYear = (date: string) => Number(date.slice(0, 4));

/**
 * Returns the Western year of a year of an era; null for an unknown era, or one that ended more than 30 years before.
 * @example toWesternYear('平成', 33) // → 2021
 */
export function toWesternYear(written: string, year: number): number | null {
  const era = findEra(written);
  if (!era) return null;
  const western = getYear(era.start) + year - 1;
  return era.end && western > getYear(era.end) + MAX_YEARS_AFTER_ERA ? null : western;
}

/** Returns a normalized text with Western years for those that `form` finds: its groups are the era and the year. */
export const writeWesternYears = (text: string, form: RegExp): string =>
  text
    .normalize('NFKC')
    .replace(form, (written, era: string, year: string) =>
      String(toWesternYear(era, year === '元' ? 1 : Number(year)) ?? written),
    );

const ERA_OF_YEAR = new RegExp(`(${ERA_PATTERN})\\.?(?=\\p{Nd}|元)`, 'gu');

/** Returns a text with the names of eras instead of their letters: 令和5 for R5 and 令5. */
export const writeEraNames = (text: string): string =>
  text.replace(ERA_OF_YEAR, (written, era: string) => findEra(era)?.name ?? written);

/** True if an era includes at least one day of a span. */
export function eraOverlapsSpan(written: string, { start, end }: DateSpan): boolean {
  const era = findEra(written);
  return era !== undefined && era.start <= end && (era.end === null || era.end >= start);
}

/**
 * Formats a year in the latest era that began before its last day: 2019年度 is 令和元年度. Years before 明治 are Western.
 * @param year the year that names the period: 2018 for 平成30年度
 * @param last the last day of the period, as an ISO date
 * @example formatEraYear(2018, '2019-03-31') // → 平成30
 */
export function formatEraYear(year: number, last: string): string {
  const era = japaneseEras.findLast(({ start }) => start <= last && getYear(start) <= year);
  if (!era) return String(year);
  const count = year - getYear(era.start) + 1;
  return `${era.name}${count === 1 ? '元' : count}`;
}

/** A year as it is written: with its era, without one, or (22 of 2010～22年度) with less than four digits. */
export type YearExpression = Readonly<{ era: string | null; number: number }>;

/** A date, or one end of a period, as it is written. It can leave out parts that the other end contains. */
export interface DateExpression {
  readonly written: string;
  readonly year: YearExpression | null;
  /** The same year in the other calendar: 2022(令和4)年度. */
  readonly otherYear: YearExpression | null;
  /** `either` is 年(度), which means both; null is R5, which has no unit. */
  readonly unit: 'fiscal' | 'calendar' | 'either' | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 末, 上旬, 第2四半期 …: a part of the year or month. */
  readonly part: string | null;
}

const writeYearPattern = (name: string) => `(?<${name}Era>${ERA_PATTERN})?\\.?(?<${name}>\\d{1,4})`;
const writeGlossPattern = (name: string) => `(?:\\(${writeYearPattern(name)}(?<${name}Unit>年度|年)?\\))?`;
const PART = '(?<part>末日?|[上中下初]旬|当初|初め|はじめ|[上下]半?期|第?[1-4](?:四半|/4)期|[1-4]Q|Q[1-4]|内|中)?';
const MONTH = '(?:(?<month>\\d{1,2})月)?(?:(?<day>\\d{1,2})日)?';

/** 令和4年度末, 2022(令和4)年10月1日, and without the year that the other end contains: 9月30日. */
const WITH_UNITS = new RegExp(
  `^(?:${writeYearPattern('year')}${writeGlossPattern('inner')}(?<unit>年\\(度\\)|年度|年)${writeGlossPattern('outer')})?${MONTH}${PART}$`,
);
/** R5, H28末, 令和4(2022): a year, which may be a calendar or a fiscal year. */
const YEAR_ALONE = new RegExp(`^${writeYearPattern('year')}${writeGlossPattern('inner')}${PART}$`);
/** 2022-10-01, 2022/10, R4.10.1, R5.3月末. A dash after an era is a span: H25-29. */
const NUMERIC = new RegExp(
  `^(?:(?<year>\\d{4})[-./]|(?<yearEra>${ERA_PATTERN})\\.?(?<count>\\d{1,2})[./])(?<month>\\d{1,2})(?:月|[-./](?<day>\\d{1,2}))?(?<part>末)?$`,
);
/** 24/4/1: a date whose year has two digits and no era. */
const SHORT = /^(?<year>\d{1,2})([-./])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;

const UNITS: Readonly<Record<string, DateExpression['unit']>> = { 年度: 'fiscal', 年: 'calendar', '年(度)': 'either' };

const toNumber = (digits: string | undefined) => (digits === undefined ? null : Number(digits));

const createYear = (era: string | undefined, digits: string | undefined): YearExpression | null =>
  digits === undefined ? null : { era: era ?? null, number: Number(digits) };

/** Parses a normalized date, or one end of a period, without spaces and with years in digits; null for other texts. */
export function parseDateExpression(written: string): DateExpression | null {
  if (written === '') return null;
  const found = (NUMERIC.exec(written) ?? SHORT.exec(written) ?? WITH_UNITS.exec(written) ?? YEAR_ALONE.exec(written))
    ?.groups;
  if (!found) return null;
  return {
    written,
    year: createYear(found.yearEra, found.year ?? found.count),
    otherYear: createYear(found.outerEra, found.outer) ?? createYear(found.innerEra, found.inner),
    unit: UNITS[found.unit ?? found.outerUnit ?? found.innerUnit ?? ''] ?? null,
    month: toNumber(found.month),
    day: toNumber(found.day),
    part: found.part ?? null,
  };
}

/** Completes the ends of a period with each other's parts: 令和4～8年度, 2010～22年度, 4月～9月; but R5 in 令和4年4月～R5 stays. */
export function completeDateExpressions(
  first: DateExpression,
  last: DateExpression,
): readonly [DateExpression, DateExpression] {
  const hasMonth = first.month !== null || last.month !== null;
  const from = { ...first, unit: first.unit ?? (hasMonth ? null : last.unit) };
  if (!last.year) return [from, { ...last, year: first.year, unit: from.unit, month: last.month ?? first.month }];
  const century = Math.floor((first.year?.number ?? 0) / 100) * 100;
  const inherits = !last.year.era && last.year.number < 100;
  const number = last.year.number + century;
  // 1999～01 ends in 2001.
  const isNextCentury = century === 1900 && number < (first.year?.number ?? 0);
  const year = inherits ? { era: first.year?.era ?? null, number: number + (isNextCentury ? 100 : 0) } : last.year;
  return [from, { ...last, year, unit: last.unit ?? (hasMonth ? null : from.unit) }];
}

/** Returns the days of a month or of a part of it, or null if a month has no such part. */
function getMonthPartSpan(year: number, month: number, part: string | null): DateSpan | null {
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
  const range = part === null ? ([1, last] as const) : days[part];
  const [start, end] = [range && toIsoDate(year, month, range[0]), range && toIsoDate(year, month, range[1])];
  return start && end ? { start, end } : null;
}

/** Returns the days of a year or of a part of it, or null if a year has no such part. */
function getYearPartSpan(whole: DateSpan, part: string | null): DateSpan | null {
  const [year, first] = [Number(whole.start.slice(0, 4)), Number(whole.start.slice(5, 7))];
  const getQuarter = (count: number) => {
    const month = first + 3 * (count - 1);
    return month > 12 ? getMonthSpan(year + 1, month - 12, month - 10) : getMonthSpan(year, month, month + 2);
  };
  if (part === null || part === '内' || part === '中') return whole;
  if (part.startsWith('末')) return { start: whole.end, end: whole.end };
  if (/^(?:当初|初め|はじめ)$/.test(part)) return { start: whole.start, end: whole.start };
  if (/^上半?期$/.test(part)) return { start: whole.start, end: getQuarter(2).end };
  if (/^下半?期$/.test(part)) return { start: getQuarter(3).start, end: whole.end };
  const count = /[1-4]/.exec(part);
  return count ? getQuarter(Number(count[0])) : null;
}

/** Returns the days of a date whose year and kind of year are known, or null if there are no such days. */
export function getDateSpan({ month, day, part }: DateExpression, year: number, isFiscal: boolean): DateSpan | null {
  if (month === null)
    return day === null ? getYearPartSpan(isFiscal ? getFiscalYearSpan(year) : getCalendarYearSpan(year), part) : null;
  const calendarYear = isFiscal && month <= 3 ? year + 1 : year;
  if (day === null) return getMonthPartSpan(calendarYear, month, part);
  const date = part === null ? toIsoDate(calendarYear, month, day) : null;
  return date === null ? null : { start: date, end: date };
}
