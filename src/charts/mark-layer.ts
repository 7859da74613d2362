import { formatNumber } from '../notation/format.ts';
import { drawEndLabels, hasShortNames } from './end-labels.ts';
import { getSeriesAttributes, listNotCalculatedRuns } from './line-layer.ts';
import {
  MAX_LABELLED,
  isHighlighted,
  type LineChart,
  type LineChartFrame,
  type LineChartSeries,
} from './line-chart-frame.ts';
import { escapeXml, formatShare } from './svg-text.ts';

/** With more times than this, a small chart has no dots on its lines. */
const MAX_SMALL_DOTS = 8;

/** Formats the numbers of the axis with the same decimals; 万 and 億 keep them short. */
function formatTicks(numbers: readonly number[]): string[] {
  const highest = Math.max(...numbers.map(Math.abs));
  const [size, unit] = highest >= 1e8 ? [1e8, '億'] : highest >= 1e4 ? [1e4, '万'] : [1, ''];
  const texts = numbers.map((tick) => formatNumber(tick / size));
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return texts.map((text, at) => {
    const [whole = '', part = ''] = text.split('.');
    return numbers[at] === 0 ? '0' : `${whole}${decimals > 0 ? `.${part.padEnd(decimals, '0')}` : ''}${unit}`;
  });
}

/** The last of the steps of an axis may be shorter than the others by this share. */
const MAX_SHORTENED = 1 / 3;

/** Returns the positions of years in a list of times, with at most so many steps: the first, others in even steps, and the last. */
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
  const hasRoomForFour = hasShortNames(chart) && last - third === second;
  const isMinor = (at: number) => (few.length === 4 && !hasRoomForFour) || (few.length === 5 && at !== third);
  return times
    .map(({ day, year }, at) => {
      const [isFew, isMany] = [few.includes(at), many.includes(at)];
      if (!isFew && !isMany) return '';
      const isEnd = at === 0 || at === times.length - 1;
      const anchor = times.length === 1 || !isEnd ? 'middle' : at === 0 ? 'start' : 'end';
      const kinds = [
        'tick',
        isFew ? '' : 'wide',
        isMany ? '' : 'narrow',
        isFew && !isEnd && isMinor(at) ? 'minor' : '',
      ];
      const kind = kinds.filter((one) => one !== '').join(' ');
      return `<text class="${kind}" x="${formatShare(x(day))}" y="100%" dy="20" text-anchor="${anchor}">${year}</text>`;
    })
    .join('');
}

/** Draws the labels of both axes. */
function drawAxisLabels(chart: LineChart, frame: LineChartFrame): string {
  const { y, numbers, bottom, rule } = frame;
  const texts = formatTicks(numbers);
  const values = numbers.map(
    (tick, at) =>
      `<text class="tick" x="-8" y="${formatShare(y(tick))}" dy="4.5" text-anchor="end">${texts[at] ?? ''}</text>`,
  );
  const middle = formatShare((rule ?? 0) / 2 + 50);
  const strip = [-0.25, 0.95].map(
    (dy, at) =>
      `<text class="tick" x="-8" y="${middle}" dy="${dy}em" text-anchor="end">${at === 0 ? '算定' : 'なし'}</text>`,
  );
  return [...values, ...(bottom < 100 ? strip : []), drawYears(chart, frame)].join('');
}

/** Draws the values of a line that have dots: each that has no neighbour, the last, and on a large chart all. */
function drawDots(chart: LineChart, { times, follows, x, y }: LineChartFrame, series: LineChartSeries): string {
  const values = new Map(series.points.map(({ day, value }) => [day, value]));
  const valueAt = (at: number) => values.get(times[at]?.day ?? Number.NaN) ?? null;
  const last = times.findLastIndex((_, at) => valueAt(at) !== null);
  const hasAll = isHighlighted(chart, series) && (chart.size === 'page' || times.length <= MAX_SMALL_DOTS);
  return times
    .map(({ day }, at) => {
      const value = valueAt(at);
      if (value === null) return '';
      const isJoined = (next: number) => follows(next) && valueAt(next - 1) !== null && valueAt(next) !== null;
      const isAlone = !isJoined(at) && !isJoined(at + 1);
      const isLast = at === last && (isHighlighted(chart, series) || chart.series.length <= MAX_LABELLED);
      if (!isAlone && !isLast && !hasAll) return '';
      const kind = isLast ? 'dot last' : isAlone ? 'dot' : 'dot mid';
      return `<circle ${getSeriesAttributes(chart, series, kind)} cx="${formatShare(x(day))}" cy="${formatShare(y(value))}" r="${isLast ? 4.5 : 3.4}"/>`;
    })
    .join('');
}

/** Draws the times of 算定なし of a line in its row below the axis. */
function drawNotCalculated(chart: LineChart, frame: LineChartFrame, series: LineChartSeries): string {
  const row = frame.rows.get(series.id);
  if (row === undefined) return '';
  const attributes = getSeriesAttributes(chart, series, 'not-calculated');
  const y = `y1="${formatShare(row)}" y2="${formatShare(row)}"`;
  return listNotCalculatedRuns(frame, series)
    .map(([from, to]) => `<line ${attributes} x1="${formatShare(from)}" x2="${formatShare(to)}" ${y}/>`)
    .join('');
}

/** Draws the name of a threshold on its line, if the axis contains it. */
function drawThresholdName({ threshold, unit }: LineChart, { y, low, high }: LineChartFrame): string {
  if (!threshold || threshold.value < low || threshold.value > high) return '';
  const name = escapeXml(`${threshold.title} ${formatNumber(threshold.value)}${unit}`);
  return `<text class="threshold-name" x="4" y="${formatShare(y(threshold.value))}" dy="-6">${name}</text>`;
}

/** Draws the picture that is not stretched: labels, dots, and the times of 算定なし. */
export function drawMarkLayer(chart: LineChart, frame: LineChartFrame): string {
  const series = chart.series.toSorted((a, b) => Number(isHighlighted(chart, a)) - Number(isHighlighted(chart, b)));
  return [
    drawAxisLabels(chart, frame),
    ...series.map((one) => drawNotCalculated(chart, frame, one)),
    ...series.map((one) => drawDots(chart, frame, one)),
    drawThresholdName(chart, frame),
    drawEndLabels(chart, frame),
  ].join('');
}
