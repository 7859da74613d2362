import { describe, expect, test } from 'vitest';
import { compareReadings, getKanaRow } from '../../../src/model/kana.ts';

describe('the row of a reading', () => {
  test.each([
    ['あいしーてぃー', 'あ行'],
    ['がいかくだんたい', 'か行'],
    ['ぱぶりっくこめんと', 'は行'],
    ['ゆうよう', 'や行'],
    ['わーく', 'わ行'],
    ['', 'その他'],
    ['PFI', 'その他'],
  ])('%s is %s', (reading, row) => {
    expect(getKanaRow(reading)).toBe(row);
  });
});

describe('the order of readings', () => {
  test('has voiced and small letters beside their plain ones', () => {
    const sorted = ['きょうどう', 'ききん', 'ぎょうせい', 'きよう', 'かんり'].sort(compareReadings);
    expect(sorted).toEqual(['かんり', 'ききん', 'きよう', 'ぎょうせい', 'きょうどう']);
  });

  test('falls back on code units where all else is equal', () => {
    expect(['ばす', 'はす', 'ぱす'].sort(compareReadings)).toEqual(['はす', 'ばす', 'ぱす']);
  });
});
