import { greatest, least, min } from 'd3';
import { getTimeKey, hasNumber, isSameTime } from '../model/quantity-schema.ts';
import { subtractDecimals } from '../notation/decimal.ts';
import { formatNames, formatNumber } from '../notation/format.ts';
import { isSameUnit } from '../notation/number-and-unit.ts';
import { isProjected } from '../tables/statistics.ts';
import { findRecentStart } from './compare-statistic.ts';
import type { ComparedStatistic, StatisticPoint, MunicipalitySeries } from './compare-statistic.ts';
import { nameAbsences } from './municipality-finding.ts';
import * as words from './statistic-words.ts';
import type { FindingSubject, Movement } from './statistic-words.ts';

/** With more municipalities than this, a sentence names none of them. */
const MAX_NAMED = 12;

/** The first and the last time that a sentence compares. */
interface Span {
  readonly first: StatisticPoint['period'];
  /** The latest time at least five years before the last; none if there is no such time. */
  readonly recent?: StatisticPoint['period'] | undefined;
  readonly last: StatisticPoint['period'];
  readonly format: (time: StatisticPoint['period']) => string;
}

/** What became of a municipality between two times: `stopped` if a number became 算定なし; or why it is not compared. */
type Outcome = Movement | 'stopped' | 'not-calculated' | 'no-base' | 'no-first' | 'no-last' | 'first-not-calculated';

/** Returns the first time at which more than half have a number, and the last at which they have a value; or null. */
function findSpan(series: readonly MunicipalitySeries[]): Span | null {
  const all = series.flatMap(({ points }) => points);
  const times = Map.groupBy(all, ({ period }) => getTimeKey(period));
  const sorted = [...times].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, points]) => points);
  const isMajority = (points: readonly unknown[]) => points.length * 2 > series.length;
  const first = sorted.find((points) => isMajority(points.filter(({ value }) => value !== null)))?.[0]?.period;
  const last = sorted.findLast(isMajority)?.[0]?.period;
  if (!first || !last || getTimeKey(first) >= getTimeKey(last)) return null;
  const common = sorted.filter(isMajority).flatMap(([point]) => point ?? []);
  return { first, recent: findRecentStart(common, last)?.period, last, format: words.chooseTimeFormat(series) };
}

/** Returns what became of a municipality. 算定なし at the last time counts, whatever came before it. */
function getOutcome({ points }: MunicipalitySeries, { first, last }: Span, compared: ComparedStatistic): Outcome {
  // Without a number above 0 at the base, there is no index at any time.
  if (compared.base && points.length === 0) return 'no-base';
  const findPoint = (time: StatisticPoint['period']) => points.find(({ period }) => isSameTime(period, time));
  const [from, to] = [findPoint(first), findPoint(last)];
  if (!to) return 'no-last';
  if (to.value === null) return typeof from?.value === 'number' ? 'stopped' : 'not-calculated';
  if (!from) return 'no-first';
  return from.value === null ? 'first-not-calculated' : words.classifyMovement(from.value, to.value, compared.unit);
}

/** Returns the words for each reason not to compare a municipality. */
const listReasons = ({ first, last, format }: Span, { base }: ComparedStatistic): ReadonlyMap<Outcome, string> =>
  new Map([
    ['no-base', `${base ? format(base) : ''}を100とした値がない`],
    ['no-first', `${format(first)}の値がない`],
    ['no-last', `${format(last)}の値がない`],
    ['first-not-calculated', `${format(first)}が算定なしの`],
  ]);

/** Returns the names of some municipalities, or their number if they are more than `most` or among many. */
const nameSome = (some: readonly string[], titles: readonly string[], most = MAX_NAMED): string =>
  titles.length <= MAX_NAMED && some.length <= most
    ? formatNames(some)
    : `${formatNumber(some.length)}${words.chooseNoun(titles)}`;

/** Returns words for all municipalities with their particle: 5市とも; the name with で if there is only one. */
function nameAll(titles: readonly string[]): string {
  if (titles.length === 1) return `${titles.join('')}で`;
  return `${formatNumber(titles.length)}${words.chooseNoun(titles)}${titles.length > MAX_NAMED ? 'すべてで' : 'とも'}`;
}

/**
 * Returns the way of each municipality that is the same at both ends, up to its highest or down to its lowest value and
 * back. Empty for many municipalities, and for a statistic with an adjusted form, which may cause the turn.
 */
function describeTurns(subject: FindingSubject, span: Span, compared: ComparedStatistic): ReadonlyMap<string, string> {
  const { unit, series } = compared;
  const verbs = words.chooseVerbs(subject);
  const isShown = !subject.adjusted && series.length <= MAX_NAMED;
  const steady = series.filter((one) => isShown && getOutcome(one, span, compared) === 'same');
  return new Map(
    steady.flatMap(({ title, points }): [string, string][] => {
      const [from, to] = [span.first, span.last].map((end) => points.findIndex((one) => isSameTime(one.period, end)));
      const numbers = points.slice(from, Number(to) + 1).filter(hasNumber);
      const limits = [greatest, least].map((find) => find(numbers, ({ value }) => value));
      const turns = numbers.flatMap((point) => {
        const way = words.classifyMovement(numbers[0]?.value ?? 0, point.value, unit);
        const back = words.classifyMovement(point.value, numbers.at(-1)?.value ?? 0, unit);
        return limits.includes(point) && way !== 'same' && back !== 'same' ? [{ point, way, back }] : [];
      });
      const steps = turns.map(({ point, way }) => `${span.format(point.period)}まで${verbs[way].joined}、`);
      return turns.slice(-1).map(({ back }) => [title, `${steps.join('')}そのあと${verbs[back].ended}`]);
    }),
  );
}

/**
 * Returns sentences about the municipalities that moved another way in the last years than over the whole time; empty
 * if there are none. They are about these municipalities only: others may have moved this way too.
 * @param turns those of which another sentence says how they moved last
 */
function describeRecent(
  subject: FindingSubject,
  span: Span,
  compared: ComparedStatistic,
  turns: ReturnType<typeof describeTurns>,
): string {
  const { recent, last, format } = span;
  if (!recent) return '';
  const groups = Map.groupBy(compared.series, (one) => getOutcome(one, { ...span, first: recent }, compared));
  const titles = compared.series.map(({ title }) => title);
  const sentences = (['up', 'down'] as const).map((way) => {
    const turned = (groups.get(way) ?? []).filter(
      (one) => !turns.has(one.title) && getOutcome(one, span, compared) !== way,
    );
    if (turned.length === 0) return '';
    const names = turned.map(({ title }) => title);
    const areAll = turned.length === titles.length && titles.length > 1;
    const who = areAll ? nameAll(titles) : `${nameSome(names, titles)}は`;
    return `。${who}、${isProjected(subject) ? '最後' : '最近'}の${words.countYearsBetween(recent, last)}年（${format(recent)}から）では${words.chooseVerbs(subject)[way].ended}`;
  });
  return sentences.join('');
}

/** Returns sentences that say when municipalities with numbers at both ends were 算定なし; of many, only recently. */
function describeAbsences({ first, recent, last, format }: Span, compared: ComparedStatistic): string {
  const titles = compared.series.map(({ title }) => title);
  const nameTimes = ({ points }: MunicipalitySeries) => {
    const from = points.findIndex(({ period }) => getTimeKey(period) >= getTimeKey(first));
    const between = points.slice(from, points.findIndex(({ period }) => isSameTime(period, last)) + 1);
    if (![between[0], between.at(-1)].every((point) => point && hasNumber(point))) return '';
    // Many municipalities are counted, so they share a time.
    const isSaid = ({ period }: StatisticPoint) => titles.length <= MAX_NAMED || (recent && isSameTime(period, recent));
    return nameAbsences(between.filter(isSaid), format);
  };
  const sentences = [...Map.groupBy(compared.series, nameTimes)].map(([times, some]) => {
    const who = some.map(({ title }) => title);
    return times && `。${nameSome(who, titles)}の${times}は「算定なし」でした`;
  });
  return sentences.join('');
}

/**
 * Returns the sentences that compare the first and the last time: the first says who moved, most first, and who became
 * 算定なし; the others say who did not move, and who is not compared. Null if there is nothing to say.
 */
function describeEnds(subject: FindingSubject, span: Span, compared: ComparedStatistic): string | null {
  const titles = compared.series.map(({ title }) => title);
  const outcomes = Map.groupBy(compared.series, (one) => getOutcome(one, span, compared));
  const groups = new Map([...outcomes].map(([outcome, members]) => [outcome, members.map(({ title }) => title)]));
  // The usual case is counted, and exceptions are named.
  const most = Math.max(...[...groups.values()].map(({ length }) => length)) > 3 ? 3 : 2;
  const name = (members: readonly string[]) => nameSome(members, titles, most);
  const nameWith = (members: readonly string[], particle: string) =>
    members.length === titles.length ? nameAll(titles) : name(members) + particle;
  const verbs = words.chooseVerbs(subject);
  const moved = (['up', 'down'] as const)
    .map((way) => ({ way, members: groups.get(way) ?? [] }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => b.members.length - a.members.length);
  const [same, stopped, notCalculated] = [groups.get('same'), groups.get('stopped'), groups.get('not-calculated')];
  const clauses = moved.map(({ way, members }, at) => {
    const isLast = at === moved.length - 1 && !stopped;
    return nameWith(members, 'で') + verbs[way][isLast ? 'ended' : 'joined'];
  });
  if (stopped) clauses.push(`${nameWith(stopped, 'は')}「算定なし」になりました`);
  if (clauses.length === 0 && !same) return null;
  return [
    `${words.nameSubject(subject)}は、${clauses.join('、') || `${nameWith(same ?? [], 'で')}ほぼ同じです`}`,
    ...(same && clauses.length > 0 ? [`${name(same)}はほぼ同じです`] : []),
    ...(notCalculated ? [`${name(notCalculated)}の${span.format(span.last)}は「算定なし」です`] : []),
    ...[...groups].flatMap(([outcome, members]) => {
      const reason = listReasons(span, compared).get(outcome);
      return reason === undefined ? [] : `${name(members)}は${reason}ため、くらべていません`;
    }),
  ].join('。');
}

/**
 * Returns the sentences of a statistic's page: how its values moved from the first to the last common time, which times
 * these are, who turned between them, and which municipalities moved another way since about five years before, or
 * were 算定なし in between. The first is the headline; without times it is short. They say which municipalities are
 * 算定なし or not compared, so they are true of each. Null if values are not to be compared, or if there are not two times.
 * @param compared the values after `compareStatistic`
 * @example describeStatistic(…) // → 経常収支比率は、5市とも上がりました。2005年度と2024年度をくらべています
 */
export function describeStatistic(subject: FindingSubject, compared: ComparedStatistic): string | null {
  const span = findSpan(compared.series);
  if (subject.comparison === 'none' || !span) return null;
  const ends = describeEnds(subject, span, compared);
  if (ends === null) return null;
  const [headline, ...others] = ends.split('。');
  const turns = describeTurns(subject, span, compared);
  return (
    [
      headline,
      `${span.format(span.first)}と${span.format(span.last)}をくらべています`,
      ...others,
      ...[...Map.groupBy(turns, ([, turn]) => turn)].map(
        ([turn, own]) => `${formatNames(own.map(([title]) => title))}は、${turn}`,
      ),
    ].join('。') +
    describeRecent(subject, span, compared, turns) +
    describeAbsences(span, compared)
  );
}

/** Returns the sentences about the numbers themselves of which shares are compared, between the same times; or ''. */
export function describeNumbers(
  subject: FindingSubject,
  published: readonly MunicipalitySeries[],
  compared: ComparedStatistic,
): string {
  const span = subject.comparison === 'share' ? findSpan(compared.series) : null;
  const numbers = { unit: subject.unit, series: published, base: null };
  const ends = span && describeEnds({ ...subject, comparison: 'value' }, span, numbers);
  return ends ? `。${ends}` : '';
}

/** Fewer municipalities may leave their line at the same time by chance. */
const MIN_JUMPING = 5;
/** A jump is at least this share of the values before and after it, or this many points of a rate in %. */
const [JUMP_SHARE, JUMP_POINTS] = [0.04, 1];

/**
 * Returns the sentence about the time at which the values of all municipalities are far above, or far below, those
 * before and after them: of several, the time of the largest jump. Empty if there is none, or for few municipalities.
 */
export function describeJump({ unit, series }: ComparedStatistic): string {
  if (series.length < MIN_JUMPING) return '';
  const jumps = series.flatMap(({ points }) =>
    points.flatMap(({ period, value }, at) => {
      const [before = null, after = null] = [points[at - 1]?.value, points[at + 1]?.value];
      if (before === null || value === null || after === null) return [];
      const [change, rest] = [subtractDecimals(value, before), subtractDecimals(value, after)];
      const limit = isSameUnit(unit, '%') ? JUMP_POINTS : Math.max(Math.abs(before), Math.abs(after)) * JUMP_SHARE;
      const size = Math.min(Math.abs(change), Math.abs(rest)) / limit;
      const word = change > 0 ? '大きく' : '小さく';
      return change * rest > 0 && size >= 1 ? [{ period, size, word, key: getTimeKey(period) + word }] : [];
    }),
  );
  const common = [...Map.groupBy(jumps, ({ key }) => key).values()].filter(({ length }) => length === series.length);
  const [largest] = greatest(common, (some) => min(some, ({ size }) => size) ?? 0) ?? [];
  if (!largest) return '';
  const [time, who] = [words.chooseTimeFormat(series)(largest.period), nameAll(series.map(({ title }) => title))];
  return `。${time}は、${who}前後の値より${largest.word}なっています`;
}
