import type { SourceCitation } from '../../model/identifiers.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import type { SiteStatistic } from '../../site-data/site-statistics.ts';
import { formatSourceList } from '../../site-data/source-citations.ts';
import { describeFigure } from '../statistic/statistic-chart.ts';

/*
 * Heights of frames that show a whole page. Without JavaScript a page cannot report its height to the page around it,
 * so tables are folded, and the length of the texts says how many lines they take.
 */

/** The heights of a frame, in px: at any width from 300 px, and in columns from `WIDE_COLUMN`. */
export type FrameHeights = Readonly<{ narrow: number; wide: number }>;

/** The width of a column, in px, from which the lower height shows the whole page. */
const WIDE_COLUMN = 560;

/** Returns the CSS of a frame without a border. The element around it measures the column, narrow on some wide screens. */
export const formatFrameStyle = ({ narrow, wide }: FrameHeights): string =>
  `border:0;height:clamp(${wide}px,(${WIDE_COLUMN}px - 100cqw)*999,${narrow}px)`;

/** Returns the heights for the chart of an indicator. The list of sources has different lengths. */
export function getIndicatorFrameHeights(siteData: SiteData, sources: readonly SourceCitation[]): FrameHeights {
  const { length } = formatSourceList(siteData, sources).join('');
  return { narrow: 760 + Math.ceil(length * 1.3), wide: 720 + Math.ceil(length * 0.6) };
}

/** Heights for the zone map of a city. */
export const zoneFrameHeights: FrameHeights = { narrow: 800, wide: 700 };

/** Returns the heights for the matrix, which has a row for each theme. */
export const getCompareFrameHeights = ({ themes: { length } }: SiteData): FrameHeights => ({
  narrow: 630 + length * 78,
  wide: 570 + length * 51,
});

/** Returns the heights for the chart of a statistic. Its texts take the most lines. */
export function getStatisticFrameHeights(
  siteData: SiteData,
  entry: SiteStatistic,
  sources: readonly SourceCitation[],
): FrameHeights {
  const heading = entry.finding ?? entry.statistic.title;
  const smallTexts = [...formatSourceList(siteData, sources), describeFigure(siteData, entry)].join('');
  const lines = heading.length * 2.3 + smallTexts.length * 1.2;
  return { narrow: 760 + Math.ceil(lines), wide: 630 + Math.ceil(lines * 0.45) };
}
