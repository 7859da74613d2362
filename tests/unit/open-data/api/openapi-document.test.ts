import { join } from 'node:path';
import { compileErrors, validate } from '@readme/openapi-parser';
import { describe, expect, test } from 'vitest';
import { releaseFiles } from '../../../../src/model/data-release.ts';
import { createOpenApiDocument } from '../../../../src/open-data/api/openapi-document.ts';
import { getLicenceUrl } from '../../../../src/open-data/metadata/table-facts.ts';
import { serializeJson } from '../../../../src/open-data/table-formats.ts';
import { describedTables } from '../../../../src/open-data/tables/published-code-lists.ts';
import { MANIFEST_NAME } from '../../../../src/search/build-index.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { createResponseFinder, type ApiDescription } from '../../../support/api-description.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { readApiFiles } from '../../../support/metadata/published-files.ts';
import { openSharedSite, openFixtureSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { buildSiteFiles } from '../../search/index-in-memory.ts';

/** Returns the document as its readers see it. */
const createDescription = (siteData: ReturnType<typeof openSiteData>) =>
  JSON.parse(JSON.stringify(createOpenApiDocument(siteData))) as ApiDescription;

/** Returns every response by its path. */
const listAnswers = (siteData: ReturnType<typeof openSiteData>) =>
  new Map<string, unknown>([
    ...[...readApiFiles(siteData)].map(([path, text]) => [`/api/${path}`, JSON.parse(text)] as const),
    [
      `/api/v1/search/${MANIFEST_NAME}`,
      JSON.parse(new TextDecoder().decode(buildSiteFiles(siteData).get(MANIFEST_NAME))),
    ],
    ...describedTables.map(
      (table) => [`/data/${table.path}.json`, JSON.parse(serializeJson(siteData, table))] as const,
    ),
    ...siteData.releases.map(({ version, readFile }) => {
      const path = `versions/${version}/${releaseFiles.changes}`;
      return [`/data/${path}`, JSON.parse(new TextDecoder().decode(readFile(releaseFiles.changes)))] as const;
    }),
  ]);

const sites = [
  ['the five plans', openSharedSite(REPOSITORY_FOLDER)],
  ['見本市', openSharedSite(EXAMPLE_SITE)],
  ['the bare town', openSharedSite(join(FIXTURE_SITES, 'bare'))],
  [
    'a site whose host exists',
    openSiteData({ root: join(FIXTURE_SITES, 'sound'), site: 'https://plans.mihon.jp', base: '/town/' }),
  ],
] as const;

describe.each(sites)('the description of the API of %s', (_name, siteData) => {
  const description = createDescription(siteData);
  const found = listAnswers(siteData);

  test('is OpenAPI 3.1', async () => {
    const result = await validate(structuredClone(description) as never);
    expect(result.valid ? '' : compileErrors(result)).toBe('');
  });

  test('describes every response and every key in it', () => {
    const findResponse = createResponseFinder(description, true);
    const wrong = [...found].flatMap(([url, value]) => {
      const known = findResponse(url);
      if (!known) return [`${url}: not described`];
      return known.valid(value)
        ? []
        : (known.valid.errors ?? []).map((error) => `${url}${error.instancePath} ${String(error.message)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('says what clients ask for: open access, missing files, whole addresses, and no key of its own making', () => {
    const document = createOpenApiDocument(siteData);
    expect(document.security).toEqual([]);
    expect(Object.values(document.paths).filter(({ get }) => get.responses[404].description === '')).toEqual([]);
    expect(JSON.stringify(document.components)).not.toContain('"printed":');
  });

  test('says whether all is fictional, when it changed, and where the guide is', () => {
    const { info, externalDocs } = createOpenApiDocument(siteData);
    expect(info.description.includes('すべて架空です。')).toBe(siteData.site.fictional);
    expect(info.license.url).toBe(getLicenceUrl(siteData));
    expect(info.description.includes(`（${String(siteData.updated)} 更新）`)).toBe(siteData.updated !== null);
    const guide = siteData.guides.find(({ slug }) => slug === 'developers');
    expect(externalDocs?.url).toBe(guide && siteData.urls.absolute(guide.url));
  });

  test('declares the parameters of each path and the type of its content', () => {
    for (const [path, { get }] of Object.entries(description.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({ name: parameter, in: 'path' }));
      expect(get.parameters ?? []).toMatchObject(names);
      const forms = (get.parameters ?? []).map(({ schema, example }) =>
        new RegExp(schema.pattern).test(example ?? 'a-1'),
      );
      expect(forms).not.toContain(false);
      for (const { schema } of get.parameters ?? []) expect('../index').not.toMatch(new RegExp(schema.pattern));
      const type = path.endsWith('.geojson') ? 'application/geo+json' : 'application/json';
      expect(Object.keys(get.responses[200].content)).toEqual([type]);
      expect(get.responses[404].description).toMatch(names.length > 0 ? /^そのIDの記録は/ : /^このサイトには/);
    }
    const ids = Object.values(description.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(?:[A-Z][a-z]+)+$/.test(id ?? ''))).toEqual([]);
  });

  test('describes no URL without a file', () => {
    const fixed = Object.keys(description.paths).filter((path) => !path.includes('{'));
    expect(fixed.filter((path) => !found.has(path))).toEqual([]);
  });

  test('contains the version of the data', () => {
    expect(JSON.stringify(createOpenApiDocument(siteData).info)).toContain(siteData.version);
  });
});

/** True if a value equals another one with shortened lists. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && part.every((one, at) => isPartOf(one, whole[at]));
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null) return false;
  const keys = Object.keys(part);
  return (
    keys.length === Object.keys(whole).length &&
    keys.every((key) => key in whole && isPartOf(Reflect.get(part, key), Reflect.get(whole, key)))
  );
}

/** Yields copies of a value, each without one of its keys at any depth, with the path of the key. */
function* removeEachKey(value: unknown, at = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      const { [key]: _gone, ...rest } = value as Record<string, unknown>;
      yield [`${at}/${key}`, rest];
    }
    for (const [path, changed] of removeEachKey(inner, `${at}/${key}`))
      yield [path, Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed }];
  }
}

/** Returns every list in a value, at any depth. */
function listLists(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(listLists);
  return Array.isArray(value) ? [value, ...inner] : inner;
}

describe('the examples', () => {
  const [, siteData] = sites[0];
  const description = createDescription(siteData);
  const found = listAnswers(siteData);
  const findResponse = createResponseFinder(description, false);
  const examples = Object.entries(description.paths)
    .filter(([path]) => path !== `/api/v1/search/${MANIFEST_NAME}`)
    .flatMap(([path, { get }]) =>
      Object.values(get.responses[200].content).map(({ example }) => [path, example] as const),
    );

  test('exist at every path except the search', () => {
    expect(examples.filter(([, example]) => example === undefined)).toEqual([]);
    const parameters = Object.values(description.paths).flatMap(({ get }) => get.parameters ?? []);
    expect(parameters.filter(({ example }) => typeof example !== 'string' || example === '')).toEqual([]);
  });

  test('have at most two records of each list, but all its texts and positions', () => {
    const lists = examples.flatMap(([, example]) => listLists(example));
    const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
    const getMost = (isPart: (one: unknown) => boolean) =>
      Math.max(...lists.filter((list) => list.some(isPart)).map(({ length }) => length));
    expect(getMost(isRecord)).toBe(2);
    expect(getMost((one) => typeof one === 'string')).toBeGreaterThan(2);
    expect(getMost(Array.isArray)).toBeGreaterThan(2);
  });

  test.each(examples)('of %s are parts of a real response, and valid', (path, example) => {
    const concrete = [...found].filter(([url]) => findResponse(url)?.path === path);
    expect(concrete.filter(([, whole]) => isPartOf(example, whole))).toHaveLength(1);
    const known = findResponse(concrete[0]?.[0] ?? '');
    expect([known?.valid(example), known?.valid.errors]).toEqual([true, null]);
  });

  const filled = examples.filter(([, example]) => !Array.isArray(example) || example.length > 0);

  test.each(filled)('of %s are invalid without any one of their keys', (path, example) => {
    const known = findResponse([...found.keys()].find((url) => findResponse(url)?.path === path) ?? '');
    const broken = [...removeEachKey(example)];
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.filter(([, value]) => known?.valid(value)).map(([path]) => path)).toEqual([]);
  });

  test('are valid with a key that v1 adds later', () => {
    const nodes = found.get('/api/v1/nodes.json') as { meta: object; data: object[] };
    const grown = { ...nodes, data: nodes.data.map((node) => ({ ...node, later: 1 })) };
    expect(findResponse('/api/v1/nodes.json')?.valid(grown)).toBe(true);
    expect(createResponseFinder(description, true)('/api/v1/nodes.json')?.valid(grown)).toBe(false);
  });
});

/** The parts of a JSON Schema that describe keys. */
interface DescribedSchema {
  readonly title?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
  readonly items?: DescribedSchema;
  readonly anyOf?: readonly DescribedSchema[];
}

describe('the schemas', () => {
  const { schemas } = createOpenApiDocument(openFixtureSite()).components;
  const text = JSON.stringify(schemas);

  test('include those of parts and records, by their names', () => {
    const parts = [
      'Citation',
      'Period',
      'Quantity',
      'TargetValue',
      'Progress',
      'Resource',
      'Plan',
      'Node',
      'Indicator',
    ];
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining([...parts, 'PlanNode', 'PlanTree', 'StatisticSeries']));
  });

  test.each(['unit', 'unit-column', 'code-list', 'references', 'printed'])('have the extension x-%s', (extension) => {
    expect(text).toContain(`"x-${extension}":`);
  });

  test('have a title and a description for each key that GeoJSON does not define', () => {
    const described = JSON.parse(text) as Record<string, DescribedSchema>;
    const resolve = ({ $ref, ...own }: DescribedSchema) => ({ ...described[$ref?.split('/').at(-1) ?? ''], ...own });
    const listNameless = ({ properties = {}, items, anyOf = [] }: DescribedSchema, at: string): string[] => [
      ...Object.entries(properties).flatMap(([key, one]) => {
        const { title, description } = resolve(one);
        return [...(title && description ? [] : [`${at}/${key}`]), ...listNameless(one, `${at}/${key}`)];
      }),
      ...[...(items ? [items] : []), ...anyOf].flatMap((part) => listNameless(part, at)),
    ];
    const nameless = Object.entries(described).flatMap(([name, schema]) => listNameless(schema, name));
    expect(nameless.filter((path) => !/Map\/(?:type|features(?:\/(?!properties\/).*)?)$/.test(path))).toEqual([]);
  });

  test('do not say that the values of statistics are printed in plans, or that 算定なし is unknown', () => {
    const { StatisticValue, Period, Observation } = JSON.parse(text) as Record<string, DescribedSchema>;
    const describe = (schema: DescribedSchema | undefined) =>
      ['value', 'text'].map((key) => schema?.properties?.[key]?.description);
    expect(describe(StatisticValue)).toEqual([
      '数値（統計の単位で）。算定なしのときは空',
      '資料にあるとおりの数。算定なしのときは「算定なし」',
    ]);
    // A result is printed in a report, not in the plan.
    expect([...describe(Observation), ...describe(Period)].join('')).not.toContain('計画');
  });

  test('have no pattern that other languages can not read', () => {
    expect(text).toContain('"pattern":');
    expect(text).not.toMatch(/"pattern":"[^"]*(?:\\\\p|\(\?[<a-z])/);
  });

  test('have nothing that zod adds: patterns of dates, and the limits of integers', () => {
    expect(text).toContain('"format":"date"');
    expect(text.match(/"format":"date","pattern"|9007199254740991/g)).toBeNull();
  });
});

test('the server is the base path of the site', () => {
  const server = (base: string) =>
    createOpenApiDocument(openSiteData({ root: join(FIXTURE_SITES, 'sound'), base })).servers[0]?.url;
  expect([server('/'), server('/plans/')]).toEqual(['/', '/plans']);
});

test.each([
  ['a mailbox', 'kikaku@mihon.example', { email: 'kikaku@mihon.example' }],
  ['a page', 'https://mihon.example/contact/', { url: 'https://mihon.example/contact/' }],
  ['words', '企画課', {}],
])('publishes the contact as %s', async (_what, contact, expected) => {
  const siteData = openFixtureSite();
  const named = { ...siteData, site: { ...siteData.site, contact } };
  expect(createOpenApiDocument(named).info.contact).toEqual({ name: siteData.site.publisher, ...expected });
  const description = createDescription(named);
  const result = await validate(structuredClone(description) as never);
  expect(result.valid ? '' : compileErrors(result)).toBe('');
});
