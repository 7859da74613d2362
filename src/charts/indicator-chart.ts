import type { Quantity } from '../model/quantity-schema.ts';
import { formatShortNumber, getPrintedUnit } from '../notation/format.ts';
import { addPrintedUnit, addPrintedUnits } from '../notation/printed-unit.ts';
import { lacksDistance } from '../progress/progress-metrics.ts';
import type { Indicator } from '../tables/indicators.ts';
import { filterCityResults, type Observation } from '../tables/observations.ts';
import type { Target } from '../tables/targets.ts';
import { describeScope, MINUS_SIGN, nameProvisional, nameTarget, putInBrackets, quoteWords } from './change-words.ts';
import { drawAxes, createChartFrame, drawLine, locateAxisBreak } from './chart-frame.ts';
import type { ChartFrame, ChartSize } from './chart-frame.ts';
import { layOutLabels, type LineSegment } from './label-layout.ts';
import { type ChartPoint, type ChartSeries, createChartSeries } from './result-series.ts';
import { createSvg, drawText, estimateTextWidth, formatCoordinate, truncateText } from './svg-text.ts';

const formatQuantity = (
  { period, text }: Pick<Quantity, 'period' | 'text'>,
  unit: string,
  kind: 'value' | 'target' = 'value',
) => `${period.text} ${addPrintedUnit(text, unit, kind)}`.trim();

/** Describes the targets besides the current one: interim and former targets. */
function describeOtherTargets(indicator: Indicator, targets: readonly Target[]): string {
  const format = (target: Target) =>
    formatQuantity(target, indicator.unit, 'target') + (target.set === null ? '' : `（${target.set} 設定）`);
  const groups = Map.groupBy(targets, (target) => nameTarget(indicator, target, targets));
  groups.delete('目標値');
  return [...groups].map(([name, own]) => `${name}は${own.map(format).join('、')}。`).join('');
}

/** Describes the chart in a few sentences, with every number of the whole city from its table. */
export function describeIndicatorChart(
  indicator: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[] = [],
): string {
  const { title, unit } = indicator;
  const { baseline, target } = addPrintedUnits(indicator);
  const results = filterCityResults(observations).map(
    (one) => formatQuantity(one, unit) + putInBrackets(nameProvisional(one)),
  );
  const measured =
    results.length === 0
      ? `計画をつくったあとの${describeScope(observations)}実績は、このサイトにまだありません。`
      : `実績は${results.join('、')}。`;
  return `${title}。${baseline.period.text}の現状値${baseline.text}から、${target.period.text}の目標値${quoteWords(target.text)}まで。${describeOtherTargets(indicator, targets)}${measured}`;
}

/** Says where the value axis of a chart begins if it does not contain zero; null if it does, or if there is no chart. */
export function describeAxisStart(
  indicator: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[],
): string | null {
  const series = createChartSeries(indicator, observations, targets);
  if (!series) return null;
  const { lowest, highest } = createChartFrame(series.points, 'wide');
  if (lowest <= 0 && highest >= 0) return null;
  return `縦の目もりは、0からではなく${formatShortNumber(lowest)}${getPrintedUnit(series.unit)}からです。`;
}

/** Font size of labels, and their distance from their points. */
const LABEL = { font: 15, gap: 12 };

/** A label of a point. An optional label is left out if there is no space, because the table contains its value. */
type ChartLabel = Readonly<{ point: ChartPoint; text: string; classes: string; isOptional: boolean }>;

/** Returns the labels: those of the latest result and of interim targets are optional. */
function listLabels({ from, to, results, interim }: ChartSeries): ChartLabel[] {
  const latest = results.slice(-1).map(({ isProvisional, ...point }) => {
    const text = isProvisional ? `速報 ${point.text}` : point.text;
    return { point, text, classes: 'label result-label', isOptional: true };
  });
  return [
    { point: from, text: `現状値 ${from.text}`, classes: 'label', isOptional: false },
    { point: to, text: `目標値 ${to.text}`, classes: 'label', isOptional: false },
    ...latest,
    ...interim.map((point) => ({
      point,
      text: `中間 ${point.text}`,
      classes: 'label interim-label',
      isOptional: true,
    })),
  ];
}

const locate = ({ x, y }: ChartFrame, { day, value }: ChartPoint) => [x(day), y(value)] as const;

function createSegment(frame: ChartFrame, a: ChartPoint, b: ChartPoint): LineSegment {
  const [[x1, y1], [x2, y2]] = [locate(frame, a), locate(frame, b)];
  return { x1, y1, x2, y2 };
}

/** Radii of the markers, in pixels. More results than `many` are too close to each other for large dots. */
const RADII = { baseline: 7, target: 8, core: 3, interim: 6, interimCore: 2, result: 4.5, smallResult: 3, many: 20 };

/** Draws the markers: ● baseline, ◎ target, a small ◎ for interim targets, dots for results, hollow ones for 速報. */
function drawMarkers(frame: ChartFrame, { from, to, interim, results }: ChartSeries): string {
  const circle = (point: ChartPoint, classes: string, radius: number) => {
    const [x, y] = locate(frame, point);
    return `<circle class="${classes}" cx="${formatCoordinate(x)}" cy="${formatCoordinate(y)}" r="${radius}"/>`;
  };
  const dot = results.length > RADII.many ? RADII.smallResult : RADII.result;
  return [
    ...interim.map(
      (point) => circle(point, 'target interim', RADII.interim) + circle(point, 'target-core', RADII.interimCore),
    ),
    circle(from, 'baseline', RADII.baseline),
    circle(to, 'target', RADII.target),
    circle(to, 'target-core', RADII.core),
    ...results.map((point) => circle(point, point.isProvisional ? 'result-dot provisional' : 'result-dot', dot)),
  ].join('');
}

/** Draws labels beside their points. `lines` are lines that the labels must not cover. */
function drawLabels(frame: ChartFrame, labels: readonly ChartLabel[], lines: readonly LineSegment[]): string {
  const { width, left, bottom } = frame;
  const { font, gap } = LABEL;
  const texts = labels.map(({ text }) => truncateText(text, (width - left) * 0.9, font));
  const boxes = labels.map(({ point, isOptional }, index) => {
    const [x, y] = locate(frame, point);
    return { x, y, width: estimateTextWidth(texts[index] ?? '', font), height: font * 1.2, isOptional };
  });
  const positions = layOutLabels(boxes, gap, lines, { left, right: width - 2, top: 20, bottom: bottom + 8 });
  return labels
    .map(({ classes, isOptional }, index) => {
      const position = positions[index];
      if (!position || (isOptional && !position.isFree)) return '';
      return drawText(classes, [position.left, position.top + font], font, texts[index] ?? '');
    })
    .join('');
}

/**
 * Draws the progress from baseline to target: ● baseline, ◎ target, a dotted line for an even pace (none if the
 * baseline meets the target), a solid line for the results with a gap at missing values, hollow dots for 速報, a small ◎
 * for interim targets. Null if the baseline or the target has no number or no last day, or if the target is not later.
 */
export function drawIndicatorChart(
  indicator: Indicator,
  observations: readonly Observation[],
  size: ChartSize,
  targets: readonly Target[] = [],
): string | null {
  const series = createChartSeries(indicator, observations, targets);
  if (!series) return null;
  const { unit, from, to, points, neighbours } = series;
  const frame = createChartFrame(points, size);
  const { width, height } = frame;
  const expected = lacksDistance(indicator) ? [] : [createSegment(frame, from, to)];
  const done = neighbours.map(([a, b]) => createSegment(frame, a, b));
  const dots = points.map((point) => createSegment(frame, point, point));
  const label = describeIndicatorChart(indicator, observations, targets).replaceAll(MINUS_SIGN, 'マイナス');
  return createSvg(
    { classes: `chart chart-${size}`, width, height, label },
    drawAxes(frame, unit) +
      expected.map((segment) => drawLine(segment, 'expected')).join('') +
      done.map((segment) => drawLine(segment, 'result')).join('') +
      drawMarkers(frame, series) +
      drawLabels(frame, listLabels(series), [...expected, ...done, ...dots, ...locateAxisBreak(frame)]),
  );
}
