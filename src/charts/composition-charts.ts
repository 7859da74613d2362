import { max, scaleLinear } from 'd3';
import { createSvg, drawText, estimateTextWidth, formatCoordinate, wrapText } from './svg-text.ts';
import { formatNumber } from '../notation/format.ts';
import type { ChartSize } from './chart-frame.ts';
import { sdgGoals, getSdgTitle } from '../model/sdg-goals.ts';

/** How many plan items one department is responsible for. */
export interface DepartmentCount {
  readonly title: string;
  /** Counts in the order of the kinds. */
  readonly counts: readonly number[];
  /** True for the items without a department. */
  readonly unnamed?: boolean;
}

/** Names are beside the bars, or on a phone above them. Lengths are in pixels. */
const DEPARTMENT_SIZES = {
  wide: { width: 680, names: 216, font: 15 },
  narrow: { width: 320, names: 0, font: 14 },
} as const;

/** Height of a bar, distance to the next bar of the same department, and maximum length for one item. */
const DEPARTMENT_BAR = { height: 16, step: 22, one: 44 };
const PAD = 12;
const LEADING = 1.35;
/** Longer names are cut; the table contains them in full. */
const LINES = 2;

function describeDepartments(departments: readonly DepartmentCount[], kinds: readonly string[], title: string): string {
  const sentences = departments.map(
    ({ title: name, counts }) =>
      `${name} ${kinds.map((kind, index) => `${kind}${formatNumber(counts[index] ?? 0)}`).join('、')}。`,
  );
  return `${title}。${sentences.join('')}`;
}

/**
 * Draws how many plan items each department is responsible for: one bar for each kind, labelled with its name and number.
 * The bars of items without a department have dashed frames. All bars share one scale from 0. Empty without departments.
 * @param kinds the words for the kinds: 施策, 取組
 */
export function drawDepartmentBars(
  departments: readonly DepartmentCount[],
  kinds: readonly string[],
  title: string,
  size: ChartSize,
): string {
  if (departments.length === 0) return '';
  const { width, names, font } = DEPARTMENT_SIZES[size];
  const label = (count: number, kind: string) => `${kind}${formatNumber(count)}`;
  const labels = departments.flatMap(({ counts }) =>
    kinds.map((kind, index) => estimateTextWidth(label(counts[index] ?? 0, kind), font)),
  );
  const most = max(departments, ({ counts }) => max(counts)) ?? 0;
  const barsWidth = width - names - (max(labels) ?? 0) - PAD;
  const x = scaleLinear([0, Math.max(most, 1)], [0, Math.min(barsWidth, DEPARTMENT_BAR.one * most)]);

  let top = 0;
  const rows = departments.map(({ title: name, counts, unnamed = false }) => {
    const lines = wrapText(name, (names || width) - PAD, font, LINES);
    const nameText = lines.map((line, index) => {
      const y = top + PAD + font * 0.9 + index * font * LEADING;
      return drawText('department', [0, y], font, line);
    });
    const nameHeight = lines.length * font * LEADING;
    const first = top + PAD + (names === 0 ? nameHeight + 2 : 0);
    const bars = kinds.map((kind, index) => {
      const count = counts[index] ?? 0;
      const [y, length] = [first + index * DEPARTMENT_BAR.step, x(count)];
      const bar =
        count === 0
          ? ''
          : `<rect class="bar bar-${unnamed ? 'unnamed' : index + 1}" x="${names + 1}" y="${formatCoordinate(y)}" width="${formatCoordinate(Math.max(length, 2))}" height="${DEPARTMENT_BAR.height}"/>`;
      const labelX = names + (count === 0 ? 0 : length + 8);
      return bar + drawText('figure-label', [labelX, y + DEPARTMENT_BAR.height - 2], font, label(count, kind));
    });
    const rule =
      top === 0
        ? ''
        : `<line class="grid" x1="0" x2="${width}" y1="${formatCoordinate(top)}" y2="${formatCoordinate(top)}"/>`;
    top =
      Math.max(
        first + kinds.length * DEPARTMENT_BAR.step - (DEPARTMENT_BAR.step - DEPARTMENT_BAR.height),
        top + PAD + nameHeight,
      ) + PAD;
    return rule + nameText.join('') + bars.join('');
  });
  const height = Math.ceil(top);
  const description = describeDepartments(departments, kinds, title);
  return createSvg({ kind: `chart chart-${size} department-bars`, width, height, label: description }, rows.join(''));
}

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
const GOAL_SIZES = {
  wide: { width: 680, inRow: 17, font: 13, figure: 15 },
  narrow: { width: 320, inRow: 9, font: 13.5, figure: 14 },
} as const;

/** Maximum height of a bar, height of one item if there are few, and width, in pixels. */
const GOAL_BAR = { most: 72, one: 12, width: 22 };
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
  const { width, inRow, font, figure } = GOAL_SIZES[size];
  const column = width / inRow;
  const countByGoal = new Map(counts.map(({ goal, count }) => [goal, count]));
  const most = max(counts, ({ count }) => count) ?? 1;
  const getBarHeight = (count: number) => Math.max(3, count * Math.min(GOAL_BAR.one, GOAL_BAR.most / most));

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
          `<rect class="bar" x="${formatCoordinate(middle - GOAL_BAR.width / 2)}" y="${formatCoordinate(base - height)}" width="${GOAL_BAR.width}" height="${formatCoordinate(height)}"/>`,
          drawText('figure-label', [x, base - height - figure * 0.3], figure, formatNumber(count), 'middle'),
        );
      }
      // WebKit would leave the height of a line for each letter.
      const tops = [...short].map((_, at) => formatCoordinate(base + TILE.height + GAP + at * font));
      elements.push(
        `<rect class="${kind}" x="${formatCoordinate(middle - column / 2 + TILE.gap / 2)}" y="${formatCoordinate(base)}" width="${formatCoordinate(column - TILE.gap)}" height="${TILE.height}"/>`,
        drawText(`${kind}-number`, [middle, base + TILE.height / 2 + figure * 0.36], figure, String(goal), 'middle'),
        `<text class="${kind}-name" x="${formatCoordinate(middle)}" y="${tops.join(' ')}" font-size="${font}">${short}</text>`,
      );
    });
    const longest = max(row, ({ short }) => short.length) ?? 0;
    top = base + TILE.height + GAP + longest * font + ROWS_GAP;
  }
  const height = Math.ceil(top);
  const label = describeGoals(counts, text);
  return createSvg({ kind: `chart chart-${size} sdg-strip`, width, height, label }, elements.join(''));
}
