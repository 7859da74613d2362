import fc from 'fast-check';
import { facetIds, mapFacets, NO_VALUE, type ExploreItem } from '../../../../src/site-data/explore-facets.ts';

/** The values that made-up items have, by facet. */
export const madeUpValues = mapFacets((facet) => [NO_VALUE, ...Array.from({ length: 5 }, (_, at) => `${facet}-${at}`)]);

const texts = fc.array(fc.constantFrom('広報', 'ＳＮＳ', 'ごみ', '防災', ' ', 'ﾃﾞｼﾞﾀﾙ', 'A'), { maxLength: 6 });

/** Items with random texts and values. */
export const arbitraryItem: fc.Arbitrary<ExploreItem> = fc
  .record({
    title: texts,
    summary: texts,
    values: fc.record(
      mapFacets((facet) => fc.uniqueArray(fc.constantFrom(...madeUpValues[facet]), { minLength: 1, maxLength: 3 })),
    ),
  })
  .map(({ title, summary, values }) => ({
    id: 'mihon/1',
    title: title.join(''),
    summary: summary.join(''),
    url: '/plans/mihon/1/',
    plan: '見本計画',
    level: '取組 1',
    inferred: [],
    values,
  }));

/** Random choices of values. */
export const arbitraryChoice = fc
  .record(mapFacets((facet) => fc.uniqueArray(fc.constantFrom(...madeUpValues[facet]), { maxLength: 3 })))
  .map((choice) => mapFacets((facet) => new Set(choice[facet])));

/** Returns many items that differ in every facet, always the same. */
export const createItems = (count: number): ExploreItem[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `mihon/${at}`,
    title: `取組${at} 広報と情報発信の${at % 7 === 0 ? '充実' : '見直し'}`,
    summary:
      `市民に${at % 3 === 0 ? 'ＳＮＳ' : '広報紙'}で知らせ、窓口の手続きを${at % 5}つの方法で受けつけます。`.repeat(2),
    url: `/plans/mihon/${at}/`,
    plan: '見本計画',
    level: `取組 ${at}`,
    inferred: [],
    values: Object.fromEntries(
      facetIds.map((facet, step) => [facet, [`${facet}-${Math.floor(at / (step + 1)) % 40}`]]),
    ) as Record<(typeof facetIds)[number], string[]>,
  }));
