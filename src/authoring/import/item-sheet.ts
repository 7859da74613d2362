import { createIssue, formatColumnLetters, type Issue } from '../../diagnostics/diagnostic.ts';
import { type InputRow, type InputRows, isFilledCell } from '../../input/input-rows.ts';
import { parseCellReference } from '../../input/xlsx/sheet-reader.ts';
import { foldText } from '../../model/japanese-text.ts';
import { wordSpellings } from '../../model/value-lists.ts';
import { treeTable } from '../../tables/tree.ts';
import { createColumnMatcher, MAX_LEADING_ROWS } from '../../validation/table-header.ts';
import type { RowCells } from '../csv-text.ts';
import { splitItemNumber } from './item-names.ts';
import { type CellIssue, type CellOrigin, type DraftRow, findFootnote } from './sheet-cells.ts';
import { getCellText, listColumnIndexes, listFilledOrigins, type SheetNotice } from './sheet-cells.ts';
import { readSheetHeading, removeFootnotes } from './sheet-heading.ts';

/** The columns of tree.csv that the import reads, with headings besides their aliases. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  コード: /^(?:(?:施策|取組|事業|体系)?(?:番号|No\.?)|項番)$/i,
  親コード: /^(?:親|上位)の?(?:施策|項目の?)?(?:コード|番号)$/,
  階層: /^(?:区分|レベル|種別)$/,
  名称: /^名前?$/,
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

/** A sheet of plan items. */
export interface ItemSheet {
  readonly header: InputRow;
  /** The rows below the headings. */
  readonly rows: readonly InputRow[];
  readonly columns: readonly ItemColumn[];
  /** The columns of names from the widest level on, each with the indexes of its cells: a number may be in its own. */
  readonly names: readonly (ItemColumn & Readonly<{ cells: readonly number[] }>)[];
  /** True for a list with one column of names, whose levels follow from a word or a code in each row. */
  readonly isList: boolean;
  /** The index of the column with the code of each row's lowest name; -1 if there is none. */
  readonly rowCode: number;
}

/** Returns the indexes of the cells of a name: of its number in a column of codes or without a heading, and its own. */
function listNameCells(
  { index }: ItemColumn,
  before: number,
  columns: readonly ItemColumn[],
  rows: readonly InputRow[],
) {
  const isNumbers = (at: number) => {
    const texts = rows.map((row) => getCellText(row, at)).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => splitItemNumber(text)?.name === '');
  };
  const isUntitled = (at: number) => columns[at]?.heading === '';
  const code = columns.findLast((one) => one.becomes === 'コード' && before < one.index && one.index < index)?.index;
  const own = isUntitled(index - 1) && isNumbers(index - 1) ? index - 1 : [];
  // One heading may be above the numbers and the names.
  const next = isUntitled(index + 1) && isNumbers(index) ? index + 1 : [];
  return [code ?? own, index, next].flat();
}

/**
 * Finds the headings of plan items among the first rows of a sheet; null if no row has names of at least two levels, or
 * names with codes or levels.
 * @param levels the levels of the plan
 */
export function readItemSheet(list: readonly InputRow[], levels: readonly string[]): ItemSheet | null {
  const countRead = (sheet: ItemSheet | null) => sheet?.columns.filter(({ becomes }) => becomes !== '').length ?? 0;
  let best: ItemSheet | null = null;
  for (const [at, header] of list.slice(0, MAX_LEADING_ROWS).entries()) {
    const above = list[at - 1];
    // The only cell of a row is a title.
    const group = above && above.cells.filter(isFilledCell).length > 1 ? above : header;
    const rows = list.slice(at + 1);
    const columns = listColumnIndexes(list).map((index) =>
      readColumn(index, getCellText(header, index) || getCellText(group, index), levels),
    );
    const named = columns.filter(({ becomes }) => becomes === '名称');
    const levelled = named.filter(({ level }) => level !== '');
    const codes = columns.filter(({ becomes }) => becomes === 'コード');
    const isList = levelled.length < 2 && columns.some(({ becomes }) => becomes === 'コード' || becomes === '階層');
    const chosen = isList ? named.slice(0, 1) : levelled;
    const [{ index: code } = { index: -1 }, ...others] = codes;
    const rowCode = others.length === 0 && code < (chosen[0]?.index ?? 0) ? code : -1;
    const names = chosen.map((column, order) => {
      const before = rowCode < 0 ? (chosen[order - 1]?.index ?? -1) : column.index;
      return { ...column, cells: listNameCells(column, before, columns, rows) };
    });
    const sheet = { header, rows, columns, names, isList, rowCode };
    if (names.length > (isList ? 0 : 1) && countRead(sheet) > countRead(best)) best = sheet;
  }
  return best;
}

type SheetName = CellOrigin & Readonly<{ text: string; depth: number }>;

/** Returns the names in a row, with their numbers before them. */
function listNames({ names, rowCode }: ItemSheet, row: InputRow): SheetName[] {
  const read = names.map(({ index, cells }, depth): SheetName => {
    const texts = cells.map((at) => getCellText(row, at)).filter((text) => text !== '');
    return { row, index, text: removeFootnotes(texts.join(' ')), depth };
  });
  const filled = read.filter(({ text }) => text !== '');
  const addCode = (text: string) => `${getCellText(row, rowCode)} ${text}`.trim();
  return filled.map((name) => (name === filled.at(-1) ? { ...name, text: addCode(name.text) } : name));
}

/** Returns a function that finds the row with the text of a cell: of cells that are merged downwards, the first one. */
function createTextRowFinder(rows: readonly InputRow[], doubts: InputRows['issues']) {
  const first = new Map<string, InputRow>();
  for (const { line, column, issue } of doubts.filter(({ issue: { code } }) => code === 'merged-cells')) {
    const end = parseCellReference(String(issue.values.range).split(':').at(-1) ?? '');
    const [top, ...below] = rows.filter((row) => line <= row.line && row.line <= end.line);
    for (const row of below)
      for (let at = column; at <= end.column; at += 1) if (top) first.set(`${row.line} ${at - 1}`, top);
  }
  return (row: InputRow, index: number) => first.get(`${row.line} ${index}`) ?? row;
}

/** What a sheet of items is compared with: the levels and rows of the plan, and ids of departments by their folded names. */
export type PlanTree = Readonly<{
  levels: readonly string[];
  rows: readonly RowCells[];
  /** The kinds of levels that the plan has, also in examples. */
  kinds: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
}>;

/**
 * Returns the kind of each level: that of the plan's rows, or of the word at its end; 政策 above a level of 政策 or 施策,
 * and 施策 between 施策 and 取組. It is empty if nothing decides it.
 */
function findKinds(levels: readonly string[], known: PlanTree['kinds']): ReadonlyMap<string, string> {
  const named = levels.map((level) => {
    const [word = ''] = /(?:政策|施策|取り?組み?)$|^(?:成果|事業|姿勢|課題)$/.exec(level) ?? [];
    return known.get(level) || (wordSpellings.get(word) ?? word);
  });
  const kinds = named.map((kind, at) => {
    const above = named.slice(0, at).findLast((one) => one !== '');
    const below = named.slice(at).find((one) => one !== '');
    if (kind !== '') return kind;
    if (below === '政策' || (below === '施策' && above !== '施策')) return '政策';
    return above === '施策' && (below === '施策' || below === '取組') ? '施策' : '';
  });
  return new Map(levels.map((level, at) => [level, kinds[at] ?? '']));
}

/** The letters in the codes of these kinds: 5_2_1_o1. */
const LETTERS: Readonly<Record<string, string>> = { 成果: 'o', 事業: 'p', 姿勢: 's', 課題: 'i' };

const DASH = /^[-‐‑–—−ー－―─]+$/;
const REPEATED = /^[（(【〔［[＜<]?再掲(?!載)|[（(【〔［[＜<]再掲/;
/** Notes in the only cell of a row, and names of rows of sums. */
const NOTE = /^[（(【［]?(?:[※*＊]|注|備考|出典|資料|凡例|問い?合わ?せ)|。$/;
const SUM = /^[小合総]?\s*計$/;

/** An item of a sheet with its code, and the ids of its departments. */
type PlacedItem = SheetName & Readonly<{ code: string; departments: Map<string, CellOrigin> }>;

/** What is open at a level: null if that of the level above has none there, or undefined if nobody knows. */
type OpenItem = PlacedItem | 'repeated' | null | undefined;

/**
 * Converts a sheet of plan items into rows of tree.csv, without the items that the plan has. An empty cell means the name
 * above. Codes are the printed numbers or, without any, the order below the parent. What is unclear is an issue.
 * @param doubts the issues of the sheet, with its merged cells
 * @param source the 出典ID of the rows
 */
export function importItems(sheet: ItemSheet, doubts: InputRows['issues'], tree: PlanTree, source: string) {
  const { columns, names, isList, header } = sheet;
  const levels = isList ? tree.levels : names.map(({ level }) => level);
  const kinds = findKinds(levels, tree.kinds);
  const notices: SheetNotice[] = [];
  const issues: CellIssue[] = [];
  const say = ({ row, index }: CellOrigin, text: string) => notices.push({ row, index, text });
  const report = ({ row, index }: CellOrigin, issue: Issue) =>
    issues.push({ row, index, field: columns[index]?.heading ?? '', issue });
  const [rank, written] = ['階層', '親コード'].map((name) => columns.find(({ becomes }) => becomes === name));

  const isHeading = (row: InputRow) => names.every(({ index, heading }) => getCellText(row, index) === heading);
  /** True for a row without items: headings, a note or a sum. */
  const isOther = (row: InputRow, next: InputRow | undefined): boolean => {
    const [cell, ...others] = listFilledOrigins(row);
    const value = getCellText(row, cell?.index);
    const isAlone = others.length === 0;
    const isTitle = isAlone && next !== undefined && isHeading(next);
    const isNote = SUM.test(value) || (isAlone && (NOTE.test(value) || findFootnote(row) !== null));
    if (cell && isTitle) report(cell, createIssue('unplaced-item', { value, title: 1 }));
    else if (cell && isNote) say(cell, `「${value}」は注か合計の行とみて、項目にしません。`);
    return isTitle || isNote || isHeading(row);
  };
  const rows = sheet.rows.filter((row, at) => !isOther(row, sheet.rows[at + 1]));

  /** The columns of which every name has a number. */
  const numbered = new Set<number>();
  const all = rows.flatMap((row) => listNames(sheet, row));
  for (const [depth, own] of Map.groupBy(all, (name) => name.depth)) {
    const sure = own.filter(({ text }) => !DASH.test(text) && !REPEATED.test(text));
    const [bare, ...others] = sure.filter(({ text }) => !splitItemNumber(text)?.name);
    if (!bare) numbered.add(depth);
    else if (others.length + 1 < sure.length)
      report(bare, createIssue('unplaced-item', { value: bare.text, number: 1 }));
  }

  const existing = new Map(tree.rows.map(({ コード = '', 名称 = '' }) => [コード, 名称]));
  const createKey = (parent: string, title: string) => `${parent} ${foldText(title)}`;
  const named = new Map(tree.rows.map((row) => [createKey(row.親コード ?? '', row.名称 ?? ''), row.コード ?? '']));
  const placed = new Map<string, PlacedItem>();
  const open: OpenItem[] = [];
  const setOpen = (depth: number, one: OpenItem) => {
    open.length = depth;
    open[depth] = one;
  };
  const createCode = (prefix: string): string => {
    let number = 1;
    while (existing.has(`${prefix}${number}`) || placed.has(`${prefix}${number}`)) number += 1;
    return `${prefix}${number}`;
  };
  const drafts: { item: PlacedItem; cells: RowCells }[] = [];
  let known = 0;
  /** Opens the item of a name: a new one, one of the plan or one above. */
  const place = (name: SheetName, isLowest: boolean): void => {
    const { row, text } = name;
    const number = numbered.has(name.depth) ? splitItemNumber(text) : null;
    const { parts = [], name: title = text } = number ?? {};
    const word = getCellText(row, rank?.index);
    const listDepth = rank ? levels.findIndex((level) => foldText(level) === foldText(word)) : parts.length - 1;
    const depth = isList ? listDepth : name.depth;
    const [level, above] = [levels[depth], depth === 0 ? null : open[depth - 1]];
    if (level === undefined) {
      report(name, createIssue('unknown-level', { value: word || text, choices: levels.join('、') }));
      return;
    }
    const marks = isLowest
      ? columns.filter(({ becomes }) => becomes !== '名称').map(({ index }) => getCellText(row, index))
      : [];
    if (above === 'repeated' || [text, ...marks].some((cell) => REPEATED.test(cell))) {
      say(name, '再掲なので、2つめの項目にはしません。');
      setOpen(depth, 'repeated');
      return;
    }
    const isByCode = isList && (written !== undefined || parts.length > 1);
    if (above === undefined && !isByCode) {
      const index = isList ? name.index : (names[depth - 1]?.index ?? 0);
      report({ row, index }, createIssue('unplaced-item', { value: text, upper: levels[depth - 1] ?? '' }));
    }
    if (DASH.test(text)) {
      setOpen(depth, above);
      return;
    }
    const parentCode = written ? (splitItemNumber(getCellText(row, written.index))?.parts ?? []) : parts.slice(0, -1);
    const parent = isByCode ? parentCode.join('_') : (above?.code ?? '');
    const prefix = `${parent === '' ? '' : `${parent}_`}${LETTERS[kinds.get(level) ?? ''] ?? ''}`;
    const twin = named.get(createKey(parent, title));
    // Below 1_2, the number 2-1 repeats only the last part.
    const isInner = parts.length > 1 && !isByCode && parent.split('_').length > 1 && parent.endsWith(`_${parts[0]}`);
    const whole = parts.length > 1 || isByCode ? parts.join('_') : `${prefix}${parts[0]}`;
    const printed = isInner ? [parent, ...parts.slice(1)].join('_') : whole;
    const code = number ? printed : (twin ?? createCode(prefix));
    const [same, before] = [placed.get(code), existing.get(code)];
    const isSame = same !== undefined && foldText(same.text) === foldText(text);
    if (isSame && same !== open[depth] && isLowest)
      say(name, `${same.row.line}行めの項目と同じなので、2回は加えません。`);
    if (isSame && same === open[depth]) return;
    const item: PlacedItem = isSame ? same : { ...name, code, departments: new Map() };
    setOpen(depth, item);
    placed.set(code, item);
    if (isSame) return;
    if (same) report(name, createIssue('other-item', { code, value: title, before: same.text, line: same.row.line }));
    else if (before !== undefined && [title, text].some((one) => foldText(one) === foldText(before))) known += 1;
    else if (before !== undefined || twin !== undefined)
      report(name, createIssue('other-item', { code, value: title, before: before ?? title, other: twin ?? '' }));
    else {
      named.set(createKey(parent, title), code);
      const kind = kinds.get(level) ?? '';
      const cells = { コード: code, 親コード: parent, 階層: level, 種別: kind, 名称: title, 出典ID: source };
      drafts.push({ item, cells });
    }
  };

  const findTextRow = createTextRowFinder(rows, doubts);
  const unknownDepartments = new Set<string>();
  for (const row of rows) {
    const found = listNames(sheet, row);
    for (const name of found) place(name, name === found.at(-1));
    for (const { index } of columns.filter(({ becomes }) => becomes === '担当')) {
      // A column between those of two levels is that of the wider one.
      const owner = names.findLastIndex((name) => name.index < index);
      const item = owner === names.length - 1 ? open.at(-1) : open[owner];
      const text = (findTextRow(row, index).cells[index] ?? '').trim();
      const parts = tree.departments.has(foldText(text)) ? [text] : text.split(/[、,，;；／/・\s]+/);
      for (const part of parts.filter((one) => /\p{L}/u.test(one) && !DASH.test(one))) {
        const id = tree.departments.get(foldText(part));
        if (id === undefined) unknownDepartments.add(part);
        else if (item instanceof Object) item.departments.set(id, { row, index });
      }
    }
  }
  const unread = columns.filter(({ heading, becomes }) => heading !== '' && becomes === '');
  const list = unread.map(({ index, heading }) => `「${heading}」（${formatColumnLetters(index + 1)}列）`).join('');
  if (list !== '') say({ row: header, index: unread[0]?.index ?? 0 }, `使わない列：${list}。`);
  const added = drafts.map(({ item, cells }): DraftRow => {
    const [department = item] = item.departments.values();
    const heading = { row: header, index: item.index };
    const origins = { 名称: item, 担当: department, ...(!isList && { 階層: heading }) };
    return { cells: { ...cells, 担当: [...item.departments.keys()].join(';') }, row: item.row, origins };
  });
  return { rows: added, notices, issues, known, kinds, unknownDepartments };
}
