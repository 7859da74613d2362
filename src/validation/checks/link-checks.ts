import {
  fillRoute,
  fixedPages,
  getGuidePath,
  getPlanItemPath,
  getRouteStart,
  places,
  routes,
} from '../../model/routes.ts';
import { listKeys } from '../../model/value-lists.ts';
import { listTexts, listUsedThemes, type ParsedPlan, type ValidationContext, type SiteCheck } from '../parsed-site.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue, locateFile } from '../../diagnostics/diagnostic.ts';
import { createPageFinder } from '../../tables/tree.ts';

function* listPlanUrls({ id: plan, tree, texts, indicators }: ParsedPlan): Generator<string> {
  yield fillRoute(routes.plan, { plan });
  const rows = tree.rows.map(({ fields }) => fields);
  const findPage = createPageFinder(rows);
  for (const { code } of rows) yield getPlanItemPath(plan, findPage(code), code);
  // The URL of the only item at the top leads to the plan.
  const roots = rows.filter(({ parent }) => parent === null);
  if (roots.length === 1) for (const { code } of roots) yield getPlanItemPath(plan, code, code);
  for (const { slug } of texts) yield fillRoute(routes.planText, { plan, slug });
  for (const slug of indicators.keys) yield fillRoute(routes.indicator, { indicator: `${plan}/${slug}` });
}

/** Yields every URL of the site that a text may link to. */
function* listUrls(context: ValidationContext): Generator<string> {
  yield* fixedPages;
  for (const municipality of context.municipalities.keys) yield fillRoute(routes.municipality, { municipality });
  for (const plan of context.plans) yield* listPlanUrls(plan);
  // A row with errors may name a theme.
  const isSure = context.plans.every(({ tree }) => tree.isValid && tree.rows.length === tree.keys.size);
  const usedThemes = isSure ? listUsedThemes(context) : context.themes.keys;
  for (const theme of context.themes.keys) if (usedThemes.has(theme)) yield fillRoute(routes.theme, { theme });
  for (const term of context.terms.keys) yield fillRoute(places.term, { term });
  for (const source of context.sources.keys) yield fillRoute(places.source, { source });
  for (const { municipality, zones } of context.folders) {
    if (zones.rows.length > 0) yield fillRoute(routes.zones, { municipality });
    for (const zone of zones.keys) yield fillRoute(places.zone, { municipality, zone });
  }
  for (const { slug } of context.guides) yield getGuidePath(slug);
}

/** The tables that decide which links with a certain beginning are valid. */
const TABLES_OF_LINKS = {
  municipalities: routes.municipality,
  themes: routes.theme,
  terms: places.term,
  sources: places.source,
} as const;

/** A URL with a scheme (`https:`, `javascript:`), as browsers see it. */
const SCHEME = /^[^/#?]*:/;

/** Returns true for a web page or mail address. Any other scheme could run a program in the reader's browser. */
function leadsOutside(value: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(value) ? URL.canParse(value) : /^mailto:[^\s@]+@\S+$/i.test(value);
}

/**
 * Reports links in texts that lead to no page of the site, and links with an unsafe scheme. Links into a plan with errors
 * of its own, or into a table that could not be read, are not reported.
 */
export const checkTextLinks: SiteCheck = (context, report) => {
  const urls = new Set(listUrls(context));
  const validPlans = new Set(
    context.plans
      .filter(({ tree, indicators }) => tree.isValid && tree.rows.length === tree.keys.size && !indicators.lacksKeys)
      .map(({ id }) => id),
  );
  const unreadStarts = listKeys(TABLES_OF_LINKS).flatMap((name) =>
    context[name].lacksKeys ? [getRouteStart(TABLES_OF_LINKS[name])] : [],
  );
  const isUncertain = (link: string) => {
    if (unreadStarts.some((start) => link.startsWith(start))) return true;
    const plan = /^\/(?:plans|indicators)\/([^/]+)\//.exec(link)?.[1];
    return plan !== undefined && context.planIds.has(plan) && !validPlans.has(plan);
  };
  for (const { file, parts } of listTexts(context))
    for (const { type, value, line, column } of parts) {
      if (type !== 'link' || urls.has(value) || isUncertain(value) || leadsOutside(value)) continue;
      report.addIssue(
        locateFile(file, line, column),
        SCHEME.test(value)
          ? createIssue('bad-link', { value: value.slice(0, 60) })
          : createIssue('dead-link', { value, near: suggestChoice(value, urls) }),
      );
    }
};
