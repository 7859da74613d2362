import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { memoizeByObject } from '../../model/collections.ts';
import { foldText } from '../../model/japanese-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { describeUnsureGroups, findDoubtfulHeadings, findUnitIssue } from './doubtful-headings.ts';
import { createEntry, createLayout, getId, type TableLayout } from './entry-cells.ts';
import * as indicatorRows from './indicator-rows.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { findSection } from './item-names.ts';
import type { FoundInCell } from './plan-values.ts';
import { groupMarkedRows, type RowGroup } from './row-markers.ts';
import { findFootnote, getCellText, isNumber } from './sheet-cells.ts';
import type { CellIssue, LevelCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { readLevels, type SheetColumn } from './sheet-columns.ts';
import { isHeadingWord, readSheetHeading } from './sheet-heading.ts';
import { readFootnote, resolveMarks } from './table-footnotes.ts';

/** The time of printing or the number of a page, at the foot of a page: 2024/5/1 10:23, 1/2ページ. */
const STAMP = /^\d{4}\D.*\s\d{1,2}:\d\d(?::\d\d)?$|^\d+\s*[/／]\s*\d+\s*(?:ページ|頁)$/;

const hasValues = ({ valueColumns }: TableLayout, row: InputRow) =>
  valueColumns.some(({ index }) => getCellText(row, index) !== '' && !STAMP.test(getCellText(row, index)));

interface RowsAbove {
  /** True below a row that has only the beginning of a name. */
  readonly isCut: boolean;
  /** The row directly above, if it is an indicator. */
  readonly indicator: InputRow | null;
}

/** Returns why a row with a name alone is not used: the name may be a part of the one above or below it. */
function explainUnusedName(
  { columns, index }: TableLayout,
  row: InputRow,
  title: string,
  above: RowsAbove,
): SheetNotice | CellIssue {
  const [field, value] = ['名称', getCellText(above.indicator ?? row, index)];
  const text = readFootnote(row)
    ? `「${title}」は、注の行とみて、指標にしません。`
    : `「${title}」の行には値がないので、使いません。上や下の行の名前の一部なら、1つのセルにまとめてください。`;
  const isAlone = [...columns.own.values()].every((one) => one.index === index || getCellText(row, one.index) === '');
  if (indicatorRows.isOpenName(title) || !isAlone || indicatorRows.isSectionTitle(title))
    return { row, index, text, ...(isAlone && { name: title }) };
  if (above.indicator && (indicatorRows.isOpenName(value) || indicatorRows.isRestOfName(title)))
    return { row: above.indicator, index, field, issue: createIssue('nameless-row', { value }) };
  return { row, index, field, issue: createIssue('name-alone', { value: title }) };
}

/** Returns the cell that says whose value a row has, 男性, if the name does not; empty if there is none. */
function findSex({ cells }: InputRow, title: string): string {
  const isSex = (cell: string) =>
    /^(?:男|女)(?:性|子)?(?:[(（].*[)）])?$/.test(cell) && !title.includes(cell.charAt(0));
  return cells.map((cell) => cell.trim()).find(isSex) ?? '';
}

/** True for rows with a target that an indicator can have: 100 is what every 達成率 and 前年比 aims at. */
function haveUsableTarget({ own }: ColumnMapping, title: string, rows: readonly InputRow[]): boolean {
  const baseline = own.get('現状値')?.index;
  // Only a measured 進捗率 may aim at 100 as an indicator.
  const aimsAtWhole = /達成|比/.test(title) || !rows.some((one) => isNumber(getCellText(one, baseline)));
  const isTarget = (text: string) => /\p{Nd}/u.test(text) && !(aimsAtWhole && /^100(?:\.0+)?%?$/.test(foldText(text)));
  return rows.some((one) => isTarget(getCellText(one, own.get('目標値')?.index)));
}

/** Returns whether rows are an indicator, the reason if they are none, and what they say about the row below. */
function judgeRows(
  layout: TableLayout,
  { first: row, title, targets }: Pick<RowGroup, 'first' | 'title' | 'targets'>,
  rows: readonly InputRow[],
  above: RowsAbove,
  entries: readonly SheetEntry[],
) {
  const { columns, index, valueColumns } = layout;
  const isValued = rows.some((one) => hasValues(layout, one));
  const id = getId(columns, row);
  const total = title !== '' ? undefined : isValued ? indicatorRows.findTotalWord(row) : findFootnote(row)?.all;
  const sex = findSex(row, title);
  // ・大人 is a part of 利用者, unless all names begin with ・.
  const isItem = title.startsWith('・') && entries.some((entry) => !entry.title.startsWith('・'));
  const isPart =
    title === ''
      ? total === undefined
      : id === '' && (indicatorRows.isPartOfName(title) || sex !== '' || isItem || above.isCut);
  const below: RowsAbove = { isCut: !isValued && indicatorRows.isOpenName(title), indicator: null };
  if (isValued && isPart) {
    const issue = createIssue('nameless-row', { value: title, ...(sex !== '' && { part: sex }) });
    return { isUsed: false, below, reason: { row, index, field: '名称', issue } };
  }
  const unit = getCellText(row, columns.own.get('単位')?.index);
  const hasNumber = ({ index: at }: SheetColumn) => rows.some((one) => isNumber(getCellText(one, at)));
  const isMeasured = () => isValued && (unit !== '' || valueColumns.filter(hasNumber).length > 1);
  const hasTarget = targets !== null || haveUsableTarget(columns, title, rows);
  const reason = indicatorRows.findReasonToLeaveOut(total ?? title, id, isMeasured, hasTarget);
  if (reason !== null) {
    const lost = `「${unit}」の行には、名前も値もないので、使いません。上の行の単位なら、その行に書いてください。`;
    const text = reason === '' && !isValued && unit !== '' ? lost : reason;
    return { isUsed: false, below, reason: text === '' ? null : { row, index, text, leavesOut: true } };
  }
  if (!isValued) return { isUsed: false, below, reason: explainUnusedName(layout, row, title, above) };
  return { isUsed: true, below: { ...below, indicator: row }, reason: null };
}

/** Returns the rows of a table by their names, and rows with values that belong to no name. */
function groupRows({ block, columns, markers, index }: TableLayout) {
  if (markers) return groupMarkedRows(block.rows, markers, (row) => getId(columns, row));
  const groups = block.rows.map((first): RowGroup => {
    return { first, title: getCellText(first, index), targets: null, results: first, others: [], unmarked: null };
  });
  return { groups, nameless: [] };
}

/** Lists the rows that are probably titles of those below them: a name of anything but an indicator, alone in its row. */
function listSections({ block, columns, markers, index }: TableLayout): LevelCell[] {
  const used = new Set([...columns.levels, ...columns.own.values()].map((column) => column.index));
  const isSection = (text: string, row: InputRow) =>
    /\p{L}/u.test(text) &&
    !isHeadingWord(text) &&
    !indicatorRows.isOpenName(text) &&
    !indicatorRows.isPartOfName(text) &&
    (markers?.read(row).kind ?? null) === null &&
    indicatorRows.findReasonToLeaveOut(text, '', () => false, false) === null;
  return block.rows.flatMap((row) => {
    const section = findSection(row);
    if (!section || section.index > index || (section.index < index && used.has(section.index))) return [];
    return isSection(section.text, row) ? section : [];
  });
}

/** Returns a function that finds the titles above a line: those directly below each other, also below the headings. */
function createTitleFinder(layout: TableLayout, entries: readonly SheetEntry[]) {
  const sections = listSections(layout);
  let titles: readonly LevelCell[] = layout.block.titles;
  let entriesAbove = 0;
  return (line: number) => {
    for (let [section] = sections; section && section.row.line < line; [section] = sections) {
      titles = entries.length > entriesAbove ? [section] : [...titles, section];
      entriesAbove = entries.length;
      sections.shift();
    }
    return titles;
  };
}

/** Says that a text above the table is not the time of its columns. */
function describeTitle({ title }: SheetBlock): SheetNotice[] {
  const text = title ? getCellText(title.row, title.index) : '';
  if (!title || readSheetHeading(text)?.becomes !== 'result') return [];
  return [{ ...title, text: `「${text}」は、表の上の注とみて、どの列の時点にもしません。` }];
}

/** Says what is unused or unclear in the columns of a table. */
function describeColumns(layout: TableLayout): FoundInCell {
  const { block, columns, markers } = layout;
  const unused = indicatorRows.findUnusedColumns(block, columns, markers, (row) => hasValues(layout, row));
  const years = [...indicatorRows.findBareYears(block, columns), ...indicatorRows.findUnclearTargets(block, columns)];
  const notices = [...describeUnsureGroups(block), ...indicatorRows.describeDays(block, columns), ...unused.notices];
  return { notices, issues: [...unused.issues, ...years] };
}

/** Says which rows of a name are neither targets nor results; a value in a row without a marker may be either. */
function describeOtherRows({ columns, markers, index: name }: TableLayout, group: RowGroup): FoundInCell {
  const { title, others, unmarked } = group;
  const index = markers?.column ?? name;
  const notices = others.map(({ row, marker }) => {
    return { row, index, text: `「${marker}」の行は、目標でも実績でもないので使いません。`, leavesOut: true };
  });
  const isUnclear = unmarked && columns.results.some((one) => getCellText(unmarked, one.index) !== '');
  const issue = createIssue('unclear-row-kind', { value: title });
  return { notices, issues: isUnclear ? [{ row: unmarked, index, field: '', issue }] : [] };
}

/** Reads the indicators of a table, with its targets and results in columns, or in two rows for each indicator. */
export const readBlockEntries = memoizeByObject((printed: SheetBlock) => {
  const { rows: allRows, notes, notices } = resolveMarks(printed);
  const block = { ...printed, rows: allRows };
  const layout = createLayout(block, notes);
  const { columns, markers, index } = layout;
  const entries: SheetEntry[] = [];
  const issues: CellIssue[] = [];
  const add = (found: FoundInCell) => {
    notices.push(...found.notices);
    issues.push(...found.issues);
  };
  notices.push(...describeTitle(block));
  const doubt = findDoubtfulHeadings(block, index, markers?.column ?? null);
  if (doubt) return { columns, markers, entries, notices, issues: [doubt], isUnclear: true };
  add(describeColumns(layout));
  const findTitles = createTitleFinder(layout, entries);
  let levels: LevelCell[] = [];
  let above: RowsAbove = { isCut: false, indicator: null };
  let outer = { name: '', indent: Infinity };
  const judge = (named: Parameters<typeof judgeRows>[1], rows: readonly InputRow[]) => {
    const { isUsed, below, reason } = judgeRows(layout, named, rows, above, entries);
    above = below;
    if (reason && 'issue' in reason) issues.push(reason);
    else if (reason) notices.push(reason);
    return isUsed;
  };
  const { groups, nameless } = groupRows(layout);
  for (const row of nameless) judge({ first: row, title: '', targets: null }, [row]);
  for (const [at, group] of groups.entries()) {
    const { first, title, targets, results, unmarked } = group;
    const titles = findTitles(first.line);
    const before = groups[at - 1];
    // A name over two rows: the rows of targets alone and of results alone belong together.
    if (markers) above = { ...above, isCut: Boolean(before?.targets && !before.results && !targets && results) };
    levels = readLevels(columns.levels, first, levels);
    const indent = /^[^\S\r\n]*/.exec(first.cells[index] ?? '')?.[0].length ?? 0;
    if (title !== '' && indent <= outer.indent) outer = { name: title, indent };
    const other = describeOtherRows(layout, group);
    add(other);
    if (other.issues.length > 0) continue;
    const rows = [unmarked, targets, results].flatMap((row) => row ?? []).sort((a, b) => a.line - b.line);
    if (rows.length === 0 || !judge(group, rows)) continue;
    const created = createEntry(layout, group, rows, [...titles, ...levels], outer.name);
    entries.push(created.entry);
    notices.push(...created.notices);
  }
  issues.push(...findUnitIssue(block, entries));
  return { columns, markers, entries, notices, issues, isUnclear: false };
});
