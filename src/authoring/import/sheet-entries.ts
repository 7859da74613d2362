import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { readQuantity } from '../../notation/quantity.ts';
import { chooseTarget, getHeadingPeriod, mapColumns } from './column-mapping.ts';
import { findRowMarkers, groupMarkedRows, type RowGroup } from './row-markers.ts';
import { findDoubtfulHeadings } from './doubtful-headings.ts';
import {
  findReasonToLeaveOut,
  findBareYears,
  findTotalWord,
  findUnusedColumns,
  isPartOfName,
} from './indicator-rows.ts';
import type { SheetBlock, SheetColumn } from './indicator-sheet.ts';
import { readSheetHeading } from './sheet-heading.ts';
import {
  type CellIssue,
  type LevelCell,
  type SheetCell,
  type SheetNote,
  TITLE_LEVEL,
  getCellText,
} from './sheet-cells.ts';

/** One indicator of a sheet, whatever the layout of its rows and columns. */
export interface SheetEntry {
  /** The row of the name. */
  readonly row: InputRow;
  readonly title: string;
  /** The 指標ID in the sheet; empty if it has none. */
  readonly id: string;
  /** The cells for `indicators.csv`, by heading. */
  readonly own: ReadonlyMap<string, SheetCell>;
  readonly results: readonly SheetCell[];
  /** The targets before the current one. */
  readonly interim: readonly SheetCell[];
  /** The cells with names of plan items, the widest first, with the level as heading. */
  readonly levels: readonly LevelCell[];
}

function readCell(row: InputRow | null, column: SheetColumn): SheetCell | null {
  const text = row === null ? '' : getCellText(row, column.index);
  return row === null || text === ''
    ? null
    : {
        row,
        index: column.index,
        text,
        period: getHeadingPeriod(column),
        unit: column.unit,
        certainty: column.text.includes('速報') ? '速報' : '',
      };
}

/** True for a number without a unit, in the cell or in its heading. */
function isBareNumber({ text, unit }: SheetCell): boolean {
  const read = readQuantity(text);
  return unit === '' && read.ok && read.value.value !== null && read.value.unit === '';
}

/**
 * Reads the indicators of a table, with its targets and results in columns, or in two rows for each indicator. Returns
 * them with what is said about the other rows and columns. If the headings are unclear, no row is read.
 */
export function readBlockEntries(block: SheetBlock) {
  const entries: SheetEntry[] = [];
  /** The rows of each entry: one, or one for targets and one for results. */
  const entryRows: (readonly InputRow[])[] = [];
  const notes: SheetNote[] = [];
  const issues: CellIssue[] = [];
  const columns = mapColumns(block);
  const markers = findRowMarkers(block);
  const { own: headings, results: years, interim: further } = columns;
  const valueColumns = [headings.get('現状値'), headings.get('目標値'), ...years, ...further].flatMap(
    (column) => column ?? [],
  );
  const nameIndex = headings.get('名称')?.index ?? 0;
  const title = block.title ? getCellText(block.title.row, block.title.index) : '';
  /** The name of a plan item above the headings, if there is one. */
  const titleLevels: readonly LevelCell[] = block.title
    ? [{ ...block.title, text: title, period: '', unit: '', certainty: '', level: TITLE_LEVEL }]
    : [];
  /** The last name of each level, for the empty cells below it. */
  let levels: LevelCell[] = [];

  const getId = (row: InputRow) => getCellText(row, headings.get('指標ID')?.index);
  const hasValue = (row: InputRow) => valueColumns.some(({ index }) => getCellText(row, index) !== '');

  /** Reports a unit above the headings or among the names if an indicator has a number without one: it is not read. */
  function checkUnitNote(): void {
    const row = block.rows.find((one) => /^[(（[［]?\s*単位\s*[:：]/.test(getCellText(one, nameIndex)));
    const unitNote = block.unitNote ?? (row ? { row, index: nameIndex } : null);
    const entry = entries.find(
      ({ own, title, results, interim }) =>
        !own.has('単位') &&
        findBracketedUnit(title) === '' &&
        [own.get('現状値'), own.get('目標値'), ...results, ...interim].some((cell) => cell && isBareNumber(cell)),
    );
    if (!unitNote || !entry) return;
    const values = { note: getCellText(unitNote.row, unitNote.index), value: entry.title };
    issues.push({ ...unitNote, field: '単位', issue: createIssue('unit-above-table', values) });
  }

  /**
   * Returns true for the rows of an indicator; others are noted.
   * @param row the row of the name
   */
  function isUsed(row: InputRow, title: string, rows: readonly InputRow[], targets: InputRow | null = null): boolean {
    const target = headings.get('目標値')?.index;
    const hasValues = rows.some(hasValue);
    const hasTarget = targets !== null || rows.some((one) => /\p{Nd}/u.test(getCellText(one, target)));
    const id = getId(row);
    const total = title === '' && hasValues ? findTotalWord(row) : undefined;
    const isPart = title === '' ? total === undefined : id === '' && isPartOfName(title);
    if (hasValues && isPart) {
      issues.push({ row, index: nameIndex, field: '名称', issue: createIssue('nameless-row', { value: title }) });
      return false;
    }
    const text = findReasonToLeaveOut(total ?? title, id, hasValues, hasTarget);
    if (text !== null && text !== '') notes.push({ row, index: nameIndex, text });
    return text === null;
  }

  function takeRow(row: InputRow): void {
    carryLevels(row);
    const title = getCellText(row, nameIndex);
    if (isUsed(row, title, [row])) addEntry(row, title, [row], null, row);
  }

  function takeGroup(group: RowGroup, markerIndex: number): void {
    const { first, title, targets, results, others, unmarked } = group;
    carryLevels(first);
    for (const { row, marker } of others) {
      const text = `「${marker}」の行は、目標でも実績でもないので使いません。`;
      notes.push({ row, index: markerIndex, text });
    }
    if (unmarked && years.some(({ index }) => getCellText(unmarked, index) !== '')) {
      const issue = createIssue('unclear-row-kind', { value: title });
      issues.push({ row: unmarked, index: markerIndex, field: '', issue });
      return;
    }
    const used = [unmarked, targets, results].flatMap((row) => row ?? []).sort((a, b) => a.line - b.line);
    const left = others.map(({ row }) => row);
    if (isUsed(first, title, used, targets)) addEntry(first, title, used, targets, results, left);
  }

  /** Keeps the names of plan items for the rows below: merged cells are saved with empty cells below the first. */
  function carryLevels(row: InputRow): void {
    const next: LevelCell[] = [];
    // An empty cell beside a wider name that is written again has no name.
    let isAbove = true;
    for (const column of columns.levels) {
      const level = column.meaning?.becomes === 'level' ? column.meaning.level : '';
      const cell = readCell(row, column);
      const above = levels.find((one) => one.index === column.index);
      if (cell) {
        isAbove = false;
        next.push({ ...cell, level });
      } else if (above && isAbove) next.push(above);
    }
    levels = next;
  }

  /**
   * @param results the row of the results; its other values are those of `rows`
   * @param left further rows of the indicator, which are left out
   */
  function addEntry(
    row: InputRow,
    title: string,
    rows: readonly InputRow[],
    targets: InputRow | null,
    results: InputRow | null,
    left: readonly InputRow[] = [],
  ): void {
    const firstCell = (column: SheetColumn) => {
      const [cell, ...more] = rows.flatMap((one) => readCell(one, column) ?? []);
      const other = more.find(({ text }) => cell && text !== cell.text);
      if (cell && other && column.index !== nameIndex && column.index !== markers?.column)
        notes.push({
          ...other,
          text: `「${title}」の「${column.text}」は、${cell.row.line}行めの「${cell.text}」を使い、「${other.text}」は使いません。`,
        });
      return cell;
    };
    const own = new Map<string, SheetCell>();
    for (const [heading, column] of headings) {
      const cell = firstCell(column);
      if (cell) own.set(heading, heading === '名称' ? { ...cell, text: title } : cell);
    }
    const dated = years.flatMap((column) => readCell(targets, column) ?? []);
    const interim = [...further.flatMap((column) => firstCell(column) ?? []), ...dated];
    const { target, earlier, repeated } = chooseTarget(own.get('目標値'), interim, dated);
    if (target) own.set('目標値', target);
    for (const cell of repeated.filter(({ text }) => text !== target?.text))
      notes.push({
        ...cell,
        text: `「${title}」の目標値は「${target?.text ?? ''}」を使い、同じ時点の「${cell.text}」は使いません。`,
      });
    entryRows.push([...new Set([...rows, row, ...left])]);
    entries.push({
      row,
      title,
      id: rows.map(getId).find((id) => id !== '') ?? '',
      own,
      results: years.flatMap((column) => readCell(results, column) ?? []),
      interim: earlier,
      levels: [...titleLevels, ...levels],
    });
  }

  if (block.title && readSheetHeading(title)?.becomes === 'result')
    notes.push({ ...block.title, text: `「${title}」は、表の上の注とみて、どの列の時点にもしません。` });
  const doubt = findDoubtfulHeadings(block, nameIndex, markers?.column ?? null);
  if (doubt) issues.push(doubt);
  else {
    const unused = findUnusedColumns(block, columns, markers, hasValue);
    notes.push(...unused.notes);
    issues.push(...unused.issues, ...findBareYears(block, columns));
    if (markers) {
      const { groups, nameless } = groupMarkedRows(block.rows, markers, getId);
      for (const row of nameless) isUsed(row, '', [row]);
      for (const group of groups) takeGroup(group, markers.column ?? nameIndex);
    } else block.rows.forEach(takeRow);
    checkUnitNote();
  }
  return { columns, markers, entries, rows: entryRows, notes, issues, isUnclear: doubt !== null };
}
