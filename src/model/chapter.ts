import { z } from 'zod';
import { RecordSlug } from './identifiers.ts';
import { PositiveInteger } from './quantity-schema.ts';

/** The front matter of MDX files except a plan's `index.mdx`: the body of an item page, a further text, a guide. */
export const TextFrontMatter = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  order: PositiveInteger.optional(),
  source: RecordSlug.optional(),
  place: z.string().min(1).optional(),
});
export type TextFrontMatter = z.infer<typeof TextFrontMatter>;

/** A page below `/about/` that is written as a text. */
export interface Guide {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly order: number | null;
  /** The plain text, one line for each block. */
  readonly text: string;
  readonly url: string;
}

/** A text of a plan that has a URL. */
export interface Chapter extends Omit<Guide, 'description'> {
  /** Path below `content/` without its ending: `plans/warabi-jiritsu/33`. */
  readonly id: string;
  readonly plan: string;
  /** `index` for the introduction, an item's code, or the slug of a further text. */
  readonly slug: string;
  readonly role: 'introduction' | 'body' | 'text';
  readonly source: string | null;
  readonly place: string;
  /** The glossary terms that the text links to. */
  readonly terms: readonly string[];
}

/** The placeholder that `npm run new` writes for texts that a person must write. It must not be published. */
export const TEXT_PLACEHOLDER = 'ここに書いてください';
