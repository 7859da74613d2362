import { countValues } from '../model/collections.ts';
import { isDistinctiveWord, splitCharacterPairs, splitWords } from '../model/japanese-text.ts';
import type { PlanItem } from '../tables/tree.ts';
import { listDescendants } from './plan-item-queries.ts';
import type { SiteData } from './site-data.ts';

/** The themes and words of a measure, for comparison. */
interface MeasureProfile {
  readonly measure: PlanItem;
  /** The ids of its themes and of the themes of all items below it. */
  readonly themeIds: readonly string[];
  /** The shares of the themes of the measure and the items below it, in the site's order; first themes count twice. */
  readonly themeShares: Float64Array;
  /** Weights of pairs of characters, scaled so that the vector's length is 1. */
  readonly pairWeights: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

/** tf-idf: (1 + ln count) · ln((1 + measures) ÷ measures with the pair), scaled to length 1. */
function computeWeights(counts: ReadonlyMap<string, number>, spread: ReadonlyMap<string, number>, measures: number) {
  const raw = [...counts].map(([pair, count]): [string, number] => [
    pair,
    (1 + Math.log(count)) * Math.log((1 + measures) / (spread.get(pair) ?? 1)),
  ]);
  const length = Math.sqrt(raw.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(raw.map(([pair, weight]) => [pair, weight / length]));
}

/** Returns the profiles of the measures with pages, in the site's order, and the number of profiles with each word. */
function buildMeasureProfiles(siteData: SiteData) {
  const measures = siteData.planItems.filter((item) => item.kind === 'measure' && siteData.hasOwnPage(item));
  const counted = measures.map((measure) => {
    const family = [measure, ...listDescendants(siteData, measure)];
    const text = family.map(({ title, summary }) => `${title}\n${summary}`).join('\n');
    return {
      measure,
      themes: family.flatMap(({ themes }) => [...themes.slice(0, 1), ...themes]),
      pairs: countValues(splitCharacterPairs(text)),
      words: new Set(splitWords(text)),
    };
  });
  const pairSpread = countValues(counted.flatMap(({ pairs }) => [...pairs.keys()]));
  const positions = new Map(siteData.themes.map(({ id }, at) => [id, at]));
  const profiles = counted.map(({ measure, themes, pairs, words }): MeasureProfile => {
    const themeShares = new Float64Array(positions.size);
    for (const id of themes) {
      const position = positions.get(id) ?? 0;
      themeShares[position] = (themeShares[position] ?? 0) + 1 / themes.length;
    }
    const pairWeights = computeWeights(pairs, pairSpread, measures.length);
    return { measure, themeIds: [...new Set(themes)], themeShares, pairWeights, words };
  });
  return { profiles, spread: countValues(counted.flatMap(({ words }) => [...words])) };
}

/** A similar measure of another municipality, with the reasons. */
export interface SimilarMeasure {
  readonly measure: PlanItem;
  /** 0 to 1: half from the themes, half from the words. */
  readonly score: number;
  readonly themes: readonly string[];
  /** The common words, the rarest first. */
  readonly words: readonly string[];
}

/** The maximum number of similar measures, and of common words of each. */
const MAX_MEASURES = 3;
const MAX_WORDS = 3;
/** Minimum score. Below it, two measures are no more similar than any other two. */
const MIN_SCORE = 0.2;

/** Returns the overlap of two lists of shares: Σ min ÷ Σ max. */
function computeOverlap(a: Float64Array, b: Float64Array): number {
  let [least, most] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0];
    least += x < y ? x : y;
    most += x < y ? y : x;
  }
  return most === 0 ? 0 : least / most;
}

/** Returns the number of each list of shares; equal lists have the same one. */
function numberShares(lists: readonly Float64Array[]): number[] {
  const numbers = new Map<string, number>();
  return lists.map((list) => numbers.getOrInsert(list.join(), numbers.size));
}

/** Returns a function that computes the cosines of a profile with all others, by an index of character pairs. */
function createCosineIndex(profiles: readonly MeasureProfile[]): (one: MeasureProfile) => Float64Array {
  const postings = new Map<string, { at: number[]; weights: number[] }>();
  for (const [at, { pairWeights }] of profiles.entries())
    for (const [pair, weight] of pairWeights) {
      const own = postings.getOrInsertComputed(pair, () => ({ at: [], weights: [] }));
      own.at.push(at);
      own.weights.push(weight);
    }
  return ({ pairWeights }) => {
    const cosines = new Float64Array(profiles.length);
    for (const [pair, weight] of pairWeights) {
      const { at, weights } = postings.get(pair) ?? { at: [], weights: [] };
      for (let index = 0; index < at.length; index++) {
        const other = at[index] ?? 0;
        cosines[other] = (cosines[other] ?? 0) + weight * (weights[index] ?? 0);
      }
    }
    return cosines;
  };
}

/** Returns the distinctive words of both profiles, the rarest first. */
function listSharedWords(a: MeasureProfile, b: MeasureProfile, spread: ReadonlyMap<string, number>): string[] {
  const getSpread = (word: string) => spread.get(word) ?? 0;
  return [...a.words]
    .filter((word) => b.words.has(word) && isDistinctiveWord(word))
    .sort((x, y) => getSpread(x) - getSpread(y) || (x < y ? -1 : 1))
    .slice(0, MAX_WORDS);
}

/**
 * Returns, for each measure with a page, the three most similar measures of other municipalities.
 *
 * Half of the score is the overlap of their themes (of the measure and all items below it, first themes counted twice),
 * half the cosine of their tf-idf weights of character pairs in names and summaries. Only measures that share a theme
 * are compared. If scores are equal, the order of the site's items decides.
 * @param isAsked returns false for measures whose pages this build does not make
 */
export function findSimilarMeasures(
  siteData: SiteData,
  isAsked: (measure: PlanItem) => boolean = () => true,
): ReadonlyMap<string, readonly SimilarMeasure[]> {
  const { profiles, spread } = buildMeasureProfiles(siteData);
  const cosines = createCosineIndex(profiles);
  const shareNumbers = numberShares(profiles.map(({ themeShares }) => themeShares));
  const asked = profiles.filter(({ measure }) => isAsked(measure));
  return new Map(
    asked.map((one) => {
      const cosine = cosines(one);
      const overlaps: number[] = [];
      const near: { other: MeasureProfile; score: number }[] = [];
      for (const [at, other] of profiles.entries()) {
        if (other.measure.municipality === one.measure.municipality) continue;
        const common = (overlaps[shareNumbers[at] ?? 0] ??= computeOverlap(one.themeShares, other.themeShares));
        const score = (common + (cosine[at] ?? 0)) / 2;
        const isNear = score >= MIN_SCORE && score > (near[MAX_MEASURES - 1]?.score ?? 0);
        if (common === 0 || !isNear) continue;
        near.push({ other, score });
        near.sort((a, b) => b.score - a.score).splice(MAX_MEASURES);
      }
      const shown = near.map(({ other, score }) => ({
        measure: other.measure,
        score,
        themes: one.themeIds.filter((theme) => other.themeIds.includes(theme)),
        words: listSharedWords(one, other, spread),
      }));
      return [one.measure.id, shown] as const;
    }),
  );
}
