import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import { listCityNames } from '../../../../src/search/city-names.ts';
import type { SearchFilters } from '../../../../src/search/query-index.ts';
import type { SearchDocument, DocumentKind } from '../../../../src/search/search-documents.ts';
import { splitQuery } from '../../../../src/search/search-text.ts';
import { getSearchableText, markWords } from '../../../../src/search/word-marks.ts';
import { isFull } from '../../../support/test-scope.ts';
import { createDocument, EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';

/** Texts of few different characters, so that keys are frequent; some take two units, some are normalized to others. */
const anyText = fc.string({
  unit: fc.constantFrom('市', '民', 'の', 'ｱ', 'ﾞ', '𩸽', '🏙', 'A', '①', ' ', '\n', '\ud83d', '\0'),
});

describe('the exact results are the documents whose texts contain the words', () => {
  test('for any texts, queries and shard sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 6,
        }),
        anyText,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 8, max: 400 }),
        async (texts, cuts, other, most, size) => {
          const documents = texts.map(([title, text], index) => createDocument(index, title, text));
          const forms = documents.map(getSearchableText);
          const files = keepInMemory(
            writeIndex(documents, EMPTY_SOURCE, {
              size,
              maxOccurrences: most,
            }),
          );
          const pieces = cuts.map(([which, from, length]) => {
            const form = forms[which % Math.max(1, forms.length)] ?? '';
            const start = from % Math.max(1, form.length);
            return form.slice(start, start + length);
          });
          for (const query of [...pieces, pieces.slice(0, 2).join(' '), other]) {
            const index = await openInMemory(files);
            const { exact, words } = await index.searchExact(query, NO_FILTERS);
            const wanted = splitQuery(query);
            const truth = forms.flatMap((form, index) =>
              wanted.length > 0 && wanted.every((word) => form.includes(markWords(word))) ? [index] : [],
            );
            expect([[...exact].sort((a, b) => a - b), words]).toEqual([truth, [...new Set(wanted)]]);
          }
        },
      ),
      { numRuns: isFull ? 200 : 20 },
    );
  });

  test.each([
    ['ai', [1]],
    ['PR', [2]],
    ['proj', [0]],
    ['とsns', [3]],
  ])('for %s at the beginning of Latin words', async (query, expected) => {
    const names = ['Project', 'raising AI', 'PRの冊子', 'LINEとSNS'];
    const documents = names.map((name, index) => createDocument(index, name, ''));
    const index = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
    expect((await index.searchExact(query, NO_FILTERS)).exact).toEqual(expected);
  });

  test('for a frequent text, which only longer keys find', async () => {
    const documents = Array.from({ length: 300 }, (_, index) =>
      createDocument(index, `市民${index}`, '市民の市民による市民のための市民参画'.repeat(1 + (index % 3))),
    );
    const files = keepInMemory(writeIndex(documents, EMPTY_SOURCE, { size: 600, maxOccurrences: 100 }));
    const index = await openInMemory(files);
    const count = async (query: string) => (await index.searchExact(query, NO_FILTERS)).exact.length;
    expect(await count('市民')).toBe(300);
    expect(await count('民による市民の')).toBe(300);
    expect(await count('参画市民の市民による')).toBe(200);
    expect(await count('参画市民参画')).toBe(0);
    expect(await count('市民1')).toBe(111);
  });
});

describe('exact results are sorted', () => {
  const titled = async (...list: readonly (readonly [string, string, DocumentKind?])[]) => {
    const documents = list.map(([title, text, kind = 'node'], index) => createDocument(index, title, text, { kind }));
    const index = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
    return async (query: string) =>
      (await index.searchExact(query, NO_FILTERS)).exact.map((index) => documents[index]?.title);
  };

  test('by the match: the whole title, its beginning, elsewhere in it, the text', async () => {
    const ask = await titled(['道路', '防災の道'], ['市の防災', ''], ['防災の日', ''], ['防災', '']);
    expect(await ask('防災')).toEqual(['防災', '防災の日', '市の防災', '道路']);
  });

  test('with a theme whose name contains the words first, unless another has this name', async () => {
    const ask = await titled(['防災の日', ''], ['市の防災', '', 'theme'], ['道', '防災', 'theme'], ['防災', '']);
    expect(await ask('防災')).toEqual(['防災', '市の防災', '防災の日', '道']);
  });

  test('by kind if that is equal, then in the order of the documents', async () => {
    const ask = await titled(['甲', '防災', 'dataset'], ['乙', '防災', 'chapter'], ['丙', '防災'], ['丁', '防災']);
    expect(await ask('防災')).toEqual(['丙', '丁', '乙', '甲']);
  });

  test.each<[string, [string, Partial<SearchDocument>][], string[]]>([
    [
      'first those of this name, by kind, also if they are of another city',
      [
        ['防災の日', { municipality: 'warabi' }],
        ['取組', { names: ['防災'], municipality: 'kashiwa' }],
        ['用語', { names: ['防災'], kind: 'term' }],
        ['統計', { names: ['防災'], kind: 'statistic' }],
        ['計画', { names: ['防災'], kind: 'plan' }],
        ['テーマ', { names: ['防災'], kind: 'theme' }],
        ['県', { names: ['防災'], kind: 'prefecture' }],
        ['市', { names: ['防災'], kind: 'city' }],
      ],
      ['市', '県', 'テーマ', '計画', '統計', '用語', '取組', '防災の日'],
    ],
    [
      'last those about the site itself, also if they have this name',
      [
        ['データ', { names: ['防災'], kind: 'dataset' }],
        ['説明', { names: ['防災'], kind: 'guide' }],
        ['地域', { text: '防災', kind: 'zone' }],
        ['市民の防災', { municipality: 'warabi' }],
      ],
      ['市民の防災', '地域', '説明', 'データ'],
    ],
    [
      'first those of the city, then indicators and statistics',
      [
        ['取組', { text: '防災' }],
        ['指標', { text: '防災', kind: 'indicator', municipality: 'kashiwa' }],
        ['統計', { text: '防災', kind: 'statistic' }],
        ['部署', { text: '防災', kind: 'department', municipality: 'warabi' }],
        ['蕨の取組', { text: '防災', municipality: 'warabi' }],
      ],
      ['蕨の取組', '部署', '指標', '統計', '取組'],
    ],
  ])('%s', async (_what, list, wanted) => {
    const documents = list.map(([title, more], index) => createDocument(index, title, '', more));
    const index = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
    const { exact } = await index.searchExact('防災', { ...NO_FILTERS, firstCity: 'warabi' });
    expect(exact.map((index) => documents[index]?.title)).toEqual(wanted);
  });

  test('alike for all cities if none comes first', async () => {
    const documents = [createDocument(0, '甲', '防災', { municipality: 'warabi' }), createDocument(1, '乙', '防災')];
    const index = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
    expect((await index.searchExact('防災', NO_FILTERS)).exact).toEqual([0, 1]);
  });

  test('in the same order whether texts were compared or keys read', async () => {
    const list = Array.from({ length: 40 }, (_, index) => [`防災無線の電話応答装置${index}`, '設置'] as const);
    const ask = await titled(...list);
    const before = await ask('防災無線の電話応答装置3');
    await ask('防災');
    expect(await ask('防災無線の電話応答装置3')).toEqual(before);
  });
});

describe('the name of a city', async () => {
  const cities = [
    { id: 'kashiwa', title: '柏市', url: '/', forms: listCityNames('柏市', 'かしわし', 'Kashiwa', '千葉県') },
    { id: 'kashiwara', title: '柏原市', url: '/', forms: listCityNames('柏原市', 'かしわらし', 'Kashiwara', '大阪府') },
    {
      id: 'fuchu-1',
      title: '府中市（東京都）',
      url: '/',
      forms: listCityNames('府中市', 'ふちゅうし', 'Fuchu', '東京都'),
    },
    {
      id: 'fuchu-2',
      title: '府中市（広島県）',
      url: '/',
      forms: listCityNames('府中市', 'ふちゅうし', 'Fuchu', '広島県'),
    },
  ];
  const names = ['柏市', 'かしわし', 'かしわ', 'Kashiwa', 'Kashiwara City', '府中市'];
  const documents = [
    createDocument(0, '道の市', '', { municipality: 'kashiwa', kind: 'city', names }),
    createDocument(1, '取組', '防災', { municipality: 'kashiwa' }),
    createDocument(2, '防災の日', '柏市の例', { municipality: 'kashiwara' }),
    createDocument(3, '防災の市', '', { municipality: 'kashiwara' }),
    createDocument(4, '避難', '防災と柏市', { municipality: 'kashiwara' }),
    createDocument(5, '統計', '防災 柏市 5人、柏原市 6人'),
    createDocument(6, '防災の道', '', { municipality: 'fuchu-1' }),
    createDocument(7, '防災の橋', '府中市', { municipality: 'fuchu-2' }),
    createDocument(8, '柏市防災', '', { municipality: 'kashiwa', kind: 'plan' }),
  ];
  const files = keepInMemory(writeIndex(documents, EMPTY_SOURCE));
  const index = await openInMemory(files, undefined, cities);
  const find = async (query: string, filters: Partial<SearchFilters> = {}) =>
    (await index.searchExact(query, { ...NO_FILTERS, ...filters })).exact;

  test.each([
    // By the other words; what only texts of other cities say is last.
    ['柏市 防災', [8, 1, 5, 2, 4]],
    ['防災　柏市', [8, 1, 5, 2, 4]],
    ['かしわ 防災', [8, 1]],
    ['kashiwa ぼうさい', []],
    ['ＫＡＳＨＩＷＡ 防災', [8, 1]],
    ['柏市 かしわ 防災', [8, 1]],
    ['柏原市 防災', [2, 3, 4, 5]],
    ['府中 防災', [6, 7]],
    ['柏 防災', [8, 1, 5, 2, 4]],
    ['カシワ 防災', [8, 1]],
    ['かしわ市 防災', [8, 1, 5, 2, 4]],
    ['千葉県柏市 防災', [8, 1, 5, 2, 4]],
    ['千葉県 柏市 防災', [8, 1, 5, 2, 4]],
    ['千葉県の 柏市 防災', [8, 1, 5, 2, 4]],
    ['柏市の 防災', [8, 1, 5, 2, 4]],
    ['柏市の防災 千葉県柏市で防災', [8, 1, 5, 2, 4]],
    ['柏市 柏原市 防災', [2, 3, 8, 1, 4, 5]],
    ['東京都府中市 防災', [6]],
    ['東京都府中市の防災', [6]],
    ['東京都 府中市 防災', [6]],
    ['広島県の 府中 防災', [7]],
    ['防災 柏市 防災', [8, 1, 5, 2, 4]],
    ['柏市の防災', [8, 1, 5, 2, 4]],
    ['千葉県柏市における防災', [8, 1, 5, 2, 4]],
    ['かしわの防災', [8, 1]],
    ['大阪府柏市 防災', []],
    ['大阪府柏市の防災', []],
    ['大阪府 柏市 防災', []],
    ['千葉県 防災', []],
    ['柏市 内閣府 防災', []],
    ['柏市 都道府県 防災', []],
  ])('beside other words is found in all that the city has, and in texts: %s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  test('beside the name of another city is found in texts with both: 柏市と柏原市', async () => {
    expect(await find('柏市と柏原市')).toEqual([5]);
  });

  test('alone, or in a longer word, is found only in texts', async () => {
    expect((await find('柏市')).toSorted()).toEqual([0, 2, 4, 5, 8]);
    for (const name of ['千葉県柏市', 'カシワ市', '千葉県 柏市', '千葉県の 柏市', '柏市の'])
      expect(await find(name)).toEqual(await find('柏市'));
    expect(await find('大阪府柏市')).toEqual([]);
    expect(await find('柏市立防災')).toEqual([]);
    expect(await find('柏市 かしわし')).toEqual([0]);
    expect(await find('柏市の例 防災')).toEqual([2]);
  });

  test('beside a name of its page finds the page first', async () => {
    expect((await find('柏市 道の市'))[0]).toBe(0);
    expect((await find('kashiwara city'))[0]).toBe(0);
  });

  test('agrees with filters and counts', async () => {
    expect(await find('柏市 防災', { city: 'kashiwa' })).toEqual([8, 1]);
    expect(await find('柏市 防災', { city: 'fuchu-1' })).toEqual([]);
    expect(await find('柏市 防災', { kind: 'plan' })).toEqual([8]);
    const { counts } = await index.searchExact('柏市 防災', NO_FILTERS);
    expect(Object.fromEntries(counts.city)).toEqual({ kashiwa: 2, kashiwara: 2 });
  });

  test('means nothing in an index whose reader knows no cities', async () => {
    const other = await openInMemory(files);
    expect((await other.searchExact('柏市 防災', NO_FILTERS)).exact.toSorted()).toEqual([2, 4, 5, 8]);
  });
});

describe('filters and counts', async () => {
  const documents = Array.from({ length: 60 }, (_, index) =>
    createDocument(index, `取組${index}`, '', {
      kind: index % 5 === 0 ? 'indicator' : 'node',
      municipality: [null, 'warabi', 'kashiwa'][index % 3] ?? null,
      themes: [[], ['a'], ['a', 'b'], ['b']][index % 4] ?? [],
    }),
  );
  const index = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
  const passes = (one: SearchDocument, { city, kind, theme }: SearchFilters) =>
    (city === null || one.municipality === city) &&
    (kind === null || one.kind === kind) &&
    (theme === null || one.themes.includes(theme));
  const anyFilters = fc.record({
    city: fc.constantFrom(null, 'warabi', 'kashiwa', 'nowhere'),
    kind: fc.constantFrom<DocumentKind | null>(null, 'node', 'indicator', 'zone'),
    theme: fc.constantFrom(null, 'a', 'b', 'none'),
  });

  test('agree with a check of every document', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const { exact, counts } = await index.search('取組', filters);
        const matching = documents.flatMap((one, index) => (passes(one, filters) ? [index] : []));
        expect([...exact].sort((a, b) => a - b)).toEqual(matching);
        const count = (name: keyof SearchFilters, valueOf: (one: SearchDocument) => readonly (string | null)[]) => {
          const others = documents.filter((one) => passes(one, { ...filters, [name]: null }));
          const values = others.flatMap(valueOf).filter((value) => value !== null);
          return new Map([...Map.groupBy(values, (value) => value)].map(([value, list]) => [value, list.length]));
        };
        expect(counts.city).toEqual(count('city', (one) => [one.municipality]));
        expect(counts.kind).toEqual(count('kind', (one) => [one.kind]));
        expect(counts.theme).toEqual(count('theme', (one) => one.themes));
      }),
    );
  });

  test('rows contain the documents in the requested order', async () => {
    const rows = await index.rows([42, 7, 42]);
    expect(rows).toMatchObject([documents[42], documents[7], documents[42]]);
  });
});

test('the same documents give the same bytes', () => {
  const documents = Array.from({ length: 30 }, (_, index) => createDocument(index, `題${index}`, '市民の声を聴く'));
  expect(keepInMemory(writeIndex(documents, EMPTY_SOURCE))).toEqual(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
});

test('in a small index, few texts with three keys of a query are compared, before its other keys are read', async () => {
  const documents = Array.from({ length: 20 }, (_, index) => {
    const text = index % 5 === 0 ? '防災無線の電話応答装置' : '防災と無線と電話と応答と装置';
    // Characters that differ, so that the keys are in many files.
    const others = String.fromCharCode(...[0x4e00, 0x5e00].map((code) => code + index * 37));
    return createDocument(index, `題${index}`, text + others);
  });
  let loaded = 0;
  const files = keepInMemory(writeIndex(documents, EMPTY_SOURCE, { size: 60 }));
  const index = await openInMemory(files, () => loaded++);
  loaded = 0;
  expect((await index.searchExact('防災無線の電話応答装置', NO_FILTERS)).exact).toEqual([0, 5, 10, 15]);
  expect(loaded).toBeLessThanOrEqual(7);
});

test('a query with units that are beside each other in no document loads no file', async () => {
  const documents = ['市民の声', '道路'].map((title, index) => createDocument(index, title, ''));
  let loaded = 0;
  const index = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)), () => loaded++);
  loaded = 0;
  expect((await index.searchExact('声道', NO_FILTERS)).exact).toEqual([]);
  expect(loaded).toBe(0);
  expect((await index.searchExact('民の', NO_FILTERS)).exact).toEqual([0]);
  expect(loaded).toBeGreaterThan(0);
});

test('a word in few documents is compared with their texts before all its keys are loaded', async () => {
  const words = ['デジタル市民サイネージ', 'ジタバタ', 'ネーム', 'タルト', 'サイン', 'ページ'];
  const documents = Array.from({ length: 60 }, (_, index) =>
    createDocument(
      index,
      index % 20 === 0 ? 'デジタルサイネージ' : (words[index % words.length] ?? ''),
      `番号${index}`,
    ),
  );
  const files = keepInMemory(writeIndex(documents, EMPTY_SOURCE, { size: 20 }));
  let loaded = 0;
  const index = await openInMemory(files, () => loaded++);
  loaded = 0;
  const { exact } = await index.searchExact('デジタルサイネージ', NO_FILTERS);
  await index.rows(exact);
  expect(exact).toEqual([0, 20, 40]);
  expect(loaded).toBeLessThanOrEqual(6);
});

test('words that no document contains are not suggested', async () => {
  const words = ['市民', '市場'].map((title) => ({ kind: 'term' as const, url: '/', title, names: [title] }));
  const files = writeIndex([createDocument(0, '市民の声', '')], { ...EMPTY_SOURCE, wordSuggestions: words });
  const suggestions = await (await openInMemory(keepInMemory(files))).suggest('市', 9);
  expect(suggestions.map(({ title }) => title)).toEqual(['市民', '市民の声']);
});

test('an aborted search is reported as aborted, and can be repeated', async () => {
  const files = keepInMemory(writeIndex([createDocument(0, '市民', '')], EMPTY_SOURCE));
  const index = await openInMemory(files);
  const stop = new AbortController();
  stop.abort();
  await expect(index.search('市民', NO_FILTERS, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect((await index.search('市民', NO_FILTERS)).exact).toEqual([0]);
});
