import type { PublishedTable } from '../table.ts';
import { publishedGlossary } from './glossary.ts';
import { publishedIndicators } from './indicators.ts';
import { publishedMunicipalities } from './municipalities.ts';
import { publishedPlanItemLinks } from './node-links.ts';
import { publishedPlanItems } from './nodes.ts';
import { publishedObservations } from './observations.ts';
import { publishedPlans } from './plans.ts';
import { publishedRatings } from './ratings.ts';
import { publishedRelatedPlans } from './related-plans.ts';
import { publishedSources } from './sources.ts';
import { publishedThemes } from './themes.ts';
import { publishedZones } from './zones.ts';

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
