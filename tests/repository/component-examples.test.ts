import { describe, expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/**
 * Components that need no examples, because every page shows them whole, or because they do something only where they
 * stand.
 */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  Checker: '/check/ is the component, and its script looks for it once on a page',
  Design: 'the frames of the examples themselves',
  GuideNav: 'at the end of the page of the design',
  SearchPage: '/search/ is the component, and its script looks for it once on a page',
  SiteFooter: 'at the end of every page',
  SiteHeader: 'at the top of every page',
};

/** Parts of components that no example can show, because the made-up town lacks what they work with. */
const NOT_IN_THE_TOWN: Readonly<Record<string, string>> = {
  'src/components/data/DataTable.astro':
    'its script fetches a file of the open data; the pages of tables show it',
  'src/components/plan/ThemeMunicipalities.astro':
    'its lines are the places of the cities, which on the page of the design are the columns of a theme',
  'src/components/text/Prose.astro': 'it shows a text of the site; the guides are made of it',
};

const files = readModules('src/components/*/*.astro');
const folders = Map.groupBy(files, ({ path }) => path.split('/')[2] ?? '');
const isExamples = ({ path }: { readonly path: string }) => path.endsWith('/Examples.astro');
const examplesIn = (folder: string) => folders.get(folder)?.find(isExamples);
const shown = [...folders.keys()].filter((folder) => !(folder in SHOWN_ELSEWHERE));

describe('every component', () => {
  test.each(shown)('%s has examples beside it, in Examples.astro', (folder) => {
    const examples = examplesIn(folder);
    expect(examples?.imports.map(({ from }) => from)).toContain('examples/design/ExampleFrame.astro');
    expect(examples?.exports).toEqual(['title']);
    expect(examples?.text).toContain('<Example title="');
  });

  test.each(shown)('in the folder %s is shown by an example, or by one that is', (folder) => {
    const parts = folders.get(folder) ?? [];
    const reached = new Set([`src/components/${folder}/Examples.astro`]);
    // A set gives what is added while it is walked, so that parts of parts are found too.
    for (const path of reached)
      for (const { from } of parts.find((part) => part.path === path)?.imports ?? []) reached.add(from);
    const left = parts.map(({ path }) => path).filter((path) => !reached.has(path));
    const lacking = Object.keys(NOT_IN_THE_TOWN).filter((path) => path.split('/')[2] === folder);
    expect(left.sort()).toEqual(lacking);
  });
});

test('what needs no examples is there, and has none', () => {
  const odd = Object.keys(SHOWN_ELSEWHERE).filter((folder) => !folders.has(folder) || examplesIn(folder));
  expect(odd).toEqual([]);
});
