import { formatDecimals } from '../notation/format.ts';
import { LABEL_GAP, LABEL_OVERHANG, spreadLabels } from './label-layout.ts';
import {
  isStated,
  LINE_CHART_SIZES,
  MAX_LABELLED,
  isHighlighted,
  type LineChart,
  type LineChartFrame,
  type LineChartPoint,
  type LineChartSeries,
} from './line-chart-frame.ts';
import { getSeriesAttributes } from './line-layer.ts';
import { escapeXml, estimateTextWidth, formatShare, truncateText } from './svg-text.ts';

/** Width of a label, in letters. */
const LABEL_WIDTH = 8.4;
/** Width of a short name, in letters; line-chart.css has it, too. */
const SHORT_WIDTH = 4;

/** A label at the end of a line: where the line ends, in percent, and the attributes of its parts. */
interface EndLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** What follows the text if there is room; empty if nothing does. */
  readonly value: string;
  readonly attributes: (kind: string) => string;
  /** True for a label that is hidden until the reader chooses its line. */
  readonly isSpare?: boolean;
}

/** True if all names are so short that a narrow chart has them without their values, and more room for its lines. */
export const hasShortNames = ({ series }: LineChart): boolean =>
  series.every(({ title }) => estimateTextWidth(title, 1) <= SHORT_WIDTH);

/** Returns the label of a line: its name, with its last value if the line is highlighted or is one of many. */
function createEndLabel(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): EndLabel[] {
  const isCrowded = chart.series.length > MAX_LABELLED;
  const isMain = isHighlighted(chart, series);
  const row = frame.rows.get(series.id);
  const locate = (point: LineChartPoint) => (point.value === null ? row : frame.y(point.value));
  const last = series.points.findLast(isStated);
  const y = last && locate(last);
  const isSpare = isCrowded && !isMain;
  // Only a large chart has buttons that choose lines.
  if (!last || y === undefined || (isSpare && chart.size === 'small')) return [];
  const value = isMain || isCrowded ? ` ${last.text}` : '';
  const name = truncateText(series.title, LABEL_WIDTH - estimateTextWidth(value, 1), 1);
  // A value that leaves no room for the name is only in the table.
  const label = name === '' ? { text: truncateText(series.title, LABEL_WIDTH, 1), value: '' } : { text: name, value };
  const attributes = (kind: string) => getSeriesAttributes(chart, series, isSpare ? `${kind} spare` : kind);
  return [{ x: frame.x(last.day), y, ...label, attributes, isSpare }];
}

function createMedianLabel({ band = [], unit }: LineChart, { x, y }: LineChartFrame): EndLabel[] {
  const last = band.findLast(({ middle }) => middle !== null);
  if (!last?.middle) return [];
  const { median } = last.middle;
  const attributes = (kind: string) => `class="${kind} other"`;
  const value = ` ${formatDecimals(median, last.decimals)}${unit}`;
  return [{ x: x(last.day), y: y(median), text: '中央値', value, attributes }];
}

/** Draws the labels at the line ends: apart from one another, each joined to its end by a thin line. */
export function drawEndLabels(chart: LineChart, frame: LineChartFrame): string {
  const all = chart.series.flatMap((series) => createEndLabel(chart, frame, series));
  const labels = [...all.filter(({ isSpare }) => !isSpare), ...createMedianLabel(chart, frame)];
  const positions = spreadLabels(
    labels.map(({ y }) => y),
    frame.toShare(LABEL_GAP),
    frame.toShare(LINE_CHART_SIZES[chart.size].height + LABEL_OVERHANG),
  );
  const drawn = [...labels, ...all.filter(({ isSpare }) => isSpare)];
  const drawLeader = ({ attributes }: EndLabel, [x1, x2]: readonly [string, string], y: number, end: number) =>
    `<line ${attributes('lead-line')} x1="${x1}" x2="${x2}" y1="${formatShare(y)}" y2="${formatShare(end)}"/>`;
  // A line that ends before the others has a leader to the edge, too.
  const isEarly = ({ x }: EndLabel) => x < 99.9;
  const early = drawn.flatMap((label) =>
    isEarly(label) ? drawLeader(label, [formatShare(label.x), '100%'], label.y, label.y) : [],
  );
  const texts = drawn.map((label, at) => {
    const position = positions[at] ?? label.y;
    const leader = drawLeader(label, [isEarly(label) ? '0' : '6', '16'], label.y, position);
    const value = label.value === '' ? '' : `<tspan class="end-value">${escapeXml(label.value)}</tspan>`;
    const text = escapeXml(label.text) + value;
    return `${leader}<text ${label.attributes('end')} x="19" y="${formatShare(position)}" dy="5">${text}</text>`;
  });
  return `${early.join('')}<svg x="100%" y="0" width="1" height="100%" overflow="visible">${texts.join('')}</svg>`;
}
