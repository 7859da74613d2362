import { describe, expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import type { SearchFilters } from '../../../../src/search/query-index.ts';
import { EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';
import { listCityNames } from '../../../../src/search/city-names.ts';
import type { SearchDocument } from '../../../../src/search/search-documents.ts';

const synonyms = {
  spellings: [['子ども', '子供', 'こども']],
  readings: [
    ['まどぐち', '窓口'],
    ['たいのう', '滞納'],
    ['さいがい', '災害'],
    ['ぜいきん', '税金'],
    ['いけん', '意見'],
  ],
  everyday: [
    ['逃げ', '避難'],
    ['水道', '給水'],
    ['line', 'SNS'],
    ['住民', '市民'],
    ['住民票', '証明書'],
  ],
  topics: [['ごみ・資源', 'リサイクル']],
};

const cities = [
  { id: 'even', title: '柏市', url: '/even/', forms: listCityNames('柏市', 'かしわし', 'Kashiwa') },
  { id: 'odd', title: '柏原市', url: '/odd/', forms: listCityNames('柏原市', 'かしわらし', 'Kashiwara') },
];

const SOURCE = { ...EMPTY_SOURCE, synonyms: { ...synonyms, cities } };

/** Indexes documents with these titles and no text, and returns the search by titles. */
async function indexTitles(...titles: readonly string[]) {
  const all = titles.map((title, place): SearchDocument => ({
    id: String(place),
    kind: 'node',
    plan: null,
    municipality: place % 2 === 0 ? 'even' : 'odd',
    themes: [],
  names: [],
    url: `/${place}/`,
    title,
    text: '',
  }));
  const index = await openInMemory(keepInMemory(writeIndex(all, SOURCE)));
  return async (query: string, filters: SearchFilters = NO_FILTERS) => {
    const { exact, related, ...reason } = await index.search(query, filters);
    const shown = (list: readonly number[]) => list.map((place) => titles[place]);
    return { ...reason, exact: shown(exact), related: shown(related) };
  };
}

describe('a document with another spelling is related, and names the words that found it', () => {
  test.each([
    ['サーバー', 'サーバの更新', 'サーバ'],
    ['ワーク・ライフ', 'ワークライフの両立', 'ワークライフ'],
    ['ゴミ', 'ごみを減らす', 'ごみ'],
    ['ごみ', 'ゴミを減らす', 'ゴミ'],
    ['斎藤', '斉藤さんの店', '斉藤'],
    ['学校', '古い學校', '學校'],
    ['1,000', '1000の声', '1000'],
    ['5000', '5,000の家', '5,000'],
    ['子ども', '子供の声', '子供'],
    ['逃げたい', '避難の備え', '避難'],
    ['まどぐち', '窓口の案内', '窓口'],
    ['ﾏﾄﾞｸﾞﾁ', '窓口の案内', '窓口'],
    ['たいのう', '滞納の整理', '滞納'],
    ['資源', 'リサイクルの推進', 'リサイクル'],
  ])('%s finds %s', async (query, title, word) => {
    const ask = await indexTitles(title, '道路の工事');
    expect(await ask(query)).toMatchObject({ exact: [], related: [title], alsoSearched: [word] });
  });
});

test('documents with most parts of a query come first', async () => {
  const ask = await indexTitles('窓口の案内', '市役所の案内', '市役所と窓口', '道路');
  const { exact, related } = await ask('市役所の窓口');
  expect([exact, related[0]]).toEqual([[], '市役所と窓口']);
});

test.each([
  ['さいがい', 'サイトの案内', 'さい'],
  ['たいのう', 'たいしたのうか', 'たい'],
  ['意見', 'さいけん（債券）', 'いけん'],
])('%s does not find %s by the kana %s', async (query, title) => {
  const ask = await indexTitles(title);
  expect((await ask(query)).related).toEqual([]);
});

test('the beginning and the end of a long word find documents, but not its middle', async () => {
  const ask = await indexTitles('健康の相談', '保険の相談');
  expect((await ask('国民健康保険')).related).toEqual(['保険の相談']);
});

describe('the name of a city in a query', () => {
  const titles = ['防災の訓練', '防災の訓練', '道路', '柏の木'];

  test.each(['柏市 防災', '防災 柏市', '柏 防災', 'かしわし 防災', 'kashiwa 防災', '柏市の防災', '柏市防災'])(
    'lets in what is of that city alone: %s',
    async (query) => {
      const ask = await indexTitles(...titles);
      const { related, cities: named, optional } = await ask(query);
      expect([related, named, optional]).toEqual([['防災の訓練'], ['even'], []]);
    },
  );

  test('limits the results even if the city has none, and is not confused with a longer name', async () => {
    const ask = await indexTitles('道路', '防災の訓練');
    expect(await ask('柏市 防災')).toMatchObject({ related: [], cities: ['even'] });
    expect(await ask('柏原市 防災')).toMatchObject({ related: ['防災の訓練'], cities: ['odd'] });
  });

  test('allows words of the same topic if no document of the city contains the word', async () => {
    const ask = await indexTitles('リサイクル', '資源', '道路', '資源', '公園', '資源');
    expect(await ask('柏市 資源')).toMatchObject({ related: ['リサイクル'], alsoSearched: ['リサイクル'] });
  });
});

describe('the terms of a query', () => {
  test.each([
    ['what a noun says before what a verb does', '道路を歩く', ['歩くための本', '道路の工事'], ['道路の工事']],
    ['the longest everyday word', '住民票はどこで', ['市民の声', '証明書の発行'], ['証明書の発行']],
    ['everyday words in letters, not within others', 'onlineで学ぶ', ['SNSの案内'], []],
    ['known words of several scripts', '子どもの広場', ['子供の声', '子豚のまつり'], ['子供の声']],
    ['words in letters with their hyphens', 'Wi-Fiを使う', ['PFIとは'], []],
    ['no kana that are right by chance', '台風のとき', ['休みのとき'], []],
    ['hiragana with their long vowels', 'らーめんの店で', ['すーめの音'], []],
  ])('are found: %s', async (_what, query, titles, expected) => {
    const ask = await indexTitles(...titles);
    expect((await ask(query)).related.slice(0, Math.max(1, expected.length))).toEqual(expected);
  });
});

test('the results name the words that some of them lack', async () => {
  const ask = await indexTitles('窓口の案内', '市役所の案内', '市役所と窓口');
  expect((await ask('市役所 窓口 案内')).optional).toEqual(expect.arrayContaining(['市役所', '窓口']));
  expect((await ask('窓口の 市役所と')).optional).toEqual(['市役所']);
});

test.each([
  ['指定官理者制度', 'a character that is wrong'],
  ['指定理者制度', 'one left out'],
  ['指定管理理者制度', 'one put in'],
])('%s finds 指定管理者制度 (%s)', async (query) => {
  const ask = await indexTitles('指定管理者制度', '管理職の研修', '制度の説明');
  expect((await ask(query)).related).toContain('指定管理者制度');
});

test('words in kana within a query are recognized by their readings', async () => {
  const ask = await indexTitles('税金の窓口', '道路の工事');
  const { related, alsoSearched } = await ask('ぜいきんのまどぐち');
  expect([related, [...alsoSearched].sort()]).toEqual([['税金の窓口'], ['税金', '窓口'].sort()]);
});

test('a query with enough exact results has no related ones', async () => {
  const ask = await indexTitles('サーバ1', 'サーバ2', 'サーバ3', 'サーバ4', 'サーバ5', 'サーバー室');
  expect((await ask('サーバ')).related).toEqual([]);
  expect((await ask('サーバー')).related).toHaveLength(5);
});

test('a query whose filters leave few exact results has related ones', async () => {
  const ask = await indexTitles('水道1', '給水', '水道2', '電話', '水道3', '道路', '水道4', '橋', '水道5', '水路');
  const found = async (city: string) => (await ask('水道', { ...NO_FILTERS, city })).related;
  expect([await found('even'), await found('odd')]).toEqual([[], ['給水']]);
});

test('no document is both exact and related, and filters apply to both', async () => {
  const ask = await indexTitles('サーバ', 'サーバ', 'サーバー', 'サーバー');
  const { exact, related } = await ask('サーバー', { ...NO_FILTERS, city: 'even' });
  expect([exact, related]).toEqual([['サーバー'], ['サーバ']]);
});
