import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMdxBody } from './input/mdx-reader.ts';
import { Chapter, Guide } from './model/chapter.ts';
import { Indicator } from './tables/indicators.ts';
import { getSiteData, getSiteOptions } from './site-data/current-site-data.ts';
import type { SiteData } from './site-data/site-data.ts';
import { makesPath } from './site-data/site-part.ts';

/** Empties a collection, and tells the integration that its request reached the loader. */
function clearCollection({ store, collection, refreshContextData }: LoaderContext): void {
  store.clear();
  if (refreshContextData?.loaded instanceof Set) refreshContextData.loaded.add(collection);
}

/**
 * Loads texts of the site data from their files. `render()` of Astro would need a module of the bundle for each:
 * `Prose.astro` shows them.
 * @param list returns the texts to load; their ids are their paths below `content/`
 */
const loadTexts = (list: (siteData: SiteData) => readonly (Chapter | Guide)[]): Loader => ({
  name: 'site-data-texts',
  load: async (context) => {
    const { store } = context;
    clearCollection(context);
    for (const { id, title } of list(getSiteData())) {
      const body = readMdxBody(readFileSync(join(getSiteOptions().root, 'content', `${id}.mdx`)));
      const data = await context.parseData({ id, data: { title } });
      store.set({ id, data, body, digest: context.generateDigest(body) });
    }
  },
});

/** Loads the indicators of the site data, which come from CSV. */
const indicatorLoader: Loader = {
  name: 'site-data-indicators',
  load: async (context) => {
    const { store } = context;
    clearCollection(context);
    for (const indicator of getSiteData().indicators) {
      const data = await context.parseData({ id: indicator.id, data: { ...indicator } });
      store.set({ id: indicator.id, data, digest: context.generateDigest(data) });
    }
  },
};

export const collections = {
  chapters: defineCollection({
    loader: loadTexts((siteData) => siteData.chapters.filter(({ plan }) => makesPath(siteData, `plans/${plan}/`))),
    schema: Chapter.pick({ title: true }),
  }),
  guides: defineCollection({ loader: loadTexts(({ guides }) => guides), schema: Guide.pick({ title: true }) }),
  indicators: defineCollection({ loader: indicatorLoader, schema: Indicator }),
};
