import { describe, expect, test } from 'vitest';
import { listCityNames, matchCities, separateCityNames } from '../../../src/search/city-names.ts';

const city = (id: string, ...names: [string, string, string]) => ({
  id,
  title: names[0],
  url: `/${id}/`,
  forms: listCityNames(...names),
});
const cities = [
  city('kashiwa', '柏市', 'かしわし', 'Kashiwa'),
  city('kashiwara', '柏原市', 'かしわらし', 'Kashiwara'),
  city('mihon', '見本市（架空）', 'みほんし', ''),
  city('fuchu-1', '府中市', 'ふちゅうし', ''),
  city('fuchu-2', '府中市', 'ふちゅうし', ''),
];
const findCity = (word: string) => {
  const match = matchCities(word, cities);
  return match && [match.cities.map(({ id }) => id).join(), match.rest];
};

describe('the city in a word', () => {
  test.each([
    '柏市',
    '柏',
    'かしわし',
    'かしわ',
    'カシワ',
    'kashiwa',
    'かしわ市',
    'カシワ市',
    '千葉県柏市',
    '千葉県の柏',
  ])('is found by %s', (word) => {
    expect(findCity(word)).toEqual(['kashiwa', '']);
  });

  test.each([
    ['柏市の防災', 'kashiwa', '防災'],
    ['かしわの防災', 'kashiwa', '防災'],
    ['かしわしの防災', 'kashiwa', '防災'],
    ['柏市における防災', 'kashiwa', '防災'],
    ['カシワの防災', 'kashiwa', '防災'],
    ['柏市とは', 'kashiwa', ''],
    ['柏市って', 'kashiwa', ''],
    ['柏市防災', 'kashiwa', '防災'],
    ['柏市役所', 'kashiwa', '市役所'],
    ['かしわ市役所', 'kashiwa', '市役所'],
    ['カシワ市デジタル', 'kashiwa', 'デジタル'],
    ['千葉県柏市の防災', 'kashiwa', '防災'],
    ['東京都府中市の税', 'fuchu-1,fuchu-2', '税'],
    ['柏市立病院', 'kashiwa', '市立病院'],
    ['柏原市の窓口', 'kashiwara', '窓口'],
    ['見本市', 'mihon', ''],
    ['府中市の税', 'fuchu-1,fuchu-2', '税'],
  ])('in %s is %s, and the rest is %s', (word, id, rest) => {
    expect(findCity(word)).toEqual([id, rest]);
  });

  test.each(['防災', '柏餅', '市', '柏原', 'かしわら駅', '千葉県', 'かしわ町', '散歩道柏市'])(
    'is not 柏市 in %s',
    (word) => {
      expect(findCity(word)?.[0]).not.toBe('kashiwa');
    },
  );
});

test('the names of a city are normalized, unique and not empty', () => {
  expect(listCityNames('市', '', '')).toEqual(['市']);
  expect(listCityNames('柏市', 'かしわし', 'Kashiwa')).toEqual([
    ...['柏市', '柏', 'かしわし', 'かしわ'],
    ...['kashiwa', 'kashiwa-shi', 'kashiwashi', 'kashiwacity'],
  ]);
  expect(listCityNames('北海道', 'ほっかいどう', 'Hokkaido')).toEqual(['北海道', 'ほっかいどう', 'hokkaido']);
  expect(listCityNames('京都府', 'きょうとふ', '')).toEqual(['京都府', '京都', 'きょうとふ', 'きょうと']);
});

test.each([
  ['千葉県柏市の柏市防災', '千葉県柏市 の柏市 防災'],
  ['柏市立図書館と柏市役所', '柏市立図書館と柏市役所'],
  ['松戸市の声', '松戸市の声'],
])('names of cities are words of their own in %s', (text, separated) => {
  expect(separateCityNames(text, new Set(['柏市']))).toBe(separated);
});
