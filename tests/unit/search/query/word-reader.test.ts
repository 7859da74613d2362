import { expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import type { SearchDocument } from '../../../../src/search/search-documents.ts';
import { createDocument, EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';

const sample = createDocument(0, '未来', '', { municipality: 'odd' });

/** Returns the number of files that a query needs to find the only document by one of these words of the table. */
async function countRequests(words: readonly string[], query: string): Promise<number> {
  const rows = words.map((word) => ({ forms: [word], planWords: [sample.title], role: 'subject' as const }));
  // Each shard of the table has the words of one first character.
  const files = writeIndex([sample], { ...EMPTY_SOURCE, wordTable: { rows, cities: [] } }, { size: 8 });
  let requests = 0;
  const index = await openInMemory(keepInMemory(files), () => requests++);
  expect((await index.search(query, NO_FILTERS)).related).toEqual([0]);
  return requests;
}

test('a word in a longer one of the table needs no file of its own', async () => {
  const alone = await countRequests(['若い世代'], '若い世代');
  expect(await countRequests(['若い世代', '世代'], '若い世代')).toBe(alone);
  expect(await countRequests(['若い世代', '世代'], '若い人の世代')).toBeGreaterThan(alone);
});

test('a query for the plans, indicators or statistics of a city finds these first', async () => {
  const documents: SearchDocument[] = [
    { ...sample, title: '計画の策定' },
    { ...sample, id: '1', kind: 'plan', title: '部の方針' },
    { ...sample, id: '2', kind: 'indicator', title: '応募の数' },
    { ...sample, id: '3', municipality: 'even', kind: 'plan', title: '計画' },
    { ...sample, id: '4', municipality: null, kind: 'statistic', title: '面積' },
    { ...sample, id: '5', municipality: null, kind: 'term', title: '統計' },
  ];
  const rows = [{ forms: ['計画', 'けいかく', 'plan'], planWords: [], role: 'question' as const }];
  const cities = [{ id: 'odd', title: '柏原市', url: '/odd/', forms: ['柏原市', '柏原'] }];
  const index = await openInMemory(
    keepInMemory(writeIndex(documents, { ...EMPTY_SOURCE, wordTable: { rows, cities } })),
  );
  const ask = async (query: string) => (await index.search(query, NO_FILTERS)).related;
  expect(await Promise.all(['柏原市の計画', '柏原 plan', '柏原市の指標', '柏原市 統計'].map(ask))).toEqual([
    [1, 0],
    [1, 0],
    [2],
    [4],
  ]);
  expect((await ask('柏原市の計画の策定'))[0]).toBe(0);
});

test('a word of questions in Japanese is not searched in English, but the other way', async () => {
  const rows = [{ forms: ['市役所', 'しやくしょ', 'townhall'], planWords: [], role: 'question' as const }];
  const ask = async (title: string, query: string) => {
    const files = writeIndex([{ ...sample, title }], { ...EMPTY_SOURCE, wordTable: { rows, cities: [] } });
    return (await (await openInMemory(keepInMemory(files))).search(query, NO_FILTERS)).related;
  };
  expect(await ask('townhall', 'しやくしょ')).toEqual([]);
  expect(await ask('市役所', 'しやくしょ')).toEqual([0]);
  expect(await ask('市役所', 'townhall')).toEqual([0]);
});
