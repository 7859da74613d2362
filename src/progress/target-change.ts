import type { TargetValue } from '../model/quantity-schema.ts';
import { convertUnit, isSameUnit } from '../notation/number-and-unit.ts';
import { isForEachYear } from '../notation/target.ts';
import { compareWithTarget, type ComparedTarget } from './target-comparison.ts';

/** A target with what decides which values meet it. */
export type DatedTarget = ComparedTarget & { readonly target: TargetValue };

/** How a target differs from an earlier one. A lowered one is easier to meet, whether more or less is better. */
export type TargetChange = 'lowered' | 'raised' | 'changed';

/** The limits of the values that meet a target; both are included, unless `isOpen`. */
type AcceptedValues = Readonly<{ low: number; high: number; isOpen: boolean }>;

/** Returns the values that meet a target, in another unit; null if they are not certain (in words, 程度, ちょうど). */
function findAcceptedValues(input: DatedTarget, unit: string): AcceptedValues | null {
  const convert = (value: number | null) => convertUnit(value, input.unit, unit);
  const { comparator } = input.target.comparator === 'about' ? { comparator: null } : compareWithTarget(input);
  const [value, low, high] = [input.target.value, input.target.low, input.target.high].map(convert);
  if (comparator === 'within') return low == null || high == null ? null : { low, high, isOpen: false };
  if (value == null || comparator === null || comparator === '=') return null;
  const isOpen = comparator === '>' || comparator === '<';
  return comparator.startsWith('>') ? { low: value, high: Infinity, isOpen } : { low: -Infinity, high: value, isOpen };
}

/** Compares the limits: 1 for a limit that accepts more values than before, -1 for fewer, 0 for the same. */
function compareEnds(before: AcceptedValues, after: AcceptedValues): number[] {
  const opened = before.isOpen === after.isOpen ? 0 : before.isOpen ? 1 : -1;
  const easier = [before.low - after.low, after.high - before.high];
  // ∞ − ∞ is not a number: neither target has this limit.
  return easier.filter((by) => !Number.isNaN(by)).map((by) => (by === 0 ? opened : Math.sign(by)));
}

const hasSameEnds = (a: AcceptedValues, b: AcceptedValues) =>
  Number.isFinite(a.low) === Number.isFinite(b.low) && Number.isFinite(a.high) === Number.isFinite(b.high);

/** Returns a printed value without differences of spelling: width of characters, spaces and thousands separators. */
export const foldValueText = (text: string): string => text.normalize('NFKC').replace(/[\s,]/g, '');

/** Returns 1 for a later time, -1 for an earlier one or for every year, 0 for the same; null if that is not certain. */
function compareTimes({ period: before, text }: TargetValue, { period: after, text: now }: TargetValue): number | null {
  if (isForEachYear(text) !== isForEachYear(now)) return isForEachYear(now) ? -1 : 1;
  if (before.end !== null && after.end !== null) return before.end === after.end ? 0 : after.end > before.end ? 1 : -1;
  return foldValueText(before.text) === foldValueText(after.text) ? 0 : null;
}

/** Returns true if both targets are the same words, or the same numbers that results are compared with alike. */
function isSameTarget(before: DatedTarget, after: DatedTarget): boolean {
  const [a, b] = [before.target, after.target];
  if (foldValueText(a.text) === foldValueText(b.text) && isSameUnit(before.unit, after.unit)) return true;
  const [value, low, high] = [a.value, a.low, a.high].map((one) => convertUnit(one, before.unit, after.unit));
  const isNumeric = value !== null || low !== null;
  const isAlike = compareWithTarget(before).comparator === compareWithTarget(after).comparator;
  return isNumeric && isAlike && a.comparator === b.comparator && value === b.value && low === b.low && high === b.high;
}

/**
 * Returns how a target differs from an earlier one of the same indicator; null if it does not. It is lowered if every
 * value that met the old target meets the new one and others do too, not at an earlier time; raised the other way
 * round. Anything less certain is only `changed`: other words, 程度, a value to stay at, another shape (80%以上 → 80～90%),
 * a later time with a better value, 毎年度80% → 80%.
 */
export function compareTargets(before: DatedTarget, after: DatedTarget): TargetChange | null {
  const time = compareTimes(before.target, after.target);
  if (time === 0 && isSameTarget(before, after)) return null;
  const old = findAcceptedValues(before, after.unit);
  const now = findAcceptedValues(after, after.unit);
  if (old === null || now === null || time === null || !hasSameEnds(old, now)) return 'changed';
  const ends = compareEnds(old, now);
  if (ends.every((end) => end === 0)) return time === 0 ? null : 'changed';
  // A number in another unit may be a correction of the unit.
  if (!isSameUnit(before.unit, after.unit)) return 'changed';
  if (ends.every((end) => end >= 0) && time >= 0) return 'lowered';
  return ends.every((end) => end <= 0) && time <= 0 ? 'raised' : 'changed';
}
