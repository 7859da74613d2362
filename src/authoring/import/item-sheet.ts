import { greatest } from 'd3';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { type InputRow, isFilledCell } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { NOTE_SIGNS } from '../../model/text-patterns.ts';
import { findDateCode } from '../../tables/cells/id-cells.ts';
import { treeTable } from '../../tables/tree.ts';
import { createColumnMatcher, MAX_LEADING_ROWS } from '../../validation/table-header.ts';
import { splitItemNumber } from './item-names.ts';
import { getCellText, listColumnIndexes, listFilledOrigins } from './sheet-cells.ts';
import type { CellIssue, CellOrigin, SheetNotice } from './sheet-cells.ts';
import { readSheetHeading, removeFootnotes } from './sheet-heading.ts';

/** The columns of tree.csv that the import reads, with headings besides their aliases. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  コード: /^(?:(?:施策|取組|事業|体系)?(?:番号|No\.?)|項番)$/i,
  親コード: /^(?:親|上位)の?(?:施策|項目の?)?(?:コード|番号)$/,
  階層: /^(?:区分|レベル|種別)$/,
  名称: /^名前?$/,
  出典箇所: /^(?:(?:計画書?|原本|本編|掲載|記載|該当)の?)*(?:ページ|頁)(?:番号)?$|^(?:記載|該当)箇所$/,
  担当: /^主?(?:(?:担当|所管|主管)(?:部?課?室?|部署|部局)|(?:実施|関係|関連)(?:部?課|部署|部局)|部署|課)名?等?$/,
};

/** Headings of names, besides the levels of the plan; and of values, sentences and references that look so. */
const NAMES =
  /(?:目標|政策|施策|取り?組み?|方針|方向性?|分野|柱|章|節|戦略|プロジェクト|事業|大綱|課題|項目)\d?(?:の?名称?)?$/;
const NO_NAMES = /^(?:関連|関係|該当|対応|旧)|指標|数値|KPI|(?:成果|活動|達成)目標/;

/** A column: the column of tree.csv that it becomes, empty if it is not read; and for names of one level, the level. */
type ItemColumn = Readonly<{ index: number; heading: string; becomes: string; level: string }>;

const matchColumns = createColumnMatcher(treeTable.columns);

function readColumn(index: number, heading: string, levels: readonly string[]): ItemColumn {
  const word = foldText(heading);
  const bare = word.replace(/の?名称?$/, '');
  const meaning = readSheetHeading(heading);
  const isName = NAMES.test(word) && !NO_NAMES.test(word) && (meaning === null || meaning.becomes === 'level');
  const level = levels.find((one) => [word, bare].includes(foldText(one))) ?? (isName ? bare : '');
  const [alias = ''] = matchColumns(heading);
  const other = Object.keys(HEADINGS).find((one) => one === alias || HEADINGS[one]?.test(word));
  return { index, heading, level, becomes: level === '' ? (other ?? '') : '名称' };
}

/** Returns the indexes of the cells of a name: its own, and that of its number in a column without a heading. */
function listNameCells({ index }: ItemColumn, columns: readonly ItemColumn[], rows: readonly InputRow[]): number[] {
  const isUntitled = (at: number) => columns[at]?.heading === '';
  const isNumbers = (at: number) => {
    const texts = rows.map((row) => getCellText(row, at)).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => splitItemNumber(text)?.name === '' || findDateCode(text));
  };
  if (isUntitled(index - 1) && isNumbers(index - 1)) return [index - 1, index];
  // One heading may be above the numbers and the names.
  return isUntitled(index + 1) && isNumbers(index) ? [index, index + 1] : [index];
}

/** Reads the row at an index as headings, with the rows below; a list has one column of names, and levels in its rows. */
function readHeadings(list: readonly InputRow[], at: number, levels: readonly string[]) {
  const above = list[at - 1];
  // The only cell of a row is a title.
  const group = above && above.cells.filter(isFilledCell).length > 1 ? above : undefined;
  const rows = list.slice(at + 1);
  const columns = listColumnIndexes(list).map((index) => {
    const texts = [list[at], group].map((row) => (row ? getCellText(row, index) : ''));
    return readColumn(index, texts.find((text) => text !== '') ?? '', levels);
  });
  const named = columns.filter(({ becomes }) => becomes === '名称');
  const levelled = named.filter(({ level }) => level !== '');
  const isList = levelled.length < 2 && columns.some(({ becomes }) => becomes === 'コード' || becomes === '階層');
  const chosen = isList ? named.slice(0, 1) : levelled;
  const names = chosen.map((column) => ({ ...column, cells: listNameCells(column, columns, rows) }));
  return { rows, columns, names, isList, isFound: names.length > (isList ? 0 : 1) };
}

/**
 * Finds the headings of plan items among the first rows of a sheet; undefined if no row has names of at least two levels, or
 * names with codes or levels.
 * @param levels the levels of the plan
 */
export function readItemSheet(list: readonly InputRow[], levels: readonly string[]) {
  const read = list.slice(0, MAX_LEADING_ROWS).map((header, at) => ({ header, ...readHeadings(list, at, levels) }));
  const found = read.filter(({ isFound }) => isFound);
  const sheet = greatest(found, ({ columns }) => columns.filter(({ becomes }) => becomes !== '').length);
  // A row directly above the headings has their groups.
  return sheet && { ...sheet, other: found.find(({ header }) => header.line < sheet.header.line - 1)?.header };
}

export type ItemSheet = NonNullable<ReturnType<typeof readItemSheet>>;

/** A sign instead of a value, or of a name: the items below it do not pass through its level. */
export const DASH = /^[-‐‑–—−ー－―─]+$/;
/** A name or a remark that an item is printed a second time. */
export const REPEATED = /^[（(【〔［[＜<]?再掲(?!載)|[（(【〔［[＜<]再掲/;
/** Notes in all cells of a row, notes and sentences in its only cell, and names of rows of sums. */
const MARKED_NOTE = new RegExp(`^[（(【［]?[${NOTE_SIGNS}]`);
const NOTE = /^[（(【［]?(?:注|備考|出典|資料|凡例|問い?合わ?せ先?)(?:[\p{Nd}:：.．、)）\]】\s]|$)/u;
const SUM_ROW = /^[小合総]?\s*計$/;

/** Why the place of a name in the plan is unknown, and what to write instead. */
export type PlaceDoubt = readonly [why: string, advice: string];
const TITLE: PlaceDoubt = [
  '見出しの行の上にあります。',
  '項目の名前なら、見出しの上ではなく、その階層の列に書き、1つの表に続けてください。注なら、消してください。',
];
const NO_NUMBER: PlaceDoubt = [
  '番号がありませんが、同じ列のほかの名前にはあります。',
  '番号を「1 」や「(1)」のような形で、どの名前の前にも書くか、どの名前からも除いてください。',
];

/** Creates the lists of notices and issues of a sheet, each with its cell. */
export function createReporter({ columns }: ItemSheet) {
  const notices: SheetNotice[] = [];
  const issues: CellIssue[] = [];
  const report = ({ row, index }: CellOrigin, issue: Issue) =>
    issues.push({ row, index, field: columns[index]?.heading ?? '', issue });
  return {
    notices,
    issues,
    say: ({ row, index }: CellOrigin, text: string) => notices.push({ row, index, text }),
    report,
    reportPlace: (cell: CellOrigin, value: string, [why, advice]: PlaceDoubt) =>
      report(cell, createIssue('unplaced-item', { value, why, advice })),
  };
}
export type ItemReporter = ReturnType<typeof createReporter>;

/** Returns the rows with items: not headings, notes, sums and titles above further headings. */
function listItemRows({ names, rows }: ItemSheet, { say, reportPlace }: ItemReporter): InputRow[] {
  // A second table may lack some of the columns.
  const isHeading = (row?: InputRow) =>
    row && names.filter((one) => getCellText(row, one.index) === one.heading).length >= Math.min(2, names.length);
  const isOther = (row: InputRow, next?: InputRow): boolean => {
    const [cell, ...others] = listFilledOrigins(row);
    const value = getCellText(row, cell?.index);
    const isAlone = others.length === 0;
    const isMarked = (one: CellOrigin) => MARKED_NOTE.test(getCellText(row, one.index));
    // A sentence below names of the first level is a note, and below others a name.
    const isSentence = value.endsWith('。') && cell !== undefined && cell.index <= (names[0]?.index ?? 0);
    if (!cell || isHeading(row)) return true;
    if (isAlone && isHeading(next)) reportPlace(cell, value, TITLE);
    else if (SUM_ROW.test(value) || [cell, ...others].every(isMarked) || (isAlone && (NOTE.test(value) || isSentence)))
      say(cell, `「${value}」は注か合計の行とみて、項目にしません。`);
    else return false;
    return true;
  };
  return rows.filter((row, at) => !isOther(row, rows[at + 1]));
}

/** A name in a cell, and the column of names in which it is: 0 for the first. The text has the number before it. */
type NameCell = CellOrigin & Readonly<{ text: string; depth: number }>;

/** Returns the names in a row. A single column of codes has those of the lowest names. */
function listNames({ names, columns }: ItemSheet, row: InputRow): NameCell[] {
  const filled = names.flatMap(({ index, cells }, depth): NameCell[] => {
    const texts = cells.map((at) => getCellText(row, at));
    return texts.at(-1) ? [{ row, index, text: removeFootnotes(texts.join(' ').trim()), depth }] : [];
  });
  const codes = columns.filter(({ becomes }) => becomes === 'コード');
  const findOwner = (code: ItemColumn) =>
    codes.length === 1 ? filled.at(-1) : filled.find(({ index }) => index > code.index);
  return filled.map((name) => {
    const own = codes.filter((code) => findOwner(code) === name).map(({ index }) => getCellText(row, index));
    return { ...name, text: [...own, name.text].join(' ').trim() };
  });
}

/** A name with the parts of its number, the words without it, and if no name in its row is below it. */
export type ItemName = NameCell & Readonly<{ parts: readonly string[]; title: string; isLowest: boolean }>;

/**
 * Returns the rows with items and the names in them. Numbers count only if all names of a column have one; a name without
 * one among others is reported. No item has a place if a number became a date.
 */
export function readItemRows(sheet: ItemSheet, reporter: ItemReporter) {
  const rows = listItemRows(sheet, reporter);
  const codes = sheet.columns.flatMap(({ index, becomes }) => (becomes.endsWith('コード') ? index : []));
  const numbers = [...codes, ...sheet.names.flatMap(({ cells }) => cells.slice(0, -1))];
  const readRow = (row: InputRow) =>
    numbers.map((index) => ({ row, index, date: findDateCode(getCellText(row, index)) }));
  const cells = rows.flatMap(readRow);
  for (const { date, ...cell } of cells) if (date) reporter.report(cell, date);
  if (cells.some(({ date }) => date)) return [];
  const read = rows.map((row) => ({ row, names: listNames(sheet, row) }));
  const numbered = new Set<number>();
  const all = read.flatMap(({ names }) => names);
  for (const [depth, own] of Map.groupBy(all, (name) => name.depth)) {
    const sure = own.filter(({ text }) => !DASH.test(text) && !REPEATED.test(text));
    const [bare, ...others] = sure.filter(({ text }) => !splitItemNumber(text)?.name);
    if (!bare) numbered.add(depth);
    else if (others.length + 1 < sure.length) reporter.reportPlace(bare, bare.text, NO_NUMBER);
  }
  const addNumber = (cell: NameCell, isLowest: boolean): ItemName => {
    const number = numbered.has(cell.depth) ? splitItemNumber(cell.text) : null;
    return { ...cell, parts: number?.parts ?? [], title: number?.name ?? cell.text, isLowest };
  };
  return read.map(({ row, names }) => ({ row, names: names.map((name) => addNumber(name, name === names.at(-1))) }));
}
