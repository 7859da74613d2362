import { countValues } from '../../model/collections.ts';
import { sdgGoals } from '../../model/sdg-goals.ts';
import { planStateLabels } from '../../model/value-lists.ts';
import { facetIds, NO_VALUE, type ExploreItem, type FacetId, type FacetValue } from '../../site-data/explore-facets.ts';
import { listKindValues } from '../../site-data/explore-items.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { getMunicipalityWord } from '../../site-data/site-size.ts';
import { squareGroupings, stateOrder } from './browser/item-groups.ts';

/** A facet of `/explore/` with the values that items have. */
export interface ExploreFacet {
  readonly id: FacetId;
  readonly title: string;
  readonly values: readonly FacetValue[];
  /** What readers must know about the values; empty without it. */
  readonly note: string;
}

/** Returns the facets of a page that narrows items, in their order. */
export function listExploreFacets(siteData: SiteData, items: readonly ExploreItem[]): ExploreFacet[] {
  const none = { id: NO_VALUE, title: 'この項目には書かれていない' };
  const states = stateOrder.map((id) => ({ id, title: planStateLabels[id] }));
  const goals = sdgGoals.map(({ goal, short }) => ({ id: String(goal), title: `${goal} ${short}` }));
  const names = countValues(siteData.departments.map(({ title }) => title));
  // Several municipalities have a 人事課.
  const departments = siteData.departments.map(({ id, title, municipality: owner }) => {
    return { id, title: names.get(title) === 1 ? title : `${title}（${siteData.nameMunicipality(owner)}）` };
  });
  const facets: Readonly<Record<FacetId, { title: string; values: readonly FacetValue[] }>> = {
    city: {
      title: getMunicipalityWord(siteData),
      values: siteData.municipalities.map(({ id }) => ({ id, title: siteData.nameMunicipality(id) })),
    },
    theme: { title: 'テーマ', values: [...siteData.themes, { id: NO_VALUE, title: 'テーマなし' }] },
    kind: { title: '階層', values: listKindValues(siteData) },
    department: { title: '担当', values: [...departments, none] },
    state: { title: '計画の状態', values: states },
    sdg: { title: 'SDGs', values: [...goals, none] },
  };
  return facetIds.map((id) => {
    const present = new Set(items.flatMap(({ values }) => values[id]));
    const { title, values } = facets[id];
    const hasInferred =
      id === 'department' && siteData.planItems.some(({ inferred }) => inferred.includes('departments'));
    const note = hasInferred ? '計画に書かれておらず、このサイトが読み取った担当もあります。' : '';
    return { id, title, note, values: values.filter((value) => present.has(value.id)) };
  });
}

/** Returns the facets that group squares: the theme, and the others if items have several of their values. */
export const listSquareGroupings = (facets: readonly ExploreFacet[]): ExploreFacet[] =>
  facets
    .filter(({ id, values }) => id === 'theme' || (squareGroupings.some((by) => by === id) && values.length > 1))
    .sort((a, b) => Number(b.id === 'theme') - Number(a.id === 'theme'));

/** The number of a facet's values that are visible before readers unfold the others. */
const OPEN_VALUES = 6;

/** Splits the values of a facet into the visible and the folded ones. It folds none if that would hide one or two. */
export const splitFacetValues = (values: readonly FacetValue[]): (readonly FacetValue[])[] =>
  values.length > OPEN_VALUES + 2 ? [values.slice(0, OPEN_VALUES), values.slice(OPEN_VALUES)] : [values];
