import { expect, test } from 'vitest';
import { getBuiltSite, listPageFiles, readSiteFile, SITE_NAMES } from './support/built-site.ts';
import { listElements, readText } from './support/page-html.ts';
import { listFolderFiles } from './support/project-copy.ts';

const sites = SITE_NAMES.map(getBuiltSite);
const pages = sites.flatMap((site) =>
  listPageFiles(site).map((file) => ({ file: `${site.name}/${file}`, html: readSiteFile(site, file) })),
);

/** Returns what a screen reader says before the cells of each row of a table: all headings of the row. */
const readRowHeadings = (table: string): string[] =>
  [...table.matchAll(/<tr(?: [^>]*)?>(.*?)<\/tr>/gs)].flatMap(([, row = '']) => {
    const headings = [...row.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, html = '']) => readText(html));
    return headings.length > 0 ? [headings.join(' ')] : [];
  });

test('no two rows of a table of an indicator or of zones have the same headings', () => {
  const tables = pages
    .filter(({ file }) => /^\w+\/(?:indicators|zones)\//.test(file))
    .flatMap(({ file, html }) =>
      [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => ({ file, headings: readRowHeadings(table) })),
    );
  expect(tables.filter(({ headings }) => headings.length > 3).length).toBeGreaterThan(10);
  const repeated = tables.filter(({ headings }) => new Set(headings).size < headings.length);
  expect(repeated.map(({ file, headings }) => `${file} ${headings.join('、')}`)).toEqual([]);
});

test('no two headings of the second level on a home page have the same name', () => {
  const homes = pages.filter(({ file }) => /^\w+\/index\.html$/.test(file));
  expect(homes).toHaveLength(SITE_NAMES.length);
  for (const { html } of homes) {
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, text = '']) => readText(text));
    expect(headings.length).toBeGreaterThan(5);
    expect(headings.filter((text, at) => headings.indexOf(text) !== at)).toEqual([]);
  }
});

test('every preformatted text that the keyboard reaches has a role and a name', () => {
  const blocks = pages.flatMap(({ file, html }) =>
    [...html.matchAll(/<pre[^>]*tabindex[^>]*>/g)].map(([tag]) => `${file} ${tag}`),
  );
  expect(blocks.length).toBeGreaterThan(20);
  expect(blocks.filter((tag) => !tag.includes('role="group"') || !/aria-label="[^"]/.test(tag))).toEqual([]);
});

test('a figure with sentences below it has a short name, so that no screen reader says them twice', () => {
  const figures = pages.flatMap(({ file, html }) =>
    [...html.matchAll(/<figure([^>]*)>.*?<\/figure>/gs)].flatMap(([figure, attributes = '']) => {
      const caption = /<figcaption[^>]*>(.*?)<\/figcaption>/s.exec(figure)?.[1] ?? '';
      return caption.includes('。') ? [{ file, attributes, caption: readText(caption) }] : [];
    }),
  );
  expect(figures.length).toBeGreaterThan(10);
  const long = figures.filter(({ attributes, caption }) => !attributes.includes('aria-label=') && caption.length > 42);
  expect(long).toEqual([]);
});

test('a figure of a target does not take the name of its key', () => {
  const figures = pages.flatMap(({ file, html }) =>
    listElements(html, 'figure').flatMap(({ attributes }) =>
      attributes.get('class') === 'target-figure' ? [{ file, name: attributes.get('aria-label') }] : [],
    ),
  );
  expect(figures.length).toBeGreaterThan(10);
  expect(new Set(figures.map(({ name }) => name))).toEqual(new Set(['目標までの進み', '必要な変化']));
});

test('a figure of a target does not repeat the heading above it', () => {
  const repeated = pages.flatMap(({ file, html }) =>
    [...html.matchAll(/<h2>([^<]*)<\/h2><figure class="target-figure".*?<\/figure>/gs)].map(([part, heading = '']) => ({
      file,
      count: part.replaceAll(/<div aria-hidden="true">.*?<\/div>/gs, '').split(heading).length - 1,
    })),
  );
  expect(repeated.length).toBeGreaterThan(10);
  expect(repeated.filter(({ count }) => count > 1)).toEqual([]);
});

test('a link to the document of a page has another name than the page above it', () => {
  const found = pages.flatMap(({ file, html }) => {
    const read = (start: string, end: string) =>
      [...html.slice(html.indexOf(start), html.indexOf(end)).matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, text = '']) =>
        readText(text),
      );
    const above = read('class="breadcrumb"', '<main');
    if (!html.includes('class="source-note"') || above.length === 0) return [];
    const below = read('class="source-note"', '</main>');
    return [{ file, same: below.filter((name) => above.includes(name)) }];
  });
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ file, same }) => same.length > 0 && !file.endsWith('about/design/index.html'))).toEqual([]);
});

test('lists without points are lists in Safari too, which takes `list-style: none` as no list', () => {
  const styles = sites.flatMap((site) =>
    listFolderFiles(site.dist, '**/*.css').map((file) => readSiteFile(site, file)),
  );
  const rules = styles.flatMap((css) => [...css.matchAll(/([^{}]+)\{[^{}]*list-style(?:-type)?:([^;}]+)/g)]);
  expect(rules.map(([, , value]) => value)).toContain('""');
  const bare = rules.filter(([, selector, value]) => value === 'none' && !selector?.endsWith('summary'));
  expect(bare.map(([rule]) => rule)).toEqual([]);
});

test('a fold with more values says of what they are', () => {
  const names = pages.flatMap(({ html }) =>
    [...html.matchAll(/<summary[^>]*>(.*?)<\/summary>/gs)].map(([, text = '']) => readText(text)),
  );
  const more = names.filter((name) => /^ほか.*\d/.test(name));
  expect(more.length).toBeGreaterThan(0);
  expect(more.filter((name) => !/^ほかの.+（\d+）$/.test(name))).toEqual([]);
});

test('the name of a list of themes mentions marks if the list has one, and only then', () => {
  const lists = pages.flatMap(({ html }) =>
    [...html.matchAll(/<ul class="tags" aria-label="[^"]*」の([^"」]+)">(.*?)<\/ul>/gs)].map(
      ([, contents = '', items = '']) => {
        const kinds = [items.includes('<a') && 'テーマ', items.includes('印：') && '印'].filter(
          (kind) => kind !== false,
        );
        return { contents, shown: kinds.join('と') };
      },
    ),
  );
  expect(new Set(lists.map(({ shown }) => shown))).toEqual(new Set(['テーマ', 'テーマと印']));
  expect(lists.filter(({ contents, shown }) => contents !== shown)).toEqual([]);
});
