import { z } from 'zod';
import { FilledText, PairId } from '../../model/identifiers.ts';
import { Municipality, MunicipalityCode } from '../../model/municipality.ts';
import { Plan } from '../../model/plan.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { Term } from '../../tables/glossary.ts';
import { RelatedPlan } from '../../tables/related-plans.ts';
import { Source } from '../../tables/sources.ts';
import { Theme } from '../../tables/themes.ts';
import { PlanItem } from '../../tables/tree.ts';
import { Zone } from '../../tables/zones.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  createDateColumns,
  getMunicipalityCode,
  getSourceValues,
  municipalityCodeColumn,
  readDateRange,
  sourceColumns,
  createPageColumn,
} from './published-columns.ts';

const asOf = createDateColumns('人口の時点', { start: '2020-01-01', end: '2020-12-31' });

export const publishedMunicipalities = definePublishedTable({
  id: 'municipalities',
  title: '市区町村',
  description: '1行が1つの市区町村です。写したもとの資料は、コード表の municipality-sources にあります。',
  key: ['id'],
  mainColumns: ['title', 'prefecture', 'population', 'population_as_of', 'website'],
  unnamedSources: (siteData, [id]) => siteData.municipality(String(id)).sources,
  row: z.object({
    id: Municipality.shape.id,
    municipality_code: Municipality.shape.code,
    ...Municipality.pick({ title: true, reading: true, english: true, prefecture: true }).shape,
    ...Municipality.pick({ latitude: true, longitude: true, website: true, population: true }).shape,
    title_en: Municipality.shape.titleEn,
    prefecture_en: Municipality.shape.prefectureEn,
    population_as_of: Municipality.shape.populationAsOf,
    population_start: asOf.start,
    population_end: asOf.end,
    url: createPageColumn(Municipality.shape.url),
  }),
  rows: (siteData) =>
    siteData.municipalities.map(({ code, populationAsOf, ...one }) => {
      const days = readDateRange(populationAsOf);
      return {
        ...one,
        municipality_code: code,
        title_en: one.titleEn,
        prefecture_en: one.prefectureEn,
        population_as_of: populationAsOf,
        population_start: days.start,
        population_end: days.end,
      };
    }),
});

export const publishedThemes = definePublishedTable({
  id: 'themes',
  title: 'テーマ',
  description: '1行が1つのテーマです。市をこえて取組をくらべるために、このサイトがつけました。',
  key: ['id'],
  mainColumns: ['title', 'description'],
  row: z.object({
    ...Theme.pick({ id: true, title: true, reading: true }).shape,
    title_en: Theme.shape.titleEn,
    ...Theme.pick({ description: true, order: true, url: true }).shape,
  }),
  rows: (siteData) => siteData.themes.map((one) => ({ ...one, title_en: one.titleEn })),
});

export const publishedGlossary = definePublishedTable({
  id: 'glossary',
  title: '用語',
  description: '1行が1つの用語です。説明はこのサイトが書きました。ほかの書き方は、コード表の spellings にあります。',
  key: ['id'],
  mainColumns: ['title', 'reading', 'description'],
  row: z.object(Term.omit({ aliases: true }).shape),
  rows: (siteData) => siteData.terms,
});

const year = createDateColumns('年度', { start: '2020-04-01', end: '2021-03-31' });

export const publishedSources = definePublishedTable({
  id: 'sources',
  title: '出典',
  description: '1行が1つの資料です。このサイトの記録は、どれもここにある資料か、その写しから読みました。',
  key: ['id'],
  mainColumns: ['title', 'municipality', 'publisher', 'year', 'checked', 'terms'],
  row: z.object({
    ...Source.pick({ id: true, municipality: true }).shape,
    municipality_code: MunicipalityCode.nullable().meta({
      title: '全国地方公共団体コード',
      description: '資料を出した市区町村のコード。市区町村の資料でなければ空',
      references: 'municipalities.municipality_code',
      examples: ['112232'],
    }),
    title: Source.shape.title,
    title_en: Source.shape.titleEn,
    year: Source.shape.year,
    year_start: year.start,
    year_end: year.end,
    publisher: Source.shape.publisher,
    publisher_en: Source.shape.publisherEn,
    ...Source.pick({ issued: true, website: true, pages: true, checked: true, terms: true, note: true, copy: true })
      .shape,
  }),
  rows: (siteData) =>
    siteData.sources.map((one) => {
      const days = readDateRange(one.year);
      return {
        ...one,
        title_en: one.titleEn,
        publisher_en: one.publisherEn,
        municipality_code: one.municipality === null ? null : getMunicipalityCode(siteData, one.municipality),
        year_start: days.start,
        year_end: days.end,
      };
    }),
});

export const publishedZones = definePublishedTable({
  id: 'zones',
  title: '地域',
  description: '1行が、計画に出てくる1つの地域です。',
  key: ['id'],
  mainColumns: ['title', 'reading', 'municipality', 'description'],
  row: z.object({
    ...Zone.pick({ id: true, municipality: true }).shape,
    municipality_code: municipalityCodeColumn,
    ...Zone.pick({ slug: true, title: true, reading: true }).shape,
    title_en: Zone.shape.titleEn,
    ...Zone.pick({ description: true, order: true }).shape,
    ...sourceColumns,
    url: createPageColumn(Zone.shape.url),
  }),
  rows: (siteData) =>
    siteData.zones.map(({ source, ...one }) => ({
      ...one,
      title_en: one.titleEn,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      ...getSourceValues(source),
    })),
});

const period = createDateColumns('期間', { start: '2020-04-01', end: '2021-03-31' });

export const publishedPlans = definePublishedTable({
  id: 'plans',
  title: '計画',
  description: '1行が1つの計画です。',
  planColumn: 'id',
  key: ['id'],
  mainColumns: ['title', 'municipality', 'category', 'period', 'state', 'scope'],
  row: z.object({
    ...Plan.pick({ id: true, municipality: true }).shape,
    municipality_code: municipalityCodeColumn,
    title: Plan.shape.title,
    short_title: Plan.shape.shortTitle,
    reading: Plan.shape.reading,
    title_en: Plan.shape.titleEn,
    official_title: Plan.shape.officialTitle,
    title_note: Plan.shape.titleNote,
    ...Plan.pick({ kind: true, category: true, scope: true }).shape,
    scope_en: Plan.shape.scopeEn,
    period: Plan.shape.period,
    period_start: period.start,
    period_end: period.end,
    last_year: Plan.shape.lastYear,
    ended_on: period.end.meta({
      title: '終わった日',
      description: '終わった計画の最後の日（最後の年度か、期間の最後の日）。終わっていないか、わからなければ空',
      examples: ['2016-03-31'],
    }),
    state: Plan.shape.state,
    state_reason: Plan.shape.stateReason,
    state_website: Plan.shape.stateWebsite,
    state_checked: Plan.shape.stateChecked,
    minimum_sample: Plan.shape.minimumSample,
    source_id: sourceColumns.source_id,
    url: createPageColumn(Plan.shape.url),
  }),
  rows: (siteData) =>
    siteData.plans.map(({ minimumSample, source, ...one }) => {
      const days = readDateRange(one.period ?? '');
      return {
        ...one,
        municipality_code: getMunicipalityCode(siteData, one.municipality),
        short_title: one.shortTitle,
        title_en: one.titleEn,
        scope_en: one.scopeEn,
        official_title: one.officialTitle,
        title_note: one.titleNote,
        period_start: days.start,
        period_end: days.end,
        last_year: one.lastYear,
        ended_on: one.state === 'ended' ? readDateRange(one.lastYear ?? one.period ?? '').end : null,
        state_reason: one.stateReason,
        state_website: one.stateWebsite,
        state_checked: one.stateChecked,
        minimum_sample: minimumSample,
        source_id: source,
      };
    }),
});

export const publishedPlanItems = definePublishedTable({
  id: 'nodes',
  title: '計画の項目',
  description:
    '1行が計画の1つの項目（政策、施策、取組など）です。テーマや担当のように1つの項目に複数あるものは「項目のつながり」の表にあります。',
  planColumn: 'plan',
  key: ['id'],
  mainColumns: ['title', 'number', 'level', 'kind', 'summary', 'plan'],
  row: z.object({
    ...PlanItem.pick({ id: true, plan: true, municipality: true }).shape,
    municipality_code: municipalityCodeColumn,
    ...PlanItem.pick({ code: true, number: true, level: true, kind: true, parent: true, order: true }).shape,
    ...PlanItem.pick({ title: true, reading: true }).shape,
    title_en: PlanItem.shape.titleEn,
    ...PlanItem.pick({ summary: true, examples: true, note: true }).shape,
    plan_state: PlanItem.shape.planState,
    ...sourceColumns,
    url: createPageColumn(PlanItem.shape.url),
  }),
  rows: (siteData) =>
    siteData.planItems.map(({ source, ...one }) => ({
      ...one,
      title_en: one.titleEn,
      plan_state: one.planState,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      ...getSourceValues(source),
    })),
});

/** The kinds of links of plan items, in the order of the rows. */
const relations = ['theme', 'department', 'sdg', 'term', 'related', 'indicator'] as const;
type Relation = (typeof relations)[number];

/** What makes a link: the plan itself, or the site. */
const linkOrigins = ['plan', 'site'] as const;

function targetsOf(siteData: SiteData, node: PlanItem): Record<Relation, readonly string[]> {
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

function findLinkOrigin({ inferred }: PlanItem, relation: Relation): (typeof linkOrigins)[number] {
  const columns: Partial<Record<Relation, PlanItem['inferred'][number]>> = {
    department: 'departments',
    related: 'related',
  };
  const column = columns[relation];
  const isInferred = column !== undefined && inferred.includes(column);
  return isInferred || relation === 'theme' || relation === 'term' ? 'site' : 'plan';
}

export const publishedPlanItemLinks = definePublishedTable({
  id: 'node-links',
  title: '項目のつながり',
  description: '1行が、計画の項目と、テーマ・担当・SDGsの目標・用語・関連する項目・指標のどれか1つとのつながりです。',
  planColumn: 'node',
  key: ['node', 'relation', 'target'],
  mainColumns: ['node', 'relation', 'target', 'origin', 'order'],
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
    target: FilledText.meta({
      title: '相手',
      description: 'つながる相手のID。SDGsは目標の番号',
      examples: ['digital'],
    }),
    origin: z.enum(linkOrigins).meta({
      title: '出どころ',
      description: '計画に書かれているつながりは plan、このサイトがつけたか読み取ったつながりは site',
      codeList: 'origins',
      examples: ['site'],
    }),
    order: z
      .int()
      .positive()
      .meta({ title: '順序', description: '同じ関係の中で何番めか（1から）。主なテーマは1', examples: [1] }),
  }),
  rows: (siteData) =>
    siteData.planItems.flatMap((node) => {
      const targets = targetsOf(siteData, node);
      return relations.flatMap((relation) =>
        targets[relation].map((target, at) => ({
          node: node.id,
          municipality_code: getMunicipalityCode(siteData, node.municipality),
          relation,
          target,
          origin: findLinkOrigin(node, relation),
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
  planColumn: 'plan',
  key: ['plan', 'title', 'node'],
  mainColumns: ['title', 'plan', 'node', 'description'],
  row: z.object({
    plan: RelatedPlan.shape.plan,
    municipality_code: municipalityCodeColumn,
    ...RelatedPlan.pick({ title: true, description: true }).shape,
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
