/** A label to place beside a point: where the point stands and how large the label is, in pixels. */
export interface PointLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True for a label that is left out where no place is free: others need not make room for it. */
  readonly optional?: boolean;
}

/** Where a label begins: its left edge and its baseline's top. */
export interface LabelPosition {
  readonly left: number;
  readonly top: number;
  /** False where no place was free, so that the label covers something. */
  readonly free: boolean;
}

type Corner = Omit<LabelPosition, 'free'>;

/** A part of a picture, in pixels. */
export interface BoundingBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A straight line; both ends in one place make a dot. */
export interface LineSegment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What stands around labels: lines and dots that they must not cover, and the room that they must not leave. */
export interface LayoutConstraints {
  readonly lines?: readonly LineSegment[];
  readonly bounds?: BoundingBox;
}

const overlaps = (a: BoundingBox, b: BoundingBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** True where a line runs through a box: the part of the line that lies within all four edges is not empty. */
function crosses({ x1, y1, x2, y2 }: LineSegment, { left, top, right, bottom }: BoundingBox): boolean {
  let [from, to] = [0, 1];
  const edges: readonly (readonly [along: number, room: number])[] = [
    [x1 - x2, x1 - left],
    [x2 - x1, right - x1],
    [y1 - y2, y1 - top],
    [y2 - y1, bottom - y1],
  ];
  for (const [along, room] of edges) {
    if (along === 0 && room < 0) return false;
    if (along < 0) from = Math.max(from, room / along);
    if (along > 0) to = Math.min(to, room / along);
  }
  return from <= to;
}

/** The places that a label is tried at, best first: right, left, above, below, the corners, then farther away. */
function candidates({ x, y, width, height }: PointLabel, gap: number): Corner[] {
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
    ...[1.5, 3].flatMap((far) => [
      { left: middle, top: y - gap * far - height },
      { left: middle, top: y + gap * far },
    ]),
  ];
}

/** The same place, moved sideways into the room where it would stick out. */
function inside({ left, top }: Corner, width: number, room: BoundingBox): Corner {
  return { top, left: Math.max(room.left, Math.min(left, room.right - width)) };
}

/**
 * Places labels beside their points so that none covers another label, a point or a line, where that can be done; else
 * where it covers least. Labels are placed in their order.
 * @param gap distance from the point, in pixels
 */
export function placeLabels(
  labels: readonly PointLabel[],
  gap: number,
  around: LayoutConstraints = {},
): LabelPosition[] {
  const { lines = [], bounds } = around;
  const taken: BoundingBox[] = labels.map(({ x, y }) => ({
    left: x - gap / 2,
    top: y - gap / 2,
    right: x + gap / 2,
    bottom: y + gap / 2,
  }));
  // Words on words can't be read at all, words on a line can.
  const covered = (box: BoundingBox) =>
    (bounds && (box.top < bounds.top || box.bottom > bounds.bottom) ? 10 : 0) +
    taken.filter((one) => overlaps(one, box)).length * 10 +
    lines.filter((line) => crosses(line, box)).length;
  return labels.map((label) => {
    const tried = candidates(label, gap).map((place) => {
      const { left, top } = bounds ? inside(place, label.width, bounds) : place;
      const box = { left, top, right: left + label.width, bottom: top + label.height };
      return { left, top, box, cost: covered(box) };
    });
    const { left, top, box, cost } = tried.reduce((best, one) => (one.cost < best.cost ? one : best));
    if (cost === 0 || !label.optional) taken.push(box);
    return { left, top, free: cost === 0 };
  });
}
