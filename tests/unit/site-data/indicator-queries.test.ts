import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import {
  listIndicatorsBelow,
  listCityIndicators,
  countIndicatorsByStatus,
  listZoneValues,
} from '../../../src/site-data/indicator-queries.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const town = openSharedSite(EXAMPLE_SITE);
const below = (id: string) => listIndicatorsBelow(town, town.planItem(id)).map((one) => one.id.split('/')[1]);

describe('the indicators below a plan item', () => {
  test('are its own and those of all plan items below it, in the order of the plan', () => {
    expect(below('mihon-midori/1_1')).toEqual(['trees', 'parks-cared']);
    expect(below('mihon-sogo/2_1_1')).toEqual(['wait-time', 'same-day-answers']);
  });

  test('contain an indicator of several measures at each measure, and once above them', () => {
    expect(below('mihon-midori/1_2')).toEqual(['parks-cared', 'sorted-waste', 'burnt-waste']);
    expect(below('mihon-midori/1')).toEqual(['trees', 'parks-cared', 'sorted-waste', 'burnt-waste']);
  });

  test('are never more than those of the plan item above', () => {
    fc.assert(
      fc.property(fc.constantFrom(...town.planItems.filter(({ parent }) => parent !== null)), (item) => {
        const above = listIndicatorsBelow(town, town.planItem(item.parent ?? ''));
        expect(above).toEqual(expect.arrayContaining(listIndicatorsBelow(town, item)));
      }),
    );
  });
});

describe('the status counts of a municipality', () => {
  test('count every indicator of its plans once, also if it is not rated', () => {
    const standing = countIndicatorsByStatus(listCityIndicators(town, 'mihon'));
    expect(standing).toEqual({
      achieved: 5,
      'on-track': 9,
      'slightly-behind': 4,
      behind: 6,
      worse: 6,
      missed: 2,
      'not-rated': 10,
    });
  });

  test('below the only item at the top of a plan are those of the plan', () => {
    const own = openSharedSite(REPOSITORY_FOLDER);
    expect(countIndicatorsByStatus(listIndicatorsBelow(own, own.planItem('warabi-jiritsu/7')))).toEqual(
      countIndicatorsByStatus(own.indicatorsOf('warabi-jiritsu')),
    );
  });
});

const [east, west] = town.zonesOf('mihon');
const [known, unknown] = town.indicators;

test('the results by zone are the last of each time, the latest time first, without those of the whole municipality', () => {
  const [observation = expect.fail()] = town.observations;
  const create = (zone: typeof east, period: string, text: string) => {
    const read = readPeriod(period);
    return { ...observation, zone: zone?.id ?? null, period: read.ok ? read.value : expect.fail(), text };
  };
  const observations = [
    create(undefined, '令和4年度', 'all'),
    create(west, '令和5年度', 'old'),
    create(east, '令和6年度', 'provisional'),
    // The same year in another spelling.
    create(west, '2024年度', 'west'),
    create(undefined, '令和6年度', 'all'),
    create(east, '令和6年度', 'final'),
  ];
  const siteData = {
    ...town,
    zonesOf: () => [east ?? expect.fail(), west ?? expect.fail()],
    plansOf: () => town.plans.slice(0, 1),
    indicatorsOf: () => [known ?? expect.fail(), unknown ?? expect.fail()],
    observationsOf: (id: string) => (id === known?.id ? observations : []),
  };
  const values = listZoneValues(siteData, 'mihon').map(({ indicator, period, results }) => [
    indicator.id,
    period,
    ...results.map((result) => result?.text ?? null),
  ]);
  expect(values).toEqual([
    [known?.id, '令和6年度', 'final', 'west'],
    [known?.id, '令和5年度', null, 'old'],
  ]);
});
