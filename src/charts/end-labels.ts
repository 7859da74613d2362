import { formatApproximate } from '../notation/format.ts';
import { spreadLabels } from './label-gaps.ts';
import {
  isNotCalculated,
  LINE_CHART_SIZES,
  MOST_LABELLED,
  standsOut,
  type LineChart,
  type LineChartFrame,
  type LineChartPoint,
  type LineChartSeries,
} from './line-chart-frame.ts';
import { getSeriesAttributes } from './line-layer.ts';
import { escapeXml, estimateTextWidth, truncateText } from './svg-text.ts';

/** Formats a percentage of the picture. */
export const formatShare = (share: number) => `${Math.round(share * 100) / 100}%`;

/** Pixels between two labels at the line ends, and how far the last one may be below the picture. */
const LABEL_GAP = 18;
const BELOW = 20;
/** Width of a label, in letters. */
const LABEL_WIDTH = 8.4;
/** A label at the end of a line: where the line ends, in percent, and the attributes of its parts. */
interface EndLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly attributes: (kind: string) => string;
}

/** Returns the label of a line: its name, with its last value if the line stands out. */
function createEndLabel(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): EndLabel[] {
  const isMain = standsOut(chart, series);
  const row = frame.rows.get(series.id);
  const locate = (point: LineChartPoint) => (point.value === null ? row : frame.y(point.value));
  const last = series.points.findLast((point) => point.value !== null || isNotCalculated(point));
  const y = last && locate(last);
  if (!last || y === undefined || (!isMain && chart.series.length > MOST_LABELLED)) return [];
  const value = isMain ? ` ${last.text}` : '';
  const name = truncateText(series.title, LABEL_WIDTH - estimateTextWidth(value, 1), 1);
  const attributes = (kind: string) => getSeriesAttributes(chart, series, kind);
  return [{ x: frame.x(last.day), y, text: `${name}${value}`.trim(), attributes }];
}

/** Returns the label of the median of all municipalities. */
function createMedianLabel({ band = [], unit }: LineChart, { x, y }: LineChartFrame): EndLabel[] {
  const last = band.at(-1);
  if (!last) return [];
  const attributes = (kind: string) => `class="${kind} other"`;
  return [{ x: x(last.day), y: y(last.median), text: `中央値 ${formatApproximate(last.median)}${unit}`, attributes }];
}

/** Draws the labels at the line ends: apart from one another, each joined to its end by a thin line. */
export function drawEndLabels(chart: LineChart, frame: LineChartFrame): string {
  const labels = [
    ...chart.series.flatMap((series) => createEndLabel(chart, frame, series)),
    ...createMedianLabel(chart, frame),
  ];
  const positions = spreadLabels(
    labels.map(({ y }) => y),
    frame.toShare(LABEL_GAP),
    0,
    frame.toShare(LINE_CHART_SIZES[chart.size].height + BELOW),
  );
  const early = labels.map(({ x, y, attributes }) =>
    x > 99.9
      ? ''
      : `<line ${attributes('lead-line')} x1="${formatShare(x)}" x2="100%" y1="${formatShare(y)}" y2="${formatShare(y)}"/>`,
  );
  const texts = labels.map(({ x, y, text, attributes }, at) => {
    const position = formatShare(positions[at] ?? y);
    const leader = `<line ${attributes('lead-line')} x1="${x > 99.9 ? 6 : 0}" x2="16" y1="${formatShare(y)}" y2="${position}"/>`;
    return `${leader}<text ${attributes('end')} x="19" y="${position}" dy="5">${escapeXml(text)}</text>`;
  });
  return `${early.join('')}<svg x="100%" y="0" width="1" height="100%" overflow="visible">${texts.join('')}</svg>`;
}
