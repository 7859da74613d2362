import { extent, ticks } from 'd3';
import { roundDecimal } from '../notation/decimal.ts';
import { formatCount, formatDecimals, formatDifference, formatNumber, formatPercentage } from '../notation/format.ts';
import { groupTargetViews } from '../progress/target-view.ts';
import type { Indicator } from '../tables/indicators.ts';
import { drawBar, drawCut, drawTextAt, drawUpright, locateOnAxis } from './percent-shapes.ts';
import { escapeXml, HIDDEN, HIDDEN_END } from './svg-text.ts';

/** The axis of needed changes, as shares of the baseline. It contains 0, the baseline. */
export type ChangeScale = Readonly<{ low: number; high: number }>;

/** Longer bars are cut, so that one large change does not make all others invisible. */
const MAX_CHANGE = 1;

/** Returns the next ten per cent beyond a change, at most `MAX_CHANGE`. Binary rounding errors do not count. */
const roundUp = (change: number) => Math.min(Math.ceil(roundDecimal(change * 10)) / 10, MAX_CHANGE);

/** Returns the common axis of changes: from 0 to the next 10 % beyond the largest one, to the left for decreases. */
export function createChangeScale(changes: readonly number[]): ChangeScale {
  const low = roundUp(Math.max(0, ...changes.map((change) => -change)));
  const high = roundUp(Math.max(0, ...changes));
  return low + high === 0 ? { low: 0, high: MAX_CHANGE } : { low: 0 - low, high };
}

/** Returns the common axis of the needed changes of indicators. */
export const createCommonScale = (indicators: readonly Indicator[]): ChangeScale =>
  createChangeScale(groupTargetViews(indicators).required.map(({ view }) => view.change));

/** Formats a change as a share of the baseline, with a decimal: +52.5%, +25.0%. */
export const formatRequiredChange = (change: number): string =>
  `${change > 0 ? '+' : ''}${formatPercentage(change, formatDecimals)}`;

/** Describes the change to a target, without the full stop: 目標値は、現状値より52.5%大きい値です. */
export const describeRequiredChange = (change: number): string =>
  `目標値は、現状値より${formatRequiredChange(change).slice(1)}${change > 0 ? '大きい' : '小さい'}値です`;

/**
 * Returns the finding about targets as a heading: how many of the rated indicators are on track, slightly behind and
 * behind; or, if no target has a result and all but percentages have a needed change, the range of the changes. It names
 * plans that have all ended. Null if there is no such finding.
 */
export function describeTargets(indicators: readonly Indicator[]): string | null {
  const count = (...names: readonly string[]) =>
    indicators.filter(({ progress }) => names.includes(progress.status)).length;
  const rated = indicators.length - count('not-rated');
  const ended = indicators.every(({ planState }) => planState === 'ended') ? '終わった計画の' : '';
  // A heading breaks between phrases; the word joiner makes やや遅れ one of them.
  if (rated > 0)
    return `${ended && `${ended}、`}評価した${formatNumber(rated)}件の指標のうち、達成か順調は${formatNumber(count('achieved', 'on-track'))}件、やや\u2060遅れは${formatNumber(count('slightly-behind'))}件、遅れ・後退・未達成は${formatNumber(count('behind', 'worse', 'missed'))}件です`;
  const { required, words } = groupTargetViews(indicators);
  const [least, most] = extent(required, ({ view }) => view.change);
  const percentages = words.filter(({ view }) => view.reason === 'percentage').length;
  if (least === undefined || required.length < 2 || required.length + percentages < indicators.length) return null;
  const which = percentages > 0 ? `の目標値のうち${formatCount(required.length)}` : 'の目標値';
  const subject = `${ended}${formatCount(indicators.length)}${which}は、現状値`;
  const changes = [least, most].map(formatRequiredChange);
  if (least < 0 && most > 0) return `${subject}との差が${changes.join('～')}です`;
  const sizes = new Set((least > 0 ? changes : changes.toReversed()).map((change) => change.slice(1)));
  return `${subject}より${[...sizes].join('～')}${least > 0 ? '大きい' : '小さい'}値です`;
}

const [TOP, THICKNESS] = [8, 24];

/** A label needs this share of the width, in per cent. */
const ROOM = 25;

/**
 * Draws the change that a target needs: a bar from the baseline (0) to (target − baseline) ÷ |baseline| on the common
 * axis of a list. Its outline is broken, because nothing was measured yet. A bar beyond the axis is cut by ‹ or ›; its
 * number is the true one.
 */
export function drawRequiredChange(change: number, { low, high }: ChangeScale): string {
  const zero = locateOnAxis(0, low, high).x;
  const { x, cut } = locateOnAxis(change, low, high);
  const isIncrease = change > 0;
  const hasRoomBeyond = (isIncrease ? 100 - x : x) >= ROOM;
  const isRightOfEnd = isIncrease === hasRoomBeyond;
  return (
    `<svg class="required-change-chart" role="img" aria-label="${escapeXml(describeRequiredChange(change))}。">${HIDDEN}` +
    listTicks({ low, high })
      .map((tick) => drawUpright('grid', locateOnAxis(tick, low, high).x, 0, '100%'))
      .join('') +
    drawBar('need', [zero, x], TOP, THICKNESS) +
    drawUpright('zero', zero, 0, '100%') +
    (cut === null ? '' : drawCut(cut, TOP + THICKNESS / 2)) +
    drawTextAt(
      'number',
      [x, TOP + 18],
      formatRequiredChange(change),
      isRightOfEnd ? { dx: 10 } : { dx: -10, anchor: 'end' },
    ) +
    `${HIDDEN_END}</svg>`
  );
}

const listTicks = ({ low, high }: ChangeScale) => ticks(low, high, 6);

/** Draws the axis above the needed changes of a list, hidden from screen readers. */
export function drawRequiredChangeAxis({ low, high }: ChangeScale): string {
  const labels = listTicks({ low, high }).map((tick, index, all) => {
    const { x } = locateOnAxis(tick, low, high);
    const anchor = x < 1 ? 'start' : x > 99 ? 'end' : 'middle';
    const zero = all.indexOf(0);
    const classes = tick === 0 ? 'strong' : (index - zero) % 2 === 0 ? 'tick' : 'tick minor';
    const text = tick === 0 ? '現状値' : `${formatDifference(tick * 100, 1)}%`;
    return drawTextAt(classes, [x, '1.25em'], text, { anchor });
  });
  return `<svg class="required-change-axis" aria-hidden="true">${labels.join('')}</svg>`;
}
