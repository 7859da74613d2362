import { expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import { listCityNames } from '../../../../src/search/city-names.ts';
import { createDocument, EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';

const cities = [
  { id: 'kashiwa', title: '柏市', url: '/', forms: listCityNames('柏市', 'かしわし', 'Kashiwa', '千葉県') },
];

test('the name of a city beside that of a plan finds the plan before the page, whose text has this name', async () => {
  const list = [
    createDocument(0, '柏市', '千葉県\n第4章 推進', { municipality: 'kashiwa', kind: 'city' }),
    createDocument(1, '第4章 推進', '', { municipality: 'kashiwa', kind: 'plan' }),
    createDocument(2, '道', '推進', { municipality: 'kashiwa' }),
  ];
  const index = await openInMemory(keepInMemory(writeIndex(list, EMPTY_SOURCE)), undefined, cities);
  for (const query of ['柏市 推進', '柏市の第4章', '柏市 第4章 推進'])
    expect((await index.searchExact(query, NO_FILTERS)).exact[0], query).toBe(1);
});

test.each([
  ['柏市', [4, 3, 1, 0, 2]],
  ['千葉県柏市', [4, 3, 1, 0, 2]],
  ['柏市 計画', [3, 2, 0]],
  ['柏市の計画', [3, 2, 0]],
  ['柏市 指標', []],
  ['柏市の指標', []],
  ['柏市 取組', [1, 3]],
])(
  'the name of a city, alone or with 計画, finds its plans before what has the words in the title: %s',
  async (query, expected) => {
    const list = [
      createDocument(0, '柏市の計画づくり', '計画', { municipality: 'kashiwa' }),
      createDocument(1, '柏市の取組数', '', { municipality: 'kashiwa', kind: 'indicator' }),
      createDocument(2, '計画をつくる', '柏市、指標', { municipality: 'kashiwa' }),
      createDocument(3, '推進', '柏市の取組の計画', { municipality: 'kashiwa', kind: 'plan' }),
      createDocument(4, '柏市', '', { municipality: 'kashiwa', kind: 'city' }),
    ];
    const index = await openInMemory(keepInMemory(writeIndex(list, EMPTY_SOURCE)), undefined, cities);
    expect((await index.searchExact(query, NO_FILTERS)).exact).toEqual(expected);
  },
);
