import { GENERATED_GUIDES } from '../../model/chapter.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue } from '../../diagnostics/diagnostic.ts';
import { createPageLookup } from '../page-lookup.ts';
import type { ValidationContext, SiteCheck } from '../validation-context.ts';
import type { MdxDocument } from '../mdx-document.ts';

/** Pages that every site has. */
const ALWAYS = [
  '/',
  '/plans/',
  '/indicators/',
  '/themes/',
  '/glossary/',
  '/compare/',
  '/data/',
  '/changes/',
  '/search/',
  '/search/kana/',
  '/check/',
  ...GENERATED_GUIDES.map((slug) => `/about/${slug}/`),
];

function* planAddresses({
  id,
  tree,
  texts,
  indicators,
}: ValidationContext['plans'][number]): Generator<string> {
  yield `/plans/${id}/`;
  const rows = tree.rows.map(({ fields }) => fields);
  const { findPage } = createPageLookup(rows);
  for (const { code } of rows) {
    const page = findPage(code);
    if (page === code) yield `/plans/${id}/${code}/`;
    else yield `/plans/${id}/${page === null ? '' : `${page}/`}#${code}`;
  }
  for (const { slug } of texts) yield `/plans/${id}/text/${slug}/`;
  for (const slug of indicators.keys) yield `/indicators/${id}/${slug}/`;
}

/** Every address inside the site that a text may link to. */
function* addressesOf(known: ValidationContext): Generator<string> {
  yield* ALWAYS;
  for (const id of known.municipalities.keys) yield `/cities/${id}/`;
  for (const plan of known.plans) yield* planAddresses(plan);
  for (const id of known.themes.keys) yield `/themes/${id}/`;
  for (const id of known.terms.keys) yield `/glossary/#${id}`;
  for (const id of known.sources.keys) yield `/data/#source-${id}`;
  for (const { municipality, zones } of known.zones) {
    if (zones.rows.length > 0) yield `/zones/${municipality}/`;
    for (const id of zones.keys) yield `/zones/${municipality}/#${id}`;
  }
  for (const { slug } of known.guides) yield slug === 'index' ? '/about/' : `/about/${slug}/`;
}

/** Registers that a page lists, by the beginning of the links into it. */
const LISTED = {
  '/cities/': 'municipalities',
  '/themes/': 'themes',
  '/glossary/#': 'terms',
  '/data/#': 'sources',
} as const;

/** An address that begins with a scheme (`https:`, `javascript:`), as browsers see it. */
const SCHEME = /^[^/#?]*:/;

/** What may be linked to outside the site: pages and mail. Any other scheme could run a program in the reader's browser. */
function leadsOutside(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) ? URL.canParse(value) : /^mailto:[^\s@]+@\S+$/i.test(value);
}

/**
 * Links in texts lead to pages that are there, or to other sites and mail. A plan whose files have errors of their own is not held against them, nor
 * is a list that could not be read.
 */
export const checkTextLinks: SiteCheck = (known, report) => {
  const addresses = new Set(addressesOf(known));
  const sound = new Set(
    known.plans
      .filter(
        ({ tree, indicators }) => tree.whole && tree.rows.length === tree.keys.size && !indicators.unread,
      )
      .map(({ id }) => id),
  );
  const unread = Object.entries(LISTED).flatMap(([start, list]) => (known[list].unread ? [start] : []));
  const unsure = (link: string) => {
    if (unread.some((start) => link.startsWith(start))) return true;
    const plan = /^\/(?:plans|indicators)\/([^/]+)\//.exec(link)?.[1];
    return plan !== undefined && known.planIds.has(plan) && !sound.has(plan);
  };
  const check = ({ file, parts }: MdxDocument<unknown>) => {
    for (const { type, value, line, column } of parts) {
      if (type !== 'link' || addresses.has(value) || unsure(value) || leadsOutside(value)) continue;
      report.add(
        { file, line, column, field: '' },
        SCHEME.test(value)
          ? createIssue('bad-link', { value: value.slice(0, 60) })
          : createIssue('dead-link', { value, near: suggestChoice(value, addresses) }),
      );
    }
  };
  for (const { index, bodies, texts } of known.plans) [index, ...bodies, ...texts].forEach(check);
  known.guides.forEach(check);
};
