import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillRoute, fixedPages, GENERATED_GUIDES, isEmbedPath, menuItems, routes } from '../../../src/model/routes.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

/** Astro's pages that no link leads to. */
const UNLINKED = ['404.astro', '[...moved].astro'];

/** The routes of page files that make other routes than the one of their name. */
const FILE_ROUTES: Readonly<Record<string, readonly string[]>> = {
  'about/[...guide].astro': [routes.guide, routes.guides, routes.staffGuide, routes.staffGuideBelow],
  '[...explore].astro': [routes.explore, routes.exploreInPrefecture],
  'compare/[...comparison].astro': [
    routes.compare,
    routes.compareKind,
    routes.compareInPrefecture,
    routes.compareKindInPrefecture,
  ],
};

function listFileRoutes(file: string): readonly string[] {
  const path = `/${file.replace(/(?:^|\/)index\.astro$|\.astro$/, '')}/`.replace('//', '/');
  return FILE_ROUTES[file] ?? [path.replace('[lang]', 'en').replace(/\[(?:\.{3})?(\w+)\]/g, '{$1}')];
}

test('the list of routes contains every page file, and nothing else', () => {
  const files = globSync('**/*.astro', { cwd: join(REPOSITORY_FOLDER, 'src/pages') })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !UNLINKED.includes(file));
  expect(files.flatMap(listFileRoutes).sort()).toEqual(Object.values(routes).toSorted());
});

test('parameters are filled in', () => {
  expect(fillRoute(routes.planText, { plan: 'a', slug: 'b' })).toBe('/plans/a/text/b/');
});

test('the fixed pages are the main pages and the generated guides', () => {
  const menu = menuItems.map(({ path }) => path).filter((path) => path !== routes.guides);
  const guides = GENERATED_GUIDES.map((guide) => fillRoute(routes.guide, { guide }));
  expect(fixedPages).toEqual(expect.arrayContaining([...menu, ...guides]));
  expect(fixedPages.filter((path) => /\{|\/embed\//.test(path) || path === routes.guides)).toEqual([]);
  expect(guides).toContain(routes.staffGuide);
});

test('a page for frames is below /embed/: a plan may have that id', () => {
  expect(isEmbedPath(routes.compareEmbed)).toBe(true);
  expect(isEmbedPath(fillRoute(routes.plan, { plan: 'embed' }))).toBe(false);
});
