import { getSortDay } from './sheet-heading.ts';
import type { SheetCell } from './sheet-cells.ts';

/** The targets of one indicator. */
interface ChosenTargets {
  readonly target: SheetCell | undefined;
  readonly earlier: readonly SheetCell[];
  /** Targets of the same year as the current one. */
  readonly repeated: readonly SheetCell[];
}

/**
 * Chooses the current target: the one in the column of targets, or in a row of targets the latest. A target of the same
 * year as the current one repeats it.
 * @param dated the targets of the row of targets
 */
export function chooseTarget(
  stated: SheetCell | undefined,
  interim: readonly SheetCell[],
  dated: readonly SheetCell[],
): ChosenTargets {
  const latest = dated.toSorted((a, b) => (getSortDay(a.period) < getSortDay(b.period) ? 1 : -1))[0];
  const [day, statedDay] = [getSortDay(latest?.period ?? ''), getSortDay(stated?.period ?? '')];
  const target = latest !== undefined && (stated === undefined || day > statedDay) ? latest : stated;
  const others = [...(stated ? [stated] : []), ...interim].filter((cell) => cell !== target);
  const isRepeated = ({ period }: SheetCell) =>
    target !== undefined && period !== '' && getSortDay(period) === getSortDay(target.period);
  return { target, earlier: others.filter((cell) => !isRepeated(cell)), repeated: others.filter(isRepeated) };
}
