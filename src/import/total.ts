/** What sheets call rows that add up the others; brackets and colons around the word change nothing. */
const TOTAL = /^[([<【〔「『・*※]*(?:合計|総合計|計|小計|総計|平均)[)\]>】〕」』:]*$/;

/**
 * True for the name of a row that adds up or averages the others, and so is no indicator. Width and white space do not
 * matter.
 * @example isTotalRow('合　計') // → true
 * @example isTotalRow('（小計）') // → true
 * @example isTotalRow('合計特殊出生率') // → false
 */
export function isTotalRow(title: string): boolean {
  return TOTAL.test(title.normalize('NFKC').replace(/\s+/g, ''));
}
