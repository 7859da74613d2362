import { compareCodeUnits } from '../model/japanese-text.ts';
import { type ReleaseChangeKind, statisticValueStates } from '../model/value-lists.ts';
import { convertUnit } from '../notation/number-and-unit.ts';
import { addPrintedUnit } from '../notation/printed-unit.ts';
import { type ChangeDraft, draftChange } from './figure-changes.ts';
import { createTimeKey, type ReleasedStatisticValue, type ReleasedTables } from './released-tables.ts';

/** The values of one statistic of one municipality, by their times. */
type Series = ReadonlyMap<string, ReleasedStatisticValue>;

const printValue = ({ state, text, unit }: ReleasedStatisticValue) =>
  state === 'not-calculated' ? statisticValueStates.words[state] : addPrintedUnit(text ?? '', unit);

/** Returns true if both values are the same number, in any unit, or both are not calculated. */
function isSameValue(before: ReleasedStatisticValue, after: ReleasedStatisticValue): boolean {
  const old = before.value === null ? null : convertUnit(before.value, before.unit, after.unit);
  return before.state === after.state && old === after.value;
}

/** Returns how many values there are, and their times: 3件（2019年度から2021年度まで）. */
function describeValues(values: readonly ReleasedStatisticValue[]): string {
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
    if (!before || isSameValue(before, after)) return [];
    const words = { before: printValue(before), after: printValue(after) };
    const values = { beforeValue: before.value, afterValue: after.value };
    return [draft('statistic-corrected', { period: after.period, ...words, ...values })];
  });
  const [removed, added] = [
    [...old].filter(([time]) => !now.has(time)).map(([, value]) => value),
    [...now].filter(([time]) => !old.has(time)).map(([, value]) => value),
  ];
  return [
    ...corrected,
    ...(removed.length > 0 ? [draft('statistic-removed', { before: describeValues(removed) })] : []),
    ...(added.length > 0 ? [draft('statistic-added', { after: describeValues(added) })] : []),
  ];
}

const listMunicipalities = ({ plans, 'statistic-values': values }: ReleasedTables) =>
  new Set([...plans, ...values].map(({ municipality }) => municipality));

/** Returns the values by statistic and municipality, then by time. */
function groupSeries({ 'statistic-values': values }: ReleasedTables): ReadonlyMap<string, Series> {
  const groups = Map.groupBy(values, ({ statistic, municipality }) => `${statistic} ${municipality}`);
  return new Map([...groups].map(([key, own]) => [key, new Map(own.map((value) => [createTimeKey(value), value]))]));
}

/**
 * Returns the changes of official statistics: each corrected value, and for each series how many values were added or
 * removed. Municipalities that only one of the releases has are left out.
 */
export function findStatisticChanges(old: ReleasedTables, now: ReleasedTables): ChangeDraft[] {
  const municipalities = listMunicipalities(old).intersection(listMunicipalities(now));
  const titles = new Map([...old.statistics, ...now.statistics].map(({ id, title }) => [id, title]));
  const [before, after] = [groupSeries(old), groupSeries(now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [statistic = '', municipality = ''] = key.split(' ');
    if (!municipalities.has(municipality)) return [];
    const empty: Series = new Map();
    return compareSeries(titles.get(statistic) ?? statistic, before.get(key) ?? empty, after.get(key) ?? empty);
  });
}
