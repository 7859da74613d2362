import { drawJapanMap } from '../../maps/japan-map.ts';
import { hasManyMunicipalities } from '../../site-data/site-size.ts';
import { memoizeBySite } from '../../site-data/site-data.ts';

/** Returns a map of the municipalities with coordinates; null if there are none. */
export const drawMunicipalityMap = memoizeBySite((siteData): string | null => {
  const cities = siteData.municipalities.flatMap(({ title, latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ title, latitude, longitude }],
  );
  return drawJapanMap(cities, !hasManyMunicipalities(siteData));
});
