import { extent } from 'd3';
import { z } from 'zod';
import { PairId, PlanReference, RecordSlug } from '../../model/identifiers.ts';
import { Municipality } from '../../model/municipality.ts';
import { Plan } from '../../model/plan.ts';
import { ProgressStatus } from '../../model/progress-status.ts';
import { RatingBand } from '../../progress/rating-band.ts';
import { Rating } from '../../site-data/build-ratings.ts';
import { listIndicatorsBelow, countIndicatorsByStatus } from '../../site-data/indicator-queries.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { formatOutlineCredit } from '../../site-data/source-citations.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Observation } from '../../tables/observations.ts';
import { Source } from '../../tables/sources.ts';
import { StatisticValue } from '../../tables/statistic-values.ts';
import { Statistic } from '../../tables/statistics.ts';
import { Target } from '../../tables/targets.ts';
import { PlanItem } from '../../tables/tree.ts';
import { GeoPosition, Zone, type ZoneOutline } from '../../tables/zones.ts';

const progress = z.record(ProgressStatus, z.int().nonnegative()).meta({
  title: '進み具合の数',
  description: '状態ごとの指標の数。下の項目のものも含み、いくつもの項目につく指標は1回だけ数える',
});

/** A plan item with its tree of children, and the progress of all their indicators. */
export const PlanItemTree = PlanItem.extend({
  progress,
  get children() {
    return z.array(PlanItemTree).meta({ title: '下の項目', description: 'すぐ下の項目（計画にある順）' });
  },
});
/** A plan as a tree, with the bands of its own ratings. */
export const PlanTree = Plan.extend({
  progress,
  bands: z
    .array(RatingBand.extend({ plan: PlanReference }))
    .meta({ title: '評価の段', description: '計画がもつ評価のしかた（調べる順）。なければ空' }),
  nodes: z.array(PlanItemTree).meta({ title: '項目', description: 'いちばん上の項目（計画にある順）' }),
});

/** An indicator with all its observations, targets and ratings. */
export const IndicatorSeries = Indicator.extend({
  series: z
    .array(Observation.omit({ indicator: true }))
    .meta({ title: '値の並び', description: '計画の現状値と、実績（古い順。現状値より前のものもある）' }),
  targets: z
    .array(Target.omit({ indicator: true }))
    .meta({ title: '目標', description: '中間のものも含む、すべての目標' }),
  ratings: z
    .array(Rating.omit({ indicator: true }))
    .meta({ title: '評価', description: '方法ごとの評価と、計算に使った値' }),
});

/** A statistic with all its values. */
export const StatisticSeries = Statistic.extend({
  values: z
    .array(StatisticValue.omit({ statistic: true }))
    .meta({ title: '値', description: '市区町村ごとに古い順に並ぶ、すべての値' }),
});

const createFeature = <I extends z.ZodType, P extends z.ZodRawShape>(id: I, properties: P) =>
  z.strictObject({
    type: z.literal('Feature'),
    id,
    properties: z.strictObject(properties),
    geometry: z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(GeoPosition))) }),
  });

/** A municipality as GeoJSON (RFC 7946). */
export const MunicipalityFeatures = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    createFeature(RecordSlug, {
      ...Municipality.pick({ id: true, code: true, title: true, prefecture: true, url: true }).shape,
      source: RecordSlug.meta({ title: '出典ID', description: '形の出典', references: 'sources.id' }),
      attribution: z.string().meta({ title: '出典の書き方', description: '形を使うときに書く、出典の言葉' }),
      terms: Source.shape.terms,
    }),
  ),
});

const schematic = z.boolean().meta({
  title: '模式図',
  description:
    '実際の境界ではない図のとき true。座標は実際の場所ではなく、緯度0度、経度0度のまわりの1度四方に置いたもの',
});

/** Zones as GeoJSON (RFC 7946). A schematic has no position on the earth: it is around 0°, 0°, in the sea. */
export const ZoneFeatures = z.strictObject({
  type: z.literal('FeatureCollection'),
  schematic,
  features: z.array(
    // The schematic also here, because programs for maps drop what is beside the features.
    createFeature(PairId, {
      ...Zone.pick({ id: true, title: true, reading: true, url: true }).shape,
      schematic,
      source: RecordSlug.meta({ title: '出典ID', description: '地域の名前の出典', references: 'sources.id' }),
    }),
  ),
});

const buildItemTree = (siteData: SiteData, item: PlanItem): z.infer<typeof PlanItemTree> => ({
  ...item,
  progress: countIndicatorsByStatus(listIndicatorsBelow(siteData, item)),
  children: siteData.childrenOf(item.id).map((child) => buildItemTree(siteData, child)),
});

/** Returns the id of each plan, and the plan as a tree. */
export const buildPlanTrees = (siteData: SiteData): [string, z.infer<typeof PlanTree>][] =>
  siteData.plans.map((plan) => {
    const nodes = siteData.rootItemsOf(plan.id).map((item) => buildItemTree(siteData, item));
    const counts = countIndicatorsByStatus(siteData.indicatorsOf(plan.id));
    return [plan.id, { ...plan, progress: counts, bands: [...siteData.bandsOf(plan.id)], nodes }];
  });

function omitIndicator<T extends { readonly indicator: string }>(record: T): Omit<T, 'indicator'> {
  const { indicator: _indicator, ...rest } = record;
  return rest;
}

/** Returns the id of each indicator, and the indicator with its observations, targets and ratings. */
export const buildIndicatorSeries = (siteData: SiteData): [string, z.infer<typeof IndicatorSeries>][] =>
  siteData.indicators.map((indicator) => {
    const series = siteData.observationsOf(indicator.id).map(omitIndicator);
    const targets = siteData.targetsOf(indicator.id).map(omitIndicator);
    const ratings = siteData.ratingsOf(indicator.id).map(omitIndicator);
    return [indicator.id, { ...indicator, series, targets, ratings }];
  });

/** Returns the id of each statistic, and the statistic with its values. */
export const buildStatisticSeries = (siteData: SiteData): [string, z.infer<typeof StatisticSeries>][] =>
  siteData.statistics.map((statistic) => {
    const values = siteData.statisticValuesOf(statistic.id).map(({ statistic: _statistic, ...one }) => one);
    return [statistic.id, { ...statistic, values }];
  });

/** Returns the polygons of a schematic, moved and scaled into a square of one degree around 0°, 0°. */
function fitSchematic(outlines: readonly ZoneOutline[]): ZoneOutline[] {
  const positions = outlines.flatMap(({ polygons }) => polygons.flat(2));
  const [left = 0, right = 0] = extent(positions, ([x]) => x);
  const [bottom = 0, top = 0] = extent(positions, ([, y]) => y);
  const size = Math.max(right - left, top - bottom) || 1;
  const fit = (value: number, from: number, to: number) => Number(((value - (from + to) / 2) / size).toFixed(6));
  return outlines.map(({ zone, polygons }) => ({
    zone,
    polygons: polygons.map((rings) =>
      rings.map((ring) => ring.map(([x, y]): [number, number] => [fit(x, left, right), fit(y, bottom, top)])),
    ),
  }));
}

/** Returns the id of each municipality that has outlines of zones, and its zones. */
export const buildZoneFeatures = (siteData: SiteData): [string, z.infer<typeof ZoneFeatures>][] =>
  siteData.zoneOutlineSets.map(({ municipality, schematic, outlines }) => {
    const drawn = schematic ? fitSchematic(outlines) : outlines;
    const polygonsByZone = new Map(drawn.map(({ zone, polygons }) => [zone, polygons]));
    const features = siteData.zonesOf(municipality).flatMap(({ id, title, reading, url, source }) => {
      const coordinates = polygonsByZone.get(id);
      if (!coordinates) return [];
      const properties = { id, title, reading, url, schematic, source: source.id };
      return [{ type: 'Feature' as const, id, properties, geometry: { type: 'MultiPolygon' as const, coordinates } }];
    });
    return [municipality, { type: 'FeatureCollection', schematic, features }];
  });

/** Returns the id of each municipality that has an outline, and its outline. */
export const buildMunicipalityFeatures = (siteData: SiteData): [string, z.infer<typeof MunicipalityFeatures>][] =>
  siteData.municipalityOutlines.map((outline) => {
    const { municipality, source, polygons } = outline;
    const { id, code, title, prefecture, url } = siteData.municipality(municipality);
    const { terms } = siteData.source(source);
    const attribution = formatOutlineCredit(siteData, [outline]);
    const properties = { id, code, title, prefecture, url, source, attribution, terms };
    const geometry = { type: 'MultiPolygon' as const, coordinates: polygons };
    return [id, { type: 'FeatureCollection', features: [{ type: 'Feature', id, properties, geometry }] }];
  });
