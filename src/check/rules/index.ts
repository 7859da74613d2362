import type { Rule } from '../rule.ts';
import { bandsOfPlans } from './bands.ts';
import { bodies } from './bodies.ts';
import { characters } from './characters.ts';
import { counts } from './counts.ts';
import { cumulative } from './cumulative.ts';
import { directions } from './directions.ts';
import { resultsBeforeTheirTime } from './early-results.ts';
import { fractions } from './fractions.ts';
import { leaving } from './leaving.ts';
import { lengths } from './lengths.ts';
import { levels } from './levels.ts';
import { links } from './links.ts';
import { movedIds } from './moved-ids.ts';
import { names } from './names.ts';
import { outliers } from './outliers.ts';
import { parents } from './parents.ts';
import { percent } from './percent.ts';
import { placeholders } from './placeholders.ts';
import { planActions } from './plan-actions.ts';
import { prefecturesOfCodes } from './prefectures.ts';
import { repeatedIds } from './repeated-ids.ts';
import { repeatedObservations } from './repeated-observations.ts';
import { resultsAfterBaseline } from './results.ts';
import { shapes } from './shapes.ts';
import { sharedIds } from './shared-ids.ts';
import { spaces } from './spaces.ts';
import { summaries } from './summaries.ts';
import { targetsOfIndicators } from './targets.ts';
import { textCharacters } from './text-characters.ts';
import { textParts } from './text-parts.ts';
import { themesOfActions } from './themes.ts';
import { typedRatings } from './typed-ratings.ts';
import { unknownCodes } from './unknown-codes.ts';
import { unknownFiles } from './unknown-files.ts';
import { unknownReferences } from './unknown-references.ts';
import { unused } from './unused.ts';
import { zonesOfPlans } from './zones.ts';

/**
 * Every rule that holds files against one another. Problems are sorted by place, so that the order of the rules does not
 * matter, but for the last: what nothing uses is told where nothing else is wrong.
 */
export const rules: readonly Rule[] = [
  bandsOfPlans,
  bodies,
  characters,
  counts,
  cumulative,
  directions,
  fractions,
  leaving,
  lengths,
  levels,
  links,
  movedIds,
  names,
  outliers,
  parents,
  percent,
  placeholders,
  planActions,
  prefecturesOfCodes,
  repeatedIds,
  repeatedObservations,
  resultsAfterBaseline,
  resultsBeforeTheirTime,
  shapes,
  sharedIds,
  spaces,
  summaries,
  targetsOfIndicators,
  textCharacters,
  textParts,
  themesOfActions,
  typedRatings,
  unknownCodes,
  unknownFiles,
  unknownReferences,
  zonesOfPlans,
  unused,
];
