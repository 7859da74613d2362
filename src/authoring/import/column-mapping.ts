import { formatColumnLetters } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { compareCodeUnits } from '../../model/japanese-text.ts';
import { readTarget } from '../../notation/target.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { findRowMarkers } from './row-markers.ts';
import { getCellText, type SheetCell } from './sheet-cells.ts';
import { getColumnDay, getHeading, getHeadingPeriod, isTimeColumn, isTimed } from './sheet-columns.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { FURTHER_COLUMNS, REMARK } from './sheet-heading.ts';
import { getSortDay } from './sheet-times.ts';

/** Headings of values after the baseline, if another column has that: 現状値（R5年度）, not 策定時の現状値（R1年度）. */
const LATEST = /^(?!.*(?:策定|当初|基準|開始|計画時|従前|実施前)).*(?:現[状況在]|直近|最新)/;

/** Headings of years in which targets are reached. */
export const REACHED = /達成年度\s*$/;

/** True for 目標値 beside 最終目標, if all its cells have times before those of the other column. */
function isEarlier({ rows }: SheetBlock, one: SheetColumn, other: SheetColumn): boolean {
  const getCellDay = (row: InputRow, { index }: SheetColumn) => {
    const read = readTarget(getCellText(row, index));
    return getSortDay(read.ok ? (read.value.period?.text ?? '') : '');
  };
  const filled = rows.filter((row) => getCellText(row, one.index) !== '');
  const isBefore = (row: InputRow) =>
    getCellText(row, other.index) !== '' && getCellDay(row, one) < getCellDay(row, other);
  return getColumnDay(one) === getColumnDay(other) && filled.length > 0 && filled.every(isBefore);
}

const isLatest = (one: SheetColumn) => getHeading(one) === '現状値' && isTimed(one) && LATEST.test(one.text);

/** Finds the baseline, which may be behind the latest value: 現状値（R5年度）, 基準値（R1年度）. */
function findBaseline(columns: readonly SheetColumn[]): SheetColumn | undefined {
  const [first, ...later] = columns.filter((column) => getHeading(column) === '現状値');
  if (!first || !isLatest(first)) return first;
  return later.find((one) => !isLatest(one) && getColumnDay(one) < getColumnDay(first)) ?? first;
}

/** Groups the columns of a table by their use. */
export function mapColumns(block: SheetBlock) {
  const { columns } = block;
  const own = new Map<string, SheetColumn>();
  // The latest target is the current one.
  const [last, ...earlier] = columns
    .filter((column) => getHeading(column) === '目標値')
    .sort(
      (a, b) =>
        compareCodeUnits(getColumnDay(b), getColumnDay(a)) ||
        Number(isEarlier(block, a, b)) - Number(isEarlier(block, b, a)),
    );
  const baseline = findBaseline(columns);
  /** True for a time that belongs to another value: 現状年度 beside 現状値 is not the time of 基準値, if 基準値 is used. */
  const isOfOther = ({ index, text }: SheetColumn, heading: string) => {
    const values = columns.filter((one) => `${getHeading(one) ?? ''}の時点` === heading);
    const named = values.filter((one) => one.text.startsWith(text.slice(0, 2)));
    const near = (named.length > 0 ? named : values).toSorted(
      (a, b) => Math.abs(a.index - index) - Math.abs(b.index - index),
    );
    return near[0] !== undefined && near[0] !== (heading === '目標値の時点' ? last : baseline);
  };
  // Beside 目標値（令和8年度）, 達成年度 is the year in which the target was reached, or will be.
  const isReached = (column: SheetColumn) => isTimeColumn(column) && last && isTimed(last) && REACHED.test(column.text);
  const sure = columns.filter(({ text }) => !REMARK.test(text));
  for (const column of [last ?? [], baseline ?? [], sure, columns].flat()) {
    const heading = getHeading(column);
    if (heading === null || own.has(heading) || isOfOther(column, heading) || isReached(column)) continue;
    own.set(heading, column);
  }
  const baselineDay = baseline && isTimed(baseline) ? getColumnDay(baseline) : '';
  // Beside 基準値（R1年度）, 現状値（R5年度） is a result, unless it is above the two rows of targets and results.
  const isLater = (one: SheetColumn) =>
    baseline && !LATEST.test(baseline.text) && isLatest(one) && getColumnDay(one) > baselineDay;
  const isResult = (one: SheetColumn) =>
    one.meaning?.becomes === 'result' || (isLater(one) && findRowMarkers(block) === null);
  const marked = columns.filter(({ meaning }) => meaning?.becomes === 'interim');
  const revised = columns.filter(({ meaning }) => meaning?.becomes === 'revised');
  // The only time of several interim targets may belong to any.
  if (marked.filter((one) => !isTimed(one)).length !== 1) own.delete('中間目標の時点');
  if (revised.length === 0) own.delete('設定日');
  if (!columns.some((one) => one.meaning?.becomes === 'result' && !isTimed(one))) own.delete('実績の時点');
  // Two targets of the same period would contradict each other.
  const isOther = (column: SheetColumn) =>
    !last || getColumnDay(column) !== getColumnDay(last) || isEarlier(block, column, last);
  return {
    /** The columns for `indicators.csv` and further ones, by heading. Of two with the same meaning, the first counts. */
    own: new Map([...own].sort(([, a], [, b]) => a.index - b.index)),
    /** The columns for `observations.csv`, one for each period. */
    results: columns.filter(isResult),
    /** Further columns of targets, for `targets.csv`. */
    interim: [...earlier.filter(isOther), ...marked, ...revised],
    /** The columns with the names of plan items, the widest first. */
    levels: columns.filter(({ meaning }) => meaning?.becomes === 'level'),
  };
}

export type ColumnMapping = Readonly<ReturnType<typeof mapColumns>>;

/** Describes the use of a column; null for an unused one. */
export function describeMapping(
  column: SheetColumn,
  { own, results, interim, levels }: ColumnMapping,
  marker: number | null = null,
): string | null {
  const period = getHeadingPeriod(column);
  const time = period ? `（時点 ${period}）` : '';
  if (column.index === marker) return '行が目標か実績かを見分けます';
  if (results.includes(column))
    return `observations.csv の「値」${marker === null ? '' : 'か、目標の行では targets.csv の「目標値」'}${time}`;
  const kind = column.meaning?.becomes === 'revised' ? '見直した目標' : '中間';
  if (interim.includes(column)) return `targets.csv の「目標値」（${period ? `時点 ${period}、` : ''}${kind}）`;
  if (levels.includes(column)) return 'indicators.csv の「コード」（tree.csv の名称と合うとき）';
  const heading = getHeading(column);
  if (heading === null || own.get(heading) !== column) return null;
  return FURTHER_COLUMNS.get(heading) ?? `indicators.csv の「${heading}」${time}`;
}

/**
 * Chooses the current target: the one in the column of targets, or in a row of targets the latest. A target of the same
 * year as the current one repeats it, unless it revises it.
 */
export function chooseTarget(
  stated: SheetCell | undefined,
  interim: readonly SheetCell[],
  dated: readonly SheetCell[],
) {
  const latest = dated.toSorted((a, b) => compareCodeUnits(getSortDay(a.period), getSortDay(b.period))).at(-1);
  const [day, statedDay] = [getSortDay(latest?.period ?? ''), getSortDay(stated?.period ?? '')];
  const target = latest !== undefined && (stated === undefined || day > statedDay) ? latest : stated;
  const others = [...(stated ? [stated] : []), ...interim].filter((cell) => cell !== target);
  const isRepeated = ({ period, isRevised }: SheetCell) =>
    target !== undefined && !isRevised && period !== '' && getSortDay(period) === getSortDay(target.period);
  return { target, earlier: others.filter((cell) => !isRepeated(cell)), repeated: others.filter(isRepeated) };
}

/** Lists the letters, the heading and the use of each column of a table, in their order. */
export function listColumnUses(block: SheetBlock): (readonly [letters: string, heading: string, use: string])[] {
  const columns = mapColumns(block);
  const marker = findRowMarkers(block)?.column ?? null;
  const isUntitled = marker !== null && !block.columns.some(({ index }) => index === marker);
  const untitled = { index: marker ?? 0, text: '（見出しなし）', meaning: null, unit: '', group: '' };
  const describe = (column: SheetColumn) => describeMapping(column, columns, marker) ?? '（使いません）';
  return [...block.columns, ...(isUntitled ? [untitled] : [])]
    .sort((a, b) => a.index - b.index)
    .map((column) => [formatColumnLetters(column.index + 1), column.text, describe(column)]);
}
