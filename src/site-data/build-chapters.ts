import type { ParsedPlan, ParsedText } from '../validation/parsed-site.ts';
import type { MdxDocument } from '../validation/mdx-document.ts';
import type { Chapter, Guide } from '../model/chapter.ts';
import { getRouteStart, places } from '../model/routes.ts';
import type { SiteUrls } from './urls.ts';

/** Compares two texts: the texts with an `order` come first, the others follow by slug. */
function compareOrder(a: { order: number | null; slug: string }, b: { order: number | null; slug: string }): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || (a.slug < b.slug ? -1 : 1);
}

const TERM_LINK = new RegExp(`^${getRouteStart(places.term)}([a-z0-9-]+)$`);

/** Returns the terms that a text links to, each once, in the order of the text. */
function listLinkedTerms({ parts }: MdxDocument<unknown>): string[] {
  const ids = parts.flatMap(({ type, value }) => (type === 'link' ? (TERM_LINK.exec(value)?.[1] ?? []) : []));
  return [...new Set(ids)];
}

/** Builds the texts of a plan: its introduction, its further texts, the bodies of its items. */
export function buildChapters(plan: ParsedPlan, urls: SiteUrls): Chapter[] {
  const createChapter = (role: Chapter['role'], one: ParsedText, url: string): Chapter => ({
    id: one.id,
    plan: plan.id,
    slug: one.slug,
    role,
    title: one.front.title,
    order: one.front.order ?? null,
    source: one.front.source ?? null,
    terms: listLinkedTerms(one),
    text: one.text,
    url,
  });
  const introduction = { ...plan.index, id: `plans/${plan.id}/index`, slug: 'index' };
  return [
    createChapter('introduction', introduction, urls.plan(plan.id)),
    ...plan.texts.map((one) => createChapter('text', one, urls.planText(plan.id, one.slug))).sort(compareOrder),
    ...plan.bodies.map((one) => createChapter('body', one, urls.planItem(plan.id, one.slug))),
  ];
}

/** Builds the guides below `/about/` that are texts. */
export function buildGuides(guides: readonly ParsedText[], urls: SiteUrls): Guide[] {
  return guides
    .map(({ id, slug, front, text }) => ({
      id,
      slug,
      title: front.title,
      description: front.description ?? '',
      text,
      order: front.order ?? null,
      url: urls.guide(slug),
    }))
    .sort(compareOrder);
}
