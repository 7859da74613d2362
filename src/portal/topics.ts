import type { ItemKind } from '../model/kind.ts';
import type { PlanItem } from '../model/node.ts';
import type { Topic } from '../model/topic.ts';
import { listDescendants } from './counts.ts';
import type { SiteData } from './portal.ts';

/** Kinds that say what is done or reached; policies and stances are too wide to answer a question. */
const CONCRETE: readonly ItemKind[] = ['measure', 'action', 'outcome', 'programme'];

const saysOf = ({ title, summary }: PlanItem, words: readonly string[]) =>
  words.some((word) => `${title}\n${summary}`.includes(word));

/** For each topic that a plan speaks of, the first of its words that stands in one: what a reader may look for. */
export function listExampleWords({ topics, planItems }: Pick<SiteData, 'topics' | 'planItems'>): string[] {
  return topics.flatMap(({ words }) => {
    const word = words.find((one) => planItems.some((node) => saysOf(node, [one])));
    return word === undefined ? [] : [word];
  });
}

/**
 * What a city's plans say about a topic, in plan order: the nodes that use one of its words. A measure is left out
 * where something below it says more exactly what is done.
 */
export function findPlanItemsOnTopic(portal: SiteData, topic: Topic, municipality: string): PlanItem[] {
  const says = (node: PlanItem) => CONCRETE.includes(node.kind) && saysOf(node, topic.words);
  return portal
    .plansOf(municipality)
    .flatMap(({ id }) => portal.planItemsOf(id))
    .filter((node) => says(node) && !listDescendants(portal, node).some(says));
}
