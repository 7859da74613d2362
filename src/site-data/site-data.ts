import type { ProductCache } from '../input/product-cache.ts';
import type { RatingBand } from '../progress/plan-bands.ts';
import type { Change } from '../tables/changes.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import type { DataRelease } from '../model/data-release.ts';
import type { Department } from '../tables/departments.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Municipality } from '../model/municipality.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { MunicipalityOutlines, MunicipalityShape, Zone } from '../tables/zones.ts';
import type { Observation } from '../tables/observations.ts';
import type { Plan } from '../model/plan.ts';
import type { Rating } from '../progress/rating-record.ts';
import type { RelatedPlan } from '../tables/related-plans.ts';
import type { SiteConfig } from '../model/site.ts';
import type { Source } from '../tables/sources.ts';
import type { Statistic } from '../tables/statistics.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';
import type { Target } from '../tables/targets.ts';
import type { Term } from '../tables/glossary.ts';
import type { Theme } from '../tables/themes.ts';
import type { Topic } from '../tables/topics.ts';
import type { EverydayWord } from '../tables/words.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteUrls } from './urls.ts';

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

/** Functions that find records. A list without records is empty. */
export interface RecordLookups {
  readonly municipality: (id: string) => Municipality;
  readonly plan: (id: string) => Plan;
  readonly planItem: (id: string) => PlanItem;
  readonly statistic: (id: string) => Statistic;
  readonly theme: (id: string) => Theme;
  readonly term: (id: string) => Term;
  readonly department: (id: string) => Department;
  readonly source: (id: string) => Source;
  readonly plansOf: (municipality: string) => readonly Plan[];
  readonly zonesOf: (municipality: string) => readonly Zone[];
  /** The outline of a municipality, or null. */
  readonly shapeOf: (municipality: string) => MunicipalityShape | null;
  readonly planItemsOf: (plan: string) => readonly PlanItem[];
  /** The items at the top of a plan's tree. */
  readonly rootItemsOf: (plan: string) => readonly PlanItem[];
  readonly childrenOf: (node: string) => readonly PlanItem[];
  /** The items above an item, from the top. */
  readonly ancestorsOf: (node: PlanItem) => readonly PlanItem[];
  readonly indicatorsOf: (plan: string) => readonly Indicator[];
  readonly indicatorsOfPlanItem: (node: string) => readonly Indicator[];
  readonly observationsOf: (indicator: string) => readonly Observation[];
  readonly targetsOf: (indicator: string) => readonly Target[];
  /** The ratings of an indicator: the common one first, then the one by its plan's own method, if any. */
  readonly ratingsOf: (indicator: string) => readonly Rating[];
  readonly bandsOf: (plan: string) => readonly (RatingBand & { readonly plan: string })[];
  readonly relatedPlansOf: (plan: string) => readonly RelatedPlan[];
  readonly chaptersOf: (plan: string) => readonly Chapter[];
  readonly planItemsWithTheme: (theme: string) => readonly PlanItem[];
  readonly statisticsWithTheme: (theme: string) => readonly Statistic[];
  readonly statisticValuesOf: (statistic: string) => readonly StatisticValue[];
  readonly planItemsWithTerm: (term: string) => readonly PlanItem[];
  /** The body of an item's own page, or null. */
  readonly bodyChapterOf: (node: PlanItem) => Chapter | null;
  /** Returns true for an item with a page of its own. */
  readonly hasOwnPage: (node: PlanItem) => boolean;
  /** Returns the item whose page shows an item: itself or the nearest one above. Null means the plan's page. */
  readonly pageItemOf: (node: PlanItem) => PlanItem | null;
}

/** What one run makes of a site whose municipalities are shared out to several runs. */
export interface SitePart {
  /** The number of the part, from 1; 0 for the run that joins the parts and makes all that is in none. */
  readonly number: number;
  /** The number of parts. */
  readonly count: number;
  /** The folders with the finished parts, in their order, if the run joins them. */
  readonly folders: readonly string[];
}

/** The validated data of a site, deeply frozen. Pages and downloads use nothing else. */
export interface SiteData extends SiteRecords, RecordLookups {
  readonly site: SiteConfig;
  readonly urls: SiteUrls;
  /** Twelve hexadecimal digits that identify the contents of all source files. */
  readonly version: string;
  /** The latest day in the ledger of changes; null if it is empty. */
  readonly updated: string | null;
  /** Warnings; a site with errors has no site data. */
  readonly warnings: readonly Diagnostic[];
  /** The part of the site that this run makes; undefined for the whole. */
  readonly part?: SitePart | undefined;
  /** The products of earlier builds; undefined if everything is made anew. */
  readonly cache?: ProductCache | undefined;
}

/** Returns a function that caches its result for each site data, because many pages need the same result. */
export function memoizeBySite<T>(work: (siteData: SiteData) => T): (siteData: SiteData) => T {
  const known = new WeakMap<SiteData, { readonly result: T }>();
  return (siteData) => {
    const { result } = known.get(siteData) ?? { result: work(siteData) };
    known.set(siteData, { result });
    return result;
  };
}
