import type { PlanItem } from '../model/node.ts';
import { splitCharacterPairs, splitWords } from '../model/words.ts';
import { listDescendants } from './counts.ts';
import type { SiteData } from './portal.ts';

/** What a measure is about, to be compared with others. */
export interface MeasureProfile {
  readonly measure: PlanItem;
  /** The ids of its themes and of those of what stands below it, as they come. */
  readonly themeIds: readonly string[];
  /** The shares of the themes, in the order of the site's: of the measure and of what stands below it; the first of a node counts twice. */
  readonly themeShares: Float64Array;
  /** Weights of pairs of characters, scaled so that the vector's length is 1. */
  readonly pairWeights: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

/** How often each item is in the lists; where a list has an item once, in how many lists it is. */
function countIn(lists: readonly Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** tf-idf: (1 + ln count) · ln((1 + measures) ÷ measures with the pair), scaled to length 1. */
function weightsOf(
  counts: ReadonlyMap<string, number>,
  spread: ReadonlyMap<string, number>,
  measures: number,
): Map<string, number> {
  const raw = [...counts].map(([pair, count]): [string, number] => [
    pair,
    (1 + Math.log(count)) * Math.log((1 + measures) / (spread.get(pair) ?? 1)),
  ]);
  const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(raw.map(([pair, weight]) => [pair, weight / length]));
}

/**
 * The measures that have pages, in the order of the site's nodes, each with its themes and words.
 * @returns the profiles; and of each word, in how many of them it is
 */
export function buildMeasureProfiles(portal: SiteData): {
  profiles: MeasureProfile[];
  spread: ReadonlyMap<string, number>;
} {
  const measures = portal.planItems.filter((node) => node.kind === 'measure' && portal.hasOwnPage(node));
  const places = new Map(portal.themes.map(({ id }, place) => [id, place]));
  const families = measures.map((node) => [node, ...listDescendants(portal, node)]);
  const texts = families.map((nodes) => nodes.map(({ title, summary }) => `${title}\n${summary}`).join('\n'));
  const counts = texts.map((text) => countIn([splitCharacterPairs(text)]));
  const pairSpread = countIn(counts.map((one) => one.keys()));
  const words = texts.map((text) => new Set(splitWords(text)));
  const profiles = measures.map((node, at): MeasureProfile => {
    const counted = (families[at] ?? []).flatMap((one) => [...one.themes.slice(0, 1), ...one.themes]);
    const themes = new Float64Array(places.size);
    for (const id of counted) {
      const place = places.get(id) ?? 0;
      themes[place] = (themes[place] ?? 0) + 1 / counted.length;
    }
    const pairs = weightsOf(counts[at] ?? new Map<string, number>(), pairSpread, measures.length);
    return {
      measure: node,
      themeIds: [...new Set(counted)],
      themeShares: themes,
      pairWeights: pairs,
      words: words[at] ?? new Set(),
    };
  });
  return { profiles, spread: countIn(words) };
}
