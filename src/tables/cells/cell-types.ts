/* All cell types, for the declarations of columns. */
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
  choiceList,
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
