import { extent, scaleLinear } from 'd3';
import { escapeXml } from './svg-text.ts';
import type { Indicator } from '../tables/indicators.ts';
import { formatCoordinate } from './chart-markers.ts';

const WIDTH = 240;
const HEIGHT = 28;
const SIDE = 14;

/**
 * The way from baseline ● to target ◎ in one row of a table: dotted as long as it is to be gone, solid from the
 * baseline to the latest result, which ends it with a dot. It goes to the right also where less is better, since the
 * baseline is written at its left and the target at its right. Each row has its own scale, so that rows must not be
 * compared by length. Null where there is no way: a value that is not known, or a target that is the baseline.
 */
export function drawProgressRow({ baseline, target, latest, title }: Indicator): string | null {
  if (baseline.value === null || target.value === null || baseline.value === target.value) return null;
  const result = latest?.value ?? null;
  const [low = 0, high = 0] = extent([baseline.value, target.value, ...(result === null ? [] : [result])]);
  const forward = baseline.value < target.value ? [low, high] : [high, low];
  const x = scaleLinear(forward, [SIDE, WIDTH - SIDE]);
  const y = HEIGHT / 2;
  const [from, to] = [x(baseline.value), x(target.value)];
  const said = result === null ? '' : `、最新の実績は${latest?.text ?? ''}`;
  const text = escapeXml(`${title}：${baseline.text}から${target.text}へ${said}`);
  const end = result === null ? null : formatCoordinate(x(result));
  const gone =
    end === null ? '' : `<line class="gone" x1="${formatCoordinate(from)}" x2="${end}" y1="${y}" y2="${y}"/>`;
  const dot = end === null ? '' : `<circle class="result" cx="${end}" cy="${y}" r="5"/>`;
  return (
    `<svg class="way-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}">` +
    `<line class="required" x1="${formatCoordinate(from)}" x2="${formatCoordinate(to)}" y1="${y}" y2="${y}"/>${gone}` +
    `<circle class="from" cx="${formatCoordinate(from)}" cy="${y}" r="6"/><circle class="to" cx="${formatCoordinate(to)}" cy="${y}" r="8"/>` +
    `<circle class="core" cx="${formatCoordinate(to)}" cy="${y}" r="3.5"/>${dot}</svg>`
  );
}
