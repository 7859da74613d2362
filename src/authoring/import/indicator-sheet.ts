import type { InputRow } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { planEras, writeEraPattern } from '../../notation/calendar.ts';
import { removeSeparators } from '../../notation/decimal.ts';
import { readQuantity } from '../../notation/quantity.ts';
import { readTarget } from '../../notation/target.ts';
import { MAX_LEADING_ROWS } from '../../validation/table-header.ts';
import { findHeadings, type FoundHeadings } from './heading-groups.ts';
import { findTitle, listTitles } from './item-names.ts';
import { haveOtherAmounts } from './plan-values.ts';
import { findFootnote, getCellText, isDirectionWord, isNumber } from './sheet-cells.ts';
import type { CellOrigin, LevelCell } from './sheet-cells.ts';
import { findNameIndex, getColumnDay, getHeading, getHeadingPeriod, getStatedHeading } from './sheet-columns.ts';
import { isNameColumn, isTargetColumn, isTimeColumn, isTimed, isUnusedResult } from './sheet-columns.ts';
import { isValueColumn, isYearAlone, type SheetColumn } from './sheet-columns.ts';
import { findPlan, isDatedTime, readSheetHeading } from './sheet-heading.ts';
import { chooseYear, completeYear, getSortDay, hasDays, type YearKind } from './sheet-times.ts';

/** A table of a sheet: headings and the rows below them. */
export interface SheetBlock {
  /** The line, from 1, of the last row of headings. */
  readonly headerLine: number;
  /** The most cells of a row of headings. */
  readonly width: number;
  readonly columns: readonly SheetColumn[];
  /** The rows below the headings. */
  readonly rows: readonly InputRow[];
  /** The only cell of the row above the headings, such as 施策1 健康; null if there is none. */
  readonly title: CellOrigin | null;
  /** The cells above the headings that may be names of plan items, the widest first. */
  readonly titles: readonly LevelCell[];
  /** The rows above the headings; of a later table, only the last one, if it is no note of the table before. */
  readonly above: readonly InputRow[];
}

/** True for a row of headings in the middle of a sheet. A row whose indicator is named 指標 or KPI has no other heading. */
function beginsBlock({ columns, height, known }: FoundHeadings, rows: readonly InputRow[], at: number): boolean {
  const filled = rows[at]?.cells.filter((cell) => cell.trim() !== '').length ?? 0;
  return known >= 3 && (height > 1 || known * 2 > filled) && (columns.some(isTimed) || known * 3 > filled * 2);
}

/** The beginning of a heading or title of other figures beside a table. */
const OTHER_FIGURES = /^[([【※]*参考(?!資料)/;

/** A title of a table whose years have other figures than results. */
const OTHER_TITLE = new RegExp(
  '(目標値?|見込(?:み|値|量)?|推計値?|予測値?|確保(?:方策|の?内容)|事業費|[算業]額|[成捗行び]率|年度?比|順位|偏差値' +
    // 計画, 年次計画, 年度別の計画値; not 総合計画
    '|^計画|年(?:次別?|度(?:別|ごと|毎))の?計画|計画(?:数?値|量))' +
    '(?:の?(?:推移|状況|一覧|表))*(?:\\([^()]*\\))?$',
);

/** What becomes of a project: 方向性 with such a word is not the direction of an indicator. */
const OUTLOOK = /拡充|拡大|継続|廃止|見直|改善|統合|終了|完了|休止|重点|推進/;

/** Headings of a time that belong to a column beside them. */
const TIME_HEADING = /^\(?(?:年度|年次|時点|時期)\)?$/;

/** The year at the end of a heading. */
const LAST_YEAR = new RegExp(`(?:${writeEraPattern(planEras)}(?:元|\\d{1,2})|(?:19|20)\\d{2})(?:年度?)?$`, 'i');

/** True for 事業費R5 before R6 and for 目標R7 before R8: the year alone belongs to the column before it. */
function opensGroup(column: SheetColumn, next: SheetColumn): boolean {
  if (column.meaning === null) return foldText(column.text).search(LAST_YEAR) > 0;
  const isTarget = column.meaning.becomes === 'interim' || getStatedHeading(column) === '目標値';
  return isTarget && getColumnDay(column) < getColumnDay(next);
}

/** What a schedule or a judgement has instead of a result of a year: ○, 順調, やや遅れ. */
const JUDGEMENT = /^(?:[◎○〇●△▲×☆★■✓A-ES]|(?:概ね|おおむね|ほぼ)?(?:順調|達成)|未達成|やや遅れ|遅れ)$/;

/** Headings of results, beside a baseline and a target: 中間評価時（H29年度）. */
const EVALUATION = /^(?:中間|最終)評価(?:時|年度?)の?/;

/** Headings of the latest values, beside another baseline and a target. */
const PRESENT = /^(?:現在の?値?|現[状況]値?)$/;

/** Headings of the times of results: 実績年度, 最新値の時点. */
const RESULT_TIME = /^(?:最新の?)?(?:実績|最新|直近)[値数]?の?(?:年度?|年次|年月日?|時点|時期)$/;

/** Returns columns in which results without a year in the heading have it beside them or in their cells, if all do. */
function dateResults(columns: readonly SheetColumn[], rows: readonly InputRow[]): readonly SheetColumn[] {
  const isPresent = (one: SheetColumn) =>
    getHeading(one) === '現状値' && !isTimed(one) && PRESENT.test(foldText(one.text));
  const isLater = (one: SheetColumn) =>
    isPresent(one) && columns.some((other) => getHeading(other) === '現状値' && !PRESENT.test(foldText(other.text)));
  const [values, ...others] = columns.filter((one) => isUnusedResult(one) || isLater(one));
  if (!values || others.length > 0) return columns;
  const isNamed = ({ meaning, text }: SheetColumn) => meaning === null && RESULT_TIME.test(foldText(text));
  const times = columns.find((one) => isNamed(one) || getHeading(one) === '実績の時点');
  const name = columns.find(isNameColumn)?.index;
  const filled = rows.filter((row) => getCellText(row, values.index) !== '');
  const isDated = (row: InputRow) => {
    const read = readQuantity(getCellText(row, values.index));
    const inCell = read.ok ? read.value.period?.text : undefined;
    return [inCell, getCellText(row, times?.index)].some((time = '') => hasDays(removeSeparators(time)));
  };
  const isRepeated = new Set(filled.map((row) => getCellText(row, name))).size < filled.length;
  if (filled.length === 0 || isRepeated || !filled.every(isDated)) return columns;
  return columns.map((column) => {
    if (column === values) return { ...column, meaning: { becomes: 'result', period: '' } };
    return column === times ? { ...column, meaning: { becomes: 'column', heading: '実績の時点', period: '' } } : column;
  });
}

/** True for a column with texts that all meet a condition. */
function areAll(rows: readonly InputRow[], { index }: SheetColumn, isMet: (text: string) => boolean): boolean {
  const texts = rows.flatMap(({ cells }) => (cells[index] ?? '').trim() || []);
  return texts.length > 0 && texts.every(isMet);
}

/** Headings of directions. A trend (動向) of results is none. */
const DIRECTION = /性[質格]|優位性|向き$|^増減の?方向性?$|(?:望まし|目指す|めざす|期待).*(?:方向性?|傾向|動き|変化)$/;

/** Returns what each column with a time alone (年度, 時点) is the time of; undefined for others and unclear times. */
function findTimeHeadings(columns: readonly SheetColumn[]): (string | undefined)[] {
  const isTime = ({ meaning, text }: SheetColumn) => meaning === null && TIME_HEADING.test(foldText(text));
  const getTimes = (column: SheetColumn) => {
    if (isUnusedResult(column)) return '実績の時点';
    return column.meaning?.becomes === 'interim' ? '中間目標の時点' : getStatedHeading(column)?.concat('の時点');
  };
  const areStated = columns.map((column) => getTimes(column) !== undefined);
  const times = columns.flatMap((column, at) => (isTime(column) ? [at] : []));
  const [first = 0] = times;
  // 年度, 現状値, 年度, 実績, 年度, 目標値: each time is before its value.
  const isBefore = times.length > 1 && times.every((at) => areStated[at + 1]) && areStated.indexOf(true) > first;
  const isUndated = (column?: SheetColumn) => column && getStatedHeading(column) !== null && !isTimed(column);
  // 現状値, 目標値, 時点: the only time is of either.
  const isUnclear =
    times.length === 1 && [1, 2].every((back) => isUndated(columns[first - back])) && !columns.some(isTimeColumn);
  return columns.map((column, at) => {
    const value = columns[isBefore ? at + 1 : at - 1];
    return value && !isTimed(value) && isTime(column) && !isUnclear ? getTimes(value) : undefined;
  });
}

/** Returns the columns of values that a title says to be other figures: 参考, 事業費の推移. */
function findOtherFigures(columns: readonly SheetColumn[], name: number, above: InputRow | undefined) {
  const isReference = (text: string) => OTHER_FIGURES.test(foldText(text));
  const titled = above?.cells.findIndex((cell, index) => index > name && isReference(cell)) ?? -1;
  const headed = columns.find(({ text }) => isReference(text) && !/\d/.test(text))?.index ?? Infinity;
  const title = foldText(above?.cells.join('') ?? '');
  const other = OTHER_TITLE.exec(title)?.[1] ?? '';
  // A title with the word 目標, but not 年度別目標, says nothing if a column has the targets.
  const hasTargets = /(?<!別)目標/.test(title) && columns.some((one) => getStatedHeading(one) === '目標値');
  const isOther = other !== '' && !(other.startsWith('目標') && hasTargets);
  return columns
    .filter(isValueColumn)
    .filter((one) => (titled >= 0 && one.index >= titled) || ((isOther || one.index > headed) && isYearAlone(one)));
}

/** Returns the columns that look like baselines or targets, but beside another column are probably none. */
function findUnsureValues(columns: readonly SheetColumn[], rows: readonly InputRow[], name: number) {
  // Before the names, a sentence may have a number: 健診を3割増やす.
  const hasNumber = ({ index }: SheetColumn) =>
    rows.some(({ cells }) => (index < name ? isNumber(cells[index] ?? '') : /\p{Nd}/u.test(cells[index] ?? '')));
  const behind = columns.filter(({ index }) => index > name);
  // Before the names, 目標 is a sentence if a later column has the targets.
  const isSentence = (column: SheetColumn) =>
    column.index < name && !isTimed(column) && behind.some((one) => getStatedHeading(one) === getStatedHeading(column));
  // Beside another baseline, 直近値 is a result. Beside a target, 計画値 may be a forecast, and 指標値 a result.
  const isLatest = ({ text }: SheetColumn) => /^直近値(?:の|$)/.test(text);
  const isSecond = (column: SheetColumn) =>
    (isLatest(column) && columns.some((one) => !isLatest(one) && getStatedHeading(one) === '現状値')) ||
    (isValueColumn(column) &&
      /(?:計画|指標)値/.test(column.text) &&
      behind.some((one) => one.text.includes('目標') && isValueColumn(one)));
  // 最終値 may repeat the target, unless another column has the target of its year, and other numbers.
  const targets = columns.filter((one) => getStatedHeading(one) === '目標値');
  const haveOtherNumbers = (one: SheetColumn, other: SheetColumn) =>
    rows.some((row) => haveOtherAmounts(getCellText(row, one.index), getCellText(row, other.index)));
  const isUnsureFinal = (column: SheetColumn) =>
    /^(?!.*(?:目標|実績)).*最終値/.test(column.group + column.text) &&
    !targets.some((one) => getColumnDay(one) === getColumnDay(column) && haveOtherNumbers(one, column));
  // R6年度最終 has the target only without another target, and behind all other years.
  const isFinalResult = (column: SheetColumn) =>
    getStatedHeading(column) === '目標値' &&
    /^(?!.*目標).*最終/.test(column.group + column.text) &&
    (targets.length > 1 || columns.some((one) => isTimed(one) && getColumnDay(one) > getColumnDay(column)));
  const isTimeName = ({ text }: SheetColumn) => isDatedTime(text) || /[定始]時点\s*$/.test(text);
  const valued = new Set(columns.filter((one) => !isTimeName(one)).map(getStatedHeading));
  const numbered = new Set(columns.filter((one) => getStatedHeading(one) && hasNumber(one)).map(getStatedHeading));
  // With a year, the target may be 増加 or 維持, also beside a number of another year.
  const isInWords = (one: SheetColumn) =>
    isTimed(one) && isTargetColumn(one) && areAll(rows, one, (text) => readTarget(text).ok);
  return columns.filter((column) => {
    const stated = getStatedHeading(column);
    const isWithoutNumber = numbered.has(stated) && !hasNumber(column) && !isInWords(column);
    const isTimeOfValue =
      isTimeName(column) && valued.has(stated) && areAll(rows, column, (time) => hasDays(removeSeparators(time)));
    const isDoubtful = isSecond(column) || isUnsureFinal(column) || isFinalResult(column);
    return (stated !== null && isSentence(column)) || isWithoutNumber || isTimeOfValue || isDoubtful;
  });
}

/** Returns the columns of planned values that are targets of their years: R5年度計画 beside R5年度実績 and a later target. */
function findYearlyTargets(columns: readonly SheetColumn[]): ReadonlyMap<SheetColumn, string> {
  const targets = columns.filter((one) => getStatedHeading(one) === '目標値');
  const plans = columns.flatMap((column) => {
    const word = /計画(?:数?値)?/;
    const meaning = word.test(column.text) ? readSheetHeading(column.text.replace(word, '目標値')) : null;
    const isTarget = isTimed({ meaning }) && getStatedHeading({ meaning }) === '目標値';
    const isLater = targets.some((one) => one !== column && getColumnDay({ meaning }) < getColumnDay(one));
    return isTarget && isLater ? [[column, getHeadingPeriod({ meaning })] as const] : [];
  });
  const days = new Set(columns.filter(({ meaning }) => meaning?.becomes === 'result').map(getColumnDay));
  return new Map(plans.some(([, period]) => days.has(getSortDay(period))) ? plans : []);
}

/** Words of the plan before: 前期基本計画, 旧計画, 前回目標. */
const PLAN_BEFORE = /[旧前][期次回]?の?(?:基本|実施|総合)?(?:計画|戦略|プラン)|前回/;

/** Returns the columns of targets that name another plan, beside a target that names none. */
function findTargetsOfOtherPlans(columns: readonly SheetColumn[]) {
  const getName = ({ group, text }: SheetColumn) => foldText(group + text);
  // 前期目標 and 後期目標 are of the halves of one plan, and so are those of 前期基本計画 and 後期基本計画.
  const hasHalves = columns.some((one) => getName(one).includes('後期'));
  const isOther = (text: string) => {
    const name = hasHalves ? text.replaceAll('前期', '') : text;
    return PLAN_BEFORE.test(name) || name.includes('前期') || findPlan(name) !== '';
  };
  const targets = columns.filter(isTargetColumn);
  const isOwn = (one: SheetColumn) => one.meaning?.becomes !== 'interim' && !isOther(getName(one));
  return targets.some(isOwn) ? targets.filter((one) => isOther(getName(one))) : [];
}

/** Returns the columns of judgements: grades below years, and what becomes of a project. */
function findJudgements(columns: readonly SheetColumn[], rows: readonly InputRow[]) {
  const isGraded = (column: SheetColumn) => areAll(rows, column, (text) => JUDGEMENT.test(foldText(text)));
  const hasGrades = columns.some((one) => getStatedHeading(one) !== null && isGraded(one));
  // A project may be 現状維持 or 縮小, too.
  const isClear = (text: string) => isDirectionWord(text) && !/維持|横ばい|縮小|→/.test(text);
  const isOutlook = ({ index, text }: SheetColumn) =>
    /^方向性?$/.test(foldText(text)) &&
    rows.some(({ cells }) => OUTLOOK.test(cells[index] ?? '')) &&
    !rows.some((row) => isClear(getCellText(row, index)));
  return columns.filter((column) => isOutlook(column) || (isYearAlone(column) && !hasGrades && isGraded(column)));
}

/** Returns the years that continue the group of a column before them: R6 behind 事業費R5. */
function findContinuedYears(columns: readonly SheetColumn[]): ReadonlySet<SheetColumn> {
  const continued = new Set<SheetColumn>();
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1];
    const isBehind = before?.index === column.index - 1 && before.group === column.group && isYearAlone(column);
    if (isBehind && (continued.has(before) || opensGroup(before, column))) continued.add(column);
  }
  return continued;
}

/** Returns columns with the meaning that follows from others, their values or the title above; other figures have none. */
function resolveColumns(columns: readonly SheetColumn[], rows: readonly InputRow[], above?: InputRow): SheetColumn[] {
  const name = columns.find(isNameColumn)?.index ?? 0;
  const timeHeadings = findTimeHeadings(columns);
  const isAggregation = (column: SheetColumn) =>
    column.meaning === null && areAll(rows, column, (text) => text === '単年' || text === '累計');
  // 性質 may have kinds, and めざす方向 may have goals. Beside a direction, check reports them.
  const hasOtherMeaning = (one: SheetColumn) => one.meaning !== null && getHeading(one) !== '良い方向';
  const wishes = columns.filter((one) => DIRECTION.test(foldText(one.text)) && !hasOtherMeaning(one));
  const isDirection = (column: SheetColumn) =>
    wishes.includes(column) && rows.some((row) => isDirectionWord(getCellText(row, column.index)));
  // Behind another column, it may be the day of the plan or of the first target.
  const isSetDay = ({ text }: SheetColumn, before?: SheetColumn) =>
    before?.meaning?.becomes === 'revised' && /^(?:目標値?の?)?設定(?:日|年月日?|年度?)$/.test(foldText(text));
  const unused = new Set([
    ...findUnsureValues(columns, rows, name),
    ...findTargetsOfOtherPlans(columns),
    ...findJudgements(columns, rows),
    ...findOtherFigures(columns, name, above),
    ...findContinuedYears(columns),
    ...wishes,
  ]);
  const isStated = ['現状値', '目標値'].every((heading) => columns.some((one) => getHeading(one) === heading));
  const yearly = findYearlyTargets(columns);
  // Beside a target of the later half without a year, that of the earlier half is not the final one.
  const hasUnreadHalf = columns.some(({ meaning, text }) => meaning === null && /後期.*目標/.test(text));
  const isEarlierHalf = (one: SheetColumn) => hasUnreadHalf && isTargetColumn(one) && one.text.includes('前期');
  return columns.map((column, at) => {
    const period = isEarlierHalf(column) ? getHeadingPeriod(column) : yearly.get(column);
    if (period !== undefined) return { ...column, meaning: { becomes: 'interim', period } };
    const evaluated = isStated && column.meaning === null && EVALUATION.test(column.text);
    const result = evaluated ? readSheetHeading(column.text.replace(EVALUATION, '')) : null;
    if (result?.becomes === 'result') return { ...column, meaning: result };
    const proposed = isAggregation(column) ? '集計' : isDirection(column) ? '良い方向' : undefined;
    const heading = timeHeadings[at] ?? (isSetDay(column, columns[at - 1]) ? '設定日' : proposed);
    if (heading !== undefined) return { ...column, meaning: { becomes: 'column', heading, period: '' } };
    return unused.has(column) ? { ...column, meaning: null } : column;
  });
}

/** Returns a column with the kind of the years in its heading and its cells. */
const completeHeading = ({ meaning, ...column }: SheetColumn, years: YearKind): SheetColumn => {
  const period = chooseYear(getHeadingPeriod({ meaning }), years);
  return { ...column, years, meaning: meaning && 'period' in meaning ? { ...meaning, period } : meaning };
};

/**
 * Returns rows with the kinds of the years in columns of times, and without the comma of 2,025. A column headed 年度
 * contains fiscal years.
 */
function completeTimes(rows: readonly InputRow[], columns: readonly SheetColumn[], years: YearKind | null) {
  const times = new Map(columns.filter(isTimeColumn).map(({ index, text }) => [index, /年度[)）]?$/.test(text)]));
  if (times.size === 0) return rows;
  const complete = (cell: string, index: number) => {
    const isFiscal = times.get(index);
    if (isFiscal === undefined) return cell;
    const time = removeSeparators(cell.trim());
    return isFiscal ? completeYear(time, '年度') : chooseYear(time, years);
  };
  return rows.map((row) => ({ ...row, cells: row.cells.map(complete) }));
}

/**
 * Returns the tables of a sheet, each with its own headings; null if no row has headings of names and values.
 * @param years what a year without 年度 or 年 is, if the user said so
 */
export function readIndicatorSheet(rows: readonly InputRow[], years: YearKind | null = null): SheetBlock[] | null {
  let first: FoundHeadings | null = null;
  for (let at = 0; at < Math.min(rows.length, MAX_LEADING_ROWS); at += 1) {
    const found = findHeadings(rows, at);
    if (found && found.known > (first?.known ?? 0) && !(first && beginsBlock(found, rows, at))) first = found;
  }
  if (!first) return null;
  const all: FoundHeadings[] = [first];
  for (let at = first.at + first.height; at < rows.length; at += 1) {
    const found = [at, at + 1].some((one) => findNameIndex(rows[one]) >= 0) ? findHeadings(rows, at) : null;
    if (!found || !beginsBlock(found, rows, at)) continue;
    all.push(found);
    at += found.height - 1;
  }
  /** The indexes of the rows below the headings. */
  const starts = all.map(({ at, height }) => at + height);
  return all.map(({ at, height, columns: found }, order): SheetBlock => {
    const next = all[order + 1];
    const isNextTitled = next !== undefined && findTitle(rows[next.at - 1]) !== null;
    const below = rows.slice(at + height, next ? next.at - (isNextTitled ? 1 : 0) : undefined);
    const columns = dateResults(resolveColumns(found, below, rows[at - 1]), below);
    return {
      headerLine: rows[at + height - 1]?.line ?? 1,
      width: Math.max(...rows.slice(at, at + height).map(({ cells }) => cells.length)),
      columns: years ? columns.map((column) => completeHeading(column, years)) : columns,
      title: findTitle(rows[at - 1]),
      titles: listTitles(rows.slice(starts[order - 1], at)),
      above: order === 0 ? rows.slice(0, at) : rows.slice(at - 1, at).filter((row) => !findFootnote(row)),
      rows: completeTimes(below, columns, years),
    };
  });
}
