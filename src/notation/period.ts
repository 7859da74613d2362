import { createIssue, extendIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { memoizeByValue } from '../model/collections.ts';
import { MAX_NOTATION_LENGTH } from '../model/input-limits.ts';
import { parseKanjiNumber } from '../model/japanese-text.ts';
import type { Period } from '../model/quantity-schema.ts';
import {
  completeDateExpressions,
  ERA_PATTERN,
  eraOverlapsSpan,
  getCalendarYearSpan,
  getDateSpan,
  getFiscalYearSpan,
  isWithin,
  parseDateExpression,
  toIsoDate,
  toWesternYear,
} from './calendar.ts';
import type { DateExpression, DateSpan, YearExpression } from './calendar.ts';
import { acceptNotation, normalizeNotation, rejectNotation, removeOuterBrackets } from './normalize.ts';
import type { NotationResult } from './normalize.ts';
import { findMissingReason } from './value-expressions.ts';

/** 5か年, 3年間; 3年 alone may be the year of an era. */
const YEARS = '\\d{1,2}(?:[かカヵヶケ箇]年間?|年間)';
/** Words before a period that do not change its days: 現状値(…), 目標値. */
const BEFORE =
  '(?:計画)?(?:中間|最終|長期|中期|短期|当面の|次期)?(?:年度の)?' +
  '(?:現状|現況|基準|目標|実績|直近|策定時|策定|開始時|当初|見込み?|目安|指標|参考|計画期間|期間|時点|調査|数値)' +
  '(?:年度?|時)?(?:の)?(?:値|数値|目標|実績|見込み?)?(?:は|[:])?';
/** The surveys and registers of a value: 国勢調査, 市民アンケート, 農林業センサス. */
const SURVEY =
  '(?:(?<=[度月日末])|(?<=年)(?!度)|(?<=[A-Z]\\d{1,2})(?!年))(?![春夏秋冬])[一-龠々ァ-ヺー・]{0,20}(?:調査|アンケート|センサス|統計|台帳)(?:結果|時|より)?';
/** Words after a period that do not change its days: …の実績, …時点. */
const AFTER =
  '(?:の|における|(?<!ま)での|分の)?' +
  '(?:実績値?|目標値?|現状値?|現況値?|基準値?|数値|値|見込み?値?|予定|集計値?|速報[値版]?|暫定値?|確報値?|確定値?|推計値?|版' +
  '|(?:月|(?<=度)年)?平均値?|累計値?|合計値?|総数|合算|計|決算額?|予算額?|当初予算額?|時点|現在|頃|ごろ|までに?|の間|期間|もの|結果|状況|調べ' +
  '|(?<=[月度年])分|実施分?|各年度?|毎年度?|産|卒(?:業[者生]?)?|入[所園学])';
const YEARS_LONG = `(?:の?${YEARS}|の\\d{1,2}年)(?:の?(?:平均|累計|合計))?`;
/** Words that are in brackets after a period: (速報値), (5年間), (暦年), (毎年度), (学校基本調査). */
const IN_BRACKETS = `(?:${AFTER}|${YEARS_LONG}|暦年|年間|年平均|参考|[一-龠々ァ-ヺー・]{0,20}(?:調査|アンケート|センサス|統計|台帳))`;

const LABEL_BEFORE_PERIOD = new RegExp(
  `^(?:\\([^()\\d]*\\)|※)?(?:${BEFORE}|約|西暦|)(?=[\\d(]|${ERA_PATTERN}(?:\\d|元))`,
);
const LABEL_AFTER_PERIOD = new RegExp(
  `(?:${AFTER}|${SURVEY}|${YEARS_LONG}|\\(${IN_BRACKETS}\\)|(?:※|\\*|注)\\d{0,2}|\\((?:※|\\*|注)\\d{0,2}\\))$`,
);

const PERIOD_WORD =
  // 随時, 毎年度末, 計画策定時, 計画期間内, 最終年度
  '(?:計画)?(?:随時|常時|適宜|適時|都度|不定期|通年|通期|(?:毎|各)(?:年度?|月)末?|年度?末|年度当初|毎日|毎回|直近(?:年度?|値)?|最新年?|現時点|現在|現状' +
  '|(?:計画)?策定(?:時|当初|年度?)|(?:計画)?(?:期間[中内]?|(?:期間)?(?:開始時|終了時)|終了年度?|最終(?:目標)?年度?|中間(?:目標)?年度?|初年度)' +
  // 前回調査時, 目標年度
  '|(?:前回|次回|今回)(?:調査)?時?|調査時|(?:進捗確認|目標|基準|評価|中間|実績)年[度次]?|目標|基準|実績|当初' +
  // Relative to the day of reading, so the days are unknown.
  '|(?:前々?|昨|本|今|当|当該|次|翌)年度?' +
  // 第2期計画期間, 前期
  '|第[\\d一二三四五六七八九十]+[期次](?:計画)?(?:期間)?|[前中後]期(?:計画)?(?:期間)?' +
  // 隔年, 2年に1回
  `|隔年度?|\\d{1,2}[かカヵヶケ箇]?年(?:ごと|毎|に[1一][回度])` +
  // 過去5年平均
  '|(?:過去|直近|最近)の?\\d{1,2}[かカヵヶケ箇]?年間?(?:の?(?:平均|[累合]?計))?)';

/** Periods in words, which have no days: 随時, 毎年度, 計画策定時の値, 前年度, 第2期計画期間, 毎年4月1日現在. */
const PERIOD_WORDS = new RegExp(
  `^(?:${PERIOD_WORD}(?:の?(?:もの|値|数値|数|実績値?))?(?:時点|現在|まで|中)?|(?:毎年度?|各年度?)の?\\d{1,2}月(?:末日?|\\d{1,2}日)?(?:時点|現在)?)$`,
);

const FULL_YEAR = `(?:${ERA_PATTERN}(?:\\d{1,2}|元)|\\d{4})(?:年度?)?`;
const NEXT_YEAR = `(?:${ERA_PATTERN})?(?:\\d{1,2}|元|\\d{4})(?:年度?)?`;

/**
 * Forms of periods whose days are not computed: without an end (令和4年度以降), several at once (令和4・6年度), a part of a year
 * without fixed days, a publication (令和6年8月公表), a number of years, a known misprint (3月31日年).
 */
const UNRESOLVED_PERIODS: readonly RegExp[] = [
  /^.*\d(?:年度?|[月日])?(?:以降|以後|以前|より前|より後|~|から)(?:[毎各]年度?)?$/,
  /^~.*\d(?:年度?|[月日])?末?$/,
  new RegExp(`^${FULL_YEAR}(?:(?:[・、,/→]|及び|および|と)${NEXT_YEAR})+$`),
  new RegExp(`^${FULL_YEAR}の?(?:[春夏秋冬]季?|[前後][半期])$`),
  new RegExp(`^${NEXT_YEAR}(?:度)?\\d{1,2}月?・\\d{1,2}月$`),
  new RegExp(`^${FULL_YEAR}.*~翌年.*$`),
  new RegExp(`^${FULL_YEAR}代$`),
  /^\d{1,2}月[~-]\d{1,2}月(?:末日?)?$/,
  new RegExp(`^${FULL_YEAR}.*(?:公表|発表|策定|改定|改訂|発行|期|期決算)(?:予定)?$`),
  new RegExp(`^${YEARS}の?(?:累計|合計|平均)$`),
  /^.*\d月\d+日年$/,
];

const ERA_BEGINNING = new RegExp(`(?<=${ERA_PATTERN})元`, 'g');
const KANJI_COUNT = /(?<![〇一二三四五六七八九十])[〇一二三四五六七八九十]+(?=[かカヵヶケ箇]?[年月日]|四半期)/g;

/** Writes the counts of years, months and days in digits: 5年間 for 五年間. */
export const writeCountsInDigits = (text: string): string =>
  text.replace(KANJI_COUNT, (kanji) => String(parseKanjiNumber(kanji) ?? kanji));

/** Spellings that the patterns of periods do not contain, each with the spelling that they contain. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  // 現況2002年(数値は平成14年度末): the value has the second period.
  [/^.*\(数値は(.+)\)$/, '$1'],
  [/^<(.+)>$/, '$1'],
  // 2019 is a year of two eras, and some plans write both.
  [/(?:平成|平|H)31[・/](?=(?:令和|令|R)1(?!\d))/, ''],
  [/^(?:FY)(\d{2}|\d{4})$|^(\d{4})FY$/, '$1$2年度'],
  [/^CY(\d{4})$/, '$1年'],
  [/^['’](\d\d)(?=年)/, '20$1'],
  [/(?<=日)\([月火水木金土日](?:曜日?)?\)/, ''],
  // 令和4年4～9月 and 4-9月分 leave out the first 月.
  [/(?<=(?:^|年度?)(?:[1-9]|1[0-2]))(?=[~-]\d{1,2}月)/, '月'],
];

/** Normalizes a period for matching, without spaces and with its years in digits. */
function compactPeriodText(printed: string): string {
  // A spreadsheet may add a time to a day.
  const text = normalizeNotation(printed).text.replace(/(?<=\d)[ T]0{1,2}:00(?::00)?$/, '');
  const digits = writeCountsInDigits(text.replace(/ /g, '').replace(ERA_BEGINNING, '1'));
  return REWRITES.reduce((text, [from, to]) => text.replace(from, to), digits);
}

/** Removes from a period what does not change its days: brackets around all of it, labels, remarks. */
function removePeriodLabels(text: string): string {
  const bare = removeOuterBrackets(normalizeNotation(text)).text;
  if (PERIOD_WORDS.test(bare) || parseDateExpression(bare)) return bare;
  const shorter = bare.replace(LABEL_BEFORE_PERIOD, '').replace(LABEL_AFTER_PERIOD, '');
  return shorter === bare || shorter === '' ? bare : removePeriodLabels(shorter);
}

/** The first and last day of a period, null if they are not computed, or the issue of a text that is no period. */
type DaysResult = NotationResult<DateSpan | null>;

/** Returns the issue of a text without the text: `readPeriod` quotes the whole cell. */
const reject = (code: 'not-a-period' | 'impossible-date' | 'era-too-far' | 'period-reversed') =>
  rejectNotation(createIssue(code));

/** The first year that is too late for any plan. */
const TOO_LATE = 2200;

/** Returns the Western year, null if its era is missing, or an issue if there is no such year. */
function resolveYear({ era, number }: YearExpression): NotationResult<number | null> {
  if (era === null) {
    if (number >= 1 && number < 100) return acceptNotation(null);
    return number >= 1800 && number < TOO_LATE ? acceptNotation(number) : reject('not-a-period');
  }
  if (number >= 1000) return reject('not-a-period');
  if (number === 0) return reject('impossible-date');
  const western = toWesternYear(era, number);
  if (western === null) return reject('era-too-far');
  return western < TOO_LATE ? acceptNotation(western) : reject('impossible-date');
}

/** Warns of a year, or of a day or month in it, that is outside its era. */
function warnOutsideEra(date: DateExpression, western: number, span: DateSpan | null): Issue[] {
  const year = date.unit === 'fiscal' ? getFiscalYearSpan(western) : getCalendarYearSpan(western);
  const days = date.unit !== 'fiscal' && date.month !== null ? (span ?? year) : year;
  const isOutside = [date.year, date.otherYear].some((one) => one?.era && !eraOverlapsSpan(one.era, days));
  return isOutside ? [createIssue('era-beyond-its-end', { read: western })] : [];
}

/** Returns the days of a date, or null with a warning if they are ambiguous: R5, 26年度, 2022(令和5)年度. */
function resolveDateSpan(date: DateExpression): DaysResult {
  if (!date.year) return reject('not-a-period');
  const first = resolveYear(date.year);
  if (!first.ok) return first;
  const other = date.otherYear ? resolveYear(date.otherYear) : acceptNotation(null);
  if (!other.ok) return other;
  const year = first.value ?? other.value;
  if (year === null) return acceptNotation(null, [createIssue('no-era', { year: date.year.number })]);
  if (other.value !== null && other.value !== year) {
    const unit = date.unit === 'fiscal' ? '年度' : '年';
    const readings = { first: `${year}${unit}`, second: `${other.value}${unit}` };
    return acceptNotation(null, [createIssue('two-readings', readings)]);
  }
  if (date.month === null && (date.unit === null || date.unit === 'either')) {
    const stem = /^[^(年]*?\d+/.exec(date.written)?.[0] ?? date.written;
    const warning = createIssue('year-or-fiscal-year', { year: stem });
    return acceptNotation(null, [warning, ...warnOutsideEra(date, year, null)]);
  }
  const span = getDateSpan(date, year, date.unit === 'fiscal');
  if (!span) return reject(date.month === null ? 'not-a-period' : 'impossible-date');
  return acceptNotation(span, warnOutsideEra(date, year, span));
}

/** Returns the days from one date to another. */
function resolvePeriod(first: DateExpression, last: DateExpression): DaysResult {
  const [begin, end] = completeDateExpressions(first, last);
  const from = resolveDateSpan(begin);
  if (!from.ok) return from;
  const to = resolveDateSpan(end);
  if (!to.ok) return to;
  // What to write for R5～R9 is R5～R9年度, not R5年度.
  const years = [from, to].flatMap(({ warnings: found }) => found.flatMap(({ values }) => values.year ?? []));
  const warnings = removeRepeatedIssues([...from.warnings, ...to.warnings]).map((issue) =>
    issue.values.year === undefined ? issue : extendIssue(issue, { year: years.join('～') }),
  );
  if (!from.value || !to.value) return acceptNotation(null, warnings);
  if (from.value.start > to.value.end) return reject('period-reversed');
  return acceptNotation({ start: from.value.start, end: to.value.end }, warnings);
}

/** Reads a period with both ends: 令和4～8年度, 4月から9月, 2022/4-2023/3. A dash separates them if it is not in a date. */
function readBothEnds(text: string): DaysResult | null {
  for (const match of text.matchAll(/~|から|より|―|-/g)) {
    const first = parseDateExpression(text.slice(0, match.index).replace(LABEL_AFTER_PERIOD, ''));
    const last = parseDateExpression(text.slice(match.index + match[0].length));
    if (first?.year && last) return resolvePeriod(first, last);
  }
  return null;
}

const HAS_YEAR = new RegExp(`年|\\d{3}|${ERA_PATTERN}\\d`);
/** Words about a year that do not change its days: 令和9年度(計画最終年). */
const ROLE_OF_YEAR = /^(?:計画)?(?:最終|終了|中間|目標|基準|初|策定)(?:目標)?(?:年度?|時)$/;
/** True for the last day of a month and the month: 令和9年度末(令和10年3月). */
const isDayOfMonth = ({ start, end }: DateSpan, month: DateSpan): boolean =>
  start === end && isWithin({ start, end }, month) && month.start.slice(0, 7) === month.end.slice(0, 7);

/** Reads a period that brackets repeat or narrow: 平成14年度末(2003年3月31日), 令和5年度(上半期). */
function readRepeatedPeriod(text: string): DaysResult | null {
  const [, first, second] = /^(.+?)\(([^()]+)\)$/.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const stem = removePeriodLabels(first);
  // 令和9年(年末) is 令和9年末.
  const inside = removePeriodLabels(second).replace(/^年度?(?=末$)/, (year) => (stem.endsWith(year) ? '' : year));
  const [outer, alone] = [readDays(stem), readDays(inside)];
  // A part without a year is of the year before the brackets: 10月1日, 上半期; 3月31日 after 年度末 too.
  const before = HAS_YEAR.test(inside) ? undefined : /^.*[年度月](?=末?$)/.exec(stem)?.[0];
  const part = before === undefined ? null : readDays(compactPeriodText(before + inside));
  const inner = part?.ok ? part : alone;
  if (!outer?.ok) return outer;
  if (!inner?.ok) return inner;
  if (PERIOD_WORDS.test(stem)) return /^[毎各隔]/.test(stem) ? outer : inner;
  if (ROLE_OF_YEAR.test(inside) || (outer.value && inner.value && isDayOfMonth(outer.value, inner.value))) return outer;
  if (inner === part && part.value === null) return part;
  if (isWithin(inner.value, outer.value))
    return acceptNotation(inner.value, removeRepeatedIssues([...outer.warnings, ...inner.warnings]));
  return acceptNotation(null, [createIssue('two-readings', { first, second })]);
}

/** Reads one period in two calendars: 平成31年・令和元年, 2030年度/令和12年度. */
function readTwoCalendars(text: string): DaysResult | null {
  const [first, last] = (/^([^/=・]+)[/=・]([^/=・]+)$/.exec(text)?.slice(1) ?? []).map(parseDateExpression);
  if (!first?.year || !last?.year) return null;
  const [one, other] = completeDateExpressions(first, last).map(resolveDateSpan);
  return one?.ok && other?.ok && isWithin(one.value, other.value) && isWithin(other.value, one.value) ? one : null;
}

/** Reads a year and a later one, behind / the next one, if the second number is not a month: 2019-23, 2023-24, 2023/24. */
function readTwoYears(text: string): DaysResult | null {
  const [, year, sign, last] = /^\d\d(\d\d)([-/])(\d\d)$/.exec(text) ?? [];
  const years = Number(last) - Number(year);
  return Number(last) > 12 && (years === 1 || (years > 1 && sign === '-')) ? readDays(text.replace(/[-/]/, '~')) : null;
}

/** Reads a day without a year: 4月1日現在. It must be a day of 2024, a leap year. */
function readDayWithoutYear(text: string): DaysResult | null {
  const date = parseDateExpression(text);
  if (!date?.month) return null;
  return toIsoDate(2024, date.month, date.day ?? 1)
    ? acceptNotation(null, [createIssue('period-kept-as-text')])
    : reject('impossible-date');
}

/** Returns the days of a compact text, or null if it is not a period. */
function readDays(text: string): DaysResult | null {
  if (PERIOD_WORDS.test(text)) return acceptNotation(null);
  const date = parseDateExpression(text);
  const one = readTwoYears(text) ?? (date?.year ? resolveDateSpan(date) : null);
  const days = one ?? readBothEnds(text) ?? readTwoCalendars(text);
  if (days) return days;
  if (UNRESOLVED_PERIODS.some((form) => form.test(text)))
    return acceptNotation(null, [createIssue('period-kept-as-text')]);
  // In a column of periods, a mark for a missing value means that there is no period.
  return (
    readDayWithoutYear(text) ?? readRepeatedPeriod(text) ?? (findMissingReason(text) ? acceptNotation(null) : null)
  );
}

const removeRepeatedIssues = (issues: readonly Issue[]): Issue[] =>
  issues.filter((issue, at) => issues.findIndex(({ code }) => code === issue.code) === at);

const quoteCell = (issue: Issue, text: string): Issue => extendIssue(issue, { value: text });

/**
 * Reads a period as plans print it: 年度 (1 April to 31 March), 年, 年度末, months, days and spans, in eras or in Western
 * years, with labels such as 現状値(…) and …時点. A period in words (随時) and an empty cell have no days.
 * @returns the text unchanged, with its first and last day as ISO dates
 * @example readPeriod('令和4年度') // → start 2022-04-01, end 2023-03-31
 * @example readPeriod('そのうち') // → issue not-a-period
 * @example readPeriod('令和４～８年度') // → start 2022-04-01, end 2027-03-31
 */
export const readPeriod = memoizeByValue((text: string): NotationResult<Period> => {
  const days = text.length > MAX_NOTATION_LENGTH ? null : readDays(removePeriodLabels(compactPeriodText(text)));
  if (!days) return rejectNotation(createIssue('not-a-period', { value: text }));
  if (!days.ok) return rejectNotation(quoteCell(days.issue, text));
  const { start, end } = days.value ?? { start: null, end: null };
  const warnings = days.warnings.map((warning) => quoteCell(warning, text));
  return acceptNotation({ text, start, end }, warnings);
});

/** Returns the period that a text says. A text that is no period has no days. */
export function findPeriod(text: string): Period {
  const read = readPeriod(text);
  return read.ok ? read.value : { text, start: null, end: null };
}
