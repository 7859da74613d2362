import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  filterItems,
  formatExploreQuery,
  indexItems,
  omitOwn,
  parseExploreQuery,
} from '../../../../../src/components/explore/browser/explore-query.ts';
import { squareGroupings } from '../../../../../src/components/explore/browser/item-groups.ts';
import {
  ACTION_VALUE,
  facetIds,
  mapFacets,
  type ExploreItem,
  type FacetId,
} from '../../../../../src/site-data/explore-facets.ts';
import { arbitraryChoice, arbitraryItem, createItems, madeUpValues } from '../made-up-items.ts';

const parse = (search: string) =>
  parseExploreQuery(search, (facet, value) => value === ACTION_VALUE || madeUpValues[facet].includes(value));

describe('the URL of /explore/', () => {
  test('contains the whole query', () => {
    const query = fc.record({
      chosen: arbitraryChoice,
      words: fc.string(),
      group: fc.constantFrom(...squareGroupings),
      view: fc.constantFrom('picture' as const, 'table' as const),
    });
    fc.assert(
      fc.property(query, (asked) => {
        expect(parse(formatExploreQuery(asked))).toEqual(asked);
      }),
    );
  });

  test('without a query shows actions by theme, and stays short', () => {
    expect(parse('')).toEqual({
      chosen: mapFacets((facet) => new Set(facet === 'kind' ? [ACTION_VALUE] : [])),
      words: '',
      group: 'theme',
      view: 'picture',
    });
    expect(formatExploreQuery(parse(''))).toBe('');
    expect(formatExploreQuery(parse('?kind=all'))).toBe('?kind=all');
  });

  test('loses the kind that the page itself chooses, but none that the reader chose, and not beside words', () => {
    expect([...omitOwn(parse('?city=city-1')).chosen.kind]).toEqual([]);
    const other = madeUpValues.kind.find((kind) => kind !== ACTION_VALUE) ?? '';
    for (const search of ['?kind=all', `?kind=${other}`, `?kind=${ACTION_VALUE}&kind=${other}`, '?q=a']) {
      const asked = parse(search);
      expect(omitOwn(asked)).toBe(asked);
    }
  });

  test('may have several values of a facet; unknown ones are left out', () => {
    const { chosen } = parse('?city=city-1&city=nowhere&city=city-2&by=nothing&more=1');
    expect([...chosen.city]).toEqual(['city-1', 'city-2']);
    expect(formatExploreQuery(parse('?city=city-2&theme=theme-1'))).toBe('?city=city-2&theme=theme-1');
  });
});

type Choice = Readonly<Record<FacetId, ReadonlySet<string>>>;

/** Returns true if an item has one of the chosen values of each facet, and the word: the definition, word for word. */
function fits({ title, summary, values }: ExploreItem, choice: Choice, word: string): boolean {
  const normalize = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(' ', '');
  return (
    (normalize(title).includes(normalize(word)) || normalize(summary).includes(normalize(word))) &&
    facetIds.every((facet) => choice[facet].size === 0 || values[facet].some((value) => choice[facet].has(value)))
  );
}

const arbitraryWord = fc.constantFrom('', 'sns', 'デジタル', '広報', 'a', '広報ごみ');
const arbitraryCase = fc.tuple(fc.array(arbitraryItem, { maxLength: 30 }), arbitraryChoice, arbitraryWord);

describe('the filter', () => {
  test('finds the items that fit, in their order', () => {
    fc.assert(
      fc.property(arbitraryCase, ([items, choice, word]) => {
        expect(filterItems(indexItems(items), choice, word).found).toEqual(
          items.filter((item) => fits(item, choice, word)),
        );
      }),
    );
  });

  test('counts for each value what it would find as the only value of its facet', () => {
    fc.assert(
      fc.property(arbitraryCase, ([items, choice, word]) => {
        const { counts } = filterItems(indexItems(items), choice, word);
        for (const facet of facetIds)
          for (const value of madeUpValues[facet]) {
            const alone = { ...choice, [facet]: new Set([value]) };
            const expected = items.filter((item) => fits(item, alone, word)).length;
            expect(counts[facet].get(value) ?? 0).toBe(expected);
          }
      }),
    );
  });

  test('finds items with every word, in half or full width, but no word across name and summary', () => {
    const [item] = createItems(1);
    const find = (words: string) =>
      filterItems(
        indexItems(item ? [item] : []),
        mapFacets(() => new Set<string>()),
        words,
      ).found.length;
    expect(['ｓｎｓ', 'SNS 充実', '充実　窓口', '見直し', '充実市民', 'SNS 見直し'].map(find)).toEqual([
      1, 1, 1, 0, 0, 0,
    ]);
  });

  test('reads each item once, however many values and words are chosen', () => {
    let reads = 0;
    const indexed = indexItems(createItems(200)).map(({ item, text }) => ({
      item,
      get text() {
        reads += 1;
        return text;
      },
    }));
    const chosen = mapFacets((facet) => new Set(madeUpValues[facet].slice(0, 3)));
    for (const words of ['', 'sns', '窓口 充実']) {
      reads = 0;
      filterItems(indexed, chosen, words);
      expect(reads).toBe(200);
    }
  });
});
