import { formatCount } from '../../notation/format.ts';
import type { Municipality } from '../../model/municipality.ts';
import { getMunicipalityWord } from '../../site-data/site-size.ts';
import type { SiteData } from '../../site-data/site-data.ts';

const COLOURS = 6;

/** The class that gives a municipality its colour. A colour never stands without the name beside it. */
export function getMunicipalityColour(siteData: SiteData, municipality: string): string {
  const place = siteData.municipalities.findIndex(({ id }) => id === municipality);
  return `city-${(place % COLOURS) + 1}`;
}

/** As many cities are named in a sentence; of more it tells how many they are. */
const NAMED = 5;

/**
 * Some of a site's cities as a sentence names them.
 * @example summarizeMunicipalities(siteData, [warabi, kashiwa], '・') // → 蕨市・柏市
 * @param between what stands between two names
 */
export function summarizeMunicipalities(
  siteData: SiteData,
  cities: readonly Municipality[],
  between: '、' | '・',
): string {
  if (cities.length > NAMED) return `${formatCount(cities.length)}の${getMunicipalityWord(siteData)}`;
  return cities.map(({ title }) => title).join(between);
}
