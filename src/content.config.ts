import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { join } from 'node:path';
import { z } from 'zod';
import { TextFrontMatter } from './model/chapter.ts';
import { Indicator } from './tables/indicators.ts';
import { PlanFrontMatter } from './model/plan.ts';
import { getSiteData, getSiteOptions } from './site-data/current-site-data.ts';

/** Ids are the paths below `content/` without the ending, as the site data's chapters and guides have them. */
const generateId = (under: string) => (file: { entry: string }) => `${under}/${file.entry.replace(/\.mdx$/, '')}`;

/** Folder of texts; a site that has none of a kind simply has an empty collection. */
const texts = (under: string) =>
  glob({
    base: join(getSiteOptions().root, 'content', under),
    pattern: '**/*.mdx',
    generateId: generateId(under),
  });

/** Offers the indicators that the site data has read from CSV as a collection. */
const portalIndicators: Loader = {
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
  chapters: defineCollection({ loader: texts('plans'), schema: z.union([PlanFrontMatter, TextFrontMatter]) }),
  guides: defineCollection({ loader: texts('guides'), schema: TextFrontMatter }),
  indicators: defineCollection({ loader: portalIndicators, schema: Indicator }),
};
