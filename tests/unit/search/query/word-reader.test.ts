import { expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import type { SearchDocument } from '../../../../src/search/search-documents.ts';
import { EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory } from '../index-in-memory.ts';

const sample: SearchDocument = {
  id: '0',
  kind: 'node',
  plan: null,
  municipality: 'odd',
  themes: [],
  names: [],
  url: '/0/',
  title: '未来',
  text: '',
};

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

test('the plan of a city comes before items about plans', async () => {
  const documents: SearchDocument[] = [
    { ...sample, title: '計画の策定' },
    { ...sample, id: '1', kind: 'plan', title: '部の方針', text: '部の計画です。' },
    { ...sample, id: '2', municipality: 'even', title: '計画の見直し' },
  ];
  const rows = [{ forms: ['計画'], planWords: [], role: 'question' as const }];
  const cities = [{ id: 'odd', title: '柏原市', url: '/odd/', forms: ['柏原市', '柏原'] }];
  const index = await openInMemory(
    keepInMemory(writeIndex(documents, { ...EMPTY_SOURCE, wordTable: { rows, cities } })),
  );
  expect((await index.search('柏原市の計画', NO_FILTERS)).related).toEqual([1, 0]);
  expect((await index.search('柏原市の計画の策定', NO_FILTERS)).related[0]).toBe(0);
});
