import { formatColumnLetters, createIssue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { NOTE_SIGNS } from '../../model/text-patterns.ts';
import { isKnownUnit } from '../../notation/number-and-unit.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { createQuoteIssue, findDividedNumber } from '../../validation/row-parser.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { getCellText, isBareNumber, isBareTarget, isNumber } from './sheet-cells.ts';
import type { CellIssue, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { findFurtherHeading, getHeading, isTargetColumn, isTimed, isUnusedResult } from './sheet-columns.ts';
import { isValueColumn, type SheetColumn } from './sheet-columns.ts';
import { readSheetHeading, removeOrder } from './sheet-heading.ts';
import { hasYear } from './sheet-times.ts';
import { adviseOnShared, createLayoutIssue, findDivision, findTimeColumn } from './unreadable-layout.ts';

const quoteColumn = ({ text, index }: SheetColumn) => `「${text}」（${formatColumnLetters(index + 1)}列）`;

/** Finds a row with wrong cells, because a quotation mark has no pair or a comma divides a number. */
function findBrokenRow({ rows, width }: SheetBlock): CellIssue | null {
  for (const row of rows) {
    const { cells, brokenFrom } = row;
    if (brokenFrom !== null)
      return { row, index: brokenFrom, field: '', issue: createQuoteIssue(cells[brokenFrom] ?? '') };
    const number = findDividedNumber(cells, width);
    if (!number) continue;
    const issue = createIssue('ragged-row', { got: cells.length, expected: width, number: number.text });
    return { row, index: number.index, field: '', issue };
  }
  return null;
}

/** Finds a second column of names, units or values with other texts: it belongs to another indicator. */
function findSecondIndicator({ columns, rows }: SheetBlock): CellIssue | null {
  for (const heading of ['名称', '単位', '現状値', '目標値']) {
    const same = columns.filter((column) => getHeading(column) === heading);
    for (const other of same) {
      const getText = ({ text }: SheetColumn) => foldText(removeOrder(text));
      const first = same.find((one) => !isValueColumn(one) || getText(one) === getText(other)) ?? other;
      const row = rows.find((one) => {
        const text = foldText(getCellText(one, other.index));
        return text !== '' && text !== foldText(getCellText(one, first.index));
      });
      const unit = heading === '単位' && row ? { unit: getCellText(row, other.index) } : {};
      const values = { what: heading, columns: `${quoteColumn(first)}と${quoteColumn(other)}`, ...unit };
      if (row) return { row, index: other.index, field: other.text, issue: createIssue('second-indicator', values) };
    }
  }
  return null;
}

/** Finds values of two plans, below each other or side by side (第1期計画, 第2期計画), or baselines below different groups. */
function findDivisions({ columns, rows }: SheetBlock): CellIssue | null {
  // Two plans have no target of the same year: then 期 is a season or a term of payment.
  const isDated = columns.some((one) => getHeading(one) === '目標値' && isTimed(one));
  const plans = isDated ? /^計画(?:名称?|期)?$/ : /^(?:計画(?:名称?|期)?|期)$/;
  const plan = columns.find(({ text }) => plans.test(foldText(text)));
  const below = plan ? findDivision(rows, (row) => getCellText(row, plan.index)) : null;
  const named = createIssue('second-indicator', { ...below?.issue.values, heading: plan?.text ?? '' });
  if (plan && below) return { row: below.other, index: plan.index, field: plan.text, issue: named };
  const [row] = rows;
  const values = columns.filter(isValueColumn);
  const baselines = values.filter((column) => getHeading(column) === '現状値');
  const getGroup = ({ group }: SheetColumn) => group;
  const getPart = (group: string) => (readSheetHeading(group) === null && !hasYear(group) ? group : '');
  const found = findDivision(values, getGroup) ?? findDivision(baselines, getGroup, getPart);
  return row && found ? { row, index: found.other.index, field: found.other.text, issue: found.issue } : null;
}

/** Finds names in a column without a heading, right of the column of names: one merged heading is above both. */
function findUntitledNames({ columns, rows }: SheetBlock, name: number, marker: number | null): CellIssue | null {
  const index = name + 1;
  const column = columns.find((one) => one.index === name);
  const isNamed = (row: InputRow) => /[\p{L}%％]/u.test(getCellText(row, index));
  if (!column || index === marker || columns.some((one) => one.index === index) || !rows.some(isNamed)) return null;
  const used = rows.filter((row) => columns.some((one) => isValueColumn(one) && isNumber(getCellText(row, one.index))));
  const named = used.filter(isNamed);
  const [row] = named;
  if (!row || named.length * 2 < used.length) return null;
  const both = `${quoteColumn(column)}と、見出しのない${formatColumnLetters(index + 1)}列`;
  return { row, index, field: column.text, issue: createIssue('second-indicator', { what: '名称', columns: both }) };
}

/** Words that are headings of another table if they are in the column of names. */
const OTHER_NAMES = /^(?:区分|項目|種類|種別|年度|年次|科目|内容|(?:事業|施策|取組|施設|事務事業)名?|名称)$/;

/** An arrow instead of a value: the plan or the target for the year before continues. */
const CONTINUED = /^[-ー―─━]*[→⇒➡⇨]$/;

/** Lists the lines of a cell, without the marks of a list: ①受診率 and ②参加者数. */
const listItems = ({ cells }: InputRow, index: number): string[] =>
  (cells[index] ?? '')
    .split(/[\r\n]+/)
    .flatMap((line) => line.trim().replace(/^(?:[・①-⑳]|[(（]\p{Nd}[)）])\s*/u, '') || []);

/** Finds a row that shows another layout: the headings of a second table, a form (単位 below the name) or a schedule. */
function findFurtherLayout({ columns, rows }: SheetBlock, name: number): CellIssue | null {
  const heading = columns.find(({ index }) => index === name)?.text ?? '';
  // The arrow of a single target is its direction.
  const hasTargets = columns.filter((one) => isValueColumn(one) && /目標|計画/.test(one.text)).length > 1;
  const titled = new Set(columns.map(({ index }) => index));
  const [first = Infinity, ...more] = columns.filter(isValueColumn).map(({ index }) => index);
  // 事業名 and further years, beside an empty column.
  const isAmongValues = (index: number) => index > first && index < Math.max(...more);
  const beginsTable = (index: number) => !titled.has(index - 1) && titled.has(index + 1) && isAmongValues(index);
  const beside = columns.find(({ index, text }) => OTHER_NAMES.test(foldText(text)) && beginsTable(index));
  const isYearly = (one: SheetColumn) => getHeading(one) !== '現状値' && (hasTargets || getHeading(one) === null);
  for (const row of rows) {
    const title = foldText(getCellText(row, name));
    const valued = columns.filter((one) => isValueColumn(one) && getCellText(row, one.index) !== '');
    const planned = valued.find((one) => isYearly(one) && CONTINUED.test(getCellText(row, one.index)));
    const isHeading = title !== '' && title === foldText(heading);
    const isTable = isHeading || beside !== undefined || (OTHER_NAMES.test(title) && valued.length > 0);
    const shared = columns.find((one) => adviseOnShared(one, row) !== '');
    const names = listItems(row, name);
    const values = names.length > 1 ? valued.map((one) => listItems(row, one.index)) : [];
    const isStacked =
      values.some((items) => items.every(isNumber)) && values.every((items) => items.length === names.length);
    const marked = planned ? 'schedule' : isStacked ? 'stacked' : shared ? 'shared' : null;
    const layout = isTable ? 'several' : title === '単位' ? 'form' : marked;
    const issue = layout && createLayoutIssue(layout, layout === 'shared' && shared && adviseOnShared(shared, row));
    if (issue) return { row, index: (beside ?? planned ?? shared)?.index ?? name, field: '', issue };
  }
  return null;
}

/** The words for signs of bounds. */
const SIGNS = new Map(Object.entries({ '≧': '以上', '≥': '以上', '≦': '以下', '≤': '以下', '<': '未満', '>': '超' }));

/** Reports a cell below or beside a column with a part of its heading, a unit, a further value or the 以上 of a target. */
function createSplitHeadingIssue(row: InputRow, column: SheetColumn, index: number, target = ''): CellIssue {
  const value = getCellText(row, index);
  const unit = isKnownUnit(value) ? 1 : '';
  const letters = index === column.index ? '' : formatColumnLetters(index + 1);
  const bound = foldText(value).replace(/[~〜()過]/g, '');
  const written = target && { target, written: target + (SIGNS.get(bound) ?? bound) };
  const values = { heading: column.text, value, unit, letters, ...written };
  return { row, index, field: column.text, issue: createIssue('split-heading', values) };
}

/** Finds a row of further headings between the headings and the first name, or with a word such as 項目 instead of it. */
function findFurtherHeadings({ columns, rows }: SheetBlock, name: number): CellIssue | null {
  const first = rows.findIndex((row) => getCellText(row, name) !== '');
  for (const row of rows.slice(0, first + 1)) {
    const years = columns.filter((one) => readSheetHeading(getCellText(row, one.index))?.becomes === 'result');
    const isWord = OTHER_NAMES.test(foldText(getCellText(row, name)));
    const column = findFurtherHeading(columns, row) ?? (isWord ? years.find(isValueColumn) : undefined);
    if (column) return createSplitHeadingIssue(row, column, column.index);
  }
  return null;
}

/** Finds a column of values of which nobody knows whether the heading beside it is above it, too. */
function findUnclearGroup({ columns, rows }: SheetBlock): CellIssue | null {
  for (const { index, text, unclearGroup: group } of columns) {
    const row = group === undefined ? undefined : rows.find((one) => isNumber(getCellText(one, index)));
    if (!row || group === undefined) continue;
    return { row, index, field: text, issue: createIssue('split-heading', { heading: text, group }) };
  }
  return null;
}

/** Finds one name in several rows with a year in each, if the heading of the results has no year. */
function findLongLayout({ columns, rows }: SheetBlock, name: number): CellIssue | null {
  // Reading times is slow, and a sheet may have a million cells.
  const leading = rows.slice(0, 20);
  const index = columns.some(isUnusedResult) ? findTimeColumn(leading) : -1;
  const isRepeated = new Set(leading.map((row) => getCellText(row, name))).size < leading.length;
  const [row] = leading;
  return row && index >= 0 && isRepeated ? { row, index, field: '', issue: createLayoutIssue('long') } : null;
}

/** Finds numbers or units in a column without a heading, right of values: a merged heading may be above both. */
function findUntitledParts({ columns, rows }: SheetBlock, name: number, marker: number | null): CellIssue | null {
  const named = rows.filter((row) => getCellText(row, name) !== '');
  const titled = new Set([...columns.map(({ index }) => index), marker]);
  const hasUnits = columns.some((one) => getHeading(one) === '単位');
  const isPart = (text: string) => isNumber(text) || (!hasUnits && isKnownUnit(text));
  for (const column of columns.filter(isValueColumn)) {
    if (titled.has(column.index + 1)) continue;
    const row = named.find((one) => isPart(getCellText(one, column.index + 1)));
    if (row) return createSplitHeadingIssue(row, column, column.index + 1);
  }
  return null;
}

/** The end of a target in a cell of its own. 超過 and 程度 may be remarks, and > may be an arrow. */
const [LOOSE_BOUND, UNSURE_BOUND] = [/^[~〜(]*(?:以[上下内]|未満|超|[≧≦≥≤<])\)?$/, /^[~〜(]*(?:超過|程度|>)\)?$/];
/** Headings of bounds, and of judgements of results: 達成状況, but not 達成基準 or 達成の方向. */
const BOUND_HEADING = /以[上下内]|未満|比較|条件|方向/;
const JUDGEMENT_HEADING = /進捗|状況|との比較|^(?!.*(?:条件|基準|方向)).*(?:達成|判定|評価)/;

/** True for a cell with the bound of a target, below this heading. */
function isBound(text: string, heading: string): boolean {
  if (JUDGEMENT_HEADING.test(heading)) return false;
  const isNamed = BOUND_HEADING.test(heading) || (heading === '' && !text.includes('>'));
  return LOOSE_BOUND.test(text) || (UNSURE_BOUND.test(text) && isNamed);
}

/** Finds 以上 or ≦ in a cell beside a target without one, which may mean the opposite then. */
function findLooseBound({ columns, rows }: SheetBlock): CellIssue | null {
  const used = columns.filter((one) => isValueColumn(one) || /^(?:名称|単位|良い方向)$/.test(getHeading(one) ?? ''));
  const isUsed = (index: number) => used.some((one) => one.index === index);
  const headings = new Map(columns.map(({ index, text }) => [index, foldText(text)]));
  for (const row of rows) {
    const index = row.cells.findIndex((cell, at) => !isUsed(at) && isBound(foldText(cell), headings.get(at) ?? ''));
    const targets = index < 0 ? [] : used.filter(isTargetColumn);
    const target = targets.find((one) => isBareTarget(getCellText(row, one.index)));
    if (target) return createSplitHeadingIssue(row, target, index, getCellText(row, target.index));
  }
  return null;
}

/**
 * Returns the issue of a table whose headings don't say which indicator or year each value belongs to; null if they do.
 * @param name the index of the column of names
 * @param marker the column of the markers 目標 and 実績
 */
export const findDoubtfulHeadings = (block: SheetBlock, name: number, marker: number | null): CellIssue | null =>
  findBrokenRow(block) ??
  findLongLayout(block, name) ??
  findUnclearGroup(block) ??
  findDivisions(block) ??
  findFurtherHeadings(block, name) ??
  findSecondIndicator(block) ??
  findUntitledNames(block, name, marker) ??
  findFurtherLayout(block, name) ??
  findUntitledParts(block, name, marker) ??
  findLooseBound(block);

/** The unit of all values: （単位：千円）, （単位千円）, 単位 千円. */
const UNIT_WORDS = /単位\s*[:：=＝].|^\s*単位\s+\S|[(（[［]\s*単位\s*[^\s)）\]］]/;
/** The same in a row of its own, also as a footnote: ※単位：人, （注）単位：人. */
const UNIT_ROW = new RegExp(`^(?:[(（]?(?:[${NOTE_SIGNS}]|注)\\p{Nd}?[)）]?[\\s:：]*)?[(（[［]?\\s*単位\\s*[:：]`, 'u');

/** Reports a unit above the headings or in a row of its own, which is not read, if an indicator has a bare number. */
export function findUnitIssue({ above, rows }: SheetBlock, entries: readonly SheetEntry[]): CellIssue[] {
  const locate = (pattern: RegExp) => (row: InputRow) => ({
    row,
    index: row.cells.findIndex((one) => pattern.test(one)),
  });
  const cells = [...above.map(locate(UNIT_WORDS)), ...rows.map(locate(UNIT_ROW))];
  const unitCell = cells.find(({ index }) => index >= 0);
  const entry = entries.find(({ own, title, results, interim }) => {
    const cells = [own.get('現状値'), own.get('目標値'), ...results, ...interim];
    return !own.has('単位') && findBracketedUnit(title) === '' && cells.some((cell) => cell && isBareNumber(cell));
  });
  if (!unitCell || !entry) return [];
  const words = getCellText(unitCell.row, unitCell.index);
  const values = { words, value: entry.title, unit: findBracketedUnit(`値${words.replace(/単位\s*[:：]?\s*/, '')}`) };
  return [{ ...unitCell, field: '単位', issue: createIssue('unit-above-table', values) }];
}

/** Says from which column a group is read if its heading may also cover the column before. */
export const describeUnsureGroups = ({ columns, rows: [row] }: SheetBlock): SheetNotice[] =>
  columns.flatMap(({ index, unsureGroup }) => {
    const [before, own] = [formatColumnLetters(index), formatColumnLetters(index + 1)];
    const text = `見出しの「${unsureGroup}」は、${own}列から右にかかると読みます。${before}列にもかかるなら、どの列の見出しも、「令和5年度実績」「令和9年度目標」のように、1つの行に書いてください。`;
    return row && unsureGroup !== undefined ? [{ row, index, text }] : [];
  });
