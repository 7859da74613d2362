import type { PublishedTable } from '../published-table.ts';
import { publishedIndicators, publishedObservations, publishedTargets } from './published-indicators.ts';
import {
  publishedPlanItemLinks,
  publishedPlanItems,
  publishedPlans,
  publishedRelatedPlans,
} from './published-plan-tables.ts';
import { publishedRatings } from './published-ratings.ts';
import {
  publishedGlossary,
  publishedMunicipalities,
  publishedSources,
  publishedThemes,
  publishedZones,
} from './published-record-tables.ts';
import { publishedStatistics, publishedStatisticValues } from './published-statistics.ts';

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
