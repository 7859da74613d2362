import { expect, test } from 'vitest';
import { explainRatingSteps } from '../../../src/charts/rating-explanation.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const town = openSharedSite(EXAMPLE_SITE);
const steps = (id: string) => {
  const indicator = town.indicators.find((one) => one.id === id);
  const [common] = town.ratingsOf(id);
  return indicator && common ? explainRatingSteps(indicator, common) : ['no such indicator'];
};

test('explains a rating with its own values', () => {
  expect(steps('mihon-kurashi/bus-rides')).toEqual([
    '現状値は120千人（2023年3月31日）、目標値は150千人（2028年3月31日）、最新の実績は123千人（2026年3月31日）',
    '達成率 ＝（123 − 120）÷（150 − 120）＝ 0.1',
    '経過率 ＝ 1,096日 ÷ 1,827日 ＝ 0.6',
    '進み方 ＝ 0.1 ÷ 0.6 ＝ 0.17',
    '進み方が0以上、0.60未満なので、',
  ]);
});

test.each([
  ['achieved', '目標値に届いているので、'],
  ['on-track', '目標値には届いておらず、進み方が0.95以上なので、'],
  ['slightly-behind', '進み方が0.60以上、0.95未満なので、'],
  ['behind', '進み方が0以上、0.60未満なので、'],
  ['worse', '進み方が0未満なので、'],
  ['missed', '目標の時点になっても目標値に届いていないので、'],
  [null, ''],
] as const)('the reason for the status %s ends the steps', (status, reason) => {
  const indicator = town.indicators.find(({ id }) => id === 'mihon-kurashi/bus-rides');
  const [common] = town.ratingsOf('mihon-kurashi/bus-rides');
  const ended = indicator && common && explainRatingSteps(indicator, { ...common, status });
  expect(ended?.at(-1)).toBe(reason);
});

test('rounds shares to three decimals, and 0 has no brackets', () => {
  const indicator = town.indicators.find(({ id }) => id === 'mihon-kurashi/bus-rides');
  const [common] = town.ratingsOf('mihon-kurashi/bus-rides');
  if (!indicator || !common) throw new Error('no such rating');
  const figures = { ...common.figures, achieved: 0.12345, elapsed: 0.98765 };
  const baseline = { ...indicator.baseline, value: 0 };
  const [, share, time] = explainRatingSteps({ ...indicator, baseline }, { ...common, figures });
  expect(share).toBe('達成率 ＝（123 − 0）÷（150 − 0）＝ 0.123');
  expect(time).toMatch(/ ＝ 0\.988$/);
});

test.each([
  [0.948, '0.948'],
  [0.9496, '0.9496'],
  [0.95, '0.95'],
  [0.9499999999, '0.95'],
  [0.94999, '0.94999'],
  [0.9512, '0.95'],
  [0.5999, '0.5999'],
  [0.6049, '0.6'],
  [0.599999998, '0.599999998'],
  [0.004, '0'],
  [-0.004, '−0.004'],
  [-0.0000000001, '−0.0000000001'],
  [0.1666, '0.17'],
  [-1.239, '−1.24'],
])('prints the pace %d as %s, on the same side of each limit', (pace, printed) => {
  const indicator = town.indicators.find(({ id }) => id === 'mihon-kurashi/bus-rides');
  const [common] = town.ratingsOf('mihon-kurashi/bus-rides');
  const figures = common && { ...common.figures, pace };
  const found = indicator && common && figures ? explainRatingSteps(indicator, { ...common, figures }) : [];
  expect(found.at(-2)).toBe(`進み方 ＝ 0.1 ÷ 0.6 ＝ ${printed}`);
});

test('encloses negative values in brackets', () => {
  expect(steps('mihon-sogo/balance')[1]).toContain('（（−180） − （−120））÷（50 − （−120））');
});

test('returns no steps without values or without a rating', () => {
  expect(steps('mihon-sogo/same-day-answers')).toEqual([]);
  expect(steps('mihon-sogo/phone-lessons')).toEqual([]);
});
