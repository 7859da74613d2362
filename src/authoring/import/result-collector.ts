import { createIssue } from '../../diagnostics/diagnostic.ts';
import { type ParsedQuantity, readQuantity } from '../../notation/quantity.ts';
import { convertUnit } from '../../notation/number-and-unit.ts';
import { createResultKey, type ExistingResult } from './match-indicators.ts';
import { chooseCellTime } from './proposed-cells.ts';
import type { CellIssue, DraftRow, SheetCell, SheetNote } from './sheet-cells.ts';

/** The maximum difference, as a share, of two equal numbers: converting units rounds them. */
const ROUNDING = 1e-9;

/** A number with its unit; both may be unknown. */
type Amount = Pick<ParsedQuantity, 'value' | 'unit'>;

/**
 * True for two equal numbers, in any units.
 * @param unit the unit of numbers without one
 */
export function isSameAmount(one: Amount, other: Amount, unit: string): boolean {
  if (one.value === null || other.value === null) return false;
  const value = convertUnit(other.value, other.unit || unit, one.unit || unit);
  return value !== null && Math.abs(value - one.value) <= Math.abs(one.value) * ROUNDING;
}

/**
 * True for two texts with the same quantity, whatever other text they contain: 10.2% and 10.2%（令和2年度）, 12千人 and
 * 12,000人.
 */
export function isSameNumber(first: string, second: string, unit = ''): boolean {
  const [one, other] = [readQuantity(first), readQuantity(second)];
  return one.ok && other.ok && isSameAmount(one.value, other.value, unit);
}

/**
 * Collects the results of a sheet that the plan does not have yet, one for each indicator and time.
 * @param existing the plan's results, by `createResultKey`
 */
export function createResultCollector(
  existing: ReadonlyMap<string, ExistingResult>,
  notes: SheetNote[],
  issues: CellIssue[],
) {
  const rows: DraftRow[] = [];
  const seen = new Map<string, { readonly line: number; readonly value: string }>();
  /**
   * Adds the result of a cell.
   * @param source the 出典ID of the result; empty for that of the indicator
   * @param unit the unit of the indicator, if it exists already
   */
  const add = (cell: SheetCell, id: string, source: string, unit: string): void => {
    const { text: value, row, index, certainty } = cell;
    const { period, note } = chooseCellTime(cell, 'value', cell.period);
    if (note) notes.push(note);
    const key = createResultKey(id, period);
    const there = existing.get(key);
    if (there !== undefined) {
      const { text: before, period: written, file, line } = there;
      if (before === value || isSameNumber(before, value, unit))
        notes.push({ row, index, text: `${period}の実績はすでにあるので、書きません。` });
      else {
        const values = { indicator: id, period, value, file, line, before };
        const issue = createIssue('other-result', written === period ? values : { ...values, written });
        issues.push({ row, index, field: '値', issue });
      }
      return;
    }
    const before = seen.get(key);
    // The last survey is often printed again below later years.
    if (before && isSameNumber(before.value, value)) {
      const text = `${period}の実績「${value}」は、${before.line}行めの「${before.value}」と同じなので、書きません。`;
      notes.push({ row, index, text });
      return;
    }
    if (before) {
      const values = { line: before.line, before: before.value, value };
      issues.push({ row, index, field: '値', issue: createIssue('repeated-observation', values) });
      return;
    }
    seen.set(key, { line: row.line, value });
    const cells = { 指標ID: id, 時点: period, 値: value, ...(certainty !== '' && { 確度: certainty }), 出典ID: source };
    rows.push({ cells, row, origins: { 値: cell, 時点: cell } });
  };
  return { rows, add };
}
