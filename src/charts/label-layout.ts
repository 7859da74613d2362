/** A label beside a point: the coordinates of the point and the size of the label, in pixels. */
interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True for a label that the chart leaves out if no position is free: others may cover it. */
  readonly isOptional?: boolean;
}

/** An area of a chart, in pixels. */
type BoundingBox = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** A straight line; a dot if both ends are equal. */
export type LineSegment = Readonly<{ x1: number; y1: number; x2: number; y2: number }>;

const isDot = ({ x1, y1, x2, y2 }: LineSegment) => x1 === x2 && y1 === y2;

const overlaps = (a: BoundingBox, b: BoundingBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** True if a line crosses a box: a part of it is within all four edges (Liang–Barsky). */
function crosses({ x1, y1, x2, y2 }: LineSegment, { left, top, right, bottom }: BoundingBox): boolean {
  let [from, to] = [0, 1];
  const edges: readonly (readonly [direction: number, distance: number])[] = [
    [x1 - x2, x1 - left],
    [x2 - x1, right - x1],
    [y1 - y2, y1 - top],
    [y2 - y1, bottom - y1],
  ];
  for (const [direction, distance] of edges) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) from = Math.max(from, distance / direction);
    if (direction > 0) to = Math.min(to, distance / direction);
  }
  return from <= to;
}

/** Returns the possible positions of a label, best first: right, left, above, below, the corners, then farther away. */
function listPositions({ x, y, width, height }: PointLabel, gap: number) {
  const [right, left, middle] = [x + gap, x - gap - width, x - width / 2];
  const [centre, above, below] = [y - height / 2, y - gap - height, y + gap];
  return [
    { left: right, top: centre },
    { left, top: centre },
    { left: middle, top: above },
    { left: middle, top: below },
    { left: right, top: above },
    { left: right, top: below },
    { left, top: above },
    { left, top: below },
    ...[1.5, 3, 3.75].flatMap((far) => [
      { left: middle, top: y - gap * far - height },
      { left: middle, top: y + gap * far },
    ]),
  ];
}

/** Returns the distance from a point to the edge of a box; 0 inside it. */
const measureGap = (x: number, y: number, { left, top, right, bottom }: BoundingBox) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/** True if a box is not nearer to its point than to each other point: readers would take it for the label of that one. */
function isNearerToAnother(own: PointLabel, labels: readonly PointLabel[], box: BoundingBox): boolean {
  const gap = measureGap(own.x, own.y, box);
  return labels.some(({ x, y }) => (x !== own.x || y !== own.y) && measureGap(x, y, box) <= gap);
}

/**
 * Arranges labels beside their points, one after another. Each is nearer to its point than to those of other labels, and
 * covers as few labels, points and lines as possible.
 * @param gap distance from the point, in pixels
 * @param lines the lines that labels must not cover; a dot is a line too
 * @param bounds the area that contains all labels
 * @returns the upper left corner of each label; `isFree` is false if no position is free, so that it covers something
 */
export function layOutLabels(
  labels: readonly PointLabel[],
  gap: number,
  lines: readonly LineSegment[] = [],
  bounds?: BoundingBox,
) {
  const occupied: BoundingBox[] = labels.map(({ x, y }) => ({
    left: x - gap / 2,
    top: y - gap / 2,
    right: x + gap / 2,
    bottom: y + gap / 2,
  }));
  /** About the radius of a dot. */
  const radius = gap / 3;
  const covers = (box: BoundingBox, line: LineSegment) =>
    isDot(line) ? measureGap(line.x1, line.y1, box) < radius : crosses(line, box);
  // Text on a line is readable, text on text is not.
  const countConflicts = (box: BoundingBox) =>
    (bounds && (box.top < bounds.top || box.bottom > bounds.bottom) ? 10 : 0) +
    occupied.filter((other) => overlaps(other, box)).length * 10 +
    lines.filter((line) => covers(box, line)).length;
  return labels.map((label) => {
    const positions = listPositions(label, gap).map(({ left: wanted, top }) => {
      const left = bounds ? Math.max(bounds.left, Math.min(wanted, bounds.right - label.width)) : wanted;
      const box = { left, top, right: left + label.width, bottom: top + label.height };
      const doubt = isNearerToAnother(label, labels, box) ? 5 : 0;
      return { left, top, box, cost: countConflicts(box) + doubt };
    });
    const { left, top, box, cost } = positions.reduce((best, next) => (next.cost < best.cost ? next : best));
    if (cost === 0 || !label.isOptional) occupied.push(box);
    return { left, top, isFree: cost === 0 };
  });
}

/** Pixels between two labels at the line ends of a chart. */
export const LABEL_GAP = 18;
/** How many pixels the last label may be below the chart. */
export const LABEL_OVERHANG = 20;

/** A group of labels that touch one another: they move as one. */
type LabelGroup = Readonly<{ sum: number; count: number }>;

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
