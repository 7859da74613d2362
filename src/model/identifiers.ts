import { z } from 'zod';

/** A slug: groups of lower-case letters and digits, separated by `-`, at most 64 characters. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The code of a plan item: like a slug, but with `_`, because a spreadsheet reads `33-1` as a date. */
export const CODE_PATTERN = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

const MAX_ID_LENGTH = 64;

/** Names that Windows has for devices: no file or folder there can have them. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9])$/;

/** Returns true for an id of this form that can be the name of a folder on every system. */
export const isUsableId = (text: string, form: RegExp): boolean =>
  form.test(text) && text.length <= MAX_ID_LENGTH && !DEVICE_NAME.test(text);

/** Anchors that pages with plan items and texts use themselves: no code of an item and no heading may be one. */
export const PAGE_IDS: readonly string[] =
  'main indicators status-choice theme-filter-title others rating rating-title contents departments sdgs texts files other-guides'.split(
    ' ',
  );

/** Returns true for the URL of a web page. A user name would look like its host: `https://a.example@evil.example/`. */
export const isWebUrl = (text: string): boolean =>
  /^https?:\/\/[^\s<>"/?#@]+(?:[/?#][^\s<>"]*)?$/i.test(text) && URL.canParse(text);

/** The URL of a web page. Other schemes could run a program (`javascript:`). */
export const WebUrl = z.string().refine(isWebUrl, { abort: true });

/** A text that is not empty. */
export const FilledText = z.string().min(1);

/** Gives a field its heading, its meaning, an example and further facts, such as the list of its codes. */
export const defineField = <T extends z.ZodType>(
  schema: T,
  title: string,
  description: string,
  example: unknown,
  facts?: z.core.GlobalMeta,
): T => schema.meta({ title, description, ...facts, examples: [example] });

/** Defines a field of text, possibly empty. */
export const defineText = (title: string, description: string, example: string): z.ZodString =>
  defineField(z.string(), title, description, example);

/** The English name of a record; empty if nobody has translated it. */
export const EnglishTitle = z.string().meta({
  title: '英語名',
  description: '計画ひろばが英語にした名前。市区町村がつけたものではない。まだないときは空',
});
/** The English unit of values; empty if nobody has translated it. */
export const EnglishUnit = z.string().meta({ title: '英語の単位', description: '値の単位の英語。まだないときは空' });
export const RecordSlug = z.string().regex(SLUG_PATTERN).max(MAX_ID_LENGTH);
export const ItemCode = z.string().regex(CODE_PATTERN).max(MAX_ID_LENGTH);

/** An id of two parts: `{plan}/{code}`, `{plan}/{slug}` or `{municipality}/{slug}`. */
export const PairId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9_-]+$/);

/** The municipality of a record. */
export const MunicipalityReference = defineField(RecordSlug, '市区町村ID', '計画をつくった市区町村', 'warabi', {
  references: 'municipalities.id',
});

/** The plan that contains a record. */
export const PlanReference = defineField(RecordSlug, '計画ID', 'この記録がのっている計画', 'warabi-jiritsu', {
  references: 'plans.id',
});

/** The indicator that a record is about. */
export const IndicatorReference = defineField(PairId, '指標ID', 'どの指標のものか', 'warabi-jiritsu/sns-followers', {
  references: 'indicators.id',
});

/** The source of a record as a whole. */
export const SourceReference = defineField(RecordSlug, '出典ID', '読んだ資料', 'warabi-jiritsu', {
  references: 'sources.id',
});

/** The root-relative URL (with the site's base) of the page, or the part of a page, that shows a record. */
export const PageUrl = z
  .string()
  .regex(/^\/(?:.*\/)?(?:\?[^#]*)?(?:#[a-z0-9_-]+)?$/)
  .meta({
    title: 'ページ',
    description: 'この記録を見られるページのアドレス（ホストのあとの / から。サイトのフォルダも含む）',
    examples: ['/plans/warabi-jiritsu/33_1/'],
  });

/** The same in a published table: absolute once the site has a host, so that links work in saved files. */
export const PublishedPageUrl = defineField(
  z.union([PageUrl, z.url()]),
  'ページ',
  '記録のページのアドレス。サイトのアドレスが決まっていれば https:// から、まだならホストのあとの / から',
  '/plans/warabi-jiritsu/33_1/',
);

/** The source of a record, and the headings that lead to the place in it where a fact is printed. */
export const SourceCitation = z.strictObject({
  id: SourceReference.meta({ description: '出典の一覧（sources）にある資料のID' }),
  place: defineField(z.string(), '出典箇所', '資料の中の場所（見出しの道すじ）', '33 市民参画・協働 > 施策1', {
    printed: true,
  }),
});
export type SourceCitation = z.infer<typeof SourceCitation>;
