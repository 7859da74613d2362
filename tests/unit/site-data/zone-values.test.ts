import { expect, test } from 'vitest';
import { listZoneValues } from '../../../src/site-data/zone-values.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const town = openSharedSite(EXAMPLE_SITE);
const [east, west] = town.zonesOf('mihon');
const [known, unknown] = town.indicators;

test('the results by zone are the last of each time, the latest time first, without those of the whole municipality', () => {
  const [observation = expect.fail()] = town.observations;
  const create = (zone: typeof east, period: string, text: string) => ({
    ...observation,
    zone: zone?.id ?? null,
    period: { ...observation.period, text: period },
    text,
  });
  const observations = [
    create(undefined, '令和4年度', 'all'),
    create(west, '令和5年度', 'old'),
    create(east, '令和6年度', 'provisional'),
    create(west, '令和6年度', 'west'),
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
