import { describe, expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/** Components without examples, with the reason. */
const WITHOUT_EXAMPLES: Readonly<Record<string, string>> = {
  'data/DataTable': 'its script loads a file of the open data; the pages of the tables show it',
  'data/FigureDownloads': 'its links lead to files of the open data; buttons have an example',
  'explore/ActionSquares': 'it is a part of the home page, and its script allows only one on a page',
  'explore/ExploreList': 'it is a part of /explore/',
  'explore/ThemeTiles': 'it is a part of the page of a municipality',
  'map/MunicipalityMaps': 'it is a part of the page of a municipality; cards show a shape',
  'plan/CityTopics': 'it is a part of the page of a municipality',
  'plan/EnglishOutline': 'it is the main part of the English page of a plan',
  'plan/MissingThemes': 'it is a part of the page of a municipality',
  'plan/PlanCoverage': 'it is a part of the page of a municipality',
  'site/PageHead': 'it is at the top of every page',
  'site/SiteFooter': 'it is at the end of every page',
  'site/SiteHeader': 'it is at the top of every page',
  'statistic/StatisticCards': 'it lists statistics of the site; line charts have an example',
  'statistic/StatisticMeaning': 'it describes a statistic of the site',
  'statistic/ThresholdRuler': 'it needs a statistic of the site',
  'text/CopyNote': 'it explains the credits of statistics of the site',
  'text/Prose': 'it renders a text of content/; the guides show it',
};

const toPath = (name: string) => `src/components/${name}.astro`;
const components = readModules('src/components/**/*.astro');
const examples = readModules('examples/design/components/*.astro');

test.each(examples)('$path has a title, an anchor and frames', ({ imports, exports, text }) => {
  expect(imports.map(({ from }) => from)).toContain('examples/design/ExampleFrame.astro');
  expect([...exports].sort()).toEqual(['anchor', 'title']);
  expect(text).toContain('<ExampleFrame title=');
});

describe('every component', () => {
  const importsOf = new Map(
    [...components, ...examples].map(({ path, imports }) => [path, imports.map(({ from }) => from)]),
  );
  const shown = new Set(examples.map(({ path }) => path));
  // The loop also visits the paths that it adds to the set: the parts of a component, and their parts.
  for (const path of shown) for (const from of importsOf.get(path) ?? []) shown.add(from);

  test('is in an example, or is part of a component in an example', () => {
    const missing = components.map(({ path }) => path).filter((path) => !shown.has(path));
    expect(missing.sort(), 'components without a file in examples/design/components/').toEqual(
      Object.keys(WITHOUT_EXAMPLES).map(toPath).sort(),
    );
  });
});
