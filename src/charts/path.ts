// Not from the whole of d3, parts of which a bundler can't leave out: this chart is drawn in the browser too.
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import { escape } from '../draw/escape.ts';
import { printNumber } from '../draw/number.ts';
import { dayNumber, fiscalYearTicks } from '../draw/years.ts';

/** How large the picture is drawn; the narrow one keeps its letters readable on a phone. */
const SIZES = {
  wide: { width: 680, height: 300, left: 64, right: 40, top: 32, bottom: 56, years: 8, font: 14 },
  narrow: { width: 320, height: 280, left: 52, right: 28, top: 32, bottom: 56, years: 3, font: 13 },
} as const;
export type Size = keyof typeof SIZES;

interface Point {
  readonly day: number;
  readonly value: number;
  readonly text: string;
}

function pointOf({ value, text, period }: Pick<Observation, 'value' | 'text' | 'period'>): Point | null {
  return value === null || period.end === null ? null : { day: dayNumber(period.end), value, text };
}

/** What the picture shows, in one or two sentences. */
export function describePath(indicator: Indicator, observations: readonly Observation[]): string {
  const { title, baseline, target } = indicator;
  const results = observations.filter(({ role, zone }) => role === 'result' && zone === null);
  const measured =
    results.length === 0
      ? '計画のあとの実績は、まだありません。'
      : `実績は${results.map(({ period, text }) => `${period.text} ${text}`).join('、')}。`;
  return `${title}。${baseline.period.text}の現状値${baseline.text}から、${target.period.text}の目標値${target.text}まで。${measured}`;
}

/**
 * The way from baseline to target: ● baseline, ◎ target, a dotted line where an even pace would lead, results as a
 * solid line. Null where the baseline or the target has no number or no time, so that there is nothing to draw.
 */
export function pathChart(
  indicator: Indicator,
  observations: readonly Observation[],
  size: Size,
): string | null {
  const from = pointOf(indicator.baseline);
  const to = pointOf(indicator.target);
  const [start, end] = [indicator.baseline.period.end, indicator.target.period.end];
  if (!from || !to || !start || !end || from.day >= to.day) return null;
  const { width, height, left, right, top, bottom, years, font } = SIZES[size];
  const results = observations
    .filter(({ role, zone }) => role === 'result' && zone === null)
    .map(pointOf)
    .filter((point) => point !== null);

  const points = [from, to, ...results];
  const [low = 0, high = 0] = extent(points, ({ value }) => value);
  const room = (high - low || Math.abs(high) || 1) * 0.2;
  // What can't be negative has no room below zero.
  const floor = low >= 0 ? Math.max(0, low - room) : low - room;
  const y = scaleLinear([floor, high + room], [height - bottom, top]).nice(4);
  const [first = 0, last = 0] = extent(points, ({ day }) => day);
  const x = scaleLinear([first, last], [left + 12, width - right]);
  const at = (value: number) => String(Math.round(value * 10) / 10);

  const grid = y
    .ticks(4)
    .map(
      (tick) =>
        `<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>` +
        `<text class="tick" x="${left - 8}" y="${at(y(tick) + 5)}" text-anchor="end" font-size="${font}">${printNumber(tick)}</text>`,
    );
  const ticks = fiscalYearTicks(start, end, years).map(({ day, era, western }) => {
    const place = at(x(day));
    return (
      `<text class="tick" x="${place}" y="${height - bottom + 24}" text-anchor="middle" font-size="${font}">${era}</text>` +
      `<text class="tick" x="${place}" y="${height - bottom + 42}" text-anchor="middle" font-size="12">${western}</text>`
    );
  });
  const unit = `<text class="tick" x="${left - 8}" y="16" text-anchor="end" font-size="${font}">${escape(indicator.unit)}</text>`;
  const line = (a: Point, b: Point, kind: string) =>
    `<line class="${kind}" x1="${at(x(a.day))}" y1="${at(y(a.value))}" x2="${at(x(b.day))}" y2="${at(y(b.value))}"/>`;
  const way = [from, ...results];
  const lines = way.slice(1).map((point, index) => line(way[index] ?? from, point, 'result'));
  const dots = results.map(
    (point) => `<circle class="result-dot" cx="${at(x(point.day))}" cy="${at(y(point.value))}" r="4.5"/>`,
  );
  // The labels stand away from the line: below its lower end, above its higher end.
  const rises = to.value >= from.value;
  const label = (point: Point, words: string, anchor: 'start' | 'end', under: boolean) =>
    `<text class="label" x="${at(x(point.day) + (anchor === 'start' ? -4 : 8))}" y="${at(y(point.value) + (under ? 28 : -16))}" text-anchor="${anchor}" font-size="15">${escape(words)}</text>`;
  const text = escape(describePath(indicator, observations));
  return (
    `<svg class="chart chart-${size}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}">` +
    grid.join('') +
    unit +
    ticks.join('') +
    line(from, to, 'expected') +
    lines.join('') +
    dots.join('') +
    `<circle class="baseline" cx="${at(x(from.day))}" cy="${at(y(from.value))}" r="7"/>` +
    `<circle class="target" cx="${at(x(to.day))}" cy="${at(y(to.value))}" r="8"/><circle class="target-core" cx="${at(x(to.day))}" cy="${at(y(to.value))}" r="3"/>` +
    label(from, `現状値 ${from.text}`, 'start', rises) +
    label(to, `目標値 ${to.text}`, 'end', !rises) +
    '</svg>'
  );
}
