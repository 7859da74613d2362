import type { InputRow } from '../../input/input-rows.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { getCellText } from './indicator-sheet.ts';

/** Names of total rows, with or without brackets and colons. */
const TOTAL = /^[([<【〔「『・*※]*(?:合計|総合計|計|小計|総計|平均)[)\]>】〕」』:]*$/;

/**
 * Returns true for the name of a row of totals or averages, which is no indicator. Width and white space do not matter.
 * @example isTotalRow('合　計') // → true
 * @example isTotalRow('（小計）') // → true
 * @example isTotalRow('合計特殊出生率') // → false
 */
function isTotalRow(title: string): boolean {
  return TOTAL.test(title.normalize('NFKC').replace(/\s+/g, ''));
}

/** A note about the sheet for the user. */
export interface SheetNote {
  readonly row: InputRow;
  /** The index of the column, from 0. */
  readonly index: number;
  readonly text: string;
}

/** Returns the reason why a row is no indicator; null for an indicator, an empty text for an empty row. */
function whyNot(title: string, id: string, hasValues: boolean): string | null {
  if (isTotalRow(title) && id === '')
    return `「${title}」はほかの行をまとめた行とみて、使いません。指標なら、指標IDの列にIDを書いてください。`;
  if (title !== '') return hasValues ? null : `「${title}」の行には値がないので、使いません。`;
  return hasValues ? '指標の名前が空なので、この行は使いません。' : '';
}

/** Returns the indicator rows of a sheet, and notes on other rows: totals, rows without values or without a name. */
export function selectIndicatorRows(
  rows: readonly InputRow[],
  { own, results, interim }: ColumnMapping,
): { readonly used: readonly InputRow[]; readonly leftOut: readonly SheetNote[] } {
  const values = [own.get('現状値'), own.get('目標値'), ...results, ...interim];
  const [title, id] = [own.get('名称')?.index, own.get('指標ID')?.index];
  const used: InputRow[] = [];
  const leftOut: SheetNote[] = [];
  for (const row of rows) {
    const hasValues = values.some((column) => getCellText(row, column?.index) !== '');
    const text = whyNot(getCellText(row, title), getCellText(row, id), hasValues);
    if (text === null) used.push(row);
    else if (text !== '') leftOut.push({ row, index: title ?? 0, text });
  }
  return { used, leftOut };
}
