import { describeBand } from '../charts/rating-explanation.ts';
import type { ReleaseChange } from '../model/data-release.ts';
import { foldText } from '../model/japanese-text.ts';
import { ownMethodReasons, progressStatuses } from '../model/progress-status.ts';
import { aggregationKinds, indicatorStates, preferredDirections } from '../model/value-lists.ts';
import type { ReleaseChangeKind, TargetKind } from '../model/value-lists.ts';
import { convertUnit, isSameUnit } from '../notation/number-and-unit.ts';
import { addPeriod, addPrintedUnit } from '../notation/printed-unit.ts';
import { findCertainty, readQuantity } from '../notation/quantity.ts';
import { compareTargets, type DatedTarget, type TargetChange, foldValueText } from '../progress/target-change.ts';
import { findInterimTargets } from '../tables/targets.ts';
import { getReleasedTime, type ReleasedBand, type ReleasedTables } from './released-tables.ts';
import type { ReleasedIndicator, ReleasedObservation, ReleasedRating, ReleasedTarget } from './released-tables.ts';

/** A change without what its release adds. */
export type ChangeDraft = Omit<ReleaseChange, 'id' | 'release' | 'date' | 'reason' | 'sources'>;

/** The kinds of changes of final targets, and of interim ones. */
const targetChangeKinds: Readonly<Record<TargetChange, Readonly<Record<TargetKind, ReleaseChangeKind>>>> = {
  lowered: { final: 'target-lowered', interim: 'interim-target-lowered' },
  raised: { final: 'target-raised', interim: 'interim-target-raised' },
  changed: { final: 'target-changed', interim: 'interim-target-changed' },
};

/** A plan, an item, an indicator, a zone, or a statistic of a municipality. */
export type NamedRecord = Readonly<{ id: string; title: string; municipality: string; plan?: string }>;

/** Returns a change of a record; what `change` leaves out is empty. */
export function draftChange(kind: ReleaseChangeKind, one: NamedRecord, change: Partial<ChangeDraft> = {}): ChangeDraft {
  const { id: record, title, municipality, plan = null } = one;
  const nothing = { zone: null, period: '', before: '', after: '', beforeValue: null, afterValue: null, unit: '' };
  return { kind, record, title, municipality, plan, ...nothing, ...change };
}

type QuotedValue = Readonly<{ text: string; value: number | null }>;

const NO_QUOTED_VALUE: QuotedValue = { text: '', value: null };

/** Returns a change from one value of an indicator to another. */
const draftValueChange = (
  kind: ReleaseChangeKind,
  one: ReleasedIndicator,
  { text: before, value: beforeValue }: QuotedValue,
  { text: after, value: afterValue }: QuotedValue,
): ChangeDraft => draftChange(kind, one, { before, after, beforeValue, afterValue, unit: one.unit });

/** Returns a target with what decides which values meet it. */
const createDatedTarget = (
  { title, unit, direction, baseline_value }: ReleasedIndicator,
  target: DatedTarget['target'],
): DatedTarget => ({ title, unit, direction, baseline: { value: baseline_value }, target });

const readTargetOf = (one: ReleasedIndicator): DatedTarget =>
  createDatedTarget(one, {
    value: one.target_value,
    comparator: one.target_comparator,
    low: one.target_low,
    high: one.target_high,
    text: one.target_text,
    period: { text: one.target_period, start: one.target_start, end: one.target_end },
  });

/** The facts that say what an indicator measures, in words. */
const definitions: readonly ((one: ReleasedIndicator) => string)[] = [
  ({ unit }) => (unit === '' ? '' : `単位：${unit}`),
  ({ direction }) => (direction === null ? '' : `良い方向：${preferredDirections.words[direction]}`),
  ({ aggregation }) => (aggregation === null ? '' : `集計：${aggregationKinds.words[aggregation]}`),
  ({ state }) => (state === 'definition-changed' ? `状態：${indicatorStates.words[state]}` : ''),
];

/** Returns the change of what an indicator measures; none for a fact that was unknown, the end, or 名 instead of 人. */
function findDefinitionChange(before: ReleasedIndicator, after: ReleasedIndicator): ChangeDraft[] {
  const unit = isSameUnit(before.unit, after.unit) ? after.unit : before.unit;
  const past = { ...before, unit, state: after.state === 'ended' ? after.state : before.state };
  const pairs = definitions.map((describe) => [describe(past), describe(after)] as const);
  const changed = pairs.filter(([old, now]) => old !== now && (old !== '' || now.startsWith('状態')));
  if (changed.length === 0) return [];
  const join = (part: 0 | 1) => changed.flatMap((pair) => (pair[part] === '' ? [] : [pair[part]])).join('、');
  return [draftChange('redefined', after, { before: join(0), after: join(1), unit: after.unit })];
}

function isApproximate(text: string): boolean {
  const quantity = readQuantity(text);
  return quantity.ok && quantity.value.approximate;
}

/** True for two numbers that are both 約, or neither. */
const areAsExact = (one: string, other: string): boolean =>
  one === other || isApproximate(one) === isApproximate(other);

/** Returns the changes of an indicator's definition, target and baseline. */
export function findIndicatorChanges(before: ReleasedIndicator, after: ReleasedIndicator): ChangeDraft[] {
  const redefined = findDefinitionChange(before, after);
  const target = compareTargets(readTargetOf(before), readTargetOf(after));
  // Targets for different things can't be compared.
  const change = target !== null && redefined.length > 0 ? 'changed' : target;
  const isSameTime = before.target_period === after.target_period;
  const quoteTarget = (one: ReleasedIndicator) => {
    const text = addPrintedUnit(one.target_text, one.unit, 'target');
    return { text: isSameTime ? text : addPeriod(text, one.target_period), value: one.target_value };
  };
  const isSameBaseline =
    before.baseline_value === null && after.baseline_value === null
      ? foldValueText(before.baseline_text) === foldValueText(after.baseline_text)
      : (convertUnit(before.baseline_value, before.unit, after.unit) ?? before.baseline_value) ===
          after.baseline_value && areAsExact(before.baseline_text, after.baseline_text);
  const quoteBaseline = (one: ReleasedIndicator) => ({
    text: addPeriod(addPrintedUnit(one.baseline_text, one.unit), one.baseline_period),
    value: one.baseline_value,
  });
  const draft = (kind: ReleaseChangeKind, quote: (one: ReleasedIndicator) => QuotedValue) =>
    draftValueChange(kind, after, quote(before), quote(after));
  return [
    ...(change === null ? [] : [draft(targetChangeKinds[change].final, quoteTarget)]),
    ...(isSameBaseline && before.baseline_end === after.baseline_end ? [] : [draft('baseline-changed', quoteBaseline)]),
    ...redefined,
  ];
}

/** Returns the changes of an indicator's interim targets. */
export function findInterimChanges(
  before: ReleasedIndicator,
  after: ReleasedIndicator,
  oldTargets: readonly ReleasedTarget[],
  newTargets: readonly ReleasedTarget[],
): ChangeDraft[] {
  const [old, now] = [findInterimTargets(oldTargets, getReleasedTime), findInterimTargets(newTargets, getReleasedTime)];
  const isRedefined = findDefinitionChange(before, after).length > 0;
  const read = (one: ReleasedIndicator, { period: text, start, end, ...target }: ReleasedTarget) =>
    createDatedTarget(one, { ...target, period: { text, start, end } });
  const compare = (past: ReleasedTarget, present: ReleasedTarget): ReleaseChangeKind | null => {
    const change = compareTargets(read(before, past), read(after, present));
    return change === null ? null : targetChangeKinds[isRedefined ? 'changed' : change].interim;
  };
  const quote = ({ unit }: ReleasedIndicator, target: ReleasedTarget | undefined) =>
    target ? { text: addPrintedUnit(target.text, unit, 'target'), value: target.value } : NO_QUOTED_VALUE;
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((time) => {
    const [past, present] = [old.get(time), now.get(time)];
    const kind = past && present ? compare(past, present) : present ? 'interim-target-added' : 'interim-target-removed';
    if (kind === null) return [];
    const change = draftValueChange(kind, after, quote(before, past), quote(after, present));
    return [{ ...change, period: (present ?? past)?.period ?? '' }];
  });
}

/** Returns the results that count, by zone and period: the 確報 if a period has both. */
function listResults(rows: readonly ReleasedObservation[]): Map<string, ReleasedObservation> {
  const results = new Map<string, ReleasedObservation>();
  for (const row of rows) {
    if (row.role !== 'result') continue;
    const key = `${row.zone ?? ''} ${getReleasedTime(row)}`;
    if (results.get(key)?.certainty !== 'final') results.set(key, row);
  }
  return results;
}

/** True for a number, or a result in words (3校中2校). A period that is only announced (集計中) has no result yet. */
function hasResult({ text }: ReleasedObservation): boolean {
  const quantity = readQuantity(foldValueText(text));
  return quantity.ok && quantity.value.missing === null;
}

/** Returns what happened to a result that both releases have; null if nothing did. */
function compareResults(before: ReleasedObservation, after: ReleasedObservation): ReleaseChangeKind | null {
  if (!hasResult(before) && hasResult(after)) return 'result-added';
  // A number that became a text (集計中) needs a reason, even if its row is now a 確報.
  if (after.value === null) return foldValueText(before.text) === foldValueText(after.text) ? null : 'result-corrected';
  // A unit of another kind is a change of the definition.
  const value = convertUnit(before.value, before.unit, after.unit) ?? before.value;
  const isSame = value === after.value && areAsExact(before.text, after.text);
  if (before.certainty === 'final' && after.certainty === 'final') return isSame ? null : 'result-corrected';
  if (after.certainty === 'final') return 'provisional-made-final';
  if (before.certainty === 'final') return 'result-corrected';
  return isSame ? null : 'provisional-changed';
}

/** Returns what happened to a result; null if nothing did. */
function findResultChange(
  past: ReleasedObservation | undefined,
  present: ReleasedObservation | undefined,
): ReleaseChangeKind | null {
  if (past && present) return compareResults(past, present);
  if (present) return hasResult(present) ? 'result-added' : null;
  return past && hasResult(past) ? 'result-removed' : null;
}

/** Returns the changes of an indicator's results, in the order of the present rows. */
export function findResultChanges(
  indicator: ReleasedIndicator,
  before: readonly ReleasedObservation[],
  after: readonly ReleasedObservation[],
): ChangeDraft[] {
  const [old, now] = [listResults(before), listResults(after)];
  const quote = (row: ReleasedObservation | undefined, other: ReleasedObservation | undefined): QuotedValue => {
    if (!row) return NO_QUOTED_VALUE;
    const mark = row.certainty === 'final' ? '確報' : '速報';
    const differs = other?.value == null ? mark === '速報' : other.certainty !== row.certainty;
    const isMarked = differs && row.value !== null && findCertainty(row.text) !== mark;
    return { text: addPrintedUnit(row.text, row.unit) + (isMarked ? `（${mark}）` : ''), value: row.value };
  };
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [past, present] = [old.get(key), now.get(key)];
    const kind = findResultChange(past, present);
    const { zone = null, period = '' } = present ?? past ?? {};
    const [before, after] = [past?.rating ?? '', present?.rating ?? ''];
    // A rating that comes after its result is new, like one that comes with it.
    const isRatedAnew = present && before !== '' && foldText(before) !== foldText(after);
    return [
      ...(kind === null ? [] : [draftValueChange(kind, indicator, quote(past, present), quote(present, past))]),
      ...(isRatedAnew ? [draftChange('result-rating-changed', indicator, { before, after })] : []),
    ].map((change) => ({ ...change, zone, period }));
  });
}

/** Returns the symbol of a band and which results it contains; null if there is no band. */
function describeReleasedBand({ symbol, scale, margin, period, ...limits }: Omit<ReleasedBand, 'plan'>): string | null {
  const [lowIncluded, highIncluded] = [limits.low_included ?? false, limits.high_included ?? false];
  const year = period === '' ? null : { text: period, start: null, end: null };
  const band = scale && { ...limits, scale, lowIncluded, highIncluded, margin: margin ?? 0, year };
  return band && `${symbol ?? ''}（${describeBand(band)}）`;
}

/**
 * Returns the changes of plans' own rating methods: the bands that only one of both has, or all if only their order
 * changed. The first method of a plan is no change.
 */
export function findBandChanges(old: ReleasedTables, now: ReleasedTables): ChangeDraft[] {
  const [past, present] = [old, now].map((tables) => Map.groupBy(tables['rating-bands'] ?? [], ({ plan }) => plan));
  return now.plans.flatMap((plan) => {
    const [before = [], after = []] = [past, present].map((one) => one?.get(plan.id)?.map(describeReleasedBand));
    if (before.length === 0 || before.join() === after.join()) return [];
    const isReordered = new Set(before).symmetricDifference(new Set(after)).size === 0;
    const join = (own: typeof before, other: typeof before) =>
      own.filter((words) => isReordered || !other.includes(words)).join('、');
    return [draftChange('rating-bands-changed', plan, { before: join(before, after), after: join(after, before) })];
  });
}

/** Returns a rating in words: the symbol and what its band is, the status, or the reason why there is no rating. */
function describeRating({ status, reason, ...rating }: ReleasedRating): string {
  const band = describeReleasedBand({ ...rating, period: '' });
  if (band !== null) return band;
  return `${progressStatuses[status ?? 'not-rated']}${reason === null ? '' : `（${ownMethodReasons[reason]}）`}`;
}

/** True for a rating that the municipality wrote or did not write beside its result: the result says if it changed. */
const isTyped = ({ scale, reason }: ReleasedRating): boolean => scale === 'typed' || reason === 'not-typed';

/**
 * Returns the ratings that changed although target and result are the same: by another band, direction or baseline, or
 * by another version of this program. An end or a change of the definition is listed as such.
 */
export function findRatingChanges(
  indicator: ReleasedIndicator,
  before: readonly ReleasedRating[],
  after: readonly ReleasedRating[],
): ChangeDraft[] {
  const getKey = ({ method, latest_value, latest_end }: ReleasedRating) => `${method} ${latest_value} ${latest_end}`;
  const old = new Map(before.map((one) => [getKey(one), one]));
  return after.flatMap((one) => {
    const past = old.get(getKey(one));
    const isListed = [past?.reason, one.reason].some((why) => why === 'ended' || why === 'definition-changed');
    if (!past || isListed || (isTyped(past) && isTyped(one))) return [];
    const words = { before: describeRating(past), after: describeRating(one) };
    return words.before === words.after ? [] : [draftChange('rating-changed', indicator, words)];
  });
}
