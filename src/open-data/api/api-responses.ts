import { z } from 'zod';
import { IsoDate } from '../../model/quantity-schema.ts';
import { SiteConfig } from '../../model/site.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import { tableLists } from './record-lists.ts';
import { buildIndicatorSeries, buildPlanTrees, buildZoneFeatures } from './record-details.ts';

const { name, licence } = SiteConfig.shape;

/** What stands before the records of every answer: the terms of use, and which data this is. */
export const ResponseMeta = z.strictObject({
  name: name.meta({ title: 'サイト', description: 'データを出しているサイトの名前' }),
  licence: licence.meta({ title: '利用条件', description: 'データの利用条件（SPDXのID、名前、全文のURL）' }),
  version: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .meta({ title: 'データの版', description: 'データの中身から計算した12けたの記号。中身が同じなら同じになる' }),
  updated: IsoDate.nullable().meta({ title: '更新日', description: 'データが最後に変わった日。記録がなければ null' }),
  fictional: z.boolean().meta({ title: '架空', description: '内容がすべて架空であるとき true' }),
  count: z
    .number()
    .int()
    .nonnegative()
    .meta({ title: '件数', description: 'data にある記録の数。1つの記録だけを返すときは 1' }),
});

/** @param count how many records the answer holds */
export function createResponseMeta(siteData: SiteData, count: number): z.infer<typeof ResponseMeta> {
  const { site, version, updated } = siteData;
  return { name: site.name, licence: site.licence, version, updated, fictional: site.fictional, count };
}

/** The schema of an answer with a list of records. */
export function createListSchema<R extends z.ZodType>(record: R) {
  return z.strictObject({ meta: ResponseMeta, data: z.array(record) });
}

/** The schema of an answer with one record. */
export function createRecordSchema<R extends z.ZodType>(record: R) {
  return z.strictObject({ meta: ResponseMeta, data: record });
}

const text = (value: unknown) => `${JSON.stringify(value)}\n`;
const one = (siteData: SiteData, data: object) => text({ meta: createResponseMeta(siteData, 1), data });

/** An answer of the API with a list of records behind what must be known of them. */
export function printListResponse(siteData: SiteData, data: readonly unknown[]): string {
  return text({ meta: createResponseMeta(siteData, data.length), data });
}

/** The answers of the static API that hold the records of tables: path below `/api/`, and text. */
export const buildRecordFiles = memoizeBySite((siteData): ReadonlyMap<string, string> => {
  return new Map([
    ...tableLists.map(
      ({ name, records }) => [`v1/${name}.json`, printListResponse(siteData, records(siteData))] as const,
    ),
    ...buildPlanTrees(siteData).map(([id, plan]) => [`v1/plans/${id}.json`, one(siteData, plan)] as const),
    ...buildIndicatorSeries(siteData).map(([id, data]) => [`v1/indicators/${id}.json`, one(siteData, data)] as const),
    ...buildZoneFeatures(siteData).map(([id, map]) => [`v1/zones/${id}.geojson`, text(map)] as const),
  ]);
});
