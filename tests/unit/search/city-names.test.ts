import { describe, expect, test } from 'vitest';
import { listSearchCities } from '../../../src/search/build-index.ts';
import { listCityNames, matchCities, separateCities, separateCityNames } from '../../../src/search/city-names.ts';
import { appendFixtureLines } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const city = (id: string, ...names: [string, string, string, string]) => ({
  id,
  title: names[0],
  url: `/${id}/`,
  forms: listCityNames(...names),
});
const cities = [
  city('kashiwa', '柏市', 'かしわし', 'Kashiwa', '千葉県'),
  city('kashiwara', '柏原市', 'かしわらし', 'Kashiwara', '大阪府'),
  city('mihon', '見本市（架空）', 'みほんし', '', '見本県'),
  city('kyoto', '京都市', 'きょうとし', '', '京都府'),
  city('fuchu-1', '府中市', 'ふちゅうし', '', '東京都'),
  city('fuchu-2', '府中市', 'ふちゅうし', '', '広島県'),
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
    ['柏市についての防災', 'kashiwa', '防災'],
    ['柏市に関する防災', 'kashiwa', '防災'],
    ['柏市にある公園', 'kashiwa', '公園'],
    ['柏市との連携', 'kashiwa', '連携'],
    ['柏市のごみ', 'kashiwa', 'ごみ'],
    ['柏市で防災', 'kashiwa', '防災'],
    ['柏市はいつ', 'kashiwa', 'いつ'],
    ['柏市にぎわい', 'kashiwa', 'にぎわい'],
    ['柏市はばたき', 'kashiwa', 'はばたき'],
    ['柏市もり', 'kashiwa', 'もり'],
    ['柏市もえるごみ', 'kashiwa', 'もえるごみ'],
    ['柏市もやすごみ', 'kashiwa', 'もやすごみ'],
    ['柏市もしもの備え', 'kashiwa', 'もしもの備え'],
    ['柏市できること', 'kashiwa', 'できること'],
    ['柏市でいじめ', 'kashiwa', 'いじめ'],
    ['柏市もいじめ', 'kashiwa', 'いじめ'],
    ['柏市とは', 'kashiwa', ''],
    ['柏市について', 'kashiwa', ''],
    ['柏市って', 'kashiwa', ''],
    ['柏市防災', 'kashiwa', '防災'],
    ['柏市役所', 'kashiwa', '市役所'],
    ['かしわ市役所', 'kashiwa', '市役所'],
    ['カシワ市デジタル', 'kashiwa', 'デジタル'],
    ['千葉県柏市の防災', 'kashiwa', '防災'],
    ['東京都府中市の税', 'fuchu-1', '税'],
    ['柏市立病院', 'kashiwa', '市立病院'],
    ['柏原市の窓口', 'kashiwara', '窓口'],
    ['見本市', 'mihon', ''],
    ['府中市の税', 'fuchu-1,fuchu-2', '税'],
  ])('in %s is %s, and the rest is %s', (word, id, rest) => {
    expect(findCity(word)).toEqual([id, rest]);
  });

  test.each([
    '防災',
    '柏餅',
    '市',
    '柏原',
    'かしわら駅',
    '千葉県',
    'かしわ町',
    '散歩道柏市',
    '大阪府柏市',
    '大阪府柏市の防災',
  ])('is not 柏市 in %s', (word) => {
    expect(findCity(word)?.[0]).not.toBe('kashiwa');
  });
});

test.each([
  ['柏市の防災', '柏市 防災'],
  ['かしわの防災', 'かしわ 防災'],
  ['千葉県柏市で防災', '柏市 防災'],
  ['柏市にある公園', '柏市 公園'],
  ['柏市にぎわい', '柏市にぎわい'],
  ['柏市の', '柏市'],
  ['柏市について', '柏市'],
  ['千葉県柏市', '柏市'],
  ['千葉県の 柏市', '柏市'],
  ['千葉県 柏市 防災', '柏市 防災'],
  ['柏市の防災 柏市の避難', '柏市 防災 避難'],
  ['柏市でごみ', '柏市 ごみ'],
  ['京都府京都市の防災', '京都市 防災'],
  ['柏市の計画', '柏市 計画'],
  ['柏市と京都市', '柏市 京都市'],
  ['柏市や京都市', '柏市 京都市'],
  ['柏市・京都市', '柏市 京都市'],
  ['柏市と京都市と柏原市の防災', '柏市 京都市 柏原市 防災'],
  ['柏市の京都', '柏市 京都'],
  // The last two ask for all that the city has of a kind.
  ['柏市役所', '柏市役所'],
  ['柏市総合計画', '柏市総合計画'],
  ['柏市の指標', '柏市の指標'],
  ['柏市の統計', '柏市の統計'],
  ['柏市 統計', '柏市統計'],
  ['統計 防災', '統計 防災'],
])('the words of %s are %s', (query, words) => {
  expect(separateCities(query.split(' '), cities).divided).toEqual(words.split(' '));
});

test.each([
  ['東京都 府中市', 'fuchu-1'],
  ['広島県の 府中 防災', 'fuchu-2'],
  ['防災 府中市の税 広島県', 'fuchu-2'],
  ['東京都 府中市 柏市', 'fuchu-1 kashiwa'],
  ['千葉県 府中市', 'fuchu-1 fuchu-2'],
])('the cities of %s, beside a prefecture, are %s', (query, ids) => {
  expect(separateCities(query.split(' '), cities).cities.map(({ id }) => id)).toEqual(ids.split(' '));
});

test('words that follow the names of a city twice are contained once', () => {
  const { contained, divided } = separateCities(['柏市の防災', '千葉県柏市で防災'], cities);
  expect([contained, divided]).toEqual([['防災'], ['柏市', '防災']]);
});

describe.each([false, true])('in lists in any order (reversed: %s),', (isReversed) => {
  const names: [string, string, string][] = [
    ['東村', 'ひがしそん', '沖縄県'],
    ['東村山市', 'ひがしむらやまし', '東京都'],
    ['大町町', 'おおまちちょう', '佐賀県'],
    ['大町市', 'おおまちし', '長野県'],
    ['四日市市', 'よっかいちし', '三重県'],
    ['野々市市', 'ののいちし', '石川県'],
    ['市川市', 'いちかわし', '千葉県'],
    ['市川町', 'いちかわちょう', '兵庫県'],
    ['町田市', 'まちだし', '東京都'],
    ['余市町', 'よいちちょう', '北海道'],
    ['津市', 'つし', '三重県'],
    ['都城市', 'みやこのじょうし', '宮崎県'],
  ];
  const list = names.map(([title, reading, prefecture]) => city(title, title, reading, '', prefecture));
  const listed = isReversed ? list.toReversed() : list;

  test.each(names)('%s is found, and no other name within it', (title, _reading, prefecture) => {
    for (const query of [
      `${title}の防災`,
      `${title}で防災`,
      `${prefecture}${title}の防災`,
      `${prefecture} ${title}の防災`,
    ]) {
      const { cities: found, divided } = separateCities(query.split(' '), listed);
      expect([query, found.map(({ id }) => id), divided]).toEqual([query, [title], [title, '防災']]);
    }
  });
});

test('the names of a city are normalized, unique and not empty', () => {
  expect(listCityNames('市', '', '', '')).toEqual(['市']);
  expect(listCityNames('柏市', 'かしわし', 'Kashiwa', '千葉県')).toEqual([
    ...['柏市', '柏', 'かしわし', 'かしわ'],
    ...['kashiwa', 'kashiwa-shi', 'kashiwashi', 'kashiwacity', 'かしわ市', '千葉県柏市'],
  ]);
  expect(listCityNames('見本市（架空）', 'みほんし', '', '見本県')).toContain('見本県見本市');
});

test.each([
  ['四條畷市（架空）', 'しじょうなわてし', '四条畷市'],
  ['茅ヶ崎市（架空）', 'ちがさきし', '茅ケ崎'],
])('a query may name %s with the usual characters', (title, reading, typed) => {
  const row = `990027,tonari,${title},${reading},,見本県,,,,,,mihon-tokei`;
  const named = listSearchCities(openFixtureSite(appendFixtureLines('data/municipalities.csv', row)));
  expect(matchCities(typed, named)).toMatchObject({ cities: [{ id: 'tonari' }], rest: '' });
});

test.each([
  ['千葉県柏市の柏市防災', '千葉県柏市 の柏市 防災'],
  ['柏市立図書館と柏市役所', '柏市立図書館と柏市役所'],
  ['松戸市の声', '松戸市の声'],
])('names of cities are words of their own in %s', (text, separated) => {
  expect(separateCityNames(text, new Set(['柏市']))).toBe(separated);
});
