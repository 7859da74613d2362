import { expect, test } from 'vitest';
import { findPlanItemsOnTopic } from '../../../src/site-data/plan-item-queries.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);

/** The plans whose items were judged. */
const judged = ['warabi-jiritsu', 'kashiwa-suishin', 'hiratsuka-jitsugen', 'kanazawa-keiei', 'kashiwara-unei-r2'];

/**
 * The codes of the items of these plans that each city's page lists under a topic, judged by hand: a resident who looks
 * for the topic finds something about it there. A city that is not named has no such item.
 */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  counter: { warabi: '34_3_1_1 34_3_1_2 34_3_1_3 35_2_1_1', kashiwa: '1_2_1', kanazawa: '1_1_1_2' },
  children: { kanazawa: '1_2_2_2 3_1_1_1' },
  disaster: {
    hiratsuka: '1_1',
    kashiwara: '1_3_5_1 1_3_5_2 1_3_5_o1 1_3_5_o2 1_3_5_p1 1_3_6_1 1_3_6_p1 1_3_7_1 1_3_7_2 1_3_7_o1 1_3_7_o2 1_3_7_p1',
  },
  money: {
    warabi: '35_1_1_2 35_3_1_1 35_3_1_2 35_3_1_3 35_3_2_1 35_3_2_2 35_3_3_1',
    kashiwa: '3_1_1 3_1_2',
    hiratsuka: '3_2_2 3_3_1 3_3_2',
    kanazawa: '3_1_1_3 3_2_2_1 3_2_2_2 3_3_1_1',
  },
  welfare: { kanazawa: '3_3_2_2' },
  transport: { kanazawa: '2_2_2_1 2_3_1_1 3_3_1_1' },
  environment: { hiratsuka: '3_3_5', kanazawa: '3_1_2_1 3_1_2_2' },
  community: { warabi: '33_2_2_1 33_2_3_1 33_2_3_2', hiratsuka: '2_1', kanazawa: '2_1_2_1' },
  voice: { warabi: '33_1_1_2 33_3_1_1 33_3_1_2', hiratsuka: '1_o3 1_2_1', kanazawa: '2_1_1_1' },
  foreigners: { warabi: '34_3_1_3' },
  culture: { kanazawa: '1_2_1_2 2_1_2_2', kashiwara: '5_2_3_2 5_2_3_o2' },
  net: {
    warabi: '33_3_2_1 33_3_2_2 35_2_1_1',
    kashiwa: '1_2_1',
    hiratsuka: '1_1_1 1_2',
    kanazawa: '1_2_2_1 2_1_2_1',
    kashiwara: '5_2_3',
  },
};

test.each(Object.entries(expected))('each city lists under %s what is about it, and nothing else', (id, codes) => {
  const [topic = expect.fail()] = siteData.topics.filter((one) => one.id === id);
  const found = siteData.municipalities.map((city) => [
    city.id,
    findPlanItemsOnTopic(siteData, topic, city.id)
      .filter(({ plan }) => judged.includes(plan))
      .map(({ code }) => code)
      .join(' '),
  ]);
  expect(Object.fromEntries(found.filter(([, list]) => list !== ''))).toEqual(codes);
});
