import { notRatedReasons } from '../model/progress-status.ts';
import { isSameUnit } from '../notation/number-and-unit.ts';
import { isForEachYear } from '../notation/target.ts';
import type { Indicator } from '../tables/indicators.ts';
import { computeTargetChange } from './progress-metrics.ts';
import { compareWithTarget, meetsTarget } from './target-comparison.ts';

/** Why a target is shown in words only: the reasons why it is not rated, and targets that are not distances. */
export const wordsOnlyReasons = {
  ...notRatedReasons,
  maintain: '維持の目標',
  range: '範囲の目標',
  'every-year': '毎年届くことをめざす目標',
  'met-before': '計画の現状値は、すでに目標に届いていました。',
  'same-number': '現状値と目標値が、同じ数です。',
  'zero-baseline': '現状値が0なので、割合を出せません。',
  percentage: '単位が%なので、差はポイントで示しています。',
} as const;
type WordsOnlyReason = keyof typeof wordsOnlyReasons;

/** The progress of a result to the target: its share of the distance, and the share of the time that has passed. */
export type ProgressView = Readonly<{ kind: 'progress'; share: number; elapsed: number | null }>;

/** How a target is shown: progress; if nothing was measured, the change that it needs; or words without a picture. */
export type TargetView =
  | ProgressView
  | { readonly kind: 'required'; readonly change: number }
  | { readonly kind: 'words'; readonly reason: WordsOnlyReason };

/** Returns the reason why there is no distance between the baseline and the target. */
function explainMissingDistance(indicator: Indicator): WordsOnlyReason {
  const { direction, baseline, target } = indicator;
  const { comparator, ground } = compareWithTarget(indicator);
  if (comparator === 'within' || ground === 'range-without-ends') return 'range';
  if (isForEachYear(indicator.target.text)) return 'every-year';
  if (ground === 'maintain' || direction === 'maintain') return 'maintain';
  if (baseline.value === null) return 'no-baseline';
  if (comparator === null) return 'direction-unknown';
  return meetsTarget(baseline.value, target, comparator) ? 'met-before' : 'same-number';
}

/**
 * Returns how the target of an indicator is shown. A rated result is progress from the baseline (0) to the target (1).
 * If nothing was measured, the view is the needed change as a share of the baseline. There are only words for targets
 * to maintain, ranges, targets that the baseline meets, and all other indicators that are not rated; and, if nothing
 * was measured, for percentages and a baseline of 0.
 */
export function chooseTargetView(indicator: Indicator): TargetView {
  const { progress, baseline, unit } = indicator;
  const { reason, achieved, elapsed } = progress;
  if (reason !== null && reason !== 'not-measured') return { kind: 'words', reason };
  if (achieved !== null) return { kind: 'progress', share: achieved, elapsed };
  const change = computeTargetChange(indicator);
  if (change === null || baseline.value === null) return { kind: 'words', reason: explainMissingDistance(indicator) };
  if (baseline.value === 0) return { kind: 'words', reason: 'zero-baseline' };
  // The share of a share depends on what is counted: 97.4 % → 98 % is +0.6 %, but of the rest 2.6 % → 2 % is −23 %.
  if (isSameUnit(unit, '%')) return { kind: 'words', reason: 'percentage' };
  return { kind: 'required', change: change / Math.abs(baseline.value) };
}

export type TargetRow<View extends TargetView = TargetView> = Readonly<{ indicator: Indicator; view: View }>;

/** Groups indicators by the view of their targets; `size` sorts: least progress, largest change, rated ones first. */
export function groupTargetViews(indicators: readonly Indicator[], order: 'size' | 'unsorted' = 'size') {
  const rows = indicators.map((indicator) => ({ indicator, view: chooseTargetView(indicator) }));
  const select = <Kind extends TargetView['kind']>(kind: Kind) =>
    rows.filter((row): row is TargetRow<Extract<TargetView, { kind: Kind }>> => row.view.kind === kind);
  const groups = { progress: select('progress'), required: select('required'), words: select('words') };
  if (order === 'unsorted') return groups;
  const rankRated = ({ indicator }: TargetRow) => (indicator.progress.reason === null ? 0 : 1);
  return {
    progress: groups.progress.toSorted((a, b) => a.view.share - b.view.share),
    required: groups.required.toSorted((a, b) => Math.abs(b.view.change) - Math.abs(a.view.change)),
    words: groups.words.toSorted((a, b) => rankRated(a) - rankRated(b)),
  };
}
