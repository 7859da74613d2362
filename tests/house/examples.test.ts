import { describe, expect, test } from 'vitest';
import { modules } from '../support/modules.ts';

/**
 * Components that need no examples, because every page shows them whole, or because they do something only where they
 * stand.
 */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  Checker: '/check/ is the component, and its script looks for it once on a page',
  Design: 'the frames of the examples themselves',
  GuideNav: 'at the end of the page of the design',
  SiteFooter: 'at the end of every page',
  SiteHeader: 'at the top of every page',
};

/** It shows a text of the site, of which the made-up town has none; the guides are made of it. */
const NEEDS_A_TEXT = 'src/components/Prose/Prose.astro';

const files = modules('src/components/*/*.astro');
const folders = Map.groupBy(files, ({ path }) => path.split('/')[2] ?? '');
const isExamples = ({ path }: { readonly path: string }) => path.endsWith('/Examples.astro');
const examplesIn = (folder: string) => folders.get(folder)?.find(isExamples);
const shown = [...folders.keys()].filter((folder) => !(folder in SHOWN_ELSEWHERE));

describe('every component', () => {
  test.each(shown)('%s has examples beside it, in Examples.astro', (folder) => {
    const examples = examplesIn(folder);
    expect(examples?.imports.map(({ from }) => from)).toContain('src/components/Design/Example.astro');
    expect(examples?.exports).toEqual(['title']);
    expect(examples?.text).toContain('<Example title="');
  });

  test.each(shown)('in the folder %s is shown by an example, or by one that is', (folder) => {
    const parts = folders.get(folder) ?? [];
    const reached = new Set([`src/components/${folder}/Examples.astro`]);
    // A set gives what is added while it is walked, so that parts of parts are found too.
    for (const path of reached)
      for (const { from } of parts.find((part) => part.path === path)?.imports ?? []) reached.add(from);
    const left = parts.map(({ path }) => path).filter((path) => !reached.has(path) && path !== NEEDS_A_TEXT);
    expect(left).toEqual([]);
  });
});

test('what needs no examples is there, and has none', () => {
  const odd = Object.keys(SHOWN_ELSEWHERE).filter((folder) => !folders.has(folder) || examplesIn(folder));
  expect(odd).toEqual([]);
});
