import { oncePer } from '../../portal/once.ts';
import type { Portal } from '../../portal/portal.ts';
import { tableLists } from './lists.ts';
import { meta } from './response.ts';
import { indicatorSeries, planTrees, zoneMaps } from './single.ts';

const text = (value: unknown) => `${JSON.stringify(value)}\n`;
const one = (portal: Portal, data: object) => text({ meta: meta(portal, 1), data });

/** An answer of the API with a list of records behind what must be known of them. */
export function listAnswer(portal: Portal, data: readonly unknown[]): string {
  return text({ meta: meta(portal, data.length), data });
}

/** The answers of the static API that hold the records of tables: path below `/api/`, and text. */
export const recordFiles = oncePer((portal): ReadonlyMap<string, string> => {
  return new Map([
    ...tableLists.map(
      ({ name, records }) => [`v1/${name}.json`, listAnswer(portal, records(portal))] as const,
    ),
    ...planTrees(portal).map(([id, plan]) => [`v1/plans/${id}.json`, one(portal, plan)] as const),
    ...indicatorSeries(portal).map(([id, data]) => [`v1/indicators/${id}.json`, one(portal, data)] as const),
    ...zoneMaps(portal).map(([id, map]) => [`v1/zones/${id}.geojson`, text(map)] as const),
  ]);
});
