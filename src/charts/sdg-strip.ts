import { max } from 'd3';
import { escapeXml, estimateTextWidth } from './svg-text.ts';
import { formatNumber } from '../notation/format.ts';
import { sdgGoals, getSdgTitle } from '../model/sdg-goals.ts';
import type { ChartSize } from './chart-frame.ts';
import { formatCoordinate } from './chart-markers.ts';

/** A goal that something in a plan is linked with, and how many things are. */
export interface GoalCount {
  /** 1 to 17. */
  readonly goal: number;
  /** Above 0; goals without any are not given. */
  readonly count: number;
}

/** What the strip tells: whose goals these are, and what was counted. */
interface Told {
  readonly title: string;
  /** The word for what was counted: 施策. */
  readonly counted: string;
}

/** On a phone the strip is cut into two rows, or its words would be too small. Lengths are in pixels. */
const SIZES = {
  wide: { width: 680, inRow: 17, font: 13, figure: 15 },
  narrow: { width: 320, inRow: 9, font: 13.5, figure: 14 },
} as const;

/** The highest bar, and how much one thing counted adds to a bar while there are few. */
const BAR = { most: 72, one: 12, width: 22 };
const TILE = { height: 28, gap: 4 };
/** Between a tile and the name below it, and below the names. */
const GAP = 8;
const ROWS_GAP = 12;

/** What the strip shows, in words, with every number that is drawn. */
function describeGoals(counts: readonly GoalCount[], { title, counted }: Told): string {
  const told = counts.map(
    ({ goal, count }) => `目標${goal}「${getSdgTitle(goal)}」${counted}${formatNumber(count)}`,
  );
  const rest =
    counts.length === sdgGoals.length
      ? '17の目標すべてにあります。'
      : `ほかの${sdgGoals.length - counts.length}の目標にはありません。`;
  return `${title}。${told.join('、')}。${rest}`;
}

/**
 * The seventeen goals in a row, each with its number and a short name. On the goals that a plan is linked with stand
 * bars with their numbers; the others are drawn as empty frames. Empty where a plan is linked with none.
 * @param counts in the order of the goals, each once
 */
export function drawSdgStrip(counts: readonly GoalCount[], told: Told, size: ChartSize): string {
  if (counts.length === 0) return '';
  const { width, inRow, font, figure } = SIZES[size];
  const column = width / inRow;
  const known = new Map(counts.map(({ goal, count }) => [goal, count]));
  const most = max(counts, ({ count }) => count) ?? 1;
  const heightOf = (count: number) => Math.max(3, count * Math.min(BAR.one, BAR.most / most));

  const drawn: string[] = [];
  let top = 0;
  for (let first = 0; first < sdgGoals.length; first += inRow) {
    const row = sdgGoals.slice(first, first + inRow);
    // A row needs room for the highest of its own bars only.
    const highest = max(row, ({ goal }) => known.get(goal));
    const base = top + (highest === undefined ? 2 : heightOf(highest) + figure * 1.4);
    row.forEach(({ goal, short }, place) => {
      const middle = place * column + column / 2;
      const count = known.get(goal);
      const kind = count === undefined ? 'goal-none' : 'goal';
      if (count !== undefined) {
        const height = heightOf(count);
        // A number of many digits is wider than its bar, and stays inside of the picture.
        const half = estimateTextWidth(formatNumber(count), figure) / 2;
        const x = Math.min(Math.max(middle, half), width - half);
        drawn.push(
          `<rect class="bar" x="${formatCoordinate(middle - BAR.width / 2)}" y="${formatCoordinate(base - height)}" width="${BAR.width}" height="${formatCoordinate(height)}"/>`,
          `<text class="figure-label" x="${formatCoordinate(x)}" y="${formatCoordinate(base - height - figure * 0.3)}" text-anchor="middle" font-size="${figure}">${formatNumber(count)}</text>`,
        );
      }
      drawn.push(
        `<rect class="${kind}" x="${formatCoordinate(middle - column / 2 + TILE.gap / 2)}" y="${formatCoordinate(base)}" width="${formatCoordinate(column - TILE.gap)}" height="${TILE.height}"/>`,
        `<text class="${kind}-number" x="${formatCoordinate(middle)}" y="${formatCoordinate(base + TILE.height / 2 + figure * 0.36)}" text-anchor="middle" font-size="${figure}">${goal}</text>`,
        `<text class="${kind}-name" writing-mode="vertical-rl" x="${formatCoordinate(middle)}" y="${formatCoordinate(base + TILE.height + GAP)}" font-size="${font}">${short}</text>`,
      );
    });
    const longest = max(row, ({ short }) => short.length) ?? 0;
    top = base + TILE.height + GAP + longest * font + ROWS_GAP;
  }
  const height = Math.ceil(top);
  return `<svg class="chart chart-${size} sdg-strip" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(describeGoals(counts, told))}">${drawn.join('')}</svg>`;
}
