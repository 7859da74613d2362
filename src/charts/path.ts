import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Target } from '../model/target.ts';
import { escape } from '../draw/escape.ts';
import { fit, widthOfText } from '../draw/fit.ts';
import { placeLabels, type Segment } from '../draw/place.ts';
import { describePath } from './describe.ts';
import { axes, frameOf, line, type Frame, type Size } from './frame.ts';
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

/** Where a point stands in the picture. */
const placeIn = ({ x, y }: Frame, { day, value }: Point) => [x(day), y(value)] as const;

function segmentIn(frame: Frame, a: Point, b: Point): Segment {
  const [[x1, y1], [x2, y2]] = [placeIn(frame, a), placeIn(frame, b)];
  return { x1, y1, x2, y2 };
}

/**
 * The labels of what is named, beside their points.
 * @param lines what they must not cover
 */
function labels(frame: Frame, named: readonly Named[], lines: readonly Segment[]): string {
  const { width, left, foot } = frame;
  const names = named.map((one) => ({ ...one, words: fit(one.words, (width - left) * 0.9, LABEL.font) }));
  const placed = placeLabels(
    names.map(({ point, words, needed }) => {
      const [x, y] = placeIn(frame, point);
      return {
        x,
        y,
        width: widthOfText(words, LABEL.font),
        height: LABEL.font * 1.2,
        optional: !needed,
      };
    }),
    LABEL.gap,
    { lines, room: { left, right: width - 2, top: 20, bottom: foot + 8 } },
  );
  return names
    .flatMap(({ words, kind, needed }, index) => {
      const found = placed[index];
      if (!found || (!needed && !found.free)) return [];
      return [
        `<text class="${kind}" x="${at(found.left)}" y="${at(found.top + LABEL.font)}" font-size="${LABEL.font}">${escape(words)}</text>`,
      ];
    })
    .join('');
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
  const results = resultPoints(observations);
  const interim = interimPoints(targets);
  const points = [from, to, ...results, ...interim];
  const frame = frameOf(points, size);
  const { width, height } = frame;

  const expected = segmentIn(frame, from, to);
  const known = [from, ...results].sort((a, b) => a.day - b.day);
  const done = joined(known, missingDays(observations)).map(([a, b]) => segmentIn(frame, a, b));
  const dots = points.map((point) => segmentIn(frame, point, point));
  const text = escape(describePath(indicator, observations, targets));
  return (
    `<svg class="chart chart-${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}">` +
    axes(frame, indicator.unit, start, end) +
    line(expected, 'expected') +
    done.map((one) => line(one, 'result')).join('') +
    signs({ from, to, interim, results }, (point) => placeIn(frame, point), {
      baseline: 7,
      target: 8,
      core: 3,
      interim: 6,
      interimCore: 2,
      // Many results stand too close to each other for large dots.
      result: results.length > 20 ? 3 : 4.5,
    }) +
    labels(frame, namesOf(from, to, results.at(-1), interim), [expected, ...done, ...dots]) +
    '</svg>'
  );
}
