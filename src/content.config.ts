import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { Chapter, Guide } from './model/chapter.ts';
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
    store.clear();
    // Tells the integration that its request reached the loader.
    if (refreshContextData?.loaded instanceof Set) refreshContextData.loaded.add(collection);
    for (const entry of globalThis.listCollectionEntries(collection))
      store.set({
        ...entry,
        data: await context.parseData(entry),
        digest: context.generateDigest(entry.body ?? entry.data),
      });
  },
});

export const collections = {
  chapters: defineCollection({ loader: createLoader('chapters'), schema: Chapter.pick({ title: true }) }),
  guides: defineCollection({ loader: createLoader('guides'), schema: Guide.pick({ title: true }) }),
  // They come from CSV, and the site data has checked them.
  indicators: defineCollection({ loader: createLoader('indicators'), schema: z.custom<Indicator>() }),
};
