import type { Portal } from '../portal/portal.ts';

const COLOURS = 6;

/** The class that gives a municipality its colour. A colour never stands without the name beside it. */
export function cityColour(portal: Portal, municipality: string): string {
  const place = portal.municipalities.findIndex(({ id }) => id === municipality);
  return `city-${(place % COLOURS) + 1}`;
}
