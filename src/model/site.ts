import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** The address of a page: one that a link may lead to, not a program (`javascript:`). */
const WebAddress = z.url({ protocol: /^https?$/, abort: true });

/** True for an address of a host, with neither a path nor anything behind it, and without a user's name. */
function isOrigin(text: string): boolean {
  const { href, origin } = new URL(text);
  return href === `${origin}/`;
}

/** `site.config.json`: what a site is called, where it stands and who answers for it. */
export const SiteConfig = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** The site's address without a path, which stands in `base`: `https://keikaku.example`. */
  site: WebAddress.refine(isOrigin).transform((text) => new URL(text).origin),
  /** The path that the site stands under: `/` or `/plans/`. */
  base: z.string().regex(/^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/),
  publisher: z.string().min(1),
  /** An address to write to, or empty while there is none. */
  contact: z.string(),
  licence: z.strictObject({ id: z.string().min(1), name: z.string().min(1), url: WebAddress }),
  colours: z.strictObject({ theme: colour }),
  /** A site of made-up data says so on every page. */
  fictional: z.boolean().default(false),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
