import { getTimeKey, isSameTime } from '../model/quantity-schema.ts';
import { formatCount, formatNames, formatNumber } from '../notation/format.ts';
import { findRecentStart } from './compare-statistic.ts';
import type { ComparedStatistic, StatisticPoint, MunicipalitySeries } from './compare-statistic.ts';
import { chooseNoun, chooseTimeFormat, chooseVerbs, classifyMovement, nameSubject } from './statistic-words.ts';
import type { FindingSubject } from './statistic-words.ts';

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

/** What became of a municipality between two times; any other text says why it is not compared. */
type Outcome = 'up' | 'down' | 'same' | 'not-calculated' | `${string}ため`;

/** The names of the municipalities with one outcome. */
type Groups = ReadonlyMap<Outcome, readonly string[]>;

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
  return { first, recent: findRecentStart(common, last)?.period, last, format: chooseTimeFormat(series) };
}

/** Returns what became of a municipality. 算定なし at the last time counts, whatever came before it. */
function getOutcome({ points }: MunicipalitySeries, span: Span, { unit, base }: ComparedStatistic): Outcome {
  const { first, last, format } = span;
  // Without a number above 0 at the base, there is no index at any time.
  if (base && points.length === 0) return `${format(base)}を100とした値がないため`;
  const findPoint = (time: StatisticPoint['period']) => points.find(({ period }) => isSameTime(period, time));
  const [from, to] = [findPoint(first), findPoint(last)];
  if (!to) return `${format(last)}の値がないため`;
  if (to.value === null) return 'not-calculated';
  if (!from) return `${format(first)}の値がないため`;
  if (from.value === null) return `${format(first)}が算定なしのため`;
  return classifyMovement(from.value, to.value, unit);
}

/** Returns words for all municipalities with their particle: 5市とも; the name with で if there is only one. */
function nameAll(titles: readonly string[]): string {
  if (titles.length === 1) return `${titles.join('')}で`;
  const [many, noun] = [formatNumber(titles.length), chooseNoun(titles)];
  return titles.length > MAX_NAMED ? `${many}の${noun}すべてで` : `${many}${noun}とも`;
}

/**
 * Returns sentences about the municipalities that moved another way in the last years than over the whole time, or were
 * 算定なし before; empty if there are none. も says that others moved this way too.
 */
function describeRecent(subject: FindingSubject, span: Span, compared: ComparedStatistic): string {
  const { first, recent, format } = span;
  if (!recent || isSameTime(first, recent)) return '';
  const year = format(recent);
  const groups = Map.groupBy(compared.series, (one) => getOutcome(one, { ...span, first: recent }, compared));
  const noun = chooseNoun(compared.series.map(({ title }) => title));
  const name = (titles: readonly string[]) =>
    compared.series.length <= MAX_NAMED ? formatNames(titles) : `${formatCount(titles.length)}の${noun}`;
  const clauses = (['up', 'down'] as const).flatMap((way) => {
    const moved = groups.get(way) ?? [];
    const turned = moved.filter((one) => getOutcome(one, span, compared) !== way).map(({ title }) => title);
    if (turned.length === 0) return [];
    const particle = moved.length > turned.length ? 'も' : 'は';
    const who = turned.length === compared.series.length ? nameAll(turned) : `${name(turned)}で${particle}`;
    return `${who}${chooseVerbs(subject)[way].ended}`;
  });
  const turns = clauses.length === 0 ? '' : `。${year}とくらべると、${clauses.join('。')}`;
  const notCalculated = groups.get(`${year}が算定なしのため`)?.map(({ title }) => title);
  return notCalculated ? `${turns}。${name(notCalculated)}の${year}は「算定なし」です` : turns;
}

/** Returns a function that names the members of a group, or counts them if they are many or the usual case. */
function createNaming(titles: readonly string[], groups: Groups): (members: readonly string[]) => string {
  const largest = Math.max(...[...groups.values()].map(({ length }) => length));
  return (members) => {
    const areNamed = titles.length <= MAX_NAMED && (members.length < 3 || (members.length === 3 && largest > 3));
    return areNamed ? formatNames(members) : `${formatCount(members.length)}の${chooseNoun(titles)}`;
  };
}

/** Returns the sentence about the only municipality that moved one way, if all others did one other thing. */
function describeOnlyOne(
  subject: FindingSubject,
  span: string,
  titles: readonly string[],
  groups: Groups,
): string | null {
  if (titles.length < 3 || titles.length > MAX_NAMED || groups.size !== 2) return null;
  const verbs = chooseVerbs(subject);
  for (const way of ['up', 'down'] as const) {
    const other = way === 'up' ? 'down' : 'up';
    const [alone, ...more] = groups.get(way) ?? [];
    const rest = groups.get(other) ?? groups.get('same');
    if (!alone || more.length > 0 || !rest) continue;
    const others = `ほかの${formatCount(rest.length)}の${chooseNoun(titles)}`;
    const ending = groups.has('same') ? 'はほぼ同じです' : `では${verbs[other].ended}`;
    return `${nameSubject(subject)}が${span}${verbs[way].past}のは、${alone}だけです。${others}${ending}`;
  }
  return null;
}

/** Returns the sentence about several groups: who moved, most first, who did not, and who is not compared. */
function describeGroups(
  subject: FindingSubject,
  { first, last, format }: Span,
  titles: readonly string[],
  groups: Groups,
): string | null {
  const name = createNaming(titles, groups);
  const verbs = chooseVerbs(subject);
  const [from, to] = [format(first), format(last)];
  const moved = (['up', 'down'] as const)
    .map((way) => ({ way, members: groups.get(way) ?? [] }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => b.members.length - a.members.length);
  const same = groups.get('same');
  if (moved.length === 0 && !same) return null;
  const clauses = moved.map(
    ({ way, members }, at) => `${name(members)}で${verbs[way][at === moved.length - 1 ? 'ended' : 'joined']}`,
  );
  const notCalculated = groups.get('not-calculated');
  const leftOut = [...groups].filter(([outcome]) => outcome.endsWith('ため'));
  return [
    `${nameSubject(subject)}は、${from}と${to}をくらべると、${clauses.join('、') || `${name(same ?? [])}でほぼ同じです`}`,
    ...(same && moved.length > 0 ? [`${name(same)}はほぼ同じです`] : []),
    ...(notCalculated ? [`${name(notCalculated)}の${to}は「算定なし」です`] : []),
    ...leftOut.map(([reason, members]) => `${name(members)}は${reason}、くらべていません`),
  ].join('。');
}

/** Returns the sentences that compare the first and the last time; null if there is nothing to say. */
function describeEnds(subject: FindingSubject, span: Span, compared: ComparedStatistic): string | null {
  const titles = compared.series.map(({ title }) => title);
  const outcomes = Map.groupBy(compared.series, (one) => getOutcome(one, span, compared));
  const groups = new Map([...outcomes].map(([outcome, members]) => [outcome, members.map(({ title }) => title)]));
  const [from, to] = [span.format(span.first), span.format(span.last)];
  const [only] = groups.keys();
  if (groups.size > 1 || only === undefined)
    return (
      describeOnlyOne(subject, `${from}と${to}をくらべて`, titles, groups) ??
      describeGroups(subject, span, titles, groups)
    );
  const start = `${nameSubject(subject)}は、`;
  if (only === 'up' || only === 'down')
    return `${start}${from}と${to}をくらべると、${nameAll(titles)}${chooseVerbs(subject)[only].ended}`;
  if (only === 'same') return `${start}${from}と${to}をくらべると、${nameAll(titles)}ほぼ同じです`;
  // More than half have a value at each end, so no reason for not comparing can be that of all.
  return `${start}${to}は、${nameAll(titles)}「算定なし」です`;
}

/**
 * Returns the headline of a statistic's page: how its values moved from the first to the last common time, and which
 * municipalities moved another way since about five years before, or were 算定なし then. It says which municipalities are
 * 算定なし or not compared, so it is true of each. Null if values are not to be compared, or if there are not two times.
 * @param compared the values after `compareStatistic`
 * @example describeStatistic(…) // → 経常収支比率は、2005年度と2024年度をくらべると、5市とも上がりました
 */
export function describeStatistic(subject: FindingSubject, compared: ComparedStatistic): string | null {
  const span = findSpan(compared.series);
  if (subject.comparison === 'none' || !span) return null;
  const ends = describeEnds(subject, span, compared);
  return ends === null ? null : ends + describeRecent(subject, span, compared);
}
