import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { locateFile, createIssue } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { blankFrontMatter, createColumnCounter } from '../../input/mdx-reader.ts';
import { memoizeByValue } from '../../model/collections.ts';
import { isWebUrl } from '../../model/identifiers.ts';
import {
  fillRoute,
  describingFiles,
  fixedPages,
  getGuidePath,
  getPlanItemPath,
  getRouteStart,
  otherPaths,
  routes,
} from '../../model/routes.ts';
import { listKeys } from '../../model/value-lists.ts';
import {
  findBrokenCharacter,
  findForbiddenText,
  findFormulaStart,
  findPlatformCharacters,
} from '../../tables/cells/cell-issues.ts';
import { createPageFinder } from '../../tables/tree.ts';
import { MDX_COMPONENTS, type MdxDocument } from '../mdx-document.ts';
import { type SiteCheck, listTexts, listUsedThemes, type ParsedPlan, type ValidationContext } from '../parsed-site.ts';
import { suggestWholeId } from './reference-checks.ts';

/** Reports bodies of plan items that don't exist or have no page. */
export const checkTextBodies: SiteCheck = (context, report) => {
  for (const { tree, bodies } of context.plans) {
    const rows = tree.rows.map(({ fields }) => fields);
    const findPage = createPageFinder(rows);
    for (const { slug, file } of bodies) {
      const location = locateFile(file);
      if (!tree.keys.has(slug) && !tree.lacksKeys)
        report.add(location, 'body-without-node', { value: slug, near: suggestChoice(slug, tree.keys) });
      else if (rows.some(({ code }) => code === slug) && findPage(slug) !== slug)
        report.add(location, 'body-without-page', { value: slug, near: findPage(slug) ?? '' });
    }
  }
};

/** Checks front matter like cells, because published tables contain it. */
function checkFront({ front, locate }: MdxDocument<Readonly<Record<string, unknown>>>, report: DiagnosticReport): void {
  for (const [key, entry] of Object.entries(front))
    for (const value of [entry].flat()) {
      if (typeof value !== 'string') continue;
      const issue = findFormulaStart(value) ?? findForbiddenText(value);
      if (issue) report.addIssue(locate(key), issue);
      // Numbers as the plan prints them, such as ①.
      if (key === 'numbers') continue;
      for (const { issue } of findPlatformCharacters(value)) report.addIssue(locate(key), issue);
    }
}

/** Headings and links that stay text: a sign is full-width or a space is missing: ＃見出し, ##見出し, ［名前］（/x/）. */
const UNREAD_MARKUP =
  /^(?:#*＃+|#{2,6}(?![#\s])).*|(?:\[[^\]]{0,100}\]（|［[^］]{0,100}］[(（])(?:\/|https?:)[^）)]{0,200}[）)]/u;

function checkBody({ file, markup, text: words }: MdxDocument<unknown>, report: DiagnosticReport): void {
  const isUndamaged = findBrokenCharacter(markup) === null;
  // A reference such as &#x202e; becomes its character.
  const referenced = isUndamaged ? findBrokenCharacter(words) : null;
  if (referenced) report.addIssue(locateFile(file), referenced.issue);
  const lines = blankFrontMatter(markup).split('\n');
  const countColumn = createColumnCounter(lines);
  for (const [index, text] of lines.entries()) {
    const locate = (at: number) => locateFile(file, index + 1, countColumn(index + 1, at + 1));
    const broken = isUndamaged ? null : findBrokenCharacter(text);
    for (const { index: at, issue } of [...(broken ? [broken] : []), ...findPlatformCharacters(text)])
      report.addIssue(locate(at), issue);
    const unread = UNREAD_MARKUP.exec(text);
    if (unread) report.add(locate(unread.index), 'unread-markup', { value: unread[0].trim().slice(0, 40) });
  }
}

/** Texts without a diagnostic, so that a check of the same texts again need not read them. */
const soundTexts = new WeakSet<object>();

/** Reports invisible, damaged and platform-dependent characters in texts, and signs that are not markup. */
export const checkMdxCharacters: SiteCheck = (context, report) => {
  for (const text of listTexts(context)) {
    if (soundTexts.has(text)) continue;
    const issues = report.diagnostics.length;
    checkFront(text, report);
    checkBody(text, report);
    if (report.diagnostics.length === issues) soundTexts.add(text);
  }
};

/** Reports code, raw HTML, images, first-level headings and unknown components in texts. */
export const checkMdxContent: SiteCheck = (context, report) => {
  const { plans } = context;
  const indicators = new Set(plans.flatMap(({ id, indicators: { keys } }) => [...keys].map((slug) => `${id}/${slug}`)));
  const unreadPlans = plans.filter((plan) => plan.indicators.lacksKeys).map(({ id }) => `${id}/`);
  for (const { file, parts } of listTexts(context))
    for (const { type, value, attributes, line, column } of parts) {
      const location = locateFile(file, line, column);
      if (type === 'code') report.add(location, 'code-in-text', { value: value.slice(0, 40) });
      if (type === 'image') report.add(location, 'image-in-text', { value: value.slice(0, 60) });
      if (type === 'heading' && value === '1') report.add(location, 'heading-too-high');
      if (type === 'lost')
        report.add(location, 'bad-mdx', {
          detail: `表のセル「${value.slice(0, 40)}」は、見出しの行より多いので、ページに出ません`,
          instead:
            '見出しの行にも同じ数のセルを書くか、余分なセルを消してください。文字としての | は、\\| と書きます。',
        });
      if (type === 'footnote') report.add(location, 'note-not-shown', { value });
      if (type === 'unread') report.add(location, 'unread-markup', { value });
      if (type !== 'component') continue;
      if (!MDX_COMPONENTS.includes(value))
        report.add(location, 'unknown-component', {
          value,
          near: suggestChoice(value, MDX_COMPONENTS),
          components: MDX_COMPONENTS.join('、'),
        });
      else if (attributes.children)
        report.add(location, 'bad-mdx', { detail: `<${value}> の中の文は、ページに出ません` });
      const id = attributes.id ?? '';
      if (value !== 'Indicator' || indicators.has(id) || unreadPlans.some((plan) => id.startsWith(plan))) continue;
      const ofSamePlan = /^[^/]+$/.test(id) ? suggestChoice(`${file.split('/')[2]}/${id}`, indicators) : '';
      report.add(location, 'unknown-indicator', { value: id, near: ofSamePlan || suggestWholeId(id, indicators) });
    }
};

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
  yield* describingFiles;
  for (const municipality of context.municipalities.keys) yield fillRoute(routes.municipality, { municipality });
  for (const plan of context.plans) yield* listPlanUrls(plan);
  // A row with errors may name a theme.
  const isSure = context.plans.every(({ tree }) => tree.isValid && tree.rows.length === tree.keys.size);
  const usedThemes = isSure ? listUsedThemes(context) : context.themes.keys;
  for (const theme of context.themes.keys) if (usedThemes.has(theme)) yield fillRoute(routes.theme, { theme });
  for (const term of context.terms.keys) yield fillRoute(otherPaths.term, { term });
  for (const source of context.sources.keys) yield fillRoute(otherPaths.source, { source });
  for (const { municipality, zones } of context.folders) {
    if (zones.keys.size > 0) yield fillRoute(routes.zones, { municipality });
    for (const zone of zones.keys) yield fillRoute(otherPaths.zone, { municipality, zone });
  }
  for (const { slug } of context.guides) yield getGuidePath(slug);
}

/** The tables that decide which links with a certain beginning are valid. */
const TABLES_OF_LINKS = {
  municipalities: routes.municipality,
  themes: routes.theme,
  terms: otherPaths.term,
  sources: otherPaths.source,
} as const;

/** A URL with a scheme (`https:`, `javascript:`), as browsers see it. */
const SCHEME = /^[^/#?]*:/;

/** Returns true for a web page or mail address. Any other scheme could run a program in the reader's browser. */
const leadsOutside = (value: string): boolean => isWebUrl(value) || /^mailto:[^\s@]+@\S+$/i.test(value);

/** Reports links to no page of the site or with an unsafe scheme, unless their plan or table could not be read. */
export const checkTextLinks: SiteCheck = (context, report) => {
  const urls = new Set(listUrls(context));
  // With the id of a plan, no page of another plan is meant.
  const listOfSamePlan = memoizeByValue((plan: string) =>
    context.planIds.has(plan) ? [...urls].filter((url) => url.split('/')[2] === plan) : urls,
  );
  const validPlans = new Set(
    context.plans
      .filter(({ tree, indicators }) => tree.isValid && tree.rows.length === tree.keys.size && !indicators.lacksKeys)
      .map(({ id }) => id),
  );
  const unreadNames = listKeys(TABLES_OF_LINKS).filter((name) => context[name].lacksKeys);
  const unreadZones = context.folders.filter(({ zones }) => zones.lacksKeys);
  const unreadStarts = [
    ...unreadNames.map((name) => getRouteStart(TABLES_OF_LINKS[name])),
    ...unreadZones.map(({ municipality }) => fillRoute(routes.zones, { municipality })),
  ];
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
          : createIssue('dead-link', {
              value,
              near: suggestChoice(value, listOfSamePlan(/^\/[a-z]+\/([^/]+)\//.exec(value)?.[1] ?? '')),
            }),
      );
    }
};
