import { createIssue } from '../../diagnostics/diagnostic.ts';
import { foldText } from '../../model/japanese-text.ts';
import { readTarget } from '../../notation/target.ts';
import { createResultKey, type ExistingIndicators, type ExistingResult } from './match-indicators.ts';
import { chooseStatedTime } from './proposed-cells.ts';
import { isSameAmount, isSameNumber } from './result-collector.ts';
import type { CellIssue } from './sheet-cells.ts';
import type { SheetEntry } from './sheet-entries.ts';
import { getSortDay } from './sheet-heading.ts';

/** Returns true for two targets with the same number and the same 以上 or 以下, in any unit. */
function isSameTarget(first: string, second: string, unit: string): boolean {
  const [one, other] = [readTarget(first), readTarget(second)];
  if (!one.ok || !other.ok || one.value.comparator !== other.value.comparator) return false;
  return isSameAmount(one.value, other.value, unit);
}

const isSameValue = (first: string, second: string, unit: string) =>
  foldText(first) === foldText(second) || isSameNumber(first, second, unit) || isSameTarget(first, second, unit);

/** True for two times with the same last day. An unknown time may be any. */
const isSameTime = (first: string, second: string) =>
  first === '' || second === '' || getSortDay(first) === getSortDay(second);

const quote = (text: string, period: string) => (period === '' ? text : `${text}（${period}）`);

/**
 * Returns the issues of a baseline and a target in a sheet that differ from those of an existing indicator. A target of
 * an earlier year than that of the indicator is another one, and so is a baseline that the plan has as a result.
 */
export function findOtherPlanValues(
  { own, results }: SheetEntry,
  id: string,
  unit: string,
  existing: ExistingIndicators,
): CellIssue[] {
  const compare = (heading: '現状値' | '目標値', stated: readonly ExistingResult[]): CellIssue[] => {
    const cell = own.get(heading);
    const [current] = stated;
    if (!cell || !current) return [];
    const time = chooseStatedTime(own, heading).period;
    const there = stated.filter(({ period }) => isSameTime(time, period));
    if (there.some(({ text }) => isSameValue(text, cell.text, unit))) return [];
    const isEarlier = heading === '目標値' && getSortDay(time) < getSortDay(current.period);
    const isWritten = heading === '現状値' && results.some(({ period }) => period !== '' && isSameTime(time, period));
    if (there.length === 0 && (isEarlier || isWritten)) return [];
    const { text, period, file, line } = there[0] ?? current;
    const [value, before] = [quote(cell.text, time), quote(text, period)];
    const issue = createIssue('other-plan-value', { indicator: id, column: heading, value, file, line, before });
    return [{ row: cell.row, index: cell.index, field: heading, issue }];
  };
  const { baselines, targets } = existing;
  const measured = existing.results.get(createResultKey(id, chooseStatedTime(own, '現状値').period));
  return [
    ...compare('現状値', [...(baselines.get(id) ?? []), ...(measured ? [measured] : [])]),
    ...compare('目標値', targets.get(id) ?? []),
  ];
}
