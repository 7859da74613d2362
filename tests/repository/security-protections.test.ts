import { describe, expect, test } from 'vitest';
import { serializeResultLabels } from '../../src/components/search/result-labels.ts';
import { formatEmbeddedJson } from '../../src/open-data/published-file.ts';
import { readSection, readTables } from '../support/markdown-table.ts';
import { openFixtureSite } from '../support/shared-sites.ts';
import { readFileText, readModules } from '../support/source-modules.ts';

const components = readModules('src/**/*.{ts,astro}');

describe('the threat model', () => {
  const threats = readTables(readSection(readFileText('docs/security.md') ?? '', '## Protections')).flat();

  test.each(threats)('has a test of the protection against %s, or says that there is none', (...cells) => {
    expect(cells.at(-1)).toMatch(/`tests\/[\w./-]+\.test\.ts`|no test/);
  });
});

test('no script makes HTML or code of a text', () => {
  const maker =
    /\.(?:inner|outer)HTML\b|insertAdjacentHTML|setHTMLUnsafe|document\.write|\beval\(|new Function\(|\bsrcdoc\b/;
  expect(components.length).toBeGreaterThan(300);
  expect(components.filter(({ text }) => maker.test(text)).map(({ path }) => path)).toEqual([]);
});

describe('a component inserts HTML unescaped', () => {
  /** What these files insert that is not a drawing. */
  const others = {
    'src/components/statistic/ChartTabs.astro': 'its own slots, which Astro renders',
    'src/layouts/StructuredData.astro': 'JSON with escaped angle brackets',
    'src/pages/about/[...guide].astro': 'a document of this project',
    'src/pages/search/index.astro': 'JSON with escaped angle brackets',
  };

  test('only for drawings and a few other things', () => {
    const drawsNothing = components.filter(
      ({ text, imports }) =>
        text.includes('set:html') && !imports.some(({ from }) => /^src\/(?:charts|maps)\/.*\.ts$/.test(from)),
    );
    expect(drawsNothing.map(({ path }) => path).sort()).toEqual(Object.keys(others));
  });

  test('with JSON only if no text in it can end the script element', () => {
    const title = '</script><!-- <script>';
    const siteData = openFixtureSite();
    const themes = siteData.themes.map((theme) => ({ ...theme, title }));
    const texts = [formatEmbeddedJson([{ name: title }]), serializeResultLabels({ ...siteData, themes })];
    for (const text of texts) {
      expect(text).not.toContain('<');
      expect(JSON.stringify(JSON.parse(text))).toContain(title);
    }
    const { imports = [] } = components.find(({ path }) => path === 'src/layouts/StructuredData.astro') ?? {};
    expect(imports.flatMap(({ names }) => names)).toContain('formatEmbeddedJson');
  });
});
