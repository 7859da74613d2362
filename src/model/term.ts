import { z } from 'zod';
import { Slug, Url } from './id.ts';

/** A word that a resident would stop at, explained. */
export const Term = z.strictObject({
  id: Slug.meta({ title: '用語ID', description: '用語のID' }),
  title: z.string().min(1).meta({ title: '用語', description: '言葉' }),
  reading: z.string().meta({ title: 'よみ', description: '読み（ひらがな）' }),
  aliases: z.array(z.string()).meta({ title: '別表記', description: '同じ意味のほかの書き方' }),
  description: z.string().min(1).meta({ title: '説明', description: '言葉の説明' }),
  url: Url,
});
export type Term = z.infer<typeof Term>;
