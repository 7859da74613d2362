import { SLUG_PATTERN } from '../../model/identifiers.ts';
import { otherPaths } from '../../model/routes.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { getContactPoint, getLicenceUrl } from '../metadata/table-facts.ts';
import type { PublishedFile } from '../published-file.ts';
import { serializeJson } from '../table-formats.ts';
import { describedTables } from '../tables/published-code-lists.ts';
import * as apiIndex from './api-index.ts';
import { buildRecordFiles, formatListResponse } from './api-responses.ts';
import { createApiSchemas, SCHEMA_PATH } from './openapi-schemas.ts';

const EXAMPLE_RECORDS = 2;

const isPlainObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Shortens each list in a response, at any depth. Coordinates stay complete, because a cut ring is invalid. */
function shortenExample(value: unknown): unknown {
  if (Array.isArray(value))
    return (value.some(isPlainObject) ? value.slice(0, EXAMPLE_RECORDS) : value).map(shortenExample);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortenExample(inner)]));
}

/** One URL, or all URLs of one template. */
interface Endpoint {
  readonly path: string;
  readonly id: string;
  readonly tag: 'lists' | 'single' | 'tables';
  readonly summary: string;
  readonly description: string;
  readonly responseSchema: string;
  /** For each `{name}` in the path, its meaning and its value in the example. Absent if the path has none. */
  readonly parameters?: readonly Readonly<Record<'name' | 'meaning' | 'value', string>>[];
  /** A real response, as text; null if the site has none. */
  readonly example: string | null;
}

function listListEndpoints(siteData: SiteData): Endpoint[] {
  const index = {
    name: 'index',
    title: 'API の一覧',
    description: 'v1 にある一覧の名前、アドレス、件数です。',
    schemaName: 'Resource',
    records: apiIndex.buildApiIndex,
  };
  return [index, ...apiIndex.apiLists].map(({ name, title, description, schemaName, records }) => ({
    path: `/api/v1/${name}.json`,
    id: `list${apiIndex.toPascalCase(name)}`,
    tag: 'lists',
    summary: title,
    description,
    responseSchema: apiIndex.getListSchemaName(schemaName),
    example: formatListResponse(siteData, records(siteData), name, EXAMPLE_RECORDS),
  }));
}

const createPlanParameter = (value: string) => ({ name: 'plan', meaning: '計画ID', value });

function listRecordEndpoints(siteData: SiteData, files: readonly PublishedFile[]): Endpoint[] {
  const [plan] = siteData.plans;
  const [indicator] = siteData.indicators;
  const [statistic] = siteData.statistics;
  const [outline] = siteData.municipalityOutlines;
  const [zones] = siteData.zoneOutlineSets;
  const [owner = '', slug = ''] = indicator?.id.split('/') ?? [];
  const endpoints: readonly Required<Omit<Endpoint, 'tag' | 'example'>>[] = [
    {
      path: '/api/v1/plans/{plan}.json',
      id: 'getPlan',
      summary: '1つの計画',
      description: '計画を、入れ子になった項目の木として返します。',
      responseSchema: 'PlanTreeAnswer',
      parameters: [createPlanParameter(plan?.id ?? '')],
    },
    {
      path: '/api/v1/indicators/{plan}/{slug}.json',
      id: 'getIndicator',
      summary: '1つの指標',
      description: '指標を、値の並び（series）とすべての目標（targets）とともに返します。',
      responseSchema: 'IndicatorSeriesAnswer',
      parameters: [createPlanParameter(owner), { name: 'slug', meaning: '計画の中での指標のID', value: slug }],
    },
    {
      path: '/api/v1/statistics/{statistic}.json',
      id: 'getStatistic',
      summary: '1つの統計',
      description: '統計を、市区町村ごとのすべての値（values）とともに返します。',
      responseSchema: 'StatisticSeriesAnswer',
      parameters: [{ name: 'statistic', meaning: '統計ID', value: statistic?.id ?? '' }],
    },
    {
      path: otherPaths.municipalityOutline,
      id: 'getMunicipalityShape',
      summary: '市区町村の形',
      description:
        '市区町村の形を GeoJSON（RFC 7946）で返します。小さな地図のために点を減らしたものです。形のない市区町村にはありません。',
      responseSchema: 'MunicipalityMap',
      parameters: [{ name: 'municipality', meaning: '市区町村ID', value: outline?.municipality ?? '' }],
    },
    {
      path: '/api/v1/zones/{municipality}.geojson',
      id: 'getZones',
      summary: '市区町村の地域の地図',
      description: '計画に出てくる地域の形を GeoJSON（RFC 7946）で返します。形がわからない市区町村にはありません。',
      responseSchema: 'ZoneMap',
      parameters: [{ name: 'municipality', meaning: '市区町村ID', value: zones?.municipality ?? '' }],
    },
  ];
  return endpoints.map((endpoint) => {
    const url = endpoint.parameters.reduce((path, { name, value }) => path.replace(`{${name}}`, value), endpoint.path);
    return {
      ...endpoint,
      tag: 'single',
      example: files.find((file) => `/api/${file.path}` === url)?.body.toString() ?? null,
    };
  });
}

/** Returns the endpoint of the search index. It has no example, because building the index again takes too long. */
function createSearchEndpoint(siteData: SiteData): Endpoint {
  const { title: summary, description, path, schemaName: responseSchema } = apiIndex.getSearchResource(siteData);
  return { path, id: 'getSearchManifest', tag: 'lists', summary, description, responseSchema, example: null };
}

const listReleaseEndpoints = ({ releases }: SiteData): Endpoint[] =>
  releases.slice(0, 1).map(({ version, changes }) => ({
    path: '/data/versions/{release}/changes.json',
    id: 'getReleasedChanges',
    tag: 'single',
    summary: '1つの保存版で変わったところ',
    description: 'つくったときのままの記録の並び（meta なし）です。今のIDは /api/v1/changes.json にあります。',
    responseSchema: 'ReleasedChangeRows',
    parameters: [{ name: 'release', meaning: '保存版の名前', value: version }],
    example: JSON.stringify(changes.slice(0, EXAMPLE_RECORDS)),
  }));

const listTableEndpoints = (siteData: SiteData): Endpoint[] =>
  describedTables.map((table) => ({
    path: `/data/${table.path}.json`,
    id: `table${apiIndex.toPascalCase(table.id)}`,
    tag: 'tables',
    summary: `表「${table.title}」`,
    description: table.description,
    responseSchema: apiIndex.getRowsSchemaName(table.id),
    example: serializeJson(siteData, { ...table, rows: () => table.rows(siteData).slice(0, EXAMPLE_RECORDS) }),
  }));

function createOperation(endpoint: Endpoint) {
  const { path, id, tag, summary, description, responseSchema, parameters = [], example } = endpoint;
  const type = path.endsWith('.geojson') ? 'application/geo+json' : 'application/json';
  const exampleEntry = example === null ? {} : { example: shortenExample(JSON.parse(example)) };
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: parameters.map(({ name, meaning, value }) => ({
      name,
      in: 'path',
      required: true,
      description: meaning,
      schema: { type: 'string', pattern: SLUG_PATTERN.source },
      ...(value === '' ? {} : { example: value }),
    })),
    responses: {
      200: {
        description: summary,
        content: { [type]: { schema: { $ref: SCHEMA_PATH + responseSchema }, ...exampleEntry } },
      },
      404: {
        description:
          parameters.length === 0 ? 'このサイトには、このファイルがありません。' : 'そのIDの記録はありません。',
      },
    },
  };
}

/** Returns the paths of the static API and of the tables as JSON, each with a real response if there is one. */
function createApiPaths(siteData: SiteData) {
  const endpoints = [
    ...listListEndpoints(siteData),
    ...listRecordEndpoints(siteData, buildRecordFiles(siteData)),
    createSearchEndpoint(siteData),
    ...listReleaseEndpoints(siteData),
    ...listTableEndpoints(siteData),
  ];
  return Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: createOperation(endpoint) }]));
}

/** The version of the API. It does not depend on the data. */
const VERSION = '1.0.0';

function createIntroduction({ site, version, updated }: SiteData): string {
  const day = updated === null ? '' : `（${updated} 更新）`;
  return [
    `${site.name}のデータを、決まったアドレスの JSON ファイルで読めます。登録も鍵も要りません。`,
    `この説明はデータの版 ${version}${day} からつくりました。例は、どれもこの版の実際の応答です（長い一覧ははじめの2件だけを示します）。`,
    '利用条件は、応答の meta.licence にあります。統計の値では、もとの資料ごとの条件です。人口のように資料から写した値がほかの記録にあるときは、その条件と出典の書き方が meta.rights にあります。',
    'わからない数は null です。キーがなくなることはありません。',
    'v1 の中では、アドレス、キーの名前と意味を変えません。キーが増えることはあります。変えなければならないときは v2 をつくり、v1 も1年のあいだ残します。',
    ...(site.fictional ? ['このサイトの内容は、すべて架空です。'] : []),
  ].join('\n\n');
}

/** Returns the description of the API as an OpenAPI 3.1 document, valid under any base: the server is the base. */
export function createOpenApiDocument(siteData: SiteData) {
  const { site, urls, version, updated } = siteData;
  const contact = getContactPoint(siteData);
  const developers = siteData.guides.find(({ slug }) => slug === 'developers');
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: `${site.name} API`,
      version: VERSION,
      summary: site.description,
      description: createIntroduction(siteData),
      contact: {
        name: site.publisher,
        ...(contact?.kind === 'mailbox' ? { email: contact.text } : {}),
        ...(contact?.kind === 'page' ? { url: contact.text } : {}),
      },
      license: { name: site.licence.name, url: getLicenceUrl(siteData) },
      'x-data-version': version,
      'x-data-updated': updated,
    },
    servers: [{ url: urls.home().replace(/(.)\/$/, '$1') }],
    ...(developers ? { externalDocs: { description: developers.title, url: urls.absolute(developers.url) } } : {}),
    // Anybody can read everything.
    security: [],
    tags: [
      { name: 'lists', description: '記録の一覧' },
      { name: 'single', description: '1つの計画、指標、統計、市区町村のくわしい記録' },
      { name: 'tables', description: '公開している表の、型のついた行' },
    ],
    paths: createApiPaths(siteData),
    components: { schemas: createApiSchemas() },
  };
}
