import { printCount } from '../draw/number.ts';
import type { Municipality } from '../model/municipality.ts';
import { placeWord } from '../portal/many.ts';
import type { Portal } from '../portal/portal.ts';

const COLOURS = 6;

/** The class that gives a municipality its colour. A colour never stands without the name beside it. */
export function cityColour(portal: Portal, municipality: string): string {
  const place = portal.municipalities.findIndex(({ id }) => id === municipality);
  return `city-${(place % COLOURS) + 1}`;
}

/** As many cities are named in a sentence; of more it tells how many they are. */
const NAMED = 5;

/**
 * Some of a site's cities as a sentence names them.
 * @example namesOrCount(portal, [warabi, kashiwa], '・') // → 蕨市・柏市
 * @param between what stands between two names
 */
export function namesOrCount(portal: Portal, cities: readonly Municipality[], between: '、' | '・'): string {
  if (cities.length > NAMED) return `${printCount(cities.length)}の${placeWord(portal)}`;
  return cities.map(({ title }) => title).join(between);
}
