import { z } from 'zod';
import {
  defineField,
  defineText,
  EnglishTitle,
  FilledText,
  ItemCode,
  MunicipalityReference,
  PageUrl,
  PairId,
  PlanReference,
  RecordSlug,
  SourceCitation,
} from '../model/identifiers.ts';
import { PositiveInteger } from '../model/quantity-schema.ts';
import { SdgNumber } from '../model/sdg-goals.ts';
import { inferredColumns, type ItemKind, itemKinds, PlanState } from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, placeColumn, requiredColumn } from './table-schema.ts';
import { type SchemaRow, textColumn } from './table-schema.ts';

/** An item of a plan: a policy, a measure, an action, or something that belongs to them. */
export const PlanItem = z.strictObject({
  id: defineField(PairId, 'ID', '計画IDとコードを / でつないだもの', 'warabi-jiritsu/33_1'),
  plan: PlanReference.meta({ description: 'この項目がのっている計画' }),
  municipality: MunicipalityReference,
  code: defineField(ItemCode, 'コード', '計画の中の番号を _ でつないだもの', '33_1'),
  number: defineField(z.string(), '番号', '計画に印刷されている番号や記号。印刷されていないときは空', '施策1', {
    printed: true,
  }),
  level: defineField(z.string(), '階層', '階層の名前。計画に呼び名がないときは、つけた名前', '施策', {
    codeList: 'levels',
    printed: true,
  }),
  kind: defineField(itemKinds.schema, '種別', '計画をこえて共通の、項目の種別', 'measure', { codeList: 'kinds' }),
  parent: defineField(PairId.nullable(), '親ID', 'すぐ上の項目。なければ空', 'warabi-jiritsu/33', {
    references: 'nodes.id',
  }),
  order: defineField(PositiveInteger, '順序', '同じ親をもつ項目の中で何番めか（1から）', 1),
  title: FilledText.meta({
    title: '名称',
    description: '計画の見出し。文で書かれた項目には、このサイトがつけた短い名前',
    examples: ['市民参画意識の高揚'],
    printed: true,
  }),
  reading: defineText(
    'よみ',
    '名称の読み（ひらがな）。計画ひろばがつけた。空白は、漢字の読みが終わるところ',
    'しみんさんかくいしきのこうよう',
  ),
  titleEn: EnglishTitle.meta({ examples: ['Raising awareness of citizen participation'] }),
  summary: defineText(
    '要約',
    'このサイトがやさしい言葉で書いた要約',
    '計画づくりや事業に市民が参加できる場を設け、参加しやすい環境を整えます。',
  ),
  summaryEn: defineText(
    '英語の要約',
    '要約を計画ひろばが英語にしたもの。まだないときは空',
    'The city offers citizens opportunities to take part in plans and projects.',
  ),
  themes: z.array(RecordSlug).meta({ title: 'テーマ', description: 'テーマID。はじめが主なテーマ' }),
  departments: z.array(RecordSlug).meta({ title: '担当', description: '担当する部署のID' }),
  sdgs: z.array(SdgNumber).meta({ title: 'SDGs', description: 'SDGsの目標の番号（1から17）' }),
  terms: z.array(RecordSlug).meta({ title: '用語', description: '名称か要約に出てくる用語のID' }),
  related: z.array(PairId).meta({ title: '関連', description: '同じ計画の中で対になる項目' }),
  marks: z.array(z.string()).meta({ title: '印', description: '計画がつけている印（強靱化など）' }),
  examples: defineField(
    z.boolean(),
    '例示',
    '計画が例としてあげているとき true（並びの終わりに「など」とある）',
    false,
  ),
  inferred: z.array(inferredColumns.schema).meta({
    title: 'サイトの読み取り',
    description: '計画になく、このサイトが読み取ったか、つけたもの（departments、related、marks か title）',
  }),
  note: defineText(
    '備考',
    '書き写しについての注意',
    '印「強靱化」は、施策1と施策2のあいだに一度だけ印刷されています。',
  ),
  planState: PlanState,
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
  url: PageUrl,
});
export type PlanItem = z.infer<typeof PlanItem>;

/**
 * Returns true for a plan item with a page of its own: every policy, and each measure that is not below another
 * measure, except the only item at the top of a plan, whose page would repeat the plan's. Other items are shown on the
 * page of the nearest item above.
 * @param parent the kind of the parent item; null at the top of the tree
 */
export function hasPage(kind: ItemKind, parent: ItemKind | null, isOnlyRoot: boolean): boolean {
  if (isOnlyRoot) return false;
  return kind === 'policy' || (kind === 'measure' && parent !== 'measure');
}

export const treeTable = defineSourceTable({
  path: 'data/plans/{plan}/tree.csv',
  title: '政策・施策・取組',
  required: true,
  ids: 'unique',
  columns: {
    コード: keyColumn('code', cell.requiredCode(), { aliases: ['施策コード', '項目コード'] }),
    親コード: optionalColumn('parent', cell.optionalCode(), { aliases: ['上位コード', '上の項目のコード'] }),
    階層: textColumn('level', { aliases: ['階層名'] }),
    種別: requiredColumn('kind', cell.requiredChoice(itemKinds.words)),
    名称: requiredColumn('title', cell.requiredText(), {
      role: 'name',
      aliases: ['項目名', '施策名', '取組名', '事業名'],
    }),
    よみ: textColumn('reading'),
    英語名: textColumn('titleEn'),
    要約: optionalColumn('summary', cell.optionalText(), { role: 'summary', aliases: ['概要'] }),
    英語の要約: textColumn('summaryEn'),
    テーマ: optionalColumn('themes', cell.slugList(), { references: 'themes' }),
    担当: optionalColumn('departments', cell.slugList(), {
      references: 'departments',
      aliases: ['担当課', '担当部署', '所管', '所管課'],
    }),
    SDGs: optionalColumn('sdgs', cell.sdgList()),
    例示: optionalColumn('examples', cell.optionalFlag()),
    印: optionalColumn('marks', cell.textList(), { role: 'other' }),
    関連: optionalColumn('related', cell.codeList(), { references: 'tree' }),
    サイトの読み取り: optionalColumn('inferred', cell.choiceList(inferredColumns.words)),
    備考: textColumn('note', { aliases: ['注記', '注', '注釈'] }),
    出典ID: requiredColumn('source', cell.requiredSlug(), { references: 'sources', aliases: ['出典'] }),
    出典箇所: placeColumn,
  },
});
export type PlanItemRow = SchemaRow<(typeof treeTable)['columns']>;

/** Returns a function that finds the item whose page shows an item, by their codes; null is the plan's page. */
export function createPageFinder(rows: readonly PlanItemRow[]): (code: string) => string | null {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const roots = rows.filter(({ parent }) => parent === null);
  const parentOf = (row: PlanItemRow) => (row.parent === null ? undefined : byCode.get(row.parent));
  /** The pages of the items that were walked over, so that a row is walked over once. */
  const pages = new Map<PlanItemRow, string | null>();
  return (code) => {
    const path: PlanItemRow[] = [];
    let page: string | null = null;
    for (let row = byCode.get(code); row; row = parentOf(row)) {
      const known = pages.get(row);
      const isOnlyRoot = roots.length === 1 && row === roots[0];
      if (known !== undefined) page = known;
      else if (hasPage(row.kind, parentOf(row)?.kind ?? null, isOnlyRoot)) page = row.code;
      // The page of a loop is the plan's: it is the value until the walk ends.
      pages.set(row, page);
      path.push(row);
      if (known !== undefined || page !== null) break;
    }
    for (const row of path) pages.set(row, page);
    return page;
  };
}
