/*
 * The kinds of cells that a column may have (`src/check/files/`): what stands in a cell, and what is wrong with it.
 */
export {
  slug,
  reference,
  slugOrNull,
  slugs,
  code,
  codeOrNull,
  codes,
  ids,
  municipalityCode,
} from './cells/ids.ts';
export { texts, text, words, someTexts, choice, choiceOrNull, choiceOr, webAddress } from './cells/words.ts';
export {
  goals,
  flag,
  date,
  dateOrNull,
  wholeOrNull,
  place,
  position,
  decimalOrNull,
} from './cells/figures.ts';
export { limitOrNull, period, daysOrNull, quantity, target } from './cells/notation.ts';
