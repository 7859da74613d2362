import { z } from 'zod';
import { Municipality } from '../../model/municipality.ts';
import { Plan } from '../../model/plan.ts';
import { IsoDate, NaturalNumber } from '../../model/quantity-schema.ts';
import { SiteConfig } from '../../model/site.ts';
import { isMade, makeOrReadFile } from '../../site-data/part-of-path.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import { Term } from '../../tables/glossary.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Observation } from '../../tables/observations.ts';
import { Source } from '../../tables/sources.ts';
import { StatisticValue } from '../../tables/statistic-values.ts';
import { Statistic } from '../../tables/statistics.ts';
import { Target } from '../../tables/targets.ts';
import { Theme } from '../../tables/themes.ts';
import { PlanItem } from '../../tables/tree.ts';
import { Zone } from '../../tables/zones.ts';
import * as sourceTerms from '../metadata/source-terms.ts';
import { createFileOnRead, type PublishedFile } from '../published-file.ts';
import { listRowObjects, type PublishedTable, splitTable } from '../published-table.ts';
import { publishedStatisticValues } from '../tables/published-statistics.ts';
import { publishedTables } from '../tables/published-tables.ts';
import * as details from './record-details.ts';

/** A list of records at `/api/v1/{name}.json`. */
export interface RecordList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The name of a record's schema in the description of the API. */
  readonly schemaName: string;
  readonly record: z.ZodType;
  readonly records: (siteData: SiteData) => readonly unknown[];
}

/** Pairs a schema with its records: the compiler checks that they match. */
export function defineRecords<T>(record: z.ZodType<T>, records: (siteData: SiteData) => readonly T[]) {
  return { record, records };
}

/** The schema name of each table's records; if they are not flat rows, also the nested objects of the site data. */
const recordKinds: Readonly<Record<string, readonly [string, Pick<RecordList, 'record' | 'records'>?]>> = {
  municipalities: ['Municipality', defineRecords(Municipality, (siteData) => siteData.municipalities)],
  plans: ['Plan', defineRecords(Plan, (siteData) => siteData.plans)],
  nodes: ['Node', defineRecords(PlanItem, (siteData) => siteData.planItems)],
  'node-links': ['NodeLink'],
  indicators: ['Indicator', defineRecords(Indicator, (siteData) => siteData.indicators)],
  observations: ['Observation', defineRecords(Observation, (siteData) => siteData.observations)],
  targets: ['Target', defineRecords(Target, (siteData) => siteData.targets)],
  ratings: ['Rating'],
  statistics: ['Statistic', defineRecords(Statistic, (siteData) => siteData.statistics)],
  'statistic-values': ['StatisticValue', defineRecords(StatisticValue, (siteData) => siteData.statisticValues)],
  themes: ['Theme', defineRecords(Theme, (siteData) => siteData.themes)],
  glossary: ['Term', defineRecords(Term, (siteData) => siteData.terms)],
  sources: ['Source', defineRecords(Source, (siteData) => siteData.sources)],
  zones: ['Zone', defineRecords(Zone, (siteData) => siteData.zones)],
  'related-plans': ['RelatedPlan'],
  updates: ['Update'],
};

function createRecordList(table: PublishedTable): RecordList {
  const { id: name, title, description, rowSchema } = table;
  const kind = recordKinds[name];
  if (!kind) throw new Error(`the records of ${name} have no schema name`);
  const rows = { record: rowSchema, records: (siteData: SiteData) => listRowObjects(siteData, table) };
  const [schemaName, nested = rows] = kind;
  return { name, title, description, schemaName, ...nested };
}

/** The lists of `/api/v1/` with the records of tables: one record for each row. */
export const tableLists: readonly RecordList[] = publishedTables.map(createRecordList);

const { name, licence } = SiteConfig.shape;

/** The metadata of every response: the terms of use and the version of the data. */
export const ResponseMeta = z.strictObject({
  name: name.meta({ title: 'サイト', description: 'データを出しているサイトの名前' }),
  licence: licence.meta({
    title: '利用条件',
    description:
      'データの利用条件（SPDXのID、名前、全文のURL）。統計の値では、資料ごとの利用条件（LicenseRef-source-terms）とそのURL',
  }),
  version: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .meta({ title: 'データの版', description: 'データの中身から計算した12けたの記号。中身が同じなら同じになる' }),
  updated: IsoDate.nullable().meta({ title: '更新日', description: 'データが最後に変わった日。記録がなければ null' }),
  fictional: z.boolean().meta({ title: '架空', description: '内容がすべて架空であるとき true' }),
  count: NaturalNumber.meta({ title: '件数', description: 'data にある記録の数。1つの記録だけを返すときは 1' }),
  rights: z.string().nullable().meta({
    title: '写した値の利用条件',
    description: 'ほかの資料から写した値（人口など）の利用条件、出典の書き方、条件の全文のURL。写した値がなければ null',
  }),
});

const findTable = (name: string) => publishedTables.find(({ id }) => id === name);

/**
 * Returns the metadata of a response: the licence of the site, or the terms of a copied table or outline.
 * @param table the table with its facts
 * @param outline the terms of the outline in it
 */
function createResponseMeta(
  siteData: SiteData,
  count: number,
  table?: PublishedTable,
  outline?: sourceTerms.SourceTerms | null,
) {
  const { site, version, updated } = siteData;
  const { name, fictional } = site;
  const url = outline?.url ?? (table && sourceTerms.getSourceTermsUrl(siteData, table));
  // The form that SPDX has for terms without an id of their own.
  const licence = url ? { id: 'LicenseRef-source-terms', name: '資料ごとの利用条件', url } : site.licence;
  const terms = outline ? [outline] : table ? sourceTerms.listSourceTerms(siteData, table) : [];
  const rights =
    terms.length === 0
      ? null
      : `${sourceTerms.describeSourceTerms(terms)}条件の全文：${terms.map((one) => one.url).join(' 、')}`;
  return { name, licence, version, updated, fictional, count, rights } satisfies z.infer<typeof ResponseMeta>;
}

/** Returns the schema of a response with one record or a list of records. */
export const createResponseSchema = <D extends z.ZodType>(data: D) =>
  z.strictObject({
    meta: ResponseMeta.meta({ title: '応答について', description: '利用条件、データの版、件数' }),
    data: data.meta({ title: '記録', description: '1つの記録か、記録の並び' }),
  });

const formatJson = (value: unknown) => `${JSON.stringify(value)}\n`;

/** Returns a response with a list of records; an example has at most `limit` of them. */
export function formatListResponse(siteData: SiteData, data: readonly unknown[], name: string, limit?: number): string {
  return formatJson({ meta: createResponseMeta(siteData, data.length, findTable(name)), data: data.slice(0, limit) });
}

/** Returns the files with the records of tables, or of a part of the site. */
export const buildRecordFiles = memoizeBySite((siteData): PublishedFile[] => {
  const valuesByStatistic = splitTable(siteData, publishedStatisticValues, 'statistic');
  const formatRecords = (folder: string, records: readonly [string, object][]) =>
    records.map(([id, data]) => {
      const table = folder === 'statistics' ? valuesByStatistic.get(id) : findTable(folder);
      const format = () => formatJson({ meta: createResponseMeta(siteData, 1, table), data });
      return [`v1/${folder}/${id}.json`, format] as const;
    });
  const formatMaps = (folder: string, maps: readonly [string, Readonly<{ features: readonly object[] }>][]) =>
    maps.map(([id, map]) => {
      const outline = folder === 'municipalities' ? sourceTerms.getOutlineTerms(siteData, id) : null;
      const createMeta = () => createResponseMeta(siteData, map.features.length, findTable(folder), outline);
      return [`v1/${folder}/${id}.geojson`, () => formatJson({ meta: createMeta(), ...map })] as const;
    });
  const responses: (readonly [path: string, format: () => string])[] = [
    ...tableLists.map(
      ({ name, records }) => [`v1/${name}.json`, () => formatListResponse(siteData, records(siteData), name)] as const,
    ),
    ...formatRecords('plans', details.buildPlanTrees(siteData)),
    ...formatRecords('indicators', details.buildIndicatorSeries(siteData)),
    ...formatRecords('statistics', details.buildStatisticSeries(siteData)),
    ...formatMaps('municipalities', details.buildMunicipalityFeatures(siteData)),
    ...formatMaps('zones', details.buildZoneFeatures(siteData)),
  ];
  return responses
    .filter(([path]) => isMade(siteData, `api/${path}`))
    .map(([path, format]) =>
      createFileOnRead(path, () => makeOrReadFile(siteData, `api/${path}`, format) ?? '', { isKept: true }),
    );
});
