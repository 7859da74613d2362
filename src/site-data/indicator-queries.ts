import { foldText } from '../model/japanese-text.ts';
import type { Municipality } from '../model/municipality.ts';
import { countStatuses, type ProgressStatus } from '../model/progress-status.ts';
import { getTimeKey } from '../model/quantity-schema.ts';
import { aggregationKinds, preferredDirections } from '../model/value-lists.ts';
import { isSameUnit } from '../notation/number-and-unit.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Observation } from '../tables/observations.ts';
import type { PlanItem } from '../tables/tree.ts';
import { listDescendants } from './plan-item-queries.ts';
import type { SiteData } from './site-data.ts';

/** Returns the indicators of a plan item and of all items below it, each once, in the order of the plan. */
export function listIndicatorsBelow(siteData: SiteData, item: PlanItem): Indicator[] {
  const own = new Set([item, ...listDescendants(siteData, item)].map(({ id }) => id));
  return siteData.indicatorsOf(item.plan).filter(({ nodes }) => nodes.some((id) => own.has(id)));
}

/** Returns the indicators of all plans of a municipality, plan by plan. */
export const listCityIndicators = (siteData: SiteData, municipality: string): Indicator[] =>
  siteData.plansOf(municipality).flatMap(({ id }) => siteData.indicatorsOf(id));

/** Returns which part of a plan the site has, if all indicators are of one plan; empty for several plans. */
export function findOnlyScope(siteData: SiteData, indicators: readonly Indicator[]): string {
  const [plan, ...others] = new Set(indicators.map((indicator) => indicator.plan));
  return plan === undefined || others.length > 0 ? '' : (siteData.plan(plan).scope ?? '');
}

/** Counts indicators by their progress status. */
export function countIndicatorsByStatus(indicators: readonly Indicator[]): Record<ProgressStatus, number> {
  const counts = countStatuses(indicators.map(({ progress }) => progress));
  return Object.fromEntries(counts.map(({ status, count }) => [status, count])) as Record<ProgressStatus, number>;
}

/** Indicators of several municipalities with the same name, and their differences. */
export interface ComparableIndicators {
  readonly title: string;
  readonly indicators: readonly Indicator[];
  /** Differences of definition that make the figures incomparable. */
  readonly obstacles: readonly string[];
  /** Other differences that a reader must know. */
  readonly cautions: readonly string[];
}

const UNKNOWN = '示されていません';
const isKnownWord = (word: string) => word !== UNKNOWN;
/** False for a time in words without a year, such as 随時. */
const namesTime = (word: string) => /[\d０-９元]/.test(word);

const isDifferent = (indicators: readonly Indicator[], getValue: (one: Indicator) => string | null): boolean =>
  new Set(indicators.map(getValue)).size > 1;

function findDifferences(
  siteData: SiteData,
  indicators: readonly Indicator[],
): Pick<ComparableIndicators, 'obstacles' | 'cautions'> {
  const [first] = indicators;
  const obstacles: string[] = [];
  const cautions: string[] = [];
  const describe = (title: string, getWord: (one: Indicator) => string, isKnown = isKnownWord) => {
    const words = indicators.map((one) => `${siteData.nameMunicipality(one.municipality)} ${getWord(one)}`);
    const known = new Set(indicators.map(getWord).filter(isKnown));
    return `${title}が${known.size > 1 ? 'ちがいます' : '同じか、わかりません'}（${words.join('、')}）`;
  };
  if (first && !indicators.every(({ unit }) => isSameUnit(unit, first.unit)))
    obstacles.push(describe('単位', ({ unit }) => unit || 'なし'));
  if (isDifferent(indicators, ({ aggregation }) => aggregation))
    obstacles.push(describe('集計', ({ aggregation: kind }) => (kind ? aggregationKinds.words[kind] : UNKNOWN)));
  if (isDifferent(indicators, ({ direction }) => direction))
    cautions.push(
      describe('良い方向', ({ direction }) => (direction ? preferredDirections.words[direction] : UNKNOWN)),
    );
  if (isDifferent(indicators, ({ title }) => title.normalize('NFKC')))
    cautions.push(describe('名前の細かいところ', ({ title }) => `「${title}」`));
  if (isDifferent(indicators, ({ baseline: { period } }) => period.end ?? period.text))
    cautions.push(describe('現状値の時点', ({ baseline }) => baseline.period.text || UNKNOWN, namesTime));
  return { obstacles, cautions };
}

/** Groups indicators of several municipalities by name without brackets, also those that can't be compared. */
export function groupComparableIndicators(
  siteData: SiteData,
  municipalities: readonly Municipality[] = siteData.municipalities,
): ComparableIndicators[] {
  const compared = municipalities.flatMap(({ id }) => listCityIndicators(siteData, id));
  const groups = [...Map.groupBy(compared, ({ title }) => foldText(title).replace(/\([^()]*\)/g, ''))];
  return groups
    .filter(([, indicators]) => isDifferent(indicators, ({ municipality }) => municipality))
    .map(([title, indicators]) => ({ title, indicators, ...findDifferences(siteData, indicators) }));
}

/** The results of an indicator in the zones of a municipality at one time. */
export interface ZoneValues {
  readonly indicator: Indicator;
  /** The time in the notation of the plan: 令和7年度. */
  readonly period: string;
  /** The least number of answers from which the plan of the indicator draws conclusions. */
  readonly minimumSample: number | null;
  /** The result of each zone, in the order of the zones; null if none is published. */
  readonly results: readonly (Observation | null)[];
}

/** Returns the results by zone of a municipality's indicators: indicators in their order, the latest time first. */
export function listZoneValues(siteData: SiteData, municipality: string): ZoneValues[] {
  const zones = siteData.zonesOf(municipality);
  return listCityIndicators(siteData, municipality).flatMap((indicator) => {
    const results = siteData.observationsOf(indicator.id).filter(({ zone }) => zone !== null);
    return [...Map.groupBy(results, ({ period }) => getTimeKey(period)).values()].reverse().map((own) => ({
      indicator,
      period: own[0]?.period.text ?? '',
      minimumSample: siteData.plan(indicator.plan).minimumSample,
      results: zones.map((zone) => own.findLast((result) => result.zone === zone.id) ?? null),
    }));
  });
}
