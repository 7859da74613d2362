import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openPortal } from '../../../src/portal/open.ts';
import { indicatorsBelow, indicatorsOfCity, standingOf } from '../../../src/portal/standing.ts';
import { EXAMPLE } from '../../support/example.ts';
import { ROOT } from '../../support/modules.ts';

const town = openPortal({ root: EXAMPLE });
const below = (id: string) => indicatorsBelow(town, town.node(id)).map((one) => one.id.split('/')[1]);

describe('the indicators below a node', () => {
  test('are its own and those of everything under it, in the order of the plan', () => {
    expect(below('mihon-midori/1_1')).toEqual(['trees', 'parks-cared']);
    expect(below('mihon-sogo/2_1_1')).toEqual(['wait-time', 'same-day-answers']);
  });

  test('hold one that belongs to several measures at each of them, and once above them', () => {
    expect(below('mihon-midori/1_2')).toEqual(['parks-cared', 'sorted-waste', 'burnt-waste']);
    expect(below('mihon-midori/1')).toEqual(['trees', 'parks-cared', 'sorted-waste', 'burnt-waste']);
  });

  test('are never more than those of the node above', () => {
    fc.assert(
      fc.property(fc.constantFrom(...town.nodes.filter(({ parent }) => parent !== null)), (node) => {
        const above = indicatorsBelow(town, town.node(node.parent ?? ''));
        expect(above).toEqual(expect.arrayContaining(indicatorsBelow(town, node)));
      }),
    );
  });
});

describe('the standing of a city', () => {
  test('counts every indicator of its plans once, those that are not rated too', () => {
    const standing = standingOf(indicatorsOfCity(town, 'mihon'));
    expect(standing).toEqual({
      achieved: 5,
      'on-track': 9,
      'slightly-behind': 4,
      behind: 6,
      worse: 6,
      missed: 2,
      'not-rated': 8,
    });
  });

  test('of 蕨市 is four that are not rated, because nothing was published yet', () => {
    const own = openPortal({ root: ROOT });
    const indicators = indicatorsOfCity(own, 'warabi');
    expect(standingOf(indicators)).toMatchObject({ 'not-rated': 4, achieved: 0 });
    expect(indicators.map(({ progress }) => progress.reason)).toEqual(Array(4).fill('not-measured'));
    expect(standingOf(indicatorsBelow(own, own.node('warabi-jiritsu/7')))).toEqual(standingOf(indicators));
  });
});
