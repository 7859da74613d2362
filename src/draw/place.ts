/** A label to place beside a point: where the point stands and how large the label is, in pixels. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label begins: its left edge and its baseline's top. */
export interface Placed {
  readonly left: number;
  readonly top: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlaps = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The places that a label is tried at, best first: right, left, above, below, and the corners. */
function candidates({ x, y, width, height }: Label, gap: number): Placed[] {
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
  ];
}

/**
 * Places labels beside their points so that none covers another label or point, where that can be done; else at its
 * first place. Labels are placed in their order.
 * @param gap distance from the point, in pixels
 */
export function placeLabels(labels: readonly Label[], gap: number): Placed[] {
  const taken: Box[] = labels.map(({ x, y }) => ({
    left: x - gap / 2,
    top: y - gap / 2,
    right: x + gap / 2,
    bottom: y + gap / 2,
  }));
  return labels.map((label) => {
    const boxOf = ({ left, top }: Placed): Box => ({
      left,
      top,
      right: left + label.width,
      bottom: top + label.height,
    });
    const places = candidates(label, gap);
    const found = places.find((place) => taken.every((box) => !overlaps(box, boxOf(place)))) ?? places[0];
    const placed = found ?? { left: label.x, top: label.y };
    taken.push(boxOf(placed));
    return placed;
  });
}
