import { z } from 'zod';
import { findLowContrast } from './brand-colours.ts';
import { WebUrl } from './identifiers.ts';
import { joinPatterns, UNSEEN } from './text-patterns.ts';

const FORBIDDEN = joinPatterns(UNSEEN, /[\t\n\r\p{Cs}\p{Noncharacter_Code_Point}]|^\s+$/u);
/** A line without invisible characters, which XML forbids in feeds. A `regex` would be in the schemas of the API. */
export const SiteText = z.string().refine((text) => !FORBIDDEN.test(text));

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** Returns true for a URL of a host without a path, a query or a user name. URLs accept quotes in names of hosts. */
const isOrigin = (text: string) => /^https?:\/\/[\w.:[\]-]+\/$/.test(new URL(text).href);

/** A URI in ASCII for reports. RFC 9116 allows no page without encryption, and a line break would begin a field. */
const ReportContact = z
  .url({ protocol: /^(?:https|mailto|tel)$/, abort: true })
  .regex(/^(?:https:\/\/|mailto:[!-?A-~]+@|tel:\+?\d)[!-~]+$/);

/** Returns the address of a mailbox, without `mailto:`; null for other words. */
export const readMailbox = (text: string): string | null =>
  z.email().safeParse(text.trim().replace(/^mailto:/i, '')).data ?? null;

/** Returns false for a word with @ that is no address of a mailbox: koho@city,mytown. Other words can be a contact. */
const isContact = (text: string) => !/^[^\s/]+[@＠]\S*$/.test(text.trim()) || readMailbox(text) !== null;

/** The main colour on light or on dark pages: readable as text, and under text. */
const createBrandColour = (scheme: 'light' | 'dark') =>
  colour.superRefine((value, context) => {
    const low = findLowContrast(value, scheme);
    if (low) context.addIssue({ code: 'custom', params: { ...low, scheme } });
  });

/** The settings in `site.config.json`. */
export const SiteConfig = z.strictObject({
  name: SiteText.min(1),
  description: SiteText.min(1),
  /** The site's origin: `https://keikaku.example`. The path is in `base`. */
  site: WebUrl.refine(isOrigin).transform((text) => new URL(text).origin),
  /** The path of the site: `/` or `/plans/`. */
  base: z.string().regex(/^\/(?:(?!\.{1,2}\/)[A-Za-z0-9._~-]+\/)*$/),
  /** What ids in feeds begin with, if the site has moved: its first URL, by which feed readers know the entries. */
  feedIdBase: WebUrl.regex(/^https?:\/\/[\w.:[\]-]+\/(?:[\w.~-]+\/)*$/).optional(),
  publisher: SiteText.min(1),
  /** A contact; empty if there is none yet. */
  contact: SiteText.refine(isContact),
  /** Where to report a vulnerability, and the last day on which that holds; else the site has no `security.txt`. */
  security: z.strictObject({ contact: ReportContact, expires: z.iso.date() }).optional(),
  licence: z.strictObject({
    id: SiteText.min(1).meta({ title: 'ID', description: '利用条件の SPDX のID' }),
    name: SiteText.min(1).meta({ title: '名称', description: '利用条件の名前' }),
    url: WebUrl.meta({ title: 'アドレス', description: '利用条件の全文があるページ' }),
  }),
  /** The colour of the browser's own bars, and the main colour of pages; without it, pages are green. */
  colours: z.strictObject({
    theme: colour,
    brand: z.strictObject({ light: createBrandColour('light'), dark: createBrandColour('dark') }).optional(),
  }),
  /** A picture in `content/`: the mark beside the site's name and the icon of its pages. SVG could contain programs. */
  logo: z
    .string()
    .regex(/^content\/[a-z0-9-]+\.png$/)
    .optional(),
  /** What part of the plans the site contains; empty if it contains them whole. */
  coverage: SiteText.default(''),
  /** True if pages have pictures of their own for links from other sites, instead of one for the whole site. */
  linkPictures: z.boolean().default(true),
  /** What the English pages say of the site; without it the site has none. */
  english: z
    .strictObject({
      name: SiteText.min(1),
      description: SiteText.min(1),
      coverage: SiteText.default(''),
      licence: z.strictObject({ name: SiteText.min(1), url: WebUrl }),
    })
    .optional(),
  /** True for made-up data: every page then has a notice. */
  fictional: z.boolean().default(false),
});
export type SiteConfig = z.infer<typeof SiteConfig>;

/** True for a site without a host of its own yet: `.example` is for documentation only (RFC 2606). */
export const hasPlaceholderHost = ({ site }: Pick<SiteConfig, 'site'>): boolean =>
  new URL(site).hostname.endsWith('.example');
