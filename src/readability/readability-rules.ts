import type { ReadabilityRule } from './readability-rule.ts';
import {
  formatRule,
  headingsRule,
  noGapsRule,
  noMeaningByFormatRule,
  noMergedRule,
  noNotesRule,
  noObjectsRule,
  nothingHiddenRule,
  oneLineRule,
  oneTableRule,
  quotedCellsRule,
} from './level-1-layout.ts';
import { noSpacesRule, oneDatumRule, platformCharactersRule, zeroValueRule } from './level-1-values.ts';
import {
  choicesRule,
  noDittoRule,
  noFormulasRule,
  numbersRule,
  otherChoiceRule,
  uniqueHeadingsRule,
} from './level-2.ts';
import {
  areaNamesRule,
  codeListsRule,
  definitionsRule,
  firstRowRule,
  longFormRule,
  missingMarksRule,
  sameLayoutRule,
  unitsRule,
  westernYearsRule,
} from './level-3.ts';

/**
 * The thirty rules of 「行政データにおける機械可読性に関するルール」 (31 March 2026), in their order; titles and sentences are our own.
 */
export const readabilityRules: readonly ReadabilityRule[] = [
  formatRule,
  oneTableRule,
  noGapsRule,
  noNotesRule,
  headingsRule,
  noSpacesRule,
  oneDatumRule,
  platformCharactersRule,
  zeroValueRule,
  noObjectsRule,
  noMeaningByFormatRule,
  noMergedRule,
  nothingHiddenRule,
  oneLineRule,
  quotedCellsRule,
  numbersRule,
  noDittoRule,
  uniqueHeadingsRule,
  choicesRule,
  otherChoiceRule,
  noFormulasRule,
  firstRowRule,
  codeListsRule,
  missingMarksRule,
  unitsRule,
  westernYearsRule,
  areaNamesRule,
  sameLayoutRule,
  definitionsRule,
  longFormRule,
];
