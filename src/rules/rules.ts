import type { ReadabilityRule } from './rule.ts';
import { formatRule } from './list/L1-01.ts';
import { oneTableRule } from './list/L1-02.ts';
import { noGapsRule } from './list/L1-03.ts';
import { noNotesRule } from './list/L1-04.ts';
import { headingsRule } from './list/L1-05.ts';
import { noSpacesRule } from './list/L1-06.ts';
import { oneDatumRule } from './list/L1-07.ts';
import { platformCharactersRule } from './list/L1-08.ts';
import { zeroValueRule } from './list/L1-09.ts';
import { noObjectsRule } from './list/L1-10.ts';
import { noMeaningByFormatRule } from './list/L1-11.ts';
import { noMergedRule } from './list/L1-12.ts';
import { nothingHiddenRule } from './list/L1-13.ts';
import { oneLineRule } from './list/L1-14.ts';
import { quotedCellsRule } from './list/L1-15.ts';
import { numbersRule } from './list/L2-01.ts';
import { noDittoRule } from './list/L2-02.ts';
import { uniqueHeadingsRule } from './list/L2-03.ts';
import { choicesRule } from './list/L2-04.ts';
import { otherChoiceRule } from './list/L2-05.ts';
import { noFormulasRule } from './list/L2-06.ts';
import { firstRowRule } from './list/L3-01.ts';
import { codeListsRule } from './list/L3-02.ts';
import { missingMarksRule } from './list/L3-03.ts';
import { unitsRule } from './list/L3-04.ts';
import { westernYearsRule } from './list/L3-05.ts';
import { areaNamesRule } from './list/L3-06.ts';
import { sameLayoutRule } from './list/L3-07.ts';
import { definitionsRule } from './list/L3-08.ts';
import { longFormRule } from './list/L3-09.ts';

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
