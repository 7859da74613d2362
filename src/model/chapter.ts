import { z } from 'zod';
import { RecordSlug } from './identifiers.ts';

/** Front matter of every MDX file but a plan's `index.mdx`: a node's body, a further text, a guide. */
export const TextFrontMatter = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  order: z.number().int().positive().optional(),
  source: RecordSlug.optional(),
});
export type TextFrontMatter = z.infer<typeof TextFrontMatter>;

/** A text of a plan that has an address: where it stands and what it is called. */
export const Chapter = z.strictObject({
  /** Path below `content/` without its ending: `plans/warabi-jiritsu/33`. */
  id: z.string().min(1),
  plan: RecordSlug,
  /** `index` for the introduction, a node's code, or the slug of a further text. */
  slug: z.string().min(1),
  role: z.enum(['introduction', 'body', 'text']),
  title: z.string().min(1),
  order: z.number().int().positive().nullable(),
  source: RecordSlug.nullable(),
  /** Terms of the glossary that the text links to. */
  terms: z.array(RecordSlug),
  /** The words of the text, a line for each block. */
  text: z.string(),
  url: z.string().startsWith('/'),
});
export type Chapter = z.infer<typeof Chapter>;

/** A page under `/about/` that is made from a text. */
export const Guide = z.strictObject({
  id: z.string().min(1),
  slug: z.string().min(1),
  title: z.string().min(1),
  description: z.string(),
  order: z.number().int().positive().nullable(),
  /** The words of the text, a line for each block. */
  text: z.string(),
  url: z.string().startsWith('/'),
});
export type Guide = z.infer<typeof Guide>;

/** What `npm run new` writes where a person has to write the plan's own words. It must not be published. */
export const TEXT_PLACEHOLDER = 'ここに書いてください';
