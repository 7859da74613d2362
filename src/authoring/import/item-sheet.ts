import { greatest } from 'd3';
import { createIssue, formatColumnLetters, type Issue } from '../../diagnostics/diagnostic.ts';
import { type InputRow, type InputRows, isFilledCell } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { foldText } from '../../model/japanese-text.ts';
import { wordSpellings } from '../../model/value-lists.ts';
import { departmentsTable } from '../../tables/departments.ts';
import { getTableFile } from '../../tables/table-schema.ts';
import { treeTable } from '../../tables/tree.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { createColumnMatcher, MAX_LEADING_ROWS } from '../../validation/table-header.ts';
import { readExistingRecords } from '../existing-records.ts';
import { readSourceCells } from '../table-template.ts';
import { splitItemNumber } from './item-names.ts';
import { type CellIssue, type CellOrigin, type DraftRow, findFootnote } from './sheet-cells.ts';
import {
  createTextRowFinder,
  getCellText,
  listColumnIndexes,
  listFilledOrigins,
  type SheetNotice,
} from './sheet-cells.ts';
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

/** Returns the indexes of the cells of a name: its own, and that of its number in a column without a heading. */
function listNameCells({ index }: ItemColumn, columns: readonly ItemColumn[], rows: readonly InputRow[]): number[] {
  const isUntitled = (at: number) => columns[at]?.heading === '';
  const isNumbers = (at: number) => {
    const texts = rows.map((row) => getCellText(row, at)).filter((text) => text !== '');
    return texts.length > 0 && texts.every((text) => splitItemNumber(text)?.name === '');
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
  return greatest(
    read.filter(({ isFound }) => isFound),
    ({ columns }) => columns.filter(({ becomes }) => becomes !== '').length,
  );
}

type ItemSheet = NonNullable<ReturnType<typeof readItemSheet>>;
type SheetName = CellOrigin & Readonly<{ text: string; depth: number }>;

/** Returns the names in a row, with their numbers before them. A single column of codes has those of the lowest names. */
function listNames({ names, columns }: ItemSheet, row: InputRow): SheetName[] {
  const filled = names.flatMap(({ index, cells }, depth): SheetName[] => {
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

/** Reads what a sheet of items is compared with: the levels and rows of the plan, and the departments of its municipality. */
export function readPlanTree(folder: SiteFolder, plan: string) {
  const { levels, municipality } = readExistingRecords(folder).findPlanIds(plan);
  const rows = readSourceCells(folder, getTableFile(treeTable, plan), treeTable.columns);
  const departments = readTableFile(folder, departmentsTable).rows.map(({ fields }) => fields);
  const own = departments.filter((one) => one.municipality === municipality);
  return { levels, rows, departments: new Map(own.map(({ id, title }) => [foldText(title), id])) };
}

type PlanTree = ReturnType<typeof readPlanTree>;

/**
 * Returns the kind of each level: that of the plan's rows, or of the word at its end; 政策 above a level of 政策 or 施策,
 * and 施策 between 施策 and 取組. It is empty if nothing decides it.
 */
function findKinds(levels: readonly string[], { rows }: PlanTree): ReadonlyMap<string, string> {
  const filled = rows.filter(({ 種別 = '' }) => 種別 !== '');
  const known = new Map(filled.map(({ 階層 = '', 種別 = '' }) => [階層, 種別]));
  const named = levels.map((level) => {
    const [word = ''] = /(?:政策|施策|取り?組み?)$|^(?:成果|事業|姿勢|課題)$/.exec(level) ?? [];
    return known.get(level) ?? wordSpellings.get(word) ?? word;
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

const DASH = /^[-‐‑–—−ー－―─]+$/;
const REPEATED = /^[（(【〔［[＜<]?再掲(?!載)|[（(【〔［[＜<]再掲/;
/** Notes in the only cell of a row, and names of rows of sums. */
const NOTE = /^[（(【［]?(?:[※*＊]|注|備考|出典|資料|凡例|問い?合わ?せ)|。$/;
const SUM = /^[小合総]?\s*計$/;

/** Why the place of a name in the plan is unknown, and what to write instead. */
type PlaceDoubt = readonly [why: string, advice: string];
const TITLE: PlaceDoubt = [
  '見出しの行の上にあります。',
  '項目の名前なら、見出しの上ではなく、その階層の列に書き、1つの表に続けてください。注なら、消してください。',
];
const NO_NUMBER: PlaceDoubt = [
  '番号がありませんが、同じ列のほかの名前にはあります。',
  '番号を「1 」や「(1)」のような形で、どの名前の前にも書くか、どの名前からも除いてください。',
];
const describeMissingLevel = (level: string): PlaceDoubt => [
  `すぐ上の階層の「${level}」がありません。`,
  `表に「${level}」を書いてください。その階層を通らない項目なら、そのセルに「－」と書きます。`,
];
const describeOtherNumber = (parent: string): PlaceDoubt => [
  `番号が、上の項目のコード「${parent}」と合いません。`,
  '計画と見くらべて、番号か、上の項目のセルを直してください。',
];
const createUnplaced = (value: string, [why, advice]: PlaceDoubt) =>
  createIssue('unplaced-item', { value, why, advice });

/** An item with its code and the ids of its departments; an item of the plan has no row. */
type PlacedItem = Readonly<{ code: string; title: string; row: InputRow | null; departments: Set<string> }>;

/** Creates the lists of notices and issues of a sheet, each with its cell. */
function createReporter({ columns }: ItemSheet) {
  const notices: SheetNotice[] = [];
  const issues: CellIssue[] = [];
  return {
    notices,
    issues,
    say: ({ row, index }: CellOrigin, text: string) => notices.push({ row, index, text }),
    report: ({ row, index }: CellOrigin, issue: Issue) =>
      issues.push({ row, index, field: columns[index]?.heading ?? '', issue }),
  };
}
type Reporter = ReturnType<typeof createReporter>;

/** Returns the rows with items: not headings, notes, sums and titles above further headings. */
function listItemRows({ names, rows }: ItemSheet, { say, report }: Reporter): InputRow[] {
  const isHeading = (row?: InputRow) => row && names.every((one) => getCellText(row, one.index) === one.heading);
  const isOther = (row: InputRow, next?: InputRow): boolean => {
    const [cell, ...others] = listFilledOrigins(row);
    const value = getCellText(row, cell?.index);
    const isAlone = others.length === 0;
    if (!cell || isHeading(row)) return true;
    if (isAlone && isHeading(next)) report(cell, createUnplaced(value, TITLE));
    else if (SUM.test(value) || (isAlone && (NOTE.test(value) || findFootnote(row))))
      say(cell, `「${value}」は注か合計の行とみて、項目にしません。`);
    else return false;
    return true;
  };
  return rows.filter((row, at) => !isOther(row, rows[at + 1]));
}

/** Returns the depths of the names that all have numbers, and reports a name without one among others. */
function findNumberedDepths(names: readonly SheetName[], { report }: Reporter): ReadonlySet<number> {
  const numbered = new Set<number>();
  for (const [depth, own] of Map.groupBy(names, (name) => name.depth)) {
    const sure = own.filter(({ text }) => !DASH.test(text) && !REPEATED.test(text));
    const [bare, ...others] = sure.filter(({ text }) => !splitItemNumber(text)?.name);
    if (!bare) numbered.add(depth);
    else if (others.length + 1 < sure.length) report(bare, createUnplaced(bare.text, NO_NUMBER));
  }
  return numbered;
}

/** The items of the plan and of the sheet by their codes, and the codes of unnumbered ones by their parents and names. */
function createItemIndex(rows: PlanTree['rows']) {
  const items = new Map<string, PlacedItem>();
  const named = new Map<string, string>();
  const createKey = (parent: string, title: string) => `${parent} ${foldText(title)}`;
  for (const { コード: code = '', 親コード: parent = '', 名称: title = '' } of rows) {
    items.set(code, { code, title, row: null, departments: new Set() });
    named.set(createKey(parent, title), code);
  }
  return {
    get: (code: string) => items.get(code),
    findCode: (parent: string, title: string) => named.get(createKey(parent, title)),
    add: (item: PlacedItem) => items.set(item.code, item),
    addName: (parent: string, { title, code }: PlacedItem) => named.set(createKey(parent, title), code),
    createCode: (prefix: string): string => {
      let number = 1;
      while (items.has(`${prefix}${number}`)) number += 1;
      return `${prefix}${number}`;
    },
  };
}
type ItemIndex = ReturnType<typeof createItemIndex>;

/** What is open at a level: null if the level above has none there, undefined if nobody knows. */
type OpenItem = PlacedItem | 'repeated' | null | undefined;

/** A name in its row: its depth, the parts of its number, the words without it, and if no name is below it. */
type NumberedName = SheetName & Readonly<{ parts: readonly string[]; title: string; isLowest: boolean }>;

/** Returns the parent's code and the code of a name: its printed number, or else the next one below the parent. */
function findCodes(sheet: ItemSheet, index: ItemIndex, { row, parts, title }: NumberedName, above: OpenItem) {
  const written = sheet.columns.find(({ becomes }) => becomes === '親コード');
  const isByCode = sheet.isList && (written !== undefined || parts.length > 1);
  const parentParts = written ? splitItemNumber(getCellText(row, written.index))?.parts : parts.slice(0, -1);
  const aboveCode = above instanceof Object ? above.code : '';
  const parent = isByCode ? (parentParts ?? []).join('_') : aboveCode;
  const prefix = parent === '' ? '' : `${parent}_`;
  const twin = index.findCode(parent, title);
  // Below 1_2, the number 2-1 repeats the last part.
  const isInner = parts.length === 1 || parent.endsWith(`_${parts.slice(0, -1).join('_')}`);
  const printed = isInner && !isByCode ? `${prefix}${parts.at(-1)}` : parts.join('_');
  const code = parts.length > 0 ? printed : (twin ?? index.createCode(prefix));
  return { parent, code, twin, isByCode };
}

/** What the rows of new items contain besides the cells of the sheet. */
type RowContext = Readonly<{ levels: readonly string[]; kinds: ReadonlyMap<string, string>; source: string }>;

/**
 * Creates a function that returns what a name opens at its level: a new item, one of the plan or one above; and lists the
 * rows of the new items and counts those of the plan.
 */
function createItemPlacer(
  sheet: ItemSheet,
  { levels, kinds, source }: RowContext,
  index: ItemIndex,
  { say, report }: Reporter,
) {
  const { columns, names, isList, header } = sheet;
  const drafts: { item: PlacedItem; draft: DraftRow }[] = [];
  const known = new Set<PlacedItem>();
  const isRepeated = ({ row, text, isLowest }: NumberedName) => {
    const marks = isLowest ? columns.filter(({ becomes }) => becomes !== '名称') : [];
    return [text, ...marks.map((one) => getCellText(row, one.index))].some((cell) => REPEATED.test(cell));
  };
  const place = (name: NumberedName, open: readonly OpenItem[]): OpenItem => {
    const { row, text, depth, parts, title, isLowest } = name;
    const above = depth === 0 ? null : open[depth - 1];
    if (above === 'repeated' || isRepeated(name)) {
      say(name, '再掲なので、2つめの項目にはしません。');
      return 'repeated';
    }
    const { parent, code, twin, isByCode } = findCodes(sheet, index, name, above);
    if (above === undefined && !isByCode) {
      const at = isList ? name.index : (names[depth - 1]?.index ?? 0);
      report({ row, index: at }, createUnplaced(text, describeMissingLevel(levels[depth - 1] ?? '')));
    }
    if (DASH.test(text)) return above;
    if (!isByCode && parts.length > 1 && parent !== '' && !code.startsWith(`${parent}_`))
      report(name, createUnplaced(text, describeOtherNumber(parent)));
    const before = index.get(code);
    const isSame = before !== undefined && [title, text].some((one) => foldText(one) === foldText(before.title));
    if (before?.row && isSame) {
      if (isLowest && before !== open[depth]) say(name, `${before.row.line}行めの項目と同じなので、2回は加えません。`);
      return before;
    }
    const item: PlacedItem = { code, title, row, departments: new Set() };
    index.add(item);
    if (parts.length === 0) index.addName(parent, item);
    if (isSame) known.add(item);
    else if (before || twin !== undefined) {
      const line = before?.row?.line ?? '';
      const values = { code, value: title, before: before?.title ?? title, line, other: twin ?? '' };
      report(name, createIssue('other-item', values));
    } else {
      const [level = '', heading] = [levels[depth], { row: header, index: name.index }];
      const kind = kinds.get(level) ?? '';
      const cells = { コード: code, 親コード: parent, 階層: level, 種別: kind, 名称: title, 出典ID: source };
      drafts.push({ item, draft: { cells, row, origins: { 名称: name, ...(!isList && { 階層: heading }) } } });
    }
    return item;
  };
  return { place, drafts, known };
}

/** Creates a function that adds the departments of a row to its open items, and a set of those that nobody knows. */
function createDepartmentReader({ columns, names }: ItemSheet, rows: readonly InputRow[], doubts: InputRows['issues']) {
  const findTextRow = createTextRowFinder(rows, doubts);
  const unknownDepartments = new Set<string>();
  const addDepartments = (row: InputRow, open: readonly OpenItem[], known: PlanTree['departments']) => {
    for (const { index } of columns.filter(({ becomes }) => becomes === '担当')) {
      // A column between those of two levels is that of the wider one.
      const owner = names.findLastIndex((name) => name.index < index);
      const item = owner === names.length - 1 ? open.at(-1) : open[owner];
      const text = (findTextRow(row, index).cells[index] ?? '').trim();
      const parts = known.has(foldText(text)) ? [text] : text.split(/[、,，;；／/・\s]+/);
      for (const part of parts.filter((one) => /[^-‐‑–—−ー－―─]/.test(one))) {
        const id = known.get(foldText(part));
        if (id === undefined) unknownDepartments.add(part);
        else if (item instanceof Object) item.departments.add(id);
      }
    }
  };
  return { addDepartments, unknownDepartments };
}

/**
 * Converts a sheet of plan items into rows of tree.csv, without the items that the plan has. An empty cell means the name
 * above. Codes are the printed numbers or, without any, the order below the parent. What is unclear is an issue.
 * @param doubts the issues of the sheet, with its merged cells
 * @param source the 出典ID of the rows
 */
export function importItems(sheet: ItemSheet, doubts: InputRows['issues'], tree: PlanTree, source: string) {
  const { columns, names, isList, header } = sheet;
  const levels = isList ? tree.levels : names.map(({ level }) => level);
  const kinds = findKinds(levels, tree);
  const reporter = createReporter(sheet);
  const { notices, issues, say, report } = reporter;
  const rows = listItemRows(sheet, reporter);
  const namesByRow = rows.map((row) => listNames(sheet, row));
  const numbered = findNumberedDepths(namesByRow.flat(), reporter);
  const { place, drafts, known } = createItemPlacer(
    sheet,
    { levels, kinds, source },
    createItemIndex(tree.rows),
    reporter,
  );
  const { addDepartments, unknownDepartments } = createDepartmentReader(sheet, rows, doubts);
  const rank = columns.find(({ becomes }) => becomes === '階層');
  const open: OpenItem[] = [];
  for (const [at, row] of rows.entries()) {
    const found = namesByRow[at] ?? [];
    for (const name of found) {
      const number = numbered.has(name.depth) ? splitItemNumber(name.text) : null;
      const { parts = [], name: title = name.text } = number ?? {};
      const word = getCellText(row, rank?.index);
      const listDepth = rank ? levels.findIndex((level) => foldText(level) === foldText(word)) : parts.length - 1;
      const depth = isList ? listDepth : name.depth;
      if (levels[depth] === undefined) {
        report(name, createIssue('unknown-level', { value: word || name.text, choices: levels.join('、') }));
        continue;
      }
      const opened = place({ ...name, depth, parts, title, isLowest: name === found.at(-1) }, open);
      // An item that continues keeps what is open below it.
      if (opened === open[depth] && opened instanceof Object) continue;
      open.length = depth;
      open[depth] = opened;
    }
    addDepartments(row, open, tree.departments);
  }
  const unread = columns.filter(({ heading, becomes }) => heading !== '' && becomes === '');
  const list = unread.map(({ index, heading }) => `「${heading}」（${formatColumnLetters(index + 1)}列）`).join('');
  if (list !== '') say({ row: header, index: unread[0]?.index ?? 0 }, `使わない列：${list}。`);
  const added = drafts.map(({ item, draft }): DraftRow => {
    return { ...draft, cells: { ...draft.cells, 担当: [...item.departments].join(';') } };
  });
  const ordered = notices.toSorted((a, b) => a.row.line - b.row.line);
  return { rows: added, notices: ordered, issues, known: known.size, kinds, unknownDepartments };
}
