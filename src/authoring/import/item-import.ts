import { createIssue, formatColumnLetters } from '../../diagnostics/diagnostic.ts';
import type { InputRow, InputRows } from '../../input/input-rows.ts';
import type { SiteFolder } from '../../input/site-folder.ts';
import { foldText } from '../../model/japanese-text.ts';
import { itemKinds, wordSpellings } from '../../model/value-lists.ts';
import { departmentsTable } from '../../tables/departments.ts';
import { getTableFile } from '../../tables/table-schema.ts';
import { treeTable } from '../../tables/tree.ts';
import { readTableFile } from '../../validation/parse-table.ts';
import { readSourceCells } from '../csv-text.ts';
import { readExistingRecords } from '../existing-records.ts';
import { splitItemNumber } from './item-names.ts';
import { createReporter, DASH, readItemRows, REPEATED } from './item-sheet.ts';
import type { ItemName, ItemReporter, ItemSheet, PlaceDoubt } from './item-sheet.ts';
import { createTextRowFinder, type DraftRow, getCellText } from './sheet-cells.ts';

/** Reads what a sheet of items is compared with: the levels and rows of the plan, and the departments of its municipality. */
export function readPlanTree(folder: SiteFolder, plan: string) {
  const { levels, municipality } = readExistingRecords(folder).findPlanIds(plan);
  const rows = readSourceCells(folder, getTableFile(treeTable, plan), treeTable.columns);
  const departments = readTableFile(folder, departmentsTable).rows.map(({ fields }) => fields);
  const own = departments.filter((one) => one.municipality === municipality);
  return { levels, rows, departments: new Map(own.map(({ id, title }) => [foldText(title), id])) };
}

type PlanTree = ReturnType<typeof readPlanTree>;

/** The words for kinds by the other ones that tree.csv may have: action, 取り組み. */
const kindWords: ReadonlyMap<string, string> = new Map([...Object.entries(itemKinds.words), ...wordSpellings]);

/**
 * Returns the kind of each level: that of the plan's rows, or of the word at its end; 政策 above a level of 政策 or 施策,
 * and 施策 between 施策 and 取組. It is empty if nothing decides it.
 */
function findKinds(levels: readonly string[], { rows }: PlanTree): ReadonlyMap<string, string> {
  const filled = rows.filter(({ 種別 = '' }) => 種別 !== '');
  const known = new Map(filled.map(({ 階層 = '', 種別 = '' }) => [階層, kindWords.get(種別) ?? 種別]));
  const named = levels.map((level) => {
    const [word = ''] = /(?:政策|施策|取り?組み?)$|^(?:成果|事業|姿勢|課題)$/.exec(level) ?? [];
    return known.get(level) ?? kindWords.get(word) ?? word;
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

const describeMissingLevel = (level: string): PlaceDoubt => [
  `すぐ上の階層の「${level}」がありません。`,
  `表に「${level}」を書いてください。その階層を通らない項目なら、そのセルに「－」と書きます。`,
];
const describeOtherNumber = (parent: string): PlaceDoubt => [
  `番号が、上の項目のコード「${parent}」と合いません。`,
  '計画と見くらべて、番号か、上の項目のセルを直してください。',
];

/** An item with its code, the ids of its departments and its places in the source; an item of the plan has no row. */
type PlacedItem = Readonly<{ code: string; title: string; row: InputRow | null }> &
  Readonly<Record<'departments' | 'places', Set<string>>>;

/** Indexes the items of the plan and of the sheet by their codes, and the codes of unnumbered ones by their parents and names. */
function createItemIndex(rows: PlanTree['rows']) {
  const items = new Map<string, PlacedItem>();
  const named = new Map<string, string>();
  const nextNumbers = new Map<string, number>();
  const createKey = (parent: string, title: string) => `${parent} ${foldText(title)}`;
  for (const { コード: code = '', 親コード: parent = '', 名称: title = '' } of rows) {
    items.set(code, { code, title, row: null, departments: new Set(), places: new Set() });
    named.set(createKey(parent, title), code);
  }
  return {
    get: (code: string) => items.get(code),
    findCode: (parent: string, title: string) => named.get(createKey(parent, title)),
    add: (item: PlacedItem) => items.set(item.code, item),
    addName: (parent: string, { title, code }: PlacedItem) => named.set(createKey(parent, title), code),
    createCode: (prefix: string): string => {
      let number = nextNumbers.get(prefix) ?? 1;
      while (items.has(`${prefix}${number}`)) number += 1;
      nextNumbers.set(prefix, number);
      return `${prefix}${number}`;
    },
  };
}
type ItemIndex = ReturnType<typeof createItemIndex>;

/** What is open at a level: null if the level above has none there, undefined if nobody knows, a word for an omitted name. */
type OpenItem = PlacedItem | 'repeated' | 'unplaced' | null | undefined;

/** Returns the parent's code and the code of a name: its printed number, or else the next one below the parent. */
function findCodes(sheet: ItemSheet, index: ItemIndex, { row, parts, title }: ItemName, above: OpenItem) {
  const written = sheet.columns.find(({ becomes }) => becomes === '親コード');
  const isByCode = sheet.isList && (written !== undefined || parts.length > 1);
  const parentParts = written ? splitItemNumber(getCellText(row, written.index))?.parts : parts.slice(0, -1);
  const parent = isByCode ? (parentParts ?? []).join('_') : above instanceof Object ? above.code : '';
  const prefix = parent === '' ? '' : `${parent}_`;
  const twin = index.findCode(parent, title);
  // Below 1_2, the number 2-1 repeats the last part.
  const isInner = parts.length === 1 || parent.endsWith(`_${parts.slice(0, -1).join('_')}`);
  const printed = isInner && !isByCode ? `${prefix}${parts.at(-1)}` : parts.join('_');
  const code = parts.length > 0 ? printed : (twin ?? index.createCode(prefix));
  return { parent, code, twin, isByCode };
}

type ItemCodes = ReturnType<typeof findCodes>;

/** True if the printed number of a name does not begin with the code of its parent. */
const isOutside = ({ parts }: ItemName, { parent, code, isByCode }: ItemCodes) =>
  !isByCode && parts.length > 1 && parent !== '' && !code.startsWith(`${parent}_`);

/** True if an item has the title of a name, with or without the number before it. */
const hasTitle = (item: PlacedItem | undefined, { title, text }: ItemName) =>
  item !== undefined && [title, text].some((one) => foldText(one) === foldText(item.title));

/**
 * Creates a function that returns what a name opens at its level: a new item, one of the plan or one above; and lists the
 * rows of the new items, which have this 出典ID, and those of the plan.
 */
function createItemPlacer(sheet: ItemSheet, tree: PlanTree, source: string, reporter: ItemReporter) {
  const { columns, names, isList, header } = sheet;
  const { say, report, reportPlace } = reporter;
  const levels = isList ? tree.levels : names.map(({ level }) => level);
  const kinds = findKinds(levels, tree);
  const index = createItemIndex(tree.rows);
  const drafts: { item: PlacedItem; draft: DraftRow }[] = [];
  const known = new Set<PlacedItem>();
  const isRepeated = ({ row, text, isLowest }: ItemName) => {
    const marks = isLowest ? columns.filter(({ becomes }) => becomes !== '名称') : [];
    return [text, ...marks.map((one) => getCellText(row, one.index))].some((cell) => REPEATED.test(cell));
  };
  const createDraft = (name: ItemName, { code, title }: PlacedItem, parent: string): DraftRow => {
    const [level = '', heading] = [levels[name.depth], { row: header, index: name.index }];
    const kind = kinds.get(level) ?? '';
    const cells = { コード: code, 親コード: parent, 階層: level, 種別: kind, 名称: title, 出典ID: source };
    return { cells, row: name.row, origins: { 名称: name, ...(!isList && { 階層: heading }) } };
  };
  /** Adds a name as a new item or as one of the plan; reports a code or a name that another item has. */
  const addItem = (name: ItemName, { parent, code, twin }: ItemCodes, before: PlacedItem | undefined) => {
    const { row, parts, title } = name;
    const item: PlacedItem = { code, title, row, departments: new Set(), places: new Set() };
    index.add(item);
    if (parts.length === 0) index.addName(parent, item);
    if (hasTitle(before, name)) known.add(item);
    else if (before || twin !== undefined) {
      const [old, line] = [before?.title ?? title, before?.row?.line ?? ''];
      report(name, createIssue('other-item', { code, value: title, before: old, line, other: twin ?? '' }));
    } else drafts.push({ item, draft: createDraft(name, item, parent) });
    return item;
  };
  const place = (name: ItemName, open: readonly OpenItem[]): OpenItem => {
    const { row, text, depth, isLowest } = name;
    const above = depth === 0 ? null : open[depth - 1];
    // The reason is reported at the name above.
    if (above === 'unplaced') return above;
    if (above === 'repeated' || isRepeated(name)) {
      say(name, '再掲なので、2つ目の項目にはしません。');
      return 'repeated';
    }
    const codes = findCodes(sheet, index, name, above);
    if (above === undefined && !codes.isByCode) {
      const at = isList ? name.index : (names[depth - 1]?.index ?? 0);
      reportPlace({ row, index: at }, text, describeMissingLevel(levels[depth - 1] ?? ''));
      return 'unplaced';
    }
    if (DASH.test(text)) return above;
    if (isOutside(name, codes)) {
      reportPlace(name, text, describeOtherNumber(codes.parent));
      return 'unplaced';
    }
    const before = index.get(codes.code);
    if (!before?.row || !hasTitle(before, name)) return addItem(name, codes, before);
    if (isLowest && before !== open[depth]) say(name, `${before.row.line}行めの項目と同じなので、2回は加えません。`);
    return before;
  };
  return { place, levels, kinds, drafts, known };
}

/** Creates a function that adds the departments and places in a row to its open items, and a set of unknown departments. */
function createDepartmentReader(
  { columns, names, rows }: ItemSheet,
  known: PlanTree['departments'],
  doubts: InputRows['issues'],
) {
  const findTextRow = createTextRowFinder(rows, doubts);
  const unknownDepartments = new Set<string>();
  const addDepartments = (row: InputRow, open: readonly OpenItem[]) => {
    for (const { index, becomes } of columns.filter((one) => /^(?:担当|出典箇所)$/.test(one.becomes))) {
      // A column between those of two levels is that of the wider one.
      const owner = names.findLastIndex((name) => name.index < index);
      const item = owner === names.length - 1 ? open.at(-1) : open[owner];
      const text = (findTextRow(row, index).cells[index] ?? '').trim();
      const isPlace = becomes === '出典箇所';
      if (isPlace && text !== '' && item instanceof Object) item.places.add(text.replace(/^\p{Nd}+$/u, '$&ページ'));
      const parts = isPlace ? [] : known.has(foldText(text)) ? [text] : text.split(/[、,，;；／/・\s]+/);
      for (const part of parts.filter((one) => one !== '' && !DASH.test(one))) {
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
  const { columns, isList, header, other } = sheet;
  const reporter = createReporter(sheet);
  const { notices, issues, say, report } = reporter;
  const rows = readItemRows(sheet, reporter);
  const { place, levels, kinds, drafts, known } = createItemPlacer(sheet, tree, source, reporter);
  const { addDepartments, unknownDepartments } = createDepartmentReader(sheet, tree.departments, doubts);
  const rank = columns.find(({ becomes }) => becomes === '階層');
  const open: OpenItem[] = [];
  for (const { row, names: found } of rows) {
    for (const name of found) {
      const word = getCellText(row, rank?.index);
      const listDepth = rank ? levels.findIndex((level) => foldText(level) === foldText(word)) : name.parts.length - 1;
      const depth = isList ? listDepth : name.depth;
      if (levels[depth] === undefined) {
        report(name, createIssue('unknown-level', { value: word || name.text, choices: levels.join('、') }));
        continue;
      }
      const opened = place({ ...name, depth }, open);
      // An item that continues keeps what is open below it.
      if (opened === open[depth] && opened instanceof Object) continue;
      open.length = depth;
      open[depth] = opened;
    }
    addDepartments(row, open);
  }
  if (other) say({ row: other, index: 0 }, `${header.line}行めより上の表は、使いません。1つの表にしてください。`);
  const unread = columns.filter(({ heading, becomes }) => heading !== '' && becomes === '');
  const list = unread.map(({ index, heading }) => `「${heading}」（${formatColumnLetters(index + 1)}列）`).join('');
  if (list !== '') say({ row: header, index: unread[0]?.index ?? 0 }, `使わない列：${list}。`);
  const added = drafts.map(({ item, draft }): DraftRow => {
    const lists = { 担当: [...item.departments].join(';'), 出典箇所: [...item.places].join('、') };
    return { ...draft, cells: { ...draft.cells, ...lists } };
  });
  const ordered = notices.toSorted((a, b) => a.row.line - b.row.line);
  return { rows: added, notices: ordered, issues, known: known.size, kinds, unknownDepartments };
}
