import { z } from 'zod';
import { defineField, defineText, FilledText } from '../../model/identifiers.ts';
import { Municipality } from '../../model/municipality.ts';
import { PlanLevel } from '../../model/plan.ts';
import { ratingMethods, ownMethodReasons, progressStatuses } from '../../model/progress-status.ts';
import { IsoDate, RATIO_UNIT, targetComparators } from '../../model/quantity-schema.ts';
import { sdgGoals } from '../../model/sdg-goals.ts';
import * as lists from '../../model/value-lists.ts';
import { RatingBand } from '../../progress/rating-band.ts';
import { ID_CHANGE_ITEM } from '../../tables/changes.ts';
import { Department } from '../../tables/departments.ts';
import { Term } from '../../tables/glossary.ts';
import { observationRoles } from '../../tables/observations.ts';
import { Source } from '../../tables/sources.ts';
import { Statistic } from '../../tables/statistics.ts';
import { Theme } from '../../tables/themes.ts';
import { PlanItem } from '../../tables/tree.ts';
import { definePublishedTable, type PublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';
import { linkOrigins, linkRelations } from './published-plan-tables.ts';
import { publishedTables } from './published-tables.ts';

const code = z.string().min(1).meta({ title: 'コード', description: 'データに入っている値' });
const title = z.string().min(1).meta({ title: '名称', description: '日本語の名前' });
const titleEn = z.string().min(1).meta({ title: '英語名', description: '英語の名前' });

const createCodeList = (
  id: string,
  name: string,
  list: Readonly<Record<string, string>>,
  nameInEnglish: (code: string) => string = (code) => lists.nameValueInEnglish(code, id),
): PublishedTable =>
  definePublishedTable({
    id,
    title: name,
    description: `1行が、${name}の1つの値です。`,
    key: ['code'],
    row: z.object({
      code: code.meta({ examples: Object.keys(list).slice(0, 1) }),
      title: title.meta({ examples: Object.values(list).slice(0, 1) }),
      title_en: titleEn.meta({ examples: Object.keys(list).slice(0, 1).map(nameInEnglish) }),
    }),
    rows: () => Object.entries(list).map(([key, word]) => ({ code: key, title: word, titleEn: nameInEnglish(key) })),
  });

const goals = Object.fromEntries(sdgGoals.map((one) => [String(one.goal), one.title]));

const departments = definePublishedTable({
  id: 'departments',
  title: '部署',
  description: '1行が、計画に担当として出てくる1つの部署です。',
  key: ['code'],
  row: z.object({
    code: Department.shape.id.meta({ title: 'コード' }),
    title: Department.shape.title,
    municipality: Department.shape.municipality,
    municipality_code: column.municipalityCodeColumn,
  }),
  rows: ({ departments }) => departments.map((one) => ({ ...one, code: one.id })),
});

const levels = definePublishedTable({
  id: 'levels',
  title: '階層',
  description: '1行が、ある計画の1つの階層です。',
  key: ['plan', 'order'],
  row: z.object({
    plan: PlanItem.shape.plan.meta({ description: 'どの計画の階層か' }),
    order: defineField(z.int(), '順序', '上から何番めか（1から）', 1),
    title: PlanLevel.shape.title.meta({ title: '名称' }),
    municipality_code: column.municipalityCodeColumn,
  }),
  rows: (siteData) =>
    siteData.plans.flatMap(({ id: plan, levels }) => levels.map(({ title }, at) => ({ plan, order: at + 1, title }))),
});

/* A field with several values has a list of its own, because a cell contains one value. */
const planReplacements = definePublishedTable({
  id: 'plan-replacements',
  title: '計画の入れかえ',
  description: '1行が、ある計画と、そのかわりになった計画1つとの組です。',
  key: ['plan', 'replaced_by'],
  row: z.object({
    plan: PlanItem.shape.plan.meta({ description: 'ほかの計画に入れかわった、前の計画' }),
    replaced_by: PlanItem.shape.plan.meta({ title: '次の計画ID', description: 'かわりになった、新しい計画' }),
    municipality_code: column.municipalityCodeColumn,
  }),
  rows: (siteData) =>
    siteData.plans.flatMap(({ id: plan, replacedBy: newer }) => newer.map((replacedBy) => ({ plan, replacedBy }))),
});

const idChanges = definePublishedTable({
  id: 'id-changes',
  title: 'IDの変更',
  description:
    '1行が、変わったID1つです。計画のIDが変わったときは、その計画の項目と指標のIDも、はじめの計画IDの部分が同じように変わっています。市区町村のIDと、その市区町村の地域のIDも同じです。',
  key: ['earlier_id'],
  row: z.object({
    earlier_id: defineField(FilledText, '元のID', '変わる前のID', 'warabi-jiritsu/34'),
    id: defineField(FilledText, '今のID', '同じ記録の、今のID', 'warabi-jiritsu/35'),
    changed_on: defineField(IsoDate, '変わった日', '更新履歴にある日', '2026-11-20'),
  }),
  rows: ({ changes }) =>
    changes
      .filter(({ item }) => item === ID_CHANGE_ITEM)
      .map(({ before, subjects, date }) => ({ earlierId: before, id: subjects[0] ?? before, changedOn: date })),
});

const spellings = definePublishedTable({
  id: 'spellings',
  title: '用語のほかの書き方',
  description: '1行が、ある用語のほかの書き方か、その用語の説明に出てくる言葉1つです。',
  row: z.object({
    term: Term.shape.id.meta({ description: 'どの用語の書き方か', references: 'glossary.id' }),
    spelling: FilledText.meta({
      title: 'ほかの書き方',
      description:
        '用語のほかの書き方や略語、またはその用語の説明に出てくる言葉（「自助・共助」の「自助」など）。同じ意味とはかぎらない',
      examples: ['業務委託'],
      printed: true,
    }),
  }),
  rows: (siteData) => siteData.terms.flatMap(({ id, aliases }) => aliases.map((spelling) => ({ term: id, spelling }))),
});

const municipalitySources = definePublishedTable({
  id: 'municipality-sources',
  title: '市区町村の出典',
  description: '1行が、「市区町村」の表の1行と、その値を写した資料1つとの組です。',
  row: z.object({
    municipality: Municipality.shape.id.meta({ description: 'どの市区町村の行か', references: 'municipalities.id' }),
    source: Source.shape.id.meta({ description: '値を写した資料', references: 'sources.id' }),
  }),
  rows: (siteData) =>
    siteData.municipalities.flatMap(({ id, sources }) => sources.map((source) => ({ municipality: id, source }))),
});

const statisticThemes = definePublishedTable({
  id: 'statistic-themes',
  title: '統計のテーマ',
  description: '1行が、ある統計の1つのテーマです。はじめの行が主なテーマです。',
  row: z.object({
    statistic: Statistic.shape.id.meta({ description: 'どの統計のテーマか', references: 'statistics.id' }),
    theme: Theme.shape.id.meta({ description: '統計と関係するテーマ', references: 'themes.id' }),
  }),
  rows: (siteData) =>
    siteData.statistics.flatMap(({ id, themes }) => themes.map((theme) => ({ statistic: id, theme }))),
});

const updateSources = definePublishedTable({
  id: 'update-sources',
  title: '更新の出典',
  description: '1行が、更新履歴の記録1つと、そのもとになった資料1つとの組です。',
  row: z.object({
    update: defineField(FilledText, '更新ID', '「更新履歴」の表の、どの記録か', '2026-11-20-1'),
    source: Source.shape.id.meta({ description: '記録のもとになった資料', references: 'sources.id' }),
  }),
  rows: ({ changes }) => changes.flatMap(({ id: update, sources }) => sources.map((source) => ({ update, source }))),
});

const INDICATOR_UNIT = '指標の単位';

const ratingBands = definePublishedTable({
  id: 'rating-bands',
  title: '評価の段',
  description:
    '1行が、計画がもつ方法の1つの段です。順の小さい段から調べ、はじめにあてはまった段の記号が評価です。時点のある段は、その時点の実績だけを評価します。',
  key: ['plan', 'order'],
  row: z.object({
    plan: PlanItem.shape.plan.meta({ description: 'どの計画の段か' }),
    ...column.pickColumns(RatingBand, 'order', 'symbol', 'title', 'scale'),
    ...column.pickColumns(RatingBand, 'low', 'lowIncluded', 'high', 'highIncluded'),
    scale_unit: defineText('尺度の単位', '段の下限と上限の単位', RATIO_UNIT),
    ...column.createPeriodColumns('段', { text: '令和6年度', start: '2024-04-01', end: '2025-03-31' }),
    margin: defineField(z.number(), '誤差', RatingBand.shape.margin.description ?? '', 3, { unit: INDICATOR_UNIT }),
    ...column.pickColumns(RatingBand, 'note'),
    municipality_code: column.municipalityCodeColumn,
  }),
  rows: ({ bands }) =>
    bands.map(({ year, ...one }) => ({
      ...one,
      scaleUnit: one.scale === 'typed' ? '' : one.scale === 'difference' ? INDICATOR_UNIT : RATIO_UNIT,
      ...column.getPeriodValues(year ?? { text: '', start: null, end: null }),
    })),
});

/** The folder of the code lists below `/data/`. */
const FOLDER = 'codes/';

/** The code lists, which explain the values of columns. */
export const codeLists: readonly PublishedTable[] = [
  departments,
  createCodeList('sdgs', 'SDGsの目標', goals, (goal) => sdgGoals[Number(goal) - 1]?.english ?? ''),
  levels,
  createCodeList('kinds', '種別', lists.itemKinds.words),
  createCodeList('plan-categories', '計画の種別', lists.planCategories.words),
  createCodeList('plan-states', '計画の状態', lists.planStates.words),
  createCodeList('statuses', '進み具合の状態', progressStatuses),
  createCodeList('reasons', '評価しない理由', ownMethodReasons),
  createCodeList('directions', '良い方向', lists.preferredDirections.words),
  createCodeList('aggregations', '集計', lists.aggregationKinds.words),
  createCodeList('states', '指標の状態', lists.indicatorStates.words),
  createCodeList('certainties', '確度', lists.certaintyLevels.words),
  createCodeList('target-kinds', '目標の種類', lists.targetKinds.words),
  createCodeList('scales', '評価の尺度', lists.bandScales.words),
  createCodeList('origins', 'つながりと名称の出どころ', linkOrigins),
  createCodeList('relations', '項目のつながりの種類', linkRelations),
  createCodeList('comparators', 'くらべ方', targetComparators),
  createCodeList('roles', '値の役割', observationRoles),
  createCodeList('statistic-categories', '統計の分類', lists.statisticCategories.words),
  createCodeList('statistic-comparisons', '統計のくらべ方', lists.statisticComparisons.words),
  createCodeList('statistic-value-states', '統計の値の状態', lists.statisticValueStates.words),
  statisticThemes,
  createCodeList('release-change-kinds', '変わったことの種類', lists.releaseChangeKinds.words),
  createCodeList('methods', '評価の方法', ratingMethods),
  spellings,
  municipalitySources,
  planReplacements,
  idChanges,
  updateSources,
  createCodeList('update-kinds', '更新の種類', lists.changeKinds.words),
  ratingBands,
].map((list) => ({ ...list, path: FOLDER + list.id }));

export const describedTables: readonly PublishedTable[] = [...publishedTables, ...codeLists];

/** True for a code list, which has no page of its own. */
export const isCodeList = ({ path }: PublishedTable): boolean => path.startsWith(FOLDER);
