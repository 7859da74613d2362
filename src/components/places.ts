import { japanMap } from '../maps/japan.ts';
import { isMany } from '../portal/many.ts';
import type { Portal } from '../portal/portal.ts';

/** A map of where the municipalities lie whose place is known; null where none is. */
export function placesMap(portal: Pick<Portal, 'municipalities'>): string | null {
  const places = portal.municipalities.flatMap(({ title, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ title, latitude, longitude }],
  );
  return japanMap(places, !isMany(portal));
}
