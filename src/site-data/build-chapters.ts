import type { ParsedPlan, ParsedText } from '../validation/parsed-site.ts';
import type { MdxDocument } from '../validation/mdx-document.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import { getRouteStart, places } from '../model/routes.ts';
import type { SiteUrls } from './urls.ts';

/** Texts with an `order` come first, by it; the others after them, by their slugs. */
function byOrder(
  a: { order: number | null; slug: string },
  b: { order: number | null; slug: string },
): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || (a.slug < b.slug ? -1 : 1);
}

const TERM_LINK = new RegExp(`^${getRouteStart(places.term)}([a-z0-9-]+)$`);

/** The terms that a text links to, each once, in the order of the text. */
function linkedTerms({ parts }: MdxDocument<unknown>): string[] {
  const ids = parts.flatMap(({ type, value }) => (type === 'link' ? (TERM_LINK.exec(value)?.[1] ?? []) : []));
  return [...new Set(ids)];
}

/** The texts of a plan: its introduction, its further texts, the bodies of its nodes. */
export function buildChapters(plan: ParsedPlan, address: SiteUrls): Chapter[] {
  const text = (role: 'body' | 'text', one: ParsedText): Chapter => ({
    id: one.id,
    plan: plan.id,
    slug: one.slug,
    role,
    title: one.front.title,
    order: one.front.order ?? null,
    source: one.front.source ?? null,
    terms: linkedTerms(one),
    text: one.text,
    url: role === 'text' ? address.planText(plan.id, one.slug) : address.planItem(plan.id, one.slug),
  });
  return [
    {
      id: `plans/${plan.id}/index`,
      plan: plan.id,
      slug: 'index',
      role: 'introduction',
      title: plan.index.front.title,
      order: null,
      source: plan.index.front.source,
      terms: linkedTerms(plan.index),
      text: plan.index.text,
      url: address.plan(plan.id),
    },
    ...plan.texts.map((one) => text('text', one)).sort(byOrder),
    ...plan.bodies.map((one) => text('body', one)),
  ];
}

/** The pages under `/about/`. */
export function buildGuides(guides: readonly ParsedText[], address: SiteUrls): Guide[] {
  return guides
    .map(({ id, slug, front, text }) => ({
      id,
      slug,
      title: front.title,
      description: front.description ?? '',
      text,
      order: front.order ?? null,
      url: address.guide(slug),
    }))
    .sort(byOrder);
}
