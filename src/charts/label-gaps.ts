/** Pixels between two labels at the line ends of a chart. */
export const LABEL_GAP = 18;
/** How many pixels the last label may be below the chart. */
export const LABEL_OVERHANG = 20;

/** A group of labels that touch one another: they move as one. */
interface LabelGroup {
  readonly sum: number;
  readonly count: number;
}

const getMean = ({ sum, count }: LabelGroup) => sum / count;

/**
 * Returns positions for labels so that neighbours are at least a gap apart, in the order of the wanted positions and as
 * near to them as possible: the sum of the squared moves is the least (isotonic regression by pooling adjacent
 * violators). If all labels don't fit between 0 and `high`, the gap is smaller.
 * @example spreadLabels([50, 50], 18, 100) // → [41, 59]
 */
export function spreadLabels(wanted: readonly number[], gap: number, high: number): number[] {
  const order = wanted.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  const step = Math.min(gap, high / Math.max(1, wanted.length - 1));
  const groups: LabelGroup[] = [];
  for (const [at, { position }] of order.entries()) {
    let group: LabelGroup = { sum: position - at * step, count: 1 };
    for (let last = groups.at(-1); last && getMean(last) > getMean(group); last = groups.at(-1)) {
      groups.pop();
      group = { sum: last.sum + group.sum, count: last.count + group.count };
    }
    groups.push(group);
  }
  const highest = high - (wanted.length - 1) * step;
  const starts = groups.flatMap((group) =>
    Array.from({ length: group.count }, () => Math.max(0, Math.min(highest, getMean(group)))),
  );
  const positions = wanted.slice();
  for (const [at, { index }] of order.entries()) positions[index] = (starts[at] ?? 0) + at * step;
  return positions;
}
