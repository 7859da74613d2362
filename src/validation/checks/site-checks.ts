import type { SiteCheck } from '../validation-context.ts';
import { checkRatingBands, checkTypedRatings } from './rating-checks.ts';
import { checkMdxCharacters, checkMdxContent, checkTextBodies } from './mdx-checks.ts';
import {
  checkEnglishNames,
  checkNameSpaces,
  checkPlaceholders,
  checkPlatformCharacters,
  checkReadings,
  checkTextLengths,
} from './text-cell-checks.ts';
import {
  checkFractionPercentages,
  checkLargePercentages,
  checkNegativeCounts,
  checkUnitsInNames,
} from './number-checks.ts';
import {
  checkCumulativeResults,
  checkEarlyResults,
  checkEmptyResults,
  checkRepeatedObservations,
  checkResultsBeforeBaseline,
} from './observation-checks.ts';
import { checkCellPeriods } from './period-checks.ts';
import { checkTargetDirections, checkTargets } from './target-checks.ts';
import { checkOutsidePaths, checkPathNames, checkUnknownFiles } from './file-checks.ts';
import { checkPlanStates } from './plan-state-checks.ts';
import { checkItemThemes, checkParentCodes, checkPlanActions, checkPlanLevels, checkSummaries } from './tree-checks.ts';
import { checkTextLinks } from './link-checks.ts';
import { checkMovedIds, checkRepeatedIds, checkReplacedPlans, checkSharedIds } from './id-checks.ts';
import { checkOutliers } from './outlier-check.ts';
import { checkStatisticPeriods, checkStatistics, checkStatisticValues } from './statistic-checks.ts';
import { checkMunicipalityShapes, checkPrefectures, checkZonePlans, checkZoneShapes } from './municipality-checks.ts';
import { checkIndicatorMemos, checkUnknownCodes, checkUnknownReferences, checkUnusedIds } from './reference-checks.ts';

/**
 * Every check of a site. Diagnostics are sorted by location, so that the order of the checks does not matter, except for
 * the last one: it runs only if nothing else is wrong.
 */
export const siteChecks: readonly SiteCheck[] = [
  checkRatingBands,
  checkTextBodies,
  checkPlatformCharacters,
  checkNegativeCounts,
  checkCumulativeResults,
  checkTargetDirections,
  checkCellPeriods,
  checkUnitsInNames,
  checkFractionPercentages,
  checkOutsidePaths,
  checkTextLengths,
  checkPlanLevels,
  checkTextLinks,
  checkMovedIds,
  checkReplacedPlans,
  checkPathNames,
  checkOutliers,
  checkParentCodes,
  checkLargePercentages,
  checkPlaceholders,
  checkPlanActions,
  checkPlanStates,
  checkPrefectures,
  checkMunicipalityShapes,
  checkRepeatedIds,
  checkRepeatedObservations,
  checkResultsBeforeBaseline,
  checkEarlyResults,
  checkEmptyResults,
  checkZoneShapes,
  checkSharedIds,
  checkEnglishNames,
  checkNameSpaces,
  checkReadings,
  checkStatisticPeriods,
  checkStatistics,
  checkStatisticValues,
  checkSummaries,
  checkTargets,
  checkMdxCharacters,
  checkMdxContent,
  checkItemThemes,
  checkTypedRatings,
  checkUnknownCodes,
  checkUnknownFiles,
  checkUnknownReferences,
  checkIndicatorMemos,
  checkZonePlans,
  checkUnusedIds,
];
