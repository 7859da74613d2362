import { z } from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** The URL of a web page. Other schemes could run a program (`javascript:`). */
const WebAddress = z.url({ protocol: /^https?$/, abort: true });

/** Returns true for a URL of a host without a path, a query or a user name. */
function isOrigin(text: string): boolean {
  const { href, origin } = new URL(text);
  return href === `${origin}/`;
}

/** A URI in ASCII for reports. RFC 9116 allows no web page without encryption, and a line break would begin a new field. */
const ReportAddress = z
  .url({ protocol: /^(?:https|mailto|tel)$/, abort: true })
  .regex(/^(?:https:\/\/|mailto:[!-?A-~]+@|tel:\+?\d)[!-~]+$/);

/** The settings in `site.config.json`. */
export const SiteConfig = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** The site's origin: `https://keikaku.example`. The path is in `base`. */
  site: WebAddress.refine(isOrigin).transform((text) => new URL(text).origin),
  /** The path of the site: `/` or `/plans/`. */
  base: z.string().regex(/^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/),
  publisher: z.string().min(1),
  /** A contact; empty if there is none yet. */
  contact: z.string(),
  /** Where to report a vulnerability, and the last day on which that holds; without it the site has no `security.txt`. */
  security: z.strictObject({ contact: ReportAddress, expires: z.iso.date() }).optional(),
  licence: z.strictObject({ id: z.string().min(1), name: z.string().min(1), url: WebAddress }),
  colours: z.strictObject({ theme: colour }),
  /** What part of the plans the site contains; empty if it contains them whole. */
  coverage: z.string().default(''),
  /** What the English pages say of the site; without it the site has none. */
  english: z
    .strictObject({
      name: z.string().min(1),
      description: z.string().min(1),
      coverage: z.string().default(''),
      licence: z.strictObject({ name: z.string().min(1), url: WebAddress }),
    })
    .optional(),
  /** True for made-up data: every page then has a notice. */
  fictional: z.boolean().default(false),
});
export type SiteConfig = z.infer<typeof SiteConfig>;
