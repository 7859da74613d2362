import type { Node } from '../model/node.ts';
import { isTelling, pairsOf, wordsOf } from '../model/words.ts';
import { descendantsOf } from './counts.ts';
import type { Portal } from './portal.ts';

/** A measure of another municipality that is near to one, and why. */
export interface Similar {
  readonly node: Node;
  /** 0 to 1: half from the themes, half from the words. */
  readonly score: number;
  readonly themes: readonly string[];
  /** Words that stand in both, the rarest first. */
  readonly words: readonly string[];
}

interface Profile {
  readonly node: Node;
  /** Themes of the measure and of what stands below it, by how often they occur; the first of a node counts twice. */
  readonly themes: ReadonlyMap<string, number>;
  /** Weights of pairs of characters, scaled so that the vector's length is 1. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

const SHOWN = 3;
const WORDS_SHOWN = 3;
/** Below this, two measures have no more in common than any two. */
const NEAR = 0.2;

function countAll(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function norm(weights: ReadonlyMap<string, number>): number {
  return Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
}

/** The share of what two counts have in common: Σ min ÷ Σ max. */
function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [least, most] = [0, 0];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    least += Math.min(a.get(key) ?? 0, b.get(key) ?? 0);
    most += Math.max(a.get(key) ?? 0, b.get(key) ?? 0);
  }
  return most === 0 ? 0 : least / most;
}

function shares(counts: ReadonlyMap<string, number>): Map<string, number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([key, count]) => [key, count / total]));
}

/** The measures that have pages, each with its themes and words. A pair in few measures weighs more: tf-idf. */
function profilesOf(portal: Portal): { profiles: Profile[]; rarity: ReadonlyMap<string, number> } {
  const measures = portal.nodes.filter((node) => node.kind === 'measure' && portal.isPage(node));
  const texts = measures.map((node) =>
    [node, ...descendantsOf(portal, node)].map(({ title, summary }) => `${title}\n${summary}`).join('\n'),
  );
  const counts = texts.map((text) => countAll(pairsOf(text)));
  const frequency = countAll(counts.flatMap((one) => [...one.keys()]));
  const words = texts.map((text) => new Set(wordsOf(text)));
  const rarity = countAll(words.flatMap((one) => [...one]));
  const profiles = measures.map((node, at): Profile => {
    const raw = [...(counts[at] ?? [])].map(([pair, count]): [string, number] => [
      pair,
      (1 + Math.log(count)) * Math.log((1 + measures.length) / (frequency.get(pair) ?? 1)),
    ]);
    const length = norm(new Map(raw)) || 1;
    const themes = [node, ...descendantsOf(portal, node)].flatMap((one) => [
      ...one.themes.slice(0, 1),
      ...one.themes,
    ]);
    return {
      node,
      themes: shares(countAll(themes)),
      pairs: new Map(raw.map(([pair, weight]) => [pair, weight / length])),
      words: words[at] ?? new Set(),
    };
  });
  return { profiles, rarity };
}

function compare(a: Profile, b: Profile, rarity: ReadonlyMap<string, number>): Similar {
  let cosine = 0;
  for (const [pair, weight] of a.pairs) cosine += weight * (b.pairs.get(pair) ?? 0);
  const rare = (word: string) => rarity.get(word) ?? 0;
  const words = [...a.words]
    .filter((word) => b.words.has(word) && isTelling(word))
    .sort((x, y) => rare(x) - rare(y) || (x < y ? -1 : 1));
  return {
    node: b.node,
    score: (overlap(a.themes, b.themes) + cosine) / 2,
    themes: [...a.themes.keys()].filter((theme) => b.themes.has(theme)),
    words: words.slice(0, WORDS_SHOWN),
  };
}

/**
 * For each measure with a page, the nearest measures of other municipalities, nearest first, at most three.
 *
 * Half of the score is the overlap of their themes (of the measure and of all below it, the first theme of each
 * counted twice), half the cosine of their tf-idf weights of character pairs in names and summaries. Only measures that
 * share a theme are compared. Where scores are equal, the order of the site's nodes decides.
 */
export function similarMeasures(portal: Portal): ReadonlyMap<string, readonly Similar[]> {
  const { profiles, rarity } = profilesOf(portal);
  return new Map(
    profiles.map((one) => {
      const others = profiles
        .filter(({ node, themes }) => {
          const elsewhere = node.municipality !== one.node.municipality;
          return elsewhere && [...themes.keys()].some((theme) => one.themes.has(theme));
        })
        .map((other) => compare(one, other, rarity))
        .filter(({ score }) => score >= NEAR)
        .sort((a, b) => b.score - a.score);
      return [one.node.id, others.slice(0, SHOWN)] as const;
    }),
  );
}
