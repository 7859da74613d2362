import {
  completeDateExpressions,
  countMonthDays,
  type DateExpression,
  type DateSpan,
  ERA_PATTERN,
  eraOverlapsSpan,
  getCalendarYearSpan,
  getFiscalYearSpan,
  getMonthSpan,
  parseDateExpression,
  toIsoDate,
  toWesternYear,
  type YearExpression,
} from './calendar.ts';
import {
  acceptNotation,
  MAX_NOTATION_LENGTH,
  normalizeNotation,
  type NotationReading,
  rejectNotation,
  removeOuterBrackets,
} from './normalize.ts';
import { parseKanjiNumber } from './number-and-unit.ts';
import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import type { Period } from '../model/quantity-schema.ts';
import { findMissingReason } from './value-expressions.ts';

/** 5か年, 3年間; 3年 alone may as well be the year of an era. */
const YEARS = '\\d{1,2}(?:[かカヵヶケ箇]年間?|年間)';
/** Words that stand around a time without changing its days: 現状値(…), …の実績, …時点. */
const BEFORE =
  '(?:計画)?(?:中間|最終|長期|中期|短期|当面の|次期)?(?:年度の)?' +
  '(?:現状|現況|基準|目標|実績|直近|策定時|策定|開始時|当初|見込み?|目安|指標|参考|計画期間|期間|時点|調査|数値)' +
  '(?:年度?|時)?(?:の)?(?:値|数値|目標|実績|見込み?)?(?:は|[:])?';
/** Surveys and registers that a figure is from: 国勢調査, 市民アンケート, 農林業センサス. */
const SURVEY =
  '(?:(?<=[度月日末])|(?<=年)(?!度)|(?<=[A-Z]\\d{1,2})(?!年))(?![春夏秋冬])[一-龠々ァ-ヺー・]{0,20}(?:調査|アンケート|センサス|統計|台帳)(?:結果|時|より)?';
const AFTER =
  '(?:の|における|(?<!ま)での|分の)?' +
  '(?:実績値?|目標値?|現状値?|現況値?|基準値?|数値|値|見込み?値?|予定|集計値?|速報[値版]?|暫定値?|確報値?|確定値?|推計値?|版' +
  '|(?:月|(?<=度)年)?平均値?|累計値?|合計値?|総数|合算|計|決算額?|予算額?|当初予算額?|時点|現在|頃|ごろ|までに?|の間|期間|もの|結果|状況|調べ' +
  '|(?<=[月度年])分|実施分?|各年度?|毎年度?|産|卒(?:業[者生]?)?|入[所園学])';
const YEARS_LONG = `(?:の?${YEARS}|の\\d{1,2}年)(?:の?(?:平均|累計|合計))?`;
/** What stands in brackets alone: (速報値), (5年間), (暦年), (毎年度), (学校基本調査). */
const ASIDE = `(?:${AFTER}|${YEARS_LONG}|暦年|年間|年平均|参考|[一-龠々ァ-ヺー・]{0,20}(?:調査|アンケート|センサス|統計|台帳))`;

/** Labels in front of a time, for as long as a time follows. */
export const LABEL_BEFORE_PERIOD = new RegExp(
  `^(?:\\([^()\\d]*\\)|※)?(?:${BEFORE}|約|西暦|)(?=[\\d(]|${ERA_PATTERN}(?:\\d|元))`,
);
/** Labels behind a time; some stand in brackets. */
export const LABEL_AFTER_PERIOD = new RegExp(
  `(?:${AFTER}|${SURVEY}|${YEARS_LONG}|\\(${ASIDE}\\)|(?:※|\\*|注)\\d{0,2}|\\((?:※|\\*|注)\\d{0,2}\\))$`,
);

const NAMED =
  '(?:計画)?(?:随時|常時|適宜|適時|都度|不定期|通年|通期|(?:毎|各)(?:年度?|月)末?|年度?末|年度当初|毎日|毎回|直近(?:年度?|値)?|最新年?|現時点|現在|現状' +
  '|(?:計画)?策定(?:時|当初|年度?)|(?:計画)?(?:期間[中内]?|(?:期間)?(?:開始時|終了時)|終了年度?|最終(?:目標)?年度?|中間(?:目標)?年度?|初年度)' +
  '|(?:前回|次回|今回)(?:調査)?時?|調査時|(?:進捗確認|目標|基準|評価|中間|実績)年[度次]?|目標|基準|実績|当初' +
  // Counted from the day of reading, so that no day can be given.
  '|(?:前々?|昨|本|今|当|当該|次|翌)年度?' +
  '|第[\\d一二三四五六七八九十]+[期次](?:計画)?(?:期間)?|[前中後]期(?:計画)?(?:期間)?' +
  `|隔年度?|\\d{1,2}[かカヵヶケ箇]?年(?:ごと|毎|に[1一][回度])` +
  '|(?:過去|直近|最近)の?\\d{1,2}[かカヵヶケ箇]?年間?(?:の?(?:平均|累計|合計))?)';

/**
 * Times that are known as words and have no days: 随時, 毎年度, 直近のもの, 計画策定時の値, 最終年度まで, 毎年4月1日現在, 前年度,
 * 第2期計画期間. What has a date that comes back every year is one of them.
 */
export const PERIOD_WORDS = new RegExp(
  `^(?:${NAMED}(?:の?(?:もの|値|数値|数|実績値?))?(?:時点|現在|まで|中)?|(?:毎年度?|各年度?)の?\\d{1,2}月(?:末日?|\\d{1,2}日)?(?:時点|現在)?)$`,
);

const ONE_OF = `(?:${ERA_PATTERN}(?:\\d{1,2}|元)|\\d{4})(?:年度?)?`;
const ANOTHER = `(?:${ERA_PATTERN})?(?:\\d{1,2}|元|\\d{4})(?:年度?)?`;

/**
 * Times that are understood but whose days are not computed: without a beginning or an end (令和4年度以降), several at
 * once (令和4・6年度), a part of a year that has no fixed days, when something is told (令和6年8月公表), a count of years, or a
 * misprint that has been seen in print (3月31日年).
 */
export const UNRESOLVED_PERIODS: readonly RegExp[] = [
  /^.*\d(?:年度?|[月日])?(?:以降|以後|以前|より前|より後|~|から)(?:[毎各]年度?)?$/,
  /^~.*\d(?:年度?|[月日])?末?$/,
  new RegExp(`^${ONE_OF}(?:(?:[・、,/→]|及び|および|と)${ANOTHER})+$`),
  new RegExp(`^${ONE_OF}の?(?:[春夏秋冬]季?|[前後][半期])$`),
  new RegExp(`^${ANOTHER}(?:度)?\\d{1,2}月?・\\d{1,2}月$`),
  new RegExp(`^${ONE_OF}.*~翌年.*$`),
  new RegExp(`^${ONE_OF}代$`),
  /^\d{1,2}月?~\d{1,2}月$/,
  new RegExp(`^${ONE_OF}.*(?:公表|発表|策定|改定|改訂|発行|期|期決算)(?:予定)?$`),
  new RegExp(`^${YEARS}の?(?:累計|合計|平均)$`),
  /^.*\d月\d+日年$/,
];

const FIRST_YEAR = new RegExp(`(?<=${ERA_PATTERN})元`, 'g');
const KANJI_COUNT = /[〇一二三四五六七八九十]+(?=[年月日]|四半期)/g;

/** What is written in other ways than the patterns of a time know, and how they know it. */
const REWRITTEN: readonly (readonly [RegExp, string])[] = [
  // 現況2002年(数値は平成14年度末): the text itself says which of its times the figure has.
  [/^.*\(数値は(.+)\)$/, '$1'],
  [/^<(.+)>$/, '$1'],
  // 2019 is a year of two eras, and some name both.
  [/(?:平成|平|H)31[・/](?=(?:令和|令|R)1(?!\d))/, ''],
  [/^(?:FY)(\d{2}|\d{4})$|^(\d{4})FY$/, '$1$2年度'],
  [/^CY(\d{4})$/, '$1年'],
  [/^['’](\d\d)(?=年)/, '20$1'],
  [/(?<=日)\([月火水木金土日](?:曜日?)?\)/, ''],
  // 令和4年4～9月 leaves the first 月 to the second.
  [/(?<=年度?\d{1,2})(?=[~-]\d{1,2}月)/, '月'],
];

/** A time folded for matching, without spaces and with its years in digits. */
export function compactPeriodText(printed: string): string {
  const digits = normalizeNotation(printed)
    // The hour that a spreadsheet adds to a day.
    .text.replace(/(?<=\d)[ T]0{1,2}:00(?::00)?$/, '')
    .replace(/ /g, '')
    .replace(FIRST_YEAR, '1')
    .replace(KANJI_COUNT, (kanji) => String(parseKanjiNumber(kanji) ?? kanji));
  return REWRITTEN.reduce((text, [from, to]) => text.replace(from, to), digits);
}

/** A compact time without what does not change its days: brackets around all of it, labels, notes. */
export function removePeriodLabels(text: string): string {
  const bare = removeOuterBrackets(normalizeNotation(text)).text;
  if (PERIOD_WORDS.test(bare) || parseDateExpression(bare)) return bare;
  const shorter = bare.replace(LABEL_BEFORE_PERIOD, '').replace(LABEL_AFTER_PERIOD, '');
  return shorter === bare || shorter === '' ? bare : removePeriodLabels(shorter);
}

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
