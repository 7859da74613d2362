import { extent, scaleLinear } from 'd3';
import { escapeXml, formatCoordinate } from './svg-text.ts';
import type { Indicator } from '../tables/indicators.ts';
import { drawCircle } from './chart-markers.ts';

const WIDTH = 240;
const HEIGHT = 28;
const SIDE = 14;

/**
 * Draws the progress from baseline ● to target ◎ in one row of a table: a dotted line, solid from the baseline to the
 * latest result, a dot. The target is always on the right, even if less is better. Each row has its own scale, so rows
 * cannot be compared by length. Null if a value is unknown or the target equals the baseline.
 */
export function drawProgressRow({ baseline, target, latest, title }: Indicator): string | null {
  if (baseline.value === null || target.value === null || baseline.value === target.value) return null;
  const result = latest?.value ?? null;
  const [low = 0, high = 0] = extent([baseline.value, target.value, ...(result === null ? [] : [result])]);
  const domain = baseline.value < target.value ? [low, high] : [high, low];
  const x = scaleLinear(domain, [SIDE, WIDTH - SIDE]);
  const y = HEIGHT / 2;
  const [from, to] = [x(baseline.value), x(target.value)];
  const latestText = result === null ? '' : `、最新の実績は${latest?.text ?? ''}`;
  const text = escapeXml(`${title}：${baseline.text}から${target.text}へ${latestText}`);
  const end = result === null ? null : formatCoordinate(x(result));
  const done =
    end === null ? '' : `<line class="gone" x1="${formatCoordinate(from)}" x2="${end}" y1="${y}" y2="${y}"/>`;
  const dot = end === null ? '' : `<circle class="result" cx="${end}" cy="${y}" r="5"/>`;
  return (
    `<svg class="way-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">` +
    `<line class="required" x1="${formatCoordinate(from)}" x2="${formatCoordinate(to)}" y1="${y}" y2="${y}"/>${done}` +
    drawCircle('from', from, y, 6) +
    drawCircle('to', to, y, 8) +
    drawCircle('core', to, y, 3.5) +
    `${dot}</svg>`
  );
}
