import { z } from 'zod';
import { nameTarget } from '../../charts/change-words.ts';
import { memoizeByObject } from '../../model/collections.ts';
import { defineField, defineText } from '../../model/identifiers.ts';
import { Municipality, MunicipalityCode } from '../../model/municipality.ts';
import { isSameTime, NaturalNumber, NullableNumber } from '../../model/quantity-schema.ts';
import { certaintyLevels, itemKinds, listKeys, planStates, statisticValueStates } from '../../model/value-lists.ts';
import { findNumberWithin, type MunicipalitySeries } from '../../site-data/compare-statistic.ts';
import { listCityIndicators } from '../../site-data/indicator-queries.ts';
import { countLevelItems, getMainItems, listKindsWithThemes, listThemedLevels } from '../../site-data/item-counts.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { getSiteStatistic } from '../../site-data/site-statistics.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Observation } from '../../tables/observations.ts';
import { Source } from '../../tables/sources.ts';
import { StatisticValue } from '../../tables/statistic-values.ts';
import { Statistic } from '../../tables/statistics.ts';
import { Theme } from '../../tables/themes.ts';
import { Zone } from '../../tables/zones.ts';
import { definePublishedTable, publishPageUrl, splitTable, type PublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';
import { publishedPlanItems } from './published-plan-tables.ts';
import { publishedZones } from './published-record-tables.ts';
import { getPrintedNumber, statisticPeriodColumns, statisticValueColumns } from './published-statistics.ts';

/*
 * Tables with exactly the figures of one page, in words that need no other table: readers download what they look at.
 */

/** The roles of values, as pages name them. */
const ROLES = { baseline: '現状値', result: '実績' } as const;

const version = defineText('データの版', 'この表をつくったデータの版', '3f6579a30981');

const indicatorFigures = definePublishedTable({
  id: 'indicator-figures',
  title: '指標の数値',
  description: '1行が、ある指標の現状値、実績、目標値のどれか1つです。',
  key: ['indicator', 'role', 'zone', 'period', 'certainty'],
  row: z.object({
    title: Indicator.shape.title,
    role: defineText(
      '役割',
      '現状値、実績、目標値、中間の目標値、前の（中間の）目標値、別に設定された（中間の）目標値のどれか',
      '現状値',
    ),
    zone: defineField(Zone.shape.title.nullable(), '地域', '地域の名前。市区町村全体の値は空', '北部'),
    value: Observation.shape.value.meta({ unitColumn: 'unit' }),
    unit: Indicator.shape.unit,
    text: Observation.shape.text,
    ...column.createPeriodColumns('値'),
    certainty: defineText('確度', '確報か速報か。目標値は空', '確報'),
    rating: Observation.shape.rating,
    note: Observation.shape.note,
    source: Source.shape.title.meta({ title: '出典', description: '読んだ資料の名前' }),
    place: defineText('出典箇所', '資料の中の場所（見出しの道すじ）', '第7章 > 指標'),
    pages: Source.shape.pages,
    municipality: Municipality.shape.title.meta({ title: '市区町村', description: '計画をつくった市区町村の名前' }),
    indicator: Indicator.shape.id.meta({ title: '指標ID' }),
    version,
    plan_state: defineText('計画の状態', '指標のある計画の状態', planStates.words.ongoing),
    sample: Observation.shape.sample,
  }),
  rows: (siteData) =>
    siteData.indicators.flatMap((indicator) => {
      const { id, title, unit, municipality, planState } = indicator;
      const values = siteData.observationsOf(id).map(({ role, zone, certainty, ...one }) => ({
        role: ROLES[role],
        zone: zone === null ? null : siteData.zone(zone).title,
        certainty: certaintyLevels.words[certainty],
        ...one,
      }));
      const targets = siteData.targetsOf(id).map((target, _at, all) => ({
        role: nameTarget(indicator, target, all),
        zone: null,
        certainty: '',
        rating: '',
        sample: null,
        note: target.set === null ? '' : `${target.set} 設定`,
        ...target,
      }));
      return [...values, ...targets].map(({ period: time, source, ...one }) => ({
        ...one,
        title,
        unit,
        municipality: siteData.municipality(municipality).title,
        version: siteData.version,
        planState: planStates.words[planState],
        ...column.getPeriodValues(time),
        source: siteData.source(source.id).title,
        place: source.place,
        pages: siteData.source(source.id).pages,
      }));
    }),
});

const groupByMunicipality = <R extends { readonly municipality: string }>(records: readonly R[]) =>
  Map.groupBy(records, ({ municipality }) => municipality);
const seriesByMunicipality = memoizeByObject(groupByMunicipality<MunicipalitySeries>);
const valuesByMunicipality = memoizeByObject(groupByMunicipality<StatisticValue>);

/** Returns the publisher and the title of a document. */
function nameDocument({ source }: SiteData, id: string): string {
  const { publisher, title } = source(id);
  return publisher + title;
}

/** Returns the value that charts show for a value of a statistic, and the number by which it is divided. */
function getChartValues(siteData: SiteData, { statistic: id, municipality, period }: StatisticValue) {
  const { statistic, compared } = getSiteStatistic(siteData, id);
  const [series] = seriesByMunicipality(compared.series).get(municipality) ?? [];
  const comparedValue = series?.points.find((point) => isSameTime(point.period, period))?.value ?? null;
  if (comparedValue === null || statistic.comparison === 'none') return { comparedValue: null, comparedUnit: null };
  const divisors = valuesByMunicipality(siteData.statisticValuesOf(statistic.divisor ?? id)).get(municipality) ?? [];
  const time = statistic.divisor === null ? compared.base : period;
  const divisor = time && findNumberWithin(divisors, time);
  return {
    comparedValue,
    comparedUnit: compared.unit,
    divisorValue: divisor?.value ?? null,
    ...(divisor && {
      divisorStatistic: siteData.statistic(divisor.statistic).title,
      divisorPeriod: divisor.period.text,
      divisorSource: nameDocument(siteData, divisor.source),
    }),
  };
}

/** The columns of the divisor of a value that is not divided. */
const NO_DIVISOR = { divisorValue: null, divisorStatistic: '', divisorPeriod: '', divisorSource: '' };

const statisticFigures = definePublishedTable({
  id: 'statistic-figures',
  title: '統計の数値',
  description: '1行が、ある市区町村の、ある統計の、ある時点の値です。',
  key: ['statistic', 'municipality', 'period'],
  isCopied: true,
  row: z.object({
    title: Statistic.shape.title,
    municipality: Municipality.shape.title.meta({ title: '市区町村', description: '市区町村の名前' }),
    ...statisticPeriodColumns,
    ...statisticValueColumns,
    state: defineText('値の状態', '数値か、資料が計算していないと示している（算定なし）か', '数値'),
    note: StatisticValue.shape.note,
    source: Source.shape.title.meta({ title: '出典', description: '読んだ資料の発行者と名前' }),
    statistic: Statistic.shape.id,
    municipality_code: MunicipalityCode,
    version,
    from_copy: StatisticValue.shape.fromCopy,
    divisor_value: defineField(
      NullableNumber,
      '割る値',
      '図の値を計算するとき、値を割る数。割る統計の値か、100とする時点の値。割らないときは空',
      437634,
    ),
    compared_value: NullableNumber.meta({
      title: '図の値',
      description: '図で市区町村をくらべる値。1人あたりの値、割合、指数など。図にないときは空',
      unitColumn: 'compared_unit',
      examples: [12.5],
    }),
    compared_unit: column.allowEmpty(
      defineText('図の値の単位', '図の値の単位。100とする時点からの指数のときは空', '%'),
    ),
    divisor_statistic: defineText('割る統計', '割る値の統計の名称。割らないときは空', '住民基本台帳人口'),
    divisor_period: defineText('割る値の時点', '割る値の時点。割らないときは空', '2023年1月1日'),
    divisor_source: defineText('割る値の出典', '割る値を読んだ資料の発行者と名前。割らないときは空', '総務省「人口」'),
    statistic_note: Statistic.shape.note.meta({ title: '統計の注記' }),
  }),
  rows: (siteData) =>
    siteData.statisticValues.map((one) => {
      const { statistic, municipality, period: time, state, source } = one;
      const { title, unit, note: statisticNote } = siteData.statistic(statistic);
      return {
        ...NO_DIVISOR,
        ...one,
        ...getChartValues(siteData, one),
        title,
        statisticNote,
        municipality: siteData.municipality(municipality).title,
        ...column.getPeriodValues(time),
        unit,
        text: getPrintedNumber(one),
        state: statisticValueStates.words[state],
        source: nameDocument(siteData, source),
        municipalityCode: siteData.municipality(municipality).code,
        version: siteData.version,
      };
    }),
});

const themeCounts = definePublishedTable({
  id: 'theme-counts',
  title: 'テーマごとの項目の数',
  description: '1行が、ある市区町村の、あるテーマの、計画のある階層の項目の数です。',
  key: ['theme', 'municipality', 'kind', 'level'],
  row: z.object({
    theme: Theme.shape.title.meta({ title: 'テーマ', description: 'テーマの名前' }),
    municipality: Municipality.shape.title.meta({
      title: '市区町村',
      description: '市区町村の名前。同じ名前の市区町村があれば、都道府県がつく',
    }),
    kind: defineText('種別', '項目の種別', '取組'),
    level: defineText('階層', '階層の名前。計画に呼び名がないときは、つけた名前', '活動目標'),
    count: defineField(NaturalNumber, '項目の数', 'このテーマの項目の数', 6),
    municipality_code: MunicipalityCode,
  }),
  rows: (siteData) =>
    siteData.themes.flatMap((theme) =>
      siteData.municipalities.flatMap((city) =>
        listKindsWithThemes(siteData)
          .flatMap((kind) => listThemedLevels(siteData, city.id, kind))
          .map((level) => ({
            theme: theme.title,
            municipality: siteData.nameMunicipality(city.id),
            municipalityCode: city.code,
            kind: itemKinds.words[level.kind],
            level: level.level,
            count: countLevelItems(siteData, theme.id, level),
          })),
      ),
    ),
});

/** Returns the table of the values of a municipality's zones, from the figures of each indicator. */
function joinZoneFigures(
  siteData: SiteData,
  municipality: string,
  figures: ReadonlyMap<string, PublishedTable>,
): PublishedTable {
  const zone = indicatorFigures.columns.findIndex(({ name }) => name === 'zone');
  const rows = listCityIndicators(siteData, municipality)
    .flatMap(({ id }) => figures.get(id)?.rows(siteData) ?? [])
    .filter((row) => row[zone] !== null);
  return { ...indicatorFigures, rows: () => rows };
}

/** Returns the tables with the figures of single pages. */
export function listFigureTables(siteData: SiteData): PublishedTable[] {
  const words = new Map<string, string>(listKeys(itemKinds.words).map((kind) => [itemKinds.words[kind], kind]));
  const { kind: mainKind } = getMainItems(siteData);
  const figures = splitTable(siteData, indicatorFigures, 'indicator');
  const rowsById = splitTable(siteData, publishedPlanItems, 'id');
  const itemsByPage = splitTable(siteData, publishedPlanItems, 'url', (url) => url.replace(/#.*/, ''));
  const statisticsByCode = splitTable(siteData, statisticFigures, 'municipality_code');
  const countsByKind = splitTable(siteData, themeCounts, 'kind', (kind) => words.get(kind) ?? kind);
  const listFolder = (folder: string, tables: ReadonlyMap<string, PublishedTable>) =>
    [...tables].map(([id, table]) => ({ ...table, path: `${folder}/${id}` }));
  return [
    ...listFolder('indicators', figures),
    ...listFolder('plans', splitTable(siteData, publishedPlanItems, 'plan')),
    ...siteData.planItems.flatMap(({ plan, code, url }) => {
      const table = itemsByPage.get(publishPageUrl(siteData, url));
      return table ? [{ ...table, path: `plans/${plan}/items/${code}` }] : [];
    }),
    ...siteData.themes.map(({ id: theme }) => {
      const rows = siteData.planItemsWithTheme(theme).flatMap(({ id }) => rowsById.get(id)?.rows(siteData) ?? []);
      return { ...publishedPlanItems, path: `themes/${theme}`, rows: () => rows };
    }),
    ...listFolder('cities', splitTable(siteData, publishedPlanItems, 'municipality')),
    ...listFolder('statistics', splitTable(siteData, statisticFigures, 'statistic')),
    ...siteData.municipalities.flatMap(({ id, code }) => {
      const table = statisticsByCode.get(code);
      return table ? [{ ...table, path: `cities/${id}/statistics` }] : [];
    }),
    ...[...splitTable(siteData, publishedZones, 'municipality')].flatMap(([id, table]) => [
      { ...table, path: `zones/${id}` },
      { ...joinZoneFigures(siteData, id, figures), path: `zones/${id}-figures` },
    ]),
    // The page on which the comparison starts exists even if nothing is counted.
    ...listFolder('compare', new Map([[mainKind, { ...themeCounts, rows: () => [] }], ...countsByKind])),
  ];
}
