import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { join } from 'node:path';
import { z } from 'zod';
import { TextFrontMatter } from './model/chapter.ts';
import { Indicator } from './tables/indicators.ts';
import { PlanFrontMatter } from './model/plan.ts';
import { getSiteData, getSiteOptions } from './site-data/current-site-data.ts';
import { makesPath } from './site-data/site-part.ts';

/** Returns the path below `content/` without the extension, which is also the id in the site data. */
const generateId = (under: string) => (file: { entry: string }) => `${under}/${file.entry.replace(/\.mdx$/, '')}`;

const ALL = ['**/*.mdx'];

/** Returns the patterns of the texts of plans that the run makes pages of. */
function listPlanTexts(): string[] {
  if (getSiteOptions().part === undefined) return ALL;
  const siteData = getSiteData();
  return siteData.plans.filter(({ id }) => makesPath(siteData, `plans/${id}/`)).map(({ id }) => `${id}/**/*.mdx`);
}

/** Loads no texts. */
const emptyLoader: Loader = {
  name: 'no-texts',
  load: ({ store }) => {
    store.clear();
    return Promise.resolve();
  },
};

/** Loads the texts of a folder. Without the folder or any patterns, the collection is empty. */
const loadTexts = (under: string, pattern = ALL): Loader =>
  pattern.length === 0
    ? emptyLoader
    : glob({ base: join(getSiteOptions().root, 'content', under), pattern, generateId: generateId(under) });

/** Loads the indicators of the site data, which come from CSV. */
const indicatorLoader: Loader = {
  name: 'siteData-indicators',
  load: async (context) => {
    const { store } = context;
    store.clear();
    for (const indicator of getSiteData().indicators) {
      const data = await context.parseData({ id: indicator.id, data: { ...indicator } });
      store.set({ id: indicator.id, data, digest: context.generateDigest(data) });
    }
  },
};

export const collections = {
  chapters: defineCollection({
    loader: loadTexts('plans', listPlanTexts()),
    schema: z.union([PlanFrontMatter, TextFrontMatter]),
  }),
  guides: defineCollection({ loader: loadTexts('guides'), schema: TextFrontMatter }),
  indicators: defineCollection({ loader: indicatorLoader, schema: Indicator }),
};
