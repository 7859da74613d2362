import { z } from 'zod';
import { PositiveInteger } from './quantity-schema.ts';
import { RecordSlug } from './identifiers.ts';

/** The front matter of every MDX file except a plan's `index.mdx`: the body of an item page, a further text, a guide. */
export const TextFrontMatter = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  order: PositiveInteger.optional(),
  source: RecordSlug.optional(),
});
export type TextFrontMatter = z.infer<typeof TextFrontMatter>;

/** A text of a plan that has a URL. */
export const Chapter = z.strictObject({
  /** Path below `content/` without its ending: `plans/warabi-jiritsu/33`. */
  id: z.string().min(1),
  plan: RecordSlug,
  /** `index` for the introduction, an item's code, or the slug of a further text. */
  slug: z.string().min(1),
  role: z.enum(['introduction', 'body', 'text']),
  title: z.string().min(1),
  order: PositiveInteger.nullable(),
  source: RecordSlug.nullable(),
  /** The glossary terms that the text links to. */
  terms: z.array(RecordSlug),
  /** The plain text, one line for each block. */
  text: z.string(),
  url: z.string().startsWith('/'),
});
export type Chapter = z.infer<typeof Chapter>;

/** A page below `/about/` that is written as a text. */
export const Guide = z.strictObject({
  id: z.string().min(1),
  slug: z.string().min(1),
  title: z.string().min(1),
  description: z.string(),
  order: PositiveInteger.nullable(),
  /** The plain text, one line for each block. */
  text: z.string(),
  url: z.string().startsWith('/'),
});
export type Guide = z.infer<typeof Guide>;

/** The placeholder that `npm run new` writes for texts that a person must write. It must not be published. */
export const TEXT_PLACEHOLDER = 'ここに書いてください';
