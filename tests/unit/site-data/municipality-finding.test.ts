import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStatistic, type MunicipalitySeries } from '../../../src/site-data/compare-statistic.ts';
import { describeMunicipality } from '../../../src/site-data/municipality-finding.ts';
import type { FindingSubject } from '../../../src/site-data/statistic-words.ts';
import { createDaySeries, createYearSeries, type YearValue } from '../../support/statistic-series.ts';

const burden: FindingSubject = { title: '将来負担比率', unit: '%', comparison: 'value' };
const describeFirst = (subject: FindingSubject, series: readonly MunicipalitySeries[]) =>
  describeMunicipality(subject, compareStatistic(subject, series), series[0]?.municipality ?? '');
const describeRows = (...rows: readonly YearValue[][]) =>
  describeFirst(
    burden,
    rows.map((values, at) => createYearSeries(`${'甲乙丙丁戊'.charAt(at)}市`, 2020, values)),
  );

describe('the headline of a statistic for a municipality', () => {
  test('has its first and last value and the range of the others', () => {
    const subject = { title: '経常収支比率', unit: '%', comparison: 'value' } as const;
    const series = [
      createYearSeries('柏市', 2023, [90.6, 92.7]),
      createYearSeries('柏原市', 2023, [98.4, 100.9]),
      createYearSeries('平塚市', 2023, [96.4, 96.7]),
      createYearSeries('蕨市', 2023, [90.2, 92.4]),
      createYearSeries('金沢市', 2023, [89.9, 88.4]),
    ];
    expect(describeFirst(subject, series)).toBe(
      '経常収支比率は2023年度の90.6%から上がり、2024年度は92.7%。ほかの4市は88.4～100.9%です',
    );
  });

  test.each([
    [['甲市', '乙市', '丙町'], 'ほかの2市区町村は'],
    [['甲町', '乙市', '丙市'], 'ほかの2市は'],
    [['甲町', '乙市', '丙市', '丁町'], 'ほかの3市区町村は'],
  ])('calls the others of %j what they all are: %s', (titles, words) => {
    const series = titles.map((title) => createYearSeries(title, 2023, [1, 2]));
    expect(describeFirst(burden, series)).toContain(words);
  });

  test('looks at each of many municipalities a few times', () => {
    let reads = 0;
    const series = Array.from({ length: 300 }, (_, at) => ({
      ...createYearSeries(`市${at}`, 2023, [at, at + 1]),
      get title() {
        reads++;
        return `市${at}`;
      },
    }));
    for (const { municipality } of series)
      describeMunicipality(burden, { unit: '%', series, base: null }, municipality);
    expect(reads).toBeLessThan(3 * series.length);
  });

  test('says since when there is nothing to calculate', () => {
    expect(describeRows([16.7, 1.9, '-', '-'], [1, 2, 3, 5.2], [1, 2, 3, '-'])).toBe(
      '将来負担比率は2020年度が16.7%、2022年度から算定なし。ほかの2市は、1市が算定なし、残りは5.2%です',
    );
    expect(describeRows([3, '-', null, '-'], [1, 1, 1, '-'])).toBe(
      '将来負担比率は2020年度が3%、2023年度が算定なし。ほかの1市は算定なしです',
    );
    expect(describeRows(['-', '-'])).toBe('将来負担比率は2020年度から算定なし');
  });

  test('begins with the first number of the municipality', () => {
    expect(describeRows([null, '-', 0.5, 0], [9, 9, 9, 9])).toBe(
      '将来負担比率は2022年度の0.5%から下がり、2023年度は0%。ほかの1市は9%です',
    );
    expect(describeRows([null, 5], [9, null], [8, 7])).toBe(
      '将来負担比率の2021年度は5%。ほかの2市のうち値のある1市は7%です',
    );
    expect(describeRows([5, 5])).toBe('将来負担比率は2020年度の5%とほぼ同じで、2021年度は5%');
  });

  test('has no range of equal values with unlike decimals', () => {
    const withText = (one: MunicipalitySeries, text: string) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, text })),
    });
    const series = ['甲市', '乙市', '丙市'].map((title) => createYearSeries(title, 2020, [5]));
    const printed = series.map((one, at) => withText(one, at === 2 ? '5.0' : '5'));
    expect(describeFirst(burden, printed)).toBe('将来負担比率の2020年度は5%。ほかの2市は5%です');
  });

  test('has numbers with all decimals that were published, in the unit of the statistic', () => {
    const subject = { title: '負担の統計', unit: '%', comparison: 'value' } as const;
    const series = [
      createYearSeries('甲市', 2023, [7, 1234.5]),
      createYearSeries('乙市', 2023, [3, 102]),
      createYearSeries('丙市', 2023, [3, 98]),
    ];
    const texts = [
      ['7.00', '1234.50'],
      ['3.0', '102.0%'],
      ['3.0', '98'],
    ];
    const published = series.map((one, at) => ({
      ...one,
      points: one.points.map((point, year) => ({ ...point, text: texts[at]?.[year] ?? '' })),
    }));
    expect(describeFirst(subject, published)).toBe(
      '負担の統計は2023年度の7.00%から上がり、2024年度は1,234.50%。ほかの2市は98～102.0%です',
    );
  });

  test('has changes instead of index numbers', () => {
    const subject = { title: '国勢調査人口', unit: '人', comparison: 'index' } as const;
    const series = [
      createDaySeries('柏市', { '2005-10-01': 380963, '2025-10-01': 435302 }),
      createDaySeries('柏原市', { '2005-10-01': 77034, '2025-10-01': 65794 }),
      createDaySeries('蕨市', { '2005-10-01': 70010, '2025-10-01': 75454 }),
    ];
    expect(describeFirst(subject, series)).toBe(
      '国勢調査人口は2005年から2025年までに14.3%増えました。ほかの2市の増減は−14.6～+7.8%です',
    );
    const [, ...rest] = series;
    expect(
      describeFirst(subject, [createDaySeries('金沢市', { '2005-10-01': 454607, '2025-10-01': 453605 }), ...rest]),
    ).toBe('国勢調査人口は2005年と2025年でほぼ同じ（−0.2%）。ほかの2市の増減は−14.6～+7.8%です');
  });

  test('has the signs of small changes, and the last number of an index with 算定なし', () => {
    const subject = { title: '国勢調査人口', unit: '人', comparison: 'index' } as const;
    const series = [createYearSeries('甲市', 2020, [1000, 1000, '-']), createYearSeries('乙市', 2020, [1000, 1005, 9])];
    expect(describeFirst(subject, series)).toBe(
      '国勢調査人口は2020年度と2021年度でほぼ同じ（±0.0%）。ほかの1市の増減は+0.5%です',
    );
    expect(describeFirst(subject, [...series, createYearSeries('丙市', 2022, [9])])).toContain(
      'ほかの2市のうちくらべられる1市の増減は+0.5%です',
    );
    expect(describeFirst(subject, [createYearSeries('甲市', 2020, [1000])])).toBeNull();
  });

  test('has the value of about five years before if it moved the other way since', () => {
    expect(describeRows([9, 2, 3, 3, 4, 4, 5])).toBe(
      '将来負担比率は2020年度の9%から下がり、2026年度は5%（5年前の2021年度は2%）',
    );
    expect(describeRows([9, 8, 3, 3, 4, 4, 5])).toBe('将来負担比率は2020年度の9%から下がり、2026年度は5%');
    expect(describeRows([9, 5, 3, 3, 4, 4, 5])).toBe('将来負担比率は2020年度の9%から下がり、2026年度は5%');
    const subject = { title: '国勢調査人口', unit: '人', comparison: 'index' } as const;
    const census = createDaySeries('甲市', { '2015-10-01': 100, '2020-10-01': 130, '2025-10-01': 120 });
    expect(describeFirst(subject, [census])).toBe(
      '国勢調査人口は2015年から2025年までに20.0%増えました（5年前の2020年は+30.0%）',
    );
  });

  test('has the value of about five years before if the first and the last are the same, and it is not', () => {
    expect(describeRows([5, 9, 8, 7, 6, 6, 5])).toBe(
      '将来負担比率は2020年度の5%とほぼ同じで、2026年度は5%（5年前の2021年度は9%）',
    );
    const subject = { title: '国勢調査人口', unit: '人', comparison: 'index' } as const;
    const census = createDaySeries('金沢市', { '2005-10-01': 454607, '2020-10-01': 463254, '2025-10-01': 453605 });
    expect(describeFirst(subject, [census])).toBe(
      '国勢調査人口は2005年と2025年でほぼ同じ（−0.2%、5年前の2020年は+1.9%）',
    );
  });

  test('says when, between the two values, there was nothing to calculate', () => {
    expect(describeRows([9, '-', '-', '-', 1, 2, 3])).toBe(
      '将来負担比率は2020年度の9%から下がり、2026年度は3%（2021～2023年度は算定なし）',
    );
    expect(describeRows([9, '-', 8, 7, 6, 5])).toBe(
      '将来負担比率は2020年度の9%から下がり、2025年度は5%（2021年度は算定なし）',
    );
    expect(describeRows([9, '-', null, '-', 30, 20, 15, 14, 13, 12])).toBe(
      '将来負担比率は2020年度の9%から上がり、2029年度は12%（2021年度と2023年度は算定なし、5年前の2024年度は30%）',
    );
  });

  test('names the day of a value that has one, and an index number without a unit', () => {
    const subject = { title: 'ラスパイレス指数', unit: '指数', comparison: 'value' } as const;
    expect(describeFirst(subject, [createDaySeries('柏市', { '2006-04-01': 100.7, '2024-04-01': 102 })])).toBe(
      'ラスパイレス指数は2006年4月1日の100.7から上がり、2024年4月1日は102',
    );
    const series = [createDaySeries('柏市', { '2024-03-31': 102 }), createDaySeries('蕨市', { '2024-03-31': 98.5 })];
    expect(describeFirst(subject, series)).toBe('ラスパイレス指数の2024年3月31日は102。ほかの1市は98.5です');
  });

  test('is missing if there is nothing to say', () => {
    expect(describeRows([null, null], [1, 2])).toBeNull();
    const area = { title: '面積', unit: 'km2', comparison: 'none' } as const;
    expect(describeFirst(area, [createDaySeries('柏市', { '2019-10-01': 114.74, '2024-10-01': 114.74 })])).toBeNull();
  });

  test('has the true range of the others in every case', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant('-' as const), fc.constant(null));
    const others = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), value), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), others, (first, last, rows) => {
        const [own = '', said] = describeRows([first, last], ...rows)?.split('。') ?? [];
        expect(own.match(/\d+(?=%)/g)).toEqual([String(first), String(last)]);
        const known = rows.map(([, value]) => value).filter((value) => value !== null);
        const numbers = known.filter((value) => value !== '-');
        if (known.length === 0) expect(said).toBeUndefined();
        else if (numbers.length === 0) expect(said).toMatch(/は算定なしです$/);
        else {
          const limits = [...new Set([Math.min(...numbers), Math.max(...numbers)])];
          expect(said).toMatch(new RegExp(`は${limits.join('～')}%`));
          expect(Number(/(\d)市が算定なし/.exec(said ?? '')?.[1] ?? 0)).toBe(known.length - numbers.length);
        }
      }),
    );
  });
});
