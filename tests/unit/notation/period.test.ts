import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeSentences } from '../../../src/diagnostics/diagnostic.ts';
import { readPeriod } from '../../../src/notation/period.ts';
import { anyText, widenText } from './arbitrary-notations.ts';

/** Returns start and end as one text, or the code of the issue. */
function days(text: string): string {
  const found = readPeriod(text);
  return found.ok ? `${found.value.start ?? ''}/${found.value.end ?? ''}` : found.issue.code;
}

function warnings(text: string): string[] {
  const found = readPeriod(text);
  return found.ok ? found.warnings.map(({ code }) => code) : [];
}

describe('readPeriod', () => {
  test.each([
    ['令和4年度', '2022-04-01/2023-03-31'],
    ['令和4年', '2022-01-01/2022-12-31'],
    ['令和4年度末', '2023-03-31/2023-03-31'],
    ['令和4年末', '2022-12-31/2022-12-31'],
    ['令和元年度末', '2020-03-31/2020-03-31'],
    ['令和4年2月', '2022-02-01/2022-02-28'],
    ['令和6年2月末', '2024-02-29/2024-02-29'],
    ['令和4年度3月', '2023-03-01/2023-03-31'],
    ['令和4年度上半期', '2022-04-01/2022-09-30'],
    ['令和4年度下半期', '2022-10-01/2023-03-31'],
    ['令和4年度第4四半期', '2023-01-01/2023-03-31'],
    ['令和4年第4四半期', '2022-10-01/2022-12-31'],
    ['令和4年度当初', '2022-04-01/2022-04-01'],
    ['令和4年10月上旬', '2022-10-01/2022-10-10'],
    ['令和4年10月初旬', '2022-10-01/2022-10-10'],
    ['令和4年10月内', '2022-10-01/2022-10-31'],
    ['令和4年中', '2022-01-01/2022-12-31'],
    ['1800年', '1800-01-01/1800-12-31'],
    ['令和4年10月中旬', '2022-10-11/2022-10-20'],
    ['令和4年10月下旬', '2022-10-21/2022-10-31'],
    ['2011-12', '2011-12-01/2011-12-31'],
  ])('knows the days of %s', (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(warnings(text)).toEqual([]);
  });

  test.each([
    '令和４年度',
    'Ｒ４年度',
    'R4年度',
    'r4年度',
    '㋿4年度',
    '令4年度',
    '令和四年度',
    '２０２２年度',
    '二〇二二年度',
    '2022(令和4)年度',
    '令和4年度（2022年度）',
    '（令和4年度）',
    '令和 4 年度',
    '現状値（令和4年度）',
    '令和4年度実績',
    '令和4年度の実績値',
    '令和4年度※1',
  ])('reads %s like 令和4年度', (text) => {
    expect(days(text)).toBe('2022-04-01/2023-03-31');
  });

  test.each([
    'R4.10.1',
    'R4/10/1',
    '2022-10-01',
    '2022/10/1',
    '2022.10.1',
    '令和4年10月1日',
    '令和4年10月1日現在',
    '2022年10月1日時点',
  ])('reads %s as one day', (text) => {
    expect(days(text)).toBe('2022-10-01/2022-10-01');
  });

  test.each([
    ['令和4～8年度', '2022-04-01/2027-03-31'],
    ['R4〜R8年度', '2022-04-01/2027-03-31'],
    ['2022-2026年度', '2022-04-01/2027-03-31'],
    ['2019-23年度', '2019-04-01/2024-03-31'],
    ['令和4年度から令和8年度まで', '2022-04-01/2027-03-31'],
    ['令和4年4月～9月', '2022-04-01/2022-09-30'],
    ['2022/4/1-2023/3/31', '2022-04-01/2023-03-31'],
    ['平成28年度～令和2年度', '2016-04-01/2021-03-31'],
    ['令和3年度末～令和8年度', '2022-03-31/2027-03-31'],
    ['1997～99年度', '1997-04-01/2000-03-31'],
    ['1999～01年度', '1999-04-01/2002-03-31'],
    ['1999～99年度', '1999-04-01/2000-03-31'],
    ['2022/10/1-2022/10/1', '2022-10-01/2022-10-01'],
  ])('reads the span %s', (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  test.each([
    '随時',
    '毎年',
    '毎年度',
    '直近',
    '現時点',
    '計画策定時',
    '未定',
    '直近のもの',
    '計画策定時の値',
    '（随時）',
    '毎年4月1日現在',
    '最終年度まで',
    '－',
    '',
    '　',
  ])('reads 「%s」 as a period without days and without warnings', (text) => {
    expect(readPeriod(text)).toEqual({ ok: true, value: { text, start: null, end: null }, warnings: [] });
  });

  test.each([
    ['平成33年度', '2021-04-01/2022-03-31'],
    ['平成61年度', '2049-04-01/2050-03-31'],
    ['昭和64年度', '1989-04-01/1990-03-31'],
    ['平成31年5月1日', '2019-05-01/2019-05-01'],
    ['令和元年4月1日', '2019-04-01/2019-04-01'],
    ['2023(平成35)年度', '2023-04-01/2024-03-31'],
  ])('converts %s, which is after the end of its era, with a warning', (text, expected) => {
    expect(days(text)).toBe(expected);
    expect(warnings(text)).toEqual(['era-beyond-its-end']);
  });

  test.each([
    '平成31年',
    '平成31年度',
    '平成31年度末',
    '平成31年度3月',
    '平成31年4月30日',
    '令和元年度',
    '昭和64年',
    '昭和64年1月7日',
    '平成31年末',
    '令和27年度',
  ])('finds nothing wrong with %s', (text) => {
    expect(warnings(text)).toEqual([]);
  });

  test('of two years that differ, it names both with their kind', () => {
    for (const unit of ['年', '年度']) {
      const found = readPeriod(`2022（令和5）${unit}`);
      expect(found.ok && found.warnings[0]?.values).toMatchObject({ first: `2022${unit}`, second: `2023${unit}` });
    }
  });

  test('of two ends, it warns of a year after the end of its era and of a year without a kind', () => {
    expect(warnings('平成31年5月～R5')).toEqual(['era-beyond-its-end', 'year-or-fiscal-year']);
    expect(warnings('平成35年度（10月）')).toEqual(['era-beyond-its-end']);
  });

  test('warns with the year that it read after the end of an era', () => {
    const found = readPeriod('H33年度');
    expect(found.ok && found.warnings[0]?.values).toEqual({ value: 'H33年度', read: 2021 });
  });

  test.each([
    'R5',
    'H24',
    '平成30',
    '2022',
    '令和3年(度)',
    '令和3年（度）',
    'R4-R8',
    '令和4(2022)',
    '令和4年4月～R5',
    'R5～令和6年3月',
  ])('leaves open whether %s is a year or a fiscal year', (text) => {
    expect(days(text)).toBe('/');
    expect(warnings(text)).toEqual(['year-or-fiscal-year']);
  });

  test.each(['4～12月', '4月～12月', '4-9月分', '１０～１２月'])('takes no month of %s for a year', (text) => {
    expect(days(text)).toBe('/');
    expect(warnings(text)).toEqual(['period-kept-as-text']);
  });

  test.each([
    ['R5～R9', 'R5～R9'],
    ['H25-29', 'H25～29'],
    ['5～9年度', '5～9'],
  ])('of %s is advised to be written for both ends', (text, year) => {
    const read = readPeriod(text);
    expect(read.ok && read.warnings.map(({ values }) => values.year)).toEqual([year]);
  });

  test.each(['26年度', '18年～22年', '1年度', '25年度末～29年度', '22'])('leaves open which era %s is of', (text) => {
    expect(days(text)).toBe('/');
    expect(warnings(text)).toEqual(['no-era']);
  });

  test.each(['2022(令和5)年度', '令和4年度（2021年度）', '令和4年度（令和5年4月1日現在）'])(
    'names both readings of %s',
    (text) => {
      expect(days(text)).toBe('/');
      expect(warnings(text)).toEqual(['two-readings']);
      const found = readPeriod(text);
      const hints = found.ok ? found.warnings.map((issue) => composeSentences(issue).hint) : [];
      expect(hints.join('')).not.toContain('増減');
    },
  );

  test.each([
    '令和4年度以降',
    '令和4年度～',
    '～令和8年度',
    '令和4・6年度',
    '令和4年春',
    '4月1日現在',
    '令和2年3月31日年',
  ])('keeps %s as text', (text) => {
    expect(days(text)).toBe('/');
    expect(warnings(text)).toEqual(['period-kept-as-text']);
  });

  test.each([
    ['令和6年13月', 'impossible-date'],
    ['令和6年2月30日', 'impossible-date'],
    ['2月30日', 'impossible-date'],
    ['2026/13', 'impossible-date'],
    ['2019/23', 'impossible-date'],
    ['2023-19', 'impossible-date'],
    ['令和0年', 'impossible-date'],
    ['令和0年度～令和4年度', 'impossible-date'],
    ['0年度', 'not-a-period'],
    ['100年度', 'not-a-period'],
    ['令和0年度（上半期）', 'impossible-date'],
    ['昭和100年度', 'era-too-far'],
    ['H62', 'era-too-far'],
    ['令和8年度～令和4年度', 'period-reversed'],
    ['そのうち', 'not-a-period'],
    ['2200年', 'not-a-period'],
    ['5587年', 'not-a-period'],
    ['2022(令和0)年度', 'impossible-date'],
    ['R2022', 'not-a-period'],
    ['5か年', 'not-a-period'],
    ['2022年度/令和4年10月', 'not-a-period'],
    ['令和4年10月/2022年度', 'not-a-period'],
    ['令和5年10月1日末', 'impossible-date'],
    ['令和5年5日', 'not-a-period'],
    ['令和182年', 'impossible-date'],
    ['※', 'not-a-period'],
  ])('refuses %s: %s', (text, code) => {
    expect(days(text)).toBe(code);
  });

  test('returns any text unchanged, or an issue that quotes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = readPeriod(text);
        if (!found.ok) expect(found.issue.values.value).toBe(text);
        else {
          expect(found.value.text).toBe(text);
          expect((found.value.start === null) === (found.value.end === null)).toBe(true);
          expect((found.value.start ?? '') <= (found.value.end ?? '')).toBe(true);
        }
      }),
    );
  });

  test('reads full and half width alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(days(widenText(text))).toBe(days(text));
        expect(warnings(widenText(text))).toEqual(warnings(text));
      }),
    );
  });
});
