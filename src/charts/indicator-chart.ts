import { certaintyLevels } from '../model/value-lists.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Observation } from '../tables/observations.ts';
import type { Quantity, TargetValue } from '../model/quantity-schema.ts';
import type { Target } from '../tables/targets.ts';
import {
  type ChartPoint,
  createChartPoint,
  filterCityResults,
  listInterimPoints,
  listMissingDays,
  listResultPoints,
  pairNeighbours,
  type ResultPoint,
} from './result-series.ts';
import { escapeXml, estimateTextWidth, truncateText } from './svg-text.ts';
import { placeLabels, type LineSegment } from './label-layout.ts';
import { drawAxes, createChartFrame, drawLine, type ChartFrame, type ChartSize } from './chart-frame.ts';
import { formatCoordinate, drawMarkers } from './chart-markers.ts';

const timed = ({ period, text }: Pick<Quantity, 'period' | 'text'>) => `${period.text} ${text}`.trim();

/** Targets beside the one that the picture leads to: those on the way, and those of earlier days. */
function otherTargets(own: TargetValue, targets: readonly Target[]): string {
  const interim = targets.filter(({ kind }) => kind === 'interim').map(timed);
  const former = targets
    .filter(({ kind }) => kind === 'final')
    .filter(({ text, period }) => text !== own.text || period.text !== own.period.text)
    .map((one) => timed(one) + (one.set === null ? '' : `（${one.set} 設定）`));
  return [
    ...(interim.length > 0 ? [`中間の目標値は${interim.join('、')}。`] : []),
    ...(former.length > 0 ? [`別に設定された目標値は${former.join('、')}。`] : []),
  ].join('');
}

/** What the picture shows, in a few sentences, with every number of the whole city that stands in its table. */
export function describeIndicatorChart(
  { title, baseline, target }: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[] = [],
): string {
  const results = filterCityResults(observations).map(
    (one) => timed(one) + (one.certainty === 'provisional' ? `（${certaintyLevels.words.provisional}）` : ''),
  );
  const measured =
    results.length === 0 ? '計画のあとの実績は、まだありません。' : `実績は${results.join('、')}。`;
  return `${title}。${baseline.period.text}の現状値${baseline.text}から、${target.period.text}の目標値${target.text}まで。${otherTargets(target, targets)}${measured}`;
}

/** The letters of labels, and their distance from what they name. */
const LABEL = { font: 15, gap: 12 };

/** A label in the picture. Those that only repeat the table give way where there is no room for them. */
interface Named {
  readonly point: ChartPoint;
  readonly words: string;
  readonly kind: string;
  readonly needed: boolean;
}

/** What the picture names: baseline and target always, the latest result and interim targets where there is room. */
function namesOf(
  from: ChartPoint,
  to: ChartPoint,
  latest: ResultPoint | undefined,
  interim: readonly ChartPoint[],
): Named[] {
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
const placeIn = ({ x, y }: ChartFrame, { day, value }: ChartPoint) => [x(day), y(value)] as const;

function segmentIn(frame: ChartFrame, a: ChartPoint, b: ChartPoint): LineSegment {
  const [[x1, y1], [x2, y2]] = [placeIn(frame, a), placeIn(frame, b)];
  return { x1, y1, x2, y2 };
}

/**
 * The labels of what is named, beside their points.
 * @param lines what they must not cover
 */
function labels(frame: ChartFrame, named: readonly Named[], lines: readonly LineSegment[]): string {
  const { width, left, bottom } = frame;
  const names = named.map((one) => ({
    ...one,
    words: truncateText(one.words, (width - left) * 0.9, LABEL.font),
  }));
  const placed = placeLabels(
    names.map(({ point, words, needed }) => {
      const [x, y] = placeIn(frame, point);
      return {
        x,
        y,
        width: estimateTextWidth(words, LABEL.font),
        height: LABEL.font * 1.2,
        optional: !needed,
      };
    }),
    LABEL.gap,
    { lines, bounds: { left, right: width - 2, top: 20, bottom: bottom + 8 } },
  );
  return names
    .flatMap(({ words, kind, needed }, index) => {
      const found = placed[index];
      if (!found || (!needed && !found.free)) return [];
      return [
        `<text class="${kind}" x="${formatCoordinate(found.left)}" y="${formatCoordinate(found.top + LABEL.font)}" font-size="${LABEL.font}">${escapeXml(words)}</text>`,
      ];
    })
    .join('');
}

/**
 * The way from baseline to target: ● baseline, ◎ target, a dotted line where an even pace would lead, results as a
 * solid line that ends where a value is missing, 速報 as hollow dots, interim targets as a small ◎. Null where the
 * baseline or the target has no number or no time, so that there is nothing to draw.
 */
export function drawIndicatorChart(
  indicator: Indicator,
  observations: readonly Observation[],
  size: ChartSize,
  targets: readonly Target[] = [],
): string | null {
  const from = createChartPoint(indicator.baseline);
  const to = createChartPoint(indicator.target);
  const [start, end] = [indicator.baseline.period.end, indicator.target.period.end];
  if (!from || !to || !start || !end || from.day >= to.day) return null;
  const results = listResultPoints(observations);
  const interim = listInterimPoints(targets);
  const points = [from, to, ...results, ...interim];
  const frame = createChartFrame(points, size);
  const { width, height } = frame;

  const expected = segmentIn(frame, from, to);
  const known = [from, ...results].sort((a, b) => a.day - b.day);
  const done = pairNeighbours(known, listMissingDays(observations)).map(([a, b]) => segmentIn(frame, a, b));
  const dots = points.map((point) => segmentIn(frame, point, point));
  const text = escapeXml(describeIndicatorChart(indicator, observations, targets));
  return (
    `<svg class="chart chart-${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}">` +
    drawAxes(frame, indicator.unit, start, end) +
    drawLine(expected, 'expected') +
    done.map((one) => drawLine(one, 'result')).join('') +
    drawMarkers({ from, to, interim, results }, (point) => placeIn(frame, point), {
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
