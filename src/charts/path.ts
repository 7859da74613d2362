// Not from the whole of d3, parts of which a bundler can't leave out: this chart is drawn in the browser too.
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Target } from '../model/target.ts';
import { escape } from '../draw/escape.ts';
import { fit, widthOfText } from '../draw/fit.ts';
import { printShort } from '../draw/number.ts';
import { placeLabels, type Segment } from '../draw/place.ts';
import { fiscalYearTicks } from '../draw/years.ts';
import { describePath } from './describe.ts';
import {
  interimPoints,
  joined,
  missingDays,
  pointOf,
  resultPoints,
  type Point,
  type Result,
} from './series.ts';
import { at, signs } from './signs.ts';

/** How large the picture is drawn; the narrow one keeps its letters readable on a phone. */
const SIZES = {
  wide: { width: 680, height: 300, left: 56, right: 40, top: 44, bottom: 56, years: 8, font: 14 },
  narrow: { width: 320, height: 280, left: 40, right: 28, top: 44, bottom: 56, years: 3, font: 13 },
} as const;
export type Size = keyof typeof SIZES;

/** The letters of labels, and their distance from what they name. */
const LABEL = { font: 15, gap: 12 };

/** A label in the picture. Those that only repeat the table give way where there is no room for them. */
interface Named {
  readonly point: Point;
  readonly words: string;
  readonly kind: string;
  readonly needed: boolean;
}

/** What the picture names: baseline and target always, the latest result and interim targets where there is room. */
function namesOf(from: Point, to: Point, latest: Result | undefined, interim: readonly Point[]): Named[] {
  return [
    { point: from, words: `現状値 ${from.text}`, kind: 'label', needed: true },
    { point: to, words: `目標値 ${to.text}`, kind: 'label', needed: true },
    ...(latest
      ? [
          {
            point: latest,
            words: latest.provisional ? `速報 ${latest.text}` : latest.text,
            kind: 'label result-label',
            needed: false,
          },
        ]
      : []),
    ...interim.map((point) => ({
      point,
      words: `中間 ${point.text}`,
      kind: 'label interim-label',
      needed: false,
    })),
  ];
}

/**
 * The way from baseline to target: ● baseline, ◎ target, a dotted line where an even pace would lead, results as a
 * solid line that ends where a value is missing, 速報 as hollow dots, interim targets as a small ◎. Null where the
 * baseline or the target has no number or no time, so that there is nothing to draw.
 */
export function pathChart(
  indicator: Indicator,
  observations: readonly Observation[],
  size: Size,
  targets: readonly Target[] = [],
): string | null {
  const from = pointOf(indicator.baseline);
  const to = pointOf(indicator.target);
  const [start, end] = [indicator.baseline.period.end, indicator.target.period.end];
  if (!from || !to || !start || !end || from.day >= to.day) return null;
  const { width, height, right, top, bottom, years, font, ...most } = SIZES[size];
  const results = resultPoints(observations);
  const interim = interimPoints(targets);

  const points = [from, to, ...results, ...interim];
  const [low = 0, high = 0] = extent(points, ({ value }) => value);
  const room = (high - low || Math.abs(high) || 1) * 0.2;
  // What can't be negative has no room below zero.
  const floor = low >= 0 ? Math.max(0, low - room) : low - room;
  const y = scaleLinear([floor, high + room], [height - bottom, top]).nice(4);
  const numbers = y.ticks(4).map((tick) => ({ tick, words: printShort(tick) }));
  // Large numbers need more room beside the axis than the usual ones.
  const left = Math.max(most.left, ...numbers.map(({ words }) => widthOfText(words, font) + 12));
  const [first = 0, last = 0] = extent(points, ({ day }) => day);
  const x = scaleLinear([first, last], [left + 12, width - right]);
  const place = (point: Point) => [x(point.day), y(point.value)] as const;
  const segment = (a: Point, b: Point): Segment => {
    const [[x1, y1], [x2, y2]] = [place(a), place(b)];
    return { x1, y1, x2, y2 };
  };
  const line = ({ x1, y1, x2, y2 }: Segment, kind: string) =>
    `<line class="${kind}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`;

  const grid = numbers.map(
    ({ tick, words }) =>
      // Where there are values below zero, its line is stronger.
      line(
        { x1: left, x2: width - right, y1: y(tick), y2: y(tick) },
        tick === 0 && low < 0 ? 'grid zero' : 'grid',
      ) +
      `<text class="tick" x="${at(left - 8)}" y="${at(y(tick) + 5)}" text-anchor="end" font-size="${font}">${words}</text>`,
  );
  const ticks = fiscalYearTicks(start, end, years).map(({ day, era, western }) => {
    const middle = `class="tick" x="${at(x(day))}" text-anchor="middle"`;
    return (
      `<text ${middle} y="${height - bottom + 24}" font-size="${font}">${era}</text>` +
      `<text ${middle} y="${height - bottom + 42}" font-size="12">${western}</text>`
    );
  });
  const unit = indicator.unit
    ? `<text class="tick" x="0" y="16" font-size="${font}">${escape(fit(`単位：${indicator.unit}`, width, font))}</text>`
    : '';

  const expected = segment(from, to);
  // Many results stand too close to each other for large dots.
  const dot = results.length > 20 ? 3 : 4.5;
  const known = [from, ...results].sort((a, b) => a.day - b.day);
  const done = joined(known, missingDays(observations)).map(([a, b]) => segment(a, b));
  const names = namesOf(from, to, results.at(-1), interim).map((one) => ({
    ...one,
    words: fit(one.words, (width - left) * 0.9, LABEL.font),
  }));
  const dots = points.map((point) => segment(point, point));
  const placed = placeLabels(
    names.map(({ point, words, needed }) => {
      const [px, py] = place(point);
      return {
        x: px,
        y: py,
        width: widthOfText(words, LABEL.font),
        height: LABEL.font * 1.2,
        optional: !needed,
      };
    }),
    LABEL.gap,
    {
      lines: [expected, ...done, ...dots],
      room: { left, right: width - 2, top: 20, bottom: height - bottom + 8 },
    },
  );
  const labels = names.flatMap(({ words, kind, needed }, index) => {
    const found = placed[index];
    if (!found || (!needed && !found.free)) return [];
    return [
      `<text class="${kind}" x="${at(found.left)}" y="${at(found.top + LABEL.font)}" font-size="${LABEL.font}">${escape(words)}</text>`,
    ];
  });
  const text = escape(describePath(indicator, observations, targets));
  return (
    `<svg class="chart chart-${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}">` +
    grid.join('') +
    unit +
    ticks.join('') +
    line(expected, 'expected') +
    done.map((one) => line(one, 'result')).join('') +
    signs({ from, to, interim, results }, place, {
      baseline: 7,
      target: 8,
      core: 3,
      interim: 6,
      interimCore: 2,
      result: dot,
    }) +
    labels.join('') +
    '</svg>'
  );
}
