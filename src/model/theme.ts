import { z } from 'zod';
import { Slug, Url } from './id.ts';

/** A subject that cuts across the plans of all cities, so that they can be read side by side. */
export const Theme = z.strictObject({
  id: Slug.meta({ title: 'テーマID', description: 'テーマのID' }),
  title: z.string().min(1).meta({ title: '名称', description: 'テーマの名前' }),
  description: z.string().meta({ title: '説明', description: 'テーマに入るもの' }),
  order: z.number().int().positive().meta({ title: '順序', description: '並べる順（1から）' }),
  url: Url,
});
export type Theme = z.infer<typeof Theme>;
