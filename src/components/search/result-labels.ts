import type { Plan } from '../../model/plan.ts';
import { documentKinds, planStateLabels } from '../../model/value-lists.ts';
import { formatEmbeddedJson } from '../../open-data/published-file.ts';
import { listSearchCities } from '../../search/build-index.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { hasManyMunicipalities } from '../../site-data/site-size.ts';

/** Returns true if the site has only a part of a plan. Guides ask to write 計画の全体 if it has all. */
export const isPartial = ({ scope }: Plan): boolean => scope !== null && !scope.startsWith('計画の全体');

/** Returns the parts of a municipality's plans that the site contains; empty if nothing is left out. */
const describePlanScopes = ({ plansOf }: SiteData, municipality: string): string =>
  plansOf(municipality)
    .filter(isPartial)
    .map(({ shortTitle, scope }) => `「${shortTitle}」は${scope}`)
    .join('、');

/** Returns the names that the script shows beside results, as JSON that a page may contain. */
export function serializeResultLabels(siteData: SiteData): string {
  const { plans, plansOf, municipalities, themes, urls } = siteData;
  // With many municipalities only their pages tell more than which have no plan: the JSON would be too large.
  const isMany = hasManyMunicipalities(siteData);
  const details = municipalities.filter(({ id }) => !isMany || plansOf(id).length === 0);
  const cities = listSearchCities(siteData);
  const markState = ({ state }: Plan) => (state === 'ongoing' ? '' : `（${planStateLabels[state]}）`);
  return formatEmbeddedJson({
    kind: { ...documentKinds.words, word: '言葉' },
    theme: Object.fromEntries(themes.map(({ id, title }) => [id, title])),
    plan: Object.fromEntries(plans.map((plan) => [plan.id, plan.shortTitle + markState(plan)])),
    city: Object.fromEntries(cities.map(({ id, title }) => [id, title])),
    forms: Object.fromEntries(cities.map(({ id, forms }) => [id, forms])),
    cityUrl: urls.municipality('{id}'),
    details: Object.fromEntries(
      details.map(({ id, website }) => {
        const items = plansOf(id).length > 0 ? urls.explore({ city: id }) : undefined;
        return [id, { website: isMany ? undefined : website, scope: describePlanScopes(siteData, id), items }];
      }),
    ),
  });
}
