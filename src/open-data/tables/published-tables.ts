import type { PublishedTable } from '../published-table.ts';
import { publishedGlossary } from './published-glossary.ts';
import { publishedIndicators } from './published-indicators.ts';
import { publishedMunicipalities } from './published-municipalities.ts';
import { publishedPlanItemLinks } from './published-plan-item-links.ts';
import { publishedPlanItems } from './published-plan-items.ts';
import { publishedObservations } from './published-observations.ts';
import { publishedPlans } from './published-plans.ts';
import { publishedRatings } from './published-ratings.ts';
import { publishedRelatedPlans } from './published-related-plans.ts';
import { publishedSources } from './published-sources.ts';
import { publishedThemes } from './published-themes.ts';
import { publishedZones } from './published-zones.ts';

/** Every published table, in the order of the catalogue. */
export const publishedTables: readonly PublishedTable[] = [
  publishedMunicipalities,
  publishedPlans,
  publishedPlanItems,
  publishedPlanItemLinks,
  publishedIndicators,
  publishedObservations,
  publishedRatings,
  publishedThemes,
  publishedGlossary,
  publishedSources,
  publishedZones,
  publishedRelatedPlans,
];
