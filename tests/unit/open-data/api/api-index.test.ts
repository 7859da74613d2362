import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Municipality } from '../../../../src/model/municipality.ts';
import { Plan } from '../../../../src/model/plan.ts';
import { buildApiIndex } from '../../../../src/open-data/api/api-index.ts';
import { createApiSchemas } from '../../../../src/open-data/api/openapi-schemas.ts';
import { buildMunicipalityFeatures, buildZoneFeatures } from '../../../../src/open-data/api/record-details.ts';
import { listRowObjects } from '../../../../src/open-data/published-table.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../../../src/site-data/site-data.ts';
import { Term } from '../../../../src/tables/glossary.ts';
import { Indicator } from '../../../../src/tables/indicators.ts';
import { Source } from '../../../../src/tables/sources.ts';
import { Theme } from '../../../../src/tables/themes.ts';
import { PlanItem } from '../../../../src/tables/tree.ts';
import { Zone } from '../../../../src/tables/zones.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { readApiFiles, findTable } from '../../../support/metadata/published-files.ts';
import { openSharedSite, openFixtureSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openFixtureSite();
const files = readApiFiles(siteData);
const Resource = z.object({
  meta: z.strictObject({
    name: z.string(),
    licence: z.strictObject({ id: z.string(), name: z.string(), url: z.url() }),
    rights: z.string().nullable(),
    version: z.string(),
    updated: z.iso.date().nullable(),
    fictional: z.boolean(),
    count: z.number(),
  }),
  data: z.array(z.record(z.string(), z.unknown())),
});
const resource = (name: string) => Resource.parse(JSON.parse(files.get(`v1/${name}.json`) ?? 'null'));

const schemas = {
  municipalities: Municipality,
  plans: Plan,
  nodes: PlanItem,
  indicators: Indicator,
  themes: Theme,
  glossary: Term,
  sources: Source,
  zones: Zone,
} as const;
const names = Object.keys(schemas) as (keyof typeof schemas)[];

describe.each(names)('/api/v1/%s.json', (name) => {
  test('contains only records of the published schema', () => {
    const wrong = resource(name).data.flatMap((record) => schemas[name].safeParse(record).error?.issues ?? []);
    expect(wrong).toEqual([]);
  });

  test('contains every field, also without a value', () => {
    const fields = Object.keys(schemas[name].shape);
    expect(resource(name).data.filter((record) => fields.some((field) => !(field in record)))).toEqual([]);
  });

  test('has as many records as its table has rows, and says how many', () => {
    const rows = findTable(name).rows(siteData).length;
    expect([resource(name).data.length, resource(name).meta.count]).toEqual([rows, rows]);
  });

  test('has the same ids as its table, in the same order', () => {
    const rows = listRowObjects(siteData, findTable(name));
    expect(resource(name).data.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  test('contains the version of the data', () => {
    expect(resource(name).meta).toMatchObject({ version: siteData.version, fictional: true });
  });
});

test('a response with copied facts has their terms and credit lines beside the licence of the site', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const getRights = (path: string) =>
    z
      .object({ meta: z.object({ rights: z.string().nullable() }) })
      .parse(JSON.parse(readApiFiles(own).get(path) ?? 'null')).meta.rights;
  for (const table of ['municipalities', 'statistics', 'statistic-values']) {
    const rights = getRights(`v1/${table}.json`);
    expect(rights).toContain('を加工して作成');
    expect(rights).toContain(`条件の全文：${own.urls.absolute('/data/#source-')}`);
  }
  const ofOne = getRights('v1/statistics/future-burden-ratio.json');
  expect(ofOne).toContain('地方公共団体の主要財政指標一覧');
  expect(ofOne).not.toContain('国勢調査');
  expect(getRights('v1/nodes.json')).toBeNull();
  expect(getRights('v1/plans/kashiwa-suishin.json')).toBeNull();
});

test('values of statistics say whether they were read from a copy, as in their table', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const Value = z.looseObject({ fromCopy: z.boolean() });
  const read = (path: string) => JSON.parse(readApiFiles(own).get(path) ?? 'null') as unknown;
  const list = z.object({ data: z.array(Value) }).parse(read('v1/statistic-values.json')).data;
  const at = findTable('statistic-values').columns.findIndex(({ name }) => name === 'from_copy');
  expect(list.map(({ fromCopy }) => fromCopy)).toEqual(
    findTable('statistic-values')
      .rows(own)
      .map((row) => row[at]),
  );
  const one = z.object({ data: z.object({ values: z.array(Value) }) }).parse(read('v1/statistics/area.json')).data;
  expect(one.values.map(({ fromCopy }) => fromCopy)).toContain(true);
});

test('the ratings of an indicator have the pace that reaches the target, as in their table', () => {
  const town = openSharedSite(EXAMPLE_SITE);
  const table = findTable('ratings');
  const names = ['indicator', 'pace_needed', 'years_left'];
  const indexes = names.map((name) => table.columns.findIndex((column) => column.name === name));
  const rows = table.rows(town).map((row) => indexes.map((at) => row[at]));
  const Figures = z.looseObject({ pace_needed: z.number().nullable(), years_left: z.number().nullable() });
  const Answer = z.object({ data: z.object({ ratings: z.array(z.object({ figures: Figures })) }) });
  const records = town.indicators.flatMap(({ id }) => {
    const { ratings } = Answer.parse(JSON.parse(readApiFiles(town).get(`v1/indicators/${id}.json`) ?? 'null')).data;
    return ratings.map(({ figures }) => [id, figures.pace_needed, figures.years_left]);
  });
  expect(records).toEqual(rows);
  expect(records.filter(([, pace]) => pace !== null).length).toBeGreaterThan(10);
});

test('values that are copied from statistics have the terms of their sources; everything else has the licence of the site', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const getLicence = (path: string) =>
    z.object({ meta: z.object({ licence: z.unknown() }) }).parse(JSON.parse(readApiFiles(own).get(path) ?? 'null')).meta
      .licence;
  const terms = {
    id: 'LicenseRef-source-terms',
    name: '資料ごとの利用条件',
    url: own.urls.absolute('/data/statistic-values/#licence'),
  };
  expect(getLicence('v1/statistic-values.json')).toEqual(terms);
  expect(getLicence('v1/statistics/census-population.json')).toEqual(terms);
  expect(getLicence('v1/statistics.json')).toEqual(own.site.licence);
  expect(getLicence('v1/nodes.json')).toEqual(own.site.licence);
});

test('/api/v1/releases.json leads to the files of each release, the latest first', () => {
  const town = openSharedSite(EXAMPLE_SITE);
  const { data } = Resource.parse(JSON.parse(readApiFiles(town).get('v1/releases.json') ?? 'null'));
  expect(data.map(({ version, url }) => [version, url])).toEqual(
    ['2026-11-20', '2025-10-01', '2024-10-01'].map((version) => [version, `/data/versions/${version}/`]),
  );
  expect(data[0]?.files).toEqual(town.releases[0]?.files);
});

describe('/api/v1/index.json', () => {
  const beside = [...files.keys()].filter((path) => /^v1\/[a-z-]+\.json$/.test(path) && path !== 'v1/index.json');

  test('lists every other file with its URL and count', () => {
    const listed = resource('index').data.filter(({ name }) => name !== 'search');
    expect(listed.map(({ url, count }) => [url, count])).toEqual(
      beside.map((path) => [`/api/${path}`, resource(path.slice(3, -5)).meta.count]),
    );
    expect(beside).toContain('v1/documents.json');
  });

  test('lists the search index with the number of documents', () => {
    const count = resource('documents').meta.count;
    expect(resource('index').data.at(-1)).toMatchObject({ url: '/api/v1/search/manifest.json', count });
  });

  test('contains the URL templates of single records', () => {
    // No municipality of this site has an outline.
    expect(buildApiIndex(siteData).find(({ name }) => name === 'municipalities')?.items).toBeNull();
    const ofOutlines = buildApiIndex(openSharedSite(REPOSITORY_FOLDER)).find(({ name }) => name === 'municipalities');
    expect(ofOutlines?.items).toBe('/api/v1/municipalities/{id}.geojson');
    const singles = [...files.keys()].filter((path) => !beside.includes(path) && path !== 'v1/index.json');
    const forms = buildApiIndex(siteData).flatMap(({ items }) => items ?? []);
    const reached = new Set([
      ...siteData.plans.map(({ id }) => forms[0]?.replace('{id}', id)),
      ...siteData.indicators.map(({ id }) => forms[1]?.replace('{id}', id)),
      ...siteData.statistics.map(({ id }) => forms[2]?.replace('{id}', id)),
      ...siteData.zoneOutlineSets.map(({ municipality }) => forms[3]?.replace('{municipality}', municipality)),
    ]);
    expect(reached).toEqual(new Set(singles.map((path) => `/api/${path}`)));
  });

  test('names an existing schema for each list', () => {
    const schemas = resource('index').data.map(({ schema }) => String(schema).split('#/components/schemas/'));
    const known = Object.keys(createApiSchemas());
    expect(schemas.filter(([file, name]) => file !== '/api/openapi.json' || !known.includes(name ?? ''))).toEqual([]);
  });

  test('contains URLs under the base', () => {
    const listUrls = (site: SiteData) => buildApiIndex(site).flatMap(({ url, items, schema }) => [url, items, schema]);
    const based = openSiteData({ root: join(FIXTURE_SITES, 'sound'), base: '/plans/' });
    expect(listUrls(based)).toEqual(listUrls(siteData).map((url) => url && `/plans${url}`));
  });
});

const Single = z.object({ meta: z.object({ count: z.literal(1) }), data: z.record(z.string(), z.unknown()) });
const single = (path: string, among = files) => Single.parse(JSON.parse(among.get(`v1/${path}`) ?? 'null')).data;

interface Branch extends Readonly<Record<string, unknown>> {
  readonly progress: Readonly<Record<string, number>>;
  readonly children: readonly Branch[];
}
interface PlanRecord extends Readonly<Record<string, unknown>> {
  readonly progress: Branch['progress'];
  readonly nodes: readonly Branch[];
}
const singlePlan = (id: string, among = files) => single(`plans/${id}.json`, among) as unknown as PlanRecord;

const mihon = openSharedSite(EXAMPLE_SITE);
const mihonFiles = readApiFiles(mihon);

test.each(mihon.plans)(
  'the single record of the plan $id is the plan with its bands and a tree of its items',
  (plan) => {
    const { nodes, progress: _counts, ...record } = singlePlan(plan.id, mihonFiles);
    expect(record).toEqual({ ...plan, bands: mihon.bandsOf(plan.id) });
    const flat = (branches: readonly Branch[], parent: unknown = null): object[] =>
      branches.flatMap(({ progress: _progress, children, ...item }) => {
        expect(item.parent).toBe(parent);
        return [item, ...flat(children, item.id)];
      });
    expect(flat(nodes)).toEqual(mihon.planItemsOf(plan.id));
  },
);

describe('the counts of one plan', () => {
  const plan = singlePlan('mihon-keikaku');
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);

  test('contain every indicator once, also those without a rating', () => {
    expect(sum(plan.progress)).toBe(siteData.indicatorsOf('mihon-keikaku').length);
    expect(plan.progress).toMatchObject({ achieved: 1, 'on-track': 1, 'not-rated': 4, worse: 0 });
  });

  test('exist for each plan item, with all items below it', () => {
    const first = plan.nodes.find(({ id }) => id === 'mihon-keikaku/1');
    expect(first?.progress).toMatchObject({ 'on-track': 1, 'not-rated': 1 });
    expect(first && sum(first.progress)).toBe(2);
  });
});

describe('a single record', () => {
  test.each(siteData.indicators.map((indicator) => [indicator.id, indicator] as const))(
    'of the indicator %s is the indicator with its whole series, its targets and its ratings',
    (id, indicator) => {
      const { series, targets, ratings, ...record } = single(`indicators/${id}.json`) as Record<string, object[]>;
      const whole = (entries: object[] = []) => entries.map((entry) => ({ indicator: id, ...entry }));
      expect(record).toEqual(indicator);
      expect(whole(series)).toEqual(siteData.observationsOf(id));
      expect(whole(targets)).toEqual(siteData.targetsOf(id));
      expect(whole(ratings)).toEqual(siteData.ratingsOf(id));
    },
  );

  test.each(siteData.statistics.map((statistic) => [statistic.id, statistic] as const))(
    'of the statistic %s is the statistic with all its values',
    (id, statistic) => {
      const { values = [], ...record } = single(`statistics/${id}.json`) as Record<string, object[]>;
      expect(record).toEqual(statistic);
      expect(values.map((value) => ({ statistic: id, ...value }))).toEqual(siteData.statisticValuesOf(id));
    },
  );
});

test.each(['node-links', 'ratings', 'related-plans', 'updates'])(
  '/api/v1/%s.json has the rows of its table',
  (name) => {
    const rows = listRowObjects(siteData, findTable(name));
    expect(rows).not.toEqual([]);
    expect(resource(name).data).toEqual(rows);
  },
);

test('zones with outlines are GeoJSON; a schematic says that it is one', () => {
  const own = readApiFiles(openSharedSite(REPOSITORY_FOLDER)).get('v1/zones/kashiwa.geojson') ?? 'null';
  const map = JSON.parse(own) as {
    type: string;
    schematic: boolean;
    features: { id: string; properties: { schematic: boolean }; geometry: { coordinates: [number, number][][][] } }[];
  };
  expect([map.type, map.schematic, map.features.map(({ id }) => id)]).toEqual([
    'FeatureCollection',
    true,
    ['kashiwa/north', 'kashiwa/central', 'kashiwa/south', 'kashiwa/east'],
  ]);
  expect(map.features.map(({ properties }) => properties.schematic)).toEqual([true, true, true, true]);
  const degrees = map.features.flatMap(({ geometry }) => geometry.coordinates.flat(3));
  expect([Math.min(...degrees), Math.max(...degrees)]).toEqual([-0.5, 0.5]);
});

test('maps have their terms and the version of the data, so that they can be reused alone', () => {
  const site = openSharedSite(REPOSITORY_FOLDER);
  const readMeta = (path: string) =>
    z.looseObject({ meta: z.record(z.string(), z.unknown()) }).parse(JSON.parse(readApiFiles(site).get(path) ?? 'null'))
      .meta;
  const zones = readMeta('v1/zones/kashiwa.geojson');
  expect(zones).toMatchObject({ licence: site.site.licence, version: site.version, count: 4, rights: null });
  const outline = readMeta('v1/municipalities/kashiwa.geojson');
  expect(outline).toMatchObject({ licence: { id: 'LicenseRef-source-terms' }, version: site.version, count: 1 });
  expect(outline.rights).toContain('国土交通省「国土数値情報（行政区域データ）」（市区町村の形）を加工して作成');
});

describe('the outlines of zones', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const ring: [number, number][] = [
    [130, 30],
    [134, 30],
    [134, 32],
    [130, 30],
  ];
  const build = (schematic: boolean) => {
    const outlines = [{ zone: 'kashiwa/north', polygons: [[ring]] }];
    const [first] = own.zoneOutlineSets;
    if (!first) throw new Error('no outlines');
    return buildZoneFeatures({ ...own, zoneOutlineSets: [{ ...first, schematic, outlines }] });
  };
  const feature = (schematic: boolean, coordinates: readonly (readonly number[])[]) => ({
    type: 'Feature',
    id: 'kashiwa/north',
    properties: {
      id: 'kashiwa/north',
      title: '北部ゾーン',
      reading: 'ほくぶぞーん',
      url: '/zones/kashiwa/#north',
      schematic,
      source: 'kashiwa-suishin',
    },
    geometry: { type: 'MultiPolygon', coordinates: [[coordinates]] },
  });

  test('have the positions of their file, and no feature without an outline', () => {
    expect(build(false)).toEqual([
      ['kashiwa', { type: 'FeatureCollection', schematic: false, features: [feature(false, ring)] }],
    ]);
  });

  test('of a schematic keep their form in one degree around 0°, 0°', () => {
    const centred = [
      [-0.5, -0.25],
      [0.5, -0.25],
      [0.5, 0.25],
      [-0.5, -0.25],
    ];
    expect(build(true)).toEqual([
      ['kashiwa', { type: 'FeatureCollection', schematic: true, features: [feature(true, centred)] }],
    ]);
  });
});

test('the outline of a municipality is GeoJSON with its credit and its terms', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const outline = own.municipalityOutlines.find(({ municipality }) => municipality === 'warabi');
  expect(new Map(buildMunicipalityFeatures(own)).get('warabi')).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'warabi',
        properties: {
          id: 'warabi',
          code: '112232',
          title: '蕨市',
          prefecture: '埼玉県',
          url: '/cities/warabi/',
          source: outline?.source,
          attribution: expect.stringContaining(own.source(outline?.source ?? '').title) as string,
          terms: own.source(outline?.source ?? '').terms,
        },
        geometry: { type: 'MultiPolygon', coordinates: outline?.polygons },
      },
    ],
  });
});
