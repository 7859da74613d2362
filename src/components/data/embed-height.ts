import type { SiteData } from '../../site-data/site-data.ts';

/*
 * How high a frame is, in px, that shows its page whole at any width from 300 px on. No page can tell its frame how
 * high it is without a script; so the page takes the height that it is given, and a long table scrolls inside it.
 */

/** The most rows of a table that the frame grows with. */
const ROWS = 8;

/** The page of an indicator's chart: a row of its table for each value and each target. */
export function getIndicatorEmbedHeight(siteData: SiteData, id: string): number {
  const rows = siteData.observationsOf(id).length + siteData.targetsOf(id).length;
  return 780 + Math.min(rows, ROWS) * 45;
}

/** The page of a city's zones. */
export const zonesEmbedHeight = 800;

/** The page of the matrix: a row for each theme; where there are many cities, for each of them. */
export function getCompareEmbedHeight(siteData: SiteData): number {
  return 360 + Math.min(siteData.themes.length, ROWS) * 70;
}
