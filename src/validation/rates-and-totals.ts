import { memoizeByObject, memoizeByValue } from '../model/collections.ts';
import type { Period } from '../model/quantity-schema.ts';
import { ERA_CHARACTERS, writeEraPattern } from '../notation/calendar.ts';
import { normalizeNotation, splitCompanions } from '../notation/normalize.ts';
import { getUnitFactor, isCountedUnit, parseUnit } from '../notation/number-and-unit.ts';
import { writeCountsInDigits } from '../notation/period.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import { createUnitConversion, type NumericCell, visitNumericCells } from './numeric-cells.ts';
import type { ParsedPlan } from './parsed-site.ts';

/** What a rate is of, with the words after 1 for it; a number without a time is one of a year. */
const RATE_WORDS = { '': '年', 年: '年', 月: 'か月', 週: '週間', 日: '日' } as const;
type RateTime = keyof typeof RATE_WORDS;
type SumTime = '累計' | '何年か' | `${string}年間`;

/** The time of a number whose period is some months. */
const SHORT_PERIOD = '1年より短い期間';
/** The time of a number whose cell says some months of a year, or a day in it. */
const PART_OF_YEAR = '1年の一部';
/** What is used as the time of a count of each school or ward: 各区10か所以上. */
const EACH = 'それぞれ';

/** The time over which a number counts: of a rate (回/月), a sum (5年間累計) or neither; empty if nothing says one. */
type CountedTime = RateTime | SumTime | typeof SHORT_PERIOD | typeof PART_OF_YEAR | typeof EACH;

/** True for the time of a rate, and for a number of a year that says no time. */
export const isRateTime = (time: string): time is RateTime => Object.hasOwn(RATE_WORDS, time);

/** A denominator that is a time: 回/月, 人/日, 人/5年. 人 and 10万人 are not times. */
const UNIT_TIME = /^(?:(\d+)[かカヵヶケ箇]?(?=年)|か(?=月))?([年月週日])$/;
const getTimeOfUnit = memoizeByValue((unit: string): CountedTime => {
  const [, years, time = ''] = UNIT_TIME.exec(parseUnit(unit).per) ?? [];
  return years !== undefined ? `${years}年間` : isRateTime(time) ? time : '';
});

/** Not 令和5年計, a sum of one year. */
const SUM_OF_YEARS = new RegExp(
  `(?<![\\d${ERA_CHARACTERS}] ?)(\\d{1,2}) ?(?:[かカヵヶケ箇]年間?|年間|年(?=[で累合計分]))(?=[での累分)]|合?計(?!画)|延べ)`,
);
const ERA = writeEraPattern();
const START = `(?:${ERA} ?(?:\\d{1,2}|元) ?(?:年度?)?|\\d{4}年度?|\\d{4}(?=[~―-]\\d{2,4}年))`;
const END = `(?:${ERA} ?\\d|\\d{1,4}(?= ?年|の?[累合]?計|\\)))`;
/** From one year to another: R5～R9, 2023-2027年度. 令和6年度から alone has no end. */
const YEARS = new RegExp(`${START} ?(?:[~―-]|から) ?${END}`);
/** Words of a number that counts over one year, although its years are more: 平均, 毎年度, 各年度. */
const NO_SUM = /平均|[毎各]年/;
const SUM = /累計|累積|期間(?=内|中|の?合?計(?!画))|計画期間(?=\)|$)/;

const DIGITS = /\d[\d,.]*/g;
/** What every text of a sum contains, before it is normalized. */
const SUM_SIGN = /[年期累~～〜か‐-―−－ー-]/;

/** A rate that a cell has itself: 10件/年, 年間10件. */
const RATE = /\/|(?<!\d)[年月週日]間? ?\d/;

/** Returns the time in words of a sum: 5年間 (5か年の合計, 5年で), 何年か (R5～R9) or 累計; empty for other texts. */
function findSum(text: string): CountedTime {
  if (NO_SUM.test(text)) return '';
  const years = SUM_OF_YEARS.exec(writeCountsInDigits(text))?.[1];
  if (years !== undefined) return years === '1' ? '' : `${years}年間`;
  if (YEARS.test(text)) return '何年か';
  return SUM.test(text) ? '累計' : '';
}

/**
 * Returns the time over which the number in a cell counts, if the cell says so: 年, 月, 週 or 日 of a rate, and 累計, 何年か
 * or such as 5年間 of a sum; empty for others.
 * @example findCountedTime('月2回', '回/月') // → 月
 * @example findCountedTime('1,000本（5年間累計）', '本') // → 5年間
 * @example findCountedTime('60棟（R5～R9）', '棟') // → 何年か
 * @example findCountedTime('15人（累計25人）', '人') // →
 * @example findCountedTime('累計30', '件/年') // → 累計
 */
export function findCountedTime(text: string, unit: string): CountedTime {
  const time = getTimeOfUnit(unit);
  // A percentage is never added up. Normalizing is slow, and most cells have no such word.
  if (!SUM_SIGN.test(text) || (unit !== '' && getUnitFactor(unit, '%') !== null)) return time;
  const { own } = splitCompanions(text);
  const sum = findSum(own);
  // A sum in words is no rate, unless the cell has the rate too. Each year from R5 to R9 may have one.
  if (time !== '') return sum === '' || sum === '何年か' || RATE.test(own) ? time : sum;
  // A decimal without a unit is a rate or an index of these years: 1.42（H25～H29）.
  return sum === '何年か' && unit === '' && /^\D*[\d,]+\.\d/.test(own) ? '' : sum;
}

/** True for a cell with another number that is a sum, which its own number is not: 20本（累計80本）. */
function isBesideSum(text: string): boolean {
  if (!SUM_SIGN.test(text)) return false;
  const { own, companions } = splitCompanions(text);
  // In the first year, both numbers are the same.
  const isSame = companions.match(DIGITS)?.includes(own.match(DIGITS)?.[0] ?? '');
  return !isSame && findSum(companions) !== '' && findSum(own) === '';
}

const isAddedUp = memoizeByValue(
  (unit: string) => isCountedUnit(unit) || (unit !== '' && getUnitFactor(unit, '円') !== null),
);
/** Returns the number of months of a period, the first and the last as a whole; 0 if its days are unknown. */
function countMonths({ start, end }: Period): number {
  const count = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return start === null || end === null ? 0 : count(end) - count(start) + 1;
}

/**
 * Returns the time over which a number counts if only its period says so. A count or an amount of money with a period
 * of five years is most likely their sum (5年間), and one of 令和7年度上半期 is none of a year. Empty for other numbers, for
 * means, for 毎年, and for a month, which may be the last one of a year.
 */
function findTimeOfPeriod(text: string, unit: string, period: Period): CountedTime {
  const months = countMonths(period);
  const years = Math.round(months / 12);
  // R5～R9累計 has no days.
  const sum: CountedTime = months === 0 && SUM.test(period.text) ? '何年か' : '';
  const time: CountedTime = months > 1 && months < 11 ? SHORT_PERIOD : years > 1 ? `${years}年間` : sum;
  return isAddedUp(unit) && !NO_SUM.test(text + period.text) ? time : '';
}

/** Returns the time over which a number counts by its cell (`findCountedTime`), or else by its period. */
export const findTimeOfNumber = (text: string, unit: string, period: Period): CountedTime =>
  findCountedTime(text, unit) || findTimeOfPeriod(text, unit, period);

/** Words in names for each time: 1日平均, 月間, （累計）. Not 日本語 and 月見, and not 累積欠損金, which can decrease. */
const IN_NAMES: readonly (readonly [CountedTime, RegExp])[] = [
  ['累計', /累計|累積(?!赤字|欠損|債務)/],
  ...(['月', '週', '日'] as const).map((time) => {
    const form = `(?:1|一|毎|各)か?${time}|${time}(?:平均|あたり|当たり|額|量)|[(/]${time}(?:間|平均)?(?:\\)|$)`;
    return [time, new RegExp(form)] as const;
  }),
  ['月', /月間/],
];

/**
 * Returns the time over which bare numbers of an indicator count, by its unit or its name; empty if neither says so.
 * @example findTimeOfName('バスの1日平均利用者数', '人') // → 日
 * @example findTimeOfName('日本語教室の参加者', '人') // →
 */
export function findTimeOfName(title: string, unit: string): CountedTime {
  const name = normalizeNotation(title).text;
  return getTimeOfUnit(unit) || (IN_NAMES.find(([, form]) => form.test(name))?.[0] ?? '');
}

const PART =
  /[上下]期|半[年期]|Q|(?<![A-Z和成\d])(\d{1,2})月?(?:[~-]|から)(\d{1,2})月|(\d{1,2})月(?:末|(?:\d{1,2}日)?(?:時点|現在|まで))/;

/** True for a count or an amount of money that is most likely of a part of its period, a year: 60人（上半期）. */
function isPartOfYear({ text, unit, period }: NumericCell, aggregation: IndicatorRow['aggregation']): boolean {
  // Normalizing is slow.
  if (period.end === null || countMonths(period) < 12 || !/[月期半QＱ]/.test(text)) return false;
  const [part, from, to, day] = PART.exec(splitCompanions(text).own.replace(/^[^(]*/, '')) ?? [];
  if (part === undefined || !isAddedUp(unit) || NO_SUM.test(text)) return false;
  if (to !== undefined) return (Number(to) - Number(from) + 13) % 12 !== 0;
  // Without 集計, a number of a day may be one of a register.
  return day === undefined || (aggregation !== null && Number(day) !== Number(period.end.slice(5, 7)));
}

/** Returns in words what a number is that counts over a time: 1か月あたりの数, 5年間の合計. */
export function describeCountedTime(time: CountedTime): string {
  if (isRateTime(time)) return `1${RATE_WORDS[time]}あたりの数`;
  if (time === '累計') return 'それまでの合計';
  if (time === PART_OF_YEAR) return '1年の一部か、ある日の数';
  return `${time}の${time === SHORT_PERIOD || time === EACH ? '数' : '合計'}`;
}

/** The grounds of times that are not a year, a month, a week or a day. */
const GROUNDS: Readonly<Partial<Record<CountedTime, string>>> = {
  [PART_OF_YEAR]: 'part',
  [SHORT_PERIOD]: 'short',
  [EACH]: 'each',
};

/**
 * Returns what shows the time of a number: its cell says a part of a year, its period is some months, or its cell has 各
 * or a sum beside it; empty for others.
 */
export const findTimeGround = (time: CountedTime, text: string): string =>
  GROUNDS[time] ?? (time === '' && isBesideSum(text) ? 'sum' : '');

/** The numbers of an indicator that count over one time, such as a month. */
interface TimeGroup {
  readonly time: CountedTime;
  readonly first: NumericCell;
  /** True if `time` is the one that the unit, the name or 集計 says; that one is empty if none of them says a time. */
  readonly isUsual: boolean;
  /** The cells, by `createNumberKey`; empty for the usual time. */
  readonly cells: Set<string>;
}

/** Returns a key of a cell with a number: of two cells with the same text, one may be of five years. */
export const createNumberKey = (text: string, { text: period }: Period): string => `${text} ${period}`;

/** Returns an empty time for a year: most numbers are of one, but few cells say so. A number of a day (時点) keeps it. */
const omitYear = (time: CountedTime, aggregation: IndicatorRow['aggregation']): CountedTime =>
  time === '年' && aggregation !== 'point' ? '' : time;

/** Returns the time over which bare numbers of an indicator count, by its unit, its name or 集計; empty for a year. */
export const getUsualTime = memoizeByObject(({ title, unit, aggregation }: IndicatorRow) =>
  omitYear(findTimeOfName(title, unit) || (aggregation === 'cumulative' ? '累計' : ''), aggregation),
);

function getTime(cell: NumericCell, usual: CountedTime, aggregation: IndicatorRow['aggregation']): CountedTime {
  const { text, unit, period } = cell;
  if (usual === '累計' && isBesideSum(text)) return '';
  if (/^\s*各(?![年月週日種])/.test(text) && isAddedUp(unit)) return EACH;
  // The mean number of a day may be one of several years.
  const isSum = aggregation !== 'point' && (usual === '' || usual === '累計');
  if (isSum && isPartOfYear(cell, aggregation)) return PART_OF_YEAR;
  const own = isSum ? findTimeOfNumber(text, unit, period) : findCountedTime(text, unit);
  // A number of a day is the sum of all before it, and every sum can be one of a cumulative indicator.
  const isTotal = usual === '累計' || (usual === '' && own === '累計' && aggregation === 'point');
  return own === '' || (isTotal && !isRateTime(own)) ? usual : omitYear(own, aggregation);
}

/**
 * Returns the indicators of a plan whose numbers can't be compared, because they count over different times: 月2回 and
 * 18回, or 1,000本（5年間累計） and the 240本 of a year. Each has its groups of numbers, by the indicator's id.
 */
export const findMixedTimes = memoizeByObject((plan: ParsedPlan): ReadonlyMap<string, readonly TimeGroup[]> => {
  const groups = new Map<string, Map<CountedTime, TimeGroup>>();
  visitNumericCells(plan, 'low', (cell) => {
    if (!cell.indicator) return;
    const usual = getUsualTime(cell.indicator);
    const time = getTime(cell, usual, cell.indicator.aggregation);
    const times = groups.get(cell.indicator.id) ?? new Map<CountedTime, TimeGroup>();
    const group = times.get(time) ?? { time, first: cell, isUsual: time === usual, cells: new Set() };
    if (time !== usual) group.cells.add(createNumberKey(cell.text, cell.period));
    groups.set(cell.indicator.id, times.set(time, group));
  });
  const mixed = [...groups].filter(([, times]) => times.size > 1);
  return new Map(mixed.map(([id, times]) => [id, [...times.values()]]));
});

/** Converts the number of a cell into the unit of its indicator. */
export type IndicatorConversion = (value: number | null, unit: string, text: string, period: Period) => number | null;

/**
 * Returns a function that converts the number of a cell into the unit of its indicator: 154千人 is 154000 in 人. It
 * returns null for a number that counts over another time than the others.
 */
export function createIndicatorConversion(plan: ParsedPlan, { id, unit: expected }: IndicatorRow): IndicatorConversion {
  const { convert } = createUnitConversion(expected);
  const otherTimes = new Set(
    findMixedTimes(plan)
      .get(id)
      ?.flatMap(({ cells }) => [...cells]),
  );
  return (value, unit, text, period) => (otherTimes.has(createNumberKey(text, period)) ? null : convert(value, unit));
}
