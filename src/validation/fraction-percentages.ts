import { memoizeByObject } from '../model/collections.ts';
import { createUnitConversion, type NumericCell, RESULT_HEADINGS, visitNumericCells } from './numeric-cells.ts';
import type { ParsedPlan } from './parsed-site.ts';
import type { ParsedRow } from './row-parser.ts';

/** A figure of an indicator in %, with its value in %. */
type Percentage = NumericCell & Readonly<{ percent: number }>;

/** The factor by which a fraction times 100 can be outside the range of the other numbers. */
const SLACK = 2;
const MIN_RATIO = 10;

/** Returns the figures of each indicator in %, without zeros, which look the same in both notations. */
function listPercentages(plan: ParsedPlan): Percentage[][] {
  const inPercent = createUnitConversion('%');
  const percentages: Percentage[] = [];
  visitNumericCells(plan, 'high', (figure) => {
    const { indicator, value, unit } = figure;
    if (!indicator || inPercent.convert(1, indicator.unit) !== 1 || indicator.unit === '') return;
    const percent = inPercent.convert(value, unit);
    if (percent !== null && percent !== 0) percentages.push({ ...figure, percent });
  });
  return [...Map.groupBy(percentages, ({ indicator }) => indicator?.id).values()];
}

const isSmall = ({ percent }: Percentage) => Math.abs(percent) <= 1;

/** Returns the numbers that were probably entered as fractions (0.382 for 38.2 %), each with a correct neighbour. */
function findSlips(shares: readonly Percentage[]) {
  const small = shares.filter(isSmall);
  const large = shares.filter((share) => !isSmall(share) || !share.lacksUnit);
  const planned = large.filter(({ heading }) => heading !== RESULT_HEADINGS.heading);
  const others = planned.length > 0 ? planned : large;
  const near = others[0];
  if (!near) return [];
  const sizes = others.map(({ percent }) => Math.abs(percent));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  // 0.382% has a unit, so only a baseline and a target together make it doubtful.
  const isDoubtful = ({ lacksUnit, heading }: Percentage) =>
    lacksUnit || (heading === RESULT_HEADINGS.heading && new Set(planned.map((share) => share.heading)).size > 1);
  const slips = small.filter((share) => {
    const size = Math.abs(share.percent);
    const asPercent = 100 * size;
    return isDoubtful(share) && size < least / MIN_RATIO && asPercent >= least / SLACK && asPercent <= most * SLACK;
  });
  // A bare 1 may be 1 %. It is 100 % only if its neighbours are fractions too.
  return slips.some(({ percent }) => Math.abs(percent) < 1) ? slips.map((slipped) => ({ slipped, near })) : [];
}

/**
 * Returns the percentages of a plan that were probably entered as fractions (0.382 for 38.2 %): those whose
 * neighbours are a hundred times as large, and the first figure of each indicator whose numbers are all at most 1.
 */
export const findFractionPercentages = memoizeByObject((plan: ParsedPlan) => {
  const groups = listPercentages(plan);
  const isWhole = (group: readonly Percentage[]) => group.every((share) => share.lacksUnit && isSmall(share));
  return { slips: groups.flatMap(findSlips), uniform: groups.filter(isWhole).flatMap((group) => group.slice(0, 1)) };
});

/** Returns a test for cells whose number was probably entered as a fraction: nothing is compared with them. */
export function createFractionTest(plan: ParsedPlan): (row: ParsedRow<unknown>, heading: string) => boolean {
  const slips = Map.groupBy(findFractionPercentages(plan).slips, ({ slipped }) => slipped.row);
  return (row, heading) => slips.get(row)?.some(({ slipped }) => slipped.heading === heading) ?? false;
}
