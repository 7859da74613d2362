import {
  type LineChart,
  type LineChartSeries,
  createLineFrame,
  isStated,
  MOST_LABELLED,
  standsOut,
} from './line-chart-frame.ts';
import { drawLineLayer } from './line-layer.ts';
import { drawMarkLayer } from './mark-layer.ts';
import { escapeXml } from './svg-text.ts';
import { formatNumber } from '../notation/format.ts';

/** Describes a line by its first and its last value. */
function describeSeries({ title, points }: LineChartSeries): string {
  const known = points.filter(isStated);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${title} 値なし。`;
  const ends = first === last ? [first] : [first, last];
  return `${title} ${ends.map(({ time, text }) => `${time} ${text}`).join('、')}。`;
}

/** Describes the chart: what it shows, and the first and the last value of each line; of many, those that stand out. */
export function describeLineChart(chart: LineChart): string {
  const { title, unit, series } = chart;
  const described = series.filter((one) => series.length <= MOST_LABELLED || standsOut(chart, one));
  const others = series.length - described.length;
  const rest = others === 0 ? '' : `${described.length === 0 ? '' : 'ほかに'}灰色の線が${others}本。`;
  return `${title}${unit && `（${unit}）`}。${described.map(describeSeries).join('')}${rest}`;
}

/**
 * Returns a sentence about a threshold that is outside of the axis of values, with how many times higher it is than the
 * axis; null if the axis contains it, or if there is none.
 */
export function describeThreshold(chart: LineChart): string | null {
  const { threshold, unit } = chart;
  const { low, high } = createLineFrame(chart);
  if (!threshold || (threshold.value >= low && threshold.value <= high)) return null;
  const name = `${threshold.title} ${formatNumber(threshold.value)}${unit}`;
  if (threshold.value < low) return `▼ ${name} は、この図の下のはしより低いところです。`;
  const times = high > 0 ? formatNumber(threshold.value / high, 1) : '1';
  return times === '1'
    ? `▲ ${name} は、この図の上のはしより高いところです。`
    : `▲ ${name} は、この図の上のはしの${times}倍の高さです。`;
}

/** Returns a sentence about an axis of values that does not begin at 0; null if it does. */
export function describeAxisStart(chart: LineChart): string | null {
  const { low } = createLineFrame(chart);
  return low === 0 ? null : `縦の目もりは${formatNumber(low)}${chart.unit}からです。`;
}

/**
 * Draws a line chart: two pictures in one box, which CSS sizes. The picture of lines is stretched to the box; the picture
 * of points and text is not, so that no text is scaled. Lines break at gaps, and 算定なし is below the axis, never at 0.
 * Returns HTML; empty if there is no value.
 * @param table the id of the table with the same values, which the script of the chart reads
 */
export function drawLineChart(chart: LineChart, table: string): string {
  const frame = createLineFrame(chart);
  const { times, low, high, bottom } = frame;
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last || !chart.series.some(({ points }) => points.some(isStated))) return '';
  return (
    `<div class="plot plot-${chart.size}" data-table="${escapeXml(table)}" data-days="${first.day} ${last.day}" ` +
    `data-domain="${low} ${high}" data-bottom="${bottom}">` +
    `<svg class="plot-lines" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">${drawLineLayer(chart, frame)}</svg>` +
    `<svg class="plot-marks" role="img" aria-label="${escapeXml(describeLineChart(chart))}">${drawMarkLayer(chart, frame)}</svg></div>`
  );
}
