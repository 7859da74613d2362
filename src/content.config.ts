import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'zod';
import { Chapter, Guide } from './model/chapter.ts';
import { getCollectionLists } from './site-data/collection-entries.ts';
import type { Indicator } from './tables/indicators.ts';

/** Empties a collection, and tells the integration that its request reached the loader. */
function clearCollection({ store, collection, refreshContextData }: LoaderContext): void {
  store.clear();
  if (refreshContextData?.loaded instanceof Set) refreshContextData.loaded.add(collection);
}

/**
 * Loads texts of the site data from their files. `render()` of Astro would need a module of the bundle for each:
 * `Prose.astro` shows them.
 */
const loadTexts = (collection: 'chapters' | 'guides'): Loader => ({
  name: 'site-data-texts',
  load: async (context) => {
    const { store } = context;
    clearCollection(context);
    for (const { id, data, body } of getCollectionLists()[collection]())
      store.set({ id, data: await context.parseData({ id, data }), body, digest: context.generateDigest(body) });
  },
});

/** Loads the indicators of the site data, which come from CSV. */
const indicatorLoader: Loader = {
  name: 'site-data-indicators',
  load: (context) => {
    const { store } = context;
    clearCollection(context);
    for (const indicator of getCollectionLists().indicators()) {
      const data = { ...indicator };
      store.set({ id: indicator.id, data, digest: context.generateDigest(data) });
    }
    return Promise.resolve();
  },
};

export const collections = {
  chapters: defineCollection({ loader: loadTexts('chapters'), schema: Chapter.pick({ title: true }) }),
  guides: defineCollection({ loader: loadTexts('guides'), schema: Guide.pick({ title: true }) }),
  // The site data has checked them.
  indicators: defineCollection({ loader: indicatorLoader, schema: z.custom<Indicator>() }),
};
