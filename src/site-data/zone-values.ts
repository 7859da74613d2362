import type { Indicator } from '../tables/indicators.ts';
import type { Observation } from '../tables/observations.ts';
import type { SiteData } from './site-data.ts';

/** The results of an indicator in the zones of a municipality at one time. */
export interface ZoneValues {
  readonly indicator: Indicator;
  /** The time in the notation of the plan: 令和7年度. */
  readonly period: string;
  /** The result of each zone, in the order of the zones; null if none is published. */
  readonly results: readonly (Observation | null)[];
}

/** Returns the results by zone of a municipality's indicators: indicators in their order, the latest time first. */
export function listZoneValues(siteData: SiteData, municipality: string): ZoneValues[] {
  const zones = siteData.zonesOf(municipality);
  return siteData.plansOf(municipality).flatMap(({ id }) =>
    siteData.indicatorsOf(id).flatMap((indicator) => {
      const results = siteData.observationsOf(indicator.id).filter(({ zone }) => zone !== null);
      const byPeriod = Map.groupBy(results, ({ period }) => period.text);
      return [...byPeriod]
        .map(([period, own]) => ({
          indicator,
          period,
          results: zones.map((zone) => own.findLast((result) => result.zone === zone.id) ?? null),
        }))
        .reverse();
    }),
  );
}
