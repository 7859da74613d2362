import type { RatingBand } from '../progress/plan-bands.ts';
import type { Change } from '../tables/changes.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import type { DataRelease } from '../model/data-release.ts';
import type { Department } from '../tables/municipalities.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Municipality } from '../model/municipality.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { MunicipalityOutlines, MunicipalityShape, Zone } from '../tables/zones.ts';
import type { Observation } from '../tables/observations.ts';
import type { Plan } from '../model/plan.ts';
import type { Rating } from './build-ratings.ts';
import type { RelatedPlan } from '../tables/related-plans.ts';
import type { Source } from '../tables/sources.ts';
import type { Statistic, StatisticValue } from '../tables/statistics.ts';
import type { Target } from '../tables/targets.ts';
import type { Term } from '../tables/glossary.ts';
import type { Theme, Topic } from '../tables/themes.ts';
import type { EverydayWord } from '../tables/words.ts';

/** All published records of a site, in the order in which they are shown. */
export interface SiteRecords {
  readonly municipalities: readonly Municipality[];
  readonly plans: readonly Plan[];
  readonly planItems: readonly PlanItem[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly ratings: readonly Rating[];
  /** The bands of the plans with their own rating method, in the order in which they are tried. */
  readonly bands: readonly (RatingBand & { readonly plan: string })[];
  /** The official statistics, in the order of their file. */
  readonly statistics: readonly Statistic[];
  /** The values of the statistics, each statistic's by municipality and time. */
  readonly statisticValues: readonly StatisticValue[];
  readonly themes: readonly Theme[];
  readonly terms: readonly Term[];
  readonly departments: readonly Department[];
  readonly sources: readonly Source[];
  readonly zones: readonly Zone[];
  readonly municipalityOutlines: readonly MunicipalityOutlines[];
  readonly municipalityShapes: readonly MunicipalityShape[];
  readonly relatedPlans: readonly RelatedPlan[];
  readonly changes: readonly Change[];
  /** The releases, the latest first. */
  readonly releases: readonly DataRelease[];
  readonly topics: readonly Topic[];
  /** Words of everyday life with their readings and aliases, for the search. */
  readonly everydayWords: readonly EverydayWord[];
  readonly chapters: readonly Chapter[];
  readonly guides: readonly Guide[];
}
