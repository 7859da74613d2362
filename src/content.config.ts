import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { TextFrontMatter } from './model/chapter.ts';
import type { Indicator } from './tables/indicators.ts';

/**
 * Loads the entries that the integration lists. In each build Astro compiles all that this file imports, so it
 * imports no code that reads a site. `render()` of Astro would need a module of the bundle for each text: `Prose.astro`
 * shows them.
 */
const createLoader = (collection: 'chapters' | 'guides' | 'indicators'): Loader => ({
  name: 'site-data',
  load: async (context) => {
    const { store, refreshContextData } = context;
    const entries = globalThis.listCollectionEntries(collection);
    const hasSameIds = entries.map(({ id }) => id).join('\n') === store.keys().join('\n');
    // Astro waits for half a second before it saves a store that was cleared.
    if (!refreshContextData || !hasSameIds) store.clear();
    // Reports to the integration that its request reached the loader.
    if (refreshContextData?.loaded instanceof Set) refreshContextData.loaded.add(collection);
    // Astro keeps an entry whose digest is the same.
    for (const entry of entries)
      store.set({ ...entry, data: await context.parseData(entry), digest: context.generateDigest(entry) });
  },
});

const schema = TextFrontMatter.pick({ title: true });

export const collections = {
  chapters: defineCollection({ loader: createLoader('chapters'), schema }),
  guides: defineCollection({ loader: createLoader('guides'), schema }),
  // They come from CSV, and the site data has checked them.
  indicators: defineCollection({ loader: createLoader('indicators'), schema: z.custom<Indicator>() }),
};
