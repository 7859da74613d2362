import { describe, expect, test } from 'vitest';
import { assignCityLooks, groupItems } from '../../../../../src/components/explore/browser/item-groups.ts';
import { mapFacets } from '../../../../../src/site-data/explore-facets.ts';
import { NO_VALUE, type ExploreItem } from '../../../../../src/site-data/explore-facets.ts';
import { createItems } from '../made-up-items.ts';

const cities = new Map([
  ['kashiwa', '柏市'],
  ['kashiwara', '柏原市'],
  ['warabi', '蕨市'],
]);

describe('groups of items', () => {
  const [sample] = createItems(1);
  const create = (id: string, city: string, themes: string[]): ExploreItem[] =>
    sample ? [{ ...sample, id, values: { ...sample.values, city: [city], theme: themes } }] : [];
  const items = [
    ...create('1', 'warabi', ['b', 'a']),
    ...create('2', 'kashiwa', ['a']),
    ...create('3', 'kashiwa', ['b']),
    ...create('4', 'warabi', [NO_VALUE]),
    ...create('5', 'warabi', ['b']),
  ];
  const names = mapFacets((facet) =>
    facet === 'city'
      ? cities
      : new Map([
          ['a', 'テーマA'],
          ['b', 'テーマB'],
          ['c', 'テーマC'],
          [NO_VALUE, 'テーマなし'],
        ]),
  );

  test('have each item once, at its first value, in the order of the items', () => {
    expect(groupItems(items, 'theme', names).map(({ title, items: own }) => [title, own.map(({ id }) => id)])).toEqual([
      ['テーマA', ['2']],
      ['テーマB', ['1', '3', '5']],
      ['テーマなし', ['4']],
    ]);
  });

  test('count the items of which they are a later value', () => {
    expect(groupItems(items, 'theme', names).map(({ value, others }) => [value, others])).toEqual([
      ['a', 1],
      ['b', 0],
      [NO_VALUE, 0],
    ]);
    expect(groupItems(items, 'city', names).map(({ others }) => others)).toEqual([0, 0]);
  });

  test('are in the order of the municipalities', () => {
    expect(groupItems(items, 'city', names).map(({ value, title }) => [value, title])).toEqual([
      ['kashiwa', '柏市'],
      ['warabi', '蕨市'],
    ]);
  });
});

describe('the looks of municipalities', () => {
  test('have signs that differ', () => {
    expect([...assignCityLooks(cities, new Set()).values()]).toEqual([
      { colour: 'city-1', sign: '柏' },
      { colour: 'city-2', sign: '原' },
      { colour: 'city-3', sign: '蕨' },
    ]);
  });

  test('have no sign if others have all letters of the name', () => {
    const names = new Map([...cities, ['kashihara', '原柏']]);
    expect(assignCityLooks(names, new Set()).get('kashihara')?.sign).toBe('');
  });

  test('are only for chosen municipalities if there are many, and at most six', () => {
    const many = new Map(Array.from({ length: 20 }, (_, at) => [`city-${at}`, `${at}町`]));
    expect([...assignCityLooks(many, new Set()).keys()]).toEqual([]);
    expect([...assignCityLooks(many, new Set(['city-9', 'city-2'])).keys()]).toEqual(['city-2', 'city-9']);
    expect(assignCityLooks(many, new Set(many.keys())).size).toBe(6);
    expect(assignCityLooks(new Map([...many].slice(0, 6)), new Set()).size).toBe(6);
  });
});
