import type { InputRow } from '../../input/input-rows.ts';
import { findCertainty } from '../../notation/quantity.ts';
import { isDittoMark } from '../../tables/cells/cell-issues.ts';
import { POSSIBLE_NAMES } from '../../validation/detect-table.ts';
import { getCellText, isNumber, type LevelCell, type SheetCell } from './sheet-cells.ts';
import { isUndatedResult, readSheetHeading, type HeadingMeaning } from './sheet-heading.ts';
import { getSortDay, type YearKind } from './sheet-times.ts';

/** A column of a sheet with its heading and meaning; the meaning is null if unknown. */
export interface SheetColumn {
  /** The column's index, from 0. */
  readonly index: number;
  readonly text: string;
  /** The row of its heading, of several the lowest; undefined if it has none. */
  readonly row?: InputRow | undefined;
  readonly meaning: HeadingMeaning | null;
  /** The unit in the brackets of the heading; empty if there is none. */
  readonly unit: string;
  /** The headings above it; empty if there are none. */
  readonly group: string;
  /** The group beside it of which nobody knows whether it is above this column, too. */
  readonly unclearGroup?: string;
  /** The group that begins above this column if it may also be above the columns before. */
  readonly unsureGroup?: string;
  /** What a year without 年度 or 年 in its cells is, if the user said so. */
  readonly years?: YearKind;
}

/** The maximum length of a heading of a column of names. */
const MAX_NAME_LENGTH = 20;

/** Returns the index of the heading of names, or -1. Few rows have one, so most need no closer look. */
export const findNameIndex = (row: InputRow | undefined): number =>
  row?.cells.findIndex((cell) => {
    const meaning = cell !== '' && cell.length <= MAX_NAME_LENGTH ? readSheetHeading(cell) : null;
    return (meaning?.becomes === 'column' && meaning.heading === '名称') || POSSIBLE_NAMES.test(cell);
  }) ?? -1;

/** Returns the period in the heading of a column; empty if it has none. */
export const getHeadingPeriod = ({ meaning }: Pick<SheetColumn, 'meaning'>): string =>
  meaning !== null && 'period' in meaning ? meaning.period : '';

/** Returns a text that sorts columns by the times in their headings; those without one come last. */
export const getColumnDay = (column: Pick<SheetColumn, 'meaning'>): string => getSortDay(getHeadingPeriod(column));

/** True for a column with a time in its heading. */
export const isTimed = (column: Pick<SheetColumn, 'meaning'>) => getHeadingPeriod(column) !== '';

/** True for a heading with a year alone, which does not say that its values are results. */
export const isYearAlone = ({ text, meaning }: Pick<SheetColumn, 'text' | 'meaning'>): boolean =>
  meaning?.becomes === 'result' && !/実績|結果/.test(text);

/** Returns the heading of a column of `indicators.csv`; null for any other column. */
export const getHeading = ({ meaning }: Pick<SheetColumn, 'meaning'>): string | null =>
  meaning?.becomes === 'column' ? meaning.heading : null;

/** True for the column with the names of indicators. */
export const isNameColumn = (column: SheetColumn): boolean => getHeading(column) === '名称';

/** Returns the heading of a baseline or target; null for any other column. */
export const getStatedHeading = (column: Pick<SheetColumn, 'meaning'>) =>
  (['現状値', '目標値'] as const).find((heading) => heading === getHeading(column)) ?? null;

/** True for a column with baselines, targets or results. */
export const isValueColumn = (column: Pick<SheetColumn, 'meaning'>): boolean =>
  ['result', 'interim', 'original', 'revised'].includes(column.meaning?.becomes ?? '') ||
  getStatedHeading(column) !== null;

/** True for a column with targets. */
export const isTargetColumn = (column: SheetColumn): boolean =>
  isValueColumn(column) && column.meaning?.becomes !== 'result' && getHeading(column) !== '現状値';

/** True for a column with the times of baselines, targets or results. */
export const isTimeColumn = (column: SheetColumn): boolean => getHeading(column)?.endsWith('の時点') ?? false;

/** True for a column of results without a time, which no file can take. */
export const isUnusedResult = ({ meaning, text }: SheetColumn): boolean => meaning === null && isUndatedResult(text);

/**
 * If no column is just a target, uses the one before the revision, or else the one after it. Of several revised ones,
 * those before the last are interim targets.
 */
export function chooseTargetColumn(read: readonly SheetColumn[]): readonly SheetColumn[] {
  const days = read.map((one) => (one.meaning?.becomes === 'revised' ? getColumnDay(one) : ''));
  const columns = read.map((column, at): SheetColumn => {
    const isBefore = days.some((day) => day > (days[at] ?? ''));
    const meaning = { becomes: 'interim', period: getHeadingPeriod(column) } as const;
    return column.meaning?.becomes === 'revised' && isBefore ? { ...column, meaning } : column;
  });
  const original = columns.find(({ meaning }) => meaning?.becomes === 'original');
  // R6年度目標 is the target of its year, if 当初目標値（R8年度） and the revised one are later.
  const isYearly = (one: SheetColumn) =>
    original && days.some((day) => day > getColumnDay(one)) && getColumnDay(one) < getColumnDay(original);
  const hasTarget = columns.some((one) => getStatedHeading(one) === '目標値' && !isYearly(one));
  const first = original ?? columns.find(({ meaning }) => meaning?.becomes === 'revised');
  if (hasTarget || !first) return columns;
  return columns.map((column): SheetColumn => {
    const meaning = { becomes: 'column', heading: '目標値', period: getHeadingPeriod(column) } as const;
    return column.meaning?.becomes === first.meaning?.becomes ? { ...column, meaning } : column;
  });
}

/** Returns the first column with a word or a year in a row of further headings, which has no name and no number. */
export function findFurtherHeading(columns: readonly SheetColumn[], row: InputRow | undefined) {
  if (!row || getCellText(row, columns.find(isNameColumn)?.index ?? 0) !== '') return undefined;
  const isYear = (text: string) => readSheetHeading(text)?.becomes === 'result';
  const filled = columns.filter((column) => {
    const text = getCellText(row, column.index);
    return isValueColumn(column) ? text !== '' : isYear(text);
  });
  return filled.some(({ index }) => isNumber(getCellText(row, index))) ? undefined : filled[0];
}

/** Reads a cell of a column; null for an empty one. The unit of its heading comes before that of its row: 目標（人）. */
export function readCell(row: InputRow | null, column: SheetColumn, rowUnit = ''): SheetCell | null {
  const { index, years } = column;
  const text = row === null ? '' : getCellText(row, index);
  if (row === null || text === '') return null;
  const isRevised = column.meaning?.becomes === 'revised';
  const known = { period: getHeadingPeriod(column), unit: column.unit || rowUnit, isRevised, ...(years && { years }) };
  return { row, index, text, certainty: findCertainty(text, column.text), ...known, headingRow: column.row };
}

/** Returns the names of plan items for a row: cells merged over rows are saved with empty cells below the first. */
export function readLevels(
  columns: readonly SheetColumn[],
  row: InputRow,
  aboveLevels: readonly LevelCell[],
): LevelCell[] {
  const levels: LevelCell[] = [];
  // An empty cell beside a wider name that is written again has no name.
  let isAbove = true;
  for (const column of columns) {
    const level = column.meaning?.becomes === 'level' ? column.meaning.level : '';
    const cell = readCell(row, column);
    const above = aboveLevels.find((one) => one.index === column.index);
    if (above && cell && isDittoMark(cell.text)) levels.push(above);
    else if (cell) {
      isAbove = false;
      levels.push({ ...cell, level });
    } else if (above && isAbove) levels.push(above);
  }
  return levels;
}
