import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { readQuantity } from '../../notation/quantity.ts';
import { chooseTarget, mapColumns, type ColumnMapping } from './column-mapping.ts';
import { findRowMarkers, getMarkerUnit, groupMarkedRows, type RowGroup, type RowMarkers } from './row-markers.ts';
import { findDoubtfulHeadings } from './doubtful-headings.ts';
import {
  findReasonToLeaveOut,
  findBareYears,
  findTotalWord,
  findUnusedColumns,
  isOpenName,
  isPartOfName,
  isRestOfName,
  isSectionTitle,
} from './indicator-rows.ts';
import { findUnitNote, type SheetBlock } from './indicator-sheet.ts';
import { getHeadingPeriod, type SheetColumn } from './sheet-columns.ts';
import { readSheetHeading, removeFootnotes } from './sheet-heading.ts';
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

/** Reads a cell. The unit of its heading comes before that of its row: 目標（人）. */
function readCell(row: InputRow | null, column: SheetColumn, rowUnit = ''): SheetCell | null {
  const text = row === null ? '' : getCellText(row, column.index);
  if (row === null || text === '') return null;
  const certainty = column.text.includes('速報') ? '速報' : '';
  return { row, index: column.index, text, period: getHeadingPeriod(column), unit: column.unit || rowUnit, certainty };
}

/** True for a number without a unit, in the cell or in its heading. */
function isBareNumber({ text, unit }: SheetCell): boolean {
  const read = readQuantity(text);
  return unit === '' && read.ok && read.value.value !== null && read.value.unit === '';
}

/** The indicators of a table, and what is said about its other rows and columns. */
class BlockEntries {
  readonly columns: ColumnMapping;
  readonly markers: RowMarkers | null;
  readonly entries: SheetEntry[] = [];
  /** The rows of each entry: one, or one for targets and one for results. */
  readonly rows: (readonly InputRow[])[] = [];
  readonly notes: SheetNote[] = [];
  readonly issues: CellIssue[] = [];
  /** True if the headings are unclear, so that no row is read. */
  readonly isUnclear: boolean;
  readonly #block: SheetBlock;
  /** The columns with values. */
  readonly #values: readonly SheetColumn[];
  readonly #name: number;
  /** The last name of each level, for the empty cells below it. */
  #levels: LevelCell[] = [];
  /** True below a row that has only the beginning of a name. */
  #isCut = false;
  /** The row directly above, if it is an indicator. */
  #above: InputRow | null = null;
  /** The name of a plan item above the headings, if there is one. */
  readonly #title: readonly LevelCell[];

  constructor(block: SheetBlock) {
    this.#block = block;
    const text = block.title ? getCellText(block.title.row, block.title.index) : '';
    this.#title = block.title
      ? [{ ...block.title, text, period: '', unit: '', certainty: '', level: TITLE_LEVEL }]
      : [];
    if (block.title && readSheetHeading(text)?.becomes === 'result')
      this.notes.push({ ...block.title, text: `「${text}」は、表の上の注とみて、どの列の時点にもしません。` });
    this.columns = mapColumns(block);
    this.markers = findRowMarkers(block);
    const { own, results, interim } = this.columns;
    this.#values = [own.get('現状値'), own.get('目標値'), ...results, ...interim].flatMap((column) => column ?? []);
    this.#name = own.get('名称')?.index ?? 0;
    const doubt = findDoubtfulHeadings(block, this.#name, this.markers?.column ?? null);
    this.isUnclear = doubt !== null;
    if (doubt) {
      this.issues.push(doubt);
      return;
    }
    const unused = findUnusedColumns(block, this.columns, this.markers, (row) => this.#hasValues(row));
    this.notes.push(...unused.notes);
    this.issues.push(...unused.issues, ...findBareYears(block, this.columns));
    if (this.markers) this.#takeGroups(this.markers);
    else
      for (const row of block.rows) {
        const title = getCellText(row, this.#name);
        this.#takeGroup({ first: row, title, targets: null, results: row, others: [], unmarked: null }, this.#name);
      }
    this.#checkUnitNote();
  }

  /** Reports a unit above the headings or among the names if an indicator has a number without one: it is not read. */
  #checkUnitNote(): void {
    const index = this.#name;
    const row = this.#block.rows.find((one) => /^[(（[［]?\s*単位\s*[:：]/.test(getCellText(one, index)));
    const unitNote = findUnitNote(this.#block) ?? (row ? { row, index } : null);
    const entry = this.entries.find(
      ({ own, title, results, interim }) =>
        !own.has('単位') &&
        findBracketedUnit(title) === '' &&
        [own.get('現状値'), own.get('目標値'), ...results, ...interim].some((cell) => cell && isBareNumber(cell)),
    );
    if (!unitNote || !entry) return;
    const values = { note: getCellText(unitNote.row, unitNote.index), value: entry.title };
    this.issues.push({ ...unitNote, field: '単位', issue: createIssue('unit-above-table', values) });
  }

  #id(row: InputRow): string {
    return getCellText(row, this.columns.own.get('指標ID')?.index);
  }

  #hasValues(row: InputRow): boolean {
    return this.#values.some(({ index }) => getCellText(row, index) !== '');
  }

  /** Returns true for the rows of an indicator; others are noted. */
  #isUsed(row: InputRow, title: string, rows: readonly InputRow[], targets: InputRow | null = null): boolean {
    const target = this.columns.own.get('目標値')?.index;
    const hasValues = rows.some((one) => this.#hasValues(one));
    const hasTarget = targets !== null || rows.some((one) => /\p{Nd}/u.test(getCellText(one, target)));
    const id = this.#id(row);
    const total = title === '' && hasValues ? findTotalWord(row) : undefined;
    // Another column says whose value it is.
    const isSex = (cell: string) => /^(?:男|女)(?:性|子)?$/.test(cell) && !title.includes(cell.charAt(0));
    const part = row.cells.map((cell) => cell.trim()).find(isSex) ?? '';
    // ・大人 is a part of 利用者, unless all names begin with ・.
    const isItem = title.startsWith('・') && this.entries.some((entry) => !entry.title.startsWith('・'));
    const isPart =
      title === '' ? total === undefined : id === '' && (isPartOfName(title) || part !== '' || isItem || this.#isCut);
    this.#isCut = !hasValues && isOpenName(title);
    const above = this.#above;
    this.#above = null;
    if (hasValues && isPart) {
      const issue = createIssue('nameless-row', { value: title, ...(part !== '' && { part }) });
      this.issues.push({ row, index: this.#name, field: '名称', issue });
      return false;
    }
    const text = findReasonToLeaveOut(total ?? title, id, hasTarget);
    const unit = text === '' && !hasValues ? getCellText(row, this.columns.own.get('単位')?.index) : '';
    const lost = `「${unit}」の行には、名前も値もないので、使いません。上の行の単位なら、その行に書いてください。`;
    const note = unit === '' ? text : lost;
    if (note) this.notes.push({ row, index: this.#name, text: note });
    if (text !== null) return false;
    if (hasValues) this.#above = row;
    else this.#reportName(row, title, above);
    return hasValues;
  }

  /** Reports a row with a name alone, which may be a part of the name above or below it. */
  #reportName(row: InputRow, title: string, above: InputRow | null): void {
    const [index, field, value] = [this.#name, '名称', getCellText(above ?? row, this.#name)];
    const text = `「${title}」の行には値がないので、使いません。上や下の行の名前の一部なら、1つのセルにまとめてください。`;
    const isAlone = [...this.columns.own.values()].every(
      (one) => one.index === index || getCellText(row, one.index) === '',
    );
    if (this.#isCut || !isAlone || isSectionTitle(title)) this.notes.push({ row, index, text });
    else if (above && (isOpenName(value) || isRestOfName(title)))
      this.issues.push({ row: above, index, field, issue: createIssue('nameless-row', { value }) });
    else this.issues.push({ row, index, field, issue: createIssue('name-alone', { value: title }) });
  }

  #takeGroups(markers: RowMarkers): void {
    const { groups, nameless } = groupMarkedRows(this.#block.rows, markers, (row) => this.#id(row));
    for (const row of nameless) this.#isUsed(row, '', [row]);
    for (const [at, group] of groups.entries()) {
      const above = groups[at - 1];
      // A name over two rows: the rows of targets alone and of results alone belong together.
      this.#isCut = Boolean(above?.targets && !above.results && !group.targets && group.results);
      this.#takeGroup(group, markers.column ?? this.#name);
    }
  }

  #takeGroup(group: RowGroup, markerIndex: number): void {
    const { first, title, targets, results, others, unmarked } = group;
    this.#carryLevels(first);
    for (const { row, marker } of others) {
      const text = `「${marker}」の行は、目標でも実績でもないので使いません。`;
      this.notes.push({ row, index: markerIndex, text });
    }
    const years = this.columns.results;
    if (unmarked && years.some(({ index }) => getCellText(unmarked, index) !== '')) {
      const issue = createIssue('unclear-row-kind', { value: title });
      this.issues.push({ row: unmarked, index: markerIndex, field: '', issue });
      return;
    }
    const used = [unmarked, targets, results].flatMap((row) => row ?? []).sort((a, b) => a.line - b.line);
    if (used.length > 0 && this.#isUsed(first, title, used, targets)) this.#addEntry(group, used);
  }

  /** Keeps the names of plan items for the rows below: merged cells are saved with empty cells below the first. */
  #carryLevels(row: InputRow): void {
    const next: LevelCell[] = [];
    // An empty cell beside a wider name that is written again has no name.
    let isAbove = true;
    for (const column of this.columns.levels) {
      const level = column.meaning?.becomes === 'level' ? column.meaning.level : '';
      const cell = readCell(row, column);
      const above = this.#levels.find((one) => one.index === column.index);
      if (cell) {
        isAbove = false;
        next.push({ ...cell, level });
      } else if (above && isAbove) next.push(above);
    }
    this.#levels = next;
  }

  #addEntry({ first: row, title, targets, results, others }: RowGroup, rows: readonly InputRow[]): void {
    const { own: headings, results: years, interim: further, times } = this.columns;
    const firstCell = (column: SheetColumn) => {
      const [cell, ...more] = rows.flatMap((one) => readCell(one, column) ?? []);
      const other = more.find(({ text }) => cell && text !== cell.text);
      if (cell && other && column.index !== this.#name && column.index !== this.markers?.column)
        this.notes.push({
          ...other,
          text: `「${title}」の「${column.text}」は、${cell.row.line}行めの「${cell.text}」を使い、「${other.text}」は使いません。`,
        });
      return cell;
    };
    const own = new Map<string, SheetCell>();
    const name = removeFootnotes(title);
    for (const [heading, column] of headings) {
      const cell = firstCell(column);
      if (cell) own.set(heading, heading === '名称' ? { ...cell, text: name } : cell);
    }
    const text = `「${title.slice(name.length).trim()}」は注の番号とみて、名前に入れません。`;
    // Excel saves ₂ and other letters that CP932 lacks as ?.
    if (/\?(?=.)/.test(name))
      this.notes.push({ row, index: this.#name, text: `「${name}」の「?」は、保存したときに失われた字とみられます。` });
    if (name !== title) this.notes.push({ row, index: this.#name, text });
    const readYears = (row: InputRow | null) => {
      const rowUnit = row && this.markers ? getMarkerUnit(this.markers.read(row).marker) : '';
      return years.flatMap((column) => {
        const cell = readCell(row, column, rowUnit);
        return row && cell ? { ...cell, period: cell.period || getCellText(row, times?.index) } : [];
      });
    };
    const dated = readYears(targets);
    const interim = [...further.flatMap((column) => firstCell(column) ?? []), ...dated];
    const { target, earlier, repeated } = chooseTarget(own.get('目標値'), interim, dated);
    if (target) own.set('目標値', target);
    for (const cell of repeated.filter(({ text }) => text !== target?.text))
      this.notes.push({
        ...cell,
        text: `「${title}」の目標値は「${target?.text ?? ''}」を使い、同じ時点の「${cell.text}」は使いません。`,
      });
    this.rows.push([...new Set([...rows, row, ...others.map((other) => other.row)])]);
    this.entries.push({
      row,
      title: name,
      id: rows.map((one) => this.#id(one)).find((id) => id !== '') ?? '',
      own,
      results: readYears(results),
      interim: earlier,
      levels: [...this.#title, ...this.#levels],
    });
  }
}

/** Reads the indicators of a table, with its targets and results in columns, or in two rows for each indicator. */
export const readBlockEntries = (block: SheetBlock): BlockEntries => new BlockEntries(block);
