import type { SiteCheck } from '../rule.ts';
import { checkRatingBands } from './bands.ts';
import { checkTextBodies } from './bodies.ts';
import { checkPlatformCharacters } from './characters.ts';
import { checkNegativeCounts } from './counts.ts';
import { checkCumulativeResults } from './cumulative.ts';
import { checkTargetDirections } from './directions.ts';
import { checkEarlyResults } from './early-results.ts';
import { checkFractionPercentages } from './fractions.ts';
import { checkOutsidePaths } from './leaving.ts';
import { checkTextLengths } from './lengths.ts';
import { checkPlanLevels } from './levels.ts';
import { checkTextLinks } from './links.ts';
import { checkMovedIds } from './moved-ids.ts';
import { checkPathNames } from './names.ts';
import { checkOutliers } from './outliers.ts';
import { checkParentCodes } from './parents.ts';
import { checkLargePercentages } from './percent.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkPlanActions } from './plan-actions.ts';
import { checkPrefectures } from './prefectures.ts';
import { checkRepeatedIds } from './repeated-ids.ts';
import { checkRepeatedObservations } from './repeated-observations.ts';
import { checkResultsBeforeBaseline } from './results.ts';
import { checkZoneShapes } from './shapes.ts';
import { checkSharedIds } from './shared-ids.ts';
import { checkNameSpaces } from './spaces.ts';
import { checkSummaries } from './summaries.ts';
import { checkTargets } from './targets.ts';
import { checkMdxCharacters } from './text-characters.ts';
import { checkMdxContent } from './text-parts.ts';
import { checkItemThemes } from './themes.ts';
import { checkTypedRatings } from './typed-ratings.ts';
import { checkUnknownCodes } from './unknown-codes.ts';
import { checkUnknownFiles } from './unknown-files.ts';
import { checkUnknownReferences } from './unknown-references.ts';
import { checkUnusedIds } from './unused.ts';
import { checkZonePlans } from './zones.ts';

/**
 * Every rule that holds files against one another. Problems are sorted by place, so that the order of the rules does not
 * matter, but for the last: what nothing uses is told where nothing else is wrong.
 */
export const siteChecks: readonly SiteCheck[] = [
  checkRatingBands,
  checkTextBodies,
  checkPlatformCharacters,
  checkNegativeCounts,
  checkCumulativeResults,
  checkTargetDirections,
  checkFractionPercentages,
  checkOutsidePaths,
  checkTextLengths,
  checkPlanLevels,
  checkTextLinks,
  checkMovedIds,
  checkPathNames,
  checkOutliers,
  checkParentCodes,
  checkLargePercentages,
  checkPlaceholders,
  checkPlanActions,
  checkPrefectures,
  checkRepeatedIds,
  checkRepeatedObservations,
  checkResultsBeforeBaseline,
  checkEarlyResults,
  checkZoneShapes,
  checkSharedIds,
  checkNameSpaces,
  checkSummaries,
  checkTargets,
  checkMdxCharacters,
  checkMdxContent,
  checkItemThemes,
  checkTypedRatings,
  checkUnknownCodes,
  checkUnknownFiles,
  checkUnknownReferences,
  checkZonePlans,
  checkUnusedIds,
];
