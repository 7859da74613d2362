import { beforeAll, describe, expect, test } from 'vitest';
import { getBuiltSite, type BuiltSite } from './support/built-site.ts';
import { findDarkFaults, surveyPages, type PageSurvey } from './support/page-survey.ts';

/** Pages that do something only with a script, and say so without one. */
const SCRIPTED = /^(?:search|check)\/index\.html$/;

/** One page of each kind: the first whose address has the same first part and depth. */
function samples(pages: readonly PageSurvey[]): string[] {
  const kinds = Map.groupBy(pages, ({ file }) => `${file.split('/')[0] ?? ''} ${file.split('/').length}`);
  return [...kinds.values()].flatMap(([first]) => (first ? [first.file] : []));
}

describe.each(['root', 'mihon'] as const)('a reader of every page of the site “%s”', (name) => {
  let site: BuiltSite;
  let pages: readonly PageSurvey[];
  const faults = (of: (page: PageSurvey) => readonly string[]) =>
    pages.flatMap((page) => of(page).map((fault) => `${page.file} ${fault}`));
  const where = (bad: (page: PageSurvey) => boolean) => pages.filter(bad).map(({ file }) => file);

  beforeAll(async () => {
    site = getBuiltSite(name);
    pages = await surveyPages(site);
  }, 300_000);

  test('meets nothing that axe finds wrong', () => {
    expect(faults(({ axe }) => axe)).toEqual([]);
  });

  test('meets nothing that axe finds wrong in dark colours, on a page of each kind', async () => {
    expect(await findDarkFaults(site, samples(pages))).toEqual([]);
  });

  test('skips to the main part with Tab and Enter', () => {
    expect(where(({ file, skips }) => !skips && !file.startsWith('embed/'))).toEqual([]);
  });

  test('never scrolls sideways on a screen 320 px wide', () => {
    const wide = ({ overflow }: PageSurvey) => (overflow > 0 ? [`${overflow} px too wide`] : []);
    expect(faults(wide)).toEqual([]);
  });

  test('finds the same text with JavaScript off', () => {
    expect(where(({ file, sameWithoutScript }) => !SCRIPTED.test(file) && !sameWithoutScript)).toEqual([]);
  });

  test('finds every heading, sentence and cell of the main part in print', () => {
    expect(faults(({ unprinted }) => unprinted)).toEqual([]);
  });
});
