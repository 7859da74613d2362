import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatExploreQuery, parseExploreQuery } from '../../../../../src/components/explore/browser/explore-query.ts';
import { squareGroupings } from '../../../../../src/components/explore/browser/item-groups.ts';
import { mapFacets } from '../../../../../src/components/explore/browser/filter-items.ts';
import { ACTION_VALUE } from '../../../../../src/model/explore-facets.ts';
import { arbitraryChoice, madeUpValues } from '../made-up-items.ts';

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

  test('may have several values of a facet; unknown ones are ignored', () => {
    const { chosen } = parse('?city=city-1&city=nowhere&city=city-2&by=nothing&more=1');
    expect([...chosen.city]).toEqual(['city-1', 'city-2']);
    expect(formatExploreQuery(parse('?city=city-2&theme=theme-1'))).toBe('?city=city-2&theme=theme-1');
  });
});
