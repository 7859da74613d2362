import { max } from 'd3';
import { createSvg, drawText, estimateTextWidth, formatCoordinate } from './svg-text.ts';
import { formatNumber } from '../notation/format.ts';
import { sdgGoals, getSdgTitle } from '../model/sdg-goals.ts';
import type { ChartSize } from './chart-frame.ts';

/** A goal with the number of plan items linked to it. */
export interface GoalCount {
  /** 1 to 17. */
  readonly goal: number;
  /** At least 1; other goals are not in the list. */
  readonly count: number;
}

interface StripText {
  readonly title: string;
  /** Word for the counted items: 施策. */
  readonly itemWord: string;
}

/** On a phone the strip has two rows, because its text would be too small in one. Lengths are in pixels. */
const SIZES = {
  wide: { width: 680, inRow: 17, font: 13, figure: 15 },
  narrow: { width: 320, inRow: 9, font: 13.5, figure: 14 },
} as const;

/** Maximum height of a bar, height of one item if there are few, and width, in pixels. */
const BAR = { most: 72, one: 12, width: 22 };
const TILE = { height: 28, gap: 4 };
/** Space between a tile and its name, and below the names. */
const GAP = 8;
const ROWS_GAP = 12;

function describeGoals(counts: readonly GoalCount[], { title, itemWord }: StripText): string {
  const goals = counts.map(({ goal, count }) => `目標${goal}「${getSdgTitle(goal)}」${itemWord}${formatNumber(count)}`);
  const rest =
    counts.length === sdgGoals.length
      ? '17の目標すべてにあります。'
      : `ほかの${sdgGoals.length - counts.length}の目標にはありません。`;
  return `${title}。${goals.join('、')}。${rest}`;
}

/**
 * Draws the seventeen goals in a row, each with its number and a short name. The goals of a plan have bars with their
 * counts; the others are empty frames. Empty if the plan names no goals.
 * @param counts in the order of the goals, each once
 */
export function drawSdgStrip(counts: readonly GoalCount[], text: StripText, size: ChartSize): string {
  if (counts.length === 0) return '';
  const { width, inRow, font, figure } = SIZES[size];
  const column = width / inRow;
  const countByGoal = new Map(counts.map(({ goal, count }) => [goal, count]));
  const most = max(counts, ({ count }) => count) ?? 1;
  const getBarHeight = (count: number) => Math.max(3, count * Math.min(BAR.one, BAR.most / most));

  const elements: string[] = [];
  let top = 0;
  for (let first = 0; first < sdgGoals.length; first += inRow) {
    const row = sdgGoals.slice(first, first + inRow);
    // Each row is as high as its own highest bar.
    const highest = max(row, ({ goal }) => countByGoal.get(goal));
    const base = top + (highest === undefined ? 2 : getBarHeight(highest) + figure * 1.4);
    row.forEach(({ goal, short }, index) => {
      const middle = index * column + column / 2;
      const count = countByGoal.get(goal);
      const kind = count === undefined ? 'goal-none' : 'goal';
      if (count !== undefined) {
        const height = getBarHeight(count);
        // A long number is wider than its bar, but stays inside the chart.
        const half = estimateTextWidth(formatNumber(count), figure) / 2;
        const x = Math.min(Math.max(middle, half), width - half);
        elements.push(
          `<rect class="bar" x="${formatCoordinate(middle - BAR.width / 2)}" y="${formatCoordinate(base - height)}" width="${BAR.width}" height="${formatCoordinate(height)}"/>`,
          drawText('figure-label', [x, base - height - figure * 0.3], figure, formatNumber(count), 'middle'),
        );
      }
      elements.push(
        `<rect class="${kind}" x="${formatCoordinate(middle - column / 2 + TILE.gap / 2)}" y="${formatCoordinate(base)}" width="${formatCoordinate(column - TILE.gap)}" height="${TILE.height}"/>`,
        drawText(`${kind}-number`, [middle, base + TILE.height / 2 + figure * 0.36], figure, String(goal), 'middle'),
        `<text class="${kind}-name" x="${formatCoordinate(middle)}" y="${formatCoordinate(base + TILE.height + GAP)}" font-size="${font}">${short}</text>`,
      );
    });
    const longest = max(row, ({ short }) => short.length) ?? 0;
    top = base + TILE.height + GAP + longest * font + ROWS_GAP;
  }
  const height = Math.ceil(top);
  const label = describeGoals(counts, text);
  return createSvg({ kind: `chart chart-${size} sdg-strip`, width, height, label }, elements.join(''));
}
