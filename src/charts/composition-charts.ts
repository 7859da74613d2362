import { max } from 'd3';
import { sdgGoals, getSdgTitle } from '../model/sdg-goals.ts';
import { formatNumber } from '../notation/format.ts';
import { drawBar, drawTextAt } from './percent-shapes.ts';
import { escapeXml, formatCoordinate, formatShare } from './svg-text.ts';

/** Returns the HTML of a chart with its description; its parts are hidden from screen readers. */
const createChart = (classes: string, label: string, parts: readonly string[]) =>
  `<div class="${classes}" role="img" aria-label="${escapeXml(label)}">${parts.join('')}</div>`;

/** How many plan items one department is responsible for. */
export interface DepartmentCount {
  readonly title: string;
  /** Counts in the order of the kinds. */
  readonly counts: readonly number[];
  /** True for the items without a department. */
  readonly unnamed?: boolean;
}

/** Height of a bar, distance to the next, and maximum length for one item, in pixels. Heights grow with the text. */
const DEPARTMENT_BAR = { height: 16, step: 22, one: 44 };

function describeDepartments(departments: readonly DepartmentCount[], kinds: readonly string[], title: string): string {
  const sentences = departments.map(
    ({ title: name, counts }) =>
      `${name} ${kinds.map((kind, index) => `${kind}${formatNumber(counts[index] ?? 0)}`).join('、')}。`,
  );
  return `${title}。${sentences.join('')}`;
}

/**
 * Draws how many plan items each department is responsible for: one bar for each kind, labelled with its name and
 * number. The bars of items without a department have dashed frames. All bars share one scale from 0. Returns HTML;
 * empty without departments.
 * @param kinds the words for the kinds: 施策, 取組
 */
export function drawDepartmentBars(
  departments: readonly DepartmentCount[],
  kinds: readonly string[],
  title: string,
): string {
  if (departments.length === 0) return '';
  const { height, step, one } = DEPARTMENT_BAR;
  const most = Math.max(1, ...departments.flatMap(({ counts }) => counts));
  const whole = kinds.length * step;
  const toShare = (length: number) => formatShare((100 * length) / whole);
  const rows = departments.map(({ title: name, counts, unnamed = false }) => {
    const bars = kinds.map((kind, index) => {
      const count = counts[index] ?? 0;
      const [top, end] = [index * step, (100 * count) / most];
      const look = `bar bar-${unnamed ? 'unnamed' : index + 1}`;
      const bar = count === 0 ? '' : drawBar(look, [0, end], toShare(top), toShare(height));
      const label = `${kind}${formatNumber(count)}`;
      return bar + drawTextAt('figure-label', [end, toShare(top + height - 2)], label, { dx: count === 0 ? 0 : 8 });
    });
    const svg = `<svg width="${one * most}" height="${whole / 16}em">${bars.join('')}</svg>`;
    return `<div aria-hidden="true"><b>${escapeXml(name)}</b>${svg}</div>`;
  });
  return createChart('department-bars', describeDepartments(departments, kinds, title), rows);
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

/** Maximum height of a bar, height of one item if there are few, and width, in pixels. */
const GOAL_BAR = { most: 72, one: 12, width: 22 };

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
 * counts; the others are empty frames. Returns HTML; empty if the plan names no goals.
 * @param counts in the order of the goals, each once
 */
export function drawSdgStrip(counts: readonly GoalCount[], text: StripText): string {
  if (counts.length === 0) return '';
  const countByGoal = new Map(counts.map(({ goal, count }) => [goal, count]));
  const one = Math.min(GOAL_BAR.one, GOAL_BAR.most / (max(counts, ({ count }) => count) ?? 1));
  const drawCount = (count: number) => {
    const height = formatCoordinate(Math.max(3, count * one));
    const bar = `<svg width="${GOAL_BAR.width}" height="${height}"><rect class="bar" width="100%" height="100%"/></svg>`;
    return `<b>${formatNumber(count)}</b>${bar}`;
  };
  const goals = sdgGoals.map(({ goal, short }) => {
    const count = countByGoal.get(goal);
    const classes = count === undefined ? 'goal-none' : 'goal';
    return `<div class="${classes}" aria-hidden="true"><div>${count === undefined ? '' : drawCount(count)}</div><b>${goal}</b><span>${short}</span></div>`;
  });
  return createChart('sdg-strip', describeGoals(counts, text), goals);
}
