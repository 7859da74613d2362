import { sort } from 'd3';
import { EXACT_DECIMALS, formatNumber, formatDecimals, LARGE_UNITS } from '../notation/format.ts';
import { LABEL_GAP, LABEL_OVERHANG, spreadLabels } from './label-layout.ts';
import { MAX_LABELLED, isHighlighted, isStated, LINE_CHART_SIZES } from './line-chart-frame.ts';
import type { LineChart, LineChartFrame, LineChartSeries } from './line-chart-frame.ts';
import { getSeriesAttributes, listNotCalculatedRuns, listPathPoints } from './line-chart-lines.ts';
import { escapeXml, formatShare, estimateTextWidth, truncateText } from './svg-text.ts';

/** Width of a label, in letters. */
const LABEL_WIDTH = 8.4;
/** Width of a short label, in letters; line-chart.css has it, too. */
const SHORT_WIDTH = 6.3;

/** A label at the end of a line: where the line ends, in percent, and the attributes of its parts. */
interface EndLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** The number that follows the text, and what a narrow chart leaves out: its unit, or 算定なし. */
  readonly value: readonly [number: string, unit: string];
  readonly attributes: (classes: string) => string;
  /** True for a label that is hidden until the reader chooses its line. */
  readonly isSpare?: boolean;
}

/** Returns the last value of a line as its label has it: a space with the number, and the unit or 算定なし. */
function splitLastValue({ unit }: LineChart, { points }: LineChartSeries): EndLabel['value'] {
  const last = points.findLast(isStated);
  if (!last || last.value === null) return ['', last ? ` ${last.text}` : ''];
  const length = last.text.endsWith(unit) ? last.text.length - unit.length : last.text.length;
  return [` ${last.text.slice(0, length)}`, last.text.slice(length)];
}

/** True if all labels without their units are so short that a narrow chart has more room for its lines. */
export const hasShortLabels = (chart: LineChart): boolean =>
  chart.series.every((one) => estimateTextWidth(one.title + splitLastValue(chart, one)[0], 1) <= SHORT_WIDTH);

/** Returns the label of a line: its name, with its last value if the line is highlighted or is one of many. */
function createEndLabel(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): EndLabel[] {
  const isCrowded = chart.series.length > MAX_LABELLED;
  const isMain = isHighlighted(chart, series);
  const last = series.points.findLast(isStated);
  const y = last && (last.value === null ? frame.rows.get(series.id) : frame.y(last.value));
  const isSpare = isCrowded && !isMain;
  // Only a large chart has buttons that choose lines.
  if (!last || y === undefined || (isSpare && chart.size === 'small')) return [];
  const none = ['', ''] as const;
  const value = isMain || isCrowded ? splitLastValue(chart, series) : none;
  const name = truncateText(series.title, LABEL_WIDTH - estimateTextWidth(value.join(''), 1), 1);
  // A value that leaves no room for the name, or for the prefecture in it, is only in the table.
  const lacksRoom = name === '' || (name !== series.title && series.title.includes('（'));
  const label = lacksRoom ? { text: truncateText(series.title, LABEL_WIDTH, 1), value: none } : { text: name, value };
  const attributes = (classes: string) => getSeriesAttributes(chart, series, isSpare ? `${classes} spare` : classes);
  return [{ x: frame.x(last.day), y, ...label, attributes, isSpare }];
}

function createMedianLabel({ summaries = [], unit }: LineChart, { x, y }: LineChartFrame): EndLabel[] {
  const last = summaries.findLast(({ middle }) => middle !== null);
  if (!last?.middle) return [];
  const attributes = (classes: string) => `class="${classes} other"`;
  const value = [` ${formatDecimals(last.middle.median, last.decimals)}`, unit] as const;
  return [{ x: x(last.day), y: y(last.middle.median), text: '中央値', value, attributes }];
}

/** Draws the labels at the line ends: apart from one another, each joined to its end by a thin line. */
function drawEndLabels(chart: LineChart, frame: LineChartFrame): string {
  const all = chart.series.flatMap((series) => createEndLabel(chart, frame, series));
  const labels = [...all.filter(({ isSpare }) => !isSpare), ...createMedianLabel(chart, frame)];
  const spare = all.filter(({ isSpare }) => isSpare);
  const drawn = [...labels, ...spare];
  const height = LINE_CHART_SIZES[chart.size].height + LABEL_OVERHANG;
  const positions = [labels, spare].flatMap((group) => {
    const wanted = group.map(({ y }) => y);
    return spreadLabels(wanted, frame.toShare(LABEL_GAP), frame.toShare(height));
  });
  const drawLeader = ({ attributes }: EndLabel, [x1, x2]: readonly [string, string], y: number, end: number) =>
    `<line ${attributes('lead-line')} x1="${x1}" x2="${x2}" y1="${formatShare(y)}" y2="${formatShare(end)}"/>`;
  // A line that ends before the others has a leader to the edge, too.
  const isEarly = ({ x }: EndLabel) => x < 99.9;
  const early = drawn
    .filter(isEarly)
    .map((label) => drawLeader(label, [formatShare(label.x), '100%'], label.y, label.y));
  const texts = drawn.map((label, at) => {
    const position = positions[at] ?? label.y;
    const leader = drawLeader(label, [isEarly(label) ? '0' : '6', '16'], label.y, position);
    const [number, unit] = label.value;
    const text = escapeXml(label.text + number) + (unit && `<tspan class="end-unit">${escapeXml(unit)}</tspan>`);
    return `${leader}<text ${label.attributes('end')} x="19" y="${formatShare(position)}" dy="5">${text}</text>`;
  });
  // If all names fit, spare lines show theirs until the reader chooses a line.
  const attribute = labels.length === 0 && spare.length * LABEL_GAP <= height ? ' class="all-named"' : '';
  return `<g${attribute}>${early.join('')}<svg x="100%" y="0" width="1" height="100%" overflow="visible">${texts.join('')}</svg></g>`;
}

/** With more times than this, a small chart has no dots on its lines. */
const MAX_SMALL_DOTS = 8;

/** Formats the numbers of the axis with the same decimals; 万, 億 and 兆 keep them short. */
function formatTicks(numbers: readonly number[]): string[] {
  const highest = Math.max(...numbers.map(Math.abs));
  const { size, label: unit } = LARGE_UNITS.find((one) => highest >= one.size) ?? { size: 1, label: '' };
  const texts = numbers.map((tick) => formatNumber(tick / size, EXACT_DECIMALS));
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return numbers.map((tick) => (tick === 0 ? '0' : formatDecimals(tick / size, decimals) + unit));
}

/** The last step of an axis may be shorter than the other steps by at most this share. */
const MAX_SHORTENED = 1 / 3;

/** Returns evenly spaced indexes of years in a list of times, with at most so many steps; both ends are among them. */
function chooseYears(timeCount: number, most: number): number[] {
  const last = timeCount - 1;
  if (last <= most) return Array.from({ length: timeCount }, (_, at) => at);
  let step = Math.ceil(last / most);
  while (Math.ceil(last / step) * step - last > step * MAX_SHORTENED) step += 1;
  return [...Array.from({ length: Math.ceil(last / step) }, (_, at) => at * step), last];
}

/** Draws the years: at most seven on a large chart, five on others and on narrow screens, four on phones. */
function drawYears(chart: LineChart, { times, x }: LineChartFrame): string {
  const few = chooseYears(times.length, 4);
  const many = chart.size === 'page' ? chooseYears(times.length, 6) : few;
  const [, second = 0, third = 0, last = 0] = few;
  const hasRoomForFour = hasShortLabels(chart) && last - third === second;
  const isMinor = (at: number) => (few.length === 4 && !hasRoomForFour) || (few.length === 5 && at !== third);
  return times
    .map(({ day, year }, at) => {
      const [isFew, isMany] = [few.includes(at), many.includes(at)];
      if (!isFew && !isMany) return '';
      const isEnd = at === 0 || at === times.length - 1;
      const anchor = times.length === 1 || !isEnd ? 'middle' : at === 0 ? 'start' : 'end';
      const minor = !isEnd && isMinor(at) ? ' minor' : '';
      const classes = `tick${isFew ? '' : ' wide'}${isMany ? '' : ' narrow'}${minor}`;
      return `<text class="${classes}" x="${formatShare(x(day))}" y="100%" dy="20" text-anchor="${anchor}">${year}</text>`;
    })
    .join('');
}

function drawAxisLabels(chart: LineChart, frame: LineChartFrame): string {
  const { y, numbers, bottom, stripTop } = frame;
  const texts = formatTicks(numbers);
  const drawTick = (height: number, dy: string, text = '') =>
    `<text class="tick" x="-8" y="${formatShare(height)}" dy="${dy}" text-anchor="end">${text}</text>`;
  const values = numbers.map((tick, at) => drawTick(y(tick), '4.5', texts[at]));
  const middle = (stripTop ?? 0) / 2 + 50;
  const strip = [drawTick(middle, '-0.25em', '算定'), drawTick(middle, '0.95em', 'なし')];
  return [...values, ...(bottom < 100 ? strip : []), drawYears(chart, frame)].join('');
}

/** Draws the dots of a line: values without a neighbour, the last value, and all of a highlighted line with room. */
function drawDots(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): string {
  const points = listPathPoints(frame, series.points);
  const last = points.findLastIndex(({ y }) => y !== null);
  const hasAll = isHighlighted(chart, series) && (chart.size === 'page' || points.length <= MAX_SMALL_DOTS);
  const hasValue = (at: number) => (points[at]?.y ?? null) !== null;
  const isJoined = (at: number) => frame.follows(at) && hasValue(at - 1) && hasValue(at);
  return points
    .map(({ x, y }, at) => {
      if (y === null) return '';
      const isAlone = !isJoined(at) && !isJoined(at + 1);
      const isLast = at === last && (isHighlighted(chart, series) || chart.series.length <= MAX_LABELLED);
      if (!isAlone && !isLast && !hasAll) return '';
      const classes = isLast ? 'dot last' : isAlone ? 'dot' : 'dot mid';
      return `<circle ${getSeriesAttributes(chart, series, classes)} cx="${formatShare(x)}" cy="${formatShare(y)}" r="${isLast ? 4.5 : 3.4}"/>`;
    })
    .join('');
}

/** The width of the lines on a phone, and the size of the name of a row there, in pixels; line-chart.css has both. */
const [NARROW_PLOT, ROW_FONT] = [126, 12];

/**
 * Returns the position of the name of a row of 算定なし: after it or before it, if a phone has room there, else on it.
 * @param width the width of the name on a phone, in percent
 */
function positionRowName(start: number, end: number, width: number): string {
  if (end + width <= 100) return `x="${formatShare(end)}" dx="4"`;
  if (start >= width) return `x="${formatShare(start)}" dx="-4" text-anchor="end"`;
  const middle = Math.min(Math.max((start + end) / 2, width / 2), 100 - width / 2);
  return `x="${formatShare(middle)}" text-anchor="middle"`;
}

/**
 * Draws the times of 算定なし of a line in its row below the axis. The row has the line's name, unless the label at the
 * end of the line says it.
 */
function drawNotCalculated(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): string {
  const row = frame.rows.get(series.id);
  if (row === undefined) return '';
  const attributes = getSeriesAttributes(chart, series, 'not-calculated');
  const y = `y1="${formatShare(row)}" y2="${formatShare(row)}"`;
  const runs = listNotCalculatedRuns(frame, series);
  const [start, end] = [runs[0]?.[0] ?? 0, runs.at(-1)?.[1] ?? 0];
  const isNamed = series.points.findLast(isStated)?.value !== null;
  const title = truncateText(series.title, LABEL_WIDTH, 1);
  const position = positionRowName(start, end, (100 * (estimateTextWidth(title, ROW_FONT) + 4)) / NARROW_PLOT);
  const name = `<text ${getSeriesAttributes(chart, series, 'row-name')} ${position} y="${formatShare(row)}" dy="4">${escapeXml(title)}</text>`;
  return (
    runs.map(([from, to]) => `<line ${attributes} x1="${formatShare(from)}" x2="${formatShare(to)}" ${y}/>`).join('') +
    (isNamed ? name : '')
  );
}

/** Draws the name of a threshold on its line, if the axis contains it. */
function drawThresholdName({ unit }: LineChart, { y, threshold }: LineChartFrame): string {
  if (!threshold) return '';
  const name = escapeXml(`${threshold.title} ${formatNumber(threshold.value)}${unit}`);
  return `<text class="threshold-name" x="4" y="${formatShare(y(threshold.value))}" dy="-6">${name}</text>`;
}

/** Draws the picture that is not stretched: labels, dots, and the times of 算定なし. */
export function drawMarkLayer(chart: LineChart, frame: LineChartFrame): string {
  const series = sort(chart.series, (one) => isHighlighted(chart, one));
  return [
    drawAxisLabels(chart, frame),
    ...series.map((one) => drawNotCalculated(chart, frame, one)),
    ...series.map((one) => drawDots(chart, frame, one)),
    drawThresholdName(chart, frame),
    drawEndLabels(chart, frame),
  ].join('');
}
