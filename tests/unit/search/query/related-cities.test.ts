import { describe, expect, test } from 'vitest';
import { indexDocuments, indexTitles } from './search-by-titles.ts';

describe('the name of a city in a query', () => {
  const titles = ['防災の訓練', '防災の訓練', '道路', '柏の木'];

  test.each([
    ...['柏市 防災', '防災 柏市', '柏 防災', 'かしわし 防災', 'kashiwa 防災', '柏市の防災', '柏市防災'],
    ...['千葉県柏市 防災', '千葉県 柏市 防災', '千葉県の 柏市 防災', '千葉県カシワ市の防災'],
  ])('lets in what is of that city alone: %s', async (query) => {
    const ask = await indexTitles(...titles);
    const { related, cities: named, optional } = await ask(query);
    expect([related, named, optional]).toEqual([['防災の訓練'], ['even'], []]);
  });

  test('is recognized before の even if it is one character', async () => {
    const ask = await indexTitles(...titles);
    expect(await ask('柏の防災の訓練はいつ')).toMatchObject({ related: ['防災の訓練'], cities: ['even'] });
  });

  test('limits the results even if the city has none, and is not confused with a longer name', async () => {
    const ask = await indexTitles('道路', '防災の訓練');
    expect(await ask('柏市 防災')).toMatchObject({ related: [], cities: ['even'] });
    expect(await ask('柏原市 防災')).toMatchObject({ related: ['防災の訓練'], cities: ['odd'] });
  });

  test('lets in statistics, which do not push out what the city has', async () => {
    const ask = await indexDocuments(
      ['人口', 'statistic', null],
      ['町で人口の話', 'node', 'even'],
      ['町で人口の話', 'node', 'odd'],
      ['人口とは', 'term', null],
    );
    expect((await ask('柏市 人口')).related).toEqual(['人口', '町で人口の話']);
    expect((await ask('柏市の人口は何人')).related).toEqual(['人口', '町で人口の話']);
  });
});

describe('the office of a city', () => {
  test.each([
    ['柏市役所', '案内', '柏市'],
    ['柏市議会', '案内', '柏市'],
    ['柏市役所', '市役所の改築', '柏市', '市役所の改築'],
    ['柏市長', '市長の話', '市長の話'],
    ['柏市花火大会', '案内'],
    ['柏市は何県', '案内', '柏市'],
    ['柏市はいつ', '案内', '柏市'],
    ['柏市はいつ申し込み', '案内'],
    ['いつ', '案内'],
  ])(
    '%s with %s finds %s first: the city hall, and the city if nothing else is found of it',
    async (query, title, ...expected) => {
      const ask = await indexDocuments([title, 'node', 'even'], ['柏市', 'city', 'even'], ['柏原市', 'city', 'odd']);
      expect((await ask(query)).related).toEqual(expected);
    },
  );
});
