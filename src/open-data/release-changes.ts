import { foldText, compareCodeUnits } from '../model/japanese-text.ts';
import { indicatorStates, planStates, type ReleaseChangeKind, statisticValueStates } from '../model/value-lists.ts';
import { formatDay } from '../notation/format.ts';
import { convertUnit } from '../notation/number-and-unit.ts';
import { addPrintedUnit } from '../notation/printed-unit.ts';
import { type Change, createIdFollower, PLAN_REPLACEMENT_ITEM } from '../tables/changes.ts';
import * as figures from './figure-changes.ts';
import { type ChangeDraft, draftChange, type NamedRecord } from './figure-changes.ts';
import { getReleasedTime } from './released-tables.ts';
import type { ReleasedStatistic, ReleasedStatisticValue, ReleasedTables } from './released-tables.ts';

/** The values of one statistic of one municipality, by their times. */
type Series = ReadonlyMap<string, ReleasedStatisticValue>;

const formatReleasedValue = ({ state, text, unit }: ReleasedStatisticValue) =>
  state === 'not-calculated' ? statisticValueStates.words[state] : addPrintedUnit(text ?? '', unit);

/** Returns how many values there are, and their times: 3件（2019年度から2021年度まで）. */
function describeTimes(values: readonly ReleasedStatisticValue[]): string {
  const times = values.toSorted((a, b) => compareCodeUnits(a.start, b.start)).map(({ period }) => period);
  const [first = '', last = ''] = [times[0], times.at(-1)];
  return `${times.length}件（${first === last ? first : `${first}から${last}まで`}）`;
}

function compareSeries(title: string, old: Series, now: Series): ChangeDraft[] {
  const [one] = [...now.values(), ...old.values()];
  if (!one) return [];
  const { statistic: id, municipality, unit } = one;
  const draft = (kind: ReleaseChangeKind, change: Partial<ChangeDraft>) =>
    draftChange(kind, { id, title, municipality }, { unit, ...change });
  const corrected = [...now].flatMap(([time, after]) => {
    const before = old.get(time);
    // A value in another unit can be the same number.
    if (!before || (before.state === after.state && convertUnit(before.value, before.unit, after.unit) === after.value))
      return [];
    const words = { before: formatReleasedValue(before), after: formatReleasedValue(after) };
    const values = { beforeValue: before.value, afterValue: after.value };
    return [draft('statistic-corrected', { period: after.period, ...words, ...values })];
  });
  const listNew = (one: Series, other: Series) => [...one].flatMap(([time, value]) => (other.has(time) ? [] : value));
  const [removed, added] = [listNew(old, now), listNew(now, old)];
  return [
    ...corrected,
    ...(removed.length > 0 ? [draft('statistic-removed', { before: describeTimes(removed) })] : []),
    ...(added.length > 0 ? [draft('statistic-added', { after: describeTimes(added) })] : []),
  ];
}

/** Returns the changes of a statistic's threshold and definition, which each municipality with its values lists. */
function compareMeanings(before: ReleasedStatistic, after: ReleasedStatistic, municipality: string): ChangeDraft[] {
  const { id, title, unit, threshold_value: afterValue } = after;
  const [one, beforeValue] = [{ id, title, municipality }, before.threshold_value];
  const quote = (value: number | null) => (value === null ? '' : addPrintedUnit(String(value), unit));
  const change = { before: quote(beforeValue), after: quote(afterValue), beforeValue, afterValue, unit };
  return [
    ...(beforeValue === afterValue ? [] : [draftChange('threshold-changed', one, change)]),
    ...(foldText(before.definition) === foldText(after.definition) ? [] : [draftChange('text-changed', one)]),
  ];
}

const listMunicipalities = ({ plans, 'statistic-values': values }: ReleasedTables) =>
  new Set([...plans, ...values].map(({ municipality }) => municipality));

/** Returns the values by statistic and municipality, then by time. */
function groupSeries({ 'statistic-values': values }: ReleasedTables): ReadonlyMap<string, Series> {
  const groups = Map.groupBy(values, ({ statistic, municipality }) => `${statistic} ${municipality}`);
  return new Map([...groups].map(([key, own]) => [key, new Map(own.map((value) => [getReleasedTime(value), value]))]));
}

/** Returns each corrected value, threshold and definition of statistics, and how many values came or left. */
export function findStatisticChanges(old: ReleasedTables, now: ReleasedTables): ChangeDraft[] {
  const municipalities = listMunicipalities(old).intersection(listMunicipalities(now));
  const [past, present] = [old, now].map((one) => new Map(one.statistics.map((row) => [row.id, row])));
  const [before, after] = [groupSeries(old), groupSeries(now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [statistic = '', municipality = ''] = key.split(' ');
    if (!municipalities.has(municipality)) return [];
    const empty: Series = new Map();
    const [earlier, later] = [past?.get(statistic), present?.get(statistic)];
    const title = (later ?? earlier)?.title ?? statistic;
    return [
      ...(earlier && later ? compareMeanings(earlier, later, municipality) : []),
      ...compareSeries(title, before.get(key) ?? empty, after.get(key) ?? empty),
    ];
  });
}

/** Returns the records of both releases that differ in a text; `text-changed` without the text, which is in the releases. */
function compareFacts<T extends NamedRecord>(
  kind: ReleaseChangeKind,
  before: readonly T[],
  after: readonly T[],
  getFact: (one: T) => string,
): ChangeDraft[] {
  const old = new Map(before.map((one) => [one.id, getFact(one)]));
  return after.flatMap((one) => {
    const facts = { before: old.get(one.id) ?? getFact(one), after: getFact(one) };
    if (foldText(facts.before) === foldText(facts.after)) return [];
    return [draftChange(kind, one, kind === 'text-changed' ? {} : facts)];
  });
}

function compareNames(before: readonly NamedRecord[], after: readonly NamedRecord[]): ChangeDraft[] {
  const [old, now] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const [added, removed] = [after.filter(({ id }) => !old.has(id)), before.filter(({ id }) => !now.has(id))];
  return [
    ...added.map((one) => draftChange('added', one, { after: one.title })),
    ...compareFacts('renamed', before, after, ({ title }) => title),
    ...removed.map((one) => draftChange('removed', one, { before: one.title })),
  ];
}

const ID_COLUMNS = ['id', 'municipality', 'plan', 'parent', 'node', 'indicator', 'zone', 'statistic'] as const;
type RowWithIds = Partial<Record<(typeof ID_COLUMNS)[number], string | null>>;

/** Returns the rows of an earlier release with the ids that their records have now. */
function renameIds(tables: ReleasedTables, changes: readonly Change[]): ReleasedTables {
  const rename = createIdFollower(changes);
  const renamed = structuredClone(tables);
  const rows = Object.values(renamed).flatMap((own): readonly RowWithIds[] => own ?? []);
  for (const row of rows)
    for (const column of ID_COLUMNS) if (row[column]) Object.assign(row, { [column]: rename(row[column]) });
  return renamed;
}

/** Returns the municipalities that came, left, ended or have another name or code. */
function compareMunicipalities(old: ReleasedTables, now: ReleasedTables): ChangeDraft[] {
  const past = new Map(old.municipalities.map((one) => [one.id, one]));
  const changed = now.municipalities.flatMap((one) => {
    const before = past.get(one.id) ?? one;
    const codes = { before: before.municipality_code, after: one.municipality_code };
    const day = one.abolished === before.abolished ? null : one.abolished;
    return [
      ...(codes.before === codes.after ? [] : [draftChange('municipality-code-changed', one, codes)]),
      ...(day == null ? [] : [draftChange('ended', one, { after: `${formatDay(day)}に廃止` })]),
    ];
  });
  return [...compareNames(old.municipalities, now.municipalities), ...changed];
}

/** Returns the changes of plans and their ratings. A plan that replaces another is one change, not also an added one. */
function comparePlans(old: ReleasedTables, now: ReleasedTables, changes: readonly Change[]): ChangeDraft[] {
  const past = new Map(old.plans.map((plan) => [plan.id, plan]));
  const replacements = changes.flatMap(({ item, subjects: [id = ''], before }) => {
    const [plan, other] = [now.plans.find((one) => one.id === id && !past.has(id)), past.get(before)];
    return item === PLAN_REPLACEMENT_ITEM && plan && other ? [{ plan, other }] : [];
  });
  const getTime = ({ period, period_start: start, period_end: end }: ReleasedTables['plans'][number]) =>
    getReleasedTime({ period, start, end });
  const changed = now.plans.flatMap((plan) => {
    const before = past.get(plan.id) ?? plan;
    const states = { before: planStates.words[before.state], after: planStates.words.ended };
    // A period that was unknown does not change when it becomes known.
    const isMoved = before.period !== '' && getTime(before) !== getTime(plan);
    return [
      ...(isMoved ? [draftChange('plan-period-changed', plan, { before: before.period, after: plan.period })] : []),
      ...(plan.state === 'ended' && before.state !== 'ended' ? [draftChange('ended', plan, states)] : []),
    ];
  });
  const others = [...compareNames(old.plans, now.plans), ...changed, ...figures.findBandChanges(old, now)];
  return [
    ...replacements.map(({ plan, other }) => draftChange('replaced', plan, { before: other.title, after: plan.title })),
    ...others.filter(({ record }) => !replacements.some(({ plan }) => plan.id === record)),
  ].map((change) => (['added', 'removed'].includes(change.kind) ? change : { ...change, plan: change.record }));
}

/**
 * Returns the differences between two releases, or between a release and the present data. Parts of a plan that only
 * one of them has are not listed one by one.
 * @param changes the rows of changes.csv, for changed ids and replaced plans
 */
export function compareReleases(
  earlier: ReleasedTables,
  now: ReleasedTables,
  changes: readonly Change[],
): ChangeDraft[] {
  const old = renameIds(earlier, changes);
  const plans = new Set(old.plans.map(({ id }) => id)).intersection(new Set(now.plans.map(({ id }) => id)));
  const inBoth = <T extends { readonly plan: string }>(rows: readonly T[]) =>
    rows.filter(({ plan }) => plans.has(plan));
  const [oldIndicators, indicators] = [inBoth(old.indicators), inBoth(now.indicators)];
  const past = new Map(oldIndicators.map((one) => [one.id, one]));
  const present = new Set(indicators.map(({ id }) => id));
  // An indicator that left is compared with itself without any figures, so each lost one is listed.
  const left = oldIndicators
    .filter(({ id }) => !present.has(id))
    .map((one) => ({ ...one, target_value: null, target_low: null, target_text: '' }));
  const groupRows = <T extends { readonly indicator: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ indicator }) => indicator);
  const [oldResults, results] = [groupRows(old.observations), groupRows(now.observations)];
  const nameNodes = ({ nodes }: ReleasedTables) => new Map(nodes.map(({ id, title }) => [id, title]));
  const [oldTitles, titles] = [nameNodes(old), nameNodes(now)];
  // A parent of the same name is the same one with another code.
  const nameItems = ({ before, after, ...change }: ChangeDraft) => {
    const [old = '', now = ''] = [oldTitles.get(before), titles.get(after)];
    const name = (title: string, id: string) => (title === '' ? '' : `${title}（${id}）`);
    return old === now ? [] : [{ ...change, before: name(old, before), after: name(now, after) }];
  };
  const hasTargets = old.targets !== null && now.targets !== null;
  const groupTargets = ({ targets }: ReleasedTables) => groupRows((hasTargets ? targets : null) ?? []);
  const [oldTargets, targets] = [groupTargets(old), groupTargets(now)];
  const [oldRatings, ratings] = [groupRows(old.ratings ?? []), groupRows(now.ratings ?? [])];
  return [
    ...compareMunicipalities(old, now),
    ...comparePlans(old, now, changes),
    ...compareNames(old.zones, now.zones),
    ...compareNames(inBoth(old.nodes), inBoth(now.nodes)),
    ...compareFacts('moved', inBoth(old.nodes), inBoth(now.nodes), ({ parent }) => parent ?? '').flatMap(nameItems),
    ...compareFacts('text-changed', inBoth(old.nodes), inBoth(now.nodes), ({ summary }) => summary),
    ...compareFacts('text-changed', old.zones, now.zones, ({ description }) => description),
    ...findStatisticChanges(old, now),
    ...compareNames(oldIndicators, indicators),
    ...compareFacts('moved', oldIndicators, indicators, ({ node }) => node ?? '').flatMap(nameItems),
    ...[...indicators, ...left].flatMap((one) => {
      const before = past.get(one.id);
      if (!before) return [];
      const isEnded = one.state === 'ended' && before.state !== 'ended';
      const states = { before: indicatorStates.words[before.state], after: indicatorStates.words.ended };
      const revised = figures.findIndicatorChanges(before, one);
      const hasSameTarget = revised.every(({ kind }) => !kind.startsWith('target-'));
      return [
        ...(isEnded ? [draftChange('ended', one, { ...states, unit: one.unit })] : []),
        ...revised,
        ...figures.findInterimChanges(before, one, oldTargets.get(one.id) ?? [], targets.get(one.id) ?? []),
        ...figures.findResultChanges(one, oldResults.get(one.id) ?? [], results.get(one.id) ?? []),
        ...(hasSameTarget
          ? figures.findRatingChanges(one, oldRatings.get(one.id) ?? [], ratings.get(one.id) ?? [])
          : []),
      ];
    }),
  ];
}
