import { z } from 'zod';
import { PlanItem } from '../../tables/tree.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { definePublishedTable } from '../published-table.ts';
import { getMunicipalityCode, municipalityCodeColumn } from './published-columns.ts';

/** What a node can be linked with, in the order of the rows. */
const relations = ['theme', 'department', 'sdg', 'term', 'related', 'indicator'] as const;

function targetsOf(
  siteData: SiteData,
  node: PlanItem,
): Record<(typeof relations)[number], readonly string[]> {
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
  description:
    '1行が、計画の項目と、テーマ・担当・SDGsの目標・用語・関連する項目・指標のどれか1つとのつながりです。',
  planColumn: 'node',
  key: ['node', 'relation', 'target'],
  row: z.object({
    node: PlanItem.shape.id.meta({
      title: '項目ID',
      description: '計画の項目のID',
      references: 'nodes.id',
    }),
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
      .meta({
        title: '相手',
        description: 'つながる相手のID。SDGsは目標の番号',
        examples: ['digital'],
      }),
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
