import type { InputRow } from '../../input/input-rows.ts';
import { isUnusedResult, type SheetBlock } from './indicator-sheet.ts';
import { type SheetNote, getCellText } from './sheet-cells.ts';

/** Names of total rows, with or without brackets and colons. */
const TOTAL = /^[([<【〔「『・*※]*(?:合計|総合計|計|小計|総計|平均)[)\]>】〕」』:]*$/;

/** Words in place of a name: there is no indicator. */
const NO_INDICATOR =
  /^(?:[-‐‑–—―−ー*/／]+|(?:(?:成果|活動|数値|指標)?の?(?:目標|指標)(?:値|名)?(?:の?設定)?(?:は)?)?(?:なし|無し|未設定|設定なし|該当なし|設定していない|設定しない))$/;

const foldTitle = (title: string) => title.normalize('NFKC').replace(/\s+/g, '');

/** Returns the word for totals in a row without a name, such as 合計 in the column 分野; undefined if it has none. */
export const findTotalWord = ({ cells }: InputRow): string | undefined =>
  cells.map((cell) => cell.trim()).find((cell) => TOTAL.test(foldTitle(cell)));

/**
 * Returns the reason why a row is no indicator; null for an indicator, an empty text for an empty row. Rows of totals and
 * averages are none: 合　計, （小計）, but not 合計特殊出生率. Nor are 「-」 and 成果目標なし.
 * @param id the 指標ID in the sheet
 */
export function findReasonToLeaveOut(title: string, id: string, hasValues: boolean): string | null {
  const folded = foldTitle(title);
  if (TOTAL.test(folded) && id === '')
    return `「${title}」はほかの行をまとめた行とみて、使いません。指標なら、指標IDの列にIDを書いてください。`;
  if (NO_INDICATOR.test(folded)) return `「${title}」は指標の名前ではないので、使いません。`;
  if (title !== '') return hasValues ? null : `「${title}」の行には値がないので、使いません。`;
  return '';
}

/**
 * Returns notes on columns with values that are not used because their headings say too little.
 * @param marker the column of the markers 目標 and 実績
 */
export function listUnusedColumns(
  { columns, rows }: SheetBlock,
  marker: number | null,
  hasValues: (row: InputRow) => boolean,
): SheetNote[] {
  const [first] = rows;
  if (!first) return [];
  const undated = columns.filter(isUnusedResult).map(({ index, text }) => ({
    row: first,
    index,
    text: `「${text}」の列は、いつの実績かわからないので使いません。見出しを「令和5年度実績」のように直すと読めます。`,
  }));
  const titled = new Set([...columns.map(({ index }) => index), marker]);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const untitled = Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const row = rows.find((one) => /\d/.test(getCellText(one, index)) && hasValues(one));
    const text = '見出しのない列に数がありますが、何の値かわからないので使いません。';
    return row && !titled.has(index) ? [{ row, index, text }] : [];
  });
  return [...undated, ...untitled];
}
