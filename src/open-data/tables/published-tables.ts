import type { PublishedTable } from '../published-table.ts';
import { publishedIndicators } from './published-indicators.ts';
import { publishedObservations } from './published-observations.ts';
import { publishedRatings } from './published-ratings.ts';
import { publishedStatistics, publishedStatisticValues } from './published-statistics.ts';
import { publishedTargets } from './published-targets.ts';
import {
  publishedGlossary,
  publishedMunicipalities,
  publishedPlanItemLinks,
  publishedPlanItems,
  publishedPlans,
  publishedRelatedPlans,
  publishedSources,
  publishedThemes,
  publishedZones,
} from './published-record-tables.ts';

/** Every published table, in the order of the catalogue. */
export const publishedTables: readonly PublishedTable[] = [
  publishedMunicipalities,
  publishedPlans,
  publishedPlanItems,
  publishedPlanItemLinks,
  publishedIndicators,
  publishedObservations,
  publishedTargets,
  publishedRatings,
  publishedStatistics,
  publishedStatisticValues,
  publishedThemes,
  publishedGlossary,
  publishedSources,
  publishedZones,
  publishedRelatedPlans,
];
