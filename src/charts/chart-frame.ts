import { toDayNumber } from '../model/quantity-schema.ts';
import { formatEraYear } from '../notation/calendar.ts';
import { extent, nice, ticks } from 'd3';
import { escapeXml, estimateTextWidth, truncateText } from './svg-text.ts';
import { formatShortNumber } from '../notation/format.ts';
import type { LineSegment } from './label-layout.ts';
import type { ChartPoint } from './result-series.ts';
import { formatCoordinate } from './chart-markers.ts';

/**
 * Maps a stretch of numbers evenly onto another; one without length goes to the middle. It draws what d3-scale's
 * `scaleLinear` does, which would bring colours and formats along: ten KiB in the browser, where `/check/` draws a chart.
 * @example createLinearScale([0, 10], [100, 200])(5) // → 150
 */
export function createLinearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => {
    const way = to === from ? 0.5 : (value - from) / (to - from);
    return start * (1 - way) + end * way;
  };
}

/** A fiscal year on an axis: its last day, as the plan counts it and in Western years. */
export interface FiscalYearTick {
  readonly day: number;
  readonly era: string;
  readonly western: string;
}

/**
 * The fiscal years (1 April to 31 March) whose last day lies between two days, at most `most` of them, always with
 * the last one.
 */
export function listFiscalYearTicks(from: string, to: string, most: number): FiscalYearTick[] {
  const all: FiscalYearTick[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const end = `${year + 1}-03-31`;
    if (end < from || end > to) continue;
    all.push({ day: toDayNumber(end), era: formatEraYear(year, end), western: String(year) });
  }
  const step = Math.ceil(all.length / most);
  return all.filter((_, at) => (all.length - 1 - at) % step === 0);
}

// Not from the whole of d3, parts of which a bundler can't leave out: this chart is drawn in the browser too.

/** How large the picture is drawn; the narrow one keeps its letters readable on a phone. */
const SIZES = {
  wide: { width: 680, height: 300, left: 56, right: 40, top: 44, bottom: 56, years: 8, font: 14 },
  narrow: { width: 320, height: 280, left: 40, right: 28, top: 44, bottom: 56, years: 3, font: 13 },
} as const;
export type ChartSize = keyof typeof SIZES;

/** The room of a picture between its axes, in pixels, and where days and values stand in it. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** Where the axes stand: days run along the lower one. */
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  /** The values that the axis names. */
  readonly numbers: readonly { readonly tick: number; readonly words: string }[];
  /** True where values stand below zero. */
  readonly belowZero: boolean;
  readonly font: number;
  /** How many years the axis names at most. */
  readonly years: number;
}

/** The frame that points of a size of picture are drawn in. */
export function createChartFrame(points: readonly ChartPoint[], size: ChartSize): ChartFrame {
  const { width, height, right, top, bottom, years, font, ...most } = SIZES[size];
  const [low = 0, high = 0] = extent(points, ({ value }) => value);
  const room = (high - low || Math.abs(high) || 1) * 0.2;
  // What can't be negative has no room below zero.
  const floor = low >= 0 ? Math.max(0, low - room) : low - room;
  const [lowest, highest] = nice(floor, high + room, 4);
  const numbers = ticks(lowest, highest, 4).map((tick) => ({ tick, words: formatShortNumber(tick) }));
  // Large numbers need more room beside the axis than the usual ones.
  const left = Math.max(most.left, ...numbers.map(({ words }) => estimateTextWidth(words, font) + 12));
  const [first = 0, last = 0] = extent(points, ({ day }) => day);
  const foot = height - bottom;
  return {
    width,
    height,
    left,
    bottom: foot,
    right: width - right,
    x: createLinearScale([first, last], [left + 12, width - right]),
    y: createLinearScale([lowest, highest], [foot, top]),
    numbers,
    belowZero: low < 0,
    font,
    years,
  };
}

/** A line of a picture. */
export function drawLine({ x1, y1, x2, y2 }: LineSegment, kind: string): string {
  return `<line class="${kind}" x1="${formatCoordinate(x1)}" y1="${formatCoordinate(y1)}" x2="${formatCoordinate(x2)}" y2="${formatCoordinate(y2)}"/>`;
}

/**
 * The axes of a frame: lines at the values that they name, the unit above them, and fiscal years below.
 * @param start the first day to name years from
 * @param end the last one
 */
export function drawAxes(frame: ChartFrame, unit: string, start: string, end: string): string {
  const { width, left, right, bottom, x, y, font } = frame;
  const grid = frame.numbers.map(
    ({ tick, words }) =>
      // Where there are values below zero, its line is stronger.
      drawLine(
        { x1: left, x2: right, y1: y(tick), y2: y(tick) },
        tick === 0 && frame.belowZero ? 'grid zero' : 'grid',
      ) +
      `<text class="tick" x="${formatCoordinate(left - 8)}" y="${formatCoordinate(y(tick) + 5)}" text-anchor="end" font-size="${font}">${words}</text>`,
  );
  const said =
    unit === ''
      ? ''
      : `<text class="tick" x="0" y="16" font-size="${font}">${escapeXml(truncateText(`単位：${unit}`, width, font))}</text>`;
  const marks = listFiscalYearTicks(start, end, frame.years).map(({ day, era, western }) => {
    const middle = `class="tick" x="${formatCoordinate(x(day))}" text-anchor="middle"`;
    return (
      `<text ${middle} y="${bottom + 24}" font-size="${font}">${era}</text>` +
      `<text ${middle} y="${bottom + 42}" font-size="12">${western}</text>`
    );
  });
  return grid.join('') + said + marks.join('');
}
