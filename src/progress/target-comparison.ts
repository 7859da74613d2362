import { findScaleEnd } from '../notation/number-and-unit.ts';
import { readTarget, readTargetTendency, type TargetTendency } from '../notation/target.ts';
import type { TargetComparator, TargetValue } from '../model/quantity-schema.ts';
import type { PreferredDirection } from '../model/value-lists.ts';

/** The comparators by which a result meets a target. */
export type ResultComparator = Exclude<TargetComparator, 'about'>;

/**
 * What decides how results are compared with a target. `movement` is the way from baseline to target; `contradiction` and
 * `nothing` decide nothing, so no result can be rated.
 */
type ComparisonGround =
  | 'comparator'
  | 'direction'
  | 'words'
  | 'movement'
  | 'maintain'
  | 'same-as-baseline'
  | 'range-without-ends'
  | 'contradiction'
  | 'nothing';

/** How results are compared with a target. */
export interface TargetComparison {
  /** Null if unknown. */
  readonly comparator: ResultComparator | null;
  readonly ground: ComparisonGround;
}

/** The data that decide how results are compared with a target. */
export interface ComparedTarget {
  readonly title: string;
  /** The unit of the target's value. */
  readonly unit: string;
  readonly direction: PreferredDirection | null;
  readonly baseline: { readonly value: number | null };
  readonly target: Pick<TargetValue, 'value' | 'comparator' | 'text'>;
}

/** The comparators that contradict 良い方向. */
const AGAINST: Readonly<Record<PreferredDirection, readonly TargetComparator[]>> = {
  increase: ['<=', '<', 'within'],
  decrease: ['>=', '>', 'within'],
  maintain: [],
  range: [],
};

/** Returns true if the comparator or the words of a target contradict 良い方向. */
function contradicts(direction: PreferredDirection, target: ComparedTarget['target']): boolean {
  if (target.comparator !== null && AGAINST[direction].includes(target.comparator)) return true;
  const tendency = readTargetTendency(target.text);
  return (direction === 'increase' && tendency === 'decrease') || (direction === 'decrease' && tendency === 'increase');
}

const BY_TENDENCY: Readonly<Record<TargetTendency, TargetComparison>> = {
  increase: { comparator: '>=', ground: 'words' },
  decrease: { comparator: '<=', ground: 'words' },
  maintain: { comparator: '=', ground: 'maintain' },
};

const BY_DIRECTION: Readonly<Record<PreferredDirection, TargetComparison>> = {
  increase: { comparator: '>=', ground: 'direction' },
  decrease: { comparator: '<=', ground: 'direction' },
  maintain: { comparator: '=', ground: 'maintain' },
  range: { comparator: '=', ground: 'range-without-ends' },
};

/** Returns what the words of a target and the direction from baseline to target say. */
function compareByPlan({ baseline, target }: ComparedTarget): TargetComparison {
  const tendency = readTargetTendency(target.text);
  const [from, to] = [baseline.value, target.value];
  const movement = from === null || to === null || from === to ? null : to > from ? 'increase' : 'decrease';
  // 90% → 95%を維持: the value must first get there.
  if (tendency === null || tendency === 'maintain') {
    if (movement !== null) return { comparator: movement === 'increase' ? '>=' : '<=', ground: 'movement' };
    if (tendency !== null) return BY_TENDENCY[tendency];
    return from === null || to === null
      ? { comparator: null, ground: 'nothing' }
      : { comparator: '=', ground: 'same-as-baseline' };
  }
  return movement === null || movement === tendency
    ? BY_TENDENCY[tendency]
    : { comparator: null, ground: 'contradiction' };
}

/**
 * Returns how results are compared with a target, and what decides it: the plan's own comparator, or else 良い方向, or else
 * the words of the target, or else the direction from baseline to target. Without any of them the comparator is null.
 */
export function compareWithTarget(input: ComparedTarget): TargetComparison {
  const { direction, target } = input;
  if (direction !== null && contradicts(direction, target)) return { comparator: null, ground: 'contradiction' };
  // If more is better, 85% reaches 概ね80%: "about" is the precision of a figure, not the better direction.
  const { comparator } = target;
  if (comparator !== null && comparator !== 'about') return { comparator, ground: 'comparator' };
  return direction === null ? compareByPlan(input) : BY_DIRECTION[direction];
}

/** Returns true if `latest` meets the target. */
export function meetsTarget(
  latest: number,
  target: Pick<TargetValue, 'value' | 'low' | 'high'>,
  comparator: ResultComparator,
): boolean {
  const isInside = (target.low === null || latest >= target.low) && (target.high === null || latest <= target.high);
  if (comparator === 'within') return isInside;
  const { value } = target;
  if (value === null) return false;
  switch (comparator) {
    case '>=':
      return latest >= value;
    case '<=':
      return latest <= value;
    case '>':
      return latest > value;
    case '<':
      return latest < value;
    case '=':
      return latest === value;
  }
}

/**
 * Returns true if a result that does not meet the target certainly fails it. If the target is to stay at a value (維持), or
 * equals its baseline, any other result may be better or worse; but nothing is better than 維持 of 0人 or of 100 %.
 */
export function failsTarget(latest: number, { ground }: TargetComparison, input: ComparedTarget): boolean {
  if (ground === 'same-as-baseline' || ground === 'range-without-ends') return false;
  if (ground !== 'maintain') return true;
  const { title, unit, target } = input;
  const { value, text } = target;
  const read = unit === '' ? readTarget(text) : null;
  const end = findScaleEnd(value, read?.ok ? read.value.unit : unit, title);
  if (value === null || end === null) return false;
  return end === 'low' ? latest > value : latest < value;
}

/** Returns the better direction: 1 up, -1 down; null if unknown or if there is none (a range, a value to stay at). */
export function findBetterWay(input: ComparedTarget): 1 | -1 | null {
  const { comparator } = compareWithTarget(input);
  if (comparator === '>=' || comparator === '>') return 1;
  return comparator === '<=' || comparator === '<' ? -1 : null;
}
