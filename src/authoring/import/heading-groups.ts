import { type InputRow, isFilledCell } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { joinPatterns } from '../../model/text-patterns.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { POSSIBLE_NAMES } from '../../validation/detect-table.ts';
import { getCellText } from './sheet-cells.ts';
import { chooseTargetColumn, findFurtherHeading, findNameIndex } from './sheet-columns.ts';
import { getColumnDay, getHeading, getStatedHeading } from './sheet-columns.ts';
import { isNameColumn, isTimeColumn, isTimed, isValueColumn, isYearAlone } from './sheet-columns.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { readSheetHeading, splitBrackets } from './sheet-heading.ts';
import { getSortDay, hasYear } from './sheet-times.ts';

/** Words of groups below which a year alone is not a result. */
const NO_VALUES = joinPatterns(
  /目標|現状|基準|当初|策定|計画|見込|見通し|予[測定]|推計|想定|試算/, // 年度別目標
  /率|比|平均|偏差|累[計積]|標準|理論|最[大小高低]|中央値|[上下]限|前[年回]|増減|指標値|回答|標本|計$/, // 達成率
  /執行|予算|決算|費|コスト|人員/, // 事業費
  /評価|判定|順位|(?:達成|進捗)度/,
  /今後|将来|展開|工程|内容|取り?組|(?<!調査)実施年(?!.*実績)/, // 年次展開
  /男|女|うち|内訳|[県国他]|類似|近隣|周辺/,
);
/** Groups whose years are results: 実績値の推移, 本市. */
const RESULT_GROUP = new RegExp(
  `^(?!.*(?:${NO_VALUES.source}))(?:.*(?:推移|経過|年度|年次|指標|実績|数値|値|結果|状況|KPI)|[本当]?[市町村]$)`,
  'i',
);

/** Groups of rates, sums, costs, interim plans and other areas: 実績 and 目標 below them are not the indicator's. */
const OTHER_GROUP = joinPatterns(
  /(?:率|割合|順位|比|偏差値)(?:\(|$)|累[計積]|予算|決算|費|コスト|人員|うち|内訳|参考|中間|[旧前]計画/,
  /^[([【]*(?:(?:男|女)(?:性|子)?$|全国|[県国](?![民勢道])|他[市都の]|類似|近隣|周辺)/, // 女性, 県平均, 近隣市の状況; not 国勢調査
);

/** Groups whose years have no results: 年度別目標, 見込み, 年次計画. The title of a document has other words than 計画. */
const PLANNED_GROUP = joinPatterns(
  /目標(?:数?値)?$|見込|予測|推計/,
  /^(?:今後の?|当初)?(?:各?年[次度](?:別|ごと|毎)?の?)?計画(?:数?値|量)?$/,
);

/** True if the words of a group are not needed to understand a heading below it. */
function readsAlone(below: string, group: string): boolean {
  const meaning = readSheetHeading(below);
  const isOfGroup = OTHER_GROUP.test(foldText(group)) || (hasYear(group) && !isTimed({ meaning }));
  if (meaning === null || (isValueColumn({ meaning }) && isOfGroup)) return false;
  return !isYearAlone({ text: below, meaning }) || RESULT_GROUP.test(group);
}

/** Returns a heading with its groups, or without the groups that are not needed to understand it. */
function chooseHeading(names: readonly string[]): string {
  const start = names.findIndex((_, at) => {
    const text = names.slice(at).join('');
    return at === 0 ? readSheetHeading(text) !== null : readsAlone(text, names.slice(0, at).join(''));
  });
  return names.slice(Math.max(start, 0)).join('');
}

/** The last of the parts 男, 女 and 計: its values are those of the whole group. */
export const WHOLE = /^(?:男女)?(?:合?計|全[体市域]|市全[体域]|総数)$/;

/** A year or a word such as 目標 in the lowest row of headings, and the group that begins above it; empty if none does. */
type HeadingPart = Readonly<{ column: SheetColumn; own: string; begins: string; isOpen: boolean }>;

const isYearText = (text: string) => isYearAlone({ text, meaning: readSheetHeading(text) });

/** Words below each year: 目標, 実績 and 達成率. */
const PART_WORD = /^(?:(?:中間)?目標|計画|実績|結果)(?:数?値)?$|(?:達成|進捗)(?:率|度)|評価|^差/;

/**
 * True for a part that is not the first of its group and probably not of that group: it has none, or the one of the
 * baseline, or of a target of a later year; or a word whose group has no year.
 */
function isOpenPart({ column, own, begins }: Omit<HeadingPart, 'isOpen'>, before: HeadingPart | undefined): boolean {
  if (begins !== '') return false;
  if (!isYearText(own)) return !hasYear(column.group);
  const stated = getStatedHeading(column);
  const isTarget = stated === '目標値' || column.meaning?.becomes === 'interim';
  const isEarlier = isTarget && getColumnDay(column) < getColumnDay(before?.column ?? { meaning: null });
  return column.group === '' || stated === '現状値' || isEarlier;
}

/**
 * True if parts can be divided into groups that each have their name in the middle: above the second of three columns,
 * or above the second or third of four. Words are the same below each group.
 * @param starts the indexes of the names among the parts
 */
function haveCentredGroups(parts: readonly HeadingPart[], starts: readonly number[]): boolean {
  const size = parts.length / starts.length;
  const isWord = parts[0] && !isYearText(parts[0].own);
  if (isWord)
    return parts.every(
      ({ own, begins }, at) => own === parts[at % size]?.own && (begins !== '') === (at % size === starts[0]),
    );
  // The indexes at which the next group may begin.
  let firsts = new Set([0]);
  for (const start of starts) {
    const ends = [...firsts].flatMap((first) => {
      const before = start - first;
      if (before <= 0) return before === 0 ? [start + 1, start + 2] : [];
      return [start + before + 1, start + before + 2, ...(before > 1 ? [start + before] : [])];
    });
    firsts = new Set(ends);
  }
  return firsts.has(parts.length);
}

/** Lists the columns at which targets begin behind results of several years in a row: either may have the last of these. */
function listUnsureColumns(parts: readonly HeadingPart[], starts: readonly number[]): SheetColumn[] {
  const years = parts.map(({ own }) => Number(getSortDay(own).slice(0, 4)));
  const isResult = (at: number) => parts[at]?.column.meaning?.becomes === 'result';
  const isUnsure = (start: number, at: number) =>
    start > (starts[at - 1] ?? start) + 1 &&
    years[start] === (years[start - 1] ?? 0) + 1 &&
    isResult(start - 1) &&
    !isResult(start);
  return haveCentredGroups(parts, starts) ? starts.filter(isUnsure).flatMap((at) => parts[at]?.column ?? []) : [];
}

/** True if merged cells of a row are above several filled cells of the row below: they are groups. */
const hasMergedGroup = ({ merged }: InputRow, lower: InputRow | undefined): boolean =>
  [...(merged ?? [])].some(
    ([first, last]) => lower !== undefined && lower.cells.slice(first, last + 1).filter(isFilledCell).length > 1,
  );

type GroupDoubt = Pick<SheetColumn, 'unclearGroup' | 'unsureGroup'>;

/**
 * Returns the columns with a doubtful group. Nobody knows whether an `unclearGroup` is above its columns: it is merged
 * and ends before them, or it is not merged and its name may be in the middle. The column of an `unsureGroup` has its
 * name: the group is read from there on, but may begin one column before.
 */
function findUnclearGroups(
  columns: readonly SheetColumn[],
  parts: readonly HeadingPart[],
  isMerged: boolean,
): ReadonlyMap<SheetColumn, GroupDoubt> {
  const unclear = new Map<SheetColumn, GroupDoubt>();
  const years = parts.filter(({ own }) => isYearText(own));
  const result = years.find(({ column }) => column.group !== '' && column.meaning?.becomes === 'result')?.column.group;
  let above = result;
  for (const { column, begins, isOpen } of isMerged ? years : []) {
    // A baseline is above its own column.
    if (begins !== '' && getStatedHeading(column) !== '現状値') above ??= begins;
    if (isOpen && above !== undefined) unclear.set(column, { unclearGroup: above });
  }
  let run: HeadingPart[] = [];
  for (const [at, part] of isMerged ? [] : parts.entries()) {
    run.push(part);
    const next = parts[at + 1];
    if (next && isYearText(next.own) === isYearText(part.own) && !(next.isOpen && !part.isOpen)) continue;
    const own = new Set(run.map(({ column }) => column));
    const starts = run.flatMap(({ begins }, index) => (begins === '' ? [] : [index]));
    const [start = 0] = starts;
    // A single 目標 before the words below R5年度 may be the target, unless another column has that.
    const isTarget = (one: SheetColumn) => getStatedHeading(one) === '目標値' && !own.has(one);
    // Years prove nothing, also if some are left out: targets are often of R6, R7, R9 and R11.
    const isClear = () => starts.length === 1 && !isYearText(part.own) && !columns.some(isTarget);
    if (start > 0 && haveCentredGroups(run, starts) && !isClear())
      for (const column of own) unclear.set(column, { unclearGroup: run[start]?.begins ?? '' });
    if (start === 0 && isYearText(part.own))
      for (const column of listUnsureColumns(run, starts)) unclear.set(column, { unsureGroup: column.group });
    run = [];
  }
  return unclear;
}

/**
 * Reads the headings of a table, and marks the columns of which nobody knows whether a group is above them. Only the first
 * column of a group has its name, as merged cells are saved. A name above empty cells is not a group.
 */
function readColumns(rows: readonly InputRow[]): SheetColumn[] {
  const lower = rows.at(-1);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  // A group above the names of indicators is a title or a remark.
  const titled = lower === rows[0] ? -1 : findNameIndex(lower);
  const title = rows[0]?.cells.findLastIndex((cell, index) => index <= titled && cell.trim() !== '');
  const hasSexes = /,\s*女/u.test(/(?:^|,)\s*男(.*)/su.exec(lower?.cells.join() ?? '')?.[1] ?? '');
  // Beside 実績(b), the letter in 目標(a) does not mean アール.
  const hasLetters = rows.some(({ cells }) => /[(（][bｂ][)）]/.test(cells.join()));
  const groups = rows.map(() => '');
  const ends = rows.map(() => Infinity);
  // Beside merged groups, a cell that is not merged is above its own column.
  const areMerged = rows.map((row, level) => hasMergedGroup(row, rows[level + 1]));
  const parts: HeadingPart[] = [];
  const columns = Array.from({ length: width }, (_, index): SheetColumn => {
    const texts = rows.map((row) => getCellText(row, index));
    const last = texts.findLastIndex((text) => text !== '');
    for (const [level, end] of ends.entries()) if (index > end) groups.fill('', level);
    let begins = '';
    for (const [level, text] of texts.slice(0, last + 1).entries()) {
      if (text === '') continue;
      groups.fill('', level);
      ends[level] = rows[level]?.merged?.get(index) ?? (areMerged[level] ? index : Infinity);
      if (level >= last || index === title) continue;
      groups[level] = text;
      begins = text;
    }
    const own = texts[last] ?? '';
    const above = groups.slice(0, Math.max(last, 0)).filter((text) => text !== '' && text !== own);
    const text = chooseHeading(hasSexes && above.length > 0 && WHOLE.test(foldText(own)) ? above : [...above, own]);
    const meaning = readSheetHeading(text);
    const printed = findBracketedUnit(splitBrackets(hasLetters ? text.replace(/[(（][aａ][)）]/, '') : text));
    // 実績（年） above R4 says what R4 is.
    const unit = printed === '年' && above.length > 0 && isTimed({ meaning }) ? '' : printed;
    const column: SheetColumn = { index, text, row: rows[last], meaning, unit, group: above.join('') };
    if (last > 0 && lower?.cells[index] && (isYearText(own) || PART_WORD.test(foldText(own)))) {
      const part = { column, own, begins };
      parts.push({ ...part, isOpen: isOpenPart(part, parts.at(-1)) });
    }
    return column;
  }).filter(({ text }) => text !== '');
  const unclear = findUnclearGroups(columns, parts, areMerged.includes(true));
  return columns.map((column) => ({ ...column, ...unclear.get(column) }));
}

/**
 * Returns the headings of one row, or of several if the upper ones contain groups: 実績 above 令和5年度 and 令和6年度. A heading
 * that may mean the names or a value does so if no other column has them.
 */
export function listHeadings(...rows: readonly InputRow[]): SheetColumn[] {
  const columns = chooseTargetColumn(readColumns(rows));
  const target = columns.findLastIndex((one) => getHeading(one)?.startsWith('目標値'));
  // Beside an unknown heading, 項目 is a group: the names may be below the other one.
  const mayName = ({ text }: SheetColumn, at: number) =>
    POSSIBLE_NAMES.test(text) && (columns[at + 1]?.meaning !== null || !/^\s*項\s*目/.test(text));
  const name = columns.some(isNameColumn) ? -1 : columns.findIndex(mayName);
  return columns.map((column, at) => {
    if (at === name && name < target)
      return { ...column, meaning: { becomes: 'column', heading: '名称', period: '' } as const };
    // 現状値（年度） contains the value with its year, if no other column contains the value.
    const value = { meaning: isTimeColumn(column) ? readSheetHeading(column.text.replace(/[(（][^(（]*$/, '')) : null };
    const isValue = isValueColumn(value) && !columns.some((one) => getHeading(one) === getHeading(value));
    return isValue ? { ...column, ...value } : column;
  });
}

/** True for a row above the names that has a time at its end, such as 令和6年4月1日現在: it is the time of no column. */
function isDated(upper: InputRow, lower: InputRow): boolean {
  const name = findNameIndex(lower);
  const isFilled = (cell: string, index: number) => index > name && !/^\s*$|単位/.test(cell);
  const index = upper.cells.findIndex(isFilled);
  const text = getCellText(upper, index);
  const isLast = index >= lower.cells.findLastIndex(isFilled);
  const isAlone = name >= 0 && index >= 0 && index === upper.cells.findLastIndex(isFilled);
  return isAlone && isYearAlone({ text, meaning: readSheetHeading(text) }) && (isLast || /日|現在|時点/.test(text));
}

/** Returns the number of known columns, or 0 if rows of indicators can't be read with these headings. */
function countKnown(columns: readonly SheetColumn[], lower: readonly InputRow[]): number {
  const name = columns.find(isNameColumn);
  if (!name || !columns.some(isValueColumn)) return 0;
  // Below 指標名, the name of an indicator begins the values.
  const below = lower.map((row) => getCellText(row, name.index)).filter((text) => text !== '');
  // Below such a group, a year is known to be no result, and below any group beside one of results.
  const hasResults = columns.some(({ group, meaning }) => group !== '' && meaning?.becomes === 'result');
  const isOther = ({ text, group }: SheetColumn) =>
    group !== '' && hasYear(text) && (hasResults || PLANNED_GROUP.test(foldText(group)));
  const isHeading = (text: string) => POSSIBLE_NAMES.test(text) || readSheetHeading(text) !== null;
  return below.every(isHeading) ? columns.filter((one) => one.meaning !== null || isOther(one)).length : 0;
}

/** True if the upper row is a title or values: without it, the columns mean the same, or more of them are known. */
function addsNothing(columns: readonly SheetColumn[], lower: InputRow): boolean {
  const alone = listHeadings(lower);
  const list = (all: readonly SheetColumn[]) => JSON.stringify(all.flatMap(({ meaning }) => meaning ?? []));
  if (columns.some(({ unclearGroup }) => unclearGroup !== undefined)) return false;
  return countKnown(alone, []) > countKnown(columns, [lower]) || list(columns) === list(alone);
}

/** Headings at a row: their columns, the number of known ones, and the number of their rows. */
export type FoundHeadings = Readonly<{ known: number; at: number; height: number; columns: readonly SheetColumn[] }>;

/**
 * Returns the headings that begin at a row, or null. Of several with as many known columns, those with more
 * times are better, and then those without further headings below.
 */
export function findHeadings(rows: readonly InputRow[], at: number): FoundHeadings | null {
  const readings = [1, 2, 3].flatMap((height): FoundHeadings[] => {
    const [row, ...lower] = rows.slice(at, at + height);
    const next = lower[0];
    // Of three rows, the first must have the heading of names: reading headings is slow.
    if (!row || lower.length < height - 1 || (height === 3 && findNameIndex(row) < 0)) return [];
    const columns = listHeadings(row, ...lower);
    const areSeparate = height === 2 && next && (isDated(row, next) || addsNothing(columns, next));
    return areSeparate ? [] : [{ known: countKnown(columns, lower), at, height, columns }];
  });
  const countTimes = ({ columns }: FoundHeadings) => columns.filter(isTimed).length;
  const isCut = ({ columns, height }: FoundHeadings) =>
    Number(findFurtherHeading(columns, rows[at + height]) !== undefined);
  const [best] = readings
    .filter((reading) => reading.known > 0)
    .sort((a, b) => b.known - a.known || countTimes(b) - countTimes(a) || isCut(a) - isCut(b));
  return best ?? null;
}

/** True if two rows together are the headings of indicators: groups above their parts. */
export const haveSplitHeadings = (upper: InputRow, lower: InputRow): boolean =>
  findHeadings([upper, lower], 0)?.height === 2;
