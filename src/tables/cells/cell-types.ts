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
} from './id-cells.ts';
export {
  textList,
  optionalText,
  requiredText,
  requiredTextList,
  requiredChoice,
  optionalChoice,
  choiceWithDefault,
  optionalUrl,
} from './text-cells.ts';
export {
  sdgList,
  optionalFlag,
  requiredDate,
  optionalDate,
  optionalInteger,
  requiredPosition,
  optionalPosition,
  optionalDecimal,
} from './number-cells.ts';
export {
  optionalLimit,
  periodNotation,
  optionalDatedPeriod,
  quantityNotation,
  targetNotation,
} from './notation-cells.ts';
