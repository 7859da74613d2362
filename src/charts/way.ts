import { scaleLinear } from 'd3';
import { escape } from '../draw/escape.ts';
import type { Indicator } from '../model/indicator.ts';

const WIDTH = 240;
const HEIGHT = 28;

/**
 * A line from baseline ● to target ◎, and nothing else: one row of a table. Each row has its own scale, which begins
 * below the lower of the two by the distance between them, so that rows must not be compared by length.
 */
export function wayChart({ baseline, target, title }: Indicator): string | null {
  if (baseline.value === null || target.value === null || baseline.value === target.value) return null;
  const [low, high] = [Math.min(baseline.value, target.value), Math.max(baseline.value, target.value)];
  const x = scaleLinear([low, high], [24, WIDTH - 24]);
  const y = HEIGHT / 2;
  const from = x(baseline.value);
  const to = x(target.value);
  const text = escape(`${title}：${baseline.text}から${target.text}へ`);
  return (
    `<svg class="way-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">` +
    `<line class="track" x1="4" x2="${WIDTH - 4}" y1="${y}" y2="${y}"/>` +
    `<line class="span" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>` +
    `<circle class="from" cx="${from}" cy="${y}" r="6"/><circle class="to" cx="${to}" cy="${y}" r="7"/></svg>`
  );
}
