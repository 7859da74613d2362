/*
 * The kinds of cells that a column may have (`src/check/files/`): what stands in a cell, and what is wrong with it.
 */
export {
  requiredSlug,
  rowReference,
  optionalSlug,
  slugList,
  requiredCode,
  optionalCode,
  codeList,
  idList,
  requiredMunicipalityCode,
} from './cells/ids.ts';
export {
  textList,
  optionalText,
  requiredText,
  requiredTextList,
  requiredChoice,
  optionalChoice,
  choiceWithDefault,
  optionalUrl,
} from './cells/words.ts';
export {
  sdgList,
  optionalFlag,
  requiredDate,
  optionalDate,
  optionalInteger,
  requiredPosition,
  optionalPosition,
  optionalDecimal,
} from './cells/figures.ts';
export {
  optionalLimit,
  periodNotation,
  optionalDatedPeriod,
  quantityNotation,
  targetNotation,
} from './cells/notation.ts';
