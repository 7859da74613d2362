import { z } from 'zod';
import { IsoDate } from '../../model/period.ts';
import { SiteConfig } from '../../model/site.ts';
import type { SiteData } from '../../portal/portal.ts';

const { name, licence } = SiteConfig.shape;

/** What stands before the records of every answer: the terms of use, and which data this is. */
export const ResponseMeta = z.strictObject({
  name: name.meta({ title: 'サイト', description: 'データを出しているサイトの名前' }),
  licence: licence.meta({ title: '利用条件', description: 'データの利用条件（SPDXのID、名前、全文のURL）' }),
  version: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .meta({
      title: 'データの版',
      description: 'データの中身から計算した12けたの記号。中身が同じなら同じになる',
    }),
  updated: IsoDate.nullable().meta({
    title: '更新日',
    description: 'データが最後に変わった日。記録がなければ null',
  }),
  fictional: z.boolean().meta({ title: '架空', description: '内容がすべて架空であるとき true' }),
  count: z
    .number()
    .int()
    .nonnegative()
    .meta({ title: '件数', description: 'data にある記録の数。1つの記録だけを返すときは 1' }),
});

/** @param count how many records the answer holds */
export function createResponseMeta(portal: SiteData, count: number): z.infer<typeof ResponseMeta> {
  const { site, version, updated } = portal;
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
