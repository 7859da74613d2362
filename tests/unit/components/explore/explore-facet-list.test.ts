import { expect, test } from 'vitest';
import { listExploreFacets, listSquareGroupings } from '../../../../src/components/explore/explore-facet-list.ts';
import type { FacetId } from '../../../../src/site-data/explore-facets.ts';
import { listExploreItems } from '../../../../src/site-data/explore-items.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

test('departments of the same name have the names of their municipalities', () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);
  const departments = [
    { id: 'kashiwa-jinji', municipality: 'kashiwa', title: '人事課' },
    { id: 'kashiwara-jinji', municipality: 'kashiwara', title: '人事課' },
    { id: 'kashiwara-kikaku', municipality: 'kashiwara', title: '企画課' },
  ];
  const items = listExploreItems(siteData)
    .slice(0, departments.length)
    .map(({ values, ...item }, at) => ({ ...item, values: { ...values, department: [departments[at]?.id ?? ''] } }));
  const facet = listExploreFacets({ ...siteData, departments }, items).find(({ id }) => id === 'department');
  expect(facet?.values.map(({ title }) => title)).toEqual(['人事課（柏市）', '人事課（柏原市）', '企画課']);
});

test('squares are grouped by the theme first, and by what has several values', () => {
  const createFacet = (id: FacetId, count: number) => {
    return { id, title: '', note: '', values: Array.from({ length: count }, (_, at) => ({ id: `${at}`, title: '' })) };
  };
  // Kinds group no squares.
  const facets = [createFacet('city', 1), createFacet('state', 2), createFacet('theme', 1), createFacet('kind', 3)];
  expect(listSquareGroupings(facets).map(({ id }) => id)).toEqual(['theme', 'state']);
});
