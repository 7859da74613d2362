import type { Kind } from '../model/kind.ts';
import type { Node } from '../model/node.ts';
import type { Topic } from '../model/topic.ts';
import { descendantsOf } from './counts.ts';
import type { Portal } from './portal.ts';

/** Kinds that say what is done or reached; policies and stances are too wide to answer a question. */
const CONCRETE: readonly Kind[] = ['measure', 'action', 'outcome', 'programme'];

const saysOf = ({ title, summary }: Node, words: readonly string[]) =>
  words.some((word) => `${title}\n${summary}`.includes(word));

/** For each topic that a plan speaks of, the first of its words that stands in one: what a reader may look for. */
export function exampleWords({ topics, nodes }: Pick<Portal, 'topics' | 'nodes'>): string[] {
  return topics.flatMap(({ words }) => {
    const word = words.find((one) => nodes.some((node) => saysOf(node, [one])));
    return word === undefined ? [] : [word];
  });
}

/**
 * What a city's plans say about a topic, in plan order: the nodes that use one of its words. A measure is left out
 * where something below it says more exactly what is done.
 */
export function nodesAbout(portal: Portal, topic: Topic, municipality: string): Node[] {
  const says = (node: Node) => CONCRETE.includes(node.kind) && saysOf(node, topic.words);
  return portal
    .plansOf(municipality)
    .flatMap(({ id }) => portal.nodesOf(id))
    .filter((node) => says(node) && !descendantsOf(portal, node).some(says));
}
