import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { readQuantity } from '../../notation/quantity.ts';
import { chooseTarget, mapColumns } from './column-mapping.ts';
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
import { findRowMarkers, getMarkerUnit, groupMarkedRows, type RowGroup } from './row-markers.ts';
import { TITLE_LEVEL, getCellText, isNumber } from './sheet-cells.ts';
import type { CellIssue, LevelCell, SheetCell, SheetNote } from './sheet-cells.ts';
import { getHeadingPeriod, type SheetColumn } from './sheet-columns.ts';
import { readSheetHeading, removeFootnotes } from './sheet-heading.ts';

/** One indicator of a sheet, whatever the layout of its rows and columns. */
export interface SheetEntry {
  /** The row of the name. */
  readonly row: InputRow;
  /** All its rows: one, or one for targets and one for results. */
  readonly rows: readonly InputRow[];
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

/** A number with its unit, and words of another year: 前年度速報値118人, not 速報値、10月末. */
const OTHER_NUMBER = /前[年回]|昨年|\d\s*(?![年月日現時末])[\p{L}%％]/u;

/** Returns 速報 or 確報 if a heading or a value says so, but not 前年度速報値118人 beside a value. */
function findCertainty(heading: string, text: string): string {
  const read = /速報|暫定|確[報定]/.test(text) ? readQuantity(text) : null;
  const parts = read?.ok ? read.warnings.map(({ values }) => String(values.part ?? '')) : [];
  const labels =
    heading + parts.reduce((rest, part) => (OTHER_NUMBER.test(part) ? rest.replace(part, '') : rest), text);
  return /速報|暫定/.test(labels) ? '速報' : /確[報定]/.test(labels) ? '確報' : '';
}

/** Reads a cell. The unit of its heading comes before that of its row: 目標（人）. */
function readCell(row: InputRow | null, column: SheetColumn, rowUnit = ''): SheetCell | null {
  const { index, years } = column;
  const text = row === null ? '' : getCellText(row, index);
  if (row === null || text === '') return null;
  const known = { period: getHeadingPeriod(column), unit: column.unit || rowUnit, ...(years && { years }) };
  return { row, index, text, certainty: findCertainty(column.text, text), ...known };
}

/** True for a number without a unit, in the cell or in its heading. */
function isBareNumber({ text, unit }: SheetCell): boolean {
  const read = readQuantity(text);
  return unit === '' && read.ok && read.value.value !== null && read.value.unit === '';
}

/** The time of printing or the number of a page, at the foot of a page: 2024/5/1 10:23, 1/2ページ. */
const STAMP = /^\d{4}\D.*\s\d{1,2}:\d\d(?::\d\d)?$|^\d+\s*[/／]\s*\d+\s*(?:ページ|頁)$/;

/** Reads the indicators of a table, with its targets and results in columns, or in two rows for each indicator. */
export function readBlockEntries(block: SheetBlock) {
  const columns = mapColumns(block);
  const markers = findRowMarkers(block);
  const entries: SheetEntry[] = [];
  const notes: SheetNote[] = [];
  const { own: headings, results: years, interim: further, times, interimTimes } = columns;
  const valueColumns = [headings.get('現状値'), headings.get('目標値'), ...years, ...further].flatMap(
    (one) => one ?? [],
  );
  const index = headings.get('名称')?.index ?? 0;
  const doubt = findDoubtfulHeadings(block, index, markers?.column ?? null);
  const issues: CellIssue[] = doubt ? [doubt] : [];
  /** The name of a plan item above the headings, if there is one. */
  const titles: LevelCell[] = [];
  /** The last name of each level, for the empty cells below it. */
  let lastLevels: LevelCell[] = [];
  /** True below a row that has only the beginning of a name. */
  let isCut = false;
  /** The last name that is not more indented than those before it. */
  let outer = { name: '', indent: Infinity };
  /** The row directly above, if it is an indicator. */
  let aboveRow: InputRow | null = null;

  /** Reports a unit above the headings or among the names if an indicator has a number without one: it is not read. */
  const checkUnitNote = () => {
    const row = block.rows.find((one) => /^[(（[［]?\s*単位\s*[:：]/.test(getCellText(one, index)));
    const unitNote = findUnitNote(block) ?? (row ? { row, index } : null);
    const entry = entries.find(
      ({ own, title, results, interim }) =>
        !own.has('単位') &&
        findBracketedUnit(title) === '' &&
        [own.get('現状値'), own.get('目標値'), ...results, ...interim].some((cell) => cell && isBareNumber(cell)),
    );
    if (!unitNote || !entry) return;
    const note = getCellText(unitNote.row, unitNote.index);
    const values = { note, value: entry.title, unit: findBracketedUnit(`値${note.replace(/単位\s*[:：]?\s*/, '')}`) };
    issues.push({ ...unitNote, field: '単位', issue: createIssue('unit-above-table', values) });
  };

  const getId = (row: InputRow) => getCellText(row, headings.get('指標ID')?.index);

  const hasValues = (row: InputRow) =>
    valueColumns.some(({ index: at }) => getCellText(row, at) !== '' && !STAMP.test(getCellText(row, at)));

  /** Reports a row with a name alone, which may be a part of the name above or below it. */
  const reportName = (row: InputRow, title: string, above: InputRow | null) => {
    const [field, value] = ['名称', getCellText(above ?? row, index)];
    const text = `「${title}」の行には値がないので、使いません。上や下の行の名前の一部なら、1つのセルにまとめてください。`;
    const isAlone = [...headings.values()].every((one) => one.index === index || getCellText(row, one.index) === '');
    if (isCut || !isAlone || isSectionTitle(title)) notes.push({ row, index, text });
    else if (above && (isOpenName(value) || isRestOfName(title)))
      issues.push({ row: above, index, field, issue: createIssue('nameless-row', { value }) });
    else issues.push({ row, index, field, issue: createIssue('name-alone', { value: title }) });
  };

  /** Returns true for the rows of an indicator; others are noted. */
  const isUsed = (row: InputRow, title: string, rows: readonly InputRow[], targets: InputRow | null = null) => {
    const target = headings.get('目標値')?.index;
    const isValued = rows.some(hasValues);
    const hasTarget = targets !== null || rows.some((one) => /\p{Nd}/u.test(getCellText(one, target)));
    const id = getId(row);
    const total = title === '' && isValued ? findTotalWord(row) : undefined;
    // Another column says whose value it is.
    const isSex = (cell: string) => /^(?:男|女)(?:性|子)?$/.test(cell) && !title.includes(cell.charAt(0));
    const part = row.cells.map((cell) => cell.trim()).find(isSex) ?? '';
    // ・大人 is a part of 利用者, unless all names begin with ・.
    const isItem = title.startsWith('・') && entries.some((entry) => !entry.title.startsWith('・'));
    const isPart =
      title === '' ? total === undefined : id === '' && (isPartOfName(title) || part !== '' || isItem || isCut);
    isCut = !isValued && isOpenName(title);
    const above = aboveRow;
    aboveRow = null;
    if (isValued && isPart) {
      const issue = createIssue('nameless-row', { value: title, ...(part !== '' && { part }) });
      issues.push({ row, index, field: '名称', issue });
      return false;
    }
    const unit = getCellText(row, headings.get('単位')?.index);
    const hasNumber = ({ index: at }: SheetColumn) => rows.some((one) => isNumber(getCellText(one, at)));
    const isMeasured = () => unit !== '' || valueColumns.filter(hasNumber).length > 1;
    const text = findReasonToLeaveOut(total ?? title, id, isMeasured, hasTarget);
    const lost = `「${unit}」の行には、名前も値もないので、使いません。上の行の単位なら、その行に書いてください。`;
    const note = text === '' && !isValued && unit !== '' ? lost : text;
    if (note) notes.push({ row, index, text: note });
    if (text !== null) return false;
    if (isValued) aboveRow = row;
    else reportName(row, title, above);
    return isValued;
  };

  /** Keeps the names of plan items for the rows below: merged cells are saved with empty cells below the first. */
  const carryLevels = (row: InputRow) => {
    const next: LevelCell[] = [];
    // An empty cell beside a wider name that is written again has no name.
    let isAbove = true;
    for (const column of columns.levels) {
      const level = column.meaning?.becomes === 'level' ? column.meaning.level : '';
      const cell = readCell(row, column);
      const above = lastLevels.find((one) => one.index === column.index);
      if (cell) {
        isAbove = false;
        next.push({ ...cell, level });
      } else if (above && isAbove) next.push(above);
    }
    lastLevels = next;
  };

  const addEntry = ({ first: row, title, targets, results, others }: RowGroup, rows: readonly InputRow[]) => {
    const firstCell = (column: SheetColumn) => {
      const [cell, ...more] = rows.flatMap((one) => readCell(one, column) ?? []);
      const other = more.find(({ text }) => cell && text !== cell.text);
      if (!cell || !other || column.index === index || column.index === markers?.column) return cell;
      const text = `「${title}」の「${column.text}」は、${cell.row.line}行めの「${cell.text}」を使い、「${other.text}」は使いません。`;
      notes.push({ ...other, text });
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
      notes.push({ row, index, text: `「${name}」の「?」は、保存したときに失われた字とみられます。` });
    if (name !== title) notes.push({ row, index, text });
    const indented = `「${outer.name}」の下の字下げした名前は、それぞれ1つの指標とします。「${outer.name}」の内訳なら、「委員の数（女性）」のように、上の名前も入れて書いてください。`;
    if (outer.name !== title) notes.push({ row, index, text: indented });
    const readYears = (row: InputRow | null) => {
      const rowUnit = row && markers ? getMarkerUnit(markers.read(row).marker) : '';
      return years.flatMap((column) => {
        const cell = readCell(row, column, rowUnit);
        return row && cell ? { ...cell, period: cell.period || getCellText(row, times?.index) } : [];
      });
    };
    const dated = readYears(targets);
    const time = (interimTimes && firstCell(interimTimes)?.text) ?? '';
    const marked = further.flatMap((column) => firstCell(column) ?? []);
    const timed = [...marked.map((cell) => ({ ...cell, period: cell.period || time })), ...dated];
    const { target, earlier, repeated } = chooseTarget(own.get('目標値'), timed, dated);
    if (target) own.set('目標値', target);
    const current = `「${title}」の目標値は「${target?.text ?? ''}」を使い`;
    for (const cell of repeated.filter((one) => one.text !== target?.text))
      notes.push({ ...cell, text: `${current}、同じ時点の「${cell.text}」は使いません。` });
    const id = rows.map(getId).find((one) => one !== '') ?? '';
    const levels = [...titles, ...lastLevels];
    const all = [...rows, ...others.map((other) => other.row)];
    entries.push({ row, rows: all, title: name, id, own, results: readYears(results), interim: earlier, levels });
  };

  const takeGroup = (group: RowGroup) => {
    const { first, title, targets, results, others, unmarked } = group;
    const markerIndex = markers?.column ?? index;
    carryLevels(first);
    const indent = /^[^\S\r\n]*/.exec(first.cells[index] ?? '')?.[0].length ?? 0;
    if (title !== '' && indent <= outer.indent) outer = { name: title, indent };
    for (const { row, marker } of others)
      notes.push({ row, index: markerIndex, text: `「${marker}」の行は、目標でも実績でもないので使いません。` });
    if (unmarked && years.some((one) => getCellText(unmarked, one.index) !== '')) {
      const issue = createIssue('unclear-row-kind', { value: title });
      issues.push({ row: unmarked, index: markerIndex, field: '', issue });
      return;
    }
    const used = [unmarked, targets, results].flatMap((row) => row ?? []).sort((a, b) => a.line - b.line);
    if (used.length > 0 && isUsed(first, title, used, targets)) addEntry(group, used);
  };

  if (block.title) {
    const text = getCellText(block.title.row, block.title.index);
    titles.push({ ...block.title, text, period: '', unit: '', certainty: '', level: TITLE_LEVEL });
    if (readSheetHeading(text)?.becomes === 'result')
      notes.push({ ...block.title, text: `「${text}」は、表の上の注とみて、どの列の時点にもしません。` });
  }
  if (!doubt) {
    const unused = findUnusedColumns(block, columns, markers, hasValues);
    notes.push(...unused.notes);
    issues.push(...unused.issues, ...findBareYears(block, columns));
    const createGroup = (first: InputRow): RowGroup => {
      const title = getCellText(first, index);
      return { first, title, targets: null, results: first, others: [], unmarked: null };
    };
    const plain = { groups: block.rows.map(createGroup), nameless: [] };
    const { groups, nameless } = markers ? groupMarkedRows(block.rows, markers, getId) : plain;
    for (const row of nameless) isUsed(row, '', [row]);
    for (const [at, group] of groups.entries()) {
      const above = groups[at - 1];
      // A name over two rows: the rows of targets alone and of results alone belong together.
      if (markers) isCut = Boolean(above?.targets && !above.results && !group.targets && group.results);
      takeGroup(group);
    }
    checkUnitNote();
  }
  return { columns, markers, entries, notes, issues, isUnclear: doubt !== null };
}
