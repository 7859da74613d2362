import { z } from 'zod';
import { RecordSlug, PageUrl } from './identifiers.ts';

/** One level of a plan's items, with the plan's own name for it. */
export const PlanLevel = z.strictObject({
  title: z
    .string()
    .min(1)
    .meta({ title: '階層', description: '計画が使っている階層の名前', examples: ['施策'], printed: true }),
  number: z
    .string()
    .meta({ title: '番号の例', description: '計画がこの階層の1番めをどう印刷するか。番号がなければ空' }),
});
export type PlanLevel = z.infer<typeof PlanLevel>;

/** A municipal plan, or the part of it that the site contains. */
export const Plan = z.strictObject({
  id: RecordSlug.meta({
    title: '計画ID',
    description: '計画のID（フォルダの名前）',
    examples: ['warabi-jiritsu'],
  }),
  municipality: RecordSlug.meta({
    title: '市区町村ID',
    description: '計画をつくった市区町村',
    references: 'municipalities.id',
    examples: ['warabi'],
  }),
  title: z
    .string()
    .min(1)
    .meta({
      title: '名称',
      description: '計画の名前',
      examples: ['第7章 市民と市がともに力を発揮して創る自立したまち'],
      printed: true,
    }),
  shortTitle: z
    .string()
    .min(1)
    .meta({
      title: '略称',
      description: '一覧などで使う短い名前',
      examples: ['市民と創る自立したまち'],
      printed: true,
    }),
  kind: z.string().meta({ title: '種類', description: '計画の種類', examples: ['計画（第7章）'], printed: true }),
  period: z
    .string()
    .nullable()
    .meta({
      title: '期間',
      description: '計画の期間。資料に書かれていなければ空',
      examples: ['令和2年度'],
      printed: true,
    }),
  levels: z.array(PlanLevel).min(1).meta({ title: '階層', description: '階層の名前（上から）' }),
  source: RecordSlug.meta({
    title: '出典ID',
    description: '計画のもとの資料',
    references: 'sources.id',
    examples: ['warabi-jiritsu'],
  }),
  minimumSample: z
    .number()
    .int()
    .positive()
    .nullable()
    .meta({
      title: '最小標本数',
      description: '標本数がこれより少ない調査は評価しない',
      unit: '人',
      examples: [400],
    }),
  url: PageUrl.meta({ examples: ['/plans/warabi-jiritsu/'] }),
});
export type Plan = z.infer<typeof Plan>;

/** The front matter of `content/plans/{plan}/index.mdx`. */
export const PlanFrontMatter = z.strictObject({
  title: z.string().min(1),
  shortTitle: z.string().min(1),
  municipality: RecordSlug,
  kind: z.string().min(1),
  period: z.string().min(1).optional(),
  levels: z.array(z.string().min(1)).min(1),
  /** The first number of each level as the plan prints it, in the order of `levels`; empty if it prints none. */
  numbers: z.array(z.string()).optional(),
  source: RecordSlug,
  minimumSample: z.number().int().positive().optional(),
});
export type PlanFrontMatter = z.infer<typeof PlanFrontMatter>;
