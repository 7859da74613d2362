import { greatest, max } from 'd3';
import type { InputRow } from '../../input/input-rows.ts';
import { isKnownUnit } from '../../notation/number-and-unit.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { chooseTarget, mapColumns, type ColumnMapping } from './column-mapping.ts';
import * as indicatorRows from './indicator-rows.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { isUnrevised } from './plan-values.ts';
import { chooseCellTime, chooseStatedTime } from './proposed-cells.ts';
import { findRowMarkers, getMarkerUnit, type RowGroup, type RowMarkers } from './row-markers.ts';
import { getCellText, isNumber } from './sheet-cells.ts';
import type { LevelCell, SheetCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { getColumnDay, isTargetColumn, isTimeColumn, isTimed, isValueColumn } from './sheet-columns.ts';
import { readCell, type SheetColumn } from './sheet-columns.ts';
import { removeFootnotes } from './sheet-heading.ts';
import { getSortDay, hasDays } from './sheet-times.ts';
import { type CellNote, createDoubtFinder } from './table-footnotes.ts';

/** What to do if the time of 中間目標 is after that of 目標値. */
const LATE_TARGET =
  '中間の目標の時点が、目標値の時点より後です。最終の目標なら、見出しを「令和5年度目標」のように直してください。';

/** The columns of a table with values, the one with its names, and what marks its rows. */
export interface TableLayout {
  readonly block: SheetBlock;
  readonly columns: ColumnMapping;
  readonly markers: RowMarkers | null;
  readonly index: number;
  readonly valueColumns: readonly SheetColumn[];
  /** The footnotes of the cells of rows, by their lines. */
  readonly notes: ReadonlyMap<number, readonly CellNote[]>;
  readonly findDoubt: ReturnType<typeof createDoubtFinder>;
}

/** Finds the columns of a table with values, and what marks its rows. */
export function createLayout(block: SheetBlock, notes: TableLayout['notes']): TableLayout {
  const columns = mapColumns(block);
  const { own, results, interim } = columns;
  const valueColumns = [own.get('現状値'), own.get('目標値'), ...results, ...interim].flatMap((one) => one ?? []);
  const [markers, findDoubt] = [findRowMarkers(block), createDoubtFinder(block, notes)];
  return { block, columns, markers, index: own.get('名称')?.index ?? 0, valueColumns, notes, findDoubt };
}

/** Returns the 指標ID in a row; empty if it has none. */
export const getId = ({ own }: ColumnMapping, row: InputRow) => getCellText(row, own.get('指標ID')?.index);

/** Returns the results or the targets of years in a row. Its unit can differ from `unit`, that of the indicator. */
function readYears({ columns, markers, notes }: TableLayout, row: InputRow | null, unit = ''): SheetCell[] {
  if (row === null) return [];
  const own = getCellText(row, columns.own.get('単位')?.index);
  const rowUnit = getMarkerUnit(markers?.read(row).marker ?? '') || (own !== unit && isKnownUnit(own) ? own : '');
  return columns.results.flatMap((column) => {
    const cell = readCell(row, column, rowUnit);
    if (!cell) return [];
    const note = notes.get(row.line)?.find(({ index }) => index === column.index)?.note ?? '';
    return { ...cell, note, period: cell.period || getCellText(row, columns.own.get('実績の時点')?.index) };
  });
}

/** Gives a target without a time that of the revised or of the interim target. */
function addTime(cell: SheetCell, own: SheetEntry['own']): SheetCell {
  const revised = own.get('目標値の時点')?.text ?? own.get('目標値')?.period ?? '';
  const interim = own.get('中間目標の時点')?.text ?? '';
  return { ...cell, period: cell.period || (cell.isRevised ? revised : interim) };
}

/** An indicator whose cells are chosen one after the other, and the notices on those it leaves out. */
interface EntryDraft {
  readonly layout: TableLayout;
  readonly group: RowGroup;
  readonly rows: readonly InputRow[];
  readonly name: string;
  readonly own: Map<string, SheetCell>;
  readonly notices: SheetNotice[];
  /** The results below 目標値（令和7年度）. */
  readonly late: SheetCell[];
}

/**
 * Chooses the first cell of a column. Another one is a result, or a notice says that it is not used. The name and the
 * unit, but no value, may be in a row of other figures: 量の見込み above 実績.
 */
function chooseFirstCell({ layout, group, rows, notices, late }: EntryDraft, column: SheetColumn) {
  const isTarget = isTargetColumn(column);
  const own = isValueColumn(column) || isTimeColumn(column) ? rows : new Set([group.first, ...rows]);
  const sorted = isTarget && group.targets ? [group.targets, ...rows] : [...own];
  const [cell, ...more] = sorted.flatMap((one) => readCell(one, column) ?? []);
  const other = more.find(({ text }) => cell && text !== cell.text);
  if (!cell || !other || column.index === layout.index || column.index === layout.markers?.column) return cell;
  // A result below 目標値（令和7年度） is of that year.
  const isOfYear = isTarget && isTimed(column) && other.row === group.results && isNumber(other.text);
  const isResult = isOfYear && !layout.columns.results.some((one) => getColumnDay(one) === getColumnDay(column));
  if (isResult) late.push(other);
  const use = isResult ? `${other.period}の実績とします` : '使いません';
  const text = `「${group.title}」の「${column.text}」は、${cell.row.line}行めの「${cell.text}」を使い、「${other.text}」は${use}。`;
  notices.push({ ...other, text });
  return cell;
}

/** Chooses the cells for `indicators.csv`. */
function chooseOwnCells(draft: EntryDraft): void {
  const { layout, group, name, own, notices } = draft;
  for (const [heading, column] of layout.columns.own) {
    const cell = chooseFirstCell(draft, column);
    const bare = heading === '単位' ? removeFootnotes(cell?.text ?? '') : cell?.text;
    if (cell) own.set(heading, { ...cell, text: heading === '名称' ? name : (bare ?? '') });
    // 単位（千円） has the unit of rows without one, unless their name has one.
    if (cell || heading !== '単位' || column.unit === '' || findBracketedUnit(name) !== '') continue;
    const unit = { row: group.first, index: column.index, text: column.unit };
    own.set(heading, { ...unit, period: '', unit: '', certainty: '' });
    notices.push({ ...unit, text: `見出しの中の「${column.unit}」を、単位とします。` });
  }
}

/** Adds the footnotes of rows to the note of their indicator. */
function addFootnotes({ layout, rows, own }: EntryDraft): void {
  const note = own.get('注記') ?? own.get('名称');
  const footnotes = rows.flatMap(({ line }) => layout.notes.get(line)?.map((one) => one.note) ?? []);
  const said = [own.get('注記')?.text ?? [], footnotes].flat();
  if (note && said.length > 0) own.set('注記', { ...note, text: [...new Set(said)].join(' ') });
}

/** Chooses the current target, and returns the others: those before it, and revised ones. */
function chooseTargets(draft: EntryDraft): SheetCell[] {
  const { layout, group, own, notices } = draft;
  const dated = readYears(layout, group.targets, own.get('単位')?.text);
  const marked = layout.columns.interim.flatMap((column) => {
    const cell = chooseFirstCell(draft, column);
    if (!cell || !isUnrevised(cell, own)) return cell ?? [];
    notices.push({ ...cell, text: `「${cell.text}」は、目標が変わらないとみて、targets.csv に書きません。` });
    return [];
  });
  const timed = [...marked.map((cell) => addTime(cell, own)), ...dated];
  const { target, earlier, repeated } = chooseTarget(own.get('目標値'), timed, dated);
  if (target) own.set('目標値', target);
  const current = `「${group.title}」の目標値は「${target?.text ?? ''}」を使い`;
  for (const cell of repeated.filter((one) => one.text !== target?.text))
    notices.push({ ...cell, text: `${current}、同じ時点の「${cell.text}」は使いません。` });
  const getTime = (cell: SheetCell) => chooseCellTime(cell, 'target').period;
  const revised = earlier.filter((one) => one.isRevised).map((one) => getSortDay(getTime(one)));
  const end = max([getSortDay(chooseStatedTime(own, '目標値').period), ...revised]) ?? '';
  const late = earlier.filter((one) => hasDays(getTime(one)) && end < getSortDay(getTime(one)));
  notices.push(...late.map((cell) => ({ ...cell, text: LATE_TARGET, title: group.title })));
  return earlier;
}

/**
 * Returns the indicator of some rows, and notices on what it leaves out.
 * @param outer the last name that is not more indented than those before it
 */
export function createEntry(
  layout: TableLayout,
  group: RowGroup,
  rows: readonly InputRow[],
  levels: readonly LevelCell[],
  outer: string,
): { readonly entry: SheetEntry; readonly notices: readonly SheetNotice[] } {
  const { first: row, title, results, others } = group;
  const name = removeFootnotes(title);
  const draft: EntryDraft = { layout, group, rows, name, own: new Map(), notices: [], late: [] };
  const { own, notices } = draft;
  chooseOwnCells(draft);
  addFootnotes(draft);
  const unit = own.get('単位')?.text;
  const doubts = indicatorRows.describeName(title, name, outer, unit);
  notices.push(...doubts.map((text) => ({ row, index: layout.index, text })));
  const interim = chooseTargets(draft);
  const printed = [...readYears(layout, results, unit), ...draft.late];
  const latest = greatest(printed, (cell) => (isNumber(cell.text) ? getSortDay(cell.period) : undefined));
  return {
    entry: {
      row,
      rows: [...rows, ...others.map((other) => other.row)],
      title: name,
      id: [row, ...rows].map((one) => getId(layout.columns, one)).find((id) => id !== '') ?? '',
      own,
      results: printed.map((cell) => ({ ...cell, doubt: layout.findDoubt(cell, rows, cell === latest) })),
      interim,
      levels,
    },
    notices,
  };
}
