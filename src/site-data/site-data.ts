import { sort } from 'd3';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ProductCache } from '../input/product-cache.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import { countValues, memoizeByObject } from '../model/collections.ts';
import type { DataRelease } from '../model/data-release.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import type { SiteConfig } from '../model/site.ts';
import type { RatingBand } from '../progress/rating-band.ts';
import type { Change } from '../tables/changes.ts';
import type { Department } from '../tables/departments.ts';
import type { Term } from '../tables/glossary.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Observation } from '../tables/observations.ts';
import type { RelatedPlan } from '../tables/related-plans.ts';
import type { Source } from '../tables/sources.ts';
import type { StatisticValue } from '../tables/statistic-values.ts';
import type { Statistic } from '../tables/statistics.ts';
import type { Target } from '../tables/targets.ts';
import type { Theme } from '../tables/themes.ts';
import type { Topic } from '../tables/topics.ts';
import { hasPage, type PlanItem } from '../tables/tree.ts';
import type { EverydayWord } from '../tables/words.ts';
import type { MunicipalityOutline, Zone, ZoneOutlineSet } from '../tables/zones.ts';
import type { Rating } from './build-ratings.ts';
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
  readonly zoneOutlineSets: readonly ZoneOutlineSet[];
  readonly municipalityOutlines: readonly MunicipalityOutline[];
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

/** Returns a function that finds a record by its id. Ids are validated, so an unknown id is a programming error. */
function createFinder<T extends { readonly id: string }>(what: string, records: readonly T[]): (id: string) => T {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => {
    const record = byId.get(id);
    if (!record) throw new Error(`no ${what} ${id}`);
    return record;
  };
}

/** Returns a function that lists records by a key. A record may have several keys, or none. */
export function createLister<T>(
  records: readonly T[],
  keys: (record: T) => readonly string[],
): (key: string) => readonly T[] {
  const byKey = new Map<string, T[]>();
  for (const record of records) for (const key of keys(record)) byKey.getOrInsertComputed(key, () => []).push(record);
  for (const list of byKey.values()) Object.freeze(list);
  const none: readonly T[] = Object.freeze([]);
  return (key) => byKey.get(key) ?? none;
}

/** Creates the functions that find records, with an index for each. A list without records is empty. */
export function buildLookups(records: SiteRecords) {
  const planItem = createFinder('plan item', records.planItems);
  const parentOf = (one: PlanItem) => (one.parent === null ? null : planItem(one.parent));
  const rootItemsOf = createLister(records.planItems, (one) => (one.parent === null ? [one.plan] : []));
  const isOnlyRoot = (one: PlanItem) => one.parent === null && rootItemsOf(one.plan).length === 1;
  const hasOwnPage = (one: PlanItem) => hasPage(one.kind, parentOf(one)?.kind ?? null, isOnlyRoot(one));
  const ancestorsOf = (one: PlanItem): readonly PlanItem[] => {
    const parent = parentOf(one);
    return parent ? [...ancestorsOf(parent), parent] : [];
  };
  const bodies = new Map(
    records.chapters.filter(({ role }) => role === 'body').map((one) => [`${one.plan}/${one.slug}`, one]),
  );
  const municipality = createFinder('municipality', records.municipalities);
  const endedLast = sort(records.plans, ({ state }) => state === 'ended');
  const plansOf = createLister(endedLast, (one) => [one.municipality]);
  const titles = countValues(records.municipalities.map(({ title }) => title));
  const outlines = new Map(records.municipalityOutlines.map((one) => [one.municipality, one]));
  return {
    municipality,
    /** The name of a municipality; one that several have is followed by its prefecture: 伊達市（北海道）. */
    nameMunicipality: (id: string) => {
      const { title, prefecture } = municipality(id);
      return prefecture !== '' && (titles.get(title) ?? 0) > 1 ? `${title}（${prefecture}）` : title;
    },
    plan: createFinder('plan', records.plans),
    planItem,
    indicator: createFinder('indicator', records.indicators),
    zone: createFinder('zone', records.zones),
    statistic: createFinder('statistic', records.statistics),
    theme: createFinder('theme', records.themes),
    term: createFinder('term', records.terms),
    department: createFinder('department', records.departments),
    source: createFinder('source', records.sources),
    plansOf,
    planOwners: Object.freeze(records.municipalities.filter(({ id }) => plansOf(id).length > 0)),
    zonesOf: createLister(records.zones, (one) => [one.municipality]),
    /** The outline of a municipality, or null. */
    outlineOf: (id: string) => outlines.get(id) ?? null,
    planItemsOf: createLister(records.planItems, (one) => [one.plan]),
    /** The items at the top of a plan's tree. */
    rootItemsOf,
    childrenOf: createLister(records.planItems, (one) => (one.parent === null ? [] : [one.parent])),
    /** The items above an item, from the top. */
    ancestorsOf,
    indicatorsOf: createLister(records.indicators, (one) => [one.plan]),
    indicatorsOfPlanItem: createLister(records.indicators, (one) => one.nodes),
    observationsOf: createLister(records.observations, (one) => [one.indicator]),
    targetsOf: createLister(records.targets, (one) => [one.indicator]),
    /** The ratings of an indicator: the common one first, then the one by its plan's own method, if any. */
    ratingsOf: createLister(records.ratings, (one) => [one.indicator]),
    bandsOf: createLister(records.bands, (one) => [one.plan]),
    relatedPlansOf: createLister(records.relatedPlans, (one) => [one.plan]),
    chaptersOf: createLister(records.chapters, (one) => [one.plan]),
    planItemsWithTheme: createLister(records.planItems, (one) => one.themes),
    statisticValuesOf: createLister(records.statisticValues, (one) => [one.statistic]),
    planItemsWithTerm: createLister(records.planItems, (one) => one.terms),
    /** The body of an item's own page, or null. */
    bodyChapterOf: (one: PlanItem) => bodies.get(one.id) ?? null,
    hasOwnPage,
    /** Returns the item whose page shows an item: itself or the nearest one above. Null means the plan's page. */
    pageItemOf: (one: PlanItem) => (hasOwnPage(one) ? one : (ancestorsOf(one).findLast(hasOwnPage) ?? null)),
  };
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
export interface SiteData extends SiteRecords, Readonly<ReturnType<typeof buildLookups>> {
  readonly site: SiteConfig;
  readonly urls: SiteUrls;
  /** Twelve hexadecimal digits that identify the contents of all source files. */
  readonly version: string;
  /** The latest day in changes.csv and of releases; null if there is none. */
  readonly updated: string | null;
  /** Warnings; a site with errors has no site data. */
  readonly warnings: readonly Diagnostic[];
  /** The part of the site that this run makes; undefined for the whole. */
  readonly part?: SitePart | undefined;
  /** The products of earlier builds; undefined if none of them is used. */
  readonly cache?: ProductCache | undefined;
}

/** Returns a function that caches its result for each site data, because many pages need the same result. */
export const memoizeBySite: <T>(work: (siteData: SiteData) => T) => (siteData: SiteData) => T = memoizeByObject;
