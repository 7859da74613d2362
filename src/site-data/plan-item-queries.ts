import type { ItemKind } from '../model/value-lists.ts';
import type { RelatedPlan } from '../tables/related-plans.ts';
import type { Topic } from '../tables/topics.ts';
import type { PlanItem } from '../tables/tree.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** Returns all items below an item, in the order of the plan. */
export const listDescendants = (siteData: SiteData, item: PlanItem): PlanItem[] =>
  siteData.childrenOf(item.id).flatMap((child) => [child, ...listDescendants(siteData, child)]);

/** Returns the items of all plans of a municipality, plan by plan. */
export const listCityItems = ({ plansOf, planItemsOf }: SiteData, municipality: string): PlanItem[] =>
  plansOf(municipality).flatMap(({ id }) => planItemsOf(id));

/** Returns the plans that an item is related to, with what its plan says about them. */
export const listRelatedPlans = ({ relatedPlansOf }: SiteData, { id, plan }: PlanItem): RelatedPlan[] =>
  relatedPlansOf(plan).filter(({ nodes }) => nodes.includes(id));

/** Says that the site has inferred a column of any of these items; empty if it has not. */
export const markInferred = (items: readonly PlanItem[], column: 'departments' | 'related') =>
  items.some(({ inferred }) => inferred.includes(column)) ? '（このサイトが読み取りました）' : '';

/** Returns the names of an item's departments, and says if the site has inferred them; empty without departments. */
export function nameDepartments(siteData: SiteData, item: PlanItem): string {
  const names = item.departments.map((id) => siteData.department(id).title).join('、');
  return names && names + markInferred([item], 'departments');
}

/** Returns the items of a plan that have pages, in the order of the plan. */
export const listPlanItemsWithPages = (siteData: SiteData, plan: string): PlanItem[] =>
  siteData.planItemsOf(plan).filter(siteData.hasOwnPage);

/** Kinds of items about work and results; policies and stances are too general to answer a question. */
const CONCRETE: readonly ItemKind[] = ['measure', 'action', 'outcome', 'programme'];

/** Returns the title and the summary of an item without some phrases. */
const omitPhrases = ({ title, summary }: PlanItem, phrases: readonly string[] = []): string =>
  phrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), `${title}\n${summary}`);

/** Returns the most frequent word of each topic in the plans, as search suggestions; topics with most items first. */
export const listExampleWords = memoizeBySite(({ topics, planItems }): readonly string[] => {
  const concrete = planItems.filter(({ kind }) => CONCRETE.includes(kind));
  return topics
    .flatMap(({ words, otherPhrases }) => {
      const texts = concrete.map((item) => omitPhrases(item, otherPhrases));
      return words
        .map((word) => ({ word, count: texts.filter((text) => text.includes(word)).length }))
        .sort((a, b) => b.count - a.count)
        .slice(0, 1);
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ word }) => word);
});

/** Returns a municipality's most specific items that contain a word of a topic, in the order of the plans. */
export function findPlanItemsOnTopic(siteData: SiteData, topic: Topic, municipality: string): PlanItem[] {
  const says = (item: PlanItem) => {
    if (!CONCRETE.includes(item.kind)) return false;
    const text = omitPhrases(item, topic.otherPhrases);
    return topic.words.some((word) => text.includes(word));
  };
  const items = listCityItems(siteData, municipality);
  return items.filter((item) => says(item) && !listDescendants(siteData, item).some(says));
}
