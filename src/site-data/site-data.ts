import type { RatingBand } from '../progress/plan-bands.ts';
import type { Change } from '../tables/changes.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import type { Department } from '../tables/departments.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Municipality } from '../model/municipality.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { MunicipalityOutlines, Zone } from '../tables/zones.ts';
import type { Observation } from '../tables/observations.ts';
import type { Plan } from '../model/plan.ts';
import type { Rating } from '../progress/rating-record.ts';
import type { RelatedPlan } from '../tables/related-plans.ts';
import type { SiteConfig } from '../model/site.ts';
import type { Source } from '../tables/sources.ts';
import type { Target } from '../tables/targets.ts';
import type { Term } from '../tables/glossary.ts';
import type { Theme } from '../tables/themes.ts';
import type { Topic } from '../tables/topics.ts';
import type { EverydayWord } from '../tables/words.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteUrls } from './urls.ts';

/** All that a site publishes, as records in their order of showing. */
export interface SiteRecords {
  readonly municipalities: readonly Municipality[];
  readonly plans: readonly Plan[];
  readonly planItems: readonly PlanItem[];
  readonly indicators: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly ratings: readonly Rating[];
  /** The bands of the plans that have a way of rating of their own, in the order in which they are tried. */
  readonly bands: readonly (RatingBand & { readonly plan: string })[];
  readonly themes: readonly Theme[];
  readonly terms: readonly Term[];
  readonly departments: readonly Department[];
  readonly sources: readonly Source[];
  readonly zones: readonly Zone[];
  readonly municipalityOutlines: readonly MunicipalityOutlines[];
  readonly relatedPlans: readonly RelatedPlan[];
  readonly changes: readonly Change[];
  readonly topics: readonly Topic[];
  /** Words of everyday life with their readings and other spellings, by which the search knows them. */
  readonly everydayWords: readonly EverydayWord[];
  readonly chapters: readonly Chapter[];
  readonly guides: readonly Guide[];
}

/** The records by what they are asked for. A list that has nothing is empty, never missing. */
export interface RecordLookups {
  readonly municipality: (id: string) => Municipality;
  readonly plan: (id: string) => Plan;
  readonly planItem: (id: string) => PlanItem;
  readonly theme: (id: string) => Theme;
  readonly term: (id: string) => Term;
  readonly department: (id: string) => Department;
  readonly source: (id: string) => Source;
  readonly plansOf: (municipality: string) => readonly Plan[];
  readonly zonesOf: (municipality: string) => readonly Zone[];
  readonly planItemsOf: (plan: string) => readonly PlanItem[];
  /** The nodes at the top of a plan's tree. */
  readonly rootItemsOf: (plan: string) => readonly PlanItem[];
  readonly childrenOf: (node: string) => readonly PlanItem[];
  /** The nodes above a node, from the top. */
  readonly ancestorsOf: (node: PlanItem) => readonly PlanItem[];
  readonly indicatorsOf: (plan: string) => readonly Indicator[];
  readonly indicatorsOfPlanItem: (node: string) => readonly Indicator[];
  readonly observationsOf: (indicator: string) => readonly Observation[];
  readonly targetsOf: (indicator: string) => readonly Target[];
  /** The ratings of an indicator: the common one first, then its plan's own where the plan has a method. */
  readonly ratingsOf: (indicator: string) => readonly Rating[];
  readonly bandsOf: (plan: string) => readonly (RatingBand & { readonly plan: string })[];
  readonly relatedPlansOf: (plan: string) => readonly RelatedPlan[];
  readonly chaptersOf: (plan: string) => readonly Chapter[];
  readonly planItemsWithTheme: (theme: string) => readonly PlanItem[];
  readonly planItemsWithTerm: (term: string) => readonly PlanItem[];
  /** The body of a node's own page, if its plan has one. */
  readonly bodyChapterOf: (node: PlanItem) => Chapter | null;
  /** True for a node that has a page of its own. */
  readonly hasOwnPage: (node: PlanItem) => boolean;
  /** The node whose page shows a node: itself, or the nearest one above with a page; null where the plan's page does. */
  readonly pageItemOf: (node: PlanItem) => PlanItem | null;
}

/** Everything a site is made from, read and checked once, and frozen: the only door for pages and downloads. */
export interface SiteData extends SiteRecords, RecordLookups {
  readonly site: SiteConfig;
  readonly urls: SiteUrls;
  /** Twelve hexadecimal digits that stand for the content of all source files: the same data, the same version. */
  readonly version: string;
  /** The latest day named in the ledger of changes; null where the ledger is empty. */
  readonly updated: string | null;
  /** Warnings; with an error there is no site data. */
  readonly warnings: readonly Diagnostic[];
}

/** Works something out from a siteData, once for each: a siteData never changes, and many pages ask the same. */
export function memoizeBySite<T>(work: (siteData: SiteData) => T): (siteData: SiteData) => T {
  const known = new WeakMap<SiteData, { readonly result: T }>();
  return (siteData) => {
    const { result } = known.get(siteData) ?? { result: work(siteData) };
    known.set(siteData, { result });
    return result;
  };
}
