import { createIssue } from '../../diagnostics/diagnostic.ts';
import { readQuantity } from '../../notation/quantity.ts';
import { createResultKey } from './match-indicators.ts';
import { chooseCellTime } from './proposed-cells.ts';
import type { CellIssue, DraftRow, SheetCell, SheetNote } from './sheet-cells.ts';

/** True for two texts with the same number and unit, whatever other text they contain: 10.2% and 10.2%（令和2年度）. */
function isSameNumber(first: string, second: string): boolean {
  const [one, other] = [readQuantity(first), readQuantity(second)];
  if (!one.ok || !other.ok || one.value.value === null) return false;
  return one.value.value === other.value.value && one.value.unit === other.value.unit;
}

/** Collects the results of a sheet that the plan does not have yet, one for each indicator and time. */
export class ResultCollector {
  readonly rows: DraftRow[] = [];
  readonly #existing: ReadonlyMap<string, string>;
  readonly #seen = new Map<string, { readonly line: number; readonly value: string }>();
  readonly #notes: SheetNote[];
  readonly #issues: CellIssue[];

  /** @param existing the texts of the plan's results, by `createResultKey` */
  constructor(existing: ReadonlyMap<string, string>, notes: SheetNote[], issues: CellIssue[]) {
    this.#existing = existing;
    this.#notes = notes;
    this.#issues = issues;
  }

  /**
   * Adds the result of a cell.
   * @param source the 出典ID of the result; empty for that of the indicator
   */
  add(cell: SheetCell, id: string, source: string): void {
    const { text: value, row, index } = cell;
    const { period, note } = chooseCellTime(cell, 'value', cell.period);
    if (note) this.#notes.push(note);
    const key = createResultKey(id, period);
    const there = this.#existing.get(key);
    if (there !== undefined) {
      const other = there === value ? '' : `（「${there}」。表では「${value}」）`;
      this.#notes.push({ row, index, text: `「${id}」の${period}の実績はすでにある${other}ので、書きません。` });
      return;
    }
    const before = this.#seen.get(key);
    // The last survey is often printed again below later years.
    if (before && isSameNumber(before.value, value)) {
      const text = `${period}の実績「${value}」は、${before.line}行めの「${before.value}」と同じなので、書きません。`;
      this.#notes.push({ row, index, text });
      return;
    }
    if (before) {
      const values = { line: before.line, before: before.value, value };
      this.#issues.push({ row, index, field: '値', issue: createIssue('repeated-observation', values) });
      return;
    }
    this.#seen.set(key, { line: row.line, value });
    const cells = { 指標ID: id, 時点: period, 値: value, 出典ID: source };
    this.rows.push({ cells, row, origins: { 値: cell, 時点: cell } });
  }
}
