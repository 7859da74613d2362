import { extent, nice, range, ticks } from 'd3';
import { formatDayNumber, toDayNumber } from '../model/quantity-schema.ts';
import { formatEraYear, getFiscalYearSpan } from '../notation/calendar.ts';
import { formatShortNumber } from '../notation/format.ts';
import type { LineSegment } from './label-layout.ts';
import type { ChartPoint } from './result-series.ts';
import { drawText, estimateTextWidth, formatCoordinate, truncateText } from './svg-text.ts';

/**
 * Maps one interval to another, linearly; an empty interval maps to the middle. It replaces `scaleLinear` of d3 because
 * `/check/` draws a chart in the browser: the colours and formats that `scaleLinear` needs are ten KiB.
 * @example createLinearScale([0, 10], [100, 200])(5) // → 150
 */
const createLinearScale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return start * (1 - share) + end * share;
  };

/**
 * Returns the fiscal years (1 April to 31 March) that end between two days, at most `most` of them, always including
 * the first and the last one: the last day of each, its Japanese and its Western year.
 */
function listFiscalYearTicks(from: string, to: string, most: number) {
  const years = range(Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)) + 1).flatMap((year) => {
    const { end } = getFiscalYearSpan(year);
    return end < from || end > to ? [] : [{ day: toDayNumber(end), era: formatEraYear(year, end), western: year }];
  });
  const step = Math.ceil(years.length / most);
  return years.filter((_, index) => index === 0 || (index >= step && (years.length - 1 - index) % step === 0));
}

/** Sizes of the chart; the narrow one keeps its text readable on a phone. */
const SIZES = {
  wide: { width: 680, height: 300, left: 56, right: 40, top: 44, bottom: 56, years: 8, font: 14 },
  narrow: { width: 320, height: 280, left: 40, right: 28, top: 44, bottom: 56, years: 3, font: 13 },
} as const;
export type ChartSize = keyof typeof SIZES;

/** The area of a chart between its axes, in pixels, with the scales of its days and values. */
export type ChartFrame = ReturnType<typeof createChartFrame>;

/** Creates the frame for the points of a chart. */
export function createChartFrame(points: readonly ChartPoint[], size: ChartSize) {
  const { width, height, right, top, bottom, years, font, ...minimum } = SIZES[size];
  const [low = 0, high = 0] = extent(points, ({ value }) => value);
  const margin = (high - low || Math.abs(high) || 1) * 0.2;
  // Below zero there is space only if a value is negative.
  const floor = low >= 0 ? Math.max(0, low - margin) : low - margin;
  const [lowest, highest] = nice(floor, high + margin, 4);
  const numbers = ticks(lowest, highest, 4).map((tick) => ({ tick, label: formatShortNumber(tick) }));
  // Large numbers need more space beside the axis.
  const left = Math.max(minimum.left, ...numbers.map(({ label }) => estimateTextWidth(label, font) + 12));
  const [first = 0, last = 0] = extent(points, ({ day }) => day);
  const axis = height - bottom;
  return {
    width,
    height,
    /** Coordinates of the two axes. */
    left,
    bottom: axis,
    right: width - right,
    x: createLinearScale([first, last], [left + 12, width - right]),
    y: createLinearScale([lowest, highest], [axis, top]),
    /** The labels of the value axis. */
    numbers,
    hasNegative: low < 0,
    /** The values at which the axis begins and ends. */
    lowest,
    highest,
    /** The days at which the axis of time begins and ends. */
    days: [formatDayNumber(first), formatDayNumber(last)] as const,
    font,
    /** The maximum number of years on the axis. */
    years,
  };
}

/** Returns the upper line of the sign for an axis that does not begin at zero; empty if it does. */
export const locateAxisBreak = ({ lowest, left, bottom }: ChartFrame): LineSegment[] =>
  lowest > 0 ? [{ x1: left, x2: left + 24, y1: bottom - 5, y2: bottom - 5 }] : [];

/** Returns an SVG line. */
export const drawLine = ({ x1, y1, x2, y2 }: LineSegment, classes: string): string =>
  `<line class="${classes}" x1="${formatCoordinate(x1)}" y1="${formatCoordinate(y1)}" x2="${formatCoordinate(x2)}" y2="${formatCoordinate(y2)}"/>`;

/** Draws the axes of a frame: a line with a label for each value, the unit above them, and fiscal years below. */
export function drawAxes(frame: ChartFrame, unit: string): string {
  const { width, left, right, bottom, x, y, font } = frame;
  // An axis that does not begin at zero begins with a break.
  const axisBreak = locateAxisBreak(frame).map(
    ({ x1, y1 }) => `<path class="axis-break" d="M${formatCoordinate(x1)} ${y1 + 5}l3 -5l6 10l6 -10l6 10l3 -5"/>`,
  );
  const grid = frame.numbers.map(
    ({ tick, label }) =>
      // If there are negative values, the line of zero is stronger.
      drawLine(
        { x1: left, x2: right, y1: y(tick), y2: y(tick) },
        tick === 0 && frame.hasNegative ? 'grid zero' : 'grid',
      ) + drawText('tick', [left - 8, y(tick) + 5], font, label, 'end'),
  );
  const unitLabel = unit === '' ? '' : drawText('tick', [0, 16], font, truncateText(`単位：${unit}`, width, font));
  const yearLabels = listFiscalYearTicks(...frame.days, frame.years).map(({ day, era, western }) => {
    const attributes = `class="tick" x="${formatCoordinate(x(day))}" text-anchor="middle"`;
    return (
      `<text ${attributes} y="${bottom + 24}" font-size="${font}">${era}</text>` +
      `<text ${attributes} y="${bottom + 42}" font-size="12">${western}年度</text>`
    );
  });
  return grid.join('') + axisBreak.join('') + unitLabel + yearLabels.join('');
}
