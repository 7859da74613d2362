import type { ParsedPlan } from './parsed-site.ts';
import { createUnitConversion, type NumericCell, visitNumericCells } from './numeric-cells.ts';
import type { ParsedRow } from './parse-table.ts';

/** A figure of an indicator in %, and its number in %. */
interface Share extends NumericCell {
  readonly percent: number;
}

/** A number that was most likely typed as 0.382 for 38.2 %, and a number of the same indicator that was not. */
export interface FractionSlip {
  readonly slipped: NumericCell;
  readonly near: NumericCell;
}

/** What of a plan's indicators in % was most likely typed as shares of 1. */
export interface FractionPercentages {
  /** Numbers among others that are about a hundred times as large. */
  readonly slips: readonly FractionSlip[];
  /** The first figure of each indicator of which all numbers are at most 1. */
  readonly uniform: readonly NumericCell[];
}

/** How far a slip, times a hundred, may lie outside what the others span. */
const REACH = 2;
/** How many times larger than a slip the others are, at least. */
const APART = 10;

const RESULT = '値';

/** The figures of each indicator in %, but those of nothing, which is the same in % and as a share of 1. */
function sharesOf(plan: ParsedPlan): Share[][] {
  const inPercent = createUnitConversion('%');
  const groups = new Map<string, Share[]>();
  visitNumericCells(plan, 'high', (figure) => {
    const { indicator, value, unit } = figure;
    if (!indicator || inPercent.convert(1, indicator.unit) !== 1 || indicator.unit === '') return;
    const percent = inPercent.convert(value, unit);
    if (percent === null || percent === 0) return;
    const group = groups.get(indicator.id);
    if (group) group.push({ ...figure, percent });
    else groups.set(indicator.id, [{ ...figure, percent }]);
  });
  return [...groups.values()];
}

/** True for a number that may be a share of 1. */
const isSmall = ({ percent }: Share) => Math.abs(percent) <= 1;

function slipsIn(shares: readonly Share[]): FractionSlip[] {
  const small = shares.filter(isSmall);
  const large = shares.filter((share) => !isSmall(share) || !share.withoutUnit);
  const planned = large.filter(({ heading }) => heading !== RESULT);
  const others = planned.length > 0 ? planned : large;
  const near = others[0];
  if (!near) return [];
  const sizes = others.map(({ percent }) => Math.abs(percent));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  // 0.382% says itself that it is in %, so that it takes a baseline and a target to doubt it.
  const isDoubtful = ({ withoutUnit, heading }: Share) =>
    withoutUnit || (heading === RESULT && new Set(planned.map((one) => one.heading)).size > 1);
  const slips = small.filter((share) => {
    const size = Math.abs(share.percent);
    const asPercent = 100 * size;
    return (
      isDoubtful(share) && size < least / APART && asPercent >= least / REACH && asPercent <= most * REACH
    );
  });
  // A bare 1 may well be 1 %; it is 100 % where its neighbours are shares of 1 too.
  return slips.some(({ percent }) => Math.abs(percent) < 1)
    ? slips.map((slipped) => ({ slipped, near }))
    : [];
}

function find(plan: ParsedPlan): FractionPercentages {
  const groups = sharesOf(plan);
  const isWhole = (group: readonly Share[]) => group.every((share) => share.withoutUnit && isSmall(share));
  return {
    slips: groups.flatMap(slipsIn),
    uniform: groups.filter(isWhole).flatMap((group) => group.slice(0, 1)),
  };
}

const found = new WeakMap<ParsedPlan, FractionPercentages>();

/** What of a plan was most likely typed as shares of 1. It is looked for once for all rules. */
export function findFractionPercentages(plan: ParsedPlan): FractionPercentages {
  const shares = found.get(plan) ?? find(plan);
  found.set(plan, shares);
  return shares;
}

/** Tells of a cell whether its number is such a slip, so that it is no measure for others. */
export function createFractionTest(plan: ParsedPlan): (row: ParsedRow<unknown>, heading: string) => boolean {
  const cells = new Map<ParsedRow<unknown>, string[]>();
  for (const { slipped } of findFractionPercentages(plan).slips)
    cells.set(slipped.row, [...(cells.get(slipped.row) ?? []), slipped.heading]);
  return (row, heading) => cells.get(row)?.includes(heading) ?? false;
}
