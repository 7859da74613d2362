import { ACTION_VALUE, type FacetId, facetIds } from '../../../model/explore-facets.ts';
import { mapFacets, type ChosenValues } from './filter-items.ts';
import { squareGroupings, type SquareGrouping } from './item-groups.ts';

/** What a reader asks `/explore/` for. Its URL contains all of it. */
export interface ExploreQuery {
  readonly chosen: ChosenValues;
  readonly words: string;
  readonly group: SquareGrouping;
  readonly view: 'picture' | 'table';
}

/** The value of `kind` if no kind is chosen: without the parameter, the page shows actions. */
const ALL_KINDS = 'all';

/**
 * Returns the query of a URL's search part. Unknown parameters and values are ignored.
 * @param isKnown returns true if a facet of the page has a value
 */
export function parseExploreQuery(search: string, isKnown: (facet: FacetId, value: string) => boolean): ExploreQuery {
  const parameters = new URLSearchParams(search);
  const listValues = (facet: FacetId) => {
    const values = parameters.getAll(facet);
    return (facet === 'kind' && values.length === 0 ? [ACTION_VALUE] : values).filter((value) => isKnown(facet, value));
  };
  return {
    chosen: mapFacets((facet) => new Set(listValues(facet))),
    words: parameters.get('q') ?? '',
    group: squareGroupings.find((group) => group === parameters.get('by')) ?? 'theme',
    view: parameters.get('view') === 'table' ? 'table' : 'picture',
  };
}

/** Returns the search part of the URL of a query, without what the page shows anyway. */
export function formatExploreQuery({ chosen, words, group, view }: ExploreQuery): string {
  const parameters = new URLSearchParams();
  for (const facet of facetIds) {
    const values = [...chosen[facet]];
    if (facet === 'kind' && values.length === 0) values.push(ALL_KINDS);
    const isUsual = facet === 'kind' && values.length === 1 && values[0] === ACTION_VALUE;
    if (!isUsual) for (const value of values) parameters.append(facet, value);
  }
  if (words !== '') parameters.set('q', words);
  if (group !== 'theme') parameters.set('by', group);
  if (view === 'table') parameters.set('view', view);
  return parameters.size === 0 ? '' : `?${parameters}`;
}
