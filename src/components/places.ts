import { drawJapanMap } from '../maps/japan.ts';
import { hasManyMunicipalities } from '../portal/many.ts';
import { memoizeBySite } from '../portal/once.ts';

/** A map of where the municipalities lie whose place is known; null where none is. */
export const drawMunicipalityMap = memoizeBySite((portal): string | null => {
  const places = portal.municipalities.flatMap(({ title, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ title, latitude, longitude }],
  );
  return drawJapanMap(places, !hasManyMunicipalities(portal));
});
