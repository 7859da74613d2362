import type { PublishedTable } from '../published-table.ts';
import { publishedIndicators, publishedObservations, publishedTargets } from './published-indicators.ts';
import * as planTables from './published-plan-tables.ts';
import { publishedRatings } from './published-ratings.ts';
import * as recordTables from './published-record-tables.ts';
import { publishedStatistics, publishedStatisticValues } from './published-statistics.ts';

/** Every published table, in the order of the catalogue. */
export const publishedTables: readonly PublishedTable[] = [
  recordTables.publishedMunicipalities,
  planTables.publishedPlans,
  planTables.publishedPlanItems,
  planTables.publishedPlanItemLinks,
  publishedIndicators,
  publishedObservations,
  publishedTargets,
  publishedRatings,
  publishedStatistics,
  publishedStatisticValues,
  recordTables.publishedThemes,
  recordTables.publishedGlossary,
  recordTables.publishedSources,
  recordTables.publishedZones,
  planTables.publishedRelatedPlans,
  recordTables.publishedUpdates,
];
