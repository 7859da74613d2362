import type { SiteCheck } from '../parsed-site.ts';
import { checkChangeItems, checkDayNumbers, checkRepeatedIds, checkRepeatedTitles } from './id-checks.ts';
import { checkPositions, checkPrefectures } from './municipality-checks.ts';
import * as numbers from './number-checks.ts';
import { checkEmptyResults, checkRepeatedObservations, checkYearKinds } from './observation-checks.ts';
import { checkRatingBands } from './rating-checks.ts';
import { checkStatisticPeriods, checkStatistics, checkStatisticValues } from './statistic-checks.ts';
import { checkTargetDays, checkTargetDirections, checkTargets } from './target-checks.ts';
import * as textCells from './text-cell-checks.ts';
import { checkItemFacts, checkParentCodes } from './tree-checks.ts';

/** The checks that need no other file, in any order but for the last one. Checks of tables that are missing find nothing. */
export const tableChecks: readonly SiteCheck[] = [
  checkRatingBands,
  textCells.checkPlatformCharacters,
  checkTargetDirections,
  checkTargetDays,
  numbers.checkValueCells,
  numbers.checkCountedTimes,
  numbers.checkUnitsInNames,
  checkEmptyResults,
  numbers.checkFractionPercentages,
  textCells.checkTextLengths,
  checkParentCodes,
  numbers.checkLargePercentages,
  textCells.checkPlaceholders,
  checkPositions,
  checkPrefectures,
  checkChangeItems,
  checkRepeatedIds,
  checkRepeatedObservations,
  checkYearKinds,
  checkRepeatedTitles,
  textCells.checkEnglishTexts,
  textCells.checkNameSpaces,
  textCells.checkReadings,
  checkStatisticPeriods,
  checkStatistics,
  checkStatisticValues,
  checkTargets,
  checkItemFacts,
  checkDayNumbers,
];
