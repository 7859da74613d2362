import { z } from 'zod';
import {
  defineField,
  defineText,
  EnglishTitle,
  FilledText,
  MunicipalityReference,
  PageUrl,
  RecordSlug,
  SourceReference,
  WebUrl,
} from './identifiers.ts';
import { IsoDate, PositiveInteger } from './quantity-schema.ts';
import { planCategories, PlanState, planStates } from './value-lists.ts';

/** One level of a plan's items, with the plan's own name for it. */
export const PlanLevel = z.strictObject({
  title: defineField(FilledText, '階層', '階層の名前。計画に呼び名がないときは、つけた名前', '施策', { printed: true }),
  number: z
    .string()
    .meta({ title: '番号の例', description: 'この階層の1番めが、計画にどう印刷されているか。番号がなければ空' }),
});
export type PlanLevel = z.infer<typeof PlanLevel>;

/** A municipal plan, or the part of it that the site contains. */
export const Plan = z.strictObject({
  id: defineField(RecordSlug, '計画ID', '計画のID（フォルダの名前）', 'warabi-jiritsu'),
  municipality: MunicipalityReference,
  title: defineField(FilledText, '名称', '計画の名前', '第7章 市民と市がともに力を発揮して創る自立したまち', {
    printed: true,
  }),
  shortTitle: defineField(FilledText, '略称', '一覧などで使う短い名前', '市民と創る自立したまち', { printed: true }),
  reading: defineText('略称のよみ', '略称の読み（ひらがな）', 'しみんとつくるじりつしたまち'),
  titleEn: EnglishTitle.meta({
    examples: ['Chapter 7: A self-reliant town created by citizens and the city together'],
  }),
  officialTitle: FilledText.nullable().meta({
    title: '正式名',
    description: 'この部分を含む計画の正式な名前。確かめられていなければ空',
    examples: ['平塚市総合計画 生活快適・夢プラン'],
    printed: true,
  }),
  titleNote: defineText('正式名の注記', '正式な名前について確かでないこと', '改訂基本計画の一部とみられます'),
  kind: defineField(z.string(), '種類', '計画の種類', '計画（第7章）', { printed: true }),
  category: planCategories.schema.nullable().meta({
    title: '計画の種別',
    description: 'このサイトがつけた計画の種別。確かでないことは「正式名の注記」にある。決めていなければ空',
    codeList: 'plan-categories',
    examples: ['comprehensive'],
  }),
  scope: defineField(FilledText.nullable(), 'のせた範囲', '計画のうち、このサイトにある部分', '第7章だけ'),
  scopeEn: defineText(
    'のせた範囲（英語）',
    '計画のうち、このサイトにある部分の英語。まだないときは空',
    'Chapter 7 only',
  ),
  period: FilledText.nullable().meta({
    title: '期間',
    description: '計画の期間。計画全体の、予定の期間のこともある。わからなければ空',
    examples: ['令和2年度'],
    printed: true,
  }),
  lastYear: defineField(
    FilledText.nullable(),
    '最後の年度',
    '計画が期間とちがう年度に終わったときの、市区町村が公表した最後の年度。期間のとおりなら空',
    '平成27年度',
  ),
  state: PlanState,
  stateReason: defineText('状態の理由', 'なぜその状態としたか', '目標の年度は令和10年度です。'),
  stateWebsite: defineText(
    '状態の根拠',
    '状態がわかるページ。なければ空',
    'https://www.city.hiratsuka.kanagawa.jp/keikaku/page-c_02326.html',
  ),
  stateChecked: defineField(IsoDate.nullable(), '状態の確認日', '状態を確かめた日。確かめていなければ空', '2026-11-21'),
  replaces: z.array(RecordSlug).meta({ title: '前の計画', description: 'この計画に入れかわった、前の計画のID' }),
  replacedBy: z.array(RecordSlug).meta({ title: '次の計画', description: 'この計画のかわりになった、新しい計画のID' }),
  levels: z.array(PlanLevel).min(1).meta({ title: '階層', description: '階層の名前（上から）' }),
  source: SourceReference.meta({ description: '計画のもとの資料' }),
  minimumSample: defineField(PositiveInteger.nullable(), '最小標本数', '標本数がこれより少ない調査は評価しない', 400, {
    unit: '人',
  }),
  url: PageUrl.meta({ examples: ['/plans/warabi-jiritsu/'] }),
});
export type Plan = z.infer<typeof Plan>;

/** The front matter of `content/plans/{plan}/index.mdx`. */
export const PlanFrontMatter = z.strictObject({
  title: z.string().min(1),
  shortTitle: z.string().min(1),
  /** The reading of `shortTitle`, in hiragana. */
  reading: z.string().min(1).optional(),
  municipality: RecordSlug,
  titleEn: z.string().min(1).optional(),
  officialTitle: z.string().min(1).optional(),
  /** What is not certain about `officialTitle`. */
  titleNote: z.string().min(1).optional(),
  kind: z.string().min(1),
  category: planCategories.wordSchema.optional(),
  scope: z.string().min(1).optional(),
  scopeEn: z.string().min(1).optional(),
  period: z.string().min(1).optional(),
  /** The last year of a plan that ended before or after its period. */
  lastYear: z.string().min(1).optional(),
  state: planStates.wordSchema.default('unknown'),
  stateReason: z.string().min(1).optional(),
  stateWebsite: WebUrl.optional(),
  stateChecked: IsoDate.optional(),
  // YAML separates names by `,` alone: between other commas, several names would be one.
  levels: z
    .array(z.string().regex(/^[^,，、]+$/))
    .min(1)
    .refine((names) => new Set(names).size === names.length),
  /** The first number of each level as the plan prints it, in the order of `levels`; empty if it prints none. */
  numbers: z.array(z.string()).optional(),
  source: RecordSlug,
  minimumSample: PositiveInteger.optional(),
});
export type PlanFrontMatter = z.infer<typeof PlanFrontMatter>;
