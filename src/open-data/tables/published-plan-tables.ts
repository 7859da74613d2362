import { z } from 'zod';
import type { TitledRecord } from '../../diagnostics/diagnostic-report.ts';
import { defineField, FilledText, PairId } from '../../model/identifiers.ts';
import { Plan } from '../../model/plan.ts';
import { PositiveInteger } from '../../model/quantity-schema.ts';
import { getSdgTitle } from '../../model/sdg-goals.ts';
import { listKeys } from '../../model/value-lists.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { RelatedPlan } from '../../tables/related-plans.ts';
import { PlanItem } from '../../tables/tree.ts';
import { definePublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';

const period = column.createDateColumns('期間', { start: '2020-04-01', end: '2021-03-31' });

/** Returns the last day of a plan that ended, or null if it is not known: a plan can end before its period does. */
function findLastDay({ state, lastYear, period, stateChecked }: Plan): string | null {
  const { end } = column.readDateRange((state === 'ended' ? (lastYear ?? period) : null) ?? '');
  const isEarly = lastYear === null && stateChecked !== null && end !== null && stateChecked < end;
  return isEarly ? null : end;
}

export const publishedPlans = definePublishedTable({
  id: 'plans',
  title: '計画',
  description: '1行が1つの計画です。ほかの計画のかわりになった計画は、コード表の plan-replacements にあります。',
  planColumn: 'id',
  mainColumns: ['title', 'title_note', 'municipality', 'category', 'period', 'state', 'scope'],
  row: z.object({
    ...column.pickColumns(Plan, 'id', 'municipality'),
    municipality_code: column.municipalityCodeColumn,
    ...column.pickColumns(Plan, 'title', 'shortTitle', 'reading', 'titleEn', 'officialTitle', 'titleNote'),
    ...column.pickColumns(Plan, 'kind', 'category', 'scope', 'scopeEn', 'period'),
    period_start: period.start,
    period_end: period.end,
    ...column.pickColumns(Plan, 'lastYear'),
    ended_on: defineField(
      period.end,
      '終わった日',
      '終わった計画の最後の日（最後の年度か、期間の最後の日）。終わっていないか、期間の前に終わってわからなければ空',
      '2016-03-31',
    ),
    ...column.pickColumns(Plan, 'state', 'stateReason', 'stateWebsite', 'stateChecked', 'minimumSample'),
    source_id: column.sourceColumns.source_id,
    url: column.createPageColumn(Plan.shape.url),
  }),
  rows: (siteData) =>
    siteData.plans.map((one) => ({
      ...one,
      ...column.prefixValues('period', column.readDateRange(one.period ?? '')),
      endedOn: findLastDay(one),
      sourceId: one.source,
    })),
});

/** What makes a link or a name: the plan itself, or the site. */
export const linkOrigins = { plan: '計画', site: 'このサイト' } as const;

const origin = z.enum(listKeys(linkOrigins)).meta({
  title: '出どころ',
  description: '計画に書かれているつながりは plan、このサイトがつけたか読み取ったつながりは site',
  codeList: 'origins',
  examples: ['site'],
});

/** Returns the origin of something that the site makes, or else the plan. */
const getOrigin = (isOfSite: boolean): keyof typeof linkOrigins => (isOfSite ? 'site' : 'plan');

export const publishedPlanItems = definePublishedTable({
  id: 'nodes',
  title: '計画の項目',
  description:
    '1行が計画の1つの項目（政策、施策、取組など）です。テーマや担当のように1つの項目に複数あるものは「項目のつながり」の表にあります。',
  mainColumns: ['title', 'number', 'level', 'kind', 'summary', 'plan'],
  row: z.object({
    ...column.pickColumns(PlanItem, 'id', 'plan', 'municipality'),
    municipality_code: column.municipalityCodeColumn,
    ...column.pickColumns(PlanItem, 'code', 'number', 'level', 'kind', 'parent', 'order', 'title', 'reading'),
    ...column.pickColumns(PlanItem, 'titleEn', 'summary', 'examples', 'note', 'planState'),
    ...column.sourceColumns,
    url: column.createPageColumn(PlanItem.shape.url),
    ...column.pickColumns(PlanItem, 'summaryEn'),
    title_origin: origin.meta({
      ...origin.meta(),
      title: '名称の出どころ',
      description: '計画の見出しなら plan、文で書かれた項目にこのサイトがつけた短い名前なら site',
    }),
  }),
  rows: (siteData) =>
    siteData.planItems.map(({ source, ...one }) => ({
      ...one,
      ...column.getSourceValues(source),
      titleOrigin: getOrigin(one.inferred.includes('title')),
    })),
});

/** The kinds of links of plan items, in the order of the rows. */
export const linkRelations = {
  theme: 'テーマ',
  department: '担当',
  sdg: 'SDGsの目標',
  term: '用語',
  related: '関連する項目',
  indicator: '指標',
} as const;
type Relation = keyof typeof linkRelations;

function listLinkTargets(siteData: SiteData, item: PlanItem): Record<Relation, readonly TitledRecord[]> {
  const { themes, departments, sdgs, terms, related } = item;
  return {
    theme: themes.map(siteData.theme),
    department: departments.map(siteData.department),
    sdg: sdgs.map((goal) => ({ id: String(goal), title: getSdgTitle(goal) })),
    term: terms.map(siteData.term),
    related: related.map(siteData.planItem),
    indicator: siteData.indicatorsOfPlanItem(item.id),
  };
}

function findLinkOrigin({ inferred }: PlanItem, relation: Relation): keyof typeof linkOrigins {
  const isInferred =
    (relation === 'department' && inferred.includes('departments')) ||
    (relation === 'related' && inferred.includes('related'));
  return getOrigin(isInferred || relation === 'theme' || relation === 'term');
}

export const publishedPlanItemLinks = definePublishedTable({
  id: 'node-links',
  title: '項目のつながり',
  description: '1行が、計画の項目と、テーマ・担当・SDGsの目標・用語・関連する項目・指標のどれか1つとのつながりです。',
  planColumn: 'node',
  key: ['node', 'relation', 'target'],
  mainColumns: ['node', 'relation', 'target_title', 'origin', 'order'],
  row: z.object({
    node: PlanItem.shape.id.meta({ title: '項目ID', description: '計画の項目のID', references: 'nodes.id' }),
    municipality_code: column.municipalityCodeColumn,
    relation: z.enum(listKeys(linkRelations)).meta({
      title: '関係',
      description:
        'theme（テーマ）、department（担当）、sdg（SDGsの目標）、term（用語）、related（関連する項目）、indicator（その項目についている指標）のどれか',
      codeList: 'relations',
      examples: ['theme'],
    }),
    target: defineField(FilledText, '相手', 'つながる相手のID。SDGsは目標の番号', 'digital'),
    target_title: defineField(FilledText, '相手の名前', '相手の名称', 'デジタル'),
    origin,
    order: defineField(PositiveInteger, '順序', '同じ関係の中で何番めか（1から）。主なテーマは1', 1),
  }),
  rows: (siteData) =>
    siteData.planItems.flatMap((item) => {
      const targets = listLinkTargets(siteData, item);
      return listKeys(linkRelations).flatMap((relation) =>
        targets[relation].map(({ id: target, title: targetTitle }, at) => ({
          node: item.id,
          municipality: item.municipality,
          relation,
          target,
          targetTitle,
          origin: findLinkOrigin(item, relation),
          order: at + 1,
        })),
      );
    }),
});

export const publishedRelatedPlans = definePublishedTable({
  id: 'related-plans',
  title: '関連する計画',
  description:
    '1行が、計画が名前をあげている別の計画と、それに関係する項目1つとの組です。関係する項目がないときは項目IDが空です。',
  key: ['plan', 'title', 'node'],
  mainColumns: ['title', 'plan', 'node', 'description'],
  row: z.object({
    ...column.pickColumns(RelatedPlan, 'plan'),
    municipality_code: column.municipalityCodeColumn,
    ...column.pickColumns(RelatedPlan, 'title', 'description'),
    node: defineField(PairId.nullable(), '項目ID', '関係する計画の項目。なければ空', 'warabi-jiritsu/34', {
      references: 'nodes.id',
    }),
    ...column.sourceColumns,
    origin: origin
      .nullable()
      .meta({ ...origin.meta(), description: `${origin.meta()?.description ?? ''}。項目がなければ空` }),
  }),
  rows: (siteData) =>
    siteData.relatedPlans.flatMap(({ nodes, inferred, source, ...one }) =>
      (nodes.length === 0 ? [null] : nodes).map((node) => ({
        ...one,
        node,
        ...column.getSourceValues(source),
        origin: node === null ? null : getOrigin(inferred.includes('nodes')),
      })),
    ),
});
