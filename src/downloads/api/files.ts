import { memoizeBySite } from '../../portal/once.ts';
import type { SiteData } from '../../portal/portal.ts';
import { tableLists } from './lists.ts';
import { createResponseMeta } from './response.ts';
import { buildIndicatorSeries, buildPlanTrees, buildZoneFeatures } from './single.ts';

const text = (value: unknown) => `${JSON.stringify(value)}\n`;
const one = (portal: SiteData, data: object) => text({ meta: createResponseMeta(portal, 1), data });

/** An answer of the API with a list of records behind what must be known of them. */
export function printListResponse(portal: SiteData, data: readonly unknown[]): string {
  return text({ meta: createResponseMeta(portal, data.length), data });
}

/** The answers of the static API that hold the records of tables: path below `/api/`, and text. */
export const buildRecordFiles = memoizeBySite((portal): ReadonlyMap<string, string> => {
  return new Map([
    ...tableLists.map(
      ({ name, records }) => [`v1/${name}.json`, printListResponse(portal, records(portal))] as const,
    ),
    ...buildPlanTrees(portal).map(([id, plan]) => [`v1/plans/${id}.json`, one(portal, plan)] as const),
    ...buildIndicatorSeries(portal).map(
      ([id, data]) => [`v1/indicators/${id}.json`, one(portal, data)] as const,
    ),
    ...buildZoneFeatures(portal).map(([id, map]) => [`v1/zones/${id}.geojson`, text(map)] as const),
  ]);
});
