import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** `site.config.json`: what a site is called, where it stands and who answers for it. */
export const SiteFile = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** The site's address without a path: `https://keikaku.example`. */
  site: z.url({ protocol: /^https?$/ }),
  /** The path that the site stands under: `/` or `/plans/`. */
  base: z.string().regex(/^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/),
  publisher: z.string().min(1),
  /** An address to write to, or empty while there is none. */
  contact: z.string(),
  licence: z.strictObject({ id: z.string().min(1), name: z.string().min(1), url: z.url() }),
  colours: z.strictObject({ theme: colour }),
  /** A site of made-up data says so on every page. */
  fictional: z.boolean().default(false),
});
export type SiteFile = z.infer<typeof SiteFile>;
