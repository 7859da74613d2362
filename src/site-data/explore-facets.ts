/** The properties that narrow the items of `/explore/`, in the order of the page. They are parameters of its URL. */
export const facetIds = ['city', 'state', 'theme', 'kind', 'department', 'sdg'] as const;
export type FacetId = (typeof facetIds)[number];

/** Returns a record with a value for each facet. */
export const mapFacets = <T>(getValue: (facet: FacetId) => T): Record<FacetId, T> =>
  Object.fromEntries(facetIds.map((facet) => [facet, getValue(facet)])) as Record<FacetId, T>;

/** The value of an item without a theme, a department or a goal. */
export const NO_VALUE = 'none';

/** The value of all actions, whatever their plans call them. */
export const ACTION_VALUE = 'action';

/** The value of `kind` if no kind is chosen: without the parameter, the page shows actions. */
export const ALL_KINDS = 'all';

export type FacetValue = Readonly<{ id: string; title: string }>;

/** A plan item as `/explore/` shows and narrows it. */
export interface ExploreItem {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  /** The title of its plan. */
  readonly plan: string;
  /** The plan's own name of its level, with the printed number, if any: 小施策 (1). */
  readonly level: string;
  /** What the site named or inferred: 名称, 担当. */
  readonly inferred: readonly string[];
  /** At least one value for each facet; the first is the main one. */
  readonly values: Readonly<Record<FacetId, readonly string[]>>;
}
