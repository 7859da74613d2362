import { describe, expect, test } from 'vitest';
import { writeIndex, writeIndexInThread } from '../../../src/search/build-index.ts';
import { createEmptyFolder } from '../../support/fixture-site.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { EMPTY_SOURCE } from './index-in-memory.ts';

const shared = { plan: null, municipality: null, themes: [], names: [], url: '/terms/' };
const documents = [{ ...shared, id: 'a', kind: 'term' as const, title: '防災', text: '地震にそなえる' }];

describe('an index that a thread builds', () => {
  test('has the same files as one that this thread builds', async () => {
    const word = { title: '地震', url: '/search/?q=地震', kind: 'word', names: ['地震', 'じしん'] } as const;
    const source = {
      ...EMPTY_SOURCE,
      wordSuggestions: [word, { ...word, title: '道路' }],
      pageTitles: new Map([['a', '用語']]),
    };
    const files = await writeIndexInThread(documents, source, REPOSITORY_FOLDER);
    expect(files).toEqual([...writeIndex(documents, source)]);
  });

  test('reports an error of the thread', async () => {
    const writing = writeIndexInThread(documents, EMPTY_SOURCE, createEmptyFolder());
    await expect(writing).rejects.toThrow('index-worker.ts');
  });
});
