import { hasPage, type PlanItem } from '../tables/tree.ts';
import type { SiteRecords } from './site-records.ts';

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
  for (const record of records)
    for (const key of keys(record)) {
      const list = byKey.get(key);
      if (list) list.push(record);
      else byKey.set(key, [record]);
    }
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
  const shapes = new Map(records.municipalityShapes.map((one) => [one.municipality, one]));
  return {
    municipality: createFinder('municipality', records.municipalities),
    plan: createFinder('plan', records.plans),
    planItem,
    statistic: createFinder('statistic', records.statistics),
    theme: createFinder('theme', records.themes),
    term: createFinder('term', records.terms),
    department: createFinder('department', records.departments),
    source: createFinder('source', records.sources),
    plansOf: createLister(records.plans, (one) => [one.municipality]),
    zonesOf: createLister(records.zones, (one) => [one.municipality]),
    /** The outline of a municipality, or null. */
    shapeOf: (municipality: string) => shapes.get(municipality) ?? null,
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
    statisticsWithTheme: createLister(records.statistics, (one) => one.themes),
    statisticValuesOf: createLister(records.statisticValues, (one) => [one.statistic]),
    planItemsWithTerm: createLister(records.planItems, (one) => one.terms),
    /** The body of an item's own page, or null. */
    bodyChapterOf: (one: PlanItem) => bodies.get(one.id) ?? null,
    /** Returns true for an item with a page of its own. */
    hasOwnPage,
    /** Returns the item whose page shows an item: itself or the nearest one above. Null means the plan's page. */
    pageItemOf: (one: PlanItem) => (hasOwnPage(one) ? one : (ancestorsOf(one).findLast(hasOwnPage) ?? null)),
  };
}

/** Functions that find records. */
export type RecordLookups = Readonly<ReturnType<typeof buildLookups>>;
