import { max, scaleLinear } from 'd3';
import { escapeXml, estimateTextWidth, wrapText } from './svg-text.ts';
import { formatNumber } from '../notation/format.ts';
import type { ChartSize } from './chart-frame.ts';
import { formatCoordinate } from './chart-markers.ts';

/** How much one department answers for. */
export interface DepartmentCount {
  readonly title: string;
  /** How many of each kind, in the order of the kinds. */
  readonly counts: readonly number[];
  /** True for what no department is named for. */
  readonly unnamed?: boolean;
}

/** Names stand beside the bars, or on a phone above them. Lengths are in pixels. */
const SIZES = {
  wide: { width: 680, names: 216, font: 15 },
  narrow: { width: 320, names: 0, font: 14 },
} as const;

/** A bar, the distance to the next of the same department, and how long one thing is drawn at most. */
const BAR = { height: 16, step: 22, one: 44 };
const PAD = 12;
const LEADING = 1.35;
/** A name of more lines is cut; the table has it whole. */
const LINES = 2;

/** What the bars show, in words, with every number that is drawn. */
function describeDepartments(
  departments: readonly DepartmentCount[],
  kinds: readonly string[],
  title: string,
): string {
  const told = departments.map(
    ({ title: name, counts }) =>
      `${name} ${kinds.map((kind, index) => `${kind}${formatNumber(counts[index] ?? 0)}`).join('、')}。`,
  );
  return `${title}。${told.join('')}`;
}

/**
 * How much each department of a plan answers for: a bar for each kind, with its name and number at its end. What no
 * department is named for has dashed frames. All bars have one scale, which begins at 0. Empty without departments.
 * @param kinds the words for what was counted: 施策, 取組
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
  const room = width - names - (max(labels) ?? 0) - PAD;
  const x = scaleLinear([0, Math.max(most, 1)], [0, Math.min(room, BAR.one * most)]);

  let top = 0;
  const drawn = departments.map(({ title: name, counts, unnamed = false }) => {
    const shown = wrapText(name, (names || width) - PAD, font, LINES);
    const words = shown.map(
      (line, index) =>
        `<text class="department" x="0" y="${formatCoordinate(top + PAD + font * 0.9 + index * font * LEADING)}" font-size="${font}">${escapeXml(line)}</text>`,
    );
    const written = shown.length * font * LEADING;
    const first = top + PAD + (names === 0 ? written + 2 : 0);
    const bars = kinds.map((kind, index) => {
      const count = counts[index] ?? 0;
      const [y, length] = [first + index * BAR.step, x(count)];
      const bar =
        count === 0
          ? ''
          : `<rect class="bar bar-${unnamed ? 'unnamed' : index + 1}" x="${names + 1}" y="${formatCoordinate(y)}" width="${formatCoordinate(Math.max(length, 2))}" height="${BAR.height}"/>`;
      return `${bar}<text class="figure-label" x="${formatCoordinate(names + (count === 0 ? 0 : length + 8))}" y="${formatCoordinate(y + BAR.height - 2)}" font-size="${font}">${label(count, kind)}</text>`;
    });
    const rule =
      top === 0
        ? ''
        : `<line class="grid" x1="0" x2="${width}" y1="${formatCoordinate(top)}" y2="${formatCoordinate(top)}"/>`;
    top = Math.max(first + kinds.length * BAR.step - (BAR.step - BAR.height), top + PAD + written) + PAD;
    return rule + words.join('') + bars.join('');
  });
  const height = Math.ceil(top);
  const text = escapeXml(describeDepartments(departments, kinds, title));
  return `<svg class="chart chart-${size} department-bars" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${text}">${drawn.join('')}</svg>`;
}
