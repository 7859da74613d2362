import { PairId } from '../../model/identifiers.ts';
import { Plan } from '../../model/plan.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { RelatedPlan } from '../../tables/related-plans.ts';
import { PlanItem } from '../../tables/tree.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  createDateColumns,
  getMunicipalityCode,
  getSourceValues,
  municipalityCodeColumn,
  readDateRange,
  sourceColumns,
} from './published-columns.ts';
import { z } from 'zod';

const planShape = Plan.shape;
const period = createDateColumns('期間', { start: '2020-04-01', end: '2021-03-31' });

export const publishedPlans = definePublishedTable({
  id: 'plans',
  title: '計画',
  description: '1行が1つの計画です。',
  planColumn: 'id',
  key: ['id'],
  row: z.object({
    id: planShape.id,
    municipality: planShape.municipality,
    municipality_code: municipalityCodeColumn,
    title: planShape.title,
    short_title: planShape.shortTitle,
    kind: planShape.kind,
    period: planShape.period,
    period_start: period.start,
    period_end: period.end,
    minimum_sample: planShape.minimumSample,
    source_id: sourceColumns.source_id,
    url: planShape.url,
  }),
  rows: (siteData) =>
    siteData.plans.map(({ shortTitle, minimumSample, source, ...one }) => {
      const days = readDateRange(one.period ?? '');
      return {
        ...one,
        municipality_code: getMunicipalityCode(siteData, one.municipality),
        short_title: shortTitle,
        period_start: days.start,
        period_end: days.end,
        minimum_sample: minimumSample,
        source_id: source,
      };
    }),
});

const itemShape = PlanItem.shape;

export const publishedPlanItems = definePublishedTable({
  id: 'nodes',
  title: '計画の項目',
  description:
    '1行が計画の1つの項目（政策、施策、取組など）です。テーマや担当のように1つの項目に複数あるものは「項目のつながり」の表にあります。',
  planColumn: 'plan',
  key: ['id'],
  row: z.object({
    id: itemShape.id,
    plan: itemShape.plan,
    municipality: itemShape.municipality,
    municipality_code: municipalityCodeColumn,
    code: itemShape.code,
    number: itemShape.number,
    level: itemShape.level,
    kind: itemShape.kind,
    parent: itemShape.parent,
    order: itemShape.order,
    title: itemShape.title,
    summary: itemShape.summary,
    examples: itemShape.examples,
    note: itemShape.note,
    ...sourceColumns,
    url: itemShape.url,
  }),
  rows: (siteData) =>
    siteData.planItems.map(({ source, ...one }) => ({
      ...one,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      ...getSourceValues(source),
    })),
});

/** The kinds of links of plan items, in the order of the rows. */
const relations = ['theme', 'department', 'sdg', 'term', 'related', 'indicator'] as const;

function targetsOf(siteData: SiteData, node: PlanItem): Record<(typeof relations)[number], readonly string[]> {
  const { themes, departments, sdgs, terms, related } = node;
  return {
    theme: themes,
    department: departments,
    sdg: sdgs.map(String),
    term: terms,
    related,
    indicator: siteData.indicatorsOfPlanItem(node.id).map(({ id }) => id),
  };
}

export const publishedPlanItemLinks = definePublishedTable({
  id: 'node-links',
  title: '項目のつながり',
  description: '1行が、計画の項目と、テーマ・担当・SDGsの目標・用語・関連する項目・指標のどれか1つとのつながりです。',
  planColumn: 'node',
  key: ['node', 'relation', 'target'],
  row: z.object({
    node: PlanItem.shape.id.meta({ title: '項目ID', description: '計画の項目のID', references: 'nodes.id' }),
    municipality_code: municipalityCodeColumn,
    relation: z.enum(relations).meta({
      title: '関係',
      description:
        'theme（テーマ）、department（担当）、sdg（SDGsの目標）、term（用語）、related（関連する項目）、indicator（その項目についている指標）のどれか',
      codeList: 'relations',
      examples: ['theme'],
    }),
    target: z
      .string()
      .min(1)
      .meta({ title: '相手', description: 'つながる相手のID。SDGsは目標の番号', examples: ['digital'] }),
  }),
  rows: (siteData) =>
    siteData.planItems.flatMap((node) => {
      const targets = targetsOf(siteData, node);
      return relations.flatMap((relation) =>
        targets[relation].map((target) => ({
          node: node.id,
          municipality_code: getMunicipalityCode(siteData, node.municipality),
          relation,
          target,
        })),
      );
    }),
});

export const publishedRelatedPlans = definePublishedTable({
  id: 'related-plans',
  title: '関連する計画',
  description:
    '1行が、計画が名前をあげている別の計画と、それに関係する項目1つとの組です。関係する項目がないときは項目IDが空です。',
  planColumn: 'plan',
  key: ['plan', 'title', 'node'],
  row: z.object({
    plan: RelatedPlan.shape.plan,
    municipality_code: municipalityCodeColumn,
    title: RelatedPlan.shape.title,
    description: RelatedPlan.shape.description,
    node: PairId.nullable().meta({
      title: '項目ID',
      description: '関係する計画の項目。なければ空',
      references: 'nodes.id',
      examples: ['warabi-jiritsu/34'],
    }),
    ...sourceColumns,
  }),
  rows: (siteData) =>
    siteData.relatedPlans.flatMap(({ nodes, source, ...one }) =>
      (nodes.length === 0 ? [null] : nodes).map((node) => ({
        ...one,
        municipality_code: getMunicipalityCode(siteData, siteData.plan(one.plan).municipality),
        node,
        ...getSourceValues(source),
      })),
    ),
});
