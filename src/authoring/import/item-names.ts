import { createIssue } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { parseKanjiNumber } from '../../model/japanese-text.ts';
import type { PlanItemRow } from '../../tables/tree.ts';
import * as sheetCells from './sheet-cells.ts';
import type { CellIssue, CellOrigin, LevelCell, ProposedCell, SheetNotice } from './sheet-cells.ts';
import { isHeadingWord, readSheetHeading } from './sheet-heading.ts';

/** Returns the only cell of a row above headings, or null if there is none or it is a note of the table above. */
export function findTitle(row: InputRow | undefined): CellOrigin | null {
  const [cell, ...more] = row ? sheetCells.listFilledOrigins(row) : [];
  return cell && more.length === 0 && !sheetCells.findFootnote(cell.row) ? cell : null;
}

/** True for 施策名, 施策1-1 and 第1章, which are labels of names of plan items. */
const isItemLabel = (text: string) => readSheetHeading(text.replace(/第|[\p{N}.．‐－ー-]/gu, ''))?.becomes === 'level';

/** A label before its text: 施策名：健康, 担当課：市民課. */
const LABELLED = /^([^：:]{1,12})[：:]\s*(.*)$/su;

/** Returns the text behind the label of a plan item, 健康 of 施策名：健康; null for a text without such a label. */
function removeItemLabel(text: string): string | null {
  const [, label = '', name = ''] = LABELLED.exec(text) ?? [];
  return isItemLabel(label) && name !== '' ? name : null;
}

/** Returns the names of plan items that have labels: in the cell of the label, or in the next one. */
const listLabelled = (row: InputRow): LevelCell[] =>
  sheetCells.listFilledOrigins(row).flatMap((cell, at, cells) => {
    const text = sheetCells.getCellText(row, cell.index);
    const name = removeItemLabel(text);
    const next = cells[at + 1];
    if (name !== null) return sheetCells.createTitle(cell, name, 'labelled');
    if (!isItemLabel(text)) return [];
    return next && !isHeadingWord(sheetCells.getCellText(row, next.index))
      ? sheetCells.createTitle(next, undefined, 'labelled')
      : [];
  });

/** Returns the title in a row below the headings, without its label; null for a row with other cells or another label. */
export function findSection(row: InputRow): LevelCell | null {
  const cell = findTitle(row);
  const text = cell ? sheetCells.getCellText(row, cell.index) : '';
  const name = LABELLED.test(text) ? removeItemLabel(text) : text;
  return cell && name !== null ? sheetCells.createTitle(cell, name, 'section') : null;
}

/**
 * Returns the cells above some headings that may be names of plan items, the widest first: those with labels, and the
 * nearest one that is alone in its row. A row with a value, or with － instead, belongs to the table above.
 * @param above the rows between the headings and those of the table above
 */
export function listTitles(above: readonly InputRow[]): LevelCell[] {
  const titles: LevelCell[] = [];
  for (const row of above.toReversed()) {
    const labelled = listLabelled(row);
    const title = findTitle(row);
    const text = title ? sheetCells.getCellText(row, title.index) : '';
    // （令和6年度末現在）, 担当：市民課 and ■成果指標 are remarks.
    const isRemark = /^[（(].*[)）]$/.test(text) || LABELLED.test(text) || isHeadingWord(text);
    const isFirst = titles.every(({ form }) => form === 'labelled');
    const hasValue =
      labelled.length === 0 &&
      row.cells.some((cell) => sheetCells.isNumber(cell) || (cell !== '' && sheetCells.isUnset(cell)));
    if (hasValue && !(title && row === above.at(-1))) break;
    titles.unshift(...labelled);
    if (title && labelled.length === 0 && !isRemark && isFirst) titles.unshift(sheetCells.createTitle(title));
  }
  return titles;
}

/** A plan item with its name, for the columns 分野, 施策 and so on of a sheet. */
type NamedItem = Pick<PlanItemRow, 'code' | 'title' | 'level' | 'parent'>;

/** A number in a circle. NFKC would turn ①80 into 180. */
const CIRCLED = '[①-⑳㉑-㉟㊱-㊿]';
const CIRCLED_PART = new RegExp(`(${CIRCLED})`);
/** Numbers with signs between them, also behind a letter: A-1, A1. In our codes, a part may begin with letters: 1_o1. */
const COUNT =
  '(?:\\d+|[一二三四五六七八九十]+|[IVX]+(?![A-Za-z])|[A-Z](?=[-‐‑–—−ー―]\\d)|[A-HJ-UWYZ]\\d+)(?:[-.‐‑–—−ー―_]\\d+|_[a-z]+\\d+)*';
/** A number before a name. A number without a separator may belong to the name. */
const PREFIX = new RegExp(
  // ① 健康, (1)健康
  `^(?:${CIRCLED} ?|\\(${COUNT}\\) ?` +
    // 第1章 健康, 1 健康
    `|第?${COUNT}(?:章|節|款|項|部|編) ?|第?${COUNT}[ .:、)_]+` +
    // 施策1-2 健康
    `|(?:分野|政策|施策|基本施策|主要施策|中施策|小施策|大施策|基本目標|基本方針|基本方向|施策の方向性?|目標|方針|柱|戦略|プロジェクト|取組|事業) ?${COUNT}[ .:、)]*)`,
);

const foldName = (text: string) =>
  text
    .split(CIRCLED_PART)
    .map((part, at) => (at % 2 === 0 ? part.normalize('NFKC') : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const BARE_NUMBER = new RegExp(`^${COUNT}$`);
const NUMBER_PART = new RegExp(`[a-z]*\\d+|[一二三四五六七八九十]+|[IVX]+|[A-Z]|${CIRCLED}`, 'g');
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/**
 * Returns the number before the name of an item as parts of a code, and the name as it is written; null without a number.
 * @example splitItemNumber('施策１－２　子育て') // → 1, 2; 子育て
 */
export function splitItemNumber(text: string): { readonly parts: readonly string[]; readonly name: string } | null {
  const folded = foldName(text);
  const printed = (BARE_NUMBER.exec(folded) ?? PREFIX.exec(folded))?.[0].trimEnd();
  if (printed === undefined) return null;
  const letters = [...text];
  // A search by halves, because a number may be thousands of signs.
  let [end, last] = [1, letters.length];
  while (end < last) {
    const middle = Math.floor((end + last) / 2);
    if (foldName(letters.slice(0, middle).join('')).length < printed.length) end = middle + 1;
    else last = middle;
  }
  const parts = (printed.match(NUMBER_PART) ?? []).map((part) => {
    if (/[a-z]|^[A-HJ-UWYZ]$/.test(part)) return part.toLowerCase();
    const digits = part.normalize('NFKC');
    return String(/\d/.test(digits) ? Number(digits) : (parseKanjiNumber(part) ?? ROMAN.indexOf(part)));
  });
  return { parts, name: letters.slice(end).join('').trim() };
}

/** Returns the names under which an item may be written: as it is, and without its number. */
function listSpellings(text: string): string[] {
  const folded = foldName(text);
  const names = [folded, folded.replace(PREFIX, '')].map((name) => name.replace(/[ 「」『』]/g, '').toLowerCase());
  return [...new Set(names)].filter((name) => name !== '');
}

/** Returns functions that find plan items by their names. Only equal names count: a near one is only suggested. */
function createItemLookup(items: readonly NamedItem[]) {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const spellings = items.flatMap((item) => listSpellings(item.title).map((name) => ({ name, item })));
  const byName = Map.groupBy(spellings, ({ name }) => name);
  const titles = items.map(({ title }) => title);

  /** Returns the items with a name or code; those whose whole name is equal come before all others. */
  const find = (text: string): readonly NamedItem[] => {
    const code = byCode.get(foldName(text));
    const named = listSpellings(text).find((name) => byName.has(name)) ?? '';
    return code ? [code] : (byName.get(named) ?? []).map(({ item }) => item);
  };

  /** Returns true for an item that is one of others, or below one of them. */
  const isBelow = (item: NamedItem, others: readonly NamedItem[]): boolean => {
    const seen = new Set<string>();
    for (let at: NamedItem | undefined = item; at && !seen.has(at.code); at = byCode.get(at.parent ?? '')) {
      if (others.includes(at)) return true;
      seen.add(at.code);
    }
    return false;
  };

  /**
   * Returns the code of the item that a cell names, or an empty text if that is unclear, and the reason in words. Wider
   * cells decide between items of the same name, and must not name another branch of the plan.
   */
  const match = ({ text, level }: LevelCell, wider: readonly LevelCell[]): readonly [code: string, why: string] => {
    // Below 章 1, 節 2 is the item 1_2, and 節 1_2 contains its 章 already.
    const path = [...wider.map((cell) => cell.text), text].map(foldName);
    const joined = byCode.get(path.reduce((above, own) => (own.startsWith(`${above}_`) ? own : `${above}_${own}`)));
    const named = joined ? [joined] : find(text);
    const [first] = named;
    if (!first) {
      const near = suggestChoice(text, titles);
      const advice = near ? `「${near}」のことなら、表の名称をそろえてください。` : '';
      return ['', `という名称は、tree.csv にありません。${advice}コードは空のままにします。`];
    }
    // A title names another branch than the titles before it, unless several items have its name.
    const isSure = level === sheetCells.TITLE_LEVEL && named.length === 1;
    const above = isSure ? [] : wider.map((cell) => find(cell.text)).filter((found) => found.length > 0);
    const inside = named.filter((item) => above.every((found) => isBelow(item, found)));
    if (inside.length === 0)
      return ['', `は、tree.csv では「${first.code}」ですが、左の列の項目の下にありません。コードは空のままにします。`];
    const sameLevel = inside.filter((item) => item.level === level);
    const [item, ...others] = sameLevel.length > 0 ? sameLevel : inside;
    if (item && others.length === 0) return [item.code, ''];
    const codes = inside.map(({ code }) => code).join('、');
    const why = `という名称は、tree.csv にいくつもあります（${codes}）。コードは空のままにします。`;
    return ['', `${why}表に「コード」の列を加えると決められます。`];
  };
  return { find, match };
}

/** Returns a notice on each level without any name of the plan. */
const describeUnknownLevels = (unknown: readonly LevelCell[]): SheetNotice[] =>
  [...Map.groupBy(unknown, ({ level }) => level)].flatMap(([level, [cell]]) => {
    const text = `「${level}」の列の名称は、tree.csv に1つもないので、コードは書きません。表に「コード」の列を加えるか、tree.csv を先に書いてください。`;
    return cell ? [{ ...cell, text }] : [];
  });

/**
 * Returns functions that find the plan items of the rows of a sheet, and notices on its names.
 * @param cells all names of the sheet: a level counts only if one of them is an item of the plan
 */
export function createItemFinder(items: readonly NamedItem[], cells: readonly LevelCell[]) {
  const { find, match } = createItemLookup(items);
  const hasItem = (name: string) => find(name).length > 0;
  const levels = new Set(cells.flatMap(({ level, text }) => (hasItem(text) ? [level] : [])));
  const unknown = cells.filter(({ level }) => level !== sheetCells.TITLE_LEVEL && !levels.has(level));

  /** Returns the names in a row that say which item is meant. Above them may be the title of the document. */
  const listKnown = (names: readonly LevelCell[]) => {
    const isSure = ({ form, text }: LevelCell) => form !== undefined || hasItem(text);
    const titles = names.filter(({ level }) => level === sheetCells.TITLE_LEVEL);
    const others = names.filter(({ level }) => level !== sheetCells.TITLE_LEVEL && levels.has(level));
    return [...(titles.some(isSure) ? titles.filter(isSure) : titles.slice(-1)), ...others];
  };

  /** The first name with a code, for the notice on all of them. */
  let example: string | null = null;
  /**
   * Returns the code of the item that a row names, and a notice: the same for all rows with codes, or why there is none.
   * @param names the names in the row, the widest first
   */
  const proposeCode = (names: readonly LevelCell[], row: InputRow): ProposedCell => {
    const known = listKnown(names).filter(({ level }) => levels.has(level));
    const cell = known.at(-1);
    if (!cell) return sheetCells.NO_PROPOSAL;
    const [code, why] = match(cell, known.slice(0, -1));
    if (code !== '') example ??= `「${cell.text}」は「${code}」`;
    const found = `施策などの名称が tree.csv の名称と合うので、コードを決めます（${example ?? ''}）。足す行の「コード」で確かめてください。`;
    const text = code === '' ? `「${cell.level}」の「${cell.text}」${why}` : found;
    return { text: code, origin: cell, notice: { row, index: cell.index, text } };
  };
  const reported = new Set<InputRow>();
  /** Returns the issue of a title from which no single item follows, if titles are names of items; once for each row. */
  const findUnclearTitle = (names: readonly LevelCell[]): CellIssue[] => {
    const cell = listKnown(names).at(-1);
    const isTitle = cell?.form === 'labelled' || (cell?.form === 'section' && levels.has(sheetCells.TITLE_LEVEL));
    if (!cell || !isTitle || items.length === 0 || reported.has(cell.row)) return [];
    reported.add(cell.row);
    const issue = createIssue('name-alone', { value: cell.text, item: 1 });
    return proposeCode(names, cell.row).text === '' ? [{ ...cell, field: '', issue }] : [];
  };
  return { notices: describeUnknownLevels(unknown), hasItem, findUnclearTitle, proposeCode };
}

export type ItemFinder = ReturnType<typeof createItemFinder>;
