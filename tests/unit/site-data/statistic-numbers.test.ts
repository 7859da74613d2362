import { describe, expect, test } from 'vitest';
import { compareStatistic } from '../../../src/site-data/compare-statistic.ts';
import { describeNumbers, describeStatistic } from '../../../src/site-data/statistic-findings.ts';
import { createDaySeries, createYearSeries } from '../../support/statistic-series.ts';

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
      '15歳未満人口のおおよその割合は、3市とも下がりました。2010年と2020年をくらべています',
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

describe('the headline of published values', () => {
  const times = <T>(count: number, value: T) => Array<T>(count).fill(value);
  const burden = [
    createYearSeries('柏市', 2008, [124.7, 110.3, 88.6, 68.9, 52.4, 34.6, 16.7, 1.9, ...times(9, '-' as const)]),
    createYearSeries('柏原市', 2008, [117.6, ...times(15, null), 5.2]),
    createYearSeries('平塚市', 2008, [16.5, 12.4, '-', '-', '-', '-', 0.5, 0, 16.7, ...times(7, null), 19.2]),
    createYearSeries('蕨市', 2008, [76.5, ...times(9, null), ...times(7, '-' as const)]),
    createYearSeries('金沢市', 2008, [119.5, ...times(15, null), 20.7]),
  ];

  test('of 将来負担比率 counts who became 算定なし in its first sentence, and says who was so between numbers', () => {
    const subject = { title: '将来負担比率', unit: '%', comparison: 'value' } as const;
    expect(describeStatistic(subject, compareStatistic(subject, burden))).toBe(
      '将来負担比率は、柏原市と金沢市で下がり、平塚市で上がり、柏市と蕨市は「算定なし」になりました。2008年度と2024年度をくらべています。' +
        '平塚市の2010～2013年度は「算定なし」でした',
    );
  });

  test('of 国勢調査人口 begins with the first common census', () => {
    const subject = { title: '国勢調査人口', unit: '人', comparison: 'index' } as const;
    const census = [
      createDaySeries('柏市', { '2005-10-01': 380963, '2025-10-01': 435302 }),
      createDaySeries('柏原市', { '2000-10-01': 79227, '2005-10-01': 77034, '2025-10-01': 65794 }),
      createDaySeries('平塚市', { '2000-10-01': 254633, '2005-10-01': 258958, '2025-10-01': 257765 }),
      createDaySeries('蕨市', { '2000-10-01': 71063, '2005-10-01': 70010, '2025-10-01': 75454 }),
      createDaySeries('金沢市', { '2000-10-01': 456438, '2005-10-01': 454607, '2025-10-01': 453605 }),
    ];
    expect(describeStatistic(subject, compareStatistic(subject, census))).toBe(
      '国勢調査人口は、柏市と蕨市で増え、柏原市で減りました。2005年と2025年をくらべています。平塚市と金沢市はほぼ同じです',
    );
  });

  test('of a share says that it is approximate: the divisor may count more people', () => {
    const subject = { title: '15歳未満人口', unit: '人', comparison: 'share' } as const;
    const young = [createDaySeries('蕨市', { '2000-10-01': 9000, '2020-10-01': 7800 })];
    const all = [createDaySeries('蕨市', { '2000-10-01': 71063, '2020-10-01': 74283 })];
    expect(describeStatistic(subject, compareStatistic(subject, young, all))).toBe(
      '15歳未満人口のおおよその割合は、蕨市で下がりました。2000年と2020年をくらべています',
    );
  });
});
