import type { SourceCitation } from '../../model/identifiers.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import type { SiteStatistic } from '../../site-data/site-statistics.ts';
import { formatSourceList } from '../../site-data/source-citations.ts';
import { describeFigure } from '../statistic/statistic-chart.ts';

/*
 * Heights of frames, in px, that show a whole page at any width from 300 px. Without JavaScript a page cannot report
 * its height to the page around it, so a long table of results scrolls inside its frame.
 */

/** A frame grows with at most this many results. */
const MAX_ROWS = 8;

/** Returns the height for the chart of an indicator, whose table has a row of 45 px for each observation and target. */
export const getIndicatorEmbedHeight = (siteData: SiteData, id: string): number =>
  780 + Math.min(siteData.observationsOf(id).length + siteData.targetsOf(id).length, MAX_ROWS) * 45;

/** Height for the zone map of a city. */
export const zonesEmbedHeight = 800;

/** Returns the height for the matrix, which has a row of at most 70 px for each theme. */
export const getCompareEmbedHeight = (siteData: SiteData): number => 440 + siteData.themes.length * 70;

/** Returns the height for the chart of a statistic, whose table is folded. Its texts take the most lines. */
export function getStatisticEmbedHeight(
  siteData: SiteData,
  entry: SiteStatistic,
  sources: readonly SourceCitation[],
): number {
  const heading = entry.finding ?? entry.statistic.title;
  const smallTexts = [...formatSourceList(siteData, sources), describeFigure(siteData, entry)].join('');
  return 760 + Math.ceil(heading.length * 2.3 + smallTexts.length * 1.2);
}
