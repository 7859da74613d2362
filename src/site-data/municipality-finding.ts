import { groupRuns, memoizeByObject } from '../model/collections.ts';
import { getTimeKey, hasNumber, toDayNumber, type Period } from '../model/quantity-schema.ts';
import { subtractDecimals } from '../notation/decimal.ts';
import { formatDecimals, formatNames, formatNumber, getPrintedUnit } from '../notation/format.ts';
import { findRecentStart } from './compare-statistic.ts';
import type { ComparedStatistic, StatisticPoint, MunicipalitySeries } from './compare-statistic.ts';
import * as words from './statistic-words.ts';
import type { FindingSubject, Movement } from './statistic-words.ts';

type NumberPoint = StatisticPoint & { readonly value: number };

/** The index at the base. */
const BASE = 100;

/** Indexes series: a site can have thousands, and each municipality's page describes the others. */
const indexSeries = memoizeByObject((series: readonly MunicipalitySeries[]) => {
  const points = series.flatMap((one) => one.points.map((point) => ({ ...point, municipality: one.municipality })));
  const ordered = points.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const times = Map.groupBy(ordered, ({ period }) => getTimeKey(period));
  return {
    byMunicipality: new Map(series.map((one) => [one.municipality, one])),
    /** How many points each time has, and those with numbers, in the order of their numbers. */
    byTime: new Map([...times].map(([time, own]) => [time, { count: own.length, numbers: own.filter(hasNumber) }])),
    // If one of two is left out, the other decides which noun fits.
    towns: series.filter(({ title }) => words.chooseNoun([title]) !== '市').slice(0, 2),
  };
});

/**
 * Returns words for the range of the other municipalities' values at a time, and for how many of them have none.
 * @param last the municipality's own point at that time
 * @param what what the numbers are, if they are not the values: の増減
 */
function describeOthers(
  series: readonly MunicipalitySeries[],
  municipality: string,
  last: StatisticPoint,
  what: string,
  formatRange: (least: NumberPoint, most: NumberPoint) => string,
): string {
  const isOther = (one: Pick<MunicipalitySeries, 'municipality'>) => one.municipality !== municipality;
  const { byTime, towns } = indexSeries(series);
  const { count, numbers } = byTime.get(getTimeKey(last.period)) ?? { count: 1, numbers: [] };
  // The municipality itself is no other.
  const [others, points] = [series.length - 1, count - 1];
  if (points === 0) return '';
  const noun = words.chooseNoun(towns.filter(isOther).map(({ title }) => title));
  const least = numbers.find(isOther);
  // 5 and 5.0 are no range.
  const most = numbers.findLast((one) => isOther(one) && one.value !== least?.value) ?? least;
  const notCalculated = count - numbers.length - (hasNumber(last) ? 0 : 1);
  const values = least && most ? formatRange(least, most) : '算定なし';
  return [
    `。ほかの${formatNumber(others)}${noun}`,
    points < others ? `のうち${what === '' ? '値のある' : 'くらべられる'}${formatNumber(points)}${noun}` : '',
    `${what}は`,
    notCalculated > 0 && least ? `、${formatNumber(notCalculated)}${noun}が算定なし、残りは` : '',
    `${values}です`,
  ].join('');
}

/** Returns the unbroken series of 算定なし among points. */
function listAbsences(points: readonly StatisticPoint[]): StatisticPoint[][] {
  const runs = groupRuns(points, ({ value, period: { start } }, { value: last, period: { end } }) =>
    Boolean(value === null && last === null && start && end && toDayNumber(start) - toDayNumber(end) === 1),
  );
  return runs.filter(([first]) => first?.value === null);
}

/** Returns words for the times of points without a number: 2010～2013年度と2019年度. */
export function nameAbsences(points: readonly StatisticPoint[], format: (time: Period) => string): string {
  const names = listAbsences(points).map((run) => {
    const ends = [run[0], run.at(-1)].flatMap((point) => (point ? format(point.period) : []));
    return [...new Set(ends)].join('～').replace(/年度?(?=～)/, '');
  });
  return formatNames(names);
}

/** Returns the difference of an index from the base, with its sign: +4.3. */
function formatChange(index: number): string {
  const change = subtractDecimals(index, BASE);
  return `${change > 0 ? '+' : change < 0 ? '−' : '±'}${formatDecimals(Math.abs(change), 1)}`;
}

/** Returns the point about five years before the last if the values moved another way since. */
function findTurn(points: readonly StatisticPoint[], last: NumberPoint, whole: Movement, unit: string) {
  const recent = findRecentStart(points, last.period);
  if (!recent || !hasNumber(recent)) return undefined;
  const since = words.classifyMovement(recent.value, last.value, unit);
  return since === whole || since === 'same' ? undefined : recent;
}

/** Returns how an index changed, in %. */
function describeIndex(subject: FindingSubject, points: readonly NumberPoint[]): string | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  const change = formatChange(last.value);
  const movement = words.classifyMovement(BASE, last.value, '');
  const format = words.chooseTimeFormat([{ points }]);
  const [from, to] = [format(first.period), format(last.period)];
  const turn = findTurn(points, last, movement, '');
  const years = turn && words.countYearsBetween(turn.period, last.period);
  const then = turn ? `${years}年前の${format(turn.period)}は${formatChange(turn.value)}%` : '';
  if (movement === 'same')
    return `${words.nameSubject(subject)}は${from}と${to}でほぼ同じ（${change}%${then && `、${then}`}）`;
  return `${words.nameSubject(subject)}は${from}から${to}までに${change.slice(1)}%${words.chooseVerbs(subject)[movement].ended}${then && `（${then}）`}`;
}

/** Returns how the values moved from the municipality's own first number to its last value. */
function describeValues(subject: FindingSubject, unit: string, points: readonly StatisticPoint[]): string | null {
  const name = words.nameSubject(subject);
  const [first, last] = [points.find(hasNumber), points.at(-1)];
  if (!last) return null;
  if (!hasNumber(last)) {
    const start = listAbsences(points).at(-1)?.[0] ?? last;
    const ending = `${words.formatTime(start.period)}${start === last ? 'が' : 'から'}算定なし`;
    return `${name}は${first ? `${words.formatTime(first.period)}が${words.formatValue(first, unit)}、` : ''}${ending}`;
  }
  const end = `${words.formatTime(last.period)}は${words.formatValue(last, unit)}`;
  if (!first || first === last) return `${name}の${end}`;
  const movement = words.classifyMovement(first.value, last.value, unit);
  const start = `${name}は${words.formatTime(first.period)}の${words.formatValue(first, unit)}`;
  const turn = findTurn(points, last, movement, unit);
  const then = turn && `${words.formatTime(turn.period)}は${words.formatValue(turn, unit)}`;
  const turned = turn && `${words.countYearsBetween(turn.period, last.period)}年前の${then}`;
  const absences = nameAbsences(points.slice(points.indexOf(first)), words.formatTime);
  const between = [absences && `${absences}は算定なし`, turned].filter(Boolean).join('、');
  const since = between && `（${between}）`;
  const moved = movement === 'same' ? 'とほぼ同じで' : `から${words.chooseVerbs(subject)[movement].joined}`;
  return `${start}${moved}、${end}${since}`;
}

/**
 * Returns the headline of a statistic on a municipality's page: its own first number and last value, and the range of
 * the others at the time of the last value. Null if values are not to be compared, or if the municipality has none.
 * @param compared the values after `compareStatistic`
 * @example describeMunicipality(…) // → 経常収支比率は2005年度の90.4%から上がり、2024年度は92.7%。ほかの4市は88.4～100.9%です
 */
export function describeMunicipality(
  subject: FindingSubject,
  { unit, series, base }: ComparedStatistic,
  municipality: string,
): string | null {
  if (subject.comparison === 'none') return null;
  const points = indexSeries(series).byMunicipality.get(municipality)?.points ?? [];
  const sentence = base ? describeIndex(subject, points.filter(hasNumber)) : describeValues(subject, unit, points);
  const last = (base ? points.filter(hasNumber) : points).at(-1);
  if (sentence === null || !last) return null;
  const formatLimit = (point: NumberPoint) => (base ? formatChange(point.value) : words.formatPublished(point, unit));
  const formatRange = (...limits: readonly NumberPoint[]) =>
    [...new Set(limits.map(formatLimit))].join('～') + (base ? '%' : getPrintedUnit(unit));
  return sentence + describeOthers(series, municipality, last, base ? 'の増減' : '', formatRange);
}
