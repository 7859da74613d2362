import { describe, expect, test } from 'vitest';
import { compareStatistic } from '../../../src/site-data/compare-statistic.ts';
import { describeNumbers, describeStatistic } from '../../../src/site-data/statistic-findings.ts';
import { createDaySeries } from '../../support/statistic-series.ts';

describe('the sentence about the numbers behind shares', () => {
  const subject = { title: '15歳未満人口', unit: '人', comparison: 'share' } as const;
  const young = [
    createDaySeries('柏市', { '2010-10-01': 53920, '2020-10-01': 53333 }),
    createDaySeries('蕨市', { '2000-10-01': 9000, '2010-10-01': 7887, '2020-10-01': 7885 }),
    createDaySeries('平塚市', { '2010-10-01': 34250, '2020-10-01': 29331 }),
  ];
  const all = young.map(({ title }) => createDaySeries(title, { '2010-10-01': 400000, '2020-10-01': 440000 }));

  test('says how they moved between the times of the shares', () => {
    const compared = compareStatistic(subject, young, all);
    expect(describeStatistic(subject, compared)).toBe(
      '15歳未満人口のおおよその割合は、3つの市とも下がりました。2010年と2020年をくらべています',
    );
    expect(describeNumbers(subject, young, compared)).toBe(
      '。15歳未満人口は、柏市と平塚市で減りました。蕨市はほぼ同じです',
    );
  });

  test('is missing for other comparisons, and if there are not two times', () => {
    expect(describeNumbers({ ...subject, comparison: 'index' }, young, compareStatistic(subject, young, all))).toBe('');
    expect(describeNumbers(subject, young, compareStatistic(subject, young, []))).toBe('');
  });
});
