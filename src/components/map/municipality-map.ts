import { drawJapanMap } from '../../maps/japan-map.ts';
import { hasManyMunicipalities } from '../../site-data/site-size.ts';
import { memoizeBySite } from '../../site-data/site-data.ts';

/** A map of where the municipalities lie whose place is known; null where none is. */
export const drawMunicipalityMap = memoizeBySite((siteData): string | null => {
  const places = siteData.municipalities.flatMap(({ title, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ title, latitude, longitude }],
  );
  return drawJapanMap(places, !hasManyMunicipalities(siteData));
});
