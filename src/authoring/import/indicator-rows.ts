/** Names of total rows, with or without brackets and colons. */
const TOTAL = /^[([<【〔「『・*※]*(?:合計|総合計|計|小計|総計|平均)[)\]>】〕」』:]*$/;

/** Words in place of a name: there is no indicator. */
const NO_INDICATOR =
  /^(?:[-‐‑–—―−ー*/／]+|(?:(?:成果|活動|数値|指標)?の?(?:目標|指標)(?:値|名)?(?:の?設定)?(?:は)?)?(?:なし|無し|未設定|設定なし|該当なし|設定していない|設定しない))$/;

const foldTitle = (title: string) => title.normalize('NFKC').replace(/\s+/g, '');

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
