import { foldText } from '../model/japanese-text.ts';
import { getTimeKey, type Period } from '../model/quantity-schema.ts';
import { getFiscalYearSpan } from '../notation/calendar.ts';
import { subtractDecimals } from '../notation/decimal.ts';
import { formatAmount, formatDay, formatDecimals, formatNumber, getPrintedUnit, tieParts } from '../notation/format.ts';
import { isSameUnit } from '../notation/number-and-unit.ts';
import { isProjected, type Statistic } from '../tables/statistics.ts';
import { YEN, type MunicipalitySeries, type StatisticPoint } from './compare-statistic.ts';
import type { SiteData } from './site-data.ts';

/** What the sentences need to know about a statistic. */
export type FindingSubject = Pick<Statistic, 'title' | 'unit' | 'comparison'> & Partial<Pick<Statistic, 'adjusted'>>;

export type Movement = 'up' | 'down' | 'same';

/** A change of at most this share of the first value does not count as a change. */
const SAME_SHARE = 0.01;

/** The smallest step in which rates are printed, in %: a change by one step may be the effect of rounding. */
const RATE_STEP = 0.1;

/**
 * Returns how a value moved. It is the same if it changed by at most 1 % of the first value; a rate in % also if it
 * changed by at most 0.1 points. From 0, any other change is a movement.
 */
export function classifyMovement(first: number, last: number, unit: string): Movement {
  const change = subtractDecimals(last, first);
  const limit = Math.max(Math.abs(first) * SAME_SHARE, isSameUnit(unit, '%') ? RATE_STEP : 0);
  // The difference is exact in decimals, the limit may be off by an error of binary numbers.
  if (Math.abs(change) <= limit * (1 + Number.EPSILON * 4)) return 'same';
  return change > 0 ? 'up' : 'down';
}

/** Explains ほぼ同じ of values in a unit if sentences have these words; otherwise empty. */
export function explainSame(text: string, unit: string): string {
  const step = isSameUnit(unit, '%') ? `か、${RATE_STEP}ポイント` : '';
  return text.includes('ほぼ同じ') ? `${formatNumber(SAME_SHARE * 100)}%${step}までのちがいは「ほぼ同じ」です。` : '';
}

/** The forms of a verb in a sentence: before another clause, and at the end. */
type VerbForms = Readonly<Record<'joined' | 'ended', string>>;

/** The verbs for movements, each with its form before another clause. */
const VERBS = { 上がる: '上がり', 下がる: '下がり', 増える: '増え', 減る: '減り' } as const;

/**
 * Returns the verbs for a statistic: rates, ages and index numbers rise (上がる), counts and amounts become more (増える).
 * What a projection (推計) says has not happened.
 */
export function chooseVerbs({ title, unit, comparison }: FindingSubject): Readonly<Record<'up' | 'down', VerbForms>> {
  const isRate = comparison === 'share' || /[%％‰歳]|指数/.test(unit) || /(?:率|密度|年齢)(?:（|$)/.test(title);
  const [up, down] = isRate ? (['上がる', '下がる'] as const) : (['増える', '減る'] as const);
  const conjugate = (verb: keyof typeof VERBS): VerbForms => {
    const joined = VERBS[verb];
    return { joined, ended: isProjected({ title }) ? `${verb}と推計されています` : `${joined}ました` };
  };
  return { up: conjugate(up), down: conjugate(down) };
}

const CHART_VALUES = {
  index: '、値のそろうはじめの年を100とした値で変わり方を',
  'per-person': '1人あたりの値にして',
  share: '全体の中の割合にして',
} as const;

/** Says how a chart compares the values of a statistic; a chart of one municipality only shows them. */
export function explainComparison(
  { municipalities }: Pick<SiteData, 'municipalities'>,
  { comparison }: FindingSubject,
) {
  if (comparison === 'none') return '';
  if (comparison === 'value') return '割合や指数などの値なので、そのままくらべられます。';
  const [reason, verb] = municipalities.length > 1 ? ['人口の大きさがちがうので、', 'くらべます'] : ['', '示します'];
  return `${reason}図では${CHART_VALUES[comparison]}${verb}。`;
}

/** Returns the name of what is compared. */
export const nameSubject = ({ title, comparison }: FindingSubject) =>
  comparison === 'per-person' ? `1人あたりの${title}` : comparison === 'share' ? `${title}のおおよその割合` : title;

/** Returns the time of a value for readers: 2005年度, 2006年4月1日, or the period as printed, such as several years. */
export function formatTime({ start, end, text }: Period): string {
  if (start === null) return text;
  const year = Number(start.slice(0, 4));
  const fiscal = getFiscalYearSpan(year);
  if (start === fiscal.start && end === fiscal.end) return `${year}年度`;
  return start === end ? formatDay(start) : text;
}

/** Returns the year of a time; a fiscal year, and a time that is longer than a year, have their own words. */
const formatYear = (period: Period) => {
  const year = period.start?.slice(0, 4);
  return year !== undefined && period.end?.startsWith(year) ? `${Number(year)}年` : formatTime(period);
};

/** Returns the function that names the times of values: by their years, unless two of them are in one year. */
export function chooseTimeFormat(series: readonly Pick<MunicipalitySeries, 'points'>[]): (period: Period) => string {
  const times = series.flatMap(({ points }) => points.map(({ period }) => period));
  return new Set(times.map(formatYear)).size < new Set(times.map(getTimeKey)).size ? formatTime : formatYear;
}

/** Returns the number of years from the year of a time to that of another: 2019年度 to 2024年度 are 5. */
export const countYearsBetween = (from: Period, to: Period): number =>
  Number(to.start?.slice(0, 4)) - Number(from.start?.slice(0, 4));

/**
 * Returns a number with all its decimals, without its unit: pages print 102.0 as it was published.
 * @param text the number as published, which may have its unit, or as computed
 */
export function formatPublished({ value, text }: Readonly<{ value: number; text: string }>, unit: string): string {
  const [, decimals = '', after] = /\.(\d+)(.*)/.exec(foldText(text)) ?? [];
  return after === '' || after === foldText(unit) ? formatDecimals(value, decimals.length) : formatNumber(value);
}

/** Returns a value with its unit; without a number it is empty. */
export const formatValue = ({ value, text }: Pick<StatisticPoint, 'value' | 'text'>, unit: string): string =>
  value === null ? '' : formatPublished({ value, text }, unit) + getPrintedUnit(unit);

/** Returns the size, in 円, of a unit in which tables have amounts but nobody speaks of them; null for other units. */
export const getTableYen = (unit: string): number | null => (/^(?:千|百万)円$/.test(unit) ? (YEN[unit] ?? null) : null);

/** Returns a value with its unit for text: amounts in 千円 or 百万円 are in 億円 or 万円. */
export function formatReadable(point: Pick<StatisticPoint, 'value' | 'text'>, unit: string): string {
  const yen = getTableYen(unit);
  return yen === null || point.value === null ? formatValue(point, unit) : formatAmount(point.value * yen);
}

/** Returns the word for the municipalities with these names: 市 if all are cities. */
export const chooseNoun = (titles: readonly string[]): '市' | '市区町村' =>
  titles.every((title) => /市(?:（[^）]*）)?$/.test(title)) ? '市' : '市区町村';

/** Returns the first sentence of a finding, which is its heading, and the rest, which would make the heading long. */
export function splitFinding(finding: string): { readonly headline: string; readonly rest: string } {
  const [headline = '', ...sentences] = tieParts(finding).split('。');
  return { headline, rest: sentences.map((sentence) => `${sentence}。`).join('') };
}
