import { createIssue, formatColumnLetters, type Issue } from '../../diagnostics/diagnostic.ts';
import { foldText } from '../../model/japanese-text.ts';
import { MEASURING_ENDED } from '../../model/text-patterns.ts';
import { indicatorStates } from '../../model/value-lists.ts';
import { areEqual } from '../../notation/decimal.ts';
import { convertUnit } from '../../notation/number-and-unit.ts';
import { addPeriod } from '../../notation/printed-unit.ts';
import { readQuantity } from '../../notation/quantity.ts';
import { findNumberAsUnit } from '../../tables/cells/cell-issues.ts';
import type { RowCells, RowChanges } from '../csv-text.ts';
import { createResultKey, type ExistingIndicators, type ExistingResult } from './match-indicators.ts';
import { chooseStatedTime, chooseCellTime } from './proposed-cells.ts';
import { isUnset, readAmounts } from './sheet-cells.ts';
import type { CellIssue, DraftRow, SheetCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { completeYear, findBareYear, getSortDay } from './sheet-times.ts';

const getComparator = (amount: ReturnType<typeof readAmounts>[number]) =>
  'comparator' in amount ? amount.comparator : amount.approximate ? 'about' : null;

/**
 * True for two texts with the same number and the same 以上, 以下 or 約, whatever other text they contain: 10.2% and
 * 10.2%（令和2年度）, 12千人 and 12,000人.
 * @param unit the unit of numbers without one
 */
export const isSameNumber = (first: string, second: string, unit = ''): boolean =>
  readAmounts(first).some((one) =>
    readAmounts(second).some((other) => {
      if (one.value === null || other.value === null || getComparator(one) !== getComparator(other)) return false;
      const value = convertUnit(other.value, other.unit || unit, one.unit || unit);
      return value !== null && areEqual(one.value, value);
    }),
  );

/** True for a text without a number that counts as a result: 600人（見込）. */
function isUncounted(text: string): boolean {
  const read = readQuantity(text, 'result');
  return !read.ok || read.value.value === null;
}

export type FoundInCell = Readonly<{ notices: readonly SheetNotice[]; issues: readonly CellIssue[] }>;

/** Says that the plan has a result already, or returns the issue of another value. */
function compareWithPlan(
  { text: value, certainty }: SheetCell,
  known: ExistingResult,
  { id, period, unit, isSameTime }: Readonly<{ id: string; period: string; unit: string; isSameTime: boolean }>,
): string | Issue {
  const { text: before, period: written, file, line, isProvisional } = known;
  const isFinal = certainty === '確報' && isProvisional;
  const isSame = isSameTime && (before === value || isSameNumber(before, value, unit));
  if (isSame && !isFinal && (before === value || isUncounted(value) || !isUncounted(before))) {
    const doubt = 'サイトでは速報ですが、表に速報の印がありません。確報になったのなら、確度を手で書きかえます。';
    const isVague = findBareYear(written) !== '' && findBareYear(period) === '';
    const vague = `${file} では時点が「${written}」なので、「${period}」に手で書きかえます。`;
    const advice = `${isProvisional && certainty === '' ? doubt : ''}${isVague ? vague : ''}`;
    return `${period}の実績はすでにあるので、書きません。${advice}`;
  }
  const values = { indicator: id, period, value, file, line, before, ...(isSame && isFinal && { final: 1 }) };
  return (
    findOtherUnit(value, before, unit) ??
    createIssue('other-result', written === period ? values : { ...values, written })
  );
}

/** Says that an earlier line of the sheet has the same result, or returns the issue of another value. */
function compareWithSheet(value: string, period: string, earlier: Readonly<{ line: number; value: string }>) {
  const { line, value: before } = earlier;
  // The last survey is often printed again below later years.
  return isSameNumber(before, value)
    ? `${period}の実績「${value}」は、${line}行めの「${before}」と同じなので、書きません。`
    : createIssue('repeated-observation', { line, before, value });
}

/**
 * Collects the results of a sheet that the plan does not have yet, one for each indicator and time, or a 速報 and a 確報.
 * @param existing the plan's results, by `createResultKey`
 */
export function createResultCollector(existing: ReadonlyMap<string, ExistingResult>) {
  const rows: DraftRow[] = [];
  /** The results that replace words such as 集計中 in rows of the plan. */
  const changes: RowChanges[number][] = [];
  const seen = new Map<string, { readonly line: number; readonly value: string }>();
  /** The columns, lines and words of which an issue says that they are not final. */
  const doubted = new Set<string>();
  /** Replaces the words in a row of the plan by a result, and says so. */
  const replaceWords = (
    { file, line, text: words }: ExistingResult,
    { row, index, text: value }: SheetCell,
    period: string,
    cells: RowCells,
  ) => {
    changes.push({ line, cells });
    const text = `${period}の実績は、${file} の${line}行めの「${words}」を「${value}」に書きかえます。`;
    return { row, index, text };
  };
  /** Returns an issue of the words that call a written result not final, once for a column and a line. */
  const findDoubt = ({ text, row, index, certainty, doubt, headingRow }: SheetCell, period: string): CellIssue[] => {
    const place = `${index} ${doubt?.line} ${doubt?.words}`;
    if (!doubt || certainty !== '' || isUncounted(text) || doubted.has(place)) return [];
    doubted.add(place);
    const issue = createIssue('open-result', { words: doubt.words, letters: formatColumnLetters(index + 1), period });
    return [{ row, index, heading: doubt.line ? undefined : headingRow, field: '値', issue }];
  };
  /**
   * Adds the result of a cell. Returns notices and issues on it.
   * @param source the 出典ID of the result; empty for that of the indicator
   * @param unit the unit of the indicator, if it exists already
   */
  const add = (cell: SheetCell, id: string, source: string, unit: string): FoundInCell => {
    const { text: value, row, index, certainty, note = '' } = cell;
    const { period, notice } = chooseCellTime(cell, 'value');
    const notices = notice ? [notice] : [];
    const leaveOut = (reason: string | Issue): FoundInCell =>
      typeof reason === 'string'
        ? { notices: [...notices, { row, index, text: reason }], issues: [] }
        : { notices, issues: [{ row, index, field: '値', issue: reason }] };
    const key = createResultKey(id, period);
    // R5 may also be the calendar year of the table.
    const known = existing.get(key) ?? existing.get(createResultKey(id, completeYear(period, '年')));
    const day = getSortDay(period);
    const ofYear = day.endsWith('-04-01') ? existing.get(createResultKey(id, `${day.slice(0, 4)}年度`)) : undefined;
    // 1 April may be a date that is displayed as its 年度.
    const found = known ?? (ofYear?.period.includes('年度') ? ofYear : undefined);
    const isAwaited = known && readAmounts(known.text).some(({ missing }) => missing === 'not-yet');
    if (found && !(isAwaited && !isUncounted(value)))
      return leaveOut(compareWithPlan(cell, found, { id, period, unit, isSameTime: found === known }));
    // A result without a mark is a 確報.
    const mark = certainty === '速報' ? certainty : '';
    const printed = `${key} ${mark}`;
    const earlier = seen.get(printed);
    if (earlier) return leaveOut(compareWithSheet(value, period, earlier));
    seen.set(printed, { line: row.line, value });
    const further = { ...(mark !== '' && { 確度: mark }), ...(note !== '' && { 注記: note }) };
    const cells = { 値: value, ...further, 出典ID: source };
    if (known) notices.push(replaceWords(known, cell, period, cells));
    else rows.push({ cells: { 指標ID: id, 時点: period, ...cells }, row, origins: { 値: cell, 時点: cell } });
    return { notices, issues: findDoubt(cell, period) };
  };
  return { rows, changes, add };
}

/** The kinds of years: their times, and words that contradict them. 年次計画 and 会計年度任用職員 say nothing. */
const YEAR_WORDS = [
  ['年度', /年度/, /暦年(?!では?な)|(?<![^(])年次(?=$|[)値])|(?<!\d)1月?(?:[~〜-]|から)12月/],
  ['年', /年(?![度間\d])/, /会計年度(?!任用)|(?<![^(])年度(?=$|[)値])|(?<!\d)4月?(?:[~〜-]|から)翌?年?3月/],
] as const;

/** Returns the issue of rows to write for an indicator if its name, unit or note speaks of the other kind of year. */
export function findOtherYears({ own, rows, levels }: SheetEntry, written: readonly DraftRow[]): CellIssue[] {
  const named = new Set(levels.map(({ index }) => index));
  const cells = rows.flatMap((row) => row.cells.filter((_, index) => !named.has(index)));
  const texts = [...cells, own.get('注記')?.text ?? ''];
  const getTime = ({ cells: { 時点, 現状値の時点 } }: DraftRow) => 時点 ?? 現状値の時点 ?? '';
  return YEAR_WORDS.flatMap(([kind, form, other]): CellIssue[] => {
    const words = texts.find((text) => other.test(foldText(text)))?.trim();
    const dated = written.filter((row) => form.test(getTime(row)));
    const origins = dated[0]?.origins;
    const cell = origins?.['値'] ?? origins?.['現状値'];
    if (words === undefined || !cell) return [];
    const periods = [...new Set(dated.map(getTime))].map((period) => `「${period}」`).join('');
    return [{ ...cell, field: '時点', issue: createIssue('other-year-kind', { words, value: periods, other: kind }) }];
  });
}

/** Returns the issue of the same digits in another unit, 12,345千円 and 12,345百万円: one of the units is wrong. */
function findOtherUnit(value: string, before: string, unit: string): Issue | null {
  const [one, other] = [value, before].map((text) => readAmounts(text).find((amount) => amount.value !== null));
  if (!one?.value || !other?.value) return null;
  const [got, expected] = [one.unit || unit, other.unit || unit];
  return got !== expected && areEqual(one.value, other.value)
    ? createIssue('other-unit', { value, got, expected, what: '指標' })
    : null;
}

/** True for two times with the same last day. An unknown time may be any time. */
const mayBeSameTime = (first: string, second: string) =>
  first === '' || second === '' || getSortDay(first) === getSortDay(second);

/** True for the same words or the same number; `unit` is that of numbers without one. */
const isSameAmount = (one: Pick<SheetCell, 'text'>, { text }: Pick<SheetCell, 'text'>, unit = ''): boolean =>
  foldText(text) === foldText(one.text) || isSameNumber(text, one.text, unit);

/** True for a revised target that stays as it is: 変更なし, 同左, or the same value of the same time. */
export function isUnrevised(cell: SheetCell, own: SheetEntry['own']): boolean {
  if (!cell.isRevised) return false;
  if (/^(?:(?:変更|見直し|改[定訂]|修正)(?:は?な|無)し|同[左じ].*|据え?置き?)$/.test(foldText(cell.text))) return true;
  const [target, { period }] = [own.get('目標値'), chooseCellTime(cell, 'target')];
  const isSameTime = period === '' || getSortDay(period) === getSortDay(chooseStatedTime(own, '目標値').period);
  return isSameTime && target !== undefined && isSameAmount(cell, target, own.get('単位')?.text);
}

/** True for two cells with other numbers or words. A number without a unit has that of the other cell. */
export function haveOtherAmounts(...texts: readonly [string, string]): boolean {
  const [one, other] = texts;
  const unit = texts.flatMap((text) => readAmounts(text)).find((amount) => amount.unit !== '')?.unit;
  const isFilled = texts.every((text) => text !== '' && !isUnset(text));
  return isFilled && !isSameAmount({ text: one }, { text: other }, unit);
}

/** Returns the target of the plan at the time of another one. A revised target may have that of the first target. */
const findSameTime = (targets: readonly ExistingResult[], time: string, isRevised = false) =>
  targets.findLast(
    ({ period, file }) =>
      time !== '' && getSortDay(period) === getSortDay(time) && !(isRevised && file.endsWith('/indicators.csv')),
  );

/** Returns the revised targets of an existing indicator in a sheet for which the plan has none. */
export function listNewTargets({ interim }: SheetEntry, unit: string, targets: readonly ExistingResult[]): SheetCell[] {
  return interim.filter((cell) => {
    const time = chooseCellTime(cell, 'target').period;
    const isKnown = targets.some((one) => mayBeSameTime(time, one.period) && isSameAmount(cell, one, unit));
    return cell.isRevised && !isUnset(cell.text, true) && !isKnown && !findSameTime(targets, time, true);
  });
}

/**
 * Finds a baseline and a target in a sheet that differ from those of an existing indicator. A target of an earlier year
 * than the indicator's is another target, which a notice names if the plan lacks it, and a baseline that the plan has as
 * a result is a result. The first new result of an indicator that ended has an issue, too.
 */
export function findOtherPlanValues(
  { own, results, interim }: SheetEntry,
  id: string,
  unit: string,
  existing: ExistingIndicators,
): FoundInCell {
  const notices: SheetNotice[] = [];
  const createOther = (field: string, cell: SheetCell, time: string, { text, period, file, line }: ExistingResult) => {
    const [value, before] = [addPeriod(cell.text, time), addPeriod(text, period)];
    const values = { indicator: id, column: field, value, file, line, before };
    const issue = findOtherUnit(cell.text, text, unit) ?? createIssue('other-plan-value', values);
    return { row: cell.row, index: cell.index, field, issue };
  };
  const isSame = (cell: SheetCell, one: ExistingResult) => isSameAmount(cell, one, unit);
  const targets = existing.targets.get(id) ?? [];
  const addTargetNotice = (cell: SheetCell, time: string): CellIssue[] => {
    const text = `すでにある指標の、まだない目標${time && `（${time}）`}です。この値は書きません。途中の目標なら、targets.csv に、種類が「中間」の行を足してください。`;
    notices.push({ ...cell, text });
    return [];
  };
  const compareInterim = (cell: SheetCell): CellIssue[] => {
    const time = chooseCellTime(cell, 'target').period;
    if (targets.some((one) => mayBeSameTime(time, one.period) && isSame(cell, one))) return [];
    const sameTime = findSameTime(targets, time, cell.isRevised);
    if (sameTime) return [createOther('目標値', cell, time, sameTime)];
    return cell.isRevised || isUnset(cell.text) ? [] : addTargetNotice(cell, time);
  };
  const compare = (heading: '現状値' | '目標値', stated: readonly ExistingResult[]): CellIssue[] => {
    const cell = own.get(heading);
    const [current] = stated;
    if (!cell || !current) return [];
    const time = chooseStatedTime(own, heading).period;
    const sameTime = stated.filter(({ period }) => mayBeSameTime(time, period));
    if (sameTime.some((one) => isSame(cell, one))) return [];
    const isEarlier = heading === '目標値' && getSortDay(time) < getSortDay(current.period);
    const isWritten = heading === '現状値' && results.some(({ period }) => period && mayBeSameTime(time, period));
    if (sameTime.length === 0 && isEarlier && !isUnset(cell.text)) return addTargetNotice(cell, time);
    return sameTime.length === 0 && isWritten ? [] : [createOther(heading, cell, time, sameTime[0] ?? current)];
  };
  const state = existing.indicators.get(id)?.state ?? 'continuing';
  const getTime = (cell: SheetCell) => chooseCellTime(cell, 'value').period;
  const isNew = (cell: SheetCell) =>
    !isUnset(cell.text) &&
    !MEASURING_ENDED.test(cell.text) &&
    !existing.results.has(createResultKey(id, getTime(cell)));
  const ended = [results.find(isNew) ?? []].flat().map((cell) => {
    const values = { indicator: id, state: indicatorStates.words[state], period: getTime(cell) };
    return { ...cell, field: '値', issue: createIssue('result-after-end', values) };
  });
  const measured = existing.results.get(createResultKey(id, chooseStatedTime(own, '現状値').period)) ?? [];
  const baselines = [existing.indicators.get(id)?.baseline ?? [], measured].flat();
  const others = [...compare('現状値', baselines), ...compare('目標値', targets), ...interim.flatMap(compareInterim)];
  const unitCell = own.get('単位');
  const issue = unitCell ? findNumberAsUnit(unitCell.text) : null;
  if (unitCell && issue) others.push({ ...unitCell, field: '単位', issue });
  return { notices, issues: state === 'continuing' ? others : [...ended, ...others] };
}
