import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStatistic } from '../../../src/site-data/compare-statistic.ts';
import { describeStatistic } from '../../../src/site-data/statistic-findings.ts';
import type { FindingSubject } from '../../../src/site-data/statistic-words.ts';
import { createDaySeries, createYearSeries, type YearValue } from '../../support/statistic-series.ts';

const ratio: FindingSubject = { title: '割合の統計', unit: '%', comparison: 'value' };
const count: FindingSubject = { title: '人数の統計', unit: '人', comparison: 'value' };
const CITIES = ['甲市', '乙市', '丙市', '丁市', '戊市'] as const;

type Row = readonly YearValue[];

/** Describes one row of values for each municipality, from 2015年度 on. Municipalities without a title are 町. */
function describeAs(subject: FindingSubject, titles: readonly string[], ...rows: readonly Row[]) {
  const series = rows.map((values, at) => createYearSeries(titles[at] ?? `${at}町`, 2015, values));
  return describeStatistic(subject, compareStatistic(subject, series));
}
/** Describes rows of percentages of the cities 甲市, 乙市 and so on. */
const describeRatios = (...rows: readonly Row[]) => describeAs(ratio, CITIES, ...rows);
/** Describes rows of numbers of people of the same cities. */
const describeCounts = (...rows: readonly Row[]) => describeAs(count, CITIES, ...rows);

describe('the headline of a statistic', () => {
  test('says so if all municipalities moved one way', () => {
    expect(describeRatios([10, 20], [1, 2], [5, 9])).toBe(
      '割合の統計は、3市とも上がりました。2015年度と2016年度をくらべています',
    );
    expect(describeCounts([100, 100], [200, 201])).toBe(
      '人数の統計は、2市ともほぼ同じです。2015年度と2016年度をくらべています',
    );
  });

  test('names the days of values if two are in one year', () => {
    const series = ['甲市', '乙市'].map((title) => createDaySeries(title, { '2024-04-01': 10, '2024-10-01': 20 }));
    expect(describeStatistic(count, compareStatistic(count, series))).toBe(
      '人数の統計は、2市とも増えました。2024年4月1日と2024年10月1日をくらべています',
    );
  });

  test('names who moved each way, most first, and then who did not move', () => {
    expect(describeRatios([10, 20], [9, 5], [8, 5])).toBe(
      '割合の統計は、乙市と丙市で下がり、甲市で上がりました。2015年度と2016年度をくらべています',
    );
    expect(describeCounts([100, 90], [9, 9], [8, 8])).toBe(
      '人数の統計は、甲市で減りました。2015年度と2016年度をくらべています。乙市と丙市はほぼ同じです',
    );
  });

  test('does not say that only one municipality did what another without a number may have done too', () => {
    expect(describeRatios([10, 20], [9, 5], [8, '-'])).toBe(
      '割合の統計は、甲市で上がり、乙市で下がり、丙市は「算定なし」になりました。2015年度と2016年度をくらべています',
    );
  });

  test('counts the usual case and names the exceptions', () => {
    expect(describeRatios([10, 20], [9, 15], [8, 5], [5, 7], [5, 5])).toBe(
      '割合の統計は、3市で上がり、丙市で下がりました。2015年度と2016年度をくらべています。戊市はほぼ同じです',
    );
  });

  test('says from which values a municipality is not compared', () => {
    expect(describeRatios([10, 20], ['-', 5], [8, 9], [null, 7], [5, 6, null])).toBe(
      '割合の統計は、3市で上がりました。2015年度と2016年度をくらべています。' +
        '乙市は2015年度が算定なしのため、くらべていません。丁市は2015年度の値がないため、くらべていません',
    );
    expect(describeRatios([10, 20, 30], [5, 6, 7], [8, 9, null])).toBe(
      '割合の統計は、甲市と乙市で上がりました。2015年度と2017年度をくらべています。丙市は2017年度の値がないため、くらべていません',
    );
  });

  test('says from which year a municipality has no index', () => {
    const subject = { title: '人口', unit: '人', comparison: 'index' } as const;
    for (const first of [null, 0])
      expect(describeAs(subject, CITIES, [10, 20], [10, 30], [10, 30], [first, 30], [5, null])).toBe(
        '人口は、3市で増えました。2015年度と2016年度をくらべています。' +
          '丁市は2015年度を100とした値がないため、くらべていません。戊市は2016年度の値がないため、くらべていません',
      );
  });

  test('begins with the first time of more than half, in any order of municipalities', () => {
    const [late, one, two] = [
      [null, 20, 30],
      [10, 15, 20],
      [10, 20, 30],
    ] as const;
    expect(describeRatios(late, one, two)).toBe(
      '割合の統計は、乙市と丙市で上がりました。2015年度と2017年度をくらべています。甲市は2015年度の値がないため、くらべていません',
    );
    expect(describeRatios(late, one)).toBe('割合の統計は、2市とも上がりました。2016年度と2017年度をくらべています');
  });

  test('says which values are the same or not calculated', () => {
    expect(describeRatios([5, 5], [6, 6], [7, '-'])).toBe(
      '割合の統計は、丙市は「算定なし」になりました。2015年度と2016年度をくらべています。甲市と乙市はほぼ同じです',
    );
    expect(describeRatios([5, '-'], [6, '-'])).toBe(
      '割合の統計は、2市とも「算定なし」になりました。2015年度と2016年度をくらべています',
    );
    expect(describeRatios([5, '-'], [6, '-'], [7, null])).toBe(
      '割合の統計は、甲市と乙市は「算定なし」になりました。2015年度と2016年度をくらべています。丙市は2016年度の値がないため、くらべていません',
    );
    // Without a number at the first time, nothing became 算定なし.
    expect(describeRatios([5, 6], [6, 9], [7, 3], ['-', '-'], [null, '-'])).toBe(
      '割合の統計は、甲市と乙市で上がり、丙市で下がりました。2015年度と2016年度をくらべています。丁市と戊市の2016年度は「算定なし」です',
    );
  });

  test('names three municipalities only beside more', () => {
    const titles = [...CITIES, '己市', '庚市'];
    const rows = titles.map((_, at) => (at < 3 ? [2, 1] : [1, 2]));
    expect(describeAs(ratio, titles, ...rows)).toMatch(/4市で上がり、甲市、乙市、丙市で下がりました。/);
    expect(describeAs(ratio, titles.slice(1), ...rows.slice(1))).toMatch(/4市で上がり、乙市と丙市で下がりました。/);
    expect(describeAs(ratio, titles, ...rows.slice(0, 6))).toMatch(/3市で上がり、3市で下がりました。/);
  });

  test('names one municipality, and only counts many', () => {
    expect(describeRatios([10, 20])).toBe('割合の統計は、甲市で上がりました。2015年度と2016年度をくらべています');
    const rows = Array.from({ length: 1741 }, (_, at) => (at === 7 ? [3, 2] : [2, 3]));
    expect(describeAs(ratio, [], ...rows)).toBe(
      '割合の統計は、1,740市区町村で上がり、1市区町村で下がりました。2015年度と2016年度をくらべています',
    );
    expect(describeAs(ratio, [], ...rows.map(() => [1, 5]))).toBe(
      '割合の統計は、1,741市区町村すべてで上がりました。2015年度と2016年度をくらべています',
    );
  });

  test('speaks of a projection as of one', () => {
    const subject = { ...count, title: '将来推計人口' };
    expect(describeAs(subject, CITIES, [100, 90], [50, 40], [20, 30])).toBe(
      '将来推計人口は、甲市と乙市で減り、丙市で増えると推計されています。2015年度と2016年度をくらべています',
    );
  });

  test('also says who moved the other way in the last five years', () => {
    const rows = [
      [20, 15, 10, 5, 6, 7, 8, 9],
      [20, 19, 18, 17, 16, 15, 14, 13],
      [20, 15, 10, 10, 10, 10, 10, 10],
      [20, 15, 3, 5, 6, 7, 8, 9],
    ];
    expect(describeRatios(...rows)).toBe(
      '割合の統計は、4市とも下がりました。2015年度と2022年度をくらべています。丁市は、最近の5年（2017年度から）では上がりました',
    );
    expect(describeRatios(...rows.map((row) => row.toSpliced(2, 1, 1)))).toMatch(
      /。4市とも、最近の5年（2017年度から）では上がりました$/,
    );
    const oneMore = [...rows, [1, 1, 1, 1, 1, 1, 1, 2]];
    expect(describeRatios(...oneMore)).toMatch(/。丁市は、最近の5年（2017年度から）では上がりました$/);
    expect(describeRatios(...rows.map((row) => row.slice(3)))).not.toContain('2017年度');
    const [steady = [], turned = []] = rows.slice(2);
    const many = Array.from({ length: 13 }, (_, at) => (at < 2 ? turned : steady));
    expect(describeAs(ratio, [], ...many)).toMatch(/。2市区町村は、最近の5年（2017年度から）では上がりました$/);
    expect(describeAs(ratio, [], ...many.slice(1))).toMatch(/。0町は、最近の5年（2017年度から）では上がりました$/);
    const titles = many.map((_, at) => (at < 2 ? `${at}市` : `${at}町`));
    expect(describeAs(ratio, titles, ...many)).toMatch(/。2市区町村は、最近の5年（2017年度から）では上がりました$/);
  });

  test('calls the end of a projection its last five years, because they are not the recent ones', () => {
    const projected = { ...count, title: '将来推計人口' };
    expect(describeAs(projected, CITIES, [200, 190, 150, 160, 165, 170, 175, 180])).toMatch(
      /。甲市は、最後の5年（2017年度から）では増えると推計されています$/,
    );
  });

  test('names who was 算定なし between the ends, and when: a number after it is no way down from the first one', () => {
    const through = [20, 15, '-', '-', 1, 2, 3, 5] as const;
    const steady = [20, 19, 18, 17, 16, 15, 14, 13] as const;
    const turned = [20, 15, 3, 5, 6, 7, 8, 9] as const;
    expect(describeRatios(steady, through)).toMatch(
      /2市とも下がりました。[^。]*くらべています。乙市の2017～2018年度は「算定なし」でした$/,
    );
    const longer = [20, '-', '-', '-', '-', 2, 3, 5] as const;
    const shorter = [20, '-', '-', 2, '-', 2, 3, 5] as const;
    expect(describeRatios(turned, through, longer, through, shorter)).toMatch(
      /上がりました。乙市と丁市の2017～2018年度は「算定なし」でした。丙市の2016～2019年度は「算定なし」でした。戊市の2016～2017年度と2019年度は「算定なし」でした$/,
    );
    expect(describeRatios([20, 15, '-', 5])).toMatch(/。甲市の2017年度は「算定なし」でした$/);
    const many = Array.from({ length: 13 }, (_, at) => (at < 2 ? through : steady));
    expect(describeAs(ratio, [], ...many)).toMatch(
      /下がりました。[^。]*くらべています。2市区町村の2017年度は「算定なし」でした$/,
    );
    expect(describeRatios(steady.slice(2), steady.slice(2), through.slice(2))).toMatch(
      /。丙市は2015年度が算定なしのため、くらべていません$/,
    );
  });

  test('also says who moved in the last five years, if its value is the same at both ends or was not compared', () => {
    const [fallen, returned, late] = [
      [20, 19, 18, 17, 16, 15, 14, 13],
      [20, 21, 22, 24, 23, 22, 21, 20],
      [null, null, 9, 8, 7, 6, 5, 4],
    ];
    expect(describeRatios(fallen, fallen, returned)).toMatch(
      /、甲市と乙市で下がりました。[^。]*くらべています。丙市はほぼ同じです。丙市は、2018年度まで上がり、そのあと下がりました$/,
    );
    expect(describeRatios(fallen, fallen, late)).toMatch(
      /くらべていません。丙市は、最近の5年（2017年度から）では下がりました$/,
    );
  });

  test('also says up to when values that are the same at both ends rose or fell, but not of an adjusted statistic', () => {
    const [risen, both, flat] = [
      [50, 51, 52, 50],
      [50, 49, 52, 50],
      [50, 50.4, 50.3, 50],
    ];
    expect(describeCounts(risen, risen, both, flat)).toBe(
      '人数の統計は、4市ともほぼ同じです。2015年度と2018年度をくらべています。' +
        '甲市と乙市は、2017年度まで増え、そのあと減りました。丙市は、2016年度まで減り、2017年度まで増え、そのあと減りました',
    );
    expect(describeAs({ ...count, title: '将来推計人口' }, CITIES, risen)).toMatch(
      /。甲市は、2017年度まで増え、そのあと減ると推計されています$/,
    );
    expect(describeAs({ ...count, adjusted: 'other' }, CITIES, risen)).not.toContain('そのあと');
    // It rose, but what it lost then is ほぼ同じ.
    expect(describeCounts([100, 101.5, 100.9])).toBe(
      '人数の統計は、甲市でほぼ同じです。2015年度と2017年度をくらべています',
    );
    const many = Array.from({ length: 13 }, () => risen);
    expect(describeAs(count, [], ...many)).not.toContain('そのあと');
    expect(describeAs(count, [], ...many.slice(1))).toContain('そのあと');
    expect(describeCounts([60, ...risen], [null, ...flat], [null, ...flat])).toMatch(
      /くらべています。甲市は、2018年度まで増え、そのあと減りました$/,
    );
  });

  test('names two that moved the other way, names both ways, and begins at a time that more than half have', () => {
    const [risen, fallen] = [
      [20, 15, 3, 5, 6, 7, 8, 9],
      [5, 9, 20, 18, 16, 14, 12, 10],
    ];
    expect(describeRatios(risen, risen, fallen)).toMatch(
      /。甲市と乙市は、最近の5年（2017年度から）では上がりました。丙市は、最近の5年（2017年度から）では下がりました$/,
    );
    const without = (row: readonly number[]) => row.map((value, at) => (at === 2 ? null : value));
    expect(describeRatios(risen, without(risen), without(fallen))).not.toContain('2017年度');
  });

  test('names municipalities up to twelve, and does not set two against each other', () => {
    const titles = Array.from({ length: 12 }, (_, at) => `${at}市`);
    const rows = titles.map((_, at) => (at === 0 ? [1, 2] : [2, 1]));
    expect(describeAs(ratio, titles, ...rows)).toMatch(/、11市で下がり、0市で上がりました。/);
    expect(describeAs(ratio, titles, ...titles.map(() => [2, 1]))).toMatch(/、12市とも下がりました。/);
    expect(describeAs(ratio, titles, ...rows.slice(0, 2))).toMatch(/、0市で上がり、1市で下がりました。/);
  });

  test('looks further back if there is no value of five years before', () => {
    const days = { '2000-10-01': 90, '2010-10-01': 70, '2020-10-01': 80, '2024-10-01': 80 };
    const series = [createDaySeries('甲市', days)];
    expect(describeStatistic(count, compareStatistic(count, series))).toBe(
      '人数の統計は、甲市で減りました。2000年と2024年をくらべています。甲市は、最近の14年（2010年から）では増えました',
    );
  });

  test('is missing if nothing is to be compared', () => {
    expect(describeAs({ ...count, comparison: 'none' }, CITIES, [1, 2], [3, 4])).toBeNull();
    expect(describeRatios([1], [3])).toBeNull();
    expect(describeRatios([null, null], [null, null])).toBeNull();
    expect(describeRatios(['-', '-'], ['-', '-'])).toBeNull();
    expect(describeRatios()).toBeNull();
  });
});

describe('any headline', () => {
  const value = fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 30 }), weight: 6 },
    fc.constant('-' as const),
    fc.constant(null),
  );
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((years) =>
      fc.array(fc.array(value, { minLength: years, maxLength: years }), { minLength: 1, maxLength: 5 }),
    );

  /** The municipalities of which each kind of clause speaks; null for a clause that only counts. */
  const CLAUSES = [
    ['up', /(?<who>[^。、は]+)(?<!ま)で上が(?:り|りました)(?:、|。|$)/],
    ['down', /(?<who>[^。、は]+)(?<!ま)で下が(?:り|りました)(?:、|。|$)/],
    ['same', /(?:^|。|、)(?<who>[^。、]+)[はで]ほぼ同じです/],
    ['stopped', /、(?<who>[^。、]+)は「算定なし」になりました/],
    ['not-calculated', /(?:^|。)(?<who>[^。、]+)の\d+年度は「算定なし」です/],
    ['left-out', /(?:^|。)(?<who>[^。、]+)は\d+年度(?:の値がない|が算定なしの)ため/],
  ] as const;

  /** What the values say of each municipality between two years, computed without the code under test. */
  function listFacts(rows: readonly (readonly YearValue[])[], first: number, last: number) {
    return rows.map((row) => {
      const [from, to] = [row[first - 2015], row[last - 2015]];
      if (to === '-') return typeof from === 'number' ? 'stopped' : 'not-calculated';
      if (typeof from !== 'number' || typeof to !== 'number') return 'left-out';
      if (Math.abs(to - from) * 100 <= from) return 'same';
      return to > from ? 'up' : 'down';
    });
  }

  /** Returns the years to which the values of each municipality moved before they came back, in the words of a text. */
  const readTurns = (text: string) =>
    new Map(
      [...text.matchAll(/。([^。は]+)は、((?:\d+年度まで[上下]がり、)+そのあと[上下]がりました)/g)].flatMap(
        ([, who = '', words = '']) => who.split(/[、と]/).map((title): [string, string] => [title, words]),
      ),
    );

  /** Returns these words for a row whose first and last number are the same, computed without the code under test. */
  function listTurns(title: string, row: readonly YearValue[] = [], fact = ''): [string, string][] {
    const numbers = row.flatMap((value, at) => (typeof value === 'number' ? [{ value, year: 2015 + at }] : []));
    const ends = numbers[0]?.value ?? 0;
    const values = numbers.map(({ value }) => value);
    const turns = [Math.max(...values), Math.min(...values)]
      .filter((value) => value !== ends)
      .map((value) => ({ way: value > ends ? '上' : '下', year: 2015 + row.indexOf(value) }))
      .sort((a, b) => a.year - b.year);
    const words = turns.map(({ way, year }) => `${year}年度まで${way}がり、`).join('');
    const back = turns.at(-1)?.way === '上' ? '下' : '上';
    return fact === 'same' && words ? [[title, `${words}そのあと${back}がりました`]] : [];
  }

  test('is true of every municipality that it names or counts', () => {
    let described = 0;
    fc.assert(
      fc.property(table, (rows) => {
        const text = describeRatios(...rows);
        if (text === null) return;
        described += 1;
        const years = [...text.matchAll(/(\d{4})年度/g)].map((found) => Number(found[1]));
        const [first, last] = [Math.min(...years), Math.max(...years)];
        const titles = CITIES.slice(0, rows.length);
        const facts = listFacts(rows, first, last);
        const cut = (row: Row = []) => row.map((one, at) => (at + 2015 < first || at + 2015 > last ? null : one));
        const collect = (kind: string) => titles.filter((_, at) => facts[at] === kind);
        expect(readTurns(text)).toEqual(
          new Map(titles.flatMap((title, at) => listTurns(title, cut(rows[at]), facts[at]))),
        );
        if (text.includes('とも') || rows.length === 1) {
          expect(new Set(facts).size).toBe(1);
          if (facts.includes('up')) expect(text).toMatch(/上がりました。/);
          else if (facts.includes('down')) expect(text).toMatch(/下がりました。/);
          else if (facts.includes('stopped')) expect(text).toMatch(/「算定なし」になりました。/);
          else expect(text).toMatch(facts.includes('same') ? /ほぼ同じです。/ : /「算定なし」です。/);
          return;
        }
        for (const [kind, clause] of CLAUSES) {
          const said = [...text.matchAll(new RegExp(clause, 'g'))].flatMap(
            ({ groups }) => groups?.who?.split('と') ?? [],
          );
          const counted = said.find((who) => /^\d/.test(who));
          if (counted) expect(collect(kind)).toHaveLength(Number.parseInt(counted, 10));
          else expect(said.toSorted()).toEqual(collect(kind).toSorted());
        }
      }),
      { numRuns: 500 },
    );
    expect(described).toBeGreaterThan(100);
  });

  test('has no word of praise, blame or cause', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(describeRatios(...rows) ?? '').not.toMatch(/改善|悪化|軽く|重く|ため、[^く]|位|良|0になり/);
      }),
    );
  });
});
