import { max } from 'd3-array';
import { escape } from '../draw/escape.ts';
import { widthOfText } from '../draw/fit.ts';
import { printNumber } from '../draw/number.ts';
import { sdgs, sdgTitle } from '../model/sdg.ts';
import type { Size } from './frame.ts';
import { at } from './signs.ts';

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
    ({ goal, count }) => `目標${goal}「${sdgTitle(goal)}」${counted}${printNumber(count)}`,
  );
  const rest =
    counts.length === sdgs.length
      ? '17の目標すべてにあります。'
      : `ほかの${sdgs.length - counts.length}の目標にはありません。`;
  return `${title}。${told.join('、')}。${rest}`;
}

/**
 * The seventeen goals in a row, each with its number and a short name. On the goals that a plan is linked with stand
 * bars with their numbers; the others are drawn as empty frames. Empty where a plan is linked with none.
 * @param counts in the order of the goals, each once
 */
export function sdgStrip(counts: readonly GoalCount[], told: Told, size: Size): string {
  if (counts.length === 0) return '';
  const { width, inRow, font, figure } = SIZES[size];
  const column = width / inRow;
  const known = new Map(counts.map(({ goal, count }) => [goal, count]));
  const most = max(counts, ({ count }) => count) ?? 1;
  const heightOf = (count: number) => Math.max(3, count * Math.min(BAR.one, BAR.most / most));

  const drawn: string[] = [];
  let top = 0;
  for (let first = 0; first < sdgs.length; first += inRow) {
    const row = sdgs.slice(first, first + inRow);
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
        const half = widthOfText(printNumber(count), figure) / 2;
        const x = Math.min(Math.max(middle, half), width - half);
        drawn.push(
          `<rect class="bar" x="${at(middle - BAR.width / 2)}" y="${at(base - height)}" width="${BAR.width}" height="${at(height)}"/>`,
          `<text class="figure-label" x="${at(x)}" y="${at(base - height - figure * 0.3)}" text-anchor="middle" font-size="${figure}">${printNumber(count)}</text>`,
        );
      }
      drawn.push(
        `<rect class="${kind}" x="${at(middle - column / 2 + TILE.gap / 2)}" y="${at(base)}" width="${at(column - TILE.gap)}" height="${TILE.height}"/>`,
        `<text class="${kind}-number" x="${at(middle)}" y="${at(base + TILE.height / 2 + figure * 0.36)}" text-anchor="middle" font-size="${figure}">${goal}</text>`,
        `<text class="${kind}-name" writing-mode="vertical-rl" x="${at(middle)}" y="${at(base + TILE.height + GAP)}" font-size="${font}">${short}</text>`,
      );
    });
    const longest = max(row, ({ short }) => short.length) ?? 0;
    top = base + TILE.height + GAP + longest * font + ROWS_GAP;
  }
  const height = Math.ceil(top);
  return `<svg class="chart chart-${size} sdg-strip" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(describeGoals(counts, told))}">${drawn.join('')}</svg>`;
}
