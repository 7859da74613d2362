import { expect, test } from 'vitest';
import { listExploreFacets } from '../../../../src/components/explore/explore-facet-list.ts';
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
