import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ERA_PATTERN,
  eraOverlapsSpan,
  japaneseEras,
  formatEraYear,
  toWesternYear,
} from '../../../src/notation/calendar.ts';

describe('eras', () => {
  test('follow one another day by day', () => {
    for (const [at, { end }] of japaneseEras.entries()) {
      const next = japaneseEras[at + 1];
      const after = end === null ? undefined : new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
      expect(next?.start).toBe(after);
    }
  });

  test.each([
    ['明治', 45, 1912],
    ['T', 1, 1912],
    ['昭', 64, 1989],
    ['R', 27, 2045],
    ['h', 31, 2019],
    ['R', 1, 2019],
    ['令和', 42, 2060],
  ])('count %s %d as %d', (era, year, western) => {
    expect(toWesternYear(era, year)).toBe(western);
  });

  test('are recognized by their name, their letter and their first character, but not by the small letter of a unit', () => {
    const spellings = japaneseEras.flatMap(({ name, aliases: [letter, character] }) => [name, letter, character]);
    const small = japaneseEras.map(({ aliases: [letter] }) => letter.toLowerCase());
    const isEra = (text: string) => new RegExp(`^${ERA_PATTERN}$`).test(text);
    expect(spellings.filter((text) => !isEra(text))).toEqual([]);
    expect(small.filter((text) => !isEra(text))).toEqual(['m', 't']);
  });

  test('have years until thirty years after their end', () => {
    expect(toWesternYear('平成', 61)).toBe(2049);
    expect(toWesternYear('平成', 62)).toBeNull();
    expect(toWesternYear('昭和', 94)).toBe(2019);
    expect(toWesternYear('昭和', 95)).toBeNull();
  });

  test('overlap a span that shares a day with them', () => {
    expect(eraOverlapsSpan('平成', { start: '2019-04-30', end: '2019-04-30' })).toBe(true);
    expect(eraOverlapsSpan('平成', { start: '2019-05-01', end: '2019-05-01' })).toBe(false);
    expect(eraOverlapsSpan('令和', { start: '2019-04-30', end: '2019-05-01' })).toBe(true);
    expect(eraOverlapsSpan('令和', { start: '2019-04-01', end: '2020-03-31' })).toBe(true);
  });

  test('count a year in the era of its last day', () => {
    expect(formatEraYear(1989, '1989-12-31')).toBe('平成元');
    expect(formatEraYear(1988, '1989-03-31')).toBe('昭和63');
    expect(formatEraYear(2019, '2019-04-30')).toBe('平成31');
    expect(formatEraYear(2019, '2019-05-01')).toBe('令和元');
    expect(formatEraYear(1867, '1867-12-31')).toBe('1867');
  });

  test('convert back to the same year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1869, max: 2199 }), (year) => {
        const [era = '', count = ''] = formatEraYear(year, `${year}-12-31`).split(/(?<=^..)/);
        expect(toWesternYear(era, count === '元' ? 1 : Number(count))).toBe(year);
      }),
    );
  });
});
