import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TextFrontMatter } from '../../src/model/chapter.ts';
import { ReleaseChange, ReleaseManifest } from '../../src/model/data-release.ts';
import { PlanFrontMatter } from '../../src/model/plan.ts';
import { SiteConfig } from '../../src/model/site.ts';
import { createApiSchemas } from '../../src/open-data/api/openapi-schemas.ts';
import { QualityReport } from '../../src/open-data/quality-report.ts';
import { listFigureTables } from '../../src/open-data/tables/figure-tables.ts';
import { codeLists } from '../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { readFileText, readModules, REPOSITORY_FOLDER } from '../support/source-modules.ts';

/** What has columns or keys, and these. */
type NamesByOwner = ReadonlyMap<string, readonly string[]>;

const readLines = (document: string) => (readFileText(document) ?? '').split('\n');
const listCodeWords = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

/**
 * Compares the first table below a line of a document with what exists. A row begins with one or more owners.
 * @param listNames returns the columns or keys in the rest of a row, or in its first cell
 * @returns each owner and name that does not exist or is not there, with the document and the line
 */
function compareTable(
  document: string,
  heading: string,
  expected: NamesByOwner,
  listNames: (rest: string, owners: string) => readonly string[],
): string[] {
  const lines = readLines(document);
  const start = lines.findIndex((line) => line.startsWith(heading));
  const first = lines.findIndex((line, at) => at > start && line.startsWith('|'));
  const rows = lines.slice(first + 2, lines.indexOf('', first)).flatMap((line, at) => {
    const [, owners = '', ...cells] = line.split('|');
    const names = listNames(cells.join('|'), owners);
    return listCodeWords(owners).map((owner) => ({ owner, names, where: `${document}:${first + 3 + at}` }));
  });
  const missing = [...expected.keys()].filter((owner) => !rows.some((row) => row.owner === owner));
  return [
    ...missing.map((owner) => `${document}:${first + 1}: “${owner}” is missing below “${heading}”`),
    ...rows.flatMap(({ owner, names, where }) => {
      const existing = expected.get(owner);
      if (!existing) return [`${where}: there is no “${owner}”`];
      return [
        ...names.filter((name) => !existing.includes(name)).map((name) => `${where}: “${owner}” has no “${name}”`),
        ...existing
          .filter((name) => !names.includes(name))
          .map((name) => `${where}: “${name}” of “${owner}” is missing`),
      ];
    }),
  ];
}

const JsonSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
});

/** Returns the keys in a JSON Schema, inner ones as `licence.id`, but not those of schemas that it refers to. */
function listKeys(schema: unknown): string[] {
  // A schema may be true or false.
  if (typeof schema !== 'object') return [];
  const { properties, items, anyOf } = JsonSchema.parse(schema);
  const own = Object.entries(properties).flatMap(([key, value]) => [
    key,
    ...listKeys(value).map((inner) => `${key}.${inner}`),
  ]);
  return [...new Set([...own, ...anyOf.flatMap(listKeys), ...listKeys(items)])];
}

const describeInput = (schema: z.ZodType) =>
  JsonSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));

// The example has values by zone, the project has statistics.
const figures = [EXAMPLE_SITE, REPOSITORY_FOLDER].flatMap((site) => listFigureTables(openSharedSite(site)));
const columns: NamesByOwner = new Map(
  [...publishedTables, ...codeLists, ...figures].map((table) => [
    table.id,
    table.columns.map(({ name, title }) => `${name} ${title}`),
  ]),
);
/** The schemas of the API, but not those of lists and answers, whose parts have names of their own. */
const apiKeys: NamesByOwner = new Map([
  ...Object.entries(createApiSchemas())
    .filter(([name]) => !/(?:List|Answer|Rows)$/.test(name))
    .map(([name, schema]) => [name, listKeys(schema)] as const),
  ['versions/{release}/changes.json', listKeys(describeInput(ReleaseChange))],
  ['release.json', listKeys(describeInput(ReleaseManifest))],
  ['quality.json', listKeys(describeInput(QualityReport))],
]);
const settings: NamesByOwner = new Map(
  Object.entries(describeInput(SiteConfig).properties).map(([key, schema]) => [
    key,
    listKeys(schema).map((path) => path.replace(/.*\./, '')),
  ]),
);

/** Returns the keys of a front matter; required ones are marked. */
const listFrontMatter = (schema: z.ZodType): NamesByOwner => {
  const { properties, required } = describeInput(schema);
  return new Map(Object.keys(properties).map((key) => [key, required.includes(key) ? ['●'] : []]));
};

describe('docs/open-data.md', () => {
  test('names every column of every table with its heading, and no other', () => {
    const listColumns = (cell: string) =>
      [...cell.matchAll(/`(\w+)` ([^,|]+?)(?=,| \|)/g)].map(([, name, title]) => `${name} ${title}`);
    expect(compareTable('docs/open-data.md', '### Columns of the tables', columns, listColumns)).toEqual([]);
  });

  test('names the columns in the files of single pages', () => {
    const rows = readLines('docs/open-data.md').filter((line) => line.startsWith('| `/data/'));
    const find = (url: string) =>
      rows.filter((row) =>
        listCodeWords(row.split(' | ')[0] ?? '').some((name) =>
          new RegExp(`^${name.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url),
        ),
      );
    const wrong = figures.filter(
      ({ id, path }) => !find(`/data/${path}.xlsx`).some((row) => row.includes(`\`${id}\``)),
    );
    expect(figures.length).toBeGreaterThan(100);
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('names every key of the API, and no other', () => {
    // “as `Plan`” means the keys of that schema.
    const listKeysAndBase = (cell: string) => {
      const base = /\bas `(\w+)`/.exec(cell)?.[1] ?? '';
      return [...new Set([...(apiKeys.get(base) ?? []), ...listCodeWords(cell.replace(/\bas `\w+`/, ''))])];
    };
    expect(compareTable('docs/open-data.md', '### Keys of the API', apiKeys, listKeysAndBase)).toEqual([]);
  });
});

describe('docs/staff-guide.ja.md', () => {
  test('names every setting, and no other', () => {
    const listNames = (cell: string) => listCodeWords(cell).filter((word) => /^(?!true|false)[a-z.]+$/i.test(word));
    expect(compareTable('docs/staff-guide.ja.md', '## 15. ', settings, listNames)).toEqual([]);
  });

  test.each([
    ['index.mdx の見出しの部分', PlanFrontMatter],
    ['ほかの文章の見出しの部分', TextFrontMatter],
  ])('names every key of a front matter, and no other: %s', (heading, schema) => {
    const listMarks = (_rest: string, owners: string) => (owners.includes('●') ? ['●'] : []);
    expect(compareTable('docs/staff-guide.ja.md', heading, listFrontMatter(schema), listMarks)).toEqual([]);
  });
});

/** Every column and key, with the tables and schemas that have them. */
const dataNames = new Set(
  [columns, apiKeys, settings, listFrontMatter(PlanFrontMatter), listFrontMatter(TextFrontMatter)].flatMap((names) => [
    ...names.keys(),
    ...[...names.values()].flat().flatMap((name) => name.replace(/ .*/, '').split('.')),
  ]),
);
/** Every word of the code. */
const codeNames = new Set(
  readModules('src/**/*.{ts,astro}', 'tools/**/*.ts', 'astro.config.mjs').flatMap(
    ({ text }) => text.match(/\w+/g) ?? [],
  ),
);
/** Names of nginx, IIS, CSVW and GitHub. */
const otherNames = new Set([
  ...['add_header', 'error_page', 'ssl_certificate', 'ssl_certificate_key', 'mimeMap', 'httpErrors'],
  ...['aboutUrl', 'pull_request'],
]);

/** Documents in English, and that for administrators, also name parts of the code. Decisions name what was. */
const documents = globSync(['*.md', 'docs/*.md', '{data,examples}/**/README.md', 'content/guides/*.mdx'], {
  cwd: REPOSITORY_FOLDER,
})
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path !== 'CHANGELOG.md');
const namesCode = (path: string) => /^(?:docs\/)?[\w-]+\.md$|^docs\/hosting\.ja\.md$/.test(path);

test.each(documents)('%s names only columns and keys that exist', (document) => {
  const names = namesCode(document) ? dataNames.union(codeNames).union(otherNames) : dataNames;
  const problems = readLines(document).flatMap((line, at) =>
    listCodeWords(line)
      .filter((word) => /^[a-z]+(?:_[a-z]+)+$|^[a-z]+[A-Z][A-Za-z]*$/.test(word) && !names.has(word))
      .map((word) => `${document}:${at + 1}: there is no column or key “${word}”`),
  );
  expect(problems).toEqual([]);
});

test.each(documents)('%s has only existing keys in its examples', (document) => {
  const text = readFileText(document) ?? '';
  const examples = [...text.matchAll(/^```(?:json\n([\s\S]*?)```|mdx\n---\n([\s\S]*?)^---$)/gm)];
  const keys = examples.flatMap(([, json = '', front = '']) =>
    [...json.matchAll(/"(\w+)":/g), ...front.matchAll(/^(\w+):/gm)].map(([, key = '']) => key),
  );
  expect(keys.filter((key) => !dataNames.has(key))).toEqual([]);
});

test('the guide for developers names only keys, columns and values that exist', () => {
  const values = new Set(publishedTables.flatMap((table) => table.columns.flatMap(({ choices }) => choices ?? [])));
  const words = listCodeWords(readFileText('content/guides/developers.mdx') ?? '').filter((word) =>
    /^[a-z]+$/.test(word),
  );
  const apart = ['meta', 'data', 'null', 'true', 'false', 'prefecture'];
  expect(words.filter((word) => !dataNames.has(word) && !values.has(word) && !apart.includes(word))).toEqual([]);
});

test('the README of a new site names only settings that exist', () => {
  const section = (readFileText('examples/new-site/README.md') ?? '')
    .split(/^## /m)
    .find((text) => text.startsWith('名前を決める'));
  const words = listCodeWords(section ?? '').filter((word) => /^[a-z]+$/i.test(word));
  expect(words).toContain('name');
  expect(words.filter((word) => !settings.has(word))).toEqual([]);
});
