import { formatDecimals, formatNumber, formatPercentage } from '../notation/format.ts';
import type { TargetRow, ProgressView } from '../progress/target-view.ts';
import type { Indicator } from '../tables/indicators.ts';
import { describeRetreat } from './change-words.ts';
import * as shapes from './percent-shapes.ts';
import { escapeXml, HIDDEN, HIDDEN_END } from './svg-text.ts';

/** The ends of the axis, as shares of the distance to the target: all rows have the same. */
const AXIS = { low: -0.6, high: 1.55 } as const;

/** Height of the bar's middle, top of the bar, and height of the bar, in pixels. */
const [MIDDLE, TOP, THICKNESS] = [20, 15, 10];

/** The share of the farthest result with its number beside it: beside a farther one, a narrow picture has no room. */
const LAST_BESIDE_RESULT = 1.05;

/** Returns the position of a share of the distance: the baseline is 0, the target 1. */
export const locateShare = (share: number): shapes.AxisPosition => shapes.locateOnAxis(share, AXIS.low, AXIS.high);

const START = locateShare(0).x;
const GOAL = locateShare(1).x;
const BEYOND = (GOAL + 100) / 2;

/** Describes the progress, without the full stop: 目標までの道のりの20%のところです（期間の60%が過ぎた時点）. */
export function describeProgress({ share, elapsed }: ProgressView): string {
  const passed = elapsed !== null && elapsed >= 1 ? 'が終わった' : `の${formatPercentage(elapsed ?? 0)}が過ぎた`;
  const when = elapsed === null || elapsed <= 0 ? '' : `（期間${passed}時点）`;
  if (share < 0) return `現状値${describeRetreat(share, '目標')}${when}`;
  if (share === 1) return `目標値と同じところです${when}`;
  return `${share > 1 ? '目標をこえ、' : ''}目標までの道のりの${formatPercentage(share)}のところです${when}`;
}

/** Draws the bar from the baseline to the result: solid, light beyond the target, hatched if the result is worse. */
function drawResult({ x }: shapes.AxisPosition): string {
  if (x < START) return shapes.drawHatchedBar([x, START], TOP, THICKNESS);
  const done = shapes.drawBar('done', [START, Math.min(x, GOAL)], TOP, THICKNESS);
  return x > GOAL ? done + shapes.drawBar('over', [GOAL, x], TOP, THICKNESS) : done;
}

/** Draws the number right of the target, never on the side of 後退, so that the numbers of a list are in one column. */
function drawNumber(share: number, { x }: shapes.AxisPosition): string {
  // From 1,000% on, a decimal says nothing, and has no room on a phone.
  const text = formatPercentage(share, Math.abs(share) < 10 ? formatDecimals : (value) => formatNumber(value, 0));
  if (share > LAST_BESIDE_RESULT) return shapes.drawTextAt('number', [BEYOND, TOP - 4], text, { anchor: 'middle' });
  return shapes.drawTextAt(share < 0 ? 'minus' : 'number', [Math.max(x, GOAL), MIDDLE + 5], text, { dx: 12 });
}

/**
 * Draws the progress of a result from the baseline to the target. The baseline is at 0 %, the target at 100 % of one
 * axis for all indicators, whether values should rise or fall. ● is the result (○ 速報), ▼ the share of the time that has
 * passed. Outside the axis the bar is cut by ‹ or › and has no dot; the number is the true one.
 */
export function drawProgress({ latest }: Pick<Indicator, 'latest'>, view: ProgressView): string {
  const position = locateShare(view.share);
  const dot = latest?.certainty === 'provisional' ? 'point provisional' : 'point';
  // After the end of the period, all of it has passed.
  const now = view.elapsed === null || view.elapsed <= 0 ? null : locateShare(Math.min(view.elapsed, 1)).x;
  return (
    `<svg class="progress-chart" role="img" aria-label="${escapeXml(describeProgress(view))}。">${HIDDEN}` +
    shapes.drawBar('track', [START, GOAL], TOP, THICKNESS) +
    drawResult(position) +
    drawNumber(view.share, position) +
    shapes.drawUpright('start', START, 6, 34) +
    shapes.drawUpright('goal', GOAL, 6, 34) +
    (position.cut === null ? shapes.drawDot(dot, position.x, MIDDLE, 6.5) : shapes.drawCut(position.cut, MIDDLE)) +
    `${now === null ? '' : shapes.drawPathAt('now', now, 0, 'M-5 2h10l-5 8z')}${HIDDEN_END}</svg>`
  );
}

/** Draws the axis above the charts of a list. It is hidden from screen readers: each chart has its own description. */
export function drawProgressAxis(): string {
  const tick = (share: number, y: string, text: string, classes: string) =>
    shapes.drawTextAt(classes, [locateShare(share).x, y], text, { anchor: 'middle' });
  return (
    '<svg class="progress-axis" aria-hidden="true">' +
    tick(0, '1.25em', '現状値', 'strong') +
    tick(1, '1.25em', '目標値', 'strong') +
    tick(-0.5, '2.6em', '−50%', 'edge') +
    tick(0, '2.6em', '0', 'strong') +
    tick(0.5, '2.6em', '50%', 'middle') +
    tick(1, '2.6em', '100%', 'strong') +
    shapes.drawTextAt('edge', [0, '1.25em'], '← 後退') +
    `${shapes.drawTextAt('edge', [100, '1.25em'], 'こえた →', { anchor: 'end' })}</svg>`
  );
}

const drawMark = (width: number, content: string) =>
  `<svg class="progress-chart progress-mark" width="${width}" height="16" aria-hidden="true">${content}</svg>`;

/** Returns the list of the signs that some charts have, in a fixed order, with their meanings: HTML. */
export function drawProgressKey(rows: readonly TargetRow<ProgressView>[]): string {
  const draw = (words: string, width: number, content: string, test: (view: ProgressView) => boolean) =>
    rows.some(({ view }) => test(view)) ? `<li>${drawMark(width, content)}${words}</li>` : '';
  const dot = (x: number) => shapes.drawDot('point', x, 8, 6);
  const over = shapes.drawBar('done', [0, 45], 3, 10) + shapes.drawBar('over', [45, 80], 3, 10) + dot(80);
  const now = '<path class="now" d="M2 3h12l-6 10z"/>';
  const cut = '<path class="cut" d="M11 1l-7 7l7 7"/>';
  const isProvisional = rows.some(({ indicator }) => indicator.latest?.certainty === 'provisional');
  const entries = [
    draw('実績までの進み', 46, shapes.drawBar('done', [0, 80], 3, 10) + dot(80), ({ share }) => share >= 0),
    draw('現状値より後退（0の左）', 46, shapes.drawHatchedBar([20, 98], 3, 10) + dot(20), ({ share }) => share < 0),
    draw('目標をこえた（100%の右）', 46, over, ({ share }) => share > 1),
    draw('期間のうち、実績の時点までに過ぎた割合', 16, now, ({ elapsed }) => (elapsed ?? 0) > 0),
    draw('速報', 16, shapes.drawDot('point provisional', 50, 8, 6), () => isProvisional),
    draw('目もりの外（数字は実際の値）', 16, cut, ({ share }) => locateShare(share).cut !== null),
  ];
  return `<ul class="progress-key" role="list" aria-label="図の見方">${entries.join('')}</ul>`;
}
