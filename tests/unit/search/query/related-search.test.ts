import { describe, expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import type { SearchDocument } from '../../../../src/search/search-documents.ts';
import { keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';
import { indexDocuments, indexTitles, SOURCE } from './search-by-titles.ts';

describe('a document with another spelling is related, and names the words that found it', () => {
  test.each([
    ['サーバー', 'サーバの更新', 'サーバ'],
    ['ワーク・ライフ', 'ワークライフの両立', 'ワークライフ'],
    ['ゴミ', 'ごみを減らす', 'ごみ'],
    ['ごみ', 'ゴミを減らす', 'ゴミ'],
    ['斎藤', '斉藤さんの店', '斉藤'],
    ['学校', '古い學校', '學校'],
    ['經營', '経営の話', '経営'],
    ['敎員の數', '教員の数', '教員'],
    ['圖書館', '公共施設の話', '公共施設'],
    ['1,000', '1000の声', '1000'],
    ['5000', '5,000の家', '5,000'],
    ['子ども', '子供の声', '子供'],
    ['逃げたい', '避難の備え', '避難'],
    ['水道', '給水車の備え', '給水'],
    ['まどぐち', '窓口の案内', '窓口'],
    ['ﾏﾄﾞｸﾞﾁ', '窓口の案内', '窓口'],
    ['たいのう', '滞納の整理', '滞納'],
    ['tax', '税金の話', '税金'],
    ['しゃくしょ', '市役所の改築', '市役所'],
    ['拍木', '柏木さんの店', '柏木'],
    ['madoguchi', '窓口の案内', '窓口'],
    ['ど・ろーん', 'ドローンの点検', 'ドローン'],
    ['税企相談室', '税金相談室の話', '税金相談室'],
    ['taino', '滞納の整理', '滞納'],
  ])('%s finds %s', async (query, title, word) => {
    const ask = await indexTitles(title, '道路の工事');
    expect(await ask(query)).toMatchObject({ exact: [], related: [title], relatedWords: [word], alsoSearched: [word] });
  });
});

test.each([
  ['R6', '2024年の声', '2024'],
  ['2024年度', '令和6年の声', '令和6'],
  ['令和元年', '平成31年度末の声', '平成31'],
  ['令和六年', '2024年の声', '2024'],
  ['令和六年度', '2024年の声', '2024'],
  ['西暦2024年', '令和6年の声', '令和6'],
  ['2030年', '令和12年度の声', '令和12'],
])('%s finds %s, and names the year with 年', async (query, title, word) => {
  const ask = await indexTitles(title, '道路の工事');
  expect(await ask(query)).toMatchObject({ related: [title], relatedWords: [`${word}年`], alsoSearched: [word] });
});

test('a query in Japanese finds English names, but does not name their words', async () => {
  const ask = await indexTitles('tax office', '道路の工事');
  expect(await ask('税金')).toMatchObject({ related: ['tax office'], relatedWords: [''], alsoSearched: [] });
});

test('a query with old forms of characters is read with the new ones, unless a document contains it', async () => {
  const ask = await indexDocuments(
    ['千葉の市', 'city', 'even'],
    ['図書の話', 'node', 'odd'],
    ['学校の話', 'node', null],
  );
  expect(await ask('千葉縣柏市')).toMatchObject({ exact: [], related: ['千葉の市'], cities: ['even'] });
  const askOther = await indexTitles('圖書館の話', '公共施設の話');
  expect(await askOther('圖書館')).toMatchObject({ exact: ['圖書館の話'], related: [] });
});

test('a query that only names cities finds their pages', async () => {
  const ask = await indexDocuments(['千葉の市', 'city', 'even'], ['大阪の市', 'city', 'odd'], ['話', 'node', 'even']);
  expect((await ask('柏市と柏原市')).related).toEqual(['千葉の市', '大阪の市']);
  for (const query of ['柏市とは', '柏市について', '千葉県の 柏市'])
    expect((await ask(query)).related).toEqual(['千葉の市']);
});

test('documents with most words of a query come first', async () => {
  const ask = await indexTitles('滞納の案内', '税金の案内', '税金と滞納', '道路', '公園', '橋', '川', '山');
  const { exact, related } = await ask('税金の滞納');
  expect([exact, related[0]]).toEqual([[], '税金と滞納']);
});

test.each([
  ['is a word of the query', '窓口の案内', '窓口'],
  ['begins with it', '案内と窓口', '窓口と窓口の案内'],
  ['has it in its first part', '案内 窓口', '窓口と案内'],
])('a document whose title %s comes first', async (_what, ...titles) => {
  const ask = await indexTitles(...titles);
  expect((await ask('まどぐち')).related).toEqual(titles.toReversed());
});

test('words of names and texts find documents, but not those of the long text of a guide', async () => {
  const ask = await indexDocuments(
    ['名前', 'node', null, { names: ['窓口'] }],
    ['長い文', 'guide', null, { text: '窓口の案内' }],
    ['長い名前', 'guide', null, { names: ['災害の窓口'] }],
    ['文', 'node', null, { text: '案内\n窓口' }],
  );
  expect((await ask('まどぐち')).related).toEqual(['名前', '文']);
  expect((await ask('さいがい')).related).toEqual(['長い名前']);
  const askNumbered = await indexDocuments(['項', 'node', null, { names: ['窓口1-2'] }]);
  expect((await askNumbered('まどぐち')).related).toEqual([]);
  const askOther = await indexDocuments(['店', 'node', null, { text: '斉藤さんの店' }]);
  expect((await askOther('斎藤')).related).toEqual(['店']);
});

describe('a word is found where a word begins', () => {
  test.each([
    ['ごみ 処理', 'ごみ処理の計画', 'the first part of a compound'],
    ['環境', '市の環境を守る', 'after hiragana'],
    ['支援 費用', '費用（支援）', 'after a bracket'],
    ['支援 費用', '柏市支援の費用', 'after the name of a city'],
  ])('%s finds %s: %s', async (query, title) => {
    const ask = await indexTitles(title, '橋', '川', '山');
    const { exact, related } = await ask(`${query} いつ`);
    expect([exact, related]).toEqual([[], [title]]);
  });

  test.each([
    ['環境', 'デジタル環境'],
    ['環境', '職場環境'],
    ['立病院', '柏市立病院'],
    ['ライツ', 'ネーミングライツ'],
    ['ライン', 'ラインナップ'],
    ['LINE', 'SNS2の案内'],
    ['ローン', 'ドローン'],
    ['さい', 'あさい川'],
    ['pfi', 'wi-fi'],
  ])('%s does not find %s', async (query, title) => {
    const ask = await indexTitles(title, '橋', '川', '山');
    expect((await ask(`${query} いつ`)).related).toEqual([]);
  });
});

test.each([
  ['さいがい', 'サイトの案内', 'さい'],
  ['たいのう', 'たいしたのうか', 'たい'],
  ['意見', 'さいけん（債券）', 'いけん'],
  ['さいがい', 'やまださいがいかん', 'さいがい'],
  ['いけんがい', '意見の声', 'いけん'],
  ['いけんなか', '意見の声', 'いけん'],
  ['ごうがい', 'ごうの声', 'ごう'],
])('%s does not find %s by the kana %s', async (query, title) => {
  const ask = await indexTitles(title);
  expect((await ask(query)).related).toEqual([]);
});

test('less is enough if documents contain every word of a query, though none contains all', async () => {
  const others = Array.from({ length: 20 }, (_, index) => `橋${index}`);
  const ask = await indexTitles('避難の備え', '給水の備え', '話', ...others);
  expect((await ask('逃げたい 水道')).related).toEqual(['避難の備え', '給水の備え']);
  const askOther = await indexTitles('避難の備え', '話', ...others);
  expect((await askOther('逃げたい 水道')).related).toEqual([]);
});

test('two letters find a short word that begins with them, if no document contains them', async () => {
  const ask = await indexTitles('SNSの案内', 'snapshotの案内');
  expect(await ask('sn')).toMatchObject({ exact: [], related: ['SNSの案内'], alsoSearched: ['sns'] });
  const askOther = await indexTitles('SNの案内', 'SNSの案内');
  expect(await askOther('SN')).toMatchObject({ exact: ['SNの案内'], related: [] });
});

describe('nothing is shown', () => {
  test.each([
    ['if most of the query is unknown', '窓口 花火大会 駐輪場', ['窓口の案内']],
    ['for what plans do not tell', '窓口の申し込み', ['窓口の案内']],
    ['for a compound whose end is unknown', '税金還付', ['税金の話']],
    ['for unknown words', '花火大会', ['文化の祭典', 'API']],
    ['for a year in an era that ended long before', '2024年', ['昭和99の声']],
    ['for a word before an amount in a compound', '税金 花火観客三千人', ['税金の話']],
    ['for a wrong compound that asks for guidance', '窓口申し込み', ['窓口申し込の話']],
  ])('%s: %s', async (_what, query, titles) => {
    const ask = await indexTitles(...titles, '橋', '川', '山');
    expect(await ask(query)).toMatchObject({ exact: [], related: [], relatedWords: [], alsoSearched: [] });
  });
});

describe('a word that asks for guidance', () => {
  test('finds what documents say of it by its reading, alone', async () => {
    const ask = await indexTitles('花壇の話', '植木の話', '窓口の案内');
    expect(await ask('かだん')).toMatchObject({ exact: [], related: ['花壇の話'], alsoSearched: ['花壇'] });
    expect((await ask('かだん 窓口')).related).toEqual([]);
  });

  test('finds nothing by what romaji may mean, nor a city beside it', async () => {
    const ask = await indexDocuments(['花壇の話', 'node', 'odd'], ['千葉の市', 'city', 'even']);
    for (const query of ['kadan', 'koukan', '柏市 かだん']) expect((await ask(query)).related).toEqual([]);
  });
});

describe('question words', () => {
  test('have no weight and are not missing words', async () => {
    const ask = await indexTitles('税金の話', '橋', '川', '山');
    expect(await ask('税金はいつ使っているか知りたい')).toMatchObject({ related: ['税金の話'], optional: [] });
  });

  test('count if there is nothing else', async () => {
    const ask = await indexTitles('使う（道具）', '世の中', '川', '山');
    expect((await ask('使いたい')).related).toEqual(['使う（道具）']);
    expect((await ask('いつ使いたい')).related).toEqual([]);
  });

  test('that ask for a number put indicators first', async () => {
    const kinds = { 税金の案内: 'node', 税金の指標: 'indicator' } as const;
    const all = Object.entries(kinds).map(([title, kind]): SearchDocument => {
      return {
        id: title,
        kind,
        plan: null,
        municipality: null,
        themes: [],
        url: '/',
        title,
        names: [],
        text: 'この文。',
      };
    });
    const index = await openInMemory(keepInMemory(writeIndex(all, SOURCE)));
    const first = async (query: string) => (await index.search(query, NO_FILTERS)).related[0];
    expect([await first('税金はいつ'), await first('税金は何人'), await first('税金は何社')]).toEqual([0, 1, 1]);
  });
});

test.each([
  ['税金とは', '税金の用語'],
  ['税金の話と税金', '税金の話'],
  ['税金と税金の違いは?', '税金の用語'],
])('%s finds %s first: a query for a meaning puts terms first, and none a dataset', async (query, title) => {
  const ask = await indexDocuments(['税金の話', 'node', null], ['税金の用語', 'term', null], ['税金', 'dataset', null]);
  expect((await ask(query)).related[0]).toBe(title);
});

test('a plan item without a sentence comes after others with the word at the same place of the title', async () => {
  const ask = await indexDocuments(
    ['避難の事業', 'node', 'even', { text: '担当：防災課' }],
    ['避難の訓練', 'node', 'even', { text: '訓練をします。' }],
    ['避難の用語', 'term', null],
  );
  expect((await ask('逃げる')).related).toEqual(['避難の訓練', '避難の用語', '避難の事業']);
});

test('a title that is the word comes before one that is a longer word', async () => {
  const ask = await indexTitles('斉藤家', '斉藤', '橋', '川');
  expect((await ask('斎藤')).related).toEqual(['斉藤', '斉藤家']);
});

test.each(
  '第五次税金 税金3万人 98％の税金 税金七万人 10年間の税金 1.5倍の税金 税金500億円以上 税金40パーセント 6-7年の税金'.split(
    ' ',
  ),
)('an ordinal or an amount is no missing word: %s', async (query) => {
  const ask = await indexTitles('税金の話', '橋', '川', '山');
  expect(await ask(query)).toMatchObject({ related: ['税金の話'], optional: [] });
});

test('a part of a long text is enough', async () => {
  const title = '税金と窓口と滞納と災害と意見とごみの話';
  const ask = await indexTitles(title, '橋', '川', '山');
  const others = '花火、大会、駐輪、動物、遊園、音楽';
  expect((await ask(`税金、窓口、滞納、災害、意見、ごみ、${others}`)).related).toEqual([title]);
  expect((await ask(`税金、窓口、滞納、災害、${others}`)).related).toEqual([]);
});

test.each([
  ['窓口1-2', ['窓口の話'], ['1-2']],
  ['まどぐち 10-1-3', ['窓口の話'], ['10-1-3']],
  ['1-2', [], []],
])('the number of an item, which texts lack, is a missing word: %s', async (query, related, optional) => {
  const ask = await indexTitles('窓口の話', '橋', '川', '山');
  expect(await ask(query)).toMatchObject({ exact: [], related, optional });
});

test('missing words are shown in their dictionary form', async () => {
  const ask = await indexTitles('税金と滞納', '避難と税金と滞納', '橋', '川', '山', '海');
  expect((await ask('税金 滞納 逃げたい')).optional).toEqual(['逃げる']);
});

describe('the terms of a query', () => {
  test.each([
    ['a reading before another one', 'ぜいきんまどぐち', ['税金の窓口', '橋'], ['税金の窓口']],
    ['what a noun says before what a verb does', '道路を歩く', ['歩くための本', '道路の工事'], ['道路の工事']],
    ['a noun that ends like an adjective', '税金と障がい', ['障がいの話', '税金の話'], ['障がいの話', '税金の話']],
    ['the longest everyday word', '住民票はどこで', ['市民の声', '証明書の発行'], ['証明書の発行']],
    ['everyday words in letters, not within others', 'onlineで学ぶ', ['SNSの案内'], []],
    ['known words of several scripts', '子どものために', ['子供の声', '子豚のまつり'], ['子供の声']],
    ['words in letters with their hyphens', 'Wi-Fiを使う', ['PFIとは'], []],
    ['no kana that are right by chance', '台風のとき', ['休みのとき'], []],
    ['a word before kana that no word begins with', '子どもばっかり', ['子供の声', '橋の声'], ['子供の声']],
    ['a word with a polite prefix after any kana', 'いつからお意見', ['意見の声', '橋の声'], ['意見の声']],
    ['a noun although a verb in kana follows', '税金 つかれたよね', ['税金の話', '橋の声'], ['税金の話']],
    ['a word that is also a form of another', 'いつもの', ['意見の場', '橋の声'], ['意見の場']],
    ['a word that the query writes with a space', '図書 館', ['公共施設の話', '橋の声'], ['公共施設の話']],
    ['a word with a space for の', '学校 屋根', ['太陽光の話', '橋の声'], ['太陽光の話']],
    ['a word with a space for で', '屋上 発電', ['太陽光の話', '橋の声'], ['太陽光の話']],
    ['a long number', '7528人くらい', ['7528人の声', '橋の声'], ['7528人の声']],
    ['hiragana with their long vowels', 'らーめんの店で', ['すーめの音'], []],
  ])('are found: %s', async (_what, query, titles, expected) => {
    const ask = await indexTitles(...titles);
    expect((await ask(query)).related.slice(0, Math.max(1, expected.length))).toEqual(expected);
  });
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

test.each([
  ['ゴミ', true, 'guides and datasets that only mention the word'],
  ['案内', false, 'a guide with the word in its title'],
  ['橋', false, 'a document about a plan'],
  ['山', false, 'no document'],
])('exact results of %s are aside: %s, they are %s', async (query, isAside) => {
  const ask = await indexDocuments(
    ['案内', 'guide', null, { text: 'ゴミ、橋' }],
    ['表', 'dataset', null, { text: 'ゴミ、橋' }],
    ['川', 'node', null, { text: '橋' }],
  );
  expect((await ask(query)).isAside).toBe(isAside);
});

test('no document is both exact and related, and filters apply to both', async () => {
  const ask = await indexTitles('サーバ', 'サーバ', 'サーバー', 'サーバー');
  const { exact, related } = await ask('サーバー', { ...NO_FILTERS, city: 'even' });
  expect([exact, related]).toEqual([['サーバー'], ['サーバ']]);
});
