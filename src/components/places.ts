import { japanMap } from '../maps/japan.ts';
import { isMany } from '../portal/many.ts';
import { oncePer } from '../portal/once.ts';

/** A map of where the municipalities lie whose place is known; null where none is. */
export const placesMap = oncePer((portal): string | null => {
  const places = portal.municipalities.flatMap(({ title, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ title, latitude, longitude }],
  );
  return japanMap(places, !isMany(portal));
});
