import type { Kind } from '../model/kind.ts';
import type { Node } from '../model/node.ts';
import type { Topic } from '../model/topic.ts';
import { descendantsOf } from './counts.ts';
import type { Portal } from './portal.ts';

/** Kinds that say what is done or reached; policies and stances are too wide to answer a question. */
const CONCRETE: readonly Kind[] = ['measure', 'action', 'outcome', 'programme'];

/**
 * What a city's plans say about a topic, in plan order: the nodes that use one of its words. A measure is left out
 * where something below it says more exactly what is done.
 */
export function nodesAbout(portal: Portal, topic: Topic, municipality: string): Node[] {
  const says = ({ kind, title, summary }: Node) =>
    CONCRETE.includes(kind) && topic.words.some((word) => `${title}\n${summary}`.includes(word));
  return portal
    .plansOf(municipality)
    .flatMap(({ id }) => portal.nodesOf(id))
    .filter((node) => says(node) && !descendantsOf(portal, node).some(says));
}
