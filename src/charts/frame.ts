// Not from the whole of d3, parts of which a bundler can't leave out: this chart is drawn in the browser too.
import { extent, nice, ticks } from 'd3-array';
import { escape } from '../draw/escape.ts';
import { fit, widthOfText } from '../draw/fit.ts';
import { linear } from '../draw/linear.ts';
import { printShort } from '../draw/number.ts';
import type { Segment } from '../draw/place.ts';
import { fiscalYearTicks } from '../draw/years.ts';
import type { Point } from './series.ts';
import { at } from './signs.ts';

/** How large the picture is drawn; the narrow one keeps its letters readable on a phone. */
const SIZES = {
  wide: { width: 680, height: 300, left: 56, right: 40, top: 44, bottom: 56, years: 8, font: 14 },
  narrow: { width: 320, height: 280, left: 40, right: 28, top: 44, bottom: 56, years: 3, font: 13 },
} as const;
export type Size = keyof typeof SIZES;

/** The room of a picture between its axes, in pixels, and where days and values stand in it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Where the axes stand: days run along the lower one. */
  readonly left: number;
  readonly foot: number;
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
export function frameOf(points: readonly Point[], size: Size): Frame {
  const { width, height, right, top, bottom, years, font, ...most } = SIZES[size];
  const [low = 0, high = 0] = extent(points, ({ value }) => value);
  const room = (high - low || Math.abs(high) || 1) * 0.2;
  // What can't be negative has no room below zero.
  const floor = low >= 0 ? Math.max(0, low - room) : low - room;
  const [lowest, highest] = nice(floor, high + room, 4);
  const numbers = ticks(lowest, highest, 4).map((tick) => ({ tick, words: printShort(tick) }));
  // Large numbers need more room beside the axis than the usual ones.
  const left = Math.max(most.left, ...numbers.map(({ words }) => widthOfText(words, font) + 12));
  const [first = 0, last = 0] = extent(points, ({ day }) => day);
  const foot = height - bottom;
  return {
    width,
    height,
    left,
    foot,
    right: width - right,
    x: linear([first, last], [left + 12, width - right]),
    y: linear([lowest, highest], [foot, top]),
    numbers,
    belowZero: low < 0,
    font,
    years,
  };
}

/** A line of a picture. */
export function line({ x1, y1, x2, y2 }: Segment, kind: string): string {
  return `<line class="${kind}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`;
}

/**
 * The axes of a frame: lines at the values that they name, the unit above them, and fiscal years below.
 * @param start the first day to name years from
 * @param end the last one
 */
export function axes(frame: Frame, unit: string, start: string, end: string): string {
  const { width, left, right, foot, x, y, font } = frame;
  const grid = frame.numbers.map(
    ({ tick, words }) =>
      // Where there are values below zero, its line is stronger.
      line(
        { x1: left, x2: right, y1: y(tick), y2: y(tick) },
        tick === 0 && frame.belowZero ? 'grid zero' : 'grid',
      ) +
      `<text class="tick" x="${at(left - 8)}" y="${at(y(tick) + 5)}" text-anchor="end" font-size="${font}">${words}</text>`,
  );
  const said =
    unit === ''
      ? ''
      : `<text class="tick" x="0" y="16" font-size="${font}">${escape(fit(`単位：${unit}`, width, font))}</text>`;
  const marks = fiscalYearTicks(start, end, frame.years).map(({ day, era, western }) => {
    const middle = `class="tick" x="${at(x(day))}" text-anchor="middle"`;
    return (
      `<text ${middle} y="${foot + 24}" font-size="${font}">${era}</text>` +
      `<text ${middle} y="${foot + 42}" font-size="12">${western}</text>`
    );
  });
  return grid.join('') + said + marks.join('');
}
