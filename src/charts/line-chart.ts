import { EXACT_DECIMALS, formatDecimals, formatNumber } from '../notation/format.ts';
import { createLineFrame, hasDrawnValue, isHighlighted } from './line-chart-frame.ts';
import { isNotCalculated, isStated, MAX_LABELLED } from './line-chart-frame.ts';
import { UNLISTED_VALUE, type LineChart, type LineChartSeries, type ValueSummary } from './line-chart-frame.ts';
import { drawLineLayer } from './line-chart-lines.ts';
import { drawMarkLayer, hasShortLabels } from './line-chart-marks.ts';
import { escapeXml, HIDDEN, HIDDEN_END } from './svg-text.ts';

/** Joins the first and the last of some texts, which may be one. */
const joinEnds = (texts: readonly string[]) => [...new Set([texts[0], texts.at(-1)])].join('、');

/** Describes a line by its first and its last value. */
function describeSeries({ title, points }: LineChartSeries): string {
  const known = points.filter(isStated).map(({ time, text }) => `${time} ${text}`);
  return `${title} ${joinEnds(known) || UNLISTED_VALUE}。`;
}

/** Describes the median of all municipalities by its first and its last number. */
function describeMedian({ summaries = [], unit }: LineChart): string {
  const known = summaries.flatMap(({ time, middle, decimals }) =>
    middle ? `${time} ${formatDecimals(middle.median, decimals)}${unit}` : [],
  );
  return known.length === 0 ? '' : `中央値 ${joinEnds(known)}。`;
}

/** Describes what the chart shows, and the first and last value of each line; of many, only of highlighted ones. */
export function describeLineChart(chart: LineChart): string {
  const { title, unit, series } = chart;
  const described = series.filter((one) => series.length <= MAX_LABELLED || isHighlighted(chart, one));
  const others = series.length - described.length;
  const rest = others === 0 ? '' : `${described.length === 0 ? '' : 'ほかに'}灰色の線が${others}本。`;
  return `${title}${unit && `（${unit}）`}。${described.map(describeSeries).join('')}${rest}${describeMedian(chart)}`;
}

/** Says how far a threshold is below or above the axis of values; null if the axis contains it, or if there is none. */
export function describeThreshold(chart: LineChart): string | null {
  const { threshold, unit } = chart;
  const { low, high, threshold: shown } = createLineFrame(chart);
  if (!threshold || shown) return null;
  const name = `${threshold.title} ${formatNumber(threshold.value, EXACT_DECIMALS)}${unit}`;
  const nameEnd = (end: number) => `（${formatNumber(end, EXACT_DECIMALS)}${unit}）`;
  if (threshold.value < low) return `↓ ${name} は、この図の下のはし${nameEnd(low)}より低い値です。`;
  return `↑ ${name} は、この図の上のはし${nameEnd(high)}より高い値です。`;
}

/** Returns a sentence about an axis of values that does not begin at 0; null if it does. */
export function describeLineAxis(chart: LineChart): string | null {
  const { low } = createLineFrame(chart);
  return low === 0 ? null : `縦の目もりは、0からではなく${formatNumber(low, EXACT_DECIMALS)}${chart.unit}からです。`;
}

/** Says what the middle half and its line are, and how many municipalities they leave out; `word` is 市区町村 or 市. */
export function describeMiddleHalf(summaries: readonly ValueSummary[], word: string): string {
  const meaning = `帯は、数のある${word}の中ほどの半分が入る範囲です。帯の中の太い線は中央値です。`;
  const last = summaries.at(-1);
  if (!last || last.notCalculated === 0) return meaning;
  return `${meaning}${last.time}に数があるのは${formatNumber(last.numbers)}で、算定なしの${formatNumber(last.notCalculated)}は帯に入っていません。`;
}

/** Returns the sentences below a chart, among them its own note; `word` names municipalities: 市区町村. */
export function listChartNotes(chart: LineChart, word: string): string[] {
  const hasNotCalculated = chart.series.some(({ points }) => points.some(isNotCalculated));
  const position = createLineFrame(chart).rows.size > 0 ? '図の下に点線で示しています' : '表にあります';
  return [
    chart.isProjection ? '破線は推計です。実際に数えた値ではありません。' : '',
    chart.note ?? '',
    hasNotCalculated ? `算定なしは、0ではありません。算定なしの時点は、${position}。` : '',
    describeLineAxis(chart) ?? '',
    chart.summaries?.length ? describeMiddleHalf(chart.summaries, word) : '',
  ];
}

/**
 * Draws a line chart: two pictures in one box, which CSS sizes. The picture of lines is stretched to the box; the
 * picture of points and text is not, so no text is scaled. Lines break at gaps, and 算定なし is below the axis, never at 0.
 * Returns HTML; empty if there is no value.
 * @param table the id of the table with the same values, which the script of the chart reads
 */
export function drawLineChart(chart: LineChart, table: string): string {
  const frame = createLineFrame(chart);
  const { times, low, high, bottom } = frame;
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last || !hasDrawnValue(chart)) return '';
  return (
    `<div class="plot plot-${chart.size}${hasShortLabels(chart) ? ' plot-short' : ''}${chart.isProjection ? ' plot-projection' : ''}" data-table="${escapeXml(table)}" data-days="${first.day} ${last.day}" ` +
    `data-domain="${low} ${high}" data-bottom="${bottom}">` +
    `<svg class="plot-lines" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">${drawLineLayer(chart, frame)}</svg>` +
    `<svg class="plot-marks" role="img" aria-label="${escapeXml(describeLineChart(chart))}">${HIDDEN}${drawMarkLayer(chart, frame)}${HIDDEN_END}</svg></div>`
  );
}
