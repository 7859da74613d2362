import { max, scaleLinear } from 'd3';
import { createSvg, drawText, estimateTextWidth, formatCoordinate, wrapText } from './svg-text.ts';
import { formatNumber } from '../notation/format.ts';
import type { ChartSize } from './chart-frame.ts';

/** How many plan items one department is responsible for. */
export interface DepartmentCount {
  readonly title: string;
  /** Counts in the order of the kinds. */
  readonly counts: readonly number[];
  /** True for the items without a department. */
  readonly unnamed?: boolean;
}

/** Names are beside the bars, or on a phone above them. Lengths are in pixels. */
const SIZES = {
  wide: { width: 680, names: 216, font: 15 },
  narrow: { width: 320, names: 0, font: 14 },
} as const;

/** Height of a bar, distance to the next bar of the same department, and maximum length for one item. */
const BAR = { height: 16, step: 22, one: 44 };
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
  const { width, names, font } = SIZES[size];
  const label = (count: number, kind: string) => `${kind} ${formatNumber(count)}`;
  const labels = departments.flatMap(({ counts }) =>
    kinds.map((kind, index) => estimateTextWidth(label(counts[index] ?? 0, kind), font)),
  );
  const most = max(departments, ({ counts }) => max(counts)) ?? 0;
  const barsWidth = width - names - (max(labels) ?? 0) - PAD;
  const x = scaleLinear([0, Math.max(most, 1)], [0, Math.min(barsWidth, BAR.one * most)]);

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
      const [y, length] = [first + index * BAR.step, x(count)];
      const bar =
        count === 0
          ? ''
          : `<rect class="bar bar-${unnamed ? 'unnamed' : index + 1}" x="${names + 1}" y="${formatCoordinate(y)}" width="${formatCoordinate(Math.max(length, 2))}" height="${BAR.height}"/>`;
      const labelX = names + (count === 0 ? 0 : length + 8);
      return bar + drawText('figure-label', [labelX, y + BAR.height - 2], font, label(count, kind));
    });
    const rule =
      top === 0
        ? ''
        : `<line class="grid" x1="0" x2="${width}" y1="${formatCoordinate(top)}" y2="${formatCoordinate(top)}"/>`;
    top = Math.max(first + kinds.length * BAR.step - (BAR.step - BAR.height), top + PAD + nameHeight) + PAD;
    return rule + nameText.join('') + bars.join('');
  });
  const height = Math.ceil(top);
  const description = describeDepartments(departments, kinds, title);
  return createSvg({ kind: `chart chart-${size} department-bars`, width, height, label: description }, rows.join(''));
}
